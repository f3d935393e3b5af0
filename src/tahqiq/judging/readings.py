"""Which of a claim's readings is told: the one that fits best, as far as the words make sure what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.registers import load_registers
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reading, Reason
from tahqiq.record.answers import allowed, series_of

FITS = ("supported", "supported_under")
UNSURE = "unsure"
SIZE = 1.25
"""Two yearly amounts that differ by less are of one size."""
LONG_PAST = 30 * 366
"""An unsure amount that fitted a year longer ago than these days fits it by chance."""
SUM_SIZE = 1.5
"""Two running sums that differ by less are."""
COUNTS = ("count", "ordinal")
"""Kinds whose wider or narrower readings may support, but never speak against."""


def choose(claim: Claim, readings: Sequence[Reading], verdicts: list[Verdict], moment: AsOf) -> int:
    """The place of the reading to tell; a verdict that the words do not bear out is weakened first.

    Any reading may support a claim. Only readings of the measure that the words name first can speak against it, and
    only where its time and its recipient are sure: an amount without either fits some year of the past by chance.
    """
    if claim.kind == "amount" and claim.note == UNSURE:
        verdicts[:] = [_weakened(v, r, readings[0]) for v, r in zip(verdicts, readings, strict=True)]
    elif claim.kind == "amount" and all(v.name not in FITS for v in verdicts):
        verdicts[:] = [_spared(claim, r, v, moment) for r, v in zip(readings, verdicts, strict=True)]
    if claim.kind == "amount":
        verdicts[:] = [_recent(r, v) for r, v in zip(readings, verdicts, strict=True)]
    fitting = [i for i, v in enumerate(verdicts) if v.name in FITS]
    if fitting:
        return min(fitting, key=lambda i: (verdicts[i].rank, i))
    own = [i for i, r in enumerate(readings) if _measured(r) == _measured(readings[0])]
    if claim.kind in COUNTS:
        own = [i for i in own if readings[i].filters.keys() == readings[0].filters.keys()]
    past = [i for i, v in enumerate(verdicts) if v.name == "outdated" and (claim.kind not in COUNTS or i in own)]
    if past:
        return past[0]
    answered = [i for i in own if verdicts[i].answers] or own
    return min(answered, key=lambda i: verdicts[i].rank)


def _measured(reading: Reading) -> tuple[str, str]:
    return reading.register, reading.measure


def _weakened(verdict: Verdict, reading: Reading, first: Reading) -> Verdict:
    """A verdict against an unsure claim proves nothing; that it fits a single past year still tells something."""
    yearly = reading.per is not None and _measured(reading) == _measured(first)
    yearly = yearly and verdict.reason.details.get("days", 0) <= LONG_PAST
    if verdict.name != "contradicted" and not (verdict.name == "outdated" and not yearly):
        return verdict
    return _open(verdict)


def _recent(reading: Reading, verdict: Verdict) -> Verdict:
    """That a yearly amount fitted some year very long ago tells nothing."""
    old = reading.per is not None and verdict.reason.details.get("days", 0) > LONG_PAST
    return _open(verdict) if verdict.name == "outdated" and old else verdict


def _spared(claim: Claim, reading: Reading, verdict: Verdict, moment: AsOf) -> Verdict:
    """A yearly amount is contradicted only where no year near it has one of about its size."""
    year = next(iter(reading.filters.get("fiscal_year", ())), None)
    if verdict.name != "contradicted":
        return verdict
    if year is None and reading.per is None:
        return _open(verdict) if _about(claim.stated.value, verdict) else verdict
    if not nearly(reading, claim.stated.value, year, moment):
        return verdict
    return _open(verdict)


def _about(stated: Any, verdict: Verdict) -> bool:
    """Whether some definition gives a sum of about the stated size, and nothing is known of what it may lack.

    Others count money that these files do not hold; where the register says how much that is, its word stands.
    """
    target = _middle(stated)
    open_ended = [a for a in verdict.answers if not a.missing_at_most and isinstance(a.value, int | float)]
    return any(low_high(float(a.value), target, SUM_SIZE) for a in open_ended)


def _middle(stated: Any) -> float:
    return sum(stated) / 2 if isinstance(stated, tuple | list) else float(stated)


def _open(verdict: Verdict) -> Verdict:
    return Verdict("out_of_coverage", Reason("incomplete_record", verdict.reason.details), verdict.answers)


def nearly(reading: Reading, stated: Any, year: str | None, moment: AsOf) -> bool:
    """Whether some definition gives a yearly amount of about this size in the year, or beside it.

    Money of one year is entered by others a year sooner or later, or as promised and not as obligated: a small
    difference proves nothing. Without a year the last five before the as-of date are looked at.
    """
    target = _middle(stated)
    filters = {k: v for k, v in reading.filters.items() if k != "fiscal_year"}
    yearly = replace(reading, filters=filters, per="year", choices={})
    if year is None:
        first, last = moment.start - timedelta(days=5 * 366), moment.end
    else:
        first, last = date(int(year) - 1, 1, 1), date(int(year) + 1, 12, 31)
    register = load_registers()[reading.register]
    listed = allowed(register, register.measures[reading.measure], yearly)
    steps = (s for d in listed for s in series_of(yearly, d, (None, None)).steps)
    return any(first <= date.fromordinal(day) <= last and low_high(value, target) for day, value in steps)


def low_high(value: float, target: float, size: float = SIZE) -> bool:
    """Whether two amounts are of about one size."""
    return value > 0 and 1 / size <= target / value <= size
