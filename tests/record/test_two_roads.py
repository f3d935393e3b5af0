"""Two thousand questions drawn at random from every register, answered by the compiled series and by SQL."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Measure, Register, definitions, load_registers
from tahqiq.model import Reading
from tahqiq.record.answers import series_of
from tahqiq.record.gaps import Period
from tahqiq.record.semantics import rows_sql, total_sql
from tahqiq.record.series import load_rows
from tahqiq.record.store import select
from tahqiq.record.windows import value_at

QUESTIONS = 2000
MEASURES = [
    (r, m) for r in load_registers().values() for m in r.measures.values() if m.derive is None and m.unit != "date"
]


def drawn(register: Register, measure: Measure, chance: random.Random) -> tuple[Reading, dict[str, str], Period, date]:
    """A question that a reader could ask: some filters with values there are, one way of counting, a day, a period."""
    index = load_rows(register, measure).index
    known = {d: sorted({v for values in index[d].values() for v in values}) for d in measure.dimensions}
    asked = chance.sample(sorted(d for d in known if known[d]), min(chance.randint(0, 2), len(known)))
    filters = {d: tuple(chance.sample(known[d], min(chance.choice((1, 1, 2)), len(known[d])))) for d in asked}
    choices = chance.choice(definitions(measure, register, frozenset(filters)))
    span = (register.end - register.start).days

    def day() -> date:
        return register.start + timedelta(days=chance.randint(0, span))

    first, last = sorted((day(), day()))
    spans: list[Period] = [(None, None), (first, None), (None, last), (first, last)]
    period = chance.choice(spans)
    return Reading(register.id, measure.id, filters), choices, period, chance.choice([register.end, day()])


def widened(register: Register, filters: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """A place named as a subject stands for those that share its subject, as the series reads it."""
    wide = {}
    for name, values in filters.items():
        spec = register.dimensions[name]
        group = spec.bridge is not None and not spec.exact
        wide[name] = tuple(dict.fromkeys(c for v in values for c in group_of(v))) if group else values
    return wide


def questions() -> Iterator[tuple[Register, Measure, int]]:
    chance = random.Random(1948)
    for n in range(QUESTIONS):
        yield *chance.choice(MEASURES), n


def test_series_and_sql_give_the_same() -> None:
    odd, nonzero, asked = [], 0, set()
    for register, measure, n in questions():
        reading, choices, period, when = drawn(register, measure, random.Random(n))
        series = float(value_at(series_of(reading, choices, period).steps, when) or 0)
        sql, values = rows_sql(register, measure, widened(register, dict(reading.filters)), choices, when, period)
        rows = select(register, total_sql(measure, sql), values)
        found = float(rows[0][0] or 0) if rows else 0.0
        if series != pytest.approx(found, rel=1e-9, abs=1e-6):
            odd.append((register.id, measure.id, reading.filters, choices, period, when, series, found))
        nonzero += found != 0
        asked.add(register.id)
    assert not odd, odd[:3]
    assert nonzero > QUESTIONS / 4
    assert asked == {r.id for r, _ in MEASURES}
