"""Those who act for a state by their own name, and their time in office: "under Reagan", "Obama cast one"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from tahqiq.catalog.concepts import load_concepts
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.text.sentences import Sentence

OPEN = ".."
COLON = ":"
TERMS = {"time.first_term": 0, "time.second_term": 1}


def acts_for(hit: Hit) -> tuple[str, ...]:
    """The codes of the states that someone named acts for; none for any other word."""
    return _acts_for(hit.ids)


@lru_cache(maxsize=16384)
def _acts_for(ids: tuple[str, ...]) -> tuple[str, ...]:
    concepts = load_concepts()
    return tuple(c for i in ids if i in concepts for c in concepts[i].acts_for)


def only_speaks(s: Sentence, hit: Hit) -> bool:
    """Whether a name is that of one who says something and does nothing ("Obama said that ..."; not "added four")."""
    after, before = s.after(hit.end), s.before(hit.start)
    says = after is not None and after.has(("say.report",)) and s.words(hit.end, after.start) <= PHRASE
    says = says and not any(m.type == "number" and after and s.bare(after.end, m.start) for m in s.mentions)
    told = before is not None and before.has(("say.report",)) and s.words(before.end, hit.start) <= PHRASE
    return says or (told and s.grammar.verb_first)


def is_time(s: Sentence, hit: Hit) -> bool:
    """Whether the words beside a name make it a time ("under Reagan", "the Obama years"), or a line that it opens tells
    what was done in that time ("Carter: four times").
    """
    wanted = ("time.in_office", *TERMS)
    opens = not s.words(s.start, hit.start) and s.text[hit.end : s.end].lstrip()[:1] == COLON
    return opens or any(h.has(wanted) for h in _beside(s, hit)) or hit.has(wanted)


def in_office(s: Sentence, hit: Hit, published: date | None) -> str | None:
    """The time in office of someone named, as an ISO interval, before the day of publication: the term that the words
    beside name, else all terms, where they follow on each other; of terms apart the words must name one.
    """
    concepts = load_concepts()
    terms = [t for i in hit.ids if i in concepts and concepts[i].acts_for for t in concepts[i].periods]
    near = (*_beside(s, hit), *_bracketed(s, hit), hit)
    told = next((n for h in near for i, n in TERMS.items() if h.has((i,))), _numbered(s, hit))
    if told is not None:
        return terms[told] if told < len(terms) else None
    begun = [t for t in terms if published is None or t[:10] <= published.isoformat()]
    dates = [m.date for m in s.mentions if m.date and m.date[:4].isdecimal() and m.start < hit.start]
    begun = [t for t in begun if not dates or t.endswith(OPEN) or t.partition("/")[2] > dates[0]]
    return _together(begun) if begun else None


def _numbered(s: Sentence, hit: Hit) -> int | None:
    """The place in order of a term that an ordinal right behind the name tells, in languages that set it there."""
    after = next((m for m in s.mentions if m.start >= hit.end), None)
    beside = after is not None and after.type == "ordinal" and s.bare(hit.end, after.start)
    return int(after.value or 1) - 1 if beside and after and s.grammar.adjective_after else None


def _together(terms: Sequence[str]) -> str | None:
    """The terms of a list as one interval, where each begins as the one before it ends."""
    ends = [t.split("/") for t in terms]
    joined = all(before[1] == after[0] for before, after in itertools.pairwise(ends))
    return f"{ends[0][0]}/{ends[-1][1]}" if joined else None


def _bracketed(s: Sentence, hit: Hit) -> list[Hit]:
    """The word that a bracket right behind a name begins with ("Trump (first term)")."""
    after = s.after(hit.end)
    return [after] if after is not None and s.text[hit.end : after.start].strip() == "(" else []


def _beside(s: Sentence, hit: Hit) -> list[Hit]:
    """The words right before and behind a name, past titles, with no mark between."""
    near = [(h, h.end, hit.start) for h in s.hits if h.end <= hit.start]
    near += [(h, hit.end, h.start) for h in s.hits if h.start >= hit.end]
    return [h for h, low, high in near if s.words(low, high) < PHRASE and not s.broken(low, high)]
