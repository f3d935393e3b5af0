"""`tahqiq corpus`: check many documents, ask what was found, see what a new record changes."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tahqiq.catalog.dates import parse_day
from tahqiq.interfaces.corpus.plan import ENGINES, FORMS, Columns, Engine, Form, Plan, Settings
from tahqiq.interfaces.telling import ui_language
from tahqiq.interfaces.versioned import record_version
from tahqiq.reading.local_file import write_file

if TYPE_CHECKING:
    from tahqiq.interfaces.corpus.run import Progress

FOLDER = click.Path(path_type=Path)
EVERY = 1.0
"""Seconds between two words of progress on a terminal."""
RARELY = 60.0
"""Seconds between two where nobody watches."""
UNITS = (("hours", 3600), ("minutes", 60), ("seconds", 1))
"""In which the time left is told: the largest of which at least two are left."""


@click.group()
def corpus() -> None:
    """Check many documents, and ask what they say of a figure, since when, and who repeats it.

    Needs the extra "corpus": pip install "tahqiq[corpus]". The engine (Daft) counts its users by a call home; that is
    switched off before it is loaded.
    """


@corpus.command()
@click.argument("source")
@click.option(
    "--out", required=True, type=FOLDER, help="Folder of the result; what it holds already is not done again."
)
@click.option("--form", type=click.Choice(FORMS), help="Form of the source; found by the names of its files otherwise.")
@click.option("--text", default="text", show_default=True, metavar="COLUMN", help="Column of the text.")
@click.option("--id", "name", default="id", show_default=True, metavar="COLUMN", help="Column of the id, if any.")
@click.option("--day", default="day", show_default=True, metavar="COLUMN", help="Column of the day of publication.")
@click.option("--language", default="language", show_default=True, metavar="COLUMN", help="Column of the language.")
@click.option("--outlet", default="outlet", show_default=True, metavar="COLUMN", help="Column of the outlet.")
@click.option("--url", default="address", show_default=True, metavar="COLUMN", help="Column of the address.")
@click.option("--kind", metavar="KIND", help="Kind of every text (txt, md, html); plain text in tables otherwise.")
@click.option("--lang", metavar="CODE", help="Language of every text (ar, en); found for each otherwise.")
@click.option("--since", metavar="DATE", help="Leave out documents of earlier days.")
@click.option("--today", metavar="DATE", help="Day of documents that tell none; today without it.")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="Where it is done.")
@click.option("--address", metavar="ADDRESS", help="Address of the Ray cluster (auto, ray://host:10001).")
@click.option("--workers", type=click.IntRange(1), help="Processes on each machine; one for each processor otherwise.")
def check(
    source: str,
    out: Path,
    form: Form | None,
    kind: str | None,
    lang: str | None,
    since: str | None,
    today: str | None,
    engine: Engine,
    address: str | None,
    workers: int | None,
    name: str,
    url: str,
    **columns: str,
) -> int:
    """Check every document of SOURCE.

    SOURCE is a folder or pattern of articles, or of tables: JSON lines, CSV, Parquet, WARC; here or in an object store
    (s3://bucket/news/*.parquet, with the usual AWS settings of the environment). OUT gets Parquet tables: documents,
    claims, unchecked, errors. A run that was stopped goes on where it was when it is called again.

    \b
    tahqiq corpus check articles/ --out checked
    tahqiq corpus check 'news/*.jsonl' --out checked \\
        --text body --day published --outlet paper
    tahqiq corpus check s3://bucket/news \\
        --form parquet --out checked \\
        --engine ray --address auto
    """
    from tahqiq.interfaces.corpus.run import check_corpus

    settings = Settings(Columns(id=name, address=url, **columns), kind, lang)
    day = parse_day(today) if today else date.today()
    plan = Plan(settings, day, parse_day(since) if since else None, workers)
    told = check_corpus(source, out, plan, form=form, runner=engine, address=address, told=_Watch())
    return _finished(out, told)


class _Watch:
    """Tells how far a run is, now and then."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self.said = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() - self.said < (EVERY if self.live else RARELY):
            return
        self.said = time.monotonic()
        line = tell_progress(progress, ui_language())
        click.echo(f"\r\x1b[K{line}" if self.live else line, err=True, nl=not self.live)


def tell_progress(progress: Progress, language: str) -> str:
    """How far a run is, in words: documents, rate, and the time that is left where that is known."""
    from tahqiq.reporting.words.messages import load_messages
    from tahqiq.reporting.words.values import quantity

    messages = load_messages(language)
    left = None
    if progress.left is not None:
        unit, size = next((u for u in UNITS if progress.left >= 2 * u[1]), UNITS[-1])
        left = quantity(messages, round(progress.left / size), unit)
    done, rate = messages.number(progress.before + progress.done), messages.number(round(progress.rate))
    return messages.format("corpus-progress", done=done, rate=rate, left=left)


def _finished(folder: Path, told: dict[str, Any]) -> int:
    """Say what is in place and what could not be read; the exit code."""
    from tahqiq.reporting.words.messages import load_messages
    from tahqiq.reporting.words.values import quantity

    messages = load_messages(ui_language())
    counts = told["counts"]
    if sys.stderr.isatty():
        click.echo("", err=True)
    said = {name: quantity(messages, counts[name], name) for name in ("documents", "claims")}
    click.echo(messages.format("corpus-finished", folder=str(folder), read=messages.number(counts["read"]), **said))
    for lost in told["unreadable"]:
        click.echo(f"tahqiq: {messages.format('corpus-lost', **lost)}", err=True)
    if told["unreadable"]:
        click.echo(f"tahqiq: {messages.format('corpus-again')}", err=True)
    return 1 if told["unreadable"] else 0


@corpus.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.argument("question", required=False)
@click.argument("filters", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--sql", help="A query over the tables documents, claims, unchecked and errors.")
@click.option("--stated", type=float, help="Of the life of a figure only this stated value.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Rows of each table at most.")
@click.option("--lang", help="Language of the answer (ar or en).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    help="Text on a terminal, JSON when captured; html is one page in both languages.",
)
@click.option("--out", type=FOLDER, help="Write the answer to this file.")
def ask(
    folder: Path,
    question: str | None,
    filters: tuple[str, ...],
    sql: str | None,
    stated: float | None,
    limit: int,
    lang: str | None,
    form: str | None,
    out: Path | None,
) -> int:
    """Ask what is in DIR, which `corpus check` wrote.

    QUESTION is one of: wrong (the most repeated wrong figures), outlets (each one's share of outdated figures), ceased
    (right then, no longer now), changed (figures of one address that changed), or a measure with its filters, whose
    life is told: who said it when, and what the record gave that day.

    \b
    tahqiq corpus ask checked wrong
    tahqiq corpus ask checked \\
        security_council_vetoes.vetoes_cast \\
        member=USA about=ISR --stated 46
    tahqiq corpus ask checked --format html --out checked.html
    tahqiq corpus ask checked --sql \\
        "SELECT verdict, count(*) FROM claims GROUP BY 1"
    """
    from tahqiq.interfaces.corpus import answers

    form = form or ("text" if sys.stdout.isatty() and out is None else "json")
    asked = answers.Asking(folder, question, filters, sql, stated, limit)
    text = answers.answer(asked, form, lang or ui_language())
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)
    return 0


@corpus.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
@record_version
@click.option("--out", type=FOLDER, help="Write the claims that change to this file, as CSV.")
def recheck(folder: Path, out: Path | None) -> int:
    """See what the record that is read now changes in DIR, without reading the texts again.

    Every claim is judged anew, by what was read of it. Nothing in DIR is changed.
    """
    from tahqiq.interfaces.corpus.answers import plain
    from tahqiq.interfaces.corpus.manifest import read_manifest, record_versions
    from tahqiq.interfaces.corpus.recheck import recheck as judge_anew
    from tahqiq.reporting.words.messages import load_messages
    from tahqiq.reporting.words.values import quantity

    messages, before = load_messages(ui_language()), read_manifest(folder)["record"]
    found = judge_anew(folder)
    said = {
        "claims": quantity(messages, found.claims, "claims"),
        "changes": quantity(messages, len(found.changes.rows), "claims"),
    }
    click.echo(messages.format("corpus-rechecked", **said))
    for pair in sorted(set(record_versions().split()) ^ set(before.split())):
        click.echo(f"  {pair} ({messages.format('corpus-' + ('before' if pair in before.split() else 'now'))})")
    if out is not None:
        write_file(out, plain(found.changes, "csv"))
    return 0


@corpus.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option(
    "--form", type=click.Choice(["json", "claimreview"]), default="json", show_default=True, help="Kind of feed."
)
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True, help="Documents at most.")
@click.option("--lang", help="Language of the feed (ar or en).")
@click.option("--out", type=FOLDER, help="Write the feed to this file.")
def feed(folder: Path, form: str, limit: int, lang: str | None, out: Path | None) -> int:
    """Write the newest findings in DIR as a feed: JSON Feed 1.1, or ClaimReview of schema.org.

    Only figures that were found right or wrong are in it.
    """
    import json

    from tahqiq.interfaces.corpus.feeds import json_feed, review_feed

    language = lang or ui_language()
    made = json_feed(folder, language, limit) if form == "json" else review_feed(folder, language, limit, date.today())
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        write_file(out, text)
    return 0
