"""Figures that publishers tell differently: another edition, the year beside, a part of the whole prove nothing.

"Germany's GDP was 4.3 trillion dollars in 2022" is not what this record has, and somebody else may well have it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.schema import Spread
from tahqiq.judging.moments import BY_TODAY
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reading, Reason
from tahqiq.record.answers import allowed, series_of

HELD = ("contradicted", "outdated")
YEAR = timedelta(days=366)
LATE = 3 * YEAR
"""Where a text tells no year, it may have any figure of the years just before it."""
ESTIMATED, PART = "estimated_otherwise", "part_perhaps"


def spread_of(reading: Reading) -> Spread | None:
    """How far others' figures of the measure may lie from those of its register; None where nothing is said."""
    measure = load_registers()[reading.register].measures.get(reading.measure)
    return measure.spread if measure is not None else None


def within_spread(claim: Claim, reading: Reading, verdict: Verdict, moment: AsOf) -> Verdict:
    """The verdict on a figure that others tell otherwise: near one of the years about it, it is not ruled out; so much
    smaller that it may be of a part ("the population of a town"), or so much larger that it is told in another way, it
    is left open.
    """
    spread, stated = spread_of(reading), claim.stated.value
    if spread is None or stated is None or verdict.name not in HELD:
        return verdict
    target = sum(stated) / len(stated) if isinstance(stated, tuple | list) else float(stated)
    ever = claim.stated.date is None and verdict.name == "contradicted" and moment.basis == BY_TODAY
    known = values_around(reading, claim.stated.date, moment, ever=ever)
    if not known:
        return verdict
    low, high, step = min(known), max(known), claim.stated.step or 0.0
    told = verdict.reason.details
    least, most = min(low / (1 + spread.near), low - step), max(high * (1 + spread.near), high + step)
    if _doubted(reading) or least <= target <= most:
        return Verdict("out_of_coverage", Reason(ESTIMATED, told), verdict.answers)
    if target < low * spread.least or target > high * spread.most:
        return replace(verdict, name="ambiguous", reason=Reason(PART, told))
    return verdict


def values_around(reading: Reading, told: str | None, moment: AsOf, *, ever: bool = False) -> list[float]:
    """The figures of the year told and of those beside it; without one, of the years before the text and its own, or
    of all years, where the text may be of any day.
    """
    register = load_registers()[reading.register]
    measure = register.measures[reading.measure]
    years = register.years_of(measure)
    filters = {k: v for k, v in reading.filters.items() if years is None or k != years.id}
    wider = replace(reading, filters=filters)
    definition = allowed(register, measure, wider)[0]
    steps = series_of(wider, definition, (None, None)).steps
    if told is None:
        first, last = (date.min if ever else moment.start - LATE), moment.end + YEAR
    else:
        first, last = bounds(told[:4])[0], bounds(told[:4])[1] + YEAR + timedelta(days=1)
    late = [v for day, v in steps if first <= date.fromordinal(day) <= last]
    return late or [v for _, v in steps[-1:] if told is None]


def _doubted(reading: Reading) -> bool:
    """Whether a register says that the rows which are asked for, or by which these are divided, are held against
    nothing.
    """
    measure = load_registers()[reading.register].measures[reading.measure]
    asked = [(reading.register, {name: name for name in reading.filters})]
    if measure.whole:
        asked.append((measure.whole.partition(".")[0], {its: own for own, its in measure.match.items()}))
    return any(
        set(map(str, values)) & set(reading.filters.get(named.get(name, ""), ()))
        for register, named in asked
        for name, values in load_registers()[register].raw.get("never_contradicts", {}).items()
    )
