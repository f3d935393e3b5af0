"""What forbids or changes a claim: another body, a threat, a promise, a denial. One list for all shapes."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import VERB
from tahqiq.claims.text.figures import COUNTED
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.claims.text.verb_ends import denied_at_end
from tahqiq.model import Aspect

ASPECTS: dict[str, Aspect] = {
    "aspect.denial": "denial",
    "aspect.condition": "condition",
    "aspect.request": "request",
    "aspect.promise": "promise",
    "aspect.agreed": "promise",
    "aspect.cut": "cut",
    "aspect.change": "change",
    "aspect.threat": "threat",
    "aspect.plan": "plan",
    "aspect.attempt": "attempt",
}
"""In this order: the first that is named tells the aspect."""


DRAFT = "thing.draft"
EVERY = frozenset({"noun.members", "sum.total", "time.ever", "state.stood"})
"""Words that say that the acts of all are counted."""
COMPARING = ("lead.more_than", "lead.less_than", "lead.compared")
FAR_REACHING = ("aspect.condition", "aspect.denial", "aspect.request")


def is_foreign(frame: Frame, s: Sentence) -> bool:
    """Whether a sentence speaks of the like of another body and does not name ours."""
    if not (s.has(frame.foreign) or (DRAFT in frame.beside and _of_other_body(s))):
        return False
    return not any(h.has(frame.ours) and not h.has(frame.foreign) for h in s.hits)  # "military" in "military spending"


def _of_other_body(s: Sentence) -> bool:
    """Whether a text put to the vote is told as that of another body ("three resolutions of Congress")."""
    drafts = [h for h in s.hits if h.has((DRAFT,))] if DRAFT in s.ids else []
    behind = [(h, s.after(h.end)) for h in drafts]
    return any(b is not None and b.has(("body.other",)) and s.words(h.end, b.start) <= 1 for h, b in behind)


def speaks(frame: Frame, s: Sentence) -> bool:
    """Whether a sentence speaks of the measure: by its own word, or by a weaker one beside its subject."""
    return s.has(frame.speaks) or (s.has(frame.weak) and s.has(frame.beside))


def aspect_of(s: Sentence, item: Item, but: Iterable[str] = ()) -> Aspect:
    """What is said of a figure, by the words of its clause, or before it in its sentence. `but`: concepts
    that say none.
    """
    skip = frozenset(but)
    if any(h.has(("mark.corrected",)) for h in s.between(item.figure.end, s.end)):
        return "denial"  # "120, he said; the correct figure is 89"
    if "aspect.change" not in skip and (_is_difference(s, item) or _is_rise(s, item)):
        return "change"
    left = item.near_left
    for concept, aspect in ASPECTS.items():
        if concept in skip or concept not in s.ids:
            continue
        for hit in s.between(left, item.near_right):
            if hit.has((concept,)) and not (hit.has(skip) or _of_counting(s, hit)) and _governs(s, hit, item):
                return aspect
    return "fact"


def _is_difference(s: Sentence, item: Item) -> bool:
    """Whether the figure is by how much one surpasses another: "150 million dollars more than Egypt", or behind whom
    ("less than Egypt by 150 million").
    """
    start, end = item.figure.head, item.figure.end
    if item.figure.type == "ordinal":
        return False  # "the first under ..."
    if s.grammar.postpositions:
        return False  # "300 milyar dolardan fazla" bounds the figure; a difference has a word of its own
    more = next((h for h in s.between(end, item.right) if _compares(h) and not _only_under(s, h)), None)
    if more is not None and s.words(end, more.start) <= 1 and not s.broken(end, more.start):
        figures = (m for m in s.mentions if m.type in COUNTED and m.start > more.end)
        led = s.words(more.end, s.end) > 0  # not "another 18.7 billion on top"
        return led and not any(s.words(more.end, m.start) <= 1 for m in figures)
    name = next((h for h in reversed(s.between(s.start, start)) if h.codes("place", "seat")), None)
    less = s.before(name.start) if name is not None and s.words(name.end, start) <= 1 else None
    return less is not None and name is not None and _compares(less) and s.bare(less.end, name.start)


def _is_rise(s: Sentence, item: Item) -> bool:
    """Whether the figure is by how much something rose, where nothing says "to" ("it rose 19 billion in 2024")."""
    if item.figure.type != "money":
        return False  # "raised its veto five times"
    verbs = [h for h in s.between(item.left, item.figure.head) if h.of_kind(("act.", "state."))]
    if not verbs or not verbs[-1].has(("state.moved",)) or verbs[-1].has(("state.stood",)):
        return False
    if s.words(verbs[-1].start, verbs[-1].end) > 1:
        return False  # "jumped to 4.8 billion"
    return not any(h.has(("lead.to", "lead.from", "time.until")) for h in s.between(verbs[-1].end, item.figure.head))


def _compares(hit: Hit) -> bool:
    return hit.has(COMPARING) and not hit.has(("lead.on",))  # "over Syria"


def _only_under(s: Sentence, hit: Hit) -> bool:
    """Whether a word for "less than" that also means "in the time of" compares nothing ("under a memorandum")."""
    after = s.after(hit.end)
    return hit.has(("time.in_office",)) and not (after is not None and after.codes("place", "seat", "adj"))


def _of_counting(s: Sentence, hit: Hit) -> bool:
    """Whether a condition only tells how a figure is counted ("if the Soviet years are added")."""
    return hit.has(("aspect.condition",)) and s.named(hit.start, s.until(hit.end, s.end), ("mark.counted",))


def _governs(s: Sentence, hit: Hit, item: Item) -> bool:
    """Whether a word that changes the aspect stands close enough before the figure, or right behind it."""
    start, end = hit.start, hit.end
    if end <= item.figure.head:
        after = s.after(end)
        led = after is not None and after.has(("join.that",)) and s.words(end, after.start) <= 1
        if hit.has(("aspect.denial",)) and not led and s.broken(end, item.figure.head):
            return False  # "that figure is wrong, for the vetoes were 49"
        return s.words(end, item.figure.head) <= (3 * VERB if hit.has(FAR_REACHING) else VERB)
    return s.words(item.figure.end, start) <= VERB and not s.broken(item.figure.end, start)


def tabled_by(s: Sentence, at: int) -> bool:
    """Whether those who drafted a text are told at a place ("tabled by ten members"), not those who were for it
    ("backed by 141 members").
    """
    before = s.before(at)
    sponsors = before is not None and before.has(("act.sponsor",)) and not before.has(("vote.backed",))
    return sponsors and before is not None and s.words(before.end, at) == 0


def denied(s: Sentence, start: int, end: int) -> bool:
    """Whether "not" stands before an act in its clause, with nothing that lifts it."""
    if not s.has(("not.not",)):
        return False
    left, right = s.clause(start, end)
    if s.grammar.verb_ends:
        return denied_at_end(s, start, right)
    if s.grammar.postpositions:
        return _denied_behind(s, start, right)
    before = [h for h in s.between(left, start) if h.has(("not.not",)) and s.words(h.end, start) <= VERB]
    before = [h for h in before if not _what(s, h)]
    return bool(before) and not s.named(end, right, ("not.except",))


def _denied_behind(s: Sentence, start: int, right: int) -> bool:
    """Whether the act, or the verb behind it whose object it is, is a form that denies ("veto hakkını kullanmadı")."""
    for hit in s.between(start, right):
        if hit.has(("not.not",)):
            return s.words(start, hit.start) <= VERB
        if hit.of_kind(("act.", "state.", "say.")) and not hit.of_kind("thing."):
            return False
    return False


def _what(s: Sentence, hit: Hit) -> bool:
    """Whether a word for "not" that also means "what" is the subject of the verb before it ("it reached what ...")."""
    before = s.before(hit.start)
    return (
        hit.has(("join.that",)) and before is not None and before.of_kind(("state.",)) and s.bare(before.end, hit.start)
    )
