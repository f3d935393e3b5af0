"""Dated events held against a register of events: the date may be as coarse as the text or the source tells it."""

from __future__ import annotations

from datetime import timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register
from tahqiq.claims.dated import MONTH_PAIR
from tahqiq.judging.rows import with_rows
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reason
from tahqiq.record.lookup import Row, rows_of
from tahqiq.record.series import values_of

NEAR = timedelta(days=1)


def judge_event(claim: Claim, moment: AsOf, register: Register) -> Verdict | None:
    """Supported when a date of the sentence falls on the event; None when an unsure claim does not fit at all.

    Dates to come are none of a past event. Contradicted only when the words name that event alone, the sentence has one
    date, and the row is no weak one.
    """
    row = next(iter(rows_of(claim.readings[0])), None)
    if row is None:
        return None
    dates = [d for d in (claim.stated.date, *claim.others) if d]
    fits = [d for d in dates if _overlap(d, row)]
    told = {"date": fits[0] if fits else dates[0], "row": row.id, "register": register.id}
    shown = with_rows(claim, [row], moment, _printed(row))
    if fits:
        pair = claim.note == MONTH_PAIR
        code = "month_resolved" if pair else "row_matched"
        return Verdict("supported", Reason(code, {**told, "other_date": _printed(row)} if pair else told), shown)
    told["other_date"] = _printed(row)
    if all(bounds(d)[0] > moment.end for d in dates):
        return None
    if any(_overlap(d, row, NEAR) for d in dates if len(d) == 10):
        return Verdict("ambiguous", Reason("near_date", told), shown)
    if claim.note in ("unsure", MONTH_PAIR):
        return None
    if _weak(register, claim.readings[0].measure, row):
        return Verdict("out_of_coverage", Reason("weak_source", told), shown)
    return Verdict("contradicted", Reason("wrong_date", told), shown)


def _printed(row: Row) -> str:
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
