"""`tahqiq check`: read documents, check them, write reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from glob import glob
from pathlib import Path
from typing import Any

import click

from tahqiq.catalog.dates import parse_day
from tahqiq.checker import check_text
from tahqiq.errors import InputError, TahqiqError, UsageError
from tahqiq.interfaces.cli import fail, standard_input
from tahqiq.interfaces.completing import verdicts
from tahqiq.interfaces.helping import known_language
from tahqiq.interfaces.output import SUFFIXES, Outcome, Target, target
from tahqiq.interfaces.progress import ticking
from tahqiq.interfaces.telling import ui_language
from tahqiq.interfaces.versioned import record_version
from tahqiq.model import VERDICTS, Report
from tahqiq.reading import LIMITS, read
from tahqiq.reading.local_file import read_file, write_file

FOUND = 3
"""The exit code of --fail-on."""
READ = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx")
"""The files of a folder that are taken for articles."""
TABLES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".xlsx")
"""Files of which each row may be an article: read as one text they would mix them."""


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", metavar="DATE")
@click.option("--lang", metavar="CODE")
@click.option("--kind")
@click.option("--encoding", metavar="NAME")
@click.option("--report-lang", "told", metavar="CODE", callback=known_language)
@click.option("--format", "-f", "form", type=click.Choice(list(SUFFIXES)))
@click.option("--out", "-o", type=click.Path(path_type=Path))
@click.option("--out-dir", "folder", type=click.Path(path_type=Path))
@click.option("--fail-on", metavar="VERDICT,...", shell_complete=verdicts)
@click.option("--today", metavar="DATE")
@record_version
@click.option("--since", type=click.Path(path_type=Path))
@click.option("--resume", is_flag=True)
def check(files: tuple[str, ...], **options: Any) -> int:
    """Check articles: every figure, date, vote and list the record can answer.

    \b
    tahqiq check article.txt
    tahqiq check article.html -o report.html
    tahqiq check drafts/ --out-dir reports -f html --resume
    tahqiq check a.txt b.txt -f jsonl | jq .claims
    """
    wanted, out = _verdicts(options["fail_on"]), options["out"]
    names, many = _expand(files), len(files) > 1 or any(map(_holds_many, files))
    if out is not None and any(_same(out, name) for name in names):
        raise UsageError("out_is_input", path=str(out))
    to = target(options["form"], out, options["folder"], options["told"], names, many=many)
    if options["resume"]:
        names = _left(to, names, options)
    published, today = (parse_day(options[name]) if options[name] else None for name in ("published", "today"))
    work = _Work(published, options["lang"], options["kind"], options["encoding"], today, many, wanted)
    shown = sys.stdout.isatty() and not (out or options["folder"])
    quiet = sys.stderr is None or not sys.stderr.isatty() or len(names) < 2 or shown
    if options["since"]:
        return _since(options["since"], work, names, to)
    with nullcontext(names) if quiet else click.progressbar(names, file=sys.stderr) as steps:
        to.write(work.outcomes(steps))
    return work.end()


def _left(to: Target, names: list[str], options: Mapping[str, Any]) -> list[str]:
    """What an earlier run has left to do, after saying how much it did. UsageError where that cannot be told."""
    from tahqiq.reporting.words.messages import load_messages

    if to.folder is None or options["fail_on"] or options["since"]:
        raise UsageError("resume_alone")
    left = to.left(names)
    messages = load_messages(ui_language())
    click.echo(f"tahqiq: {messages.format('notice-resumed', done=len(names) - len(left), count=len(left))}", err=True)
    return left


def _since(old: Path, work: _Work, names: list[str], to: Target) -> int:
    """Write what has changed since an older report. UsageError for several articles, or a form without changes."""
    from tahqiq.interfaces.differing import changes, read_report
    from tahqiq.reporting.report.data import to_json

    if work.many or to.form not in ("text", "json"):
        raise UsageError("since_one")
    before = read_report(old)
    for _, report in work.outcomes(names):
        if isinstance(report, Report):
            told = changes(before, to_json(report), to.form, to.language(report)) + "\n"
            write_file(to.out, told) if to.out else click.echo(told, nl=False)
    return work.end()


def _holds_many(name: str) -> bool:
    """Whether an argument stands for any number of articles: a folder or a pattern."""
    return Path(name).is_dir() or (_is_pattern(name) and not Path(name).exists())


def _is_pattern(name: str) -> bool:
    return any(sign in name for sign in "*?[") and not _is_address(name)


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _expand(files: Iterable[str]) -> list[str]:
    """The articles of folders and patterns, in the order of their names. InputError where there are none."""
    names: list[str] = []
    for name in files:
        if not _holds_many(name):
            names.append(name)
            continue
        found = Path(name).rglob("*") if Path(name).is_dir() else map(Path, glob(name, recursive=True))
        articles = sorted(str(path) for path in found if path.is_file() and path.suffix.lower() in READ)
        if not articles:
            raise InputError("no_articles", name=name, known=", ".join(READ))
        names += articles
    return names


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


@dataclass
class _Work:
    """How documents are checked, which could not be read, and whether a wanted verdict was found."""

    published: date | None
    lang: str | None
    kind: str | None
    encoding: str | None
    today: date | None
    many: bool
    wanted: frozenset[str]
    hit: bool = False
    failed: list[TahqiqError] = field(default_factory=list)

    def outcomes(self, names: Iterable[str]) -> Iterator[Outcome]:
        """One report or error for each document; a document that cannot be read does not lose the others."""
        for name in names:
            try:
                report = self._check(name)
            except InputError as problem:
                self.failed.append(problem)
                yield name, problem
                continue
            self.hit = self.hit or any(f.verdict in self.wanted for f in report.findings)
            yield name, report

    def end(self) -> int:
        """Say what could not be read, and give the exit code."""
        for problem in self.failed:
            fail(problem)
        if self.failed:
            return max(p.exit_code for p in self.failed)
        return FOUND if self.hit else 0

    def _check(self, name: str) -> Report:
        if self.kind is None and Path(name).suffix.lower() in TABLES and not _is_address(name):
            raise InputError("a_table", source=name)
        data, source, found = load(name)
        with nullcontext() if self.many else ticking(source) as clock:
            text = read(
                data,
                name if self.many and name != "-" else source,
                kind=self.kind or found,
                published=self.published,
                language=self.lang,
                encoding=self.encoding,
                apart=True,
            )
            if clock is not None:
                clock.expect(text, self.today)
            report = check_text(text, self.today)
        _warn(report)
        return report


def _warn(report: Report) -> None:
    """Say which registers were left out, and where the language of the text is not read."""
    from tahqiq.catalog.languages import available
    from tahqiq.reporting.words.flaws import tell_left_out
    from tahqiq.reporting.words.messages import load_messages

    messages = load_messages(ui_language())
    told = [tell_left_out(found, messages) for found in report.warnings]
    if not report.text.language_read:
        name, figures = messages.language_name(report.text.language), report.text.language in available()
        told.append(messages.format("notice-language_unread", language=name, figures="yes" if figures else "no"))
    for line in told:
        click.echo(f"tahqiq: {line}", err=True)


def load(name: str) -> tuple[bytes, str, str | None]:
    """The bytes of a file, of an address or of standard input, the name to show, and the kind if it was told."""
    if name == "-":
        return standard_input().read(LIMITS.size + 1), "<stdin>", None
    if _is_address(name):
        from tahqiq.reading import fetch

        data, kind, address = fetch(name)
        return data, address, kind
    return read_file(Path(name)), Path(name).name, None
