"""Which of a claim's readings is told: the one that fits best, as far as the words make sure what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.registers import load_registers
from tahqiq.judging.spread import spread_of, within_spread
from tahqiq.judging.verdicts import FITS, Verdict
from tahqiq.model import AsOf, Claim, Reading, Reason
from tahqiq.record.answers import allowed, series_of

SIZE, NAMED_SIZE, ANY_YEAR, SUM_SIZE = 1.1, 1.03, 1.25, 1.25
"""Two yearly amounts that differ by less are of one size: in the year told; there, where the measure is named too, so
that only another edition explains it; in some late year, where none is told; two running sums that differ by less."""
LATE = timedelta(days=5 * 366)
"""Where no year is told, the years so far back are looked at."""
LONG_PAST = 10 * 366
"""A yearly amount that fitted a year longer ago than these days fits it by chance."""
OTHERWISE = "counted_otherwise"
"""The code of a figure so near to one of the record that others may count it so."""
PRINTED = 0.005
"""The precision of a share in whole per cent: a coarser one is told in words."""
COUNTS = ("count", "ordinal")
"""Kinds whose wider or narrower readings may support, but never speak against."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A reading with its verdict.

    `named`: the words single out the rows it asks for; `line`: they tell an account or a kind of its money.
    """

    reading: Reading
    verdict: Verdict
    named: bool = False
    line: bool = False

    def alike(self, other: Tried) -> bool:
        """Whether both ask for one measure."""
        mine, its = self.reading, other.reading
        return (mine.register, mine.measure) == (its.register, its.measure)


def choose(claim: Claim, tried: Sequence[Tried], moment: AsOf) -> Tried:
    """The reading to tell.

    Any reading may support a claim; one of another measure than the words name first does so under its name. Only
    readings of the first measure speak against it, and only where none fitted on any day.
    """
    tried = _of_act(tried)
    first = tried[0]
    fitting = [_named(t, first) for t in tried if t.verdict.name in FITS]
    if fitting:
        return min(fitting, key=lambda t: (t.verdict.rank, not t.alike(first)))
    tried = [replace(t, verdict=within_spread(claim, t.reading, t.verdict, moment)) for t in tried]
    if claim.kind == "amount" and not _exact(claim):
        tried = [t if spread_of(t.reading) else replace(t, verdict=_spared(claim, t, moment)) for t in tried]
    if claim.kind == "share" and claim.stated.unit == "fraction" and claim.stated.step:
        tried = [replace(t, verdict=_cut_off(claim.stated.step, claim, t.verdict)) for t in tried]
    own = [t for t in tried if t.alike(first)]
    if claim.kind in COUNTS:
        own = [t for t in own if t.reading.filters.keys() == first.reading.filters.keys()]
    answered = [t for t in own if t.named] or [t for t in own if t.verdict.answers] or own
    best = min(answered, key=lambda t: t.verdict.rank)
    if best.verdict.name == "contradicted" and any(t.verdict.reason.code == OTHERWISE for t in tried if t not in own):
        return replace(best, verdict=_otherwise(best.verdict))
    held = [t for t in tried if t.verdict.name == "outdated" and t not in own and claim.kind not in COUNTS]
    return _disagree(best, held[0]) if held and best.verdict.name == "contradicted" else best


def _of_act(tried: Sequence[Tried]) -> Sequence[Tried]:
    """The readings without those of other acts, where one was signed when the text says ("the 2007 deal")."""
    named = [t for t in tried if t.named]
    return [t for t in tried if t.named or not (any(t.alike(n) for n in named) and of_another(t.reading))]


def of_another(reading: Reading) -> bool:
    """Whether a reading names an act and no year."""
    register = load_registers()[reading.register]
    years = register.years_of(register.measures[reading.measure])
    dated = years is not None and years.id in reading.filters
    return not dated and bool(register.acts_among(reading.filters))


def _named(tried: Tried, first: Tried) -> Tried:
    """A reading that fits; one of another measure says so."""
    if tried.verdict.name != "supported" or tried.alike(first):
        return tried
    reason = replace(tried.verdict.reason, code="other_reading")
    return replace(tried, verdict=replace(tried.verdict, name="supported_under", reason=reason))


def _disagree(best: Tried, held: Tried) -> Tried:
    """The measure that the words name first never had the figure, another one once had it: the text does not choose."""
    once = held.verdict.reason.details
    windows = [[once["from"], once["to"]]]
    figures = [
        {"measure": best.reading.measure, "value": best.verdict.reason.details["value"]},
        {"measure": held.reading.measure, "stated": once["stated"], "windows": windows, "register": once["register"]},
    ]
    details = {**best.verdict.reason.details, "figures": figures}
    return replace(best, verdict=replace(best.verdict, name="ambiguous", reason=Reason("readings_disagree", details)))


def _exact(claim: Claim) -> bool:
    """Whether a figure is of a table of things that nobody counts in other ways: no money (ISO 4217 is in capitals)."""
    return "measured" in claim.says and not (claim.stated.unit or "").isupper()


def _spared(claim: Claim, tried: Tried, moment: AsOf) -> Verdict:
    """The verdict on an amount, which is counted by others as promised or paid where this record counts obligations.

    So a small difference proves nothing; nor that a yearly amount fitted some year very long ago.
    """
    verdict, reading = tried.verdict, tried.reading
    details = verdict.reason.details
    if verdict.name == "outdated" and reading.per is not None and details["days"] > LONG_PAST:
        return replace(verdict, name="ambiguous")
    if verdict.name != "contradicted" or claim.stated.value is None or _one_line(tried):
        return verdict
    year = claim.stated.date[:4] if claim.stated.date else None
    size = NAMED_SIZE if "by_name" in claim.says else SIZE
    near = nearly(reading, claim.stated.value, year, moment, size) if year or reading.per else _about(claim, verdict)
    near = near or (_between(tried, _middle(claim.stated.value)) and _about(claim, verdict))
    return _otherwise(verdict) if near else verdict


def _cut_off(step: float, claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict on a share that is only cut off where it should be rounded ("48 percent" of 48.6), or told in words
    that lie near it ("half" of 46), which proves nothing.
    """
    values = [a.value for a in verdict.answers if isinstance(a.value, int | float)]
    told = claim.stated.value if verdict.name == "contradicted" else None
    reading = claim.readings[0]
    part = load_registers()[reading.register].measures[reading.measure].derive == "share"
    least = -2 * step if part and step > PRINTED else 0.0
    cut = isinstance(told, int | float) and any(least <= v - told < 2 * step for v in values)
    return _otherwise(verdict) if cut else verdict


def _otherwise(verdict: Verdict) -> Verdict:
    return Verdict("out_of_coverage", Reason(OTHERWISE, verdict.reason.details), verdict.answers)


def _one_line(tried: Tried) -> bool:
    """Whether the words single out one line of an act, which nobody counts otherwise."""
    return tried.named and tried.line and all(len(a.rows) == 1 for a in tried.verdict.answers if a.rows)


def _between(tried: Tried, target: float) -> bool:
    """Whether the words single out an act whose sum is counted in several ways, and this lies between two of them: it
    may be counted with some of what the larger one holds.
    """
    values = [float(a.value) for a in tried.verdict.answers if a.rows and isinstance(a.value, int | float)]
    return tried.named and not tried.line and bool(values) and min(values) < target < max(values)


def _about(claim: Claim, verdict: Verdict) -> bool:
    """Whether some definition gives a sum of about the stated size, and the register does not say what it may lack."""
    target = _middle(claim.stated.value)
    open_ended = [a for a in verdict.answers if not a.missing_at_most and isinstance(a.value, int | float)]
    return any(_alike(float(a.value), target, SUM_SIZE) for a in open_ended)


def nearly(reading: Reading, stated: Any, year: str | None, moment: AsOf, size: float = SIZE) -> bool:
    """Whether some definition gives a yearly amount of about this size in the year; without one, in some late year.

    The amount of a year counts from the day behind its last.
    """
    target = _middle(stated)
    filters = {k: v for k, v in reading.filters.items() if k != _years(reading)}
    yearly = replace(reading, filters=filters, per="year", choices={})
    if year is None:
        first, last, size = moment.start - LATE, moment.end, ANY_YEAR
    else:
        first, last = (day + timedelta(days=1) for day in _days(reading, year))
    register = load_registers()[reading.register]
    listed = allowed(register, register.measures[reading.measure], yearly)
    steps = (s for d in listed for s in series_of(yearly, d, (None, None)).steps)
    return any(first <= date.fromordinal(day) <= last and _alike(value, target, size) for day, value in steps)


def _years(reading: Reading) -> str | None:
    """The dimension of the measure that names years."""
    register = load_registers()[reading.register]
    found = register.years_of(register.measures[reading.measure])
    return found.id if found else None


def _days(reading: Reading, year: str) -> tuple[date, date]:
    """The first and last day of a year as the measure counts them."""
    register = load_registers()[reading.register]
    found = register.years_of(register.measures[reading.measure])
    told = found.year(year) if found else None
    return told or (date(int(year), 1, 1), date(int(year), 12, 31))


def _middle(stated: Any) -> float:
    return sum(stated) / 2 if isinstance(stated, tuple | list) else float(stated)


def _alike(value: float, target: float, size: float) -> bool:
    """Whether two amounts are of about one size."""
    return value > 0 and 1 / size <= target / value <= size
