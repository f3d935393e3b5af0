"""The names of a sentence: which of them may play a role at all, and which stand side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.leads import compared, left_out, own_leads
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.once import once
from tahqiq.claims.text.sentences import COMMAS, Sentence

KINDS = ("place", "seat", "adj", "subject")
VERBS = ("act.", "state.", "rank.place")
"""Kinds of concepts by which a name is the subject of a clause of its own."""


@once
def may_fill(s: Sentence) -> Sequence[tuple[Hit, Hit | None]]:
    """The words that may play a role of some frame, each with the last name before it: all but those names that only
    tell whom another is set against, or where the text was written.
    """
    found: list[tuple[Hit, Hit | None]] = []
    last: Hit | None = None
    beside = False
    for hit in s.hits:
        named = bool(hit.codes(*KINDS))
        if named:
            beside = compared(s, hit) or left_out(s, hit) or (beside and last is not None and joined(s, last, hit))
        if not ((named and beside) or _dateline(s, hit)):
            found.append((hit, last))
        last = hit if named else last
    return found


DATELINE = re.compile(r"\s*+(?:\([^()\n]{1,40}\)\s*+)?[-\u2013\u2014\u0640]\s")
"""What stands behind the place of a dateline: perhaps the name of an agency, and a dash."""


def _dateline(s: Sentence, hit: Hit) -> bool:
    """Whether a name only tells where a text was written: the first word of its first paragraph, before a dash."""
    if s.kind != "paragraph" or s.at > 1 or s.text[s.start : hit.start].strip() or s.grammar.linking_dash:
        return False
    return DATELINE.match(s.text, hit.end) is not None and len(s.hits) > PHRASE


def _opens_clause(s: Sentence, last: Hit, hit: Hit) -> bool:
    """Whether "and" behind a comma opens a clause with the second name as its subject (", and Israel stood third")."""
    after = s.after(hit.end)
    verb = after is not None and s.words(hit.end, after.start) == 0 and after.of_kind(VERBS)
    comma = verb and any(s.text[i] in COMMAS for i in s.marks(last.end, hit.start))
    return comma and any(h.has(("join.and",)) for h in s.between(last.end, hit.start))


def joined(s: Sentence, last: Hit, hit: Hit) -> bool:
    """Whether two names stand side by side: a comma, "and", a stroke or an attached letter between them."""
    gap = s.text[last.end : hit.start]
    if _opens_clause(s, last, hit):
        return False
    if s.words(last.end, hit.start) > PHRASE or any(c in gap for c in ";:()\n\u061b"):
        return False
    inside = s.between(last.end, hit.start)
    rest = gap
    for h in inside:
        if not h.has(("join.and", "join.heir", "neutral")) or h.has(("rank.next",)):
            return False
        rest = rest.replace(s.text[h.start : h.end], "", 1)
    letters = rest.strip(" ,/\u060c\u00a0-\u2013")
    if s.grammar.owner_after and not gap.strip():
        return False  # subject and object behind their verb
    if s.grammar.postpositions and not any(h.has(("join.and",)) for h in inside):
        apart = not gap.strip() or own_leads(hit) != own_leads(last)
        return not (apart or letters)  # "Mısır, İsrail'den sonra ...": subject and object before it
    return not letters or ("join.and" in s.grammar.attached.get(letters, ()))


def named_beside(s: Sentence, f: Figure) -> int:
    """How many are named right before a figure of others ("the US, Israel and seven other countries": two)."""
    after = next((h for h in s.hits if h.start >= f.end and h.has(("ref.besides",))), None)
    if after is None or s.words(f.end, after.start) > 1:
        return 0
    names = [h for h in s.hits if h.end <= f.head and h.codes("place", "seat")]
    if not names or not _listed(s, names[-1].end, f.head):
        return 0
    apart = (i for i, (a, b) in enumerate(pairwise(reversed(names)), 1) if not joined(s, b, a))
    return next(apart, len(names))


def _listed(s: Sentence, start: int, end: int) -> bool:
    """Whether "and" alone stands between a name and a figure, perhaps behind a comma or written with the figure."""
    rest = s.text[start:end]
    for h in s.between(start, end):
        if not h.has(("join.and",)):
            return False
        rest = rest.replace(s.text[h.start : h.end], "", 1)
    letters = rest.strip(f" {COMMAS}")
    return bool(rest.strip() or s.between(start, end)) and (
        not letters or "join.and" in s.grammar.attached.get(letters, ())
    )
