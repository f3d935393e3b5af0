"""`tahqiq dossier`: articles whose numbers are worked out from the record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.dates import parse_day
from tahqiq.errors import InputError
from tahqiq.interfaces.helping import Group
from tahqiq.interfaces.telling import ui_language
from tahqiq.reading.local_file import read_file, write_file

SHIPPED = DATA / "dossiers"


@click.group(cls=Group)
def dossier() -> None:
    """Render articles whose every number, date, table and chart is worked out from the record."""


@dossier.command("render")
@click.argument("file")
@click.option("--as-of", "as_of", metavar="DATE")
@click.option("--format", "-f", "form", type=click.Choice(["html", "md", "json"]), default="html", show_default=True)
@click.option("--out", "-o", type=click.Path(path_type=Path))
def render(file: str, as_of: str | None, form: str, out: Path | None) -> int:
    """Work out a dossier for a day."""
    text = rendered(read(file), parse_day(as_of, last=True) if as_of else date.today(), form, file)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)
    return 0


@dossier.command("check")
@click.argument("files", nargs=-1, required=True)
@click.option("--as-of", "as_of", metavar="DATE")
def check(files: tuple[str, ...], as_of: str | None) -> int:
    """Check that every number of these dossiers is bound, and that the record answers every binding."""
    from tahqiq.reporting.dossier.parse import Binding, parse
    from tahqiq.reporting.words.messages import load_messages

    day, messages = parse_day(as_of, last=True) if as_of else date.today(), load_messages(ui_language())
    for file in files:
        text = read(file)
        rendered(text, day, "json", file)
        count = sum(isinstance(part, Binding) for part in parse(text, file).parts)
        click.echo(messages.format("dossier-sound", file=file, count=count, date=day))
    return 0


def read(file: str) -> str:
    """The text of a dossier: a file, or one that ships named by its language. InputError when there is none."""
    path = SHIPPED / f"{file}.md" if file.isalpha() and (SHIPPED / f"{file}.md").exists() else Path(file)
    data = read_file(path)
    try:
        return data.decode()
    except UnicodeDecodeError as problem:
        raise InputError("wrong_encoding", source=file, encoding="utf-8", position=problem.start) from problem


def rendered(text: str, as_of: date, form: str, source: str) -> str:
    """A dossier worked out for a day, as `html`, `md` or `json`."""
    from tahqiq.reporting.dossier import bind, forms
    from tahqiq.reporting.dossier.parse import parse

    filled = bind.bind(parse(text, source), as_of)
    if form == "json":
        return json.dumps(bind.to_json(filled), ensure_ascii=False, indent=1) + "\n"
    return forms.markdown(filled) if form == "md" else forms.page(filled)
