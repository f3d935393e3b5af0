"""One row of a source as one document, whatever form the source has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from tahqiq.catalog.dates import parse_day
from tahqiq.errors import InputError
from tahqiq.interfaces.corpus.plan import Columns, Form, Plan

Row = Mapping[str, Any]
PATH, CONTENT = "_path", "_content"
"""What the engine names the file a row comes from, and the bytes of a file or the line of one."""
PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt", "application/pdf": "pdf"}
"""The types of an answer kept in an archive that hold a document, and their kinds."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document before it is read. `day` is as the source writes it."""

    id: str
    path: str
    data: bytes
    kind: str | None = None
    day: str | None = None
    language: str | None = None
    outlet: str | None = None
    address: str | None = None

    @property
    def name(self) -> str:
        """What its messages call it, and what tells its kind where nothing else does."""
        return self.address or self.id

    def published(self) -> date | None:
        """The day of publication. InputError `bad_day` where the source writes what is none."""
        if not self.day:
            return None
        try:
            return parse_day(self.day[:10])
        except Exception as problem:
            raise InputError("bad_day", source=self.id, value=self.day) from problem


def from_file(row: Row, plan: Plan) -> Source:
    """A file of a folder: its path is its id."""
    path = str(row[PATH])
    if row[CONTENT] is None:
        raise InputError("unreadable", source=path, problem="")
    return Source(path, path, row[CONTENT], plan.settings.kind)


def from_line(row: Row, plan: Plan) -> Source:
    """A line of JSON: an object. InputError `bad_line`."""
    path, line = str(row[PATH]), str(row[CONTENT])
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise InputError("bad_line", source=f"{path}#{_mark(line)}", problem=str(problem)) from problem
    if not isinstance(found, dict):
        raise InputError("bad_line", source=f"{path}#{_mark(line)}", problem=type(found).__name__)
    return from_table({**found, PATH: path}, plan)


def from_table(row: Row, plan: Plan) -> Source:
    """A row of a table, or an object: its columns are named in the plan. InputError `no_text_column`."""
    columns: Columns = plan.settings.columns
    text = row.get(columns.text)
    told = [_text(row.get(name)) for name in (columns.day, columns.language, columns.outlet, columns.address)]
    data = text if isinstance(text, bytes) else str(text if text is not None else "").encode("utf-8", "replace")
    own = _text(row.get(columns.id))
    name = own if own is not None else f"{row[PATH]}#{_mark(data, *told)}"
    if text is None:
        raise InputError("no_text_column", source=name, name=columns.text)
    kind = plan.settings.kind or "txt"
    return Source(name, str(row[PATH]), data, kind, *told)


def from_archive(row: Row, plan: Plan) -> Source | None:
    """An answer of a web server kept in a WARC file; None for what is no document. Its record number is its id."""
    from warcio.bufferedreaders import ChunkedDataReader
    from warcio.statusandheaders import StatusAndHeadersParser

    stream = BytesIO(row[CONTENT] or b"")
    name = str(row["id"])
    try:
        head = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2"]).parse(stream)
        kind = PAGES.get((head.get_header("content-type") or "").partition(";")[0].strip().lower())
        if kind is None or head.get_statuscode() != "200":
            return None
        encoding = (head.get_header("content-encoding") or "").strip().lower() or None
        body = ChunkedDataReader(stream, decomp_type=encoding).read()
    except Exception as problem:
        raise InputError("damaged_file", source=name, kind="warc") from problem
    return Source(name, str(row[PATH]), body, kind, _text(row.get("day")), address=_text(row.get("address")))


READERS: Mapping[Form, Callable[[Row, Plan], Source | None]] = {
    "files": from_file,
    "jsonl": from_line,
    "csv": from_table,
    "parquet": from_table,
    "warc": from_archive,
}


def _text(value: Any) -> str | None:
    """A value of a column in words; None where it is empty."""
    said = "" if value is None else str(value).strip()
    return said or None


def _mark(*parts: object) -> str:
    """What tells a document without an id from others: a hash of all that is known of it."""
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:16]
