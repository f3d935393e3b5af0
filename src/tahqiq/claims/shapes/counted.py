"""Which figures count acts: by the noun behind them, the verb before them, or the row they go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.guards import denied, speaks
from tahqiq.claims.fill.leaders import acts_for
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.when import when
from tahqiq.claims.text.figures import TRANSPARENT, Figure, numbered, unit_of
from tahqiq.claims.text.items import PARTS, Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import DASHES, Sentence

SET_BESIDE = (*TRANSPARENT, "sum.made_of", "vote.won", "join.and", "lead.by", "act.get", "rank.next")
"""What may stand between a name and its count in a row."""
HOW_MANY = "number.asked"
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
    return Count(item, None, False) if _bare(sc, item, before, row=row) else None


def _is_rate(s: Sentence, f: Figure, unit: Hit | None) -> bool:
    after = s.after(max(f.end, unit.end if unit is not None else 0))
    rate = after is not None and any(i.startswith("per.") for i in after.ids)
    return rate and after is not None and not s.broken(f.end, after.start) and s.words(f.end, after.start) <= PHRASE


def _is_number(s: Sentence, f: Figure) -> bool:
    """Whether the figure is what a text put to the vote is called by ("vetoed Resolution 2334")."""
    before = s.before(f.head)
    return f.unit is None and before is not None and before.has(("thing.draft",)) and s.bare(before.end, f.head)


def _in_run(s: Sentence, f: Figure) -> bool:
    """Whether the figure is one of several set side by side: "failed 14-1"."""
    behind, before = s.text[f.end : f.end + 2], s.text[max(0, f.head - 2) : f.head]
    return any(pair[:1] in DASHES and pair[1:].isdigit() for pair in (behind, before[::-1]) if pair)


def _of_voters(s: Sentence, f: Figure) -> bool:
    """Whether a figure counts those who vote ("the text had 11 members behind it when it was vetoed")."""
    after = s.after(f.end)
    return after is not None and after.has(("noun.voter",)) and s.bare(f.end, after.start)


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
        acts = s.between(item.near_left if item.at else s.start, item.near_right)
        return any(h.has(frame.acts) for h in acts) or any(before) or not own or _answers(sc)
    acts = [h for h in s.between(item.left if item.at else s.start, item.right) if h.has(frame.acts) and h is not unit]
    if item.figure.type == "ordinal" and acts:
        return True  # "the 49th draft on the war in the south to fall to a veto"
    near = [h for h in acts if s.words(min(h.end, unit.end), max(h.start, unit.start)) <= 3 * PHRASE]
    return bool(near) or any(before)


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


def _bare(sc: Scene, item: Item, before: Sequence[Count | None], *, row: bool) -> bool:
    """Whether a figure without a unit goes on a row of counts, is a part of one, or stands in a row of a table."""
    s, f = sc.s, item.figure
    if not _no_noun(s, f):
        return False
    if item.whole is not None and before[item.whole] is not None:
        return True
    if item.parted and s.named(s.start, f.head, sc.frame.things):
        return True  # "its vetoes concern one country: 49 of 88"
    if item.at == 0 and s.named(item.left, f.head, PARTS):
        return True  # "Of these, 45 shielded ..."
    named = any(x.start >= item.left and x.end <= item.right for x in sc.named if x.role != OTHER)
    named = named or any(acts_for(h) for h in s.between(item.left, f.head))
    every = s.named(item.left, f.head, ("sum.total", "time.ever"))
    if any(before) and (named or every or _timed(s, item)):
        return True
    if row and (named or _row_of_years(s, item)) and len(sc.items) <= 2:
        return True
    if row and s.kind in ROWS and len(sc.items) == 1 and any(h.has((HOW_MANY,)) for h in sc.article.heads(s)):
        return True  # "How many times has Britain used its veto? 32."
    if _behind_act(sc, f) or _stood(sc, item):
        return True
    listed = (len(sc.items) > 1 or _in_series(sc)) and _direct(sc, item)
    return listed or (not any(before) and _direct(sc, item) and _cast(sc, item))


def _in_series(sc: Scene) -> bool:
    """Whether a sentence goes on a series of those who acted one after another ("Bush had nine. Trump added two")."""
    return all(any(acts_for(h) for h in x.hits) for x in (sc.s, *sc.article.near(sc.s, 1))) and sc.s.at > 0


def _behind_act(sc: Scene, f: Figure) -> bool:
    """Whether the verb of an act stands right before the figure ("has cast 18")."""
    before = next((h for h in reversed(sc.s.hits) if h.end <= f.head and not h.has(TRANSPARENT)), None)
    return before is not None and before.has(sc.frame.acts) and not _gap(sc.s, before, f)


def _stood(sc: Scene, item: Item) -> bool:
    """Whether the clause tells what a number of acts came to ("the number of its vetoes on that file reached nine")."""
    inside = sc.s.between(item.near_left, item.figure.head)
    return any(h.has(sc.frame.things) for h in inside) and any(h.has(("state.stood",)) for h in inside)


def _gap(s: Sentence, hit: Hit, f: Figure) -> bool:
    """Whether anything but words that change nothing lies between a word and a figure."""
    between = s.between(hit.end, f.head)
    return s.broken(hit.end, f.head) or s.words(hit.end, f.head) > sum(s.words(h.start, h.end) for h in between)


def _timed(s: Sentence, item: Item) -> bool:
    """Whether the stretch of an item tells a time of its own ("21 vetoes in the 1970s, 42 in the 1980s")."""
    return when(s, item.left, item.right, None).told


def _row_of_years(s: Sentence, item: Item) -> bool:
    """Whether a line of a list tells a figure for a year or a decade ("1970s: 21")."""
    told = when(s, item.left, item.figure.head, None)
    return s.kind in ("item", "row") and (told.period is not None or len(told.date or "") == 4)


def _direct(sc: Scene, item: Item) -> bool:
    """Whether a filler stands right before the figure ("Russia 123", "Russia with 123", "China stands at 19")."""
    for x in sc.named:
        if x.role != OTHER and x.end <= item.figure.head + 1 and sc.s.words(x.end, item.figure.head) <= PHRASE:
            inside = sc.s.between(x.end, item.figure.head)
            known = sum(sc.s.words(h.start, h.end) for h in inside) >= sc.s.words(x.end, item.figure.head)
            known = known or sc.s.follows(x.end, item.figure.head)
            if known and all(h.has(SET_BESIDE) for h in inside):
                return True
    return False


def _cast(sc: Scene, item: Item) -> bool:
    return sc.s.named(item.near_left, item.near_right, sc.frame.acts | sc.frame.things)


def _no_noun(s: Sentence, f: Figure) -> bool:
    """Whether no noun stands behind the figure that it might count."""
    rest = s.text[f.end : s.end].lstrip(" \u00a0")
    if not rest or not (rest[0].isalnum() or rest[0] in "$%"):
        return True
    after = s.after(f.end)
    if after is None or s.words(f.end, after.start):
        return False
    leads = any(
        i.startswith(("lead.", "part.", "join.", "time.", "sum.", "dist.", "period.", "tail.")) for i in after.ids
    )
    return leads or after.has(("neutral", "ref.its")) or bool(after.codes("place", "seat"))
