"""Step functions of time: the value on a day, and the windows of days in which a value holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from tahqiq.model import Step, Window


def value_at(steps: Sequence[Step], day: date) -> float:
    """The value on a day; 0 before the first step."""
    at = bisect_right(steps, day.toordinal(), key=lambda step: step[0])
    return steps[at - 1][1] if at else 0.0


def windows(steps: Sequence[Step], holds: Callable[[float], bool], until: date | None = None) -> tuple[Window, ...]:
    """The windows, last day included, in which the value passes `holds`; None as the end means it still does.

    Adjoining steps that both pass are one window. Steps after `until` are not looked at.
    """
    last = until.toordinal() if until else None
    found: list[Window] = []
    opened: int | None = None
    for day, value in steps:
        if last is not None and day > last:
            break
        if holds(value):
            opened = day if opened is None else opened
        elif opened is not None:
            found.append((date.fromordinal(opened), date.fromordinal(day - 1)))
            opened = None
    if opened is not None:
        after = next((day for day, value in steps if last is not None and day > last and not holds(value)), None)
        found.append((date.fromordinal(opened), date.fromordinal(after - 1) if after else None))
    return tuple(found)
