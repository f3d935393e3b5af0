"""Dates of other calendars to Gregorian ones.

hijri: the Umm al-Qura calendar (hijridate: exact for 1343-1500 AH); a local sighting may differ from it by a day.
solar_hijri: the civil calendar of 1925, whose years are counted from the same hijra: six months of 31 days, the
others of 30, the last of 29 but in leap years, of which a cycle of 33 years has eight. Until 1633 that gives the
years in which spring begins after noon in Tehran (compared with persiantools 6.2, every day from 1304 to 1500).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tahqiq.language.partial_dates import Moment

LAST_MONTH = 12
FIRST_SOLAR = 1304
SPRING_OF_1925 = date(1925, 3, 21)
LONG, LONG_MONTHS = 31, 6
LEAPS_OF_33 = 8
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


def _leap(year: int) -> bool:
    return (25 * year + 11) % 33 < LEAPS_OF_33


def _solar_hijri(year: int, month: int, day: int) -> date:
    last = LONG if month <= LONG_MONTHS else LONG - 1 if month < LAST_MONTH or _leap(year) else LONG - 2
    if not (1 <= month <= LAST_MONTH and 1 <= day <= last):
        raise ValueError(day)
    leaps = sum(_leap(past) for past in range(FIRST_SOLAR, year))
    months = (month - 1) * (LONG - 1) + min(month - 1, LONG_MONTHS)
    return SPRING_OF_1925 + timedelta((year - FIRST_SOLAR) * 365 + leaps + months + day - 1)


CALENDARS = {"hijri": Calendar(1343, 1500, _hijri), "solar_hijri": Calendar(FIRST_SOLAR, 1500, _solar_hijri)}


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
