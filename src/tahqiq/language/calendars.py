"""Dates of other calendars to Gregorian ones.

hijri: the Umm al-Qura calendar (hijridate: exact for 1343-1500 AH); a local sighting may differ from it by a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tahqiq.language.partial_dates import Moment

LAST_MONTH = 12
NO_SUCH_DAY = (ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years that its tables reach, and the Gregorian day of one of its days; NO_SUCH_DAY where there is none."""

    first: int
    last: int
    day: Callable[[int, int, int], date]


def _hijri(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    return date(*Hijri(year, month, day).to_gregorian().datetuple())


CALENDARS = {"hijri": Calendar(1343, 1500, _hijri)}


def convert(moment: Moment, name: str) -> Moment | None:
    """Put the Gregorian day in place of a day of that calendar, the first and last day in place of a month or a year.

    None, and no change but of what it told, where the tables do not reach or have no such day.
    """
    calendar = CALENDARS[name]
    year, month, day = moment.told = moment.parts()
    moment.calendar, moment.others = name, ()
    if year is None or not calendar.first <= year <= calendar.last:
        return None
    if day is not None and month is not None:
        try:
            found = calendar.day(year, month, day)
        except NO_SUCH_DAY:
            return None
        moment.year, moment.month, moment.day = found.year, found.month, found.day
        return moment
    after = (year + 1, 1) if month in (None, LAST_MONTH) else (year, (month or 0) + 1)
    try:
        last = calendar.day(*after, 1) - timedelta(1)
    except NO_SUCH_DAY:  # past the end of the tables
        return None
    moment.first, moment.last = calendar.day(year, month or 1, 1).isoformat(), last.isoformat()
    return moment
