"""The word of time that governs a date: "since 1970", and where such words stand behind it, "1970'ten beri"."""

from __future__ import annotations

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import REACH
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Mention

ENDS = ("time.until", "time.as_of", "time.after", "time.before")
PASSED = ("neutral", "time.fiscal", "time.during", "lead.of", "lead.on")
"""Words that may stand between a word of time and its date ("since its first veto in 1970")."""

CLAUSE = 2 * REACH
"""Words of a clause that a word of time opens, up to its date."""


def cue_before(s: Sentence, m: Mention) -> str | None:
    """The word of time that governs a date: "since" reaches over other words, the rest stand right before it."""
    if s.grammar.postpositions:
        return _cue_behind(s, m)
    at = m.start
    for hit in reversed(s.hits):
        if hit.start >= at:
            continue
        gap = s.words(hit.end, m.start)
        if gap > CLAUSE or any(hit.end <= o.start < m.start for o in s.mentions if o.type != "ordinal"):
            return None
        beside = s.words(hit.end, at) == 0
        if hit.has(("time.since",)) and (beside or not hit.has(("lead.from", "time.after"))):
            return "time.since" if gap <= REACH or _opens(s, hit, m.start) else None
        found = next((c for c in ENDS if c in hit.ids), None) if beside else None
        if found is not None:
            by = found == "time.as_of" and hit.has(("time.during",))  # "on the date of", which also means "as of"
            return None if by else found
        named = hit.codes("place", "seat", "adj")  # "aid from the US in 2022"
        at = hit.start if beside and hit.has(PASSED) and not named else at
    return None


def _opens(s: Sentence, hit: Hit, end: int) -> bool:
    """Whether a word of time opens a clause that runs on to a place ("Since X began its war on Y in 2022, ...")."""
    left, _ = s.clause(hit.start, hit.end)
    return s.words(left, hit.start) == 0 and not s.broken(hit.end, end)


def _cue_behind(s: Sentence, m: Mention) -> str | None:
    """The word of time behind a date that governs it: "1970'ten beri", "2012 sonuna kadar"."""
    at = m.end
    for hit in s.hits:
        if hit.start < m.end:
            continue
        if s.words(at, hit.start) or s.broken(at, hit.start):
            return None
        found = next((c for c in ("time.since", *ENDS) if c in hit.ids), None)
        if found is not None or not hit.has(PASSED):
            return found
        at = hit.end
    return None
