"""ISO dates of any precision, and ISO intervals."""

from __future__ import annotations

from datetime import date, timedelta

from tahqiq.errors import UsageError


def bounds(stated: str) -> tuple[date, date]:
    """The first and last day of an ISO date (2017, 2017-12, 2017-12-18) or interval (`2011/2020`, `2023-10-07/..`).

    An open end is date.min or date.max.
    """
    if "/" in stated:
        low, high = stated.split("/")
        return bounds(low)[0] if low != ".." else date.min, bounds(high)[1] if high != ".." else date.max
    parts = [int(p) for p in stated.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def parse_day(text: str, *, last: bool = False) -> date:
    """A day as a user writes it; of a month or year the first day, or the last. UsageError when it is none."""
    try:
        return bounds(text)[1 if last else 0]
    except (ValueError, TypeError) as problem:
        raise UsageError("bad_date", value=text) from problem
