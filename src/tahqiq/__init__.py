"""Tahqiq: checks the figures of an article against a public, sourced record.

>>> import tahqiq
>>> report = tahqiq.check("Washington used its veto for the 43rd time for Israel.", published="2017-12-19")
>>> asked = tahqiq.ask("security_council_vetoes.vetoes_cast", member="USA", as_of="2024-08-01")
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from tahqiq.model import Report
    from tahqiq.record.ask import Asked
    from tahqiq.record.dataframes import Record

__version__ = "0.1.0"
__all__ = ["__version__", "ask", "check", "load_record"]


def check(
    document: str | bytes | PathLike[str],
    *,
    published: str | date | None = None,
    language: str | None = None,
    kind: str | None = None,
    today: str | date | None = None,
) -> Report:
    """Check a document: a text (str), a file (Path) or its bytes.

    `published` and `today` are dates or ISO text; `language` (ar, en) and `kind` (txt, md, html, pdf, docx) are found
    where they are not given. Raises InputError when the document cannot be read, UsageError for a wrong argument.
    """
    from tahqiq.catalog.dates import parse_day
    from tahqiq.checker import check as run

    if isinstance(document, PathLike):
        from tahqiq.reading.local_file import read_file

        data, source = read_file(Path(document)), Path(document).name
    else:
        data, source = _encoded(document) if isinstance(document, str) else document, "text"
        kind = kind or ("txt" if isinstance(document, str) else None)
    return run(
        data,
        source,
        kind=kind,
        language=language,
        published=parse_day(str(published)) if published else None,
        today=parse_day(str(today)) if today else None,
    )


def _encoded(text: str) -> bytes:
    from tahqiq.errors import InputError

    try:
        return text.encode()
    except UnicodeEncodeError as problem:  # half a surrogate pair is no character
        raise InputError("wrong_encoding", source="text", encoding="utf-8", position=problem.start) from problem


def ask(
    name: str, *, as_of: str | date | None = None, since: str | None = None, until: str | None = None, **filters: Any
) -> Asked:
    """Ask a measure (`register.measure`) under filters as of a day (today when none is given).

    Gives the value under every definition with its window, rows and sources. Raises UsageError for an unknown name.
    """
    from datetime import date

    from tahqiq.catalog.dates import parse_day
    from tahqiq.record.ask import ask as run

    named = {k: ",".join(map(str, v)) if isinstance(v, list | tuple) else str(v) for k, v in filters.items()}
    return run(name, named, as_of=parse_day(str(as_of), last=True) if as_of else date.today(), since=since, until=until)


def load_record() -> Record:
    """The record: its registers, and their rows as data frames (needs pandas)."""
    from tahqiq.record.dataframes import Record

    return Record()
