"""Amounts of sales held against single notices, or notices of one day together. What is missing from their list says
nothing; a notice of the item named does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import groupby

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register
from tahqiq.judging.rows import with_rows
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reading, Reason, VerdictCode
from tahqiq.record.lookup import Row, rows_of, values_of

BEFORE, AFTER = timedelta(days=120), timedelta(days=20)
"""A text speaks of a notice for months, but of one that it dates only near that day; a notice may be printed some days
after the news."""
PRINTED = timedelta(days=3)
"""News of a notice may bear the day before or after it."""
CLOSE = 0.02
"""News round the sum of a package to two digits."""


def judge_sale(claim: Claim, holds: Callable[[float], bool], moment: AsOf, register: Register) -> Verdict:
    """Supported by a notice, or by all notices of one day for the buyer, near the date of the text; where the text
    names an item, by those of it.
    """
    stated = claim.stated.date or claim.stated.period
    first, last = bounds(stated) if stated else (moment.start, moment.end)
    first, last = max(first, date.min + BEFORE), min(last, date.max - AFTER)  # a period may be open
    reading = claim.readings[-1]
    told = {"stated": claim.stated.value, "date": stated, "register": register.id}
    before = AFTER if claim.basis.get("time") == "own" and first == last else BEFORE
    near = [r for r in rows_of(reading) if first - before <= r.day <= last + AFTER]
    of_item = _of_item(claim)
    groups = _groups(near) if register.measures[reading.measure].aggregate == "sum" else [([r], True) for r in near]
    fits = [(rows, one_day) for rows, one_day in groups if _fits(claim, holds, sum(r.value for r in rows))]
    named = [(rows, one_day) for rows, one_day in fits if of_item is None or any(r.id in of_item for r in rows)]
    if named:
        return _matched(reading, *named[0], moment, told)
    rows = [r for r in (of_item or {}).values() if first - BEFORE <= r.day <= last + AFTER]
    if rows and not any(one_day and len(rows) > 1 for rows, one_day in fits):
        return _other_value(claim, rows, (first, last), moment, told)
    if fits:
        rows = fits[0][0]
        details = {**told, "row": rows[0].id}
        return Verdict("ambiguous", Reason("other_item", details), with_rows(reading, rows, moment))
    return Verdict(
        "out_of_coverage", Reason("incomplete_record", told), with_rows(reading, near[:3], moment) if near else ()
    )


def _of_item(claim: Claim) -> Mapping[str, Row] | None:
    """The notices of the item that a text names, by their ids; None where it names none."""
    return {r.id: r for r in rows_of(claim.readings[0])} if len(claim.readings) > 1 else None


def _matched(reading: Reading, rows: list[Row], one_day: bool, moment: AsOf, told: Mapping[str, object]) -> Verdict:
    total = sum(r.value for r in rows)
    name: VerdictCode = "supported" if one_day else "supported_under"
    details = {**told, "row": rows[0].id, "value": total, "other_date": rows[0].day.isoformat()}
    code = "row_matched" if len(rows) == 1 else "default_holds"
    return Verdict(name, Reason(code, details), with_rows(reading, rows, moment, total))


def _other_value(
    claim: Claim, rows: list[Row], days: tuple[date, date], moment: AsOf, told: Mapping[str, object]
) -> Verdict:
    """The one notice of the item in the days told speaks against another amount; several, or other days, do not. Nor
    does one of more than the item against less, which may be a part of it.
    """
    reading = claim.readings[0]
    then = [r for r in rows if days[0] - PRINTED <= r.day <= days[1] + PRINTED]
    if len(then) != 1 or _may_be_part(claim, then[0]):
        return Verdict("out_of_coverage", Reason("incomplete_record", told), with_rows(reading, rows[:3], moment))
    details = {**told, "row": then[0].id, "value": then[0].value, "other_date": then[0].day.isoformat()}
    details["as_of"] = moment.end.isoformat()
    return Verdict("contradicted", Reason("never_reached", details), with_rows(reading, then, moment, then[0].value))


def _may_be_part(claim: Claim, row: Row) -> bool:
    """Whether a notice names more than the text does, so that a smaller sum may be that of a part of it."""
    asked, stated = claim.readings[0], claim.stated.value
    named = next(name for name in asked.filters if name not in claim.readings[-1].filters)
    others = values_of(asked, row, named) - set(asked.filters[named])
    return bool(others) and not (isinstance(stated, int | float) and stated > row.value)


def _fits(claim: Claim, holds: Callable[[float], bool], total: float) -> bool:
    return holds(total) or _rounded(claim, total)


def _groups(rows: list[Row]) -> list[tuple[list[Row], bool]]:
    """Single notices first, then the notices of one day, then all of them."""
    days = [list(group) for _, group in groupby(rows, key=lambda r: r.day)]
    found = [([r], True) for r in rows] + [(d, True) for d in days if len(d) > 1]
    return [*found, *([(rows, False)] if len(days) > 1 else [])]


def _rounded(claim: Claim, total: float) -> bool:
    stated = claim.stated.value
    return (
        isinstance(stated, int | float)
        and claim.stated.qualifier in ("exactly", "about")
        and abs(total - stated) <= CLOSE * stated
    )
