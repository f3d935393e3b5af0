"""Two thousand questions at random, answered by the program and by plain Python over the rows: no SQL, no series.

Every register takes part, each in its usual way of counting; places that share a subject are asked of elsewhere.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from tahqiq.catalog.registers import definitions, load_registers
from tahqiq.model import Reading
from tahqiq.record.answers import series_of
from tahqiq.record.windows import value_at

QUESTIONS = 2000


def counted(
    rows: list[Any], aggregate: str, filters: Mapping[str, tuple[str, ...]], period: tuple[date, date], when: date
) -> float:
    """What a person would count."""
    kept = [
        r
        for r in rows
        if r.known <= when
        and period[0] <= r.within <= period[1]
        and all(r.by[name].intersection(wanted) for name, wanted in filters.items())
    ]
    if aggregate == "row":
        return float(max(kept, key=lambda r: (r.known, r.id)).value) if kept else 0.0
    return float(sum(r.value for r in kept))


def asked(
    name: str, rows: list[Any], known: Mapping[str, list[str]], chance: random.Random
) -> tuple[float, float, object]:
    """One question: by the program, by hand, and the question itself."""
    register = load_registers()[name.partition(".")[0]]
    measure = register.measures[name.partition(".")[2]]
    others = sorted(d for d in known if known[d] and d not in measure.needs)
    picked = [*measure.needs, *chance.sample(others, min(chance.randint(0, 2), len(others)))]
    filters = {d: tuple(chance.sample(known[d], min(chance.choice((1, 1, 2)), len(known[d])))) for d in picked}
    span = (register.end - register.start).days
    first, last, when = (register.start + timedelta(days=chance.randint(0, span)) for _ in range(3))
    period = chance.choice([(date.min, date.max), (min(first, last), max(first, last))])
    when = chance.choice([register.end, when])
    choices = definitions(measure, register, frozenset(filters))[0]
    bounds = (None, None) if period[0] == date.min else period
    steps = series_of(Reading(register.id, measure.id, filters), choices, bounds).steps
    person = counted(rows, measure.aggregate, filters, period, when)
    return float(value_at(steps, when) or 0), person, (name, filters, period, when)


def test_the_program_counts_as_a_person_would(by_hand: dict[str, list[Any]]) -> None:
    chance, odd, nonzero = random.Random(1945), [], 0
    known = {name: {d: sorted({v for r in of for v in r.by[d]}) for d in of[0].by} for name, of in by_hand.items()}
    for n in range(QUESTIONS):
        name = list(by_hand)[n % len(by_hand)]
        program, person, question = asked(name, by_hand[name], known[name], chance)
        nonzero += person != 0
        if program != pytest.approx(person, rel=1e-9, abs=1e-6):
            odd.append((question, program, person))
    assert not odd, odd[:3]
    assert nonzero > QUESTIONS / 4


def test_every_measure_that_is_counted_takes_part(by_hand: dict[str, list[Any]]) -> None:
    measures = ((r, m) for r in load_registers().values() for m in r.measures.values())
    assert set(by_hand) == {f"{r.id}.{m.id}" for r, m in measures if not m.derive and m.unit != "date"}
