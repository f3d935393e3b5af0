"""From a reading to its answers: the value under every definition, the windows, the rows, the query."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Gap, Measure, Register, definition_id, definitions, find_measure, load_registers
from tahqiq.errors import UsageError
from tahqiq.model import Answer, Filters, Reading
from tahqiq.record.derived import rank_steps, ratio_steps, share_steps
from tahqiq.record.semantics import rows_sql, total_sql
from tahqiq.record.series import Rows, Step, load_rows, steps, yearly_steps
from tahqiq.record.windows import value_at, windows

Period = tuple[date | None, date | None]
FROM_THE_START: Period = (None, None)
Items = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A measure through time under one definition, and the positions of the rows behind it."""

    steps: tuple[Step, ...]
    positions: tuple[int, ...]


def answers(
    reading: Reading,
    as_of: date,
    *,
    holds: Callable[[float], bool] | None = None,
    period: Period = FROM_THE_START,
    joint: str | None = None,
) -> tuple[Answer, ...]:
    """The reading under every definition it allows, the default first; definitions that count the same are one answer.

    `holds` tests a value against the stated one and gives the windows. `period` limits the rows by the day they
    belong to. `joint` names a filter whose several values must all hold for a row ("Russia and China together").
    """
    register = load_registers()[reading.register]
    measure = register.measures[reading.measure]
    found: list[Answer] = []
    seen: dict[tuple[tuple[int, ...], tuple[Step, ...]], int] = {}
    for choices in allowed(register, measure, reading, period[1]):
        series = series_of(reading, choices, period, joint)
        key = (series.positions, series.steps)
        if key in seen:
            lacking = missing(register, measure, reading.filters, choices, as_of, period)
            found[seen[key]] = _with_same(found[seen[key]], definition_id(choices), lacking)
            continue
        seen[key] = len(found)
        found.append(_answer(register, measure, reading, choices, series, as_of, holds, period, default=not found))
    return tuple(found)


def allowed(register: Register, measure: Measure, reading: Reading, until: date | None = None) -> list[dict[str, str]]:
    """The definitions that agree with what the text itself settles, and that reach as far as the period asked about."""
    listed = definitions(measure, register, frozenset(reading.filters))
    return [
        d
        for d in listed
        if all(d.get(axis) in (None, *wanted) for axis, wanted in reading.choices.items())
        and all(register.axes[a].choices[c].admits(reading.filters, until) for a, c in d.items())
    ]


def series_of(reading: Reading, choices: Mapping[str, str], period: Period, joint: str | None = None) -> Series:
    """The reading through time under one definition."""
    of = tuple(sorted(reading.of.items())) if reading.of is not None else None
    filters = tuple(sorted((k, tuple(v)) for k, v in reading.filters.items()))
    return _series(reading.register, reading.measure, filters, tuple(choices.items()), period, joint, of, reading.per)


@lru_cache(maxsize=8192)
def _series(
    register_id: str,
    measure_id: str,
    filters: Items,
    choices: tuple[tuple[str, str], ...],
    period: Period,
    joint: str | None,
    of: Items | None,
    per: str | None,
) -> Series:
    register = load_registers()[register_id]
    measure = register.measures[measure_id]
    base = register.measures[measure.of] if measure.of else measure
    rows = load_rows(register, base)
    picked = dict(choices)
    column = rows.column(register, base, picked)
    positions = _pick(register, base, rows, picked, dict(filters), period, joint)
    if measure.derive == "rank":
        others = _pick(register, base, rows, picked, {k: v for k, v in filters if k != measure.over}, period, None)
        over = rows.index[str(measure.over)][""]
        return Series(tuple(rank_steps(rows, column, others, over, dict(filters)[str(measure.over)])), tuple(positions))
    if measure.derive == "ratio":
        rule = next((register.axes[a].choices[picked[a]].value for a in measure.axes), None) or "part / whole"
        return Series(tuple(_ratio(measure, rows, column, positions, dict(filters), rule)), tuple(positions))
    if measure.derive == "share":
        whole = dict(of) if of is not None else {k: v for k, v in filters if k not in ("recipient", measure.over)}
        wholes = _pick(register, base, rows, picked, whole, period, None)
        return Series(tuple(share_steps(rows, column, positions, wholes)), tuple(positions))
    if per is not None and "fiscal_year" in rows.index:
        return Series(tuple(yearly_steps(rows, positions, column)), tuple(positions))
    adds_up = base.aggregate != "row"
    return Series(tuple(steps(rows, positions, column, adds_up=adds_up)), tuple(positions))


def _ratio(
    measure: Measure, rows: Rows, column: Mapping[int, float], positions: list[int], filters: Filters, rule: str
) -> list[Step]:
    """The part of each year divided by the whole of that year."""
    register, whole = find_measure(str(measure.whole))
    others = load_rows(register, whole)
    held = {measure.match[k]: v for k, v in filters.items() if k in measure.match}
    wholes = others.pick(next(iter(others.columns.values())), held, {}, (0, date.max.toordinal()))
    year = measure.match["fiscal_year"]
    return ratio_steps(rows, column, positions, others, wholes, year, rule)


def _pick(
    register: Register,
    base: Measure,
    rows: Rows,
    choices: Mapping[str, str],
    filters: Filters,
    period: Period,
    joint: str | None,
) -> list[int]:
    rules = {
        d: "/".join(choices[a] for a in base.axes if register.axes[a].dimension == d and a in choices)
        for d in base.dimensions
    }
    low = period[0].toordinal() if period[0] else 0
    high = period[1].toordinal() if period[1] else date.max.toordinal()
    filters, joint = _shared(register, filters, joint)
    wide = {k: _widened(register, k, v, joint) for k, v in filters.items()}
    return rows.pick(rows.column(register, base, choices), wide, rules, (low, high), joint)


def _shared(register: Register, filters: Filters, joint: str | None) -> tuple[Filters, str | None]:
    """Several values of a column that must hold together: rows of the first, shared with all the others."""
    other = register.dimensions[joint].joint if joint else None
    if joint is None or other is None:
        return filters, joint
    first, *rest = filters[joint]
    return {**filters, joint: (first,), other: tuple(rest)}, other


def _widened(register: Register, dimension: str, values: tuple[str, ...], joint: str | None) -> tuple[str, ...]:
    """A place named as a subject stands for its subject group."""
    spec = register.dimensions.get(dimension)
    if spec is None:
        raise UsageError("unknown_filter", name=dimension, measure=register.id, known=", ".join(register.dimensions))
    if spec.bridge is None or spec.exact or dimension == joint:
        return values
    return tuple(dict.fromkeys(itertools.chain.from_iterable(group_of(v) for v in values)))


def _answer(
    register: Register,
    measure: Measure,
    reading: Reading,
    choices: Mapping[str, str],
    series: Series,
    as_of: date,
    holds: Callable[[float], bool] | None,
    period: Period,
    *,
    default: bool,
) -> Answer:
    base = register.measures[measure.of] if measure.of else measure
    rows = load_rows(register, base)
    counted = [p for p in series.positions if rows.days[p] <= as_of.toordinal()]
    sql, values = rows_sql(register, base, reading.filters, choices, as_of, period)
    sources = dict.fromkeys(s for p in counted for s in rows.sources[p].split(";") if s)
    return Answer(
        register=register.id,
        measure=measure.id,
        definition=definition_id(choices),
        choices=dict(choices),
        default=default,
        value=_tidy(value_at(series.steps, as_of)),
        as_of=as_of,
        holds=windows(series.steps, holds) if holds else (),
        query=shown_sql(total_sql(base, sql), values),
        rows=tuple(rows.ids[p] for p in counted),
        sources=tuple(sources),
        missing_at_most=missing(register, measure, reading.filters, choices, as_of, period),
    )


def missing(
    register: Register, measure: Measure, filters: Filters, choices: Mapping[str, str], as_of: date, period: Period
) -> float:
    """How much may be missing up to a day in this slice; infinite where the slice is not covered."""
    total = 0.0
    for gap in register.gaps:
        if (not gap.measures or measure.id in gap.measures) and _touches(gap, measure, filters, choices, as_of, period):
            total += float("inf") if gap.missing_at_most is None else gap.missing_at_most
    return total


def _touches(
    gap: Gap, measure: Measure, filters: Filters, choices: Mapping[str, str], as_of: date, period: Period
) -> bool:
    if not set(gap.needs) <= set(filters) or _other_years(gap, filters):
        return False
    if gap.start > as_of or (period[0] and gap.end < period[0]) or (period[1] and gap.start > period[1]):
        return False
    if any(axis in choices and choices[axis] not in wanted for axis, wanted in gap.choices.items()):
        return False
    if not measure.derive and any(
        set(filters.get(d, ())) and set(filters[d]) <= set(v) for d, v in gap.excepted.items()
    ):
        return False
    if gap.missing_at_most is None or measure.unit in ("USD", "fraction", "rank"):
        return all(set(filters.get(d, ())) & set(wanted) for d, wanted in gap.filters.items() if d != measure.over)
    return all(d not in filters or set(filters[d]) & set(wanted) for d, wanted in gap.filters.items())


def _other_years(gap: Gap, filters: Filters) -> bool:
    """Whether only fiscal years are asked about that lie outside the gap."""
    years = [int(y) for y in filters.get("fiscal_year", ()) if y.isdigit()]
    return bool(years) and all(gap.end < date(y - 1, 7, 1) or gap.start > date(y, 9, 30) for y in years)


def shown_sql(sql: str, values: list[str]) -> str:
    """The query with its parameters written in, for people to read and run."""
    for value in values:
        sql = sql.replace("?", "'" + str(value).replace("'", "''") + "'", 1)
    return sql


def _tidy(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def _with_same(answer: Answer, name: str, lacking: float) -> Answer:
    """The answer with one more definition that counts the same rows, and the larger of what may be missing."""
    return replace(answer, same=(*answer.same, name), missing_at_most=max(answer.missing_at_most, lacking))
