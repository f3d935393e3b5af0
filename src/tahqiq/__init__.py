"""Tahqiq: checks the figures of an article against a public, sourced record.

>>> import tahqiq
>>> report = tahqiq.check("Washington used its veto for the 43rd time for Israel.", published="2017-12-19")
>>> report
<Report on 'text' as of 2017-12-19: 1 claims (1 supported)>
>>> finding = report.findings[0]
>>> finding.claim.quote, finding.verdict, finding.answers[0].value
('43rd time for Israel', 'supported', 43)
>>> report.findings
(<Finding c1 '43rd time for Israel': supported (default_holds)>,)
>>> tahqiq.ask("security_council_vetoes.vetoes_cast", member="USA", as_of="2024-08-01").value
86
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tahqiq.release import __version__

if TYPE_CHECKING:
    from datetime import date

    from tahqiq.errors import TahqiqError
    from tahqiq.interfaces.python.answers import Asked
    from tahqiq.interfaces.python.record import Record
    from tahqiq.interfaces.python.report import Report

__all__ = ["__version__", "ask", "check", "check_many", "load_record"]


def check(
    document: str | bytes | PathLike[str],
    *,
    published: str | date | None = None,
    language: str | None = None,
    kind: str | None = None,
    encoding: str | None = None,
    today: str | date | None = None,
) -> Report:
    """Check a document: a text (str), a file (Path) or its bytes.

    `published` and `today` are dates or ISO text; `language` (ar, en), `kind` (txt, md, html, pdf, docx) and the
    `encoding` of a text or a page (windows-1256) are found where they are not given. Raises InputError when the
    document cannot be read, UsageError for a wrong argument.
    """
    from tahqiq.catalog.dates import parse_day
    from tahqiq.checker import check as run
    from tahqiq.interfaces.python.report import of

    data, source = _read(document)
    checked = run(
        data,
        source,
        kind=kind or ("txt" if isinstance(document, str) else None),
        language=language,
        encoding=None if isinstance(document, str) else encoding,
        published=parse_day(str(published)) if published else None,
        today=parse_day(str(today)) if today else None,
    )
    return of(checked)


def check_many(
    documents: Iterable[str | bytes | PathLike[str]], *, processes: int = 1, **options: Any
) -> Iterator[Report | TahqiqError]:
    """Check many documents, as they come: the report of each in the order given, or the error in its place.

    With `processes` they are checked side by side; a script then needs the usual `if __name__ == "__main__":`. The
    options are those of `check`. Raises UsageError for less than one process.

    Examples:
        >>> import tahqiq
        >>> [len(report.findings) for report in tahqiq.check_many(["No figure.", "China has cast 19 vetoes."])]
        [0, 1]
    """
    from functools import partial

    from tahqiq.errors import UsageError
    from tahqiq.interfaces.python.many import check_each, check_side_by_side

    if processes < 1:
        raise UsageError("unknown_value", name="processes", value=str(processes), known="1, 2, 4")
    run = partial(check, **options)
    return check_each(documents, run) if processes == 1 else check_side_by_side(documents, run, processes)


def _read(document: str | bytes | PathLike[str]) -> tuple[bytes, str]:
    """The bytes of what was given, and the name to show."""
    from tahqiq.errors import InputError, UsageError

    if isinstance(document, PathLike):
        from tahqiq.reading.local_file import read_file

        return read_file(Path(document)), Path(document).name
    if isinstance(document, bytes):
        return document, "text"
    if not isinstance(document, str):
        raise UsageError("no_document", given=type(document).__name__)
    try:
        return document.encode(), "text"
    except UnicodeEncodeError as problem:  # half a surrogate pair is no character
        raise InputError("wrong_encoding", source="text", encoding="utf-8", position=problem.start) from problem


def ask(
    name: str,
    *,
    as_of: str | date | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    **filters: Any,
) -> Asked:
    """Ask a measure (`register.measure`) under filters as of a day (today when none is given).

    A filter takes a value or a list of them; places by code or by name in any language. Gives the value under every
    definition with its window, rows and sources. Raises UsageError for an unknown name.
    """
    from datetime import date

    from tahqiq.interfaces.python.answers import of
    from tahqiq.record.ask import ask as run
    from tahqiq.record.given import read_day

    named = {k: ",".join(map(str, v)) if isinstance(v, list | tuple) else str(v) for k, v in filters.items()}
    day = read_day(str(as_of), last=True) if as_of else date.today()
    first, last = (str(bound) if bound else None for bound in (since, until))
    return of(run(name, named, as_of=day, since=first, until=last))


def load_record(*folders: str | PathLike[str]) -> Record:
    """The record: its registers, and their tables as data frames of pandas or polars.

    `folders` hold registers of your own, which are asked and checked with from then on. UsageError for a folder that
    there is not, or a register that is called as another one.
    """
    from tahqiq.catalog.folders import take_folders
    from tahqiq.interfaces.python.record import Record

    if folders:
        take_folders(folders)
    return Record()
