"""Sentences whose verbs stand last: what belongs to a verb stands before it, and the verb itself may deny the act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import VERB
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence

NEXT = ("join.and", "join.that", "join.contrast")
"""Words behind which another clause begins, with a verb of its own."""


def said_by_verb(s: Sentence, hit: Hit, verbs: frozenset[str]) -> set[str]:
    """What the first of these verbs behind a name says, past all that belongs to it; a colon or a semicolon ends it."""
    if not s.grammar.verb_ends:
        return set()
    stop = next((i for i in s.marks(hit.end, s.end) if s.text[i] in ";:"), s.end)
    verb = next((h for h in s.between(hit.end, stop) if h.has(verbs)), None)
    return set(verb.ids) if verb is not None else set()


def row_behind(s: Sentence, items: Sequence[Item], item: Item) -> list[Item]:
    """The items behind one without a verb of its own, which share theirs with it ("Russia 120, China 19 used")."""
    own = s.between(item.figure.end, item.near_right)
    if not s.grammar.verb_ends or any(h.of_kind(("act.", "state.")) for h in own):
        return []
    return list(takewhile(lambda later: later.joined and later.whole is None, items[item.at + 1 :]))


def behind_figure(s: Sentence, item: Item) -> list[Hit]:
    """The words behind a figure up to the end of its clause, the verb among them; none in other languages."""
    if not s.grammar.verb_ends:
        return []
    next_figure = min((m.start for m in s.mentions if m.start >= item.figure.end), default=item.near_right)
    words = s.between(item.figure.end, min(next_figure, s.until(item.figure.end, item.near_right)))
    return list(takewhile(lambda h: not h.has(NEXT), words))


def denied_at_end(s: Sentence, start: int, right: int) -> bool:
    """Whether the verb that ends the clause of an act denies it, or the act is told by such a form itself."""
    for hit in s.between(start, right):
        if hit.has(("not.not",)) and not hit.has(("not.except",)):
            return s.words(start, hit.start) <= VERB
        if hit.has(NEXT):
            return False
    return False


def words_that_lead(s: Sentence, start: int, end: int, known: Iterable[str]) -> int:
    """How many words between voters and their verb only say in what body and on what they voted."""
    if not s.grammar.verb_ends:
        return 0
    leading = (h for h in s.between(start, end) if h.has(known) or h.of_kind(("lead.", "thing.draft", "noun.matter")))
    return sum(s.words(h.start, h.end) for h in leading)


def parted_by_value(s: Sentence, start: int, end: int) -> bool:
    """Whether a date or a figure parts a preposition from a name, so that it leads to none ("from 1972 China")."""
    return s.grammar.verb_ends and any(start <= m.start and m.end <= end for m in s.mentions)
