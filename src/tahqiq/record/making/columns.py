"""What each column of a table is: a place, a time, a figure with its unit and magnitude, a name, or a remark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from tahqiq.catalog.headers import load_headers, named_in, phrases, words_of
from tahqiq.catalog.languages import available
from tahqiq.catalog.places import load_names, load_places
from tahqiq.record.making.grid import Grid
from tahqiq.record.making.numbers import decimal_mark, missing, read_cell

Kind = Literal["place", "year", "month", "date", "figure", "name", "aside"]
TIMES = {"year": r"(1[5-9]|20)\d\d", "month": r"(1[5-9]|20)\d\d-(0[1-9]|1[0-2])", "date": r"\d{4}-\d\d-\d\d"}
MOSTLY = 0.8
"""So many of a column's cells must be of one kind."""
PLACES = 0.6
"""So many of a column's different values must be places: tables hold groups of states among them."""
LONG, MANY = 60, 2_000
"""A name is no longer, and a column has no more of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where it stands, its head, what it holds; the names of its values in other languages.

    `known`: the entry of `headers.yml` that its head names. `decimal`: the mark before its decimals.
    """

    at: int
    head: str
    kind: Kind
    known: str | None = None
    decimal: str = "."
    names: dict[str, int] = field(default_factory=dict)


def read_columns(grid: Grid) -> list[Column]:
    """Every column of a table, in order."""
    found = [_column(grid, at, head) for at, head in enumerate(grid.heads)]
    return _with_names(grid, _one_of_each(grid, found))


def _column(grid: Grid, at: int, head: str) -> Column:
    values = [row[at] for row in grid.rows if not missing(row[at])]
    named = named_in(head, phrases("columns"))
    if not values or named_in(head, {"notes": load_headers()["notes"]}):
        return Column(at, head, "aside")
    different = set(values)
    for kind, pattern in TIMES.items():
        timed = kind != "year" or named == "year" or (at < 3 and not _measured(head))
        if timed and sum(re.fullmatch(pattern, v) is not None for v in values) >= MOSTLY * len(values):
            return Column(at, head, kind, named)  # type: ignore[arg-type]
    if sum(place_of(v) is not None for v in different) >= PLACES * len(different) and len(different) > 1:
        return Column(at, head, "place", named_in(head, _columns(places=True)))
    if max(map(len, values)) > LONG:
        return Column(at, head, "aside")
    decimal = decimal_mark(values)
    if sum(read_cell(v, decimal) is not None for v in values) >= MOSTLY * len(values):
        return Column(at, head, "aside" if _is_id(head) else "figure", named_in(head, phrases("measures")), decimal)
    told = named_in(head, _columns(places=False)) or named
    return Column(at, head, "name" if len(different) <= MANY else "aside", told)


def _columns(*, places: bool) -> dict[str, list[str]]:
    """What heads say of columns below which places may stand, or only others."""
    entries = load_headers()["columns"]
    return {name: listed for name, listed in phrases("columns").items() if entries[name]["places"] == places}


def _measured(head: str) -> bool:
    return named_in(head, phrases("measures")) is not None


def _is_id(head: str) -> bool:
    """Whether a head says that the figures below only number the rows."""
    return re.search(r"(^|\W|_)(id|code|no|rank|#)$", head.strip().lower()) is not None


@cache
def _places() -> dict[str, str]:
    """Every name and code of a place, folded, by its code."""
    found: dict[str, str] = {}
    for language in available():
        for code, entry in load_names(language)["places"].items():
            for name in (entry["name"], *entry.get("terms", ())):
                found.setdefault(words_of(str(name)), code)
    known = load_places()["places"]
    told = {words_of(name): code for code, names in load_headers()["places"].items() for name in names if code in known}
    return found | told | {words_of(code): code for code in known}


def place_of(text: str) -> str | None:
    """The place that a cell names, by code or by name in any language, also with what stands behind a comma."""
    known = _places()
    return known.get(words_of(text)) or known.get(words_of(text.split(",")[0] if text.count(",") == 1 else ""))


def is_whole(text: str) -> bool:
    """Whether a cell names all the world."""
    return words_of(text) in map(words_of, load_headers()["whole"]["cells"])


def _one_of_each(grid: Grid, columns: Sequence[Column]) -> list[Column]:
    """Without columns that say again what another one says: codes beside names, numbers beside words."""
    kept: list[Column] = []
    for column in columns:
        twin = next((k for k in kept if column.kind == k.kind == "place" and _agree(grid, k, column)), None)
        if twin is None:
            kept.append(column)
        elif _placed(grid, column) > _placed(grid, twin):
            kept[kept.index(twin)] = Column(column.at, twin.head, "place", twin.known or column.known)
    return kept


def _placed(grid: Grid, column: Column) -> int:
    return sum(place_of(row[column.at]) is not None for row in grid.rows)


def _agree(grid: Grid, one: Column, other: Column) -> bool:
    both = [(place_of(r[one.at]), place_of(r[other.at])) for r in grid.rows]
    told = [(a, b) for a, b in both if a and b]
    return len(told) > 0 and all(a == b for a, b in told)


def _with_names(grid: Grid, columns: Sequence[Column]) -> list[Column]:
    """Columns of names that hold those of another column in a further language ("party", "party_ar") put with it."""
    names = [c for c in columns if c.kind == "name"]
    told: dict[int, dict[str, int]] = {}
    used: set[int] = set()
    for column in names:
        language = _language(column.head)
        base = next((b for b in names if b is not column and language and _same_rows(grid, b, column)), None)
        if language and base and base.at not in used:
            told.setdefault(base.at, {})[language] = column.at
            used.add(column.at)
    return [Column(c.at, c.head, c.kind, c.known, c.decimal, told.get(c.at, {})) for c in columns if c.at not in used]


def _language(head: str) -> str | None:
    """The language that the last word of a head names."""
    last = words_of(head).split()[-1:]
    codes = {code: {code, *load_headers()["languages"].get(code, ())} for code in available()}
    return next((code for code, words in codes.items() if last and last[0] in words), None)


def _same_rows(grid: Grid, one: Column, other: Column) -> bool:
    """Whether every value of one column has one value of the other."""
    pairs = {(r[one.at], r[other.at]) for r in grid.rows}
    return len(pairs) == len({a for a, _ in pairs})
