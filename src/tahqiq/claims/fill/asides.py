"""What stands between a figure and whom it is of and says nothing of it: asides, lists that lead a sentence in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.fill.joined import KINDS
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.text.figures import TRANSPARENT, Figure
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import CLOSERS, COMMAS, Sentence

LONGEST = 40
"""Letters of a town's name."""
TOWN = re.compile(r"(?<![\w'\u2019-])([^\W\d_][\w'\u2019-]*+)[,\u060c] $")


def aside(frame: Frame, s: Sentence, end: int) -> tuple[int, int] | None:
    """The stretch between two commas that only tells more of the name before it, where its clause goes on behind it
    towards a place: "A, a neighbour of B and C, has ...".
    """
    commas = [i for i in s.marks(s.start, end) if s.text[i] in COMMAS]
    closing = next((i for i in reversed(commas) if _goes_on(frame, s, i + 1, end)), None)
    if closing is None:
        return None
    opening = next((i for i in commas if i < closing and _behind_name(frame, s, i)), None)
    return None if opening is None or _lists(s, opening, closing) else (opening, closing + 1)


def _goes_on(frame: Frame, s: Sentence, start: int, end: int) -> bool:
    """Whether a clause goes on with its verb, or with nothing but its figure."""
    after = s.after(start)
    if after is not None and after.end <= end and s.bare(start, after.start) and after.has(frame.verbs):
        return True
    return s.words(start, end) == sum(s.words(h.start, h.end) for h in s.between(start, end) if h.has(TRANSPARENT))


def _behind_name(frame: Frame, s: Sentence, comma: int) -> bool:
    before = s.before(comma)
    named = before is not None and (before.codes(*KINDS) or before.has(frame.things) or before.has(frame.classed_ids))
    return bool(named) and before is not None and not s.text[before.end : comma].strip(f" {CLOSERS}")


def _lists(s: Sentence, opening: int, closing: int) -> bool:
    """Whether the commas part the names of a list."""
    after = s.after(opening)
    joined = after is not None and after.has(("join.and",))
    return after is None or joined or (bool(after.codes(*KINDS)) and not s.words(opening, after.start))


def around(frame: Frame, s: Sentence, item: Item) -> list[Hit]:
    """The words about a figure that may narrow it: those of its clause without an aside, and behind it only up to a
    comma, unless they stand right behind that.
    """
    passed = aside(frame, s, item.figure.head) or (0, 0)
    near = s.between(item.near_left, item.near_right)
    comma = next((i for i in s.marks(item.figure.end, item.near_right) if s.text[i] in COMMAS), None)
    beyond = [h for h in near if comma is not None and h.start > comma and not _led(s, comma, h.start)]
    return [h for h in near if not passed[0] <= h.start < passed[1] and h not in beyond]


def _led(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing stands between two places but words that lead on ("47 billion, in constant prices")."""
    return s.words(start, end) == sum(s.words(h.start, h.end) for h in s.between(start, end) if h.has(LEADING))


LEADING = ("lead.on", "lead.of", "lead.from", "time.during")


def narrowing(frame: Frame, s: Sentence, item: Item) -> list[Hit]:
    """Those of the words about a figure that say which measure it is of: behind it none of a further phrase ("with a
    growth rate of").
    """
    end = item.figure.end
    further = next((h.start for h in s.between(end, item.near_right) if h.has(FURTHER) or h.of_kind("tail.")), s.end)
    return [h for h in around(frame, s, item) if h.start < further or _led(s, end, h.start)]


FURTHER = ("join.and", "sum.made_of")


def subjects(frame: Frame, s: Sentence, named: Sequence[Filler], listed: Sequence[Figure]) -> list[Filler]:
    """Those named in a sentence whom these figures may be of: not in an aside without a figure, not by the state that a
    town lies in; a name behind a list that leads the sentence in stands by itself ("Between A and B, C has ...").
    """
    found = [a for end in ([f.head for f in listed] or [s.end]) if (a := aside(frame, s, end))]
    passed = [(left, right) for left, right in found if not any(left <= f.head < right for f in listed)]
    kept = [f for f in named if not any(a <= f.start < b for a, b in passed) and not _of_town(frame, s, f)]
    return [one for f in kept for one in _apart(frame, s, f)]


def _of_town(frame: Frame, s: Sentence, f: Filler) -> bool:
    """Whether a name only tells where a town lies that is named before it: "the population of Belgrade, Serbia"."""
    town = TOWN.search(s.text, max(s.start, f.start - LONGEST), f.start)
    over = [h for h in s.hits if town is not None and h.start < town.end() and town.start() < h.end]
    if town is None or town.group(1)[0].islower() or any(not h.codes("seat") for h in over):
        return False
    before = [h for h in s.hits if h.end <= town.start()][-2:]
    led = bool(before) and s.bare(before[-1].end, town.start())
    of = led and (before[-1].has(("lead.of",)) or s.words(before[-1].start, before[-1].end) > 1)
    return (of or (led and s.grammar.adjective_after)) and any(h.has(frame.things) for h in before)


def _apart(frame: Frame, s: Sentence, f: Filler) -> list[Filler]:
    """A filler of several names, the last one of which is the subject of the verb behind it, by that name alone."""
    names = [h for h in s.between(f.start, f.end) if h.codes(*KINDS)]
    after = s.after(f.end)
    if len(names) < len(f.codes) or len(f.codes) < 2 or after is None or not after.has(frame.verbs):
        return [f]
    last, gap = names[-1], s.text[names[-2].end : names[-1].start]
    closed = s.named(f.start, names[-2].start, ("join.and",)) and s.bare(f.end, after.start)
    if not closed or gap.strip() not in tuple(COMMAS):
        return [f]
    return [replace(f, codes=f.codes[:-1], end=names[-2].end), replace(f, codes=f.codes[-1:], start=last.start)]
