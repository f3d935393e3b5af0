"""The day of publication, where a text says it in so many words near its head: "Published: 18 April 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from tahqiq.catalog.repairs import DIGIT, MARKS, RepairWords, repair_words
from tahqiq.model import Block

_NEAR_HEAD = 6
_LONG = 120
_COMBINING = re.compile(r"[\u0300-\u036f]|[\u0591-\u05bd]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]")
_ISO = re.compile(rf"({DIGIT}{{4}})-({DIGIT}{{1,2}})-({DIGIT}{{1,2}})(?!\w)")


@lru_cache(maxsize=8)
def _written(language: str) -> re.Pattern[str]:
    month = repair_words()[language].month
    name = rf"(?P<first>{month})(?!\w)(?:\s?[/\-]\s?(?P<second>{month})(?!\w))?"
    day, year = rf"(?P<day>{DIGIT}{{1,2}})", rf"(?P<year>{DIGIT}{{4}})(?!\w)"
    return re.compile(rf"{day}(?:st|nd|rd|th)?\s+{name},?\s+{year}", re.IGNORECASE)


@lru_cache(maxsize=8)
def _month_first(language: str) -> re.Pattern[str]:
    month = repair_words()[language].month
    return re.compile(
        rf"(?P<first>{month})(?!\w)\.?\s+(?P<day>{DIGIT}{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{DIGIT}{{4}})(?!\w)",
        re.IGNORECASE,
    )


def published_in(text: str, blocks: Sequence[Block], language: str) -> date | None:
    """The date after a word of publication in one of the first short blocks, or None."""
    words = repair_words().get(language)
    for block in blocks[:_NEAR_HEAD] if words else ():
        if block.end - block.start > 2 * _LONG:
            continue  # too long, even with a mark on every letter
        part = _bare(text[block.start : min(block.end, block.start + _LONG + 1)])
        found = words.published.match(part) if words and len(part) <= _LONG else None
        if words and found:
            return read_day(part[found.end() :].lstrip(" \t:\u2013-" + MARKS), words)
    return None


def _bare(part: str) -> str:
    """Without marks of vowels and direction."""
    return _COMBINING.sub("", part).lstrip(MARKS)


def read_day(part: str, words: RepairWords) -> date | None:
    """The full date at the beginning of `part`: ISO, or day month year in the words of the language."""
    found = day_at(part, words)
    return found[0] if found else None


def day_at(part: str, words: RepairWords) -> tuple[date, int] | None:
    """The full date at the beginning of `part`, and where it ends."""
    found = _ISO.match(part)
    if found:
        day = _date(int(found[1]), {int(found[2])}, int(found[3]))
        return (day, found.end()) if day else None
    for form in (_written(words.language), _month_first(words.language)):
        found = form.match(part)
        if found:
            numbers = {number for _, number in words.readings(found["first"])}
            second = found.groupdict().get("second")
            if second:
                numbers &= {number for _, number in words.readings(second)}
            day = _date(int(found["year"]), numbers, int(found["day"]))
            return (day, found.end()) if day else None
    return None


def _date(year: int, months: set[int], day: int) -> date | None:
    try:
        return date(year, months.pop(), day) if len(months) == 1 else None
    except ValueError:
        return None
