"""`tahqiq record new`: a register made from a table."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from tahqiq.catalog.dates import parse_day
from tahqiq.errors import UsageError
from tahqiq.interfaces.helping import answer_language
from tahqiq.interfaces.telling import ui_language


@click.command()
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--out", "-o", type=click.Path(path_type=Path))
@click.option("--name")
@click.option("--title")
@click.option("--title-ar")
@click.option("--column", "columns", multiple=True)
@click.option("--words")
@click.option("--words-ar")
@click.option("--publisher")
@click.option("--url")
@click.option("--licence")
@click.option("--as-of", metavar="DATE")
@click.option("--complete/--partial", default=None)
@click.option("-y", "--yes", is_flag=True)
@answer_language
def new(
    table: Path,
    out: Path | None,
    name: str | None,
    title: str | None,
    title_ar: str | None,
    columns: tuple[str, ...],
    words: str | None,
    words_ar: str | None,
    publisher: str | None,
    url: str | None,
    licence: str | None,
    as_of: str | None,
    complete: bool | None,
    yes: bool,
    lang: str | None,
) -> int:
    """Make a register from TABLE (CSV, Excel, Parquet, JSON lines): look at its columns, ask what they do not tell.

    \b
    tahqiq record new cup.csv --title "World Cup titles" \\
        --title-ar "TITLE IN ARABIC"
    tahqiq check article.txt --records .
    """
    from tahqiq.record.making.grid import read_grid
    from tahqiq.record.making.ids import clean
    from tahqiq.record.making.make import make_register
    from tahqiq.record.making.plan import make_plan
    from tahqiq.record.making.said import title_in
    from tahqiq.record.making.write import About
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(lang or ui_language())
    ask = Asking(quiet=yes or not sys.stdin.isatty(), say=messages.format)
    grid = read_grid(table)
    stem = clean(table.stem.replace("_", " ").replace("-", " "))
    named = _named(table, name)
    english = title or ask("title", stem)
    told = {"en": english, "ar": title_ar or ask("title_ar", title_in(english, "ar"))}
    whole = complete if complete is not None else ask.whether("complete", usual=False)
    plan = make_plan(grid, named, english, complete=whole, only=columns)
    about = About(
        told,
        publisher or ask("publisher", table.name),
        licence or ask("licence", "-"),
        parse_day(as_of, last=True) if as_of else date.today(),
        url,
        date.today(),
    )
    said = {code: [w.strip() for w in (more or "").split(",")] for code, more in (("en", words), ("ar", words_ar))}
    folder = (out or Path()) / named
    make_register(plan, about, folder, said)
    return _told(plan, folder, lang or ui_language())


def _named(table: Path, name: str | None) -> str:
    """The id of the new register: the name given, else that of the file, with a tail where a register has it."""
    from tahqiq.catalog.folders import register_folders
    from tahqiq.record.making.ids import slug

    found = slug(name or table.stem)
    if not found:
        raise UsageError("no_name", path=table.name)
    if found not in register_folders():
        return found
    if name:
        raise UsageError("name_taken", name=name, known=", ".join(register_folders()))
    return f"{found}_table"


PAGE = "README.md"
"""The page of a register that says what can be asked of it."""


class Asking:
    """Questions to the maker of a register; where nobody is there to answer, the guess is taken."""

    def __init__(self, *, quiet: bool, say: object) -> None:
        self.quiet, self.say = quiet, say

    def __call__(self, name: str, guess: str) -> str:
        """A question to be answered in words."""
        if self.quiet:
            return guess
        return str(click.prompt(self.say(f"new-ask-{name}"), default=guess, err=True))  # type: ignore[operator]

    def whether(self, name: str, *, usual: bool) -> bool:
        """A question to be answered with yes or no."""
        return usual if self.quiet else click.confirm(self.say(f"new-ask-{name}"), default=usual, err=True)  # type: ignore[operator]


def _told(plan: object, folder: Path, language: str) -> int:
    """Say what was made, whether it is sound, and try it."""
    from tahqiq.catalog.folders import take_folders
    from tahqiq.interfaces.trying import try_out

    take_folders([folder])
    text, code = try_out(plan, folder, language)  # type: ignore[arg-type]
    (folder / PAGE).write_text(f"# {folder.name}\n\n```text\n{text}\n```\n", encoding="utf-8")
    click.echo(text)
    return code
