"""The day of publication, where a text tells it near its head.

In so many words ("Published: 18 April 2024"), on a line of its own ("Thursday, April 18, 2024, 10:15 GMT"), behind the
name of an author, or before the text of an agency ("GENEVA, 18 April 2024 (Agency) - ...").
"""

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
_STOPS = " \t,|\u00b7\u060c\u2013-"
_CLOCK = re.compile(rf"{DIGIT}{{1,2}}[:.h]{DIGIT}{{2}}(?::{DIGIT}{{2}})?")
_HALF = re.compile(r"[^\W\d_]{1,6}")
"""A time of day; its half, its zone, or a word before it."""
_MOST = 4
"""How many words may stand beside a time of day."""
_DATELINE = re.compile(r"[^\W\d_][^\d\n,\u060c(]{1,38}[,\u060c(]\s?")
"""A place before the date of an agency's text."""
_AGENCY = re.compile(r"\)?\s?(?:\([^()\n]{2,30}\)\s?)?\.?[\u2013\u2014-]\s")
_ISO = re.compile(rf"({DIGIT}{{4}})-({DIGIT}{{1,2}})-({DIGIT}{{1,2}})(?!\w)")


@lru_cache(maxsize=8)
def _written(language: str) -> re.Pattern[str]:
    words = repair_words()[language]
    name = rf"(?P<first>{words.month})(?!\w)(?:\s?[/\-]\s?(?P<second>{words.month})(?!\w))?"
    day, year = rf"(?P<day>{DIGIT}{{1,2}})", rf"(?P<year>{DIGIT}{{4}})(?!\w)"
    ordinal = f"(?:{words.ordinal})?" if words.ordinal else ""
    of = rf"(?:(?:{words.of})\s+)?"
    behind = rf"(?:\s(?:{words.year})(?!\w)\.?)?" if words.year else ""
    return re.compile(rf"{day}{ordinal}\s+{of}{name}[.,]?\s+{of}{year}{behind}", re.IGNORECASE)


@lru_cache(maxsize=8)
def _month_first(language: str) -> re.Pattern[str]:
    words = repair_words()[language]
    ordinal = f"(?:{words.ordinal})?" if words.ordinal else ""
    return re.compile(
        rf"(?P<first>{words.month})(?!\w)\.?\s+(?P<day>{DIGIT}{{1,2}}){ordinal},?\s+(?P<year>{DIGIT}{{4}})(?!\w)",
        re.IGNORECASE,
    )


def published_in(text: str, blocks: Sequence[Block], language: str) -> date | None:
    """The date after a word of publication in one of the first short blocks, else the one date that stands alone.

    Several that stand alone are the heads of a chronicle: None.
    """
    words = repair_words().get(language)
    if words is None:
        return None
    near = [block for block in blocks[:_NEAR_HEAD] if block.kind not in ("item", "row")]
    lines = [line for block in near for line in _lines(text, block)]
    for label in (words.published, words.updated):
        for line in lines:
            found = label.match(line) if len(line) <= _LONG else None
            if found:
                return read_day(line[found.end() :].lstrip(" \t:\u2013-" + MARKS), words)
    alone = {day for line in lines if (day := _alone(line, words))}
    return alone.pop() if len(alone) == 1 else None


def _lines(text: str, block: Block) -> list[str]:
    """The lines of a block, without marks of vowels and direction; of a long one its beginning."""
    return [_bare(line).strip() for line in text[block.start : min(block.end, block.start + 2 * _LONG)].split("\n")]


def _alone(line: str, words: RepairWords) -> date | None:
    """The date of a line that tells nothing else, but for a weekday, a time of day, an author or an agency."""
    weekday = words.weekday.match(line)
    start = weekday.end() if weekday else 0
    dated = day_at(line[start:].lstrip(_STOPS), words)
    if dated:
        rest = line[start:].lstrip(_STOPS)[dated[1] :]
        return dated[0] if _tells_time(rest) else None
    return _behind_author(line, words) if words.bylines.match(line) else _of_agency(line, words)


def _tells_time(rest: str) -> bool:
    """Whether nothing stands there but a time of day."""
    told = [word for word in re.split(rf"[{_STOPS}]", rest) if word.strip(".")]
    others = [word for word in told if not _CLOCK.fullmatch(word)]
    known = len(others) <= _MOST and all(_HALF.fullmatch(word.replace(".", "")) for word in others)
    return not told or (len(others) < len(told) and known)


def _behind_author(line: str, words: RepairWords) -> date | None:
    """The date that ends a line that begins with the name of an author."""
    for at in (found.end() for found in re.finditer(rf"[{_STOPS}]", line[:_LONG])):
        dated = day_at(line[at:], words)
        if dated:
            return dated[0] if _tells_time(line[at + dated[1] :]) else None
    return None


def _of_agency(line: str, words: RepairWords) -> date | None:
    """The date between a place and the dash before the text of an agency."""
    place = _DATELINE.match(line)
    if place and words.weekday.search(place[0]):
        return None
    dated = day_at(line[place.end() :], words) if place else None
    return dated[0] if dated and place and _AGENCY.match(line, place.end() + dated[1]) else None


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
