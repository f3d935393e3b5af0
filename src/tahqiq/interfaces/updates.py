"""`tahqiq record update` and `record versions`: the record renewed from its official addresses."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tahqiq.catalog.version import SHIPPED, chosen, kept
from tahqiq.interfaces.comparing import counted
from tahqiq.interfaces.helping import answer_language
from tahqiq.interfaces.telling import say, ui_language
from tahqiq.release import __version__
from tahqiq.reporting.words.messages import Messages, load_messages


@click.command()
@click.argument("registers", nargs=-1, metavar="[REGISTER]...")
@click.option("--mirror", metavar="URL")
@answer_language
def update(registers: tuple[str, ...], mirror: str | None, lang: str | None) -> int:
    """Renew the registers named, or all that can be, from their official addresses.

    \b
    tahqiq record update
    tahqiq record update gdp population
    tahqiq record diff shipped newest
    """
    from tahqiq.record.updating.making import begin

    language, failed = lang or ui_language(), False
    messages, making = load_messages(language), begin(registers, mirror)
    for outcome in making.outcomes():
        if outcome.problem:
            failed = True
            told = say(outcome.problem, language)
            click.echo(messages.format("update-failed", register=outcome.register, problem=told), err=True)
        elif outcome.renewed:
            rows = counted(list(outcome.renewed.changes), messages)
            click.echo(messages.format("update-renewed", register=outcome.register, **rows))
        else:
            click.echo(messages.format("update-unchanged", register=outcome.register))
    named = {"name": making.name} if making.name else {}
    click.echo(messages.format("update-made" if named else "update-nothing", **named))
    return int(failed)


@click.command()
@answer_language
def versions(lang: str | None) -> int:
    """The versions of the record: the one that ships, and those that `record update` made, the oldest first."""
    for line in _versions(load_messages(lang or ui_language())):
        click.echo(line)
    return 0


def _versions(messages: Messages) -> Iterator[str]:
    from tahqiq.record.updating.making import read_about

    read = chosen() or SHIPPED
    told = {SHIPPED: messages.format("version-shipped", name=SHIPPED, version=__version__)}
    for name in kept():
        told[name] = messages.format("version-kept", name=name, registers=messages.join(read_about(name)["renewed"]))
    for name, line in told.items():
        yield f"{line} {messages.format('version-read')}" if name == read else line
