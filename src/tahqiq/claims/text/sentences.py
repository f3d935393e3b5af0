"""The text cut into sentences, each with the words the catalogue knows and the values the language stage read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from tahqiq.catalog.concepts import Grammar, load_grammar
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.lexicon import Lexicon, theme_lexicon
from tahqiq.claims.distances import LONGEST_SENTENCE
from tahqiq.claims.text.timed import beside_value
from tahqiq.language.lexer import points_on
from tahqiq.model import Block, Mention, Text

SPACE = " \t\n\r\u00a0\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
QUOTES = "\"'\u00ab\u00bb\u201c\u201d\u2018\u2019[]*_\u0640"
EDGES = SPACE + QUOTES
CLOSING = "\"')]\u00bb\u201d\u2019*_"
COMMAS, SEMICOLONS, OPENERS, CLOSERS = ",\u060c", ";:\u061b", "([", ")]"
DASHES = "-\u2013\u2014"
PRINTED = re.compile(r"\W*+\d++")
"""The number of an item, with the bracket before it."""
DASHED = re.compile(rf"\s[{DASHES}]\s")
MARKS = re.compile(f"[{re.escape(COMMAS + SEMICOLONS + OPENERS + CLOSERS + DASHES)}\n]")
TOLD = ("unit.", "part.", "scale.")
QUESTION = ("?", "\u061f")
ROUND_AT_MOST = 24
ROUND = re.compile(r"[(\[]\s*\d[\d.,\u066b\u066c]*\s*[)\]]")
LEADER = re.compile(r"\.{4}|\.\.++[ \t\u00a0]*+[^\w\s.]?\d")
"""Dots that lead from a name to its figure in a table."""
NOTES = r"(?:\[\d{1,3}\])*+"
"""Numbers of notes in brackets, written without a space: "in 1972.[3][4]"."""
PLAIN = Grammar()
WORD = re.compile(r"[^\W_]+(?:['\u2019.][^\W_]+)*")


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of one block, the `at`-th. `text` is the whole mended text, so that all offsets are of one kind.

    `hits` are the words known that no value covers, in order, none over another; `ids` all that they may mean.
    """

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
    grammar: Grammar = PLAIN
    language: str = ""

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether any of these concepts is named in the sentence."""
        return not self.ids.isdisjoint(wanted)

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What `once` keeps of the sentence."""
        return {}

    @cached_property
    def themes(self) -> tuple[Hit, ...]:
        """The words that may say what an act dealt with, and what leads to them."""
        found = theme_lexicon(self.language).find(self.text[self.start : self.end])
        return tuple(Hit(h.start + self.start, h.end + self.start, h.ids) for h in found)

    @cached_property
    def _starts(self) -> list[int]:
        return [hit.start for hit in self.hits]

    @cached_property
    def _ends(self) -> list[int]:
        return [hit.end for hit in self.hits]

    @cached_property
    def _words(self) -> tuple[list[int], list[int]]:
        """Where the words begin, and where they end; the printed number of an item is none."""
        number = PRINTED.match(self.text, self.start, self.end) if self.number is not None else None
        spans = [m.span() for m in WORD.finditer(self.text, number.end() if number else self.start, self.end)]
        return [start for start, _ in spans], [end for _, end in spans]

    @cached_property
    def _marks(self) -> list[int]:
        """The places of the marks that part what stands on their sides."""
        return [m.start() for m in MARKS.finditer(self.text, self.start, self.end) if self.mark(m.start())]

    def _holds(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end

    def between(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie inside a span."""
        return self.hits[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def named(self, start: int, end: int, wanted: Iterable[str]) -> bool:
        """Whether a span names one of these concepts."""
        return self.has(wanted) and any(hit.has(wanted) for hit in self.between(start, end))

    def bare(self, start: int, end: int) -> bool:
        """Whether nothing but space and quotation marks lies between two places."""
        return start <= end and not self.text[start:end].strip(EDGES)

    def words(self, start: int, end: int) -> int:
        """How many words lie between two places; 0 where they overlap."""
        if start >= end:
            return 0
        if end - start == 1 or not self._holds(start, end):  # a mark inside a word is none
            return sum(1 for _ in WORD.finditer(self.text, start, end))
        starts, ends = self._words
        return bisect_left(starts, end) - bisect_right(ends, start)

    def follows(self, start: int, end: int) -> bool:
        """Whether no word lies between two places but a particle written with what stands at `end`."""
        while start < end < self.end and self.text[end - 1].isalnum():
            end -= 1
        return not self.words(start, end)

    def attached(self, end: int) -> bool:
        """Whether the word that ends at a place is letters that the language attaches to the next one."""
        start = end
        while start > self.start and self.text[start - 1].isalpha():
            start -= 1
        return self.text[start:end] in self.grammar.attached

    def before(self, position: int) -> Hit | None:
        """The last hit that ends before a place."""
        at = bisect_right(self._ends, position)
        return self.hits[at - 1] if at else None

    def after(self, position: int) -> Hit | None:
        """The first hit that begins behind a place."""
        at = bisect_left(self._starts, position)
        return self.hits[at] if at < len(self.hits) else None

    def marks(self, start: int, end: int) -> Sequence[int]:
        """The places of the commas, brackets and stronger marks between two places; none inside a figure counts."""
        if not self._holds(start, end):
            return [m.start() for m in MARKS.finditer(self.text, start, end) if self.mark(m.start())]
        return self._marks[bisect_left(self._marks, start) : bisect_left(self._marks, end)]

    def until(self, start: int, end: int) -> int:
        """The place of the first mark between two places, else the second of them."""
        return next(iter(self.marks(start, end)), end)

    def broken(self, start: int, end: int) -> bool:
        """Whether a mark lies between two places."""
        return bool(self.marks(start, end))

    def mark(self, at: int) -> str:
        """The mark at a place that parts what stands on its sides, or nothing."""
        char = self.text[at]
        if char in COMMAS or char in SEMICOLONS:
            digits = at > 0 and self.text[at - 1].isdigit() and self.text[at + 1 : at + 2].isdigit()
            return "" if digits else char
        if char in OPENERS or char in CLOSERS:
            return "" if self._round_figure(at) else char
        if char == "\n":
            return char
        spaced = char in DASHES and self.text[at - 1 : at].isspace() and self.text[at + 1 : at + 2].isspace()
        if self.grammar.linking_dash and spaced and self._links(at):
            return ""
        typed = self.text.startswith("--", at) and not self.text.startswith("-", at - 1)  # a dash as typists write it
        return char if spaced or typed or char == "\u2014" else ""

    def _links(self, at: int) -> bool:
        """Whether a dash stands for a verb: before a figure, or a word and it; or as the only one of its stretch behind
        a name or a figure.
        """
        if any(m.start > at and len(self.text[at + 1 : m.start].split()) <= 1 for m in self.mentions):
            return True
        left = max(self.start, *(self.text.rfind(c, self.start, at) for c in COMMAS))
        ends = (self.text.find(c, at, self.end) for c in COMMAS)
        pair = len(DASHED.findall(self.text, left, min((e for e in ends if e > 0), default=self.end))) > 1
        return not pair and self._told_before(at)

    def _told_before(self, at: int) -> bool:
        """Whether a name, a figure or what it counts ends right before a place."""
        hits = (h.end for h in self.hits if h.codes("place", "seat") or h.of_kind(TOLD))
        return any(end <= at and not self.text[end:at].strip() for end in (*hits, *(m.end for m in self.mentions)))

    def _round_figure(self, at: int) -> bool:
        """Whether the bracket only stands round a figure: "(46) times"."""
        opened = max(self.text.rfind(c, max(0, at - ROUND_AT_MOST), at + 1) for c in OPENERS)
        found = ROUND.match(self.text, opened) if opened >= 0 else None
        return found is not None and at < found.end()

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the stretch around a span that no mark interrupts."""
        before, after = self.marks(self.start, start), self.marks(end, self.end)
        return before[-1] + 1 if before else min(self.start, start), after[0] if after else max(self.end, end)

    def asks(self) -> bool:
        """Whether it is a question."""
        return self.text[self.start : self.end].rstrip().endswith(QUESTION)


def sentences(text: Text, lexicon: Lexicon, hits: Sequence[Hit]) -> list[Sentence]:
    """All sentences in order, with their hits."""
    found: list[Sentence] = []
    spoken = load_grammar(text.language), text.language
    at = 0
    for number, block in enumerate(text.blocks or (Block("paragraph", 0, len(text.text)),)):
        for start, end in _cut(text.text, block, lexicon):
            while at < len(hits) and hits[at].end <= start:
                at += 1
            last = at
            while last < len(hits) and hits[last].start < end:
                last += 1
            inside = tuple(hits[at:last])
            ids, printed = _ids(inside), block.number if start == block.start else None
            found.append(
                Sentence(text.text, start, end, number, block.kind, printed, inside, (), ids, len(found), *spoken)
            )
            at = last
    return found


def with_mentions(found: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Sentence]:
    """The same sentences with the values that lie in each; a word inside a value is no word of its own."""
    starts, result = [m.start for m in mentions], list[Sentence]()
    for s in found:
        inside = tuple(mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)])
        if inside:
            covered = {h.start for m in inside for h in s.between(m.start, m.end)}
            hits = tuple(beside_value(s.text, h, inside, s.grammar) for h in s.hits if h.start not in covered)
            s = replace(s, mentions=inside, hits=hits, ids=_ids(hits))
        result.append(s)
    return result


def _ids(hits: Iterable[Hit]) -> frozenset[str]:
    return frozenset().union(*[hit.ids for hit in hits])


def _cut(text: str, block: Block, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    start = block.start
    for found in _ends(lexicon.language.sentence_end).finditer(text, block.start, block.end):
        inside = _abbreviated(text, found.start(), start, lexicon) or _wrapped(text, found.start())
        inside = inside or (block.number is not None and _printed(text, block.start, found.start()))
        if found.end() < block.end and not inside:
            yield from _bounded(text, start, found.end())
            start = found.end()
    if text[start : block.end].strip(SPACE):
        yield from _bounded(text, start, block.end)


def _printed(text: str, start: int, mark: int) -> bool:
    """Whether a full stop only follows the number that an item of a list begins with ("1. Ukraine")."""
    return PRINTED.fullmatch(text, start, mark) is not None


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence longer than any is cut at a space: what stands farther apart is not read together."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        cut = cut if cut > 0 else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


@lru_cache(maxsize=16)
def _ends(marks: tuple[str, ...]) -> re.Pattern[str]:
    """A closing mark, quotes, brackets and the numbers of notes behind it, and space, which a mark that is as wide as
    one with it holds; or the end of a line.
    """
    closing, behind = re.escape("".join(marks)), f"[{re.escape(CLOSING)}]*+{NOTES}"
    wide = re.escape("".join(mark for mark in marks if unicodedata.east_asian_width(mark) in "WF"))
    open_ended = f"|[{wide}]++{behind}" if wide else ""
    return re.compile(f"(?<![{closing}])[{closing}]++{behind}(?=\\s){open_ended}|\n")


def _wrapped(text: str, at: int) -> bool:
    """Whether the end of a line only wraps a sentence: a small letter goes on, or a comma stands before it."""
    return text[at] == "\n" and (text[at + 1 : at + 2].islower() or text[max(0, at - 3) : at].rstrip()[-1:] in COMMAS)


def _abbreviated(text: str, mark: int, start: int, lexicon: Lexicon) -> bool:
    """Whether the full stop belongs to an initial ("U.S.") or an abbreviation ("Dec.")."""
    if text[mark] != ".":
        return False
    if LEADER.match(text, mark) or (lexicon.language.settings.get("ordinal_point") and points_on(text, mark)):
        return True
    left = mark
    while left > start and (text[left - 1].isalpha() or text[left - 1] == "."):
        left -= 1
    word, behind = text[left:mark], text[mark + 1 : mark + 4].lstrip()[:1]
    if text[left - 1 : left].isdigit() and behind.isupper():
        return False  # "$6.5bn. Jordan is ..."
    return (len(word) == 1 and word.isupper()) or "." in word or word.lower() in lexicon.abbreviations
