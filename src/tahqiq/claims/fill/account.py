"""Which words of a figure's phrase nothing explains: they may narrow it in a way that cannot be followed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import WORD, Sentence
from tahqiq.model import Span

TWO_WAYS = re.compile(r"\d{1,3},\d{3}\s+[^\W\d]")
"""Digits before a word of scale that are thousands or decimals, where decimals may stand behind a comma: "1,275" of a
billion or 1,275 billions."""
NARROWS = "narrow."
"""The kind of concepts whose words only say that a figure is none of a measure ("aged 65", "by purchasing power")."""
AFTER = 2 * VERB
"""Words of the figure's phrase and behind it that may narrow it."""


def unread(s: Sentence, item: Item, start: int, end: int) -> tuple[Span, ...]:
    """The words around a figure, up to the marks that end its phrase, that are no known word, value or name.

    `start`, `end`: the words the claim is made of.
    """
    left = _left(s, item, min(start, item.figure.head))
    right = _right(s, item, max(end, item.figure.end))
    known = sorted([(h.start, h.end) for h in s.hits if explains(h)] + [(m.start, m.end) for m in s.mentions])
    spans = []
    near = [*list(WORD.finditer(s.text, left, start))[-PHRASE:], *list(WORD.finditer(s.text, start, right))[:AFTER]]
    for found in near:
        attached = found.end() == start and s.text[start : start + 1].isalnum()  # a particle written with the figure
        first = found.start() + _elided(s, found.group())
        told = any(a < found.end() and first < b for a, b in known)
        if not (attached or told) and any(map(str.isalpha, found.group())):
            spans.append((first, found.end()))
    if s.grammar.decimal_comma and TWO_WAYS.match(s.text, item.figure.start, item.figure.end):
        spans.append((item.figure.start, item.figure.end))
    return tuple(spans)


def explains(hit: Hit) -> bool:
    """Whether a word tells what it is to any frame: one that makes figures others is known to its own frame alone."""
    return any(not i.startswith(NARROWS) for i in hit.ids)


def _elided(s: Sentence, word: str) -> int:
    """How many letters of a word are another one that lost its vowel, with its apostrophe ("l'urgence")."""
    head, mark, _ = word.replace("\u2019", "'").partition("'")
    return len(head + mark) if mark and head.lower() in s.grammar.elided else 0


def plain(s: Sentence, end: int | None = None) -> bool:
    """Whether every word of a sentence, or of what stands before a place in it, is a known word, value or name."""
    known = [(h.start, h.end) for h in s.hits if explains(h)] + [(m.start, m.end) for m in s.mentions]
    return covered(s, known, s.start, s.end if end is None else end)


def covered(s: Sentence, known: Sequence[Span], start: int, end: int) -> bool:
    """Whether every word between two places lies in one of these spans, at least in part."""
    words = ((w.start() + _elided(s, w.group()), w.end()) for w in WORD.finditer(s.text, start, end))
    return all(any(a < right and left < b for a, b in known) for left, right in words)


def _left(s: Sentence, item: Item, start: int) -> int:
    marks = s.marks(item.left, start)
    return marks[-1] + 1 if marks else min(start, item.left)


def _right(s: Sentence, item: Item, end: int) -> int:
    at = max(end, s.until(end, item.right))
    stops = [h.start for h in s.between(end, at) if h.has(("join.that", "join.contrast", "say.report", "time.after"))]
    return min([at, *stops])


def heads_column(frame: Frame, head: Sentence) -> bool:
    """Whether a line above a list says what the table is about and in what unit, and nothing else ("Olive oil, thousand
    tonnes").
    """
    return head.has(frame.speaks) and head.has(frame.counts) and plain(head)
