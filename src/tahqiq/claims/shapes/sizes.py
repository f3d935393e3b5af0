"""The value of a figure in the unit of its table: with its sign, its size, and as much as its own words say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.headers import named_in, phrases
from tahqiq.claims.fill.quantified import BRACKETS
from tahqiq.claims.shapes.candidates import whole_number
from tahqiq.claims.steps import with_step
from tahqiq.claims.text.figures import Figure, unit_of
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim

MINUS = "-\u2212\u2013"
LETTERS, DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"[\d.,\u066b\u066c]+")
LARGEST = 100_000
"""A bare figure is smaller than this whose size is told elsewhere."""


def sized(s: Sentence, listed: Iterable[Figure], heads: Sequence[Sentence]) -> Iterator[Figure]:
    """The figures, a bare one in the size and currency of the one before it ("India had 1.45 billion, China 1.41"), or
    in the size that the line above its list names ("in millions").
    """
    named = (named_in(h.text[h.start : h.end], phrases("magnitudes")) for h in heads)
    size, like = int(next((n for n in named if n), 1)), None
    every = [_as_part(s, f) for f in listed]
    for at, f in enumerate(every):
        behind = every[at + 1] if at + 1 < len(every) else None
        if (told := _told_size(s, f)) > 1:
            size, like = told, f
            yield replace(f, low=_like(f.low, f, told)) if f.low and _bare(s, f.low) else f
        elif behind is not None and _bare(s, f) and _leads_on(s, f, behind) and (told := _told_size(s, behind)) > 1:
            yield _like(f, behind, told)
        elif size > 1 and _bare(s, f) and _ends(s, f):
            yield _like(f, like or f, size)
        else:
            yield f


def _like(f: Figure, other: Figure, size: int) -> Figure:
    return replace(f, value=f.value * size, type=other.type, currency=other.currency)


def _as_part(s: Sentence, f: Figure) -> Figure:
    """A fraction in words as the part of a whole that it is ("a quarter")."""
    words = s.text[f.start : f.end].replace(" ", "").isalpha()
    part = f.type == "number" and 0 < f.value < 1 and f.low is None and words
    return replace(f, type="percentage") if part else f


def _leads_on(s: Sentence, f: Figure, behind: Figure) -> bool:
    """Whether two figures are the ends of a change ("from 314 to 144 million")."""
    between = s.between(f.end, behind.head)
    return len(between) == 1 and between[0].has(("lead.to",)) and s.words(f.end, behind.head) == 1


def _told_size(s: Sentence, f: Figure) -> int:
    """The size that a figure's own words tell; 1 where they tell none."""
    words = LETTERS.findall(s.text[f.start : f.end].lower()) if f.type in ("number", "money") else ()
    return max((_magnitudes().get(word, 1) for word in words), default=1)


@cache
def _magnitudes() -> dict[str, int]:
    return {word: int(size) for size, words in phrases("magnitudes").items() for word in words if " " not in word}


def _bare(s: Sentence, f: Figure) -> bool:
    """Whether a figure is digits alone."""
    digits = DIGITS.fullmatch(s.text, f.start, f.end) is not None and f.type in ("number", "money")
    return digits and f.value < LARGEST and f.unit is None and f.low is None


def _ends(s: Sentence, f: Figure) -> bool:
    """Whether no word and no sign of per cent stands right behind a figure."""
    rest = s.text[f.end : s.end].lstrip()[:1]
    return not rest.isalnum() and rest != "%"


def value_of(frame: Frame, s: Sentence, f: Figure, *, share: bool) -> Any:
    """The value of a figure, or the two ends of its range; `share`: as a part of a whole and not in per cent."""
    if f.low is not None:
        return (_signed(frame, s, f.low, share=share), _signed(frame, s, f, share=share))
    return _signed(frame, s, f, share=share)


def _signed(frame: Frame, s: Sentence, f: Figure, *, share: bool) -> float:
    """The value in the unit of the table, below zero where a sign stands at its digits or words say so."""
    value = f.value * 100 if f.type == "percentage" and not share else f.value * _size(s, f)
    mark = s.text[f.start : f.start + 1]
    sign = (mark in MINUS and s.text[f.start + 1 : f.start + 2].isdigit()) or (mark.isalpha() and _minus(s, f))
    behind = [h for h in s.between(f.end, s.end) if h.has(frame.below_zero) and s.words(f.end, h.start) <= 2]
    return whole_number(round(-value if sign or behind else value, 12))


def _size(s: Sentence, f: Figure) -> int:
    """The size of one unit of a figure, where a bracket right behind tells it: "2.16 (millions of)"."""
    found = BRACKETS.match(s.text, f.end + (s.text[f.end : f.end + 1] == " "))
    return int(named_in(found.group(), phrases("magnitudes")) or 1) if found else 1


def _minus(s: Sentence, f: Figure) -> bool:
    """Whether the figure as the language stage read it begins with a word for minus."""
    return any(m.start == f.start and m.value is not None and m.value < 0 for m in s.mentions)


def converted(frame: Frame, s: Sentence, f: Figure, claim: Claim, *, change: bool = False) -> Claim:
    """The claim with its figure in the unit of the table, where the text tells it in another one of the kind. `change`:
    the figure is a difference, for which two scales begin at the same place.
    """
    hit = unit_of(s, f, frame.converted) if frame.converted else None
    concept = next((c for c in frame.converted if hit is not None and hit.has((c,))), None)
    if concept is None:
        return claim
    times, plus = frame.converted[concept]
    told = with_step(claim, s.text).stated
    low, high = told.value if isinstance(told.value, tuple) else (told.value, told.value)
    ends = tuple(whole_number(round(v * times + (0 if change else plus), 9)) for v in (low, high))
    value = ends if isinstance(told.value, tuple) else ends[0]
    return replace(claim, stated=replace(told, value=value, step=told.step * times if told.step else None))


def rounded(s: Sentence, f: Figure, claim: Claim) -> Claim:
    """The claim with the precision of a share in words ("almost half", "four in ten")."""
    if claim.kind != "share" or any(c.isdigit() for c in s.text[f.start : f.end]) or f.low is not None:
        return claim
    loose = claim.stated.qualifier == "about" or f.unit is None
    return replace(claim, stated=replace(claim.stated, step=(2 if loose else 1) * PART * f.value))


PART = 0.05
"""A share in words is told to so much of itself, and to twice as much where a word says so ("almost half")."""
