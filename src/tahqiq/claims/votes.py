"""Figures of votes and the words they go with: which figure is in favour, against, abstaining."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import Figure, figures
from tahqiq.claims.pairs import best_pairs
from tahqiq.claims.sentences import Sentence

PARTS = ("in_favour", "against", "abstaining")
DASH = "-\u2013\u2010\u2011\u2012:"
RUN = re.compile(rf"(?<![\d./-])(\d{{1,3}})\s?[{DASH}]\s?(\d{{1,3}})(?:\s?[{DASH}]\s?(\d{{1,3}}))?(?![\d/]|[-.]\d)")
"""A tally in figures: 13-1-1, 187 - 3."""
VERSUS_GAP, BEFORE, AFTER = 40, 30, 45
"""How many characters may lie between two figures set against each other; between a word and its figure; after it."""
MARKS = ".;\u061b"
COMMAS = ",\u060c"


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a tally."""

    name: str
    value: int
    start: int
    end: int


def runs(s: Sentence) -> list[list[Part]]:
    """The tallies written in figures alone."""
    found = []
    for run in RUN.finditer(s.text, s.start, s.end):
        groups = [(run.group(i), run.span(i)) for i in (1, 2, 3) if run.group(i)]
        found.append([Part(name, int(text), *span) for name, (text, span) in zip(PARTS, groups, strict=False)])
    return found


def versus(s: Sentence, values: Mapping[str, Any], sizes: Iterable[int]) -> list[list[Part]]:
    """Two figures set against each other: "33 votes to 13", the first in favour and the second against."""
    words = values.get("in_favour", {})
    joiners, units = set(words.get("versus", ())), set(words.get("voters", ()))
    listed = _votes(s, values, sizes)
    found: list[list[Part]] = []
    for a, b in pairwise(listed):
        gap = s.text[a.end : b.start]
        told = gap.lower().split()
        while told and told[-1] in units:
            told.pop()
        if not told or told[-1] not in joiners or len(gap) > VERSUS_GAP or any(m in gap for m in MARKS):
            continue
        if not any(p.start == a.start for parts in found for p in parts):
            found.append([Part(PARTS[0], int(a.value), a.start, a.end), Part(PARTS[1], int(b.value), b.start, b.end)])
    return found


def pair(
    s: Sentence, values: Mapping[str, Any], sizes: Iterable[int], taken: list[Part], start: int, end: int
) -> list[Part]:
    """The figures of a stretch paired with the voting words beside them, so that most of them find one."""
    used = [(p.start, p.end) for p in taken]
    free = [f for f in _votes(s, values, sizes) if start <= f.start < end and (f.start, f.end) not in used]
    inside = [h for h in s.between(start, end) if h.has((*PARTS, "won", "by_votes"))]
    cues = [h for h in inside if not (taken and taken[0].start <= h.start < taken[-1].end)]
    tokens: list[Figure | Hit] = sorted([*free, *cues], key=lambda t: t.start)
    parts: dict[str, Part] = {}
    weights = [_weight(s, values, a, b) for a, b in pairwise(tokens)]
    for a, b in best_pairs(tokens, weights):
        figure, cue = (a, b) if isinstance(a, Figure) else (b, a)
        if not isinstance(figure, Figure) or not isinstance(cue, Hit):
            continue
        name = next((n for n in PARTS if n in cue.ids), PARTS[0])
        parts.setdefault(name, Part(name, int(figure.value), figure.start, figure.end))
    return list(parts.values())


def without(s: Sentence, start: int, end: int) -> list[Part]:
    """The parts told to be none ("no abstentions")."""
    inside = s.between(start, end)
    return [Part(name, 0, h.start, h.end) for h in inside for name in PARTS[1:] if f"none_{name}" in h.ids]


def _votes(s: Sentence, values: Mapping[str, Any], sizes: Iterable[int]) -> list[Figure]:
    """The figures that may be votes: whole, of voters and not of times, and no "15" of "10 of the 15"."""
    found = [f for f in figures(s, values) if not f.ordinal and f.value == int(f.value) and f.value <= 200]
    found = [f for f in found if f.unit is None or f.unit.has(("two_voters", "all_but"))]
    found = [f for f in found if f.value not in set(sizes)]
    wholes = {
        f.start
        for f in found
        for h in s.hits
        if h.has(("of",)) and h.end <= f.start and s.bare(h.end, f.start) and any(s.bare(o.end, h.start) for o in found)
    }
    return [f for f in found if f.start not in wholes]


def _weight(s: Sentence, values: Mapping[str, Any], a: Figure | Hit, b: Figure | Hit) -> float:
    """How well two neighbours go together; nothing for two figures, two words, or a gap too wide."""
    if isinstance(a, Figure) == isinstance(b, Figure):
        return 0.0
    gap = s.text[a.end : b.start]
    cue, before = (a, True) if isinstance(a, Hit) else (b, False)
    assert isinstance(cue, Hit)
    if len(gap) > (BEFORE if before else AFTER) or any(m in gap for m in MARKS):
        return 0.0
    if (before and not _may_lead(s, values, cue, gap, b)) or (not before and cue.has(("won", "by_votes"))):
        return 0.0
    if not before and ":" in gap:
        return 0.0
    named = any(h.codes("place", "seat") for h in s.between(a.end, b.start))
    words = values.get("in_favour", {})
    told = s.text[cue.start : cue.end].lower()
    if told.split()[0] in words.get("counted", ()) or told in words.get("adjectives", ()):
        return 0.0 if before else 140 - len(gap)
    liked = words.get("side") == ("before" if before else "after")
    apart = any(m in gap for m in COMMAS)
    return 100 - len(gap) / 2 - (0 if liked else 20) - (40 if apart else 0) - (40 if named else 0)


def _may_lead(s: Sentence, values: Mapping[str, Any], cue: Hit, gap: str, figure: Figure | Hit) -> bool:
    """Whether a voting word may stand before its figure: freely in some languages, else after a colon or "by"."""
    words = values.get("in_favour", {})
    if cue.has(("won",)):
        rest = s.text[figure.end : s.end].split()
        return bool(rest) and rest[0].strip(",.;:()").lower() in words.get("voters", ())
    if cue.has(("by_votes",)) or words.get("side") == "before":
        return True
    return ":" in gap or (s.bare(cue.end, figure.start) and not cue.has(PARTS[:1]))
