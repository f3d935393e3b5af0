"""From a reading to its answers: the value under every definition, the windows, the rows, the query."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from tahqiq.catalog.registers import Measure, Register, definition_id, definitions, load_registers
from tahqiq.model import Answer, Per, Reading, Step
from tahqiq.record.gaps import FROM_THE_START, Items, Period, items_of, missing
from tahqiq.record.picking import pick
from tahqiq.record.reckoned import COMPARED, MARK, Slice, compared, query_of, steps_of
from tahqiq.record.series import Rows, load_rows
from tahqiq.record.windows import value_at, windows


@dataclass(frozen=True, slots=True)
class Series:
    """A measure through time under one definition, and the rows behind it in order of time.

    `likeness` is the same for series that count the same rows to the same values. `sources` tells which sources the
    first n rows name, at each n where a new one comes in. `sql` holds MARK where the as-of date goes.
    """

    steps: tuple[Step, ...]
    positions: tuple[int, ...]
    ids: tuple[str, ...]
    days: tuple[int, ...]
    sources: tuple[tuple[int, tuple[str, ...]], ...]
    sql: str
    likeness: tuple[int, int, tuple[Step, ...]]


Key = tuple[str, str, Items, Items, Items | None, Per | None]
"""What a reading asks for, as a key: register, measure, filters, choices, the whole of a share, per."""


def key_of(reading: Reading) -> Key:
    """What a reading asks for."""
    of = items_of(reading.of) if reading.of is not None else None
    wanted = tuple((axis, tuple(choices)) for axis, choices in reading.choices.items())
    return reading.register, reading.measure, items_of(reading.filters), wanted, of, reading.per


def reading_of(asked: Key) -> Reading:
    """A reading that asks for the same."""
    register, measure, filters, wanted, of, per = asked
    return Reading(register, measure, dict(filters), dict(wanted), dict(of) if of is not None else None, per)


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
    found = _answers(key_of(reading), as_of, period, joint)
    before = _before_all(reading, period) if holds else ()
    return tuple(replace(a, holds=windows((*before, *a.steps), holds)) for a in found) if holds else found


def _before_all(reading: Reading, period: Period) -> tuple[Step, ...]:
    """The step at which a count begins: none had been, until the first was."""
    register = load_registers()[reading.register]
    measure = register.measures[reading.measure]
    if measure.aggregate != "count" or measure.derive:
        return ()
    return (((period[0] or register.start).toordinal(), 0.0),)


@lru_cache(maxsize=256)
def _answers(asked: Key, as_of: date, period: Period, joint: str | None) -> tuple[Answer, ...]:
    """The answers without their windows: claims that ask for the same share them, with their rows and queries."""
    reading = reading_of(asked)
    register = load_registers()[reading.register]
    measure = register.measures[reading.measure]
    alike: dict[Any, tuple[Series, list[dict[str, str]]]] = {}
    for choices in allowed(register, measure, reading, period[1]):
        series = series_of(reading, choices, period, joint)
        alike.setdefault(series.likeness, (series, []))[1].append(choices)
    usual = next((series for series, same in alike.values() if _by_default(register, reading, same[0])), None)
    return tuple(
        _answer(measure, reading, series, same, as_of, period, default=n == 0 and series is usual)
        for n, (series, same) in enumerate(alike.values())
    )


def allowed(register: Register, measure: Measure, reading: Reading, until: date | None = None) -> list[dict[str, str]]:
    """The definitions that agree with what the text itself settles, and that reach as far as the period asked about."""
    wanted = tuple((axis, tuple(choices)) for axis, choices in reading.choices.items())
    return _allowed(register.id, measure.id, items_of(reading.filters), wanted, until)


@lru_cache(maxsize=4096)
def _allowed(
    register_id: str, measure_id: str, filters: Items, wanted: Items, until: date | None
) -> list[dict[str, str]]:
    register = load_registers()[register_id]
    listed = definitions(register.measures[measure_id], register, frozenset(name for name, _ in filters))
    return [
        d
        for d in listed
        if all(d.get(axis) in (None, *choices) for axis, choices in wanted)
        and all(register.axes[a].choices[c].admits(dict(filters), until) for a, c in d.items())
    ]


def _by_default(register: Register, reading: Reading, choices: Mapping[str, str]) -> bool:
    """Whether a definition that the text itself narrows down is the usual one all the same."""
    return all(choices.get(axis) in (None, register.axes[axis].default) for axis in reading.choices)


def series_of(reading: Reading, choices: Mapping[str, str], period: Period, joint: str | None = None) -> Series:
    """The reading through time under one definition."""
    of = items_of(reading.of) if reading.of is not None else None
    filters = items_of(reading.filters)
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
    rows, picked = load_rows(register, base), dict(choices)
    positions = pick(register, base, rows, picked, dict(filters), period, joint)
    asked = Slice(register, measure, base, dict(filters), picked, period, dict(of) if of is not None else None, per)
    if measure.derive in COMPARED:
        positions = sorted({p for side in compared(asked) for p in asked.positions(rows, side)})
    sql, values = query_of(asked)
    through = tuple(steps_of(asked, rows, positions))
    return Series(
        steps=through,
        positions=tuple(positions),
        ids=tuple(rows.ids[p] for p in positions),
        days=tuple(rows.days[p] for p in positions),
        sources=_sources(rows, positions),
        sql=shown_sql(sql, values),
        likeness=(len(positions), hash((tuple(positions), through)), through[-1:]),
    )


def _sources(rows: Rows, positions: list[int]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    seen: dict[str, None] = {}
    found = []
    for n, p in enumerate(positions, 1):
        new = [s for s in rows.sources[p].split(";") if s and s not in seen]
        if new:
            seen.update(dict.fromkeys(new))
            found.append((n, tuple(seen)))
    return tuple(found)


def _answer(
    measure: Measure,
    reading: Reading,
    series: Series,
    same: list[dict[str, str]],
    as_of: date,
    period: Period,
    *,
    default: bool,
) -> Answer:
    """The answer of definitions that count alike; what may be missing is the most that any of them may lack."""
    counted = bisect_right(series.days, as_of.toordinal())
    named = bisect_right(series.sources, counted, key=lambda s: s[0])
    return Answer(
        register=reading.register,
        measure=measure.id,
        definition=definition_id(same[0]),
        choices=same[0],
        default=default,
        value=_value(measure, series, as_of),
        as_of=as_of,
        holds=(),
        query=series.sql.replace(MARK.isoformat(), as_of.isoformat()),
        rows=series.ids[:counted],
        sources=series.sources[named - 1][1] if named else (),
        same=tuple(definition_id(c) for c in same[1:]),
        missing_at_most=max(missing(reading, choices, as_of, period) for choices in same),
        steps=series.steps,
    )


def _value(measure: Measure, series: Series, as_of: date) -> float | int | None:
    """The value on a day. A rank, share or ratio of nothing is none; a count or sum of nothing is zero."""
    begun = bool(series.steps) and series.steps[0][0] <= as_of.toordinal()
    return _tidy(value_at(series.steps, as_of)) if begun or not measure.derive else None


def shown_sql(sql: str, values: list[str]) -> str:
    """The query with its parameters written in, for people to read and run."""
    for value in values:
        sql = sql.replace("?", "'" + str(value).replace("'", "''") + "'", 1)
    return sql


def _tidy(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
