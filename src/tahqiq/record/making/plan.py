"""What a table becomes: its measures, what they can be asked by, its time, and its rows in long form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from tahqiq.catalog.headers import load_headers, words_of
from tahqiq.catalog.places import load_places
from tahqiq.catalog.schema import ALL
from tahqiq.errors import InputError, UsageError
from tahqiq.record.making.columns import TIMES, Column, is_whole, place_of, read_columns
from tahqiq.record.making.grid import Grid
from tahqiq.record.making.heads import Head, entry, read_head, year_of
from tahqiq.record.making.ids import clean, slug, unique
from tahqiq.record.making.numbers import missing, read_cell

WIDE = 3
"""So many columns headed by years make a table that has a column for each."""
MOST_DIMENSIONS = 4
MONEY, PLAIN = "money", "plain"
"""The unit of a measure that is in some currency, and of one that is in no unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the table. `known`: its entry in `headers.yml`. `size`: what one unit of its figures stands for.
    `head`: what stands over it. `topic`: words of it that tell what a noun of many uses is of.
    """

    id: str
    title: str
    known: str | None
    unit: str
    size: int = 1
    topic: str = ""
    counted: bool = False
    head: str = ""

    @property
    def adds_up(self) -> bool:
        """Whether figures of several rows may be summed."""
        return bool(self.known and load_headers()["measures"][self.known]["adds_up"])

    @property
    def flows(self) -> bool:
        """Whether figures of several years may be summed."""
        return bool(self.known and load_headers()["measures"][self.known]["flow"])

    @property
    def is_rate(self) -> bool:
        """Whether its unit says how much and not how many: it is not summed."""
        return bool(load_headers()["units"].get(self.unit, {}).get("rate"))


@dataclass(frozen=True, slots=True)
class Dimension:
    """What rows are about. `names` gives, by language, what each value is called."""

    id: str
    title: str
    known: str | None
    places: bool
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def bodies(self) -> bool:
        """Whether names that are no places stand beside them: of bodies of several states, and others."""
        return self.places and bool(self.known and load_headers()["columns"][self.known]["bodies"])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the table that is not taken: a message code with its details."""

    code: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """`time` is `year`, `month`, `date` or None. A row maps dimensions and the time to text, measures to figures.
    `complete`: its maker says that nothing is missing.
    """

    name: str
    measures: tuple[Measure, ...]
    dimensions: tuple[Dimension, ...]
    time: str | None
    rows: tuple[Mapping[str, Any], ...]
    left_out: tuple[LeftOut, ...]
    complete: bool = False

    @property
    def whole(self) -> bool:
        """Whether the table of states has rows of all the world."""
        return len(self.dimensions) == 1 and any(row[self.dimensions[0].id] == ALL for row in self.rows)


def make_plan(grid: Grid, name: str, title: str, *, complete: bool = False, only: Sequence[str] = ()) -> Plan:
    """The plan of a table. InputError, in one line, for a table in which nothing can be asked."""
    columns = read_columns(grid)
    left: list[LeftOut] = []
    wide = [c for c in columns if c.kind == "figure" and year_of(c.head)]
    wide = wide if len(wide) >= WIDE else []
    time = "year" if wide else next((c.kind for c in columns if c.kind in TIMES), None)
    about = [c for c in columns if c.kind in ("place", "name")]
    counted = next((c for c in about if c.known == "winner"), None)
    figures = [] if counted else [c for c in columns if c.kind == "figure" and c not in wide]
    figures = _only(figures, only)
    if not (wide or figures or counted):
        raise InputError("no_figures", source=grid.source, known=", ".join(grid.heads[:12]))
    about, title = _constant(grid, about, title)
    if counted:
        about = [counted]
    if len(about) > MOST_DIMENSIONS:
        left.append(LeftOut("columns", {"names": ", ".join(c.head for c in about[MOST_DIMENSIONS:])}))
    dimensions = _dimensions(grid, about[:MOST_DIMENSIONS])
    if not (dimensions or time or counted) and len(grid.rows) > 1:
        raise InputError("no_row_key", source=grid.source, known=", ".join(grid.heads[:12]))
    measures = list(_measures(grid, wide, figures, counted, title))
    rows = _rows(grid, columns, list(zip(about, dimensions, strict=False)), measures, wide, time, left)
    if not rows:
        raise InputError("no_rows", source=grid.source)
    kept = tuple(m for m, _ in measures if m.counted or any(m.id in row for row in rows))
    return Plan(name, kept, tuple(dimensions), time, tuple(rows), tuple(left), complete)


def _only(figures: Sequence[Column], only: Sequence[str]) -> list[Column]:
    """The columns that the maker names, or all. UsageError for a name that none has."""
    heads = {c.head: c for c in figures}
    for head in only:
        if head not in heads:
            raise UsageError("unknown_column", name=head, known=", ".join(heads))
    return [heads[head] for head in only] or list(figures)


def _constant(grid: Grid, about: Sequence[Column], title: str) -> tuple[list[Column], str]:
    """The columns whose values differ; one that says the same in every row tells what the table is of."""
    kept = []
    for column in about:
        values = {row[column.at] for row in grid.rows if row[column.at]}
        if len(values) > 1 or len(grid.rows) == 1:
            kept.append(column)
        elif values and words_of(column.head) in map(words_of, load_headers()["indicators"]):
            title = values.pop()
    return [c for c in kept if not any(_tells(grid, other, c) for other in kept if other is not c)], title


def _tells(grid: Grid, column: Column, other: Column) -> bool:
    """Whether each value of one column comes with one value of another, which so says nothing more of a row."""
    pairs = {(row[column.at], row[other.at]) for row in grid.rows}
    values = {value for value, _ in pairs}
    return len(pairs) == len(values) and len(values) > len({value for _, value in pairs})


def _dimensions(grid: Grid, about: Sequence[Column]) -> list[Dimension]:
    found: list[Dimension] = []
    for column in about:
        taken = {d.id for d in found}
        name = unique(column.known or slug(column.head) or column.kind, taken)
        names: dict[str, dict[str, str]] = {}
        for language, at in column.names.items():
            names[language] = {clean(r[column.at]): r[at] for r in grid.rows if r[at] and r[column.at]}
        found.append(Dimension(name, column.head, column.known, column.kind == "place", names))
    return found


def _measures(
    grid: Grid, wide: Sequence[Column], figures: Sequence[Column], counted: Column | None, title: str
) -> Iterator[tuple[Measure, Column | None]]:
    if counted:
        yield Measure("titles", title, "winners", "titles", 1, read_head(title).rest or title, counted=True), counted
        return
    taken: set[str] = set()
    for column in [*figures, *wide[:1]]:
        head = read_head(title if column in wide else column.head)
        if not head.measure and not head.rest:  # "Value": what it is the title tells
            told = read_head(title)
            head = Head(told.measure, head.unit or told.unit, head.size * told.size, told.rest)
        unit = head.unit or _unit_of_cells(grid, column) or _guessed(head)
        name = unique(head.measure or slug(head.rest) or "figure", taken)
        taken.add(name)
        shown = title if column in wide else column.head
        yield Measure(name, head.rest or shown, head.measure, unit, head.size, head.rest, head=shown), column


def _guessed(head: Head) -> str:
    """The unit of a measure of which neither head nor cells tell one."""
    return str(load_headers()["money"]) if entry(head.measure)["unit"] == MONEY else PLAIN


def _unit_of_cells(grid: Grid, column: Column) -> str | None:
    """The unit that the figures of a column bear themselves."""
    for row in grid.rows:
        cell = read_cell(row[column.at], column.decimal)
        if cell is not None:
            return cell.unit
    return None


def _rows(
    grid: Grid,
    columns: Sequence[Column],
    about: Sequence[tuple[Column, Dimension]],
    measures: Sequence[tuple[Measure, Column | None]],
    wide: Sequence[Column],
    time: str | None,
    left: list[LeftOut],
) -> list[dict[str, Any]]:
    timed = next((c for c in columns if c.kind == time), None) if not wide else None
    found: dict[tuple[str, ...], tuple[int, dict[str, Any]]] = {}
    strangers: dict[str, None] = {}
    for cells, line in zip(grid.rows, grid.lines, strict=True):
        base = _about(cells, about, strangers)
        if base is not None and timed is not None and not re.fullmatch(TIMES[str(time)], cells[timed.at]):
            left.append(LeftOut("time", {"line": line, "column": timed.head, "value": cells[timed.at][:40]}))
            continue
        if base is None:
            continue
        for row in _told(grid.source, line, cells, base, measures, wide, timed, time, left):
            key = tuple(str(row.get(n)) for n in (*base, time or ""))
            if any(m.counted for m, _ in measures):
                key = (*key, str(line))
            earlier = found.setdefault(key, (line, row))
            if earlier[1] != row:
                told = ", ".join(k for k in key if k != "None")
                raise InputError("same_row", source=grid.source, first=earlier[0], line=line, key=told)
    if strangers:
        left.append(LeftOut("places", {"names": ", ".join(list(strangers)[:8]), "count": len(strangers)}))
    return [row for _, row in found.values()]


def _about(
    cells: Sequence[str], about: Sequence[tuple[Column, Dimension]], strangers: dict[str, None]
) -> dict[str, str] | None:
    """Whom a row is about; None where it names no place that is known, or nobody."""
    found = {}
    for column, dimension in about:
        text = clean(cells[column.at])
        value = place_of(cells[column.at]) if dimension.places else text
        value = text if value is None and dimension.bodies else value
        value = ALL if value is None and len(about) == 1 and is_whole(text) else value
        if dimension.places and value is None and text:
            strangers[text] = None
        if not value:
            return None
        found[dimension.id] = value
    return found


def _told(
    source: str,
    line: int,
    cells: Sequence[str],
    base: Mapping[str, str],
    measures: Sequence[tuple[Measure, Column | None]],
    wide: Sequence[Column],
    timed: Column | None,
    time: str | None,
    left: list[LeftOut],
) -> Iterator[dict[str, Any]]:
    """The rows of long form that a row of the table makes: one, or one for each year."""
    when = {str(time): cells[timed.at]} if timed is not None else {}
    fixed = [(m, c) for m, c in measures if c is not None and c not in wide and not m.counted]
    figures = _figures(line, cells, fixed, left)
    if any(m.counted for m, _ in measures) or (figures and not wide):
        yield {**base, **when, **figures}
    for column in wide:
        measure = next(m for m, c in measures if c is wide[0])
        told = _figures(line, cells, [(measure, replace(column, decimal=wide[0].decimal))], left)
        if told:
            yield {**base, "year": str(year_of(column.head)), **told}


def _figures(
    line: int, cells: Sequence[str], measures: Sequence[tuple[Measure, Column]], left: list[LeftOut]
) -> dict[str, Decimal]:
    found = {}
    for measure, column in measures:
        text = cells[column.at]
        if missing(text):
            continue
        cell = read_cell(text, column.decimal)
        if cell is None:
            left.append(LeftOut("cell", {"line": line, "column": column.head, "value": text[:40]}))
        else:
            found[measure.id] = cell.value * measure.size
    return found


def no_places(plan: Plan, dimension: Dimension) -> list[str]:
    """The values of a dimension that are no places, in order."""
    known = load_places()["places"] if dimension.places else {}
    return [value for value in dict.fromkeys(str(row[dimension.id]) for row in plan.rows) if value not in known]
