"""`tahqiq dossier`: articles whose numbers are worked out from the record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.dates import parse_day
from tahqiq.errors import InputError
from tahqiq.reading.local_file import read_file, write_file

SHIPPED = DATA / "dossiers"


@click.group()
def dossier() -> None:
    """Render articles whose every number, date, table and chart is worked out from the record."""


@dossier.command("render")
@click.argument("file")
@click.option("--as-of", "as_of", metavar="DATE", help="The day the numbers are worked out for; today without it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "md", "json"]),
    default="html",
    show_default=True,
    help="Form of the page.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file.")
def render(file: str, as_of: str | None, form: str, out: Path | None) -> int:
    """Work out a dossier for a day.

    FILE is a dossier in Markdown, or the language of one that ships (ar, en). A number in it that is bound to nothing
    is an error, and so is a binding that the record cannot answer.
    """
    text = rendered(read(file), parse_day(as_of, last=True) if as_of else date.today(), form, file)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)
    return 0


@dossier.command("check")
@click.argument("files", nargs=-1, required=True)
@click.option("--as-of", "as_of", metavar="DATE", help="The day the numbers are worked out for; today without it.")
def check(files: tuple[str, ...], as_of: str | None) -> int:
    """Check that every number of these dossiers is bound, and that the record answers every binding."""
    day = parse_day(as_of, last=True) if as_of else date.today()
    for file in files:
        rendered(read(file), day, "json", file)
        click.echo(file)
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
