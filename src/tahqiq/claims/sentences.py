"""The text cut into sentences, each with the words the catalogue knows and the values the language stage read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tahqiq.catalog.lexicon import Hit, Lexicon
from tahqiq.model import Block, Mention, Text

SPACE = " \t\n\r\u00a0\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
QUOTES = "\"'\u00ab\u00bb\u201c\u201d\u2018\u2019()[]*_\u2013\u2014-:\u0640"
EDGES = SPACE + QUOTES
CLAUSE = 300
"""A clause reaches at most so far to either side."""
LONGEST = 1000
"""No sentence has more characters; it keeps the work on a text without full stops in proportion to its length."""
CLOSING = "\"')]\u00bb\u201d\u2019*_"
OPENERS, CLOSERS = ("(", "["), (")", "]")
CLAUSE_MARKS = ",;:()\u060c\u061b\u2014\u2013\n"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block, the `at`-th. `text` is the whole mended text, so that all offsets are of one kind."""

    text: str
    start: int
    end: int
    block: int
    kind: str
    number: int | None
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...] = ()
    ids: frozenset[str] = frozenset()
    at: int = 0

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether any of these terms stands in the sentence."""
        return not self.ids.isdisjoint(wanted)

    def between(self, start: int, end: int) -> list[Hit]:
        """The hits that lie inside a span."""
        return [hit for hit in self.hits if start <= hit.start and hit.end <= end]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the clause around a span: the nearest commas and their like on both sides."""
        left, right = start, end
        if self.text[left - 1 : left] in OPENERS and self.text[right : right + 1] in CLOSERS:
            left, right = left - 1, right + 1
        elif self.text[left - 1 : left] in OPENERS and any(mark in self.text[start:end] for mark in CLOSERS):
            left -= 1
        low, high = max(self.start, start - CLAUSE), min(self.end, end + CLAUSE)
        while left > low and not self._breaks(left - 1):
            left -= 1
        while right < high and not self._breaks(right):
            right += 1
        return left, right

    def _breaks(self, at: int) -> bool:
        mark = self.text[at]
        if mark not in CLAUSE_MARKS:
            return False
        digits = at > 0 and self.text[at - 1].isdigit() and self.text[at + 1 : at + 2].isdigit()
        return not digits

    def bare(self, start: int, end: int) -> bool:
        """Whether nothing but space and quotation marks lies between two places."""
        return start <= end and not self.text[start:end].strip(EDGES)


def sentences(text: Text, lexicon: Lexicon, hits: Sequence[Hit]) -> list[Sentence]:
    """All sentences in order, with their hits."""
    found: list[Sentence] = []
    at = 0
    for number, block in enumerate(text.blocks or (Block("paragraph", 0, len(text.text)),)):
        for start, end in _cut(text.text, block, lexicon):
            while at < len(hits) and hits[at].end <= start:
                at += 1
            last = at
            while last < len(hits) and hits[last].start < end:
                last += 1
            inside = tuple(hits[at:last])
            found.append(
                Sentence(
                    text.text, start, end, number, block.kind, block.number, inside, ids=_ids(inside), at=len(found)
                )
            )
            at = last
    return found


def _ids(hits: Iterable[Hit]) -> frozenset[str]:
    return frozenset(i for hit in hits for i in hit.ids)


def with_mentions(found: list[Sentence], mentions: Sequence[Mention]) -> list[Sentence]:
    """The same sentences with the values that lie in each."""
    starts = [m.start for m in mentions]
    result = []
    for s in found:
        inside = tuple(mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)])
        result.append(replace(s, mentions=inside) if inside else s)
    return result


def _cut(text: str, block: Block, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    start = block.start
    for found in _ends(lexicon.language.sentence_end).finditer(text, block.start, block.end):
        if found.end() < block.end and not _abbreviated(text, found.start(), start, lexicon):
            yield from _bounded(text, start, found.end())
            start = found.end()
    if text[start : block.end].strip(SPACE):
        yield from _bounded(text, start, block.end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence longer than any is cut at a space: what stands farther apart is not read together."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


@lru_cache(maxsize=16)
def _ends(marks: tuple[str, ...]) -> re.Pattern[str]:
    """A closing mark, quotes and brackets behind it, and space; or the end of a line."""
    return re.compile(f"[{re.escape(''.join(marks))}]+[{re.escape(CLOSING)}]*(?=\\s)|\n")


def _abbreviated(text: str, mark: int, start: int, lexicon: Lexicon) -> bool:
    """Whether the full stop belongs to an initial ("U.S.") or an abbreviation ("Dec.")."""
    if text[mark] != ".":
        return False
    left = mark
    while left > start and (text[left - 1].isalpha() or text[left - 1] == "."):
        left -= 1
    word = text[left:mark]
    return (len(word) == 1 and word.isupper()) or "." in word or word.lower() in lexicon.abbreviations
