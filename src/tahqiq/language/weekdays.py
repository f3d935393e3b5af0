"""A weekday beside a date: the two must agree, or tell which day is meant."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tahqiq.catalog.languages import SHORTEST_WEEKDAY
from tahqiq.language.atoms import Scene
from tahqiq.language.partial_dates import Moment

BESIDE = frozenset(["", ",", "."])


def nth_of_month(year: int, month: int, weekday: int, place: int) -> int | None:
    """The day of the month on which that weekday (0 Monday) comes the `place`-th time, None if it does not."""
    day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (place - 1)
    return day if day <= calendar.monthrange(year, month)[1] else None


def told_before(scene: Scene, at: int) -> int | None:
    """The weekday that stands right before the date at atoms[at]."""
    if at == 0 or scene.atoms[at].gap not in BESIDE:
        return None
    before = scene.atoms[at - 1]
    return before.word.weekday if before.end - before.start >= SHORTEST_WEEKDAY else None


def hold_against(scene: Scene, at: int, found: Moment) -> None:
    """Doubt a day that does not fall on the weekday named beside it: the nearest that does is its other reading."""
    day = _day(found)
    told = told_before(scene, at)
    told = _in_brackets(scene, found) if told is None else told
    if day is None or told is None or day.weekday() == told:
        return
    near = day + timedelta((told - day.weekday() + 3) % 7 - 3)
    found.others = ((near.year, near.month, near.day),)


def _in_brackets(scene: Scene, found: Moment) -> int | None:
    """The weekday in brackets after a date."""
    if found.next >= len(scene.atoms) or scene.atoms[found.next].gap != "(":
        return None
    atom = scene.atoms[found.next]
    return atom.word.weekday if scene.text[atom.end : atom.end + 1] == ")" else None


def _day(found: Moment) -> date | None:
    """The day told in full and without a doubt. A day converted from another calendar may be one off."""
    if found.first or found.others or found.calendar:
        return None
    if found.year is None or found.month is None or found.day is None:
        return None
    return date(found.year, found.month, found.day)
