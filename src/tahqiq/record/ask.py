"""A question put to the record by name: the value under every definition, and the window it holds in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tahqiq.catalog.registers import Measure, Register, find_measure
from tahqiq.errors import UsageError
from tahqiq.model import Answer, Reading, Step
from tahqiq.record.answers import answers, series_of
from tahqiq.record.gaps import FROM_THE_START, Period
from tahqiq.record.given import read_day
from tahqiq.record.naming import find_value
from tahqiq.record.reach import Silence, is_nought, silence
from tahqiq.record.windows import windows


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answers, the default definition first. `steps` holds each answer's value through time.

    `silence` tells why the first answer counts no row. Its value is then None, unless none is the answer.
    """

    register: Register
    measure: Measure
    reading: Reading
    as_of: date
    answers: tuple[Answer, ...]
    steps: tuple[tuple[Step, ...], ...]
    period: Period = FROM_THE_START
    silence: Silence | None = None


def ask(
    name: str, filters: Mapping[str, str], *, as_of: date, since: str | None = None, until: str | None = None
) -> Asked:
    """The measure `register.measure` under these filters as of a day.

    `filters` maps dimensions to values, codes or names; several joined by commas are summed. An axis may be fixed the
    same way.
    Raises UsageError for an unknown register, measure, filter or value, and for a period that ends before it begins.
    """
    register, measure = find_measure(name)
    reading = _reading(register, measure, filters)
    period: Period = (read_day(since) if since else None, read_day(until, last=True) if until else None)
    if period[0] and period[1] and period[0] > period[1]:
        raise UsageError("reversed_period", since=since, until=until)
    found = answers(reading, as_of, period=period)
    series = [series_of(reading, a.choices, period).steps for a in found]
    silent = [silence(register, measure, reading, a, as_of, period) for a in found]
    known = [
        a if s is None or is_nought(measure, s) else replace(a, value=None) for a, s in zip(found, silent, strict=True)
    ]
    held = tuple(_window(a, steps) for a, steps in zip(known, series, strict=True))
    return Asked(register, measure, reading, as_of, held, tuple(series), period, silent[0] if silent else None)


def _window(answer: Answer, steps: tuple[Step, ...]) -> Answer:
    """The answer with the window around the as-of date in which it holds."""
    if answer.value is None:
        return answer
    around = [
        w
        for w in windows(steps, lambda v: abs(v - float(answer.value)) < 1e-9)
        if w[0] <= answer.as_of and (w[1] is None or w[1] >= answer.as_of)
    ]
    return replace(answer, holds=tuple(around))


def _reading(register: Register, measure: Measure, filters: Mapping[str, str]) -> Reading:
    base = register.measures[measure.of] if measure.of else measure
    axes = (*base.axes, *measure.own_axes)
    kept: dict[str, tuple[str, ...]] = {}
    choices: dict[str, tuple[str, ...]] = {}
    for key, text in filters.items():
        if key in axes:
            choices[key] = (_known(text, tuple(register.axes[key].choices), key),)
        elif key in base.dimensions:
            kept[key] = tuple(find_value(register, base, key, v.strip()) for v in text.split(","))
        else:
            raise UsageError("unknown_filter", name=key, measure=measure.id, known=", ".join((*base.dimensions, *axes)))
    ranked = (measure.over,) if measure.derive == "rank" else ()
    needed = dict.fromkeys((*base.needs, *measure.needs, *ranked))
    lacking = [name for name in needed if name is not None and name not in kept]
    if lacking:
        raise UsageError("missing_filter", measure=measure.id, name=", ".join(lacking))
    return Reading(register.id, measure.id, kept, choices)


def _known(text: str, known: tuple[str, ...], name: str) -> str:
    if text not in known:
        import difflib

        close = difflib.get_close_matches(text, known, 5, 0.3) or list(known[:8])
        raise UsageError("unknown_value", name=name, value=text, known=", ".join(close))
    return text
