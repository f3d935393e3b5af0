"""A table as it was brought, CSV, Excel, Parquet or JSON lines: its heads, and its rows as text with their places."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tahqiq.errors import InputError, TahqiqError
from tahqiq.reading.decode import decode
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.local_file import read_file

SEPARATORS = ",;\t|"
MOST_COLUMNS, MOST_ROWS, LONGEST = 500, 500_000, 2_000
"""A table has no more columns and rows, a cell no more characters: what is larger is no table of figures."""
LOOK = 30
"""Among so many first lines the heads stand."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Heads, and rows of as many cells. `lines` holds the line of each row in its file, for messages."""

    source: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]


def read_grid(path: Path) -> Grid:
    """The table in a file. InputError, in one line, for what is no table or larger than any."""
    data = read_file(path, Limits(size=5 * LIMITS.size))
    if data.startswith(b"PAR1"):
        lines = _parquet(path)
    elif data.startswith(b"PK"):
        lines = _excel(path)
    elif path.suffix in (".jsonl", ".ndjson", ".json"):
        lines = _json(decode(data, path.name, Limits(size=5 * LIMITS.size)), path.name)
    else:
        lines = _separated(decode(data, path.name, Limits(size=5 * LIMITS.size)), path.name)
    return _grid(path.name, lines)


Lines = Iterator[tuple[int, Sequence[str]]]


def _separated(text: str, source: str) -> Lines:
    csv.field_size_limit(10 * LONGEST)
    first = "\n".join(text.splitlines()[:LOOK])
    separator = max(SEPARATORS, key=lambda s: _evenly(first, s))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as problem:
        code = "long_cell" if "limit" in str(problem) else "broken_table"
        raise InputError(code, source=source, line=reader.line_num + 1, problem=str(problem), limit=LONGEST) from None


def _evenly(text: str, separator: str) -> int:
    """How many cells the lines have that most have, when they are parted so."""
    try:
        counts = [len(cells) for cells in csv.reader(io.StringIO(text), delimiter=separator, skipinitialspace=True)]
    except csv.Error:
        return 0
    usual = max(set(counts), key=counts.count, default=0)
    return counts.count(usual) * (usual - 1)


def _excel(path: Path) -> Lines:
    try:
        import openpyxl
    except ImportError as problem:
        raise TahqiqError("needs_extra", kind="Excel", extra="tables") from problem
    try:
        with path.open("rb") as file:
            books = [openpyxl.load_workbook(file, read_only=True, data_only=told) for told in (True, False)]
            values, written = (book.worksheets[0].iter_rows(max_col=MOST_COLUMNS + 1) for book in books)
            for line, (row, formulas) in enumerate(zip(values, written, strict=False), 1):
                for cell, formula in zip(row, formulas, strict=False):
                    if cell.value is None and str(formula.value or "").startswith("="):
                        raise InputError("formula", source=path.name, line=line, value=str(formula.value)[:40])
                yield line, [_text(cell.value) for cell in row]
    except InputError:
        raise
    except Exception as problem:  # the library raises whatever a broken archive made it stumble over
        raise InputError("broken_table", source=path.name, line=1, problem=f"{type(problem).__name__}") from problem


def _parquet(path: Path) -> Lines:
    import duckdb

    try:
        found = duckdb.connect(":memory:").execute("SELECT * FROM read_parquet(?) LIMIT ?", [str(path), MOST_ROWS + 1])
        yield 1, [column[0] for column in found.description or ()]
        for line, row in enumerate(found.fetchall(), 2):
            yield line, [_text(value) for value in row]
    except duckdb.Error as problem:
        raise InputError("broken_table", source=path.name, line=1, problem=_short(problem)) from problem


def _json(text: str, source: str) -> Lines:
    try:
        rows = json.loads(text) if text.lstrip().startswith("[") else [json.loads(x) for x in text.splitlines() if x]
    except (ValueError, RecursionError) as problem:
        raise InputError("broken_table", source=source, line=1, problem=_short(problem)) from problem
    if not all(isinstance(row, dict) for row in rows):
        raise InputError("no_table", source=source)
    heads = list(dict.fromkeys(key for row in rows for key in row))
    yield 1, heads
    for line, row in enumerate(rows, 1):
        nested = next((key for key, value in row.items() if isinstance(value, dict | list)), None)
        if nested is not None:
            raise InputError("nested_cell", source=source, line=line, name=nested)
        yield line, [_text(row.get(head)) for head in heads]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value).removesuffix(" 00:00:00")


def _short(problem: Exception) -> str:
    return " ".join(str(problem).split())[:120]


def _grid(source: str, lines: Lines) -> Grid:
    """The rows below the heads: the first of the widest lines among the first ones, as a title may stand above them."""
    first = list(itertools.islice(lines, LOOK))
    for line, cells in first:
        _bounded(source, line, cells)
    width = max((_filled(cells) for _, cells in first), default=0)
    if width < 2:
        raise InputError("no_table", source=source)
    at = next(i for i, (_, cells) in enumerate(first) if _filled(cells) > width / 2)
    heads = [cell.strip() for cell in first[at][1]]
    rows: list[tuple[str, ...]] = []
    places: list[int] = []
    for line, cells in itertools.chain(first[at + 1 :], lines):
        _bounded(source, line, cells)
        if len(rows) >= MOST_ROWS:
            raise InputError("many_rows", source=source, limit=MOST_ROWS)
        if any(cell.strip() for cell in cells):
            rows.append(_row(source, line, cells, len(heads)))
            places.append(line)
    return Grid(source, tuple(_heads(heads)), tuple(rows), tuple(places))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _bounded(source: str, line: int, cells: Sequence[str]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise InputError("many_columns", source=source, limit=MOST_COLUMNS, found=len(cells))
    if any(len(cell) > LONGEST for cell in cells):
        raise InputError("long_cell", source=source, line=line, limit=LONGEST)


def _row(source: str, line: int, cells: Sequence[str], width: int) -> tuple[str, ...]:
    if _filled(cells[width:]):
        raise InputError("ragged", source=source, line=line, found=len(cells), heads=width)
    for cell in cells:
        if cell.lstrip().startswith("=") and len(cell.strip()) > 1:
            raise InputError("formula", source=source, line=line, value=cell.strip()[:40])
    return tuple(cell.strip() for cell in (*cells[:width], *[""] * (width - len(cells))))


def _heads(heads: Sequence[str]) -> Iterator[str]:
    """The heads, those without one numbered, those told twice told apart."""
    seen: dict[str, int] = {}
    for at, head in enumerate(heads, 1):
        name = head or f"column {at}"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} {seen[name]}"
