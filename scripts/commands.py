"""Every command as it is called, for what is written of all of them: the page of the command, manuals, tests."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tahqiq.interfaces.cli import tahqiq


def calls(width: int = 100) -> Iterator[click.Context]:
    """A call of each command on a terminal of `width` columns, the outer ones before those below them."""
    settings = {"terminal_width": width, "max_content_width": width, **tahqiq.context_settings}
    return _below(tahqiq.context_class(tahqiq, info_name="tahqiq", **settings))


def _below(call: click.Context) -> Iterator[click.Context]:
    yield call
    if not isinstance(call.command, click.Group):
        return
    for name in call.command.list_commands(call):
        inner = call.command.get_command(call, name)
        if inner is not None and not inner.hidden:
            yield from _below(inner.context_class(inner, info_name=name, parent=call))
