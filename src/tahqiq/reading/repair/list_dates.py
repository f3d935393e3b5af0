"""Dates at the head of list items: day numbers displaced by extraction, and month pairs that disagree.

Right-to-left extraction moves the day of `1. 10 September 1972 ...` to the end of the first visual line:
`1. September 1972 ... 10. ...`. A number is such a day only if the item's date lacks one, the number is valid in that
month, stands alone before a full stop inside the item, is the only one of that form, and ends no sentence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tahqiq.catalog.repairs import DIGIT, RepairWords, repair_words
from tahqiq.model import Block, Damage
from tahqiq.reading.draft import Edit
from tahqiq.reading.lines import number_of

_STRAY = re.compile(rf"(?<=\s)({DIGIT}{{1,2}})[ \t]*\.(\s+)(?=\S)")
_JOINT = re.compile(r"[/(]")
_NAME = 30
_SUPPORT = 3


@dataclass(frozen=True, slots=True)
class Stray:
    """A number inside an item that may be its day: span of the digits, end of the stop and blanks after it."""

    day: int
    start: int
    digits_end: int
    end: int
    continues: bool | None
    guarded: bool


@dataclass(frozen=True, slots=True)
class Dayless:
    """An item whose date has a month and a year but no day, and the numbers that may be it."""

    number: int
    start: int
    end: int
    strays: tuple[Stray, ...]


@lru_cache(maxsize=8)
def _head(language: str) -> re.Pattern[str]:
    month = repair_words()[language].month
    return re.compile(
        rf"\s*(?P<first>{month})(?!\w)(?:\s?[/\u2013-]\s?(?P<second>{month})(?!\w))?,?\s+(?P<year>{DIGIT}{{4}})(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _pair(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the stroke or bracket of a pair, and what stands after it."""
    month = repair_words()[language].month
    return (
        re.compile(rf"(?<!\w)(?P<name>{month})\s?\Z", re.IGNORECASE),
        re.compile(rf"\s?(?P<name>{month})(?!\w)\)?(?:\s+(?P<year>{DIGIT}{{4}})(?!\w))?", re.IGNORECASE),
    )


def displaced_days(
    text: str, blocks: Sequence[Block], words: RepairWords
) -> tuple[list[Edit], list[tuple[Block, int]]]:
    """Edits that bring days back to their dates, and items (with their number) where the form leaves a doubt."""
    items = [(block, found) for block in blocks if (found := _dayless(text, block, words))]
    trusted = _supported([item for _, item in items])
    sound = any(stray.continues is False for _, item in items for stray in item.strays)
    edits, doubts = [], []
    for block, item in items:
        usable = item.strays if trusted else [s for s in item.strays if s.continues is not False and not s.guarded]
        if len(usable) == 1 and (trusted or not sound):
            edits.append(_move(item, usable[0]))
        elif usable:
            doubts.append((block, item.number))
    return edits, doubts


def _supported(items: Sequence[Dayless]) -> bool:
    """Whether a list as a whole shows the damage: most of its dateless items hold one number that ends no sentence."""
    single = [item.strays[0] for item in items if len(item.strays) == 1]
    sound = [stray for stray in single if stray.continues is False]
    return len(single) >= _SUPPORT and len(single) * 3 >= len(items) * 2 and len(sound) * 4 <= len(single)


def _dayless(text: str, block: Block, words: RepairWords) -> Dayless | None:
    mark = number_of(text, block.start, block.end) if block.number is not None else None
    head = _head(words.language).match(text, mark[1], block.end) if mark else None
    if not mark or not head:
        return None
    month = _month(head["first"], head["second"], words)
    if month is None:
        return None
    days = monthrange(int(head["year"]), month)[1] if int(head["year"]) else 0
    strays = [
        _stray(found, text, words)
        for found in _STRAY.finditer(text, head.end(), block.end)
        if 1 <= int(found[1]) <= days
    ]
    return Dayless(mark[0], head.start("first"), block.end, tuple(strays))


def _month(first: str, second: str | None, words: RepairWords) -> int | None:
    """The month of a name or of a pair whose names agree."""
    numbers = {number for _, number in words.readings(first)}
    if second:
        numbers &= {number for _, number in words.readings(second)}
    return numbers.pop() if len(numbers) == 1 else None


def _stray(found: re.Match[str], text: str, words: RepairWords) -> Stray:
    following = re.match(r"\W*(\w*)", text[found.end() : found.end() + 60])
    word = following[1] if following else ""
    before = re.search(r"(?<!\S)(\S++)\s*+\Z", text[max(0, found.start() - 40) : found.start()])
    guarded = bool(before and words.before_count.fullmatch(before[1].strip("\u0640")))
    return Stray(int(found[1]), found.start(1), found.end(1), found.end(), _continues(word, words), guarded)


def _continues(word: str, words: RepairWords) -> bool | None:
    """Whether a word goes on with the sentence before it; None where its form does not tell."""
    if word[:1].islower():
        return True
    if word[:1].isupper() or word in words.openers or (word.startswith(words.joined) and len(word) > 2):
        return False
    return None


def _move(item: Dayless, stray: Stray) -> Edit:
    day = (stray.start, stray.digits_end)
    return Edit("displaced_day", item.start, stray.end, (day, " ", (item.start, stray.start)))


def month_pairs(text: str, words: RepairWords) -> Iterator[tuple[int, int, Damage]]:
    """Pairs of month names from two traditions that name different months; which one is meant, form cannot tell."""
    before, after = _pair(words.language)
    for joint in _JOINT.finditer(text):
        low = max(0, joint.start() - _NAME)
        left, right = before.search(text[low : joint.start()]), after.match(text, joint.end())
        if not left or not right:
            continue
        first, second = words.readings(left["name"]), words.readings(right["name"])
        same_tradition = {tradition for tradition, _ in first} & {tradition for tradition, _ in second}
        if same_tradition or {number for _, number in first} & {number for _, number in second}:
            continue
        year = int(right["year"]) if right["year"] else None
        details = {"first": first[0][1], "second": second[0][1], "year": year}
        yield low + left.start("name"), right.end(), Damage("month_pair", 0, 0, details)
