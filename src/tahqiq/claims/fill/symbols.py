"""The symbols of documents, and the numbers that resolutions are called by: "S/2023/970", "67/19", "resolution 478"."""

from __future__ import annotations

import re

from tahqiq.catalog.frames import Frame
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.text.sentences import DASHES, Sentence

SYMBOL = re.compile(r"(?<![\w./])[A-Z]/[A-Z0-9]\w*+(?:[./]++\w++)*+")
"""The symbol of a document of the United Nations: S/2023/970, A/RES/77/247."""
NUMBER = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,2}-)?\d{1,4}(?:/\d{1,3}[A-Z]?|\s?\([IVXL]+\))(?![\w/])")
"""The number a resolution of a session is called by: 67/19, ES-10/19, 3379 (XXX)."""
PLAIN = re.compile(r"(?<![\w/.,(-])\d{3,4}(?![\w/%-]|[.,]\d)")
"""The number a resolution is called by where all are numbered in one row: 478. A smaller one may be one of votes."""
VOTED = ("vote.noun", "vote.by")


def numbered(s: Sentence, frame: Frame, span: tuple[int, int], at: int) -> list[str]:
    """The symbol of the resolution that the words of a span before a tally, else those behind it, call by its number
    ("resolution No. 67/19", "adopted resolution 478").
    """
    if not frame.symbols:
        return []
    start, end = max(s.start, span[0]), min(s.end, span[1])
    named = [m for m in NUMBER.finditer(s.text, start, end) if s.text[m.start()].isalpha() or called(s, m.start())]
    if not named and frame.serial:
        numbers = [m for m in PLAIN.finditer(s.text, start, end) if called(s, m.start())]
        named = [m for m in numbers if _voted(s, m) or _told_next(s, m.end(), at)]
    before = [m for m in named if m.end() <= at]
    chosen = [*before[-1:], *named[:1]][:1]
    return [frame.symbols.format("".join(map(plain, re.sub(r"\s", "", m.group())))) for m in chosen]


def plain(char: str) -> str:
    """A digit of any script as that of a symbol."""
    return str(int(char)) if char.isdecimal() else char


def called(s: Sentence, at: int) -> bool:
    """Whether a number is what a draft is called by ("resolution 478", "resolution No. 478")."""
    before = s.before(at)
    if before is not None and before.of_kind("body.") and not before.has(("thing.draft",)):
        at, before = before.start, s.before(before.start)  # "resolution of the Council 478", in languages that say so
    return before is not None and before.has(("thing.draft",)) and s.words(before.end, at) <= 1


def numbers(s: Sentence, start: int, end: int) -> bool:
    """Whether a figure only is the number of a resolution ("adopted resolution 181 on ..."), and no votes go on behind
    it ("adopted the resolution 120 to 14").
    """
    after = s.after(end)
    votes = after is not None and s.bare(end, after.start) and after.of_kind(("vote.", "lead.to", "noun.voter"))
    row = s.text[end : end + 1] in DASHES or s.text[end : end + 1] == "/"
    return PLAIN.fullmatch(s.text, start, end) is not None and called(s, start) and not (votes or row)


def _told_next(s: Sentence, end: int, at: int) -> bool:
    """Whether a tally is told right behind a number ("resolution 446 on the settlements, 13-0-2")."""
    return end <= at and s.words(end, at) <= VERB and not s.named(end, at, ("thing.draft",))


def _voted(s: Sentence, number: re.Match[str]) -> bool:
    """Whether the resolution of a number is what was voted on ("adopted resolution 478"), not what the one voted on
    goes back to ("recalling resolution 242, adopted a text").
    """
    draft = s.before(number.start())
    first = draft.start if draft is not None else number.start()
    before = [h for h in s.hits if h.end <= first and h.has(VOTED)]
    after = [h for h in s.hits if h.start >= number.end() and h.has(VOTED)]
    led = bool(before) and s.words(before[-1].end, first) <= PHRASE and not s.broken(before[-1].end, first)
    end = number.end()
    return led or (bool(after) and s.words(end, after[0].start) <= PHRASE and not s.broken(end, after[0].start))
