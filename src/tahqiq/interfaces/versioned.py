"""The option `--record-version` of every command that asks the record."""

from __future__ import annotations

import click

from tahqiq.catalog.version import choose


def _choose(_context: click.Context, _option: click.Parameter, name: str | None) -> None:
    if name:
        choose(name)


record_version = click.option("--record-version", metavar="NAME", expose_value=False, is_eager=True, callback=_choose)
"""Chosen as the call is read, before anything of the record is."""
