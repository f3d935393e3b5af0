"""Single rows of a measure: their day, their sources, and further measures of the same row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tahqiq.catalog.registers import load_registers
from tahqiq.model import Reading
from tahqiq.record.answers import Key, allowed, key_of, reading_of, series_of, shown_sql
from tahqiq.record.gaps import FROM_THE_START
from tahqiq.record.semantics import rows_sql
from tahqiq.record.series import load_rows


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id, its day (`first` where it spans several), its value, its sources, and a query that has it.

    `position` is its place among the compiled rows.
    """

    id: str
    day: date
    first: date
    value: float
    sources: tuple[str, ...]
    query: str
    position: int


def rows_of(reading: Reading, joint: str | None = None) -> tuple[Row, ...]:
    """The rows that any definition counts for the reading, in order of time."""
    return _rows(key_of(reading), tuple(reading.filters), joint)


@lru_cache(maxsize=256)
def _rows(asked: Key, order: tuple[str, ...], joint: str | None) -> tuple[Row, ...]:
    """The same for a key, with the filters of the query in their order."""
    reading = reading_of(asked)
    register = load_registers()[reading.register]
    measure = register.measures[reading.measure]
    rows = load_rows(register, measure)
    seen: dict[int, Row] = {}
    for choices in allowed(register, measure, reading):
        new = [p for p in series_of(reading, choices, FROM_THE_START, joint).positions if p not in seen]
        if not new:
            continue
        column = rows.column(register, measure, choices)
        query = shown_sql(*rows_sql(register, measure, {n: reading.filters[n] for n in order}, choices))
        for p in new:
            sources = tuple(s for s in rows.sources[p].split(";") if s)
            day, first = date.fromordinal(rows.days[p]), date.fromordinal(rows.periods[p])
            seen[p] = Row(rows.ids[p], day, min(first, day), column[p], sources, query, p)
    return tuple(seen[p] for p in sorted(seen, key=lambda p: (rows.days[p], p)))


def values_of(reading: Reading, row: Row, dimension: str) -> frozenset[str]:
    """All values of a dimension that a row has, such as every item of a notice; the dimension must have no rules."""
    register = load_registers()[reading.register]
    index = load_rows(register, register.measures[reading.measure]).index[dimension][""]
    return frozenset(value for value, positions in index.items() if row.position in positions)


def query_of(rows: Sequence[Row]) -> str:
    """The query that gives these rows and no others; of no rows there is none."""
    parts: dict[str, list[str]] = {}
    for row in rows:
        parts.setdefault(row.query, []).append("'" + row.id.replace("'", "''") + "'")
    listed = (f"SELECT * FROM ({sql}) WHERE CAST(row AS VARCHAR) IN ({', '.join(ids)})" for sql, ids in parts.items())
    return " UNION ALL ".join(listed)
