"""Dated events held against a register of events: the date may be as coarse as the text or the source tells it."""

from __future__ import annotations

from datetime import timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register
from tahqiq.judging.rows import with_rows
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reason
from tahqiq.record.lookup import Row, rows_of
from tahqiq.record.series import values_of

NEAR = timedelta(days=1)
NAME = "event"
"""The role whose basis is "own" where the words name one event alone: by a symbol, a number, a proper name."""


def judge_event(claim: Claim, moment: AsOf, register: Register) -> Verdict | None:
    """Supported when a date of the sentence falls on the event; contradicted only when the words name it alone.

    None where other events fit the words as well and no date is that of this one: then the sentence does not speak of
    it. Dates to come are none of a past event.
    """
    row = next(iter(rows_of(claim.readings[0])), None)
    dates = [d for d in (claim.stated.date, *claim.others) if d]
    if row is None or not dates:
        return None
    told = {"date": dates[0], "row": row.id, "register": register.id, "other_date": printed(row)}
    shown = with_rows(claim.readings[0], [row], moment, printed(row))
    fits = [d for d in dates if _overlap(d, row)]
    if fits:
        return Verdict("supported", _matched(claim, fits[0], row, register), shown)
    if all(bounds(d)[0] > moment.end for d in dates):
        return None
    if any(_overlap(d, row, NEAR) for d in dates if len(d) == 10):
        return Verdict("ambiguous", Reason("near_date", told), shown)
    if claim.basis.get(NAME) != "own" or "two_months" in claim.says:
        return None
    if _weak(register, claim.readings[0].measure, row):
        return Verdict("out_of_coverage", Reason("weak_source", told), shown)
    return Verdict("contradicted", Reason("wrong_date", told), shown)


def _matched(claim: Claim, day: str, row: Row, register: Register) -> Reason:
    """The event of the day told; of a month that has two names, the event tells which is meant."""
    details = {"date": day, "row": row.id, "register": register.id}
    if "two_months" in claim.says:
        return Reason("month_resolved", {**details, "other_date": printed(row)})
    return Reason("row_matched", details)


def printed(row: Row) -> str:
    """The date as precisely as it is known: a day, a month or a year."""
    day = row.first.isoformat()
    return day if row.first == row.day else day[:7] if (row.day - row.first).days < 31 else day[:4]


def _overlap(stated: str, row: Row, slack: timedelta = timedelta(0)) -> bool:
    first, last = bounds(stated)
    return first <= row.day + slack and last >= row.first - slack


def _weak(register: Register, measure: str, row: Row) -> bool:
    """Whether the register says that rows of this kind never contradict."""
    rule = register.raw.get("never_contradicts", {})
    return any(
        values_of(register.id, measure, dimension).get(row.position) in set(map(str, values))
        for dimension, values in rule.items()
    )
