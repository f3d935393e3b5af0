"""Which figures count acts: by the noun behind them, the verb before them, or the row they go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.catalog.frames import Role
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.guards import denied, speaks
from tahqiq.claims.fill.leaders import acts_for
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.scene import Scene, one_subject, scene
from tahqiq.claims.fill.when import when
from tahqiq.claims.shapes.alone import counts_alone
from tahqiq.claims.text.figures import Figure, numbered, qualifier, unit_of
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import DASHES, Sentence
from tahqiq.claims.text.verb_ends import row_behind
from tahqiq.model import Qualifier

HYPHENS = ("-", "\u2010", "\u2011")
NUMBERS = frozenset({"number.once", "number.twice", "number.thrice"})


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that counts acts of a frame: its item and its unit; `ordinal`: it numbers one act."""

    item: Item
    unit: Hit | None
    ordinal: bool

    @property
    def start(self) -> int:
        """Where the figure or its unit begins."""
        return min(self.item.figure.head, self.unit.start if self.unit else self.item.figure.head)

    @property
    def end(self) -> int:
        """Where the figure or its unit ends."""
        return max(self.item.figure.end, self.unit.end if self.unit else 0)


def count_of(sc: Scene, item: Item, before: Sequence[Count | None], *, own: bool, row: bool) -> Count | None:
    """The count that the figure of an item tells, if it tells one. `own`: the sentence speaks of the frame itself."""
    f = item.figure
    if f.type not in ("number", "ordinal") or f.value != int(f.value) or f.value < 1:
        return None
    if _left_out(sc.s, f) or _in_run(sc.s, f):
        return None
    if f.unit is not None and not f.unit.has(sc.frame.counts | NUMBERS):
        return None
    if f.value == 1 and item.whole is not None and sc.items[item.whole].parted:
        return None  # "one of its 88 vetoes" may be one of several
    if _of_voters(sc.s, f) or _not_even(sc.s, f) or _multiple(sc.s, f):
        return None
    acts = [h for h in sc.s.between(item.near_left, f.head) if h.has(sc.frame.acts)]
    if acts and denied(sc.s, acts[-1].start, acts[-1].end) and not sc.s.broken(acts[-1].end, f.head):
        return None  # "has not cast one since 2011"
    unit = unit_of(sc.s, f, sc.frame.counts | sc.frame.acted)
    if _is_rate(sc.s, f, unit) or (_is_number(sc.s, f) and (unit is None or unit.end <= f.head)):
        return None  # "four vetoes a year in the 1980s", "vetoed Resolution 2334"
    if unit is not None and not _counts(sc, item, unit, before, own=own):
        unit = None
    if f.type == "ordinal":
        return _ordinal(sc, item, unit, before, own=own)
    if unit is not None:
        return Count(item, unit, numbered(sc.s, f))
    return Count(item, None, False) if counts_alone(sc, item, before, row=row) else None


def bound_of(s: Sentence, count: Count) -> Qualifier:
    """What bounds a count, beside the figure with its unit, or between the two ("120'den fazla veto")."""
    told = qualifier(s, count.start, count.end)
    inside = s.grammar.postpositions and told == "exactly"
    return qualifier(s, count.start, count.item.figure.end) if inside else told


def _is_rate(s: Sentence, f: Figure, unit: Hit | None) -> bool:
    after = s.after(max(f.end, unit.end if unit is not None else 0))
    rate = after is not None and after.of_kind("per.")
    return rate and after is not None and not s.broken(f.end, after.start) and s.words(f.end, after.start) <= PHRASE


def _is_number(s: Sentence, f: Figure) -> bool:
    """Whether the figure is what a text put to the vote is called by ("vetoed Resolution 2334")."""
    before = s.before(f.head)
    return f.unit is None and before is not None and before.has(("thing.draft",)) and s.bare(before.end, f.head)


def _in_run(s: Sentence, f: Figure) -> bool:
    """Whether the figure is one of several set side by side ("failed 14-1"), or part of an adjective ("the ten-nation
    draft").
    """
    behind, before = s.text[f.end : f.end + 2], s.text[max(0, f.head - 2) : f.head]
    run = any(pair[:1] in DASHES and pair[1:].isdigit() for pair in (behind, before[::-1]) if pair)
    return run or (behind[:1] in HYPHENS and behind[1:].isalpha())


def _of_voters(s: Sentence, f: Figure) -> bool:
    """Whether a figure counts those who vote ("the text had 11 members behind it when it was vetoed")."""
    before = s.before(f.head)
    after = next((h for h in s.hits if h.start >= f.end and not h.has(("neutral",))), None)  # "one permanent member"
    counted = after is not None and after.has(("noun.voter",)) and s.words(f.end, after.start) <= 1
    behind = before is not None and before.has(("noun.voter",)) and s.bare(before.end, f.head)
    return counted or (behind and s.grammar.adjective_after)


def _not_even(s: Sentence, f: Figure) -> bool:
    """Whether a figure only stresses that nothing was done ("has never once used it")."""
    before = s.before(f.head)
    denies = before is not None and before.has(("not.not",)) and not before.has(("not.except", "mark.number"))
    return f.value == 1 and denies and before is not None and s.bare(before.end, f.head)


def _multiple(s: Sentence, f: Figure) -> bool:
    """Whether a figure tells how many times another one something is ("twice as many")."""
    after = s.after(f.end)
    return after is not None and after.has(("tail.multiple",)) and s.bare(f.end, after.start)


def _left_out(s: Sentence, f: Figure) -> bool:
    """Whether the figure is taken off a whole ("all but three"), and is not all that a denial leaves ("never but
    three times").
    """
    before = s.before(f.head)
    if before is None or not before.has(("minus.all_but",)) or s.words(before.end, f.head):
        return False
    denied_before = s.named(s.clause(f.head, f.end)[0], before.start, ("not.not",))
    return not (before.has(("not.except",)) and denied_before)


def _counts(sc: Scene, item: Item, unit: Hit, before: Sequence[Count | None], *, own: bool) -> bool:
    """Whether the noun counts acts here: a thing of the frame does; "times" and "drafts" do beside an act."""
    frame, s = sc.frame, sc.s
    if unit.has(frame.things) and not unit.has(("unit.times",)):
        return own
    if unit.has(("unit.times",)) or item.figure.unit is unit:
        acts = s.between(item.near_left if item.at else s.start, _row_end(sc, item))
        return any(h.has(frame.acts) for h in acts) or any(before) or not own or _answers(sc)
    right = max(item.right, _row_end(sc, item))
    acts = [h for h in s.between(item.left if item.at else s.start, right) if h.has(frame.acts) and h is not unit]
    if item.figure.type == "ordinal" and acts:
        return True  # "the 49th draft on the war in the south to fall to a veto"
    near = [h for h in acts if s.words(min(h.end, unit.end), max(h.start, unit.start)) <= 3 * PHRASE]
    return bool(near) or any(before)


def _row_end(sc: Scene, item: Item) -> int:
    """Where the clause of an item ends; of one whose verb stands behind its row, where that ends."""
    return max(i.near_right for i in (item, *row_behind(sc.s, sc.items, item)))


def _answers(sc: Scene) -> bool:
    """Whether the sentence before asks how many acts there were ("How often has it used the veto? 47 times.")."""
    return any(x.asks() and speaks(sc.frame, x) for x in sc.article.near(sc.s, 1))


def _ordinal(sc: Scene, item: Item, unit: Hit | None, before: Sequence[Count | None], *, own: bool) -> Count | None:
    f, s = item.figure, sc.s
    last = before[-1] if before else None
    if unit is None and last is not None and last.ordinal and item.joined and _goes_on(sc, item):
        return Count(item, None, True)  # "the 14th Russian veto on Syria, and the tenth for China"
    if f.value < 2 or _of_office(s, f):
        return None
    if unit is not None:
        label = s.text[unit.end : unit.end + 2].lstrip().startswith(":")
        return None if label or s.words(f.end, unit.start) > PHRASE else Count(item, unit, True)
    its = _owned(sc, f)
    after = s.after(f.end)
    stands = (
        after is not None and s.words(f.end, after.start) == 0 and after.has(("sum.total", "time.ever", "time.since"))
    )
    led = after is not None and s.words(f.end, after.start) == 0 and after.has(("lead.on", "lead.for", "lead.against"))
    ends = led or not s.text[f.end : s.end].lstrip()[:1].isalnum()
    stands = stands or (after is not None and _that_acted(sc, item, after))
    return Count(item, None, True) if own and (stands or (its and ends)) else None


def _goes_on(sc: Scene, item: Item) -> bool:
    """Whether an item only says another ordinal, and of whom, of what or of when ("and the first under X")."""
    s, f = sc.s, item.figure
    before = s.between(item.left, f.head)
    words = sum(s.words(h.start, h.end) for h in before if h.has(("join.and", "neutral")))
    elliptical = s.words(item.left, f.head) <= max(1, words) and all(h.has(("join.and", "neutral")) for h in before)
    return _owned(sc, f) or (elliptical and _says_more(sc, item))


def _of_office(s: Sentence, f: Figure) -> bool:
    """Whether an ordinal numbers a term or those in office, and no act ("under the second Trump administration")."""
    after = s.after(f.end)
    return after is not None and s.bare(f.end, after.start) and bool(acts_for(after) or after.has(("time.in_office",)))


def _owned(sc: Scene, f: Figure) -> bool:
    """Whether an ordinal is told as that of someone ("and its third over Ukraine", "was America's 44th on ...")."""
    s, owned = sc.s, sc.s.before(f.start)
    if owned is None:
        return False
    gap = s.text[owned.end : f.start].strip()
    named = any(x.role != OTHER and x.start == owned.start for x in sc.named)
    return (not gap and owned.has(("ref.its",))) or (named and gap in s.grammar.genitive)


def _that_acted(sc: Scene, item: Item, after: Hit) -> bool:
    """Whether a clause right behind an ordinal tells the act it numbers ("is the 42nd that Washington has used")."""
    s, f = sc.s, item.figure
    told = s.words(f.end, after.start) == 0 and after.has(("join.that",))
    return told and any(h.has(sc.frame.acts) for h in s.between(after.end, item.near_right))


def _says_more(sc: Scene, item: Item) -> bool:
    """Whether an item names who or what it is about, or a time, of its own, or is told of all."""
    named = any(x.start >= item.left and x.end <= item.right for x in sc.named if x.role != OTHER)
    every = sc.s.named(item.figure.end, item.right, ("sum.total", "time.ever"))
    return named or every or when(sc.s, item.left, item.right, sc.article.published).told


def besides(sc: Scene, count: Count) -> bool:
    """Whether those counted are others than one that is told apart ("48 other times")."""
    s, f = sc.s, count.item.figure
    return any(s.words(f.end, h.start) <= 1 for h in s.between(f.end, count.item.near_right) if h.has(("ref.besides",)))


def unplaced(sc: Scene, item: Item, role: Role) -> bool:
    """Whether a figure is told beside an ally, whom the acts may be about ("for the 12th time, to block action directed
    at its Syrian ally").
    """
    s, named = sc.s, {f.start for f in sc.named}
    apart = [h for h in s.between(item.figure.end, item.near_right) if h.start not in named]
    allies = [
        h for h in apart if (after := s.after(h.end)) and after.has(("noun.ally",)) and s.bare(h.end, after.start)
    ]
    return any(set(h.codes(*role.kinds)) - role.not_among for h in allies)


def just_told(sc: Scene, name: str) -> tuple[str, ...]:
    """What the act of the sentence before was about, which an ordinal may go on to number ("It is the sixth time")."""
    near = [scene(sc.article, sc.frame, x) for x in sc.article.near(sc.s, 1) if x.block == sc.s.block]
    found = [f for x in near if speaks(sc.frame, x.s) for f in x.named if f.role == name and f.led]
    return one_subject(found[-1].codes) if found else ()
