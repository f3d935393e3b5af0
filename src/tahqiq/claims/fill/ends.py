"""Which end of a change a figure is, where it began or what it led to; its time; numbers that only tell how long."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.times import COUNTED, time_of
from tahqiq.claims.fill.when import TIMES, When, when
from tahqiq.claims.text.figures import TRANSPARENT, Figure
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence

FROM = {"lead.from"}
"""What leads to where a change began, where a frame has no words of its own."""
LONG = 200
"""No longer stretch of years is told."""


def from_there(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether a figure is where a change began: "from 80 million", "up from some 80 million"."""
    at, before = f.head, s.before(f.head)
    while before is not None and before.has(TRANSPARENT) and s.bare(before.end, at):
        at = before.start
        before = s.before(at)
    if before is None or not before.has(frame.whence | FROM) or before.has(frame.by) or not s.bare(before.end, at):
        return False
    return s.words(before.start, before.end) > 1 or s.has(moves(frame)) or _leads_on(s, f)


def _leads_on(s: Sentence, f: Figure) -> bool:
    """Whether the other end of a change follows ("from 62.5 to 42.7 million")."""
    figure = next((m for m in s.mentions if m.start >= f.end), None)
    between = s.between(f.end, figure.start) if figure is not None else []
    return figure is not None and len(between) == 1 and between[0].has(("lead.to",)) and s.bare(f.end, between[0].start)


def moves(frame: Frame) -> frozenset[str]:
    """The concepts by which a figure changes."""
    return frame.rises | frame.falls | frame.fold | frozenset(frame.multiples)


def reached(s: Sentence, f: Figure) -> bool:
    """Whether a figure is where a change led to: "fell to 4.7 billion"."""
    before = s.before(f.head)
    return before is not None and before.has(("lead.to", "state.stood")) and s.bare(before.end, f.head)


def of_length(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether a number only tells how long ("two years earlier", "in 12 years")."""
    if f.type != "number":
        return False
    if any(h.start <= f.start and f.end < h.end and h.has(("time.open", *COUNTED)) for h in s.hits):
        return True
    after, before = s.after(f.end), s.before(f.start)
    counted = before is not None and s.bare(before.end, f.start) and before.has(("unit.time", "time.open"))
    if counted and s.grammar.adjective_after:
        return f.value <= LONG  # the number behind its noun
    timed = after is not None and after.has(("unit.time", *COUNTED)) and not after.has(frame.counts)
    return timed and after is not None and f.value <= LONG and s.bare(f.end, after.start)


def time_told(sc: Scene, item: Item) -> When:
    """The time of a figure, but for that of another it is compared with behind it ("last year, more than in 2022")."""
    s, published = sc.s, sc.article.published
    told = [m.start for m in s.mentions if m.type in TIMES and m.start >= item.figure.end]
    behind = (
        h for h in s.between(item.figure.end, item.right) if h.has(sc.frame.than | sc.frame.more | sc.frame.fewer)
    )
    than = next((h for h in behind if any(h.end <= at and s.words(h.end, at) <= 1 for at in told)), None)
    if than is not None:
        own = when(s, item.left if item.at else s.start, than.start, published)
        return own if own.told else replace(time_of(sc.article, s, sc.items, item), basis="assumed")
    return time_of(sc.article, s, sc.items, item)


def year_besides(sc: Scene, item: Item) -> str | None:
    """The year of a figure told beside the one that another is reckoned from ("its best since 2019 in 2024")."""
    told = [m for m in sc.s.mentions if m.type == "date" and m.date and item.left <= m.start < item.right]
    since = [m for m in told if cue_before(sc.s, m) == "time.since"]
    own = [m for m in told if cue_before(sc.s, m) is None]
    return own[0].date if len(told) == 2 and len(since) == len(own) == 1 else None


def than_year(sc: Scene, item: Item) -> bool:
    """Whether the year before only belongs to what the figure before this one tells, behind a comma ("30 % less than a
    year earlier, one billion in all").
    """
    last, head = sc.items[item.at - 1].figure.end, item.figure.head
    back = next((h for h in sc.s.between(last, head) if h.has(("time.year_before",))), None)
    return back is not None and not sc.s.broken(last, back.start) and sc.s.broken(back.end, head)
