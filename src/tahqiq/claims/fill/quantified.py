"""Which figures are of a measure: by their unit, by the measure named beside them, or by the row that they go on."""

from __future__ import annotations

import re
from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.registers import Measure, load_registers
from tahqiq.claims.fill.account import heads_column
from tahqiq.claims.fill.asides import aside, narrowing
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.text.figures import PARTS_OF_ONE, TRANSPARENT, Figure, unit_of
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import COMMAS, DASHES, SEMICOLONS, WORD, Sentence
from tahqiq.claims.text.verb_ends import behind_figure


def reckoned(frame: Frame, derive: str, order: str = "most", over: str | None = None) -> Measure | None:
    """The measure that the register reckons so from the frame's measure; `over`: among the values of this dimension."""
    measures = load_registers()[frame.register].measures.values()
    wanted = (m for m in measures if m.derive == derive and m.of == frame.measure and m.order == order)
    return next((m for m in wanted if over is None or m.over == over), None)


def a_head(sc: Scene, item: Item) -> Measure | None:
    """The measure a head, where the words about a figure say that it is told for each person."""
    told = sc.s.named(item.near_left, item.near_right, HEAD) or any(h.has(HEAD) for h in sc.article.heads(sc.s))
    return reckoned(sc.frame, "ratio") if told or _row_of_heads(sc, item) else None


def _row_of_heads(sc: Scene, item: Item) -> bool:
    """Whether a figure goes on a row that began with one for each person, and nothing names the measure anew ("GDP per
    head was 104,000, Britain's 45,000").
    """
    told = [h.end for h in sc.s.between(sc.s.start, item.left) if h.has(HEAD)] if item.at else []
    return bool(told) and not sc.s.named(told[-1], item.figure.head, sc.frame.things)


HEAD = ("per.head",)


def is_share(f: Figure) -> bool:
    """Whether a figure is a part of a whole: in per cent, or told as a fraction ("a third")."""
    return f.type == "percentage" or (f.type == "number" and 0 < f.value < 1 and f.unit is None and _in_words(f))


def grown(frame: Frame, s: Sentence, f: Figure) -> tuple[Figure, ...]:
    """A figure; the two of a change that look like a range: its size and what it led to ("rose by 478 to 14,480")."""
    before = s.before(f.head) if f.low is not None else None
    if f.low is None or before is None or not s.bare(before.end, f.head) or f.value < LEAP * f.low.value:
        return (f,)
    return (f.low, replace(f, low=None)) if before.has(frame.by | frame.rises | frame.falls) else (f,)


LEAP = 3
"""The ends of a range are not so many times apart."""


def _in_words(f: Figure) -> bool:
    """Whether a part is told as a fraction ("a third") and not in decimals."""
    return round(f.value, 4) != f.value


def of_measure(sc: Scene, item: Item) -> bool:
    """Whether a figure is one of the measure: its unit stands beside it; or the measure is named in its clause, and
    no other noun behind it.
    """
    frame, s, f = sc.frame, sc.s, item.figure
    passed = HEAD if a_head(sc, item) else ()
    if any(h.has(frame.unless) and not h.has(passed) for h in narrowing(frame, s, item)):
        return False
    if _names_whole(sc, item) or _beside_measure(sc, item):
        return False
    if is_share(f) and frame.unit != "percent":
        behind = [h for h in s.between(f.end, item.right) if h.has(frame.things)]
        return bool(behind) and not s.broken(f.end, behind[0].start) and s.words(f.end, behind[0].start) <= NEAR
    unit = unit_of(s, f, frame.counts | frame.things)
    if (unit is not None and unit.end > f.start) or _unit_behind(frame, s, f):
        return True
    whole = next((o.figure for o in sc.items if o.at == item.at + 1), None)
    if whole is not None and _parts_whole(frame, s, f, whole) and _counted_part(frame, s, f, whole):
        return True
    if _counts_who_has(sc, item):
        return True
    if f.type == "ordinal" or (f.type == "number" and not _ends(s, f)):
        return False
    return unit is not None or _measure_beside(sc, item) or goes_on(sc, item) or _leads_in(sc, item)


def _names_whole(sc: Scene, item: Item) -> bool:
    """Whether the measure is only named as the whole of a share before a figure ("half of A's GDP, 200 billion")."""
    s, f = sc.s, item.figure
    thing = next((h for h in reversed(s.between(s.start, f.head)) if h.has(sc.frame.things)), None)
    if thing is None or is_share(f):
        return False
    parts = [m.end for m in s.mentions if m.type == "percentage" and m.end <= thing.start]
    parts += [h.end for h in s.between(s.start, thing.start) if h.has(PARTS_OF_ONE)]
    near = [end for end in parts if s.words(end, thing.start) <= NEAR and not s.broken(end, thing.start)]
    if s.grammar.adjective_after and any(s.bare(end, thing.start) for end in near):
        return True
    led = (s.after(end) for end in near)
    return any(h is not None and h.has(("lead.of", "part.out_of")) and h.end <= thing.start for h in led)


def _beside_measure(sc: Scene, item: Item) -> bool:
    """Whether what stands right behind the measure makes it another one ("its population aged 65 and over was")."""
    things = [h for h in sc.s.between(sc.s.start, item.figure.head) if h.has(sc.frame.things)]
    after = sc.s.after(things[-1].end) if things else None
    passed = HEAD if a_head(sc, item) else ()
    if things and things[-1].has(sc.frame.unless) and not things[-1].has(passed):
        return True  # "3.7 percent of its GDP, Italy 1.7"
    if after is None or after.end > item.figure.head or after.has(passed):
        return False
    return after.has(sc.frame.unless) and not sc.s.words(things[-1].end, after.start)  # "GDP (PPP)"


def _counts_who_has(sc: Scene, item: Item) -> bool:
    """Whether a figure counts a noun of many uses where words make it the measure: "a population of 9 million people",
    "home to 9 million people".
    """
    s, f, frame = sc.s, item.figure, sc.frame
    if not frame.acted or unit_of(s, f, frame.acted) is None:
        return False
    named = s.between(item.near_left, f.head)
    return _measure_beside(sc, item) or any(h.has(frame.acts) and not s.broken(h.end, f.head) for h in named)


def sizes_change(sc: Scene, item: Item) -> bool:
    """Whether a figure only tells by how much one is more than another ("two million more than"), or is one of two that
    are set as part and whole ("83.5 of 450 million").
    """
    s, frame, f = sc.s, sc.frame, item.figure
    passed = [h for h in s.hits if h.start >= f.end and not h.has(frame.counts | frame.things)]
    if passed and passed[0].has(frame.more | frame.fewer) and not s.broken(f.end, passed[0].start):
        own = sum(s.words(h.start, h.end) for h in s.between(f.end, passed[0].start))
        if s.words(f.end, passed[0].start) == own:
            return True
    if _told_by(frame, s, f):
        return True
    for other in (o.figure for o in sc.items if abs(o.at - item.at) == 1):
        left, right = sorted((f, other), key=lambda one: one.start)
        if _parts_whole(frame, s, left, right) and not (f is left and _counted_part(frame, s, left, right)):
            return True
    return False


def _told_by(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether a word leads to a figure as to the size of a difference that is told before: "more than in 2021, by some
    819,000".
    """
    before = next((h for h in reversed(s.between(s.start, f.head)) if h.has(frame.by) or not h.has(TRANSPARENT)), None)
    led = s.before(before.start) if before is not None and before.has(("lead.by",)) else None
    if led is not None and before is not None and led.has(frame.more | frame.fewer) and s.bare(led.end, before.start):
        return True
    by = before is not None and before.has(frame.by) and not before.has(("lead.of",)) and s.bare(before.end, f.head)
    return by and s.named(s.start, f.head, frame.more | frame.fewer | frame.rises | frame.falls)


def _counted_part(frame: Frame, s: Sentence, left: Figure, right: Figure) -> bool:
    """Whether a part is counted by the noun of its whole, or by its own: "9 of the 210 seats"."""
    own = unit_of(s, left, frame.counts | frame.things)
    whole = all(f.type == "number" and f.value == int(f.value) < MANY for f in (left, right))
    return own is not None or (whole and unit_of(s, right, frame.counts | frame.things) is not None)


MANY = 100_000
"""A whole that is told without a word for its size is smaller."""


def _parts_whole(frame: Frame, s: Sentence, left: Figure, right: Figure) -> bool:
    """Whether two figures are set as part and whole: "9 of the 210 seats", "nine seats out of 210"."""
    between = [h for h in s.between(left.end, right.head) if not h.has(("neutral", *TRANSPARENT))]
    passed = [h for h in between if not h.has(frame.counts | frame.things)]
    known = sum(s.words(h.start, h.end) for h in s.between(left.end, right.head))
    led = len(passed) == 1 and passed[0].has(("lead.of", "part.out_of"))
    return led and s.words(left.end, right.head) <= known + 1


def led_in(sc: Scene, item: Item) -> tuple[int, int] | None:
    """The clause behind the comma of a figure that leads its sentence in ("At 6.1%, ...", "With 31 goals, ..."); None
    for any other.
    """
    s, f = sc.s, item.figure
    comma = next((i for i in s.marks(f.end, s.end)), None)
    if item.at or comma is None or s.text[comma] not in COMMAS:
        return None
    known = sum(s.words(h.start, h.end) for h in s.between(s.start, comma) if not h.codes("place", "seat"))
    told = s.words(s.start, f.head) <= 1 and any(h.end <= f.head and h.of_kind(LEADS) for h in s.hits)
    rest = s.words(s.start, comma) - s.words(f.start, f.end)
    return (comma + 1, s.clause(comma + 1, comma + 2)[1]) if told and rest <= known else None


def _leads_in(sc: Scene, item: Item) -> bool:
    """Whether the clause that a figure leads in names the measure."""
    behind = led_in(sc, item)
    if behind is None or sc.s.named(*behind, sc.frame.unless):
        return False
    thing = next((h for h in sc.s.between(*behind) if h.has(sc.frame.things)), None)
    return thing is not None and not sc.s.named(behind[0], thing.start, COMPARED)


COMPARED = ("lead.more_than", "lead.less_than", "lead.compared")
"""What leads to another figure of the measure than the one that leads in ("At 3 trillion, it is worth more than")."""


def _measure_beside(sc: Scene, item: Item) -> bool:
    """Whether the measure is named right behind a figure ("on its army"), or before it in its clause, with no mark
    between.
    """
    after = sc.s.after(item.figure.end)
    if after is not None and after.has(sc.frame.things) and sc.s.bare(item.figure.end, after.start):
        return True
    if any(h.has(sc.frame.things) for h in behind_figure(sc.s, item)):
        return True
    before = sc.items[item.at - 1].figure if item.at else None
    counted = unit_of(sc.s, before, sc.frame.things) if before is not None else None  # "lost 365 beds and regained 155"
    named = [h for h in sc.s.between(item.near_left, item.figure.head) if h.has(sc.frame.things) and h != counted]
    if not named:
        named = [h for h in sc.s.between(item.left, item.figure.head) if h.has(sc.frame.things) and h != counted]
    return any(leads_to(sc, h.end, item.figure.head) for h in named)


def leads_to(sc: Scene, start: int, end: int) -> bool:
    """Whether the words between a measure and a figure part them by no mark; or by marks among words that are all known
    or stand in brackets or an aside ("GNI, PPP (current international $), in Chad was ...").
    """
    s = sc.s
    if not s.broken(start, end):
        return True
    inside = [(m.start(), m.end()) for m in BRACKETS.finditer(s.text, start, end)]
    inside += [passed] if (passed := aside(sc.frame, s, end)) else []
    known = [(h.start, h.end) for h in s.between(start, end)] + [(m.start, m.end) for m in s.mentions] + inside
    words = [w for w in WORD.finditer(s.text, start, end) if not any(a <= w.start() < b for a, b in known)]
    marks = {s.text[i] for i in s.marks(start, end) if not any(a <= i < b for a, b in inside)}
    return not words and marks <= {*COMMAS, *SEMICOLONS, *DASHES}


BRACKETS = re.compile(r"\([^()\n]*\)")


def goes_on(sc: Scene, item: Item) -> bool:
    """Whether a figure goes on a row: the sentence names the measure before it, and every word of its own is known; or
    its line stands under one that does.
    """
    s, left = sc.s, item.left
    if item.at and not s.text[left : item.figure.head].strip():  # nothing parts it from the words before
        left = max([sc.items[item.at - 1].figure.end, *(i + 1 for i in s.marks(s.start, item.figure.head))])
    known = sum(s.words(h.start, h.end) for h in s.between(left, item.figure.head))
    known += "join.and" in s.grammar.attached.get(s.text[left : item.figure.head].strip(), ())
    dated = sum(s.words(m.start, m.end) for m in s.mentions if left <= m.start < item.figure.head)
    if known + dated < s.words(left, item.figure.head):
        return False
    if item.at:
        return s.named(s.start, item.left, sc.frame.things)
    return any(h.has(sc.frame.things | sc.frame.holders) or heads_column(sc.frame, h) for h in sc.article.heads(s))


def _unit_behind(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether the noun that a figure counts stands behind what the table is about ("five World Cup titles")."""
    behind = next((h for h in s.hits if h.start >= f.end and h.has(frame.counts | frame.things)), None)
    if behind is None or s.broken(f.end, behind.start) or s.words(f.end, behind.start) > NEAR:
        return False
    between = s.between(f.end, behind.start)
    told = sum(s.words(h.start, h.end) for h in between)
    passed = (*frame.speaks, "neutral", *(("lead.on", "lead.of") if frame.currency else ()))  # "3 billion in aid"
    return told == s.words(f.end, behind.start) and all(h.has(passed) for h in between)


NEAR = 6
"""Words between a share and what it is a share of."""


def _ends(s: Sentence, f: Figure) -> bool:
    """Whether no noun stands behind the figure that it might count."""
    rest = s.text[f.end : s.end].lstrip(" \u00a0")
    if not rest or not (rest[0].isalnum() or rest[0] in "%\u00b0"):
        return True
    after = s.after(f.end)
    if after is not None and dated(s, after) and s.bare(f.end, after.start):
        return True
    if after is None or s.words(f.end, after.start):
        return bool(s.mentions) and any(m.start >= f.end and not s.words(f.end, m.start) for m in s.mentions)
    if after.has(("unit.time", "unit.people")):
        return False
    leads = after.of_kind(LEADS)
    return leads or after.has(TRANSPARENT) or bool(after.codes("place", "seat"))


def dated(s: Sentence, hit: Hit) -> bool:
    """Whether a noun of time leads to a date ("year 2023"), so that no figure before it counts it."""
    return hit.has(("unit.time",)) and any(m.type == "date" and s.bare(hit.end, m.start) for m in s.mentions)


LEADS = ("lead.", "part.", "join.", "time.", "sum.", "dist.", "period.", "tail.", "name.", "per.", "state.", "say.")
"""Kinds of concepts that no figure counts."""
