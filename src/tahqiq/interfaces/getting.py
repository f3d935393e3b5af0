"""`tahqiq record get`: a register that someone else published, from its address."""

from __future__ import annotations

from pathlib import Path

import click

from tahqiq.interfaces.helping import answer_language
from tahqiq.interfaces.telling import ui_language


@click.command()
@click.argument("address")
@click.option("--out", "-o", type=click.Path(path_type=Path))
@answer_language
def get(address: str, out: Path | None, lang: str | None) -> int:
    """Fetch a register that is published at ADDRESS: of its datapackage.json, or of the folder that holds it.

    \b
    tahqiq record get https://example.org/seats/
    tahqiq check article.txt --records seats
    """
    from tahqiq.catalog.folders import take_folders
    from tahqiq.record.updating.published import get_register
    from tahqiq.record.validate import validate
    from tahqiq.reporting.words.flaws import tell_flaw
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(lang or ui_language())
    folder = get_register(address, out or Path())
    take_folders([folder])
    outcome = validate(folder.name)
    for flaw in outcome.flaws:
        click.echo(tell_flaw(flaw, messages), err=True)
    if outcome.flaws:
        return 1
    click.echo(messages.format("get-done", folder=str(folder)))
    click.echo(messages.format("record-valid", register=folder.name, checks=outcome.checks))
    return 0
