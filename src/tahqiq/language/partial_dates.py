"""A date as far as a text tells it, and how it is written."""

from __future__ import annotations

Told = tuple[int | None, int | None, int | None]


class Moment:
    """A date as far as it is told: year, month and day may be None. `next` is the atom after it.

    others: further dates where two month names disagree or figures may be read two ways.
    first, last: set when it is a period (a quarter, a decade, a month of another calendar).
    calendar, told: of a date converted from another calendar, its name, and year, month and day there.
    """

    __slots__ = (
        "between",
        "calendar",
        "day",
        "end",
        "first",
        "last",
        "month",
        "next",
        "others",
        "start",
        "told",
        "year",
    )

    def __init__(self, parts: Told, start: int, end: int, after: int) -> None:
        self.year: int | None = parts[0]
        self.month: int | None = parts[1]
        self.day: int | None = parts[2]
        self.start, self.end, self.next = start, end, after
        self.others: tuple[Told, ...] = ()
        self.between = False
        self.first: str | None = None
        self.last: str | None = None
        self.calendar = ""
        self.told: Told = (None, None, None)

    def parts(self) -> Told:
        """Year, month and day."""
        return self.year, self.month, self.day


def iso(parts: Told) -> str:
    """2024, 2024-04 or 2024-04-18, with XXXX for a year that is not told."""
    year, month, day = parts
    text = "XXXX" if year is None else f"{year:04d}"
    text += "" if month is None else f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"
