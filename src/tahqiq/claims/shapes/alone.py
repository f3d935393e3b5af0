"""Which figures without a noun count acts: parts, what goes on a row or a series, what a verb or a name leads to."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.leaders import acts_for
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.roles import out_of
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.when import TIMES, when
from tahqiq.claims.text.figures import TRANSPARENT, Figure
from tahqiq.claims.text.items import PARTS, Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence

SET_BESIDE = (*TRANSPARENT, "sum.made_of", "vote.won", "join.and", "lead.by", "act.get", "rank.next")
"""What may stand between a name and its count in a row."""
HOW_MANY = "number.asked"
CAME_TO = ("lead.to", "time.until", "state.stood", "state.moved")
PLAIN = (
    "neutral",
    "state.",
    "aspect.",
    "ref.",
    "time.",
    "lead.",
    "sum.",
    "join.",
    "focus.",
    "period.",
    "vote.noun",
)
"""Kinds of concepts that name no other thing that might be counted."""
POINTING = ("neutral", "ref.its", "ref.first_of_two", "ref.second_of_two")


def counts_alone(sc: Scene, item: Item, before: Sequence[object], *, row: bool) -> bool:
    """Whether a figure without a unit goes on a row of counts, is a part of one, or stands in a row of a table."""
    s, f = sc.s, item.figure
    if _points(s, f) or _named_voters(s, f):
        return False
    part = item.whole is not None and before[item.whole] is not None
    if not _no_noun(s, f):
        return any(before) and ((out_of(s, item) and _acts_follow(sc, f)) or (part and _does(s, f)))
    if part:
        return True
    if item.parted and s.named(s.start, f.head, sc.frame.things):
        return True  # "its vetoes concern one country: 49 of 88"
    if item.at == 0 and s.named(item.left, f.head, PARTS):
        return True  # "Of these, 45 shielded ..."
    named = any(x.start >= item.left and x.end <= item.right for x in sc.named if x.role != OTHER)
    named = named or any(acts_for(h) for h in s.between(item.left, f.head))
    named = named or s.named(f.end, item.right, ("ref.first_of_two", "ref.second_of_two"))
    every = s.named(item.left, f.head, ("sum.total", "time.ever"))
    if any(before) and (named or every or _timed(s, item)):
        return True
    if row and (named or _row_of_years(s, item)) and len(sc.items) <= 2:
        return True
    if row and s.kind in ROWS and len(sc.items) == 1 and any(h.has((HOW_MANY,)) for h in sc.article.heads(s)):
        return True  # "How many times has Britain used its veto? 32."
    if _behind_act(sc, f) or _stood(sc, item) or _next_time(sc, item) or _credited(sc, f):
        return True
    listed = (len(sc.items) > 1 or _in_series(sc)) and _direct(sc, item)
    return listed or (not any(before) and _direct(sc, item) and _cast(sc, item))


def _does(s: Sentence, f: Figure) -> bool:
    """Whether a verb stands right behind a figure ("of the 89, forty-five fell on drafts ...")."""
    after = s.after(f.end)
    return after is not None and after.of_kind(("state.",)) and s.bare(f.end, after.start)


def _points(s: Sentence, f: Figure) -> bool:
    """Whether a figure only points at those told before ("Norway was among the 30")."""
    before = s.before(f.head)
    return before is not None and before.has(("ref.among",)) and s.bare(before.end, f.head)


def _named_voters(s: Sentence, f: Figure) -> bool:
    """Whether a figure counts those who are named in brackets behind it as they vote ("two (Russia and Bolivia) voted
    against").
    """
    opened = s.text[f.end : s.end].lstrip()[:1] == "("
    closed = s.text.find(")", f.end, s.end) if opened else -1
    after = s.after(closed) if closed > 0 else None
    return after is not None and after.of_kind("vote.") and s.words(closed, after.start) == 0


def _acts_follow(sc: Scene, f: Figure) -> bool:
    """Whether the verb of an act stands right behind a figure ("out of 87 cast by Washington in all")."""
    after = sc.s.after(f.end)
    return after is not None and after.has(sc.frame.acts) and sc.s.bare(f.end, after.start)


def _credited(sc: Scene, f: Figure) -> bool:
    """Whether a figure is told as someone's own, in a sentence about such acts ("with 16 to its name")."""
    after = sc.s.after(f.end)
    return after is not None and after.has(("ref.its",)) and sc.s.bare(f.end, after.start) and sc.s.has(sc.frame.things)


def _next_time(sc: Scene, item: Item) -> bool:
    """Whether a sentence only tells what the number told before came to at another time ("It fell to five in the
    1990s").
    """
    s, head = sc.s, item.figure.head
    before = s.before(head)
    led = before is not None and before.has(CAME_TO) and s.bare(before.end, head)
    start = item.left if item.at else s.start
    told = sum(s.words(h.start, h.end) for h in s.between(start, head) if h.of_kind(PLAIN))
    told += sum(s.words(m.start, m.end) for m in s.mentions if start <= m.start < head and m.type in TIMES)
    return led and _timed(s, item) and s.words(start, head) <= told


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
    return s.kind in ROWS and (told.period is not None or len(told.date or "") == 4)


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
    leads = after.of_kind(("lead.", "part.", "join.", "time.", "sum.", "dist.", "period.", "tail."))
    return leads or after.has(POINTING) or bool(after.codes("place", "seat"))
