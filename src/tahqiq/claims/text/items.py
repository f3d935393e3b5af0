"""Items: a sentence cut so that every figure stands in a stretch of its own.

"Russia 123, the United States 77 (42 for Israel), Britain 32" has four items; the one in brackets is a part of
the second.
What the head of the row says ("Since 1946, ...") stands before its first item and is shared by all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import GAPPED
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.sentences import CLOSERS, COMMAS, OPENERS, Sentence

PARTS = ("part.of_them",)
BRACKETS = re.compile(f"[{re.escape(OPENERS + CLOSERS)}]")
SOFT = COMMAS + ":"
"""Marks before a figure that do not part it from what leads to it ("aid to Egypt: 1.3 billion")."""
VERBS = ("act.", "state.", "say.", "aspect.")
"""Kinds of concepts that verbs say."""


@dataclass(frozen=True, slots=True)
class Item:
    """A figure and the stretch of its sentence that speaks of it alone.

    `left`, `right`: the stretch. `near_left`, `near_right`: the clause inside it. `whole`: the place in the row of the
    figure this one is a part of. `joined`: a mere comma or "and" parts it from the item before. `parted`: the
    figure before it tells a part of it ("49 of its 88").
    """

    figure: Figure
    at: int
    left: int
    right: int
    near_left: int
    near_right: int
    whole: int | None = None
    joined: bool = False
    bracketed: bool = False
    parted: bool = False


def in_columns(s: Sentence, items: Sequence[Item]) -> bool:
    """Whether a row has several figures, so that what stands above it may be said of one column alone."""
    return s.kind == "row" and len(items) > 1


def items_of(s: Sentence, listed: Sequence[Figure]) -> list[Item]:
    """The items of a sentence, one for each of these figures, in order."""
    if not listed:
        return []
    cuts = [_cut(s, a, b) for a, b in itertools.pairwise(listed)]
    lefts, rights = [s.start, *(c.at for c in cuts)], [*(c.at for c in cuts), s.end]
    rights = [_open_part(s, f, r) for f, r in zip(listed, rights, strict=True)]
    found: list[Item] = []
    for i, f in enumerate(listed):
        near = _clause(s, f, lefts[i], rights[i])
        bracketed = _bracketed(s, f, lefts[i])
        whole = _whole(s, found, f, lefts[i], near, bracketed)
        joined = bool(i) and cuts[i - 1].weak
        found.append(Item(f, i, lefts[i], rights[i], *near, whole, joined, bracketed))
    return found


def _open_part(s: Sentence, f: Figure, right: int) -> int:
    """Where the stretch ends that speaks of the whole figure: "mostly to protect ..." tells of an unnamed part."""
    return next((h.start for h in s.between(f.end, right) if h.has(("part.some",)) and not _aside(s, h, right)), right)


def _aside(s: Sentence, hit: Hit, right: int) -> bool:
    """Whether a word opens an aside between two dashes ("has used it -- often with others -- to block ...")."""
    before = [i for i in s.marks(s.start, hit.start) if s.text[i] not in SOFT]
    after = any(s.text[i] not in SOFT for i in s.marks(hit.end, right))
    return bool(before) and after and not s.words(before[-1], hit.start)


@dataclass(frozen=True, slots=True)
class _Cut:
    at: int
    weak: bool


def _cut(s: Sentence, a: Figure, b: Figure) -> _Cut:
    """Where the stretch of one figure ends and that of the next begins."""
    glued = next((h for h in s.hits if h.start == a.end and h.codes("place", "seat")), None)
    if glued is not None:
        return _Cut(glued.start, True)  # "Russia: 109United States: 81", a table that lost its cells
    brackets = [m.start() for m in BRACKETS.finditer(s.text, a.end, b.head)]
    opened = [i for i in brackets if s.text[i] in OPENERS and (s.mark(i) or _after_name(s, i))]
    closed = [
        i for i in brackets if s.text[i] in CLOSERS and (s.mark(i) or _after_name(s, s.text.rfind("(", a.head - 2, i)))
    ]
    if closed and (not opened or closed[0] < opened[-1]):
        return _Cut(closed[0], True)  # "Ukraine (17.2), Israel (3.3)"
    if opened and s.mark(opened[-1]):
        part = next((h for h in s.between(a.end, opened[-1]) if h.has(PARTS) and s.broken(a.end, h.start)), None)
        if part is not None:
            return _Cut(part.start, True)  # "293 vetoes, among them Russia (with the Soviet Union) 120"
        return _Cut(next((i for i in closed if i > opened[-1]), opened[-1]), True)  # "14 million (equipment), 50 ..."
    marks = s.marks(a.end, b.head)
    strong = [i for i in marks if s.text[i] not in COMMAS]
    if strong:
        return _Cut(strong[0], _verbless(s, strong[0], b))
    between = s.between(a.end, b.head)
    contrast = next((h for h in between if _sets_against(s, h, a, b)), None)
    if contrast is not None:
        return _Cut(contrast.start, False)
    joins = list(_joins(s, between, a, b))
    commas = [i for i in marks if s.text[i] in COMMAS]
    near = [i for i in commas if s.words(i, b.head) <= GAPPED]
    if joins and not s.words(joins[-1], b.head) - 1:
        return _Cut(joins[-1], True)  # "for A, B and C, and 14 for D"
    if joins and not (near and near[0] < joins[0] and s.words(near[0], joins[0])):
        return _Cut(joins[0], True)
    if commas:
        return _Cut(near[0] if near else commas[-1], True)
    return _Cut(_unmarked(s, between, a, b), True)


def _sets_against(s: Sentence, hit: Hit, a: Figure, b: Figure) -> bool:
    """Whether a contrasting word sets one figure against another; one that also means "against" only does so between
    sums, right before the second ("$23 billion for X against $5 billion for Y").
    """
    sums = a.type == b.type == "money" and s.bare(hit.end, b.head) and not hit.has(("lead.to",))
    against = hit.has(("lead.against", "vote.versus"))
    return (sums and against) or (hit.has(("join.contrast",)) and not hit.has(("lead.against",)))


def _after_name(s: Sentence, opener: int) -> bool:
    """Whether a bracket stands right behind a name: "Ukraine (17)"."""
    before = s.before(opener) if opener > s.start else None
    return before is not None and bool(before.codes("place", "seat")) and s.bare(before.end, opener)


def _verbless(s: Sentence, start: int, b: Figure) -> bool:
    """Whether an item behind a strong mark only goes on a row ("Ukraine 17.2; Israel 3.3")."""
    inside = s.between(start, b.head)
    return s.words(start, b.head) <= GAPPED and not any(h.of_kind(VERBS) for h in inside)


def _joins(s: Sentence, between: Sequence[Hit], a: Figure, b: Figure) -> list[int]:
    """The places of an "and" that parts two items and not two names or adjectives of one of them."""
    found = [h.start for h in between if h.has(("join.and",)) and _parts(s, h.start, h.end, b)]
    article = [i for i in range(a.end, b.head + 1) if _attached(s, i) and _parts(s, i, i + 1, b)]
    return sorted([*found, *article])


def _attached(s: Sentence, at: int) -> bool:
    """Whether a letter that means "and" is written together with the word or the figure it stands before."""
    start = at == s.start or not s.text[at - 1].isalnum()
    joins = "join.and" in s.grammar.attached.get(s.text[at], ())
    return start and joins and s.text[at + 1 : at + 2].isalnum() and _word_known(s, at)


def _word_known(s: Sentence, at: int) -> bool:
    """Whether what stands behind the letter is a figure or a word known without it, give or take its article."""
    hits = (s.text[at : h.start] for h in s.hits if at < h.start)
    joined = any("join.and" in s.grammar.attached.get(letters, ()) for letters in hits)
    return joined or any(m.start == at + 1 for m in s.mentions)


def _dates(s: Sentence, start: int, end: int) -> bool:
    """Whether an "and" stands between two dates ("in 1946 and 1947")."""
    told = [m for m in s.mentions if m.type == "date"]
    ends = any(m.end <= start and not s.words(m.end, start) for m in told)
    return ends and any(m.start >= end and not s.words(end, m.start) for m in told)


def _parts(s: Sentence, start: int, end: int, b: Figure) -> bool:
    if _dates(s, start, end):
        return False
    before, after = s.before(start), next((h for h in s.hits if h.start >= end), None)
    if before is None or after is None or after.start >= b.head:
        return True
    tight = s.words(before.end, start) == 0 and s.words(end, after.start) == 0
    if not tight or not _alike(before, after):
        return True
    return s.words(after.end, b.head) == 0  # "... to Israel and Egypt 1.3 billion"


def _alike(a: Hit, b: Hit) -> bool:
    return bool(_classes(a) & _classes(b))


def _classes(hit: Hit) -> set[str]:
    named = {"place": "place", "seat": "place", "adj": "adj", "subject": "place"}
    kinds = {i.partition(":")[0].partition(".")[0] for i in hit.ids}
    return {named.get(k, k) for k in kinds} - {"neutral", "ref", "join"}


def _unmarked(s: Sentence, between: Sequence[Hit], a: Figure, b: Figure) -> int:
    """Without any mark the next item begins with the last name or preposition before its figure."""
    for hit in reversed(between):
        if hit.codes("place", "seat") or hit.has(PARTS):
            return hit.start
    return b.head


def _clause(s: Sentence, f: Figure, left: int, right: int) -> tuple[int, int]:
    """The part of an item's stretch that no strong mark and no contrasting word cuts off."""
    low = next((i + 1 for i in reversed(s.marks(left, f.head)) if s.text[i] not in SOFT), left)
    high = next((i for i in s.marks(f.end, right) if s.text[i] not in COMMAS), right)
    for h in s.between(low, f.head):
        if h.has(("join.contrast",)) and not h.has(("lead.against", "not.not")):
            low = h.start
    for h in s.between(f.end, high):
        if (h.has(("join.contrast",)) and not h.has(("lead.against",))) or _verb_follows(s, h, high):
            high = h.start
            break
    return low, high


def _verb_follows(s: Sentence, hit: Hit, end: int) -> bool:
    """Whether "and" opens a clause with a verb of its own ("and accounts for ...")."""
    if not hit.has(("join.and",)):
        return False
    after = s.after(hit.end)
    verb = after is not None and after.end <= end and s.words(hit.end, after.start) <= 1
    return verb and after.of_kind(VERBS)  # type: ignore[union-attr]


def _bracketed(s: Sentence, f: Figure, left: int) -> bool:
    found = [m.group() for m in BRACKETS.finditer(s.text, left, f.head)]
    return bool(found) and found[-1] in OPENERS


def _whole(
    s: Sentence, found: Sequence[Item], f: Figure, left: int, near: tuple[int, int], bracketed: bool
) -> int | None:
    """The item this one is a part of: told in brackets behind it, by "of them", or going on from such a part."""
    if not found:
        return None
    last = found[-1]
    told = s.named(max(left, near[0]), f.head, PARTS) or _behind(s, f) or _opens_whole(s, last, f)
    if bracketed or told:
        return last.whole if last.whole is not None and not bracketed and last.figure.value < f.value else last.at
    closed = any(m.group() in CLOSERS for m in BRACKETS.finditer(s.text, last.figure.end, f.head))
    if last.whole is not None and not closed and not _named_afresh(s, left, f.head):
        return last.whole
    return None


def _opens_whole(s: Sentence, last: Item, f: Figure) -> bool:
    """Whether the figure before opens its sentence as the whole of this one ("Of the 89 so far, 45 fell on ...")."""
    before = s.before(last.figure.head)
    opens = before is not None and before.has(("part.out_of",)) and not s.words(s.start, before.start)
    led = opens and before is not None and s.bare(before.end, last.figure.head)
    after = s.after(f.end)
    return led and last.at == 0 and f.value < last.figure.value and after is not None and after.of_kind(VERBS)


def _behind(s: Sentence, f: Figure) -> bool:
    after = s.after(f.end)
    return (
        after is not None and after.has(PARTS) and not s.broken(f.end, after.start) and s.words(f.end, after.start) <= 2
    )


def _named_afresh(s: Sentence, left: int, right: int) -> bool:
    """Whether a name opens the item, so that it is no part of the figure before."""
    first = next((h for h in s.between(left, right) if not h.has(("join.and", "join.contrast", "neutral"))), None)
    return first is not None and bool(first.codes("place", "seat"))
