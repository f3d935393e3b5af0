"""ISO dates of any precision, and ISO intervals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tahqiq.errors import UsageError

FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2199, 12, 31)
"""The days that can be asked about and published on: far from the ends of the calendar, so that years may be added."""
EARLIEST, LATEST = date(100, 1, 1), date(9900, 12, 31)
"""The days that a text can name; it may speak of the Pharaohs, and be answered that nothing is known of them."""


def bounds(stated: str) -> tuple[date, date]:
    """The first and last day of an ISO date (2017, 2017-12, 2017-12-18) or interval (`2011/2020`, `2023-10-07/..`).

    An open end is date.min or date.max; other days stay a century clear of these, so that years may be added to them.
    Of a date without a year (`XXXX-12-18`) no day is known, so that the last lies before the first.
    """
    if stated.startswith("XXXX"):
        return date.max, date.min
    if "/" in stated:
        low, high = stated.split("/")
        return bounds(low)[0] if low != ".." else date.min, bounds(high)[1] if high != ".." else date.max
    first, last = _days(stated)
    return min(max(first, EARLIEST), LATEST), min(max(last, EARLIEST), LATEST)


def _days(stated: str) -> tuple[date, date]:
    parts = [int(p) for p in stated.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    if len(parts) > 2:
        raise ValueError(stated)
    year, first, last = (*parts, parts[1]) if len(parts) == 2 else (*parts, 1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def parse_day(text: str, *, last: bool = False) -> date:
    """A day as a user writes it; of a month or year the first day, or the last. UsageError when it is none."""
    try:
        day = bounds(text)[1 if last else 0]
    except (ValueError, TypeError, OverflowError) as problem:
        raise UsageError("bad_date", value=text) from problem
    if not is_usable(day):
        raise _far(text)
    return day


def usable(day: date) -> date:
    """The day, if it can be asked about. UsageError `far_date` otherwise."""
    if not is_usable(day):
        raise _far(day.isoformat())
    return day


def _far(day: str) -> UsageError:
    return UsageError("far_date", value=day, first=FIRST_DAY.isoformat(), last=LAST_DAY.isoformat())


def is_usable(day: date) -> bool:
    """Whether a day can be asked about and published on."""
    return FIRST_DAY <= day <= LAST_DAY
