"""What a run of digits may be: a number, a fraction, a date in figures, or several numbers.

Separators: a comma or a point before exactly three digits groups thousands when it occurs as a comma or more than
once, or where the language groups by points; otherwise the point (and, where the language has it so, the comma) starts
the decimals.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

MOST_DIGITS = 18
YEARS = range(1000, 2200)
LATEST_HIJRA = 1600
Day = tuple[int, int | None, int | None]

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?")
_GROUPED_COMMA = re.compile(r"[0-9]{1,3}(?:[,.][0-9]{3})+,[0-9]+")
_POINTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_POINT = re.compile(r"[0-9]*\.[0-9]+")
_COMMA = re.compile(r"[0-9]+,[0-9]+")
_YMD = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DMY = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_YM = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})")
_MY = re.compile(r"([0-9]{1,2})[-/]([0-9]{4})")
_SLASHED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*/[0-9]{1,3}")
_RATIO = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_YEARS = re.compile(r"([0-9]{4})[-/]([0-9]{2})")


class Figure:
    """A figure written in digits. `days` are the dates it may be, the likelier first; `until` ends a span of years.

    digits: the length of a plain run of digits, else -1; fraction: written as 3/4, `pair` are its two numbers.
    """

    __slots__ = ("days", "digits", "fraction", "pair", "until", "value")

    def __init__(
        self, value: float, digits: int = -1, fraction: bool = False, days: tuple[Day, ...] = (), until: int = 0
    ) -> None:
        self.value, self.digits, self.fraction, self.days, self.until = value, digits, fraction, days, until
        self.pair: tuple[int, int] | None = None

    def negated(self) -> Figure:
        """The same figure below zero; a date has no sign."""
        return self if self.days or self.until else Figure(-self.value, -1, self.fraction)


Part = tuple[Figure, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes figures in digits.

    comma: decimals stand behind a comma; points: a point groups thousands (3.800); slash: decimals stand behind a slash
    (3/8); order: of dates, dmy, mdy or ymd; names: runs of digits that are a name.
    """

    comma: bool
    order: str
    points: bool = False
    slash: bool = False
    names: frozenset[str] = frozenset()


def figures(token: str, style: Style) -> Iterator[Part]:
    """The figures of a run of digits and separators, each with its start and end in it."""
    if token.isdigit():
        if len(token) <= MOST_DIGITS and not (token[0] == "0" and len(token) > 3):  # 0599123456 is a code
            yield Figure(float(token), len(token)), 0, len(token)
        return
    whole = None if token in style.names else _whole(token, style)
    if whole is not None:
        yield whole, 0, len(token)
    elif token not in style.names:
        yield from _pieces(token, style)


def _pieces(token: str, style: Style) -> Iterator[Part]:
    """Cut at the widest separator that is left, and read each piece."""
    separator = next(mark for mark in "-/,." if mark in token)
    start = 0
    for piece in token.split(separator):
        for figure, first, last in figures(piece, style) if piece else ():  # ".9999", longer than any number
            yield figure, start + first, start + last
        start += len(piece) + 1


def _whole(token: str, style: Style) -> Figure | None:
    if style.slash and _SLASHED.fullmatch(token):
        return Figure(float(token.replace(",", "").replace("/", ".")))
    if "/" in token or "-" in token or token.count(".") == 2:
        found = _date(token, style.order)
        if found is not None or "/" in token or "-" in token:
            return found
    value = number(token, style.comma, points=style.points)
    return None if value is None else Figure(value)


def number(token: str, comma: bool, *, points: bool = False) -> float | None:
    """The value of digits with separators, None when they are no single number.

    >>> number("1,234,567.5", False), number("180,25", True), number("22,24,26", False)
    (1234567.5, 180.25, None)
    >>> number("3.800", True), number("3.800", True, points=True)
    (3.8, 3800.0)
    """
    plain = token.replace(" ", "")
    if len(plain) > 2 * MOST_DIGITS:
        return None
    if points and _POINTED.fullmatch(plain):
        return float(plain.replace(".", ""))
    if plain.isdigit() or _POINT.fullmatch(plain):
        return float(plain)
    if _GROUPED.fullmatch(plain) and not (comma and plain.startswith("0")):
        return float(plain.replace(",", ""))
    if _DOTTED.fullmatch(plain):
        return float(plain.replace(".", "").replace(",", "."))
    if not comma:
        return None
    if _GROUPED_COMMA.fullmatch(plain):
        head, _, tail = plain.rpartition(",")
        return float(re.sub("[,.]", "", head) + "." + tail)
    return float(plain.replace(",", ".")) if _COMMA.fullmatch(plain) else None


def _date(token: str, order: str) -> Figure | None:
    if match := _YMD.fullmatch(token):
        return _days([(int(match[1]), int(match[3]), int(match[4]))])
    if match := _DMY.fullmatch(token):
        year, a, b = int(match[4]), int(match[1]), int(match[3])
        either = [(year, b, a), (year, a, b)]
        return _days(either if order == "dmy" else either[::-1])
    if (match := _YM.fullmatch(token)) and 1 <= int(match[2]) <= 12:
        return _days([(int(match[1]), int(match[2]), None)])
    if match := _MY.fullmatch(token):
        return _days([(int(match[2]), int(match[1]), None)])
    if match := _YEARS.fullmatch(token):
        return _years(int(match[1]), int(match[2]))
    if (match := _RATIO.fullmatch(token)) and 0 < int(match[1]) < int(match[2]):
        found = Figure(int(match[1]) / int(match[2]), fraction=True)
        found.pair = int(match[1]), int(match[2])
        return found
    return None


def _days(days: Sequence[Day]) -> Figure | None:
    right = tuple(dict.fromkeys(day for day in days if valid(*day) or _elsewhere(*day)))
    return Figure(0, days=right) if right and right[0][0] in YEARS else None


def _elsewhere(year: int, month: int | None, day: int | None) -> bool:
    """A calendar whose years are counted from the hijra may have that day."""
    return year < LATEST_HIJRA and month is not None and 1 <= month <= 12 and 1 <= (day or 1) <= 31


def _years(year: int, end: int) -> Figure | None:
    """2023-24: a season or a fiscal year."""
    return Figure(0, until=year + 1, days=((year, None, None),)) if (year + 1) % 100 == end else None


@lru_cache(maxsize=4096)
def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """True when the calendar has that day; without a year February has 29."""
    return (
        month is not None
        and 1 <= month <= 12
        and (day is None or 1 <= day <= calendar.monthrange(year or 2024, month)[1])
    )
