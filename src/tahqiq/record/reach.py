"""Why the record has no number for a question, so that what it does not hold is never told as nought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Measure, Register
from tahqiq.catalog.schema import Words
from tahqiq.model import Answer, Reading
from tahqiq.record.gaps import Period, uncovered
from tahqiq.record.naming import held

COUNT = "count"
Code = Literal["before", "outside", "absent", "empty"]


@dataclass(frozen=True, slots=True)
class Silence:
    """Why no row is counted.

    before: the day asked about lies before the record begins. outside: the time asked about lies outside it. absent: no
    row names some values (`values`, by dimension). empty: rows name them, but none fits. `why` tells of a known gap;
    `complete` is false where what is not in the record may have been all the same.
    """

    code: Code
    values: tuple[tuple[str, str], ...] = ()
    why: tuple[Words, ...] = ()
    complete: bool = True

    @property
    def is_none(self) -> bool:
        """Whether there is none of what was asked for, rather than no knowledge of it, where rows are counted."""
        return self.code in ("absent", "empty") and self.complete


def silence(
    register: Register, measure: Measure, reading: Reading, answer: Answer, as_of: date, period: Period
) -> Silence | None:
    """Why an answer counts no row; None where it counts some."""
    if answer.rows:
        return None
    if as_of < register.start:
        return Silence("before")
    if _is_outside(register, measure, reading, period):
        return Silence("outside")
    absent = tuple((d, v) for d, values in reading.filters.items() for v in values if _absent(register, measure, d, v))
    why = uncovered(reading, answer.choices, as_of, period)
    complete = answer.missing_at_most != float("inf")
    return Silence("absent" if absent else "empty", absent, why, complete)


def is_nought(measure: Measure, found: Silence) -> bool:
    """Whether none is the answer: rows are counted, the time lies in reach, and how much may be missing is known."""
    return measure.aggregate == COUNT and found.is_none


def _is_outside(register: Register, measure: Measure, reading: Reading, period: Period) -> bool:
    """Whether the period, or every year that is asked about, lies outside of what the record covers."""
    years = register.years_of(measure)
    named = [years.year(v) or bounds(v) for v in reading.filters.get(years.id, ())] if years else []
    spans = [(period[0] or date.min, period[1] or date.max), *([(min(named)[0], max(named)[1])] if named else [])]
    return any(last < register.start or first > register.end for first, last in spans)


def _absent(register: Register, measure: Measure, dimension: str, value: str) -> bool:
    """Whether no row names a value, nor a place that shares its subject."""
    return not held(register, measure, dimension) & {value, *group_of(value)}
