"""The value of a figure in the unit of its table: with its sign, its size, and as much as its own words say."""

from __future__ import annotations

from dataclasses import replace
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
