"""What may be missing from a slice of a register, as its `gaps` tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from tahqiq.catalog.registers import Dimension, Gap, Measure, Register, Words, load_registers
from tahqiq.model import Filters, Reading
from tahqiq.record.series import load_rows, values_of

Period = tuple[date | None, date | None]
FROM_THE_START: Period = (None, None)
Items = tuple[tuple[str, tuple[str, ...]], ...]


def items_of(filters: Filters) -> Items:
    """Filters as a key: in a fixed order, hashable."""
    return tuple(sorted((k, tuple(v)) for k, v in filters.items()))


def missing(reading: Reading, choices: Mapping[str, str], as_of: date, period: Period) -> float:
    """How much may be missing up to a day in this slice; infinite where the slice is not covered."""
    gaps = _gaps(reading.register, reading.measure, items_of(reading.filters), tuple(choices.items()), period)
    return sum((most for start, until, most in gaps if start <= as_of < until), 0.0)


def uncovered(reading: Reading, choices: Mapping[str, str], as_of: date, period: Period) -> tuple[Words, ...]:
    """Why parts of a slice are not covered at all, where they are not."""
    register = load_registers()[reading.register]
    measure, filters = register.measures[reading.measure], dict(reading.filters)
    years = _years(register, measure, filters)
    return tuple(
        gap.why
        for gap in register.gaps
        if gap.missing_at_most is None
        and gap.start <= as_of
        and (not gap.measures or measure.id in gap.measures)
        and not _beside(gap, years)
        and _touches(gap, measure, filters, dict(choices), period)
    )


@lru_cache(maxsize=8192)
def _gaps(
    register_id: str, measure_id: str, filters: Items, choices: tuple[tuple[str, str], ...], period: Period
) -> tuple[tuple[date, date, float], ...]:
    """The gaps that touch a slice: the days from which and before which each matters, and how much it may hide."""
    register = load_registers()[register_id]
    measure = register.measures[measure_id]
    years = _years(register, measure, dict(filters))
    return tuple(
        (
            gap.start,
            gap.end if gap.together and not _cut(gap, period, years) else date.max,
            float("inf") if gap.missing_at_most is None else gap.missing_at_most,
        )
        for gap in register.gaps
        if (not gap.measures or measure.id in gap.measures)
        and not _beside(gap, years)
        and _touches(gap, measure, dict(filters), dict(choices), period)
    )


def _years(register: Register, measure: Measure, filters: Filters) -> list[tuple[date, date]]:
    """The first and last day of every year that is asked about: by its name, or by that of an act with money for it."""
    dimension = register.years_of(measure)
    if dimension is None:
        return []
    named = filters.get(dimension.id) or _of_acts(register, measure, dimension, filters)
    return [days for days in map(dimension.year, named) if days]


def _of_acts(register: Register, measure: Measure, years: Dimension, filters: Filters) -> set[str]:
    """The years of the rows of the acts that are asked about."""
    acts = register.acts_among(d for d in filters if d in measure.dimensions)
    if measure.derive or not acts:
        return set()
    index, of = load_rows(register, measure).index, values_of(register.id, measure.id, years.id)
    held = {p for d in acts for code in filters[d] for p in index[d][""].get(code, ())}
    return {of[p] for p in held if p in of}


def _beside(gap: Gap, years: list[tuple[date, date]]) -> bool:
    """Whether only years are asked about that lie outside the gap."""
    return bool(years) and all(gap.end < first or gap.start > last for first, last in years)


def _cut(gap: Gap, period: Period, years: list[tuple[date, date]]) -> bool:
    """Whether a year within the slice is asked about, or a period that begins or ends there."""
    first, last = period
    begins = first is not None and gap.start < first <= gap.end
    ends = last is not None and gap.start <= last < gap.end
    return begins or ends or bool(years)


def _touches(gap: Gap, measure: Measure, filters: Filters, choices: Mapping[str, str], period: Period) -> bool:
    if not set(gap.needs) <= set(filters):
        return False
    if (period[0] and gap.end < period[0]) or (period[1] and gap.start > period[1]):
        return False
    if any(axis in choices and choices[axis] not in wanted for axis, wanted in gap.choices.items()):
        return False
    if not measure.derive and any(
        set(filters.get(d, ())) and set(filters[d]) <= set(v) for d, v in gap.excepted.items()
    ):
        return False
    if any(set(v) <= set(filters.get(d, ())) for d, v in gap.whole_with.items()):
        return False
    if gap.missing_at_most is None or measure.aggregate != "count":  # what one slice lacks is little in a sum of many
        return all(set(filters.get(d, ())) & set(wanted) for d, wanted in gap.filters.items() if d != measure.over)
    return all(d not in filters or set(filters[d]) & set(wanted) for d, wanted in gap.filters.items())
