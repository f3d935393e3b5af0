"""What may be missing from a slice of a register, as its `gaps` tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from tahqiq.catalog.registers import Gap, Measure, load_registers
from tahqiq.model import Filters, Reading

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


@lru_cache(maxsize=8192)
def _gaps(
    register_id: str, measure_id: str, filters: Items, choices: tuple[tuple[str, str], ...], period: Period
) -> tuple[tuple[date, date, float], ...]:
    """The gaps that touch a slice: the days from which and before which each matters, and how much it may hide."""
    register = load_registers()[register_id]
    measure = register.measures[measure_id]
    return tuple(
        (
            gap.start,
            gap.end if gap.together and not _cut(gap, period, dict(filters)) else date.max,
            float("inf") if gap.missing_at_most is None else gap.missing_at_most,
        )
        for gap in register.gaps
        if (not gap.measures or measure.id in gap.measures)
        and _touches(gap, measure, dict(filters), dict(choices), period)
    )


def _cut(gap: Gap, period: Period, filters: Filters) -> bool:
    """Whether a year within the slice is asked about, or a period that begins or ends there."""
    first, last = period
    begins = first is not None and gap.start < first <= gap.end
    ends = last is not None and gap.start <= last < gap.end
    return begins or ends or any(year.isdigit() for year in filters.get("fiscal_year", ()))


def _touches(gap: Gap, measure: Measure, filters: Filters, choices: Mapping[str, str], period: Period) -> bool:
    if not set(gap.needs) <= set(filters) or _other_years(gap, filters):
        return False
    if (period[0] and gap.end < period[0]) or (period[1] and gap.start > period[1]):
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
