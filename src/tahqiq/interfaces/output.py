"""Where the reports of `tahqiq check` go: standard output, one file, or a folder with a file for each document."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import click

from tahqiq.errors import InputError, TahqiqError, UsageError
from tahqiq.interfaces.cli import on_terminal
from tahqiq.interfaces.progress import counting
from tahqiq.interfaces.telling import say, ui_language
from tahqiq.model import Report
from tahqiq.reading.local_file import write_file, write_parts

SUFFIXES = {
    "text": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "md": ".md",
    "html": ".html",
    "csv": ".csv",
    "claimreview": ".claimreview.json",
}
"""The forms of a report, each with the suffix of its files."""
ALIKE = {".htm": "html", ".markdown": "md", ".ndjson": "jsonl"}
SINGLE = ("html", "claimreview")
"""Forms of which two cannot stand in one file."""

Outcome = tuple[str, Report | TahqiqError]
"""The name of a document, and its report or why there is none."""
Render = Callable[[Report, str], str]


@dataclass(frozen=True, slots=True)
class Target:
    """What to write and where. `told` is the language of the reports; the article's own where it is None.

    `places`: for each document its file in the folder, where there is one; no two have the same.
    """

    form: str
    out: Path | None
    folder: Path | None
    told: str | None
    many: bool
    places: Mapping[str, Path]

    def write(self, outcomes: Iterator[Outcome]) -> None:
        """Write every report as it comes. InputError where it cannot be written; what stood there then stays."""
        if self.folder is not None:
            self._scatter(outcomes, self.folder)
            return
        parts = _parts(outcomes, self)
        if self.out is None:
            for part in parts:
                click.echo(part, nl=False)
        elif (first := next(parts, None)) is not None:
            write_parts(self.out, chain([first], parts))

    def language(self, report: Report) -> str:
        """The language a report is written in."""
        from tahqiq.reporting.words.messages import report_languages

        own = report.text.language
        return self.told or (own if own in report_languages() else ui_language())

    def left(self, names: Iterable[str]) -> list[str]:
        """The documents without a report that is newer than they are.

        Where the names of several are alike but for their folders, which report is whose may have changed since: all of
        these are left.
        """
        alike = Counter(map(_stem, self.places))
        return [name for name in names if alike[_stem(name)] > 1 or not _is_told(name, self.places[name])]

    def _scatter(self, outcomes: Iterator[Outcome], folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise InputError("cannot_write", path=str(folder), problem=problem.strerror) from problem
        render = renderer(self.form)
        for name, report in outcomes:
            if isinstance(report, Report):
                write_file(self.places[name], render(report, self.language(report)).rstrip("\n") + "\n")


def _is_told(name: str, report: Path) -> bool:
    """Whether a document has a report that is not older; what is no file here has no age."""
    if not report.is_file():
        return False
    document = Path(name)
    return not document.is_file() or report.stat().st_mtime >= document.stat().st_mtime


def target(
    form: str | None, out: Path | None, folder: Path | None, told: str | None, names: Sequence[str], *, many: bool
) -> Target:
    """Where reports go, and in which form: as asked, else by the suffix, else text on a terminal and JSON elsewhere.

    UsageError for a suffix of no form, for `out` and `folder` together, and for several pages in one file.
    """
    if out is not None and folder is not None:
        raise UsageError("out_twice")
    form = form or _by_suffix(out)
    if form is None:
        shown = out is None and folder is None and sys.stdout.isatty()
        form = "text" if shown else "jsonl" if many and folder is None else "json"
    if many and form in SINGLE and folder is None:
        raise UsageError("many_in_one", form=form)
    places = dict(_places(names, folder, SUFFIXES[form])) if folder is not None else {}
    return Target(form, out, folder, told, many, places)


def _by_suffix(out: Path | None) -> str | None:
    if out is None or not out.suffix or (out.exists() and not out.is_file()):
        return None
    suffix = out.suffix.lower()
    if out.name.lower().endswith(SUFFIXES["claimreview"]):
        return "claimreview"
    found = {v: k for k, v in SUFFIXES.items()} | ALIKE
    if suffix not in found:
        raise UsageError("unknown_format", name=suffix, known=", ".join(sorted(found)))
    return found[suffix]


def _places(names: Sequence[str], folder: Path, suffix: str) -> Iterator[tuple[str, Path]]:
    """A file in the folder for the report of each document."""
    taken: Counter[str] = Counter()
    for name in dict.fromkeys(names):
        stem = _stem(name)
        taken[stem] += 1
        yield name, folder / f"{stem}{f'-{taken[stem]}' if taken[stem] > 1 else ''}{suffix}"


def _stem(name: str) -> str:
    return Path(name.rstrip("/")).stem if name != "-" else "stdin"


def _parts(outcomes: Iterator[Outcome], to: Target) -> Iterator[str]:
    """What stands in one file, piece by piece: an array, lines, a table with one head, or texts below each other."""
    render, array = renderer(to.form), to.many and to.form == "json"
    written = False
    for name, report in outcomes:
        found: Iterable[str]
        if isinstance(report, Report):
            found = _json(report, to) if to.form == "json" else [render(report, to.language(report)).rstrip("\r\n")]
        elif to.many and to.form in ("json", "jsonl"):
            found = [_failure(name, report)]
        else:
            continue
        if to.form == "csv":
            yield "".join(("".join(found) + "\r\n").partition("\r\n")[2 if written else 0 :])
        else:
            yield (",\n" if written else "[\n") if array else ""
            yield from found
            yield "" if array else "\n"
        written = True
    if array and written:
        yield "\n]\n"


def _json(report: Report, to: Target) -> Iterator[str]:
    """A report claim by claim; what comes of it is shown where the report itself is not."""
    from tahqiq.reporting.report.data import pieces

    found = pieces(report)
    return found if to.many or to.out is None else counting(found, len(report.findings))


def _failure(source: str, problem: TahqiqError) -> str:
    """What stands in the place of a report that could not be made."""
    import json

    from tahqiq.reporting.words.messages import languages

    told = {language: say(problem, language) for language in languages()}
    failed = {"document": {"source": source}, "error": {"code": problem.code, **told}}
    return json.dumps(failed, ensure_ascii=False, separators=(",", ":"))


def renderer(form: str) -> Render:
    """The function that writes a report in this form and language."""
    from tahqiq.reporting.report import claimreview, data, exports, html, markdown, terminal

    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    forms: dict[str, Render] = {
        "json": lambda report, _: data.dump(report),
        "jsonl": lambda report, _: data.dump_line(report),
        "md": markdown.render,
        "html": html.render,
        "csv": lambda report, language: exports.claims_csv(data.to_json(report), language),
        "claimreview": lambda report, language: _dump(
            claimreview.reviews(data.to_json(report), language, address=None, on=date.today())
        ),
        "text": lambda report, language: terminal.render(report, language, color=on_terminal(sys.stdout), width=width),
    }
    return forms[form]


def _dump(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1)
