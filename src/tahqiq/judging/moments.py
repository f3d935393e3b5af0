"""The day, or the interval of days, a figure is held against."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.model import AsOf, Claim, Document

Period = tuple[date | None, date | None]
BY_DATE, BY_TODAY = "published", "today"


def as_of(document: Document, dates: Iterable[str], today: date) -> AsOf:
    """The publication date; without one, today. `written_after` is the latest completed event dated in the text."""
    told = [d for d in (bounds(told)[0] for told in dates) if d <= today]
    latest = max(told, default=None)
    if document.published is not None:
        return AsOf(document.published, document.published, BY_DATE, latest)
    return AsOf(today, today, BY_TODAY, latest)


def moment_of(claim: Claim, general: AsOf, *, yearly: bool = False) -> AsOf:
    """A claim's own date or period replaces the as-of date of the text, but never reaches beyond it.

    `yearly`: the measure has one value a year, known when the year has ended.
    """
    stated = claim.stated
    told = stated.date or stated.period
    if told is not None and "measured" in claim.says and claim.kind not in ("count", "ordinal"):
        known = bounds(told)[1] + timedelta(days=1)  # the figure of a year told, whenever it became known
        return AsOf(max(general.start, known), max(general.end, known), "stated")
    if stated.date is not None and claim.kind in ("count", "ordinal", "rank", "rule"):
        first, last = bounds(stated.date)
        return AsOf(min(first, general.end), min(last, general.end), "stated")
    if stated.date is not None and claim.kind == "share" and yearly:
        known = min(bounds(stated.date)[1] + timedelta(days=1), general.end)
        return AsOf(known, known, "stated")
    if stated.period is not None:
        end = bounds(stated.period)[1]
        if end < general.start:
            return AsOf(end, end, "stated")
    return general


def period_of(claim: Claim) -> Period:
    """The first and last day the claim counts over; None where it is open."""
    if claim.stated.period is None:
        return None, None
    first, last = bounds(claim.stated.period)
    return (first if first != date.min else None), (last if last != date.max else None)
