"""Words and attached letters right before a place or a term: what they make of it."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import Context
from tahqiq.claims.sentences import EDGES, Sentence

GAP = 14
"""One short word may stand between a cue and its place ("to neighbouring Jordan")."""
AND = "with_and"


def attached(s: Sentence, start: int) -> str:
    """The letters written together with the word that begins here, before it."""
    left = start
    while left > s.start and s.text[left - 1].isalpha():
        left -= 1
    return s.text[left:start]


def introduced(context: Context, s: Sentence, cues: Iterable[str], start: int) -> bool:
    """Whether one of the cues stands right before a place, as a word or as letters attached to it."""
    letters = attached(s, start)
    if letters and any(letters in context.values.get(c, {}).get("prefixes", ()) for c in cues):
        return True
    left = start - len(letters)
    before = next((h for h in reversed(s.hits) if h.end <= left), None)
    if before is None or left - before.end > GAP:
        return False
    return before.has(cues) and not s.text[before.end : left].strip(EDGES).count(" ")


def after_and(context: Context, s: Sentence, start: int) -> Hit | None:
    """The hit before an "and" (a word, or letters attached) that stands right before this place."""
    letters = attached(s, start)
    left = start - len(letters)
    before = [h for h in s.hits if h.end <= left]
    if letters and letters in context.values.get(AND, {}).get("prefixes", ()):
        return before[-1] if before else None
    if len(before) > 1 and before[-1].has(("and",)) and s.bare(before[-1].end, left):
        return before[-2]
    return None
