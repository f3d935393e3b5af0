"""Hijri dates to Gregorian ones, by the Umm al-Qura calendar (hijridate: exact for 1343-1500 AH), else by none.

A local sighting may differ from it by a day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tahqiq.language.partial_dates import Moment

FIRST_YEAR, LAST_YEAR = 1343, 1500


def convert(moment: Moment) -> Moment | None:
    """Put the Gregorian day in place of a Hijri day, the first and last day in place of a month or a year.

    None, and no change, where the tables do not reach or have no such day.
    """
    from hijridate import Hijri

    year, month, day = moment.year, moment.month, moment.day
    moment.others = ()
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if day is not None and month is not None:
        if day > Hijri(year, month, 1).month_length():
            return None
        moment.year, moment.month, moment.day = Hijri(year, month, day).to_gregorian().datetuple()
        return moment
    last = Hijri(year, month or 12, 1)
    end = Hijri(year, month or 12, last.month_length())
    moment.first = Hijri(year, month or 1, 1).to_gregorian().isoformat()
    moment.last = end.to_gregorian().isoformat()
    return moment
