"""A measure through time under one definition, and the query that gives its value: summed, newest, or derived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tahqiq.catalog.registers import Measure, Register, find_measure
from tahqiq.catalog.schema import ALL
from tahqiq.model import Filters, Step
from tahqiq.record.derived import (
    agreement_steps,
    compared_steps,
    rank_steps,
    ratio_steps,
    share_steps,
    spanned_steps,
)
from tahqiq.record.gaps import Period
from tahqiq.record.picking import pick
from tahqiq.record.semantics import compared_sql, rank_sql, rows_sql, total_sql
from tahqiq.record.series import Rows, load_rows, steps, sums_by_year, values_of, yearly_steps

MARK = date(9999, 12, 30)
"""Stands for the as-of date in a prepared query."""
COMPARED = ("change", "growth")


@dataclass(frozen=True, slots=True)
class Slice:
    """What is asked of a measure under one definition; `base` is the measure that a derived one is reckoned from."""

    register: Register
    measure: Measure
    base: Measure
    filters: Filters
    choices: Mapping[str, str]
    period: Period
    of: Filters | None = None
    per: str | None = None

    def positions(self, rows: Rows, filters: Filters) -> list[int]:
        """The rows of the base measure under other filters."""
        return pick(self.register, self.base, rows, self.choices, filters, self.period, None)

    def sql(self, filters: Filters) -> tuple[str, list[str]]:
        """The query of the base measure's value under other filters, and its parameters."""
        sql, values = rows_sql(self.register, self.base, filters, self.choices, MARK, self.period)
        return total_sql(self.base, sql), values

    @property
    def owned(self) -> tuple[str, ...]:
        """The values of the dimension that a derived measure compares."""
        return self.filters[str(self.measure.over)]


def compared(asked: Slice) -> tuple[Filters, Filters]:
    """The two slices that a change compares: of the dimension with two values; of a year, and the one before."""
    two = next((name for name, values in asked.filters.items() if len(values) == 2), None)
    if two is not None:
        first, second = asked.filters[two]
        return {**asked.filters, two: (first,)}, {**asked.filters, two: (second,)}
    over = str(asked.measure.over)
    before = tuple(_before(asked, over, int(year)) for year in asked.filters.get(over, ()) if year.isdecimal())
    return asked.filters, {**asked.filters, over: before}


def _before(asked: Slice, over: str, year: int) -> str:
    """The year before one; in a table that never has two years in a row (of elections), the last that it has."""
    held = sorted(int(v) for v in set(values_of(asked.register.id, asked.base.id, over).values()) if v.isdecimal())
    apart = all(later - earlier > 1 for earlier, later in pairwise(held))
    earlier = [y for y in held if y < year]
    return str(earlier[-1] if apart and earlier else year - 1)


def query_of(asked: Slice) -> tuple[str, list[str]]:
    """The query that gives the value: over the rows, of two slices, or a place in the order of all."""
    measure, base = asked.measure, asked.base
    if measure.derive == "rank":
        over = str(measure.over)
        others = {k: v for k, v in asked.filters.items() if k != over}
        column = asked.register.dimensions[over].column
        sql, values = rows_sql(asked.register, base, others, asked.choices, MARK, asked.period, beside=column)
        return rank_sql(measure, base, column, sql, asked.owned), values
    if measure.derive in COMPARED:
        (first, mine), (second, its) = (asked.sql(filters) for filters in compared(asked))
        return compared_sql(first, second, relative=measure.derive == "growth"), [*mine, *its]
    if measure.derive in ("total", "average"):
        sql, values = rows_sql(asked.register, base, asked.filters, asked.choices, MARK, asked.period)
        return f"SELECT {'sum' if measure.derive == 'total' else 'avg'}(value) FROM ({sql})", values
    return asked.sql(asked.filters)


def steps_of(asked: Slice, rows: Rows, positions: list[int]) -> Iterable[Step]:
    """The value through time: a running sum, a yearly one, or what is derived from it. `positions`: the rows of the
    filters.
    """
    measure, base, register = asked.measure, asked.base, asked.register
    column = rows.column(register, base, asked.choices)
    derived = DERIVED.get(measure.derive or "")
    if derived is not None:
        return derived(asked, rows, column, positions)
    years = register.years_of(base)
    if asked.per is not None and years is not None:
        return yearly_steps(rows, positions, column, years)
    return steps(rows, positions, column, adds_up=base.aggregate != "row")


def _rank(asked: Slice, rows: Rows, column: Mapping[int, float], positions: list[int]) -> Iterable[Step]:
    """The place among all, whose rows are those of the other filters."""
    over = str(asked.measure.over)
    others = asked.positions(rows, {k: v for k, v in asked.filters.items() if k != over})
    owner = values_of(asked.register.id, asked.base.id, over)
    years = asked.register.years_of(asked.base)
    first, last = asked.period
    if years is not None and years.id == over and first is not None and last is not None:
        held = {owner[p] for p in others}
        if not {str(year) for year in range(first.year, last.year + 1)} <= held:
            return []  # who knows what the years were like that the table lacks
    adds_up, least = asked.base.aggregate != "row", asked.measure.order == "least"
    return rank_steps(rows, column, others, owner, asked.owned, adds_up=adds_up, least=least)


def _share(asked: Slice, rows: Rows, column: Mapping[int, float], positions: list[int]) -> Iterable[Step]:
    """The part of what the text says it is of, else of all values of the dimension: of the row that sums them, where
    there is one.
    """
    over = asked.measure.over
    whole = asked.positions(
        rows, asked.of if asked.of is not None else {k: v for k, v in asked.filters.items() if k != over}
    )
    owner = values_of(asked.register.id, asked.base.id, over) if over and asked.of is None else {}
    summed = [p for p in whole if owner.get(p) == ALL]
    return share_steps(rows, column, positions, summed or whole, adds_up=asked.base.aggregate != "row")


def _compared(asked: Slice, rows: Rows, column: Mapping[int, float], positions: list[int]) -> Iterable[Step]:
    first, second = (asked.positions(rows, filters) for filters in compared(asked))
    return compared_steps(rows, column, first, second, relative=asked.measure.derive == "growth")


def _spanned(asked: Slice, rows: Rows, column: Mapping[int, float], positions: list[int]) -> Iterable[Step]:
    owner = values_of(asked.register.id, asked.base.id, str(asked.measure.over))
    return spanned_steps(rows, column, positions, owner, asked.owned, mean=asked.measure.derive == "average")


def _ratio(asked: Slice, rows: Rows, column: Mapping[int, float], positions: list[int]) -> list[Step]:
    """The part of each year divided by the whole of that year."""
    register, measure = asked.register, asked.measure
    rule = next((register.axes[a].choices[asked.choices[a]].value for a in measure.axes), None) or "part / whole"
    owner, whole = find_measure(str(measure.whole))
    others = load_rows(owner, whole)
    held = {measure.match[k]: v for k, v in asked.filters.items() if k in measure.match}
    if not set(whole.needs) <= set(held):
        return []
    wholes = others.pick(next(iter(others.columns.values())), held, {}, (0, date.max.toordinal()))
    years = register.years_of(measure)
    assert years is not None, "a ratio is reckoned year by year"
    parts = sums_by_year(rows, positions, column, years)
    return ratio_steps(parts, others, wholes, measure.match[years.id], rule)


def _agreement(asked: Slice, rows: Rows, column: Mapping[int, float], positions: list[int]) -> Iterable[Step]:
    """How often the two values that are asked about stand on the same side, of those named or of all."""
    register, measure = asked.register, asked.measure
    sides = next((register.axes[a].choices[asked.choices[a]].value for a in measure.axes), None)
    over, beside = str(measure.over), str(measure.beside)
    named = sides.split() if sides else register.dimensions[over].either

    def held(side: str, dimension: str) -> frozenset[int]:
        index = rows.index[side][""]
        return frozenset[int]().union(*(index.get(value, frozenset()) for value in asked.filters[dimension]))

    return agreement_steps(rows, positions, [(held(side, over), held(side, beside)) for side in named])


DERIVED = {
    "rank": _rank,
    "share": _share,
    "ratio": _ratio,
    "agreement": _agreement,
    "change": _compared,
    "growth": _compared,
    "total": _spanned,
    "average": _spanned,
}
"""How each derived measure is reckoned."""
