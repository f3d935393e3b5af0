"""`tahqiq check`: read documents, check them, write reports."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from tahqiq.catalog.dates import parse_day
from tahqiq.checker import check as check_document
from tahqiq.errors import InputError, TahqiqError, UsageError
from tahqiq.interfaces.cli import fail, on_terminal, standard_input, ui_language
from tahqiq.model import VERDICTS, Report
from tahqiq.reading import LIMITS
from tahqiq.reading.local_file import read_file, write_file

FOUND = 3
"""The exit code of --fail-on."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", metavar="DATE", help="Day of publication (2024-05-01): figures are held against that day.")
@click.option("--lang", metavar="CODE", help="Language of the article (ar, en); found by itself otherwise.")
@click.option("--kind", help="Kind of the document (txt, md, html, pdf, docx); found by itself otherwise.")
@click.option("--report-lang", "told", metavar="CODE", help="Language of the report; the article's own otherwise.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl", "md", "html"]),
    help="Form of the report: text on a terminal, JSON when captured.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Write the report to this file.")
@click.option("--fail-on", metavar="VERDICT,...", help=f"Exit with {FOUND} when a claim has one of these verdicts.")
@click.option("--today", metavar="DATE", help="Check as if today were this day.")
def check(
    files: tuple[str, ...],
    published: str | None,
    lang: str | None,
    kind: str | None,
    told: str | None,
    form: str | None,
    out: Path | None,
    fail_on: str | None,
    today: str | None,
) -> int:
    """Check articles: every figure, date, vote and list the record can answer.

    FILE is a text, Markdown, HTML, PDF or Word file, an http(s) address, or - for standard input. Each claim gets a
    verdict with the value of the record, the definition, the window of days in which the stated figure held, the rows
    and their sources.

    \b
    tahqiq check article.txt
    tahqiq check article.html --published 2024-05-01 --format html --out report.html
    tahqiq check a.txt b.txt --format jsonl | jq .claims
    """
    wanted = _verdicts(fail_on)
    if out is not None and any(_same(out, name) for name in files):
        raise UsageError("out_is_input", path=str(out))
    day = parse_day(published) if published else None
    now = parse_day(today) if today else None
    failed: list[TahqiqError] = []
    reports = _reports(files, day, lang, kind, now, failed)
    form = form or ("text" if sys.stdout.isatty() and out is None else "json")
    hit = _write(reports, form, out, told, many=len(files) > 1, wanted=wanted)
    for problem in failed:
        fail(problem)
    if failed:
        return max(p.exit_code for p in failed)
    return FOUND if hit else 0


def _same(out: Path, name: str) -> bool:
    """Whether the report would be written over an article."""
    try:
        return out.samefile(name)
    except (OSError, ValueError):
        return False


def _verdicts(text: str | None) -> frozenset[str]:
    names = frozenset(part.strip() for part in (text or "").split(",") if part.strip())
    for name in sorted(names - set(VERDICTS)):
        raise UsageError("unknown_verdict", name=name, known=", ".join(VERDICTS))
    return names


def _reports(
    files: Iterable[str],
    published: date | None,
    lang: str | None,
    kind: str | None,
    today: date | None,
    failed: list[TahqiqError],
) -> Iterator[Report]:
    """One report per document; a document that cannot be read does not lose the others."""
    for name in files:
        try:
            data, source, found = load(name)
            report = check_document(data, source, kind=kind or found, published=published, language=lang, today=today)
            _warn(report)
            yield report
        except InputError as problem:
            failed.append(problem)


def _warn(report: Report) -> None:
    """Say which registers were left out, and where the language is one in which only figures and dates are read."""
    from tahqiq.catalog.lexicon import reads_claims
    from tahqiq.reporting.words.flaws import tell_left_out
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(ui_language())
    told = [tell_left_out(found, messages) for found in report.warnings]
    if not reads_claims(report.text.language):
        told.append(messages.format("notice-no_claims_read", language=report.text.language))
    for line in told:
        click.echo(f"tahqiq: {line}", err=True)


def load(name: str) -> tuple[bytes, str, str | None]:
    """The bytes of a file, of an address or of standard input, the name to show, and the kind if it was told."""
    if name == "-":
        return standard_input().read(LIMITS.size + 1), "<stdin>", None
    if name.lower().startswith(("http://", "https://")):
        from tahqiq.reading import fetch

        data, kind, address = fetch(name)
        return data, address, kind
    return read_file(Path(name)), Path(name).name, None


def _write(
    reports: Iterator[Report], form: str, out: Path | None, told: str | None, *, many: bool, wanted: frozenset[str]
) -> bool:
    """Write every report as it comes; whether one of the wanted verdicts was found."""
    hit = False
    parts = []
    for report in reports:
        hit = hit or any(f.verdict in wanted for f in report.findings)
        text = renderer("jsonl" if many and form == "json" else form)(report, told or _own(report))
        if out is None:
            click.echo(text)
        else:
            parts.append(text)
    if out is not None and parts:
        write_file(out, "\n".join(parts).rstrip("\n") + "\n")
    return hit


def _own(report: Report) -> str:
    from tahqiq.reporting.words.messages import languages

    language = report.text.language
    return language if language in languages() else ui_language()


def renderer(form: str) -> Callable[[Report, str], str]:
    """The function that writes a report in this form and language."""
    if form in ("json", "jsonl"):
        from tahqiq.reporting.report import data

        return lambda report, _: data.dump(report) if form == "json" else data.dump_line(report)
    if form == "md":
        from tahqiq.reporting.report import markdown

        return markdown.render
    if form == "html":
        from tahqiq.reporting.report import html

        return html.render
    from tahqiq.reporting.report import terminal

    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return lambda report, language: terminal.render(report, language, color=on_terminal(sys.stdout), width=width)
