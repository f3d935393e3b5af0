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
from tahqiq.interfaces.helping import Group, answer_language
from tahqiq.interfaces.progress import tell_left
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


@click.group(cls=Group)
def corpus() -> None:
    """Check many documents, and ask what they say of a figure, since when, and who repeats it."""


@corpus.command()
@click.argument("source")
@click.option("--out", "-o", required=True, type=FOLDER)
@click.option("--form", type=click.Choice(FORMS))
@click.option("--text", default="text", show_default=True, metavar="COLUMN")
@click.option("--id", "name", default="id", show_default=True, metavar="COLUMN")
@click.option("--day", default="day", show_default=True, metavar="COLUMN")
@click.option("--language", default="language", show_default=True, metavar="COLUMN")
@click.option("--outlet", default="outlet", show_default=True, metavar="COLUMN")
@click.option("--url", default="address", show_default=True, metavar="COLUMN")
@click.option("--kind", metavar="KIND")
@click.option("--lang", metavar="CODE")
@click.option("--since", metavar="DATE")
@click.option("--today", metavar="DATE")
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True)
@click.option("--address", metavar="ADDRESS")
@click.option("--workers", type=click.IntRange(1))
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

    messages = load_messages(language)
    left = None if progress.left is None else tell_left(progress.left, messages)
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
@click.option("--sql")
@click.option("--stated", type=float)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@answer_language
@click.option("--format", "-f", "form", type=click.Choice(["text", "json", "csv", "html"]))
@click.option("--out", "-o", type=FOLDER)
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
@click.option("--out", "-o", type=FOLDER)
def recheck(folder: Path, out: Path | None) -> int:
    """See what the record that is read now changes in DIR, without reading the texts again."""
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
@click.option("--form", type=click.Choice(["json", "claimreview"]), default="json", show_default=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True)
@answer_language
@click.option("--out", "-o", type=FOLDER)
def feed(folder: Path, form: str, limit: int, lang: str | None, out: Path | None) -> int:
    """Write the newest findings in DIR as a feed: JSON Feed 1.1, or ClaimReview of schema.org."""
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
