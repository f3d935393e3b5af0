"""Whether an act is told as the first or the last of all ("cast its first veto in 1999", not "its first since"), or as
one of the year that has the most.
"""

from __future__ import annotations

from collections.abc import Mapping

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY, PHRASE, VERB
from tahqiq.claims.fill.days import Day
from tahqiq.claims.fill.leaders import acts_for
from tahqiq.claims.fill.scene import Filled, Scene, scene, topic_of
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Mention, Says

BOUNDING = ("time.", "period.", "leader.", "unit.", "lead.of", "part.", "join.with")
"""Kinds of concepts that make an act the first of some only."""
IN_YEAR = frozenset({"time.during", "unit.time"})
"""What "in the year" says: it bounds nothing."""
OF_MANY = ("neutral", "state.stood", "lead.of", "lead.from", "part.out_of", "unit.times")
"""What may stand between "the most" and an act: "the largest number of times the veto ..."."""
YEAR = len("2024")
SAYS: Mapping[str, Says] = {"says.first": "first", "says.last": "last"}


def order_of(sc: Scene, act: Hit, day: Day, member: int | None, about: Filled | None) -> frozenset[Says]:
    """What a sentence says of the place of an act among all of its kind. `member`: where the one who acts is named."""
    s = sc.s
    leader = any(h.start == member and acts_for(h) for h in s.hits)  # "Obama's first" is no state's first
    ranked = not leader and _of_all(s, act) and not _of_further(s, act, day)
    says = frozenset(name for concept, name in SAYS.items() if ranked and _says(s, concept, act))
    if len(day.iso) == YEAR and _most(s, act):
        says |= {"most"}
    first = ranked and about is None and _numbered_first(s, act) and not _of_a_matter(sc)
    return says | {"first"} if first else says


def _most(s: Sentence, act: Hit) -> bool:
    """Whether a year is told as the one with the most acts ("1982 saw the most American vetoes")."""
    most = next((h for h in reversed(s.hits) if h.end <= act.start and h.has(("rank.most",))), None)
    if most is None or s.broken(most.end, act.start):
        return False
    inside = s.between(most.end, act.start)
    plain = all(h.codes("adj", "place", "seat") or h.has(OF_MANY) for h in inside)
    ends = [most.end, *(h.end for h in inside)]
    return plain and all(s.follows(*span) for span in zip(ends, [*(h.start for h in inside), act.start], strict=True))


def of_them(s: Sentence, number: Mention) -> bool:
    """Whether a number only tells of how many an act is the first or the last ("the first of its 83 vetoes")."""
    ends = [m.end for m in s.mentions if m.type == "ordinal" and m.value == 1]
    ends += [h.end for h in s.hits if h.has(SAYS)]
    before = [end for end in ends if end <= number.start and s.words(end, number.start) <= VERB]
    return any(s.named(end, number.start, ("lead.of", "part.out_of")) for end in before)


def _of_further(s: Sentence, act: Hit, day: Day) -> bool:
    """Whether a day behind an act is that of a further one ("its first veto came in March and the second in May")."""
    return any(m.type == "ordinal" and m.value != 1 and act.end <= m.start < day.start for m in s.mentions)


def _of_a_matter(sc: Scene) -> bool:
    """Whether the text just before speaks of what the acts were about, so that the first of those may be meant."""
    frame, near = sc.frame, sc.article.near(sc.s, CARRY)
    told = (f for x in near for f in scene(sc.article, frame, x).named if f.role in frame.roles)
    return bool(topic_of(sc.article, frame, sc.s)) or any(frame.roles[f.role].matter for f in told)


def _numbered_first(s: Sentence, act: Hit) -> bool:
    """Whether an act is told as the first by an ordinal beside it ("cast its first veto in 1999")."""
    told = [m for m in s.mentions if m.type == "ordinal" and m.value == 1 and m.start < act.end]
    near = bool(told) and s.words(told[-1].end, act.start) <= PHRASE
    return near and not s.broken(told[-1].start, act.start)


def _of_all(s: Sentence, act: Hit) -> bool:
    """Whether no word of its clause makes an act the first or last of some only: since something, of someone."""
    left, right = s.clause(act.start, act.end)
    beside = {i for h in s.between(left, right) if h is not act and not IN_YEAR.issuperset(h.ids) for i in h.ids}
    beside -= {"time.during"}
    return not any(i.startswith(BOUNDING) for i in beside)


def _says(s: Sentence, concept: str, act: Hit) -> bool:
    return any(
        h.has((concept,)) and s.words(min(h.end, act.end), max(h.start, act.start)) <= PHRASE
        for h in s.hits
        if h is not act
    )
