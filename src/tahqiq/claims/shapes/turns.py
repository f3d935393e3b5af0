"""Words that set one figure of a table beside another: which way, by how much, and against whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.named import set_against
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.when import TIMES
from tahqiq.claims.text.figures import TRANSPARENT, Figure
from tahqiq.claims.text.sentences import Sentence

AFTER = 6
"""Words between a verb of doubling and how many times."""
LEAST_PART = 3
"""From this ordinal on the word is that of a part of one, too."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of change or comparison. `sign`: 1 for more, -1 for less. `figure`: how much. `other`: whom it is set
    against. `multiple`: how many times as much, and `counted` the figure that tells it ("three times as many").
    """

    hit: Hit
    sign: int
    figure: Figure | None
    other: Filler | None
    multiple: float | None = None
    counted: Figure | None = None

    @property
    def told(self) -> Figure | None:
        """The figure that the words hold, if any."""
        return self.figure or self.counted


def turn_of(sc: Scene, hit: Hit, figures: Any) -> Turn:
    """A word with its size and the one it sets another against."""
    frame = sc.frame
    counted = next((f for f in figures if hit.has(frame.fold) and _counts(sc, f, hit)), None)
    counted = counted or next((f for f in figures if hit.has(frame.multiples) and _times(sc, f, hit)), None)
    multiple = counted.value if counted else next((v for c, v in frame.multiples.items() if hit.has((c,))), None)
    sign = -1 if hit.has(frame.falls | frame.fewer) or (multiple is not None and multiple < 1) else 1
    figure = None if multiple is not None else next((f for f in figures if _sizes(sc, hit, f)), None)
    return Turn(hit, sign, figure, _other(sc, hit, multiple), multiple, counted)


def _counts(sc: Scene, f: Figure, hit: Hit) -> bool:
    """Whether a figure right before a word tells how many times as much ("three times as many")."""
    return f.type == "number" and f.low is None and f.value > 1 and sc.s.bare(f.end, hit.start)


def _times(sc: Scene, f: Figure, hit: Hit) -> bool:
    """Whether a figure behind a word of doubling tells how many times ("multiplied four times")."""
    s, after = sc.s, sc.s.after(f.end)
    behind = f.type == "number" and f.low is None and f.value > 1 and f.head >= hit.end
    near = behind and s.words(hit.end, f.head) <= AFTER and not s.broken(hit.end, f.head)
    return near and after is not None and after.has(("unit.times",)) and s.bare(f.end, after.start)


def _sizes(sc: Scene, hit: Hit, f: Figure) -> bool:
    """Whether a figure is the size of a change: right behind its word or behind "by", or right before it."""
    s, frame = sc.s, sc.frame
    if f.value <= 0 or s.broken(min(hit.end, f.end), max(hit.start, f.head)):
        return False
    if f.end <= hit.start:
        known = sum(s.words(h.start, h.end) for h in s.between(f.end, hit.start) if h.has(frame.counts | frame.things))
        return s.words(f.end, hit.start) == known
    if hit.end > f.head or hit.has(frame.more | frame.fewer):
        return False
    passed = reversed(s.between(hit.end, f.head))
    before = next((h for h in passed if h.has(frame.by) or not h.has(TRANSPARENT)), hit)
    places = [(h.start, h.end) for h in s.between(hit.end, f.head) if h.codes("place")]
    subject = [(n.start, n.end) for n in sc.named if n.start >= hit.end and n.end <= f.head] or places
    if len(subject) == 1 and s.bare(hit.end, subject[0][0]) and s.bare(subject[0][1], f.head):
        return True  # where the verb is first, its subject stands before the size
    led = before is hit or before.has(frame.by)
    if f.type == "ordinal" and f.value < LEAST_PART:
        return False
    return led and s.words(before.end, f.head) == _known(s, before.end, f.head)


def _known(s: Sentence, start: int, end: int) -> int:
    """How many words between two places are such as change nothing."""
    return sum(s.words(h.start, h.end) for h in s.between(start, end) if h.has(TRANSPARENT))


def _other(sc: Scene, hit: Hit, multiple: float | None) -> Filler | None:
    """Whom the words set another against: named behind "than", or behind the thing that is so many times another."""
    s, frame = sc.s, sc.frame
    held = {f.start for f in sc.named}
    named = [*sc.named, *(f for f in set_against(s, frame) if f.start not in held)]
    after = sorted((f for f in named if f.start >= hit.end), key=lambda f: f.start)
    behind = after[0] if after else None
    if len(after) > 1 and after[1].role == after[0].role and not any(f.end <= hit.start for f in sc.named):
        behind = after[1]  # "exceeded A the B": the verb first, then its subject
    if behind is None or s.broken(hit.end, behind.start):
        return None
    leads = [h for h in (hit, *s.between(hit.end, behind.start)) if h.has(frame.than)]
    if leads and _near(sc, leads[-1].end, behind.start) and not _dated(s, leads[-1].end, behind.start):
        return behind
    own = any(f.end <= hit.start and f.role == behind.role for f in sc.named)
    of = [h for h in s.between(hit.end, behind.start) if h.has(("lead.of",))]
    that = len(of) == 1 and s.bare(hit.end, of[0].start) and s.bare(of[0].end, behind.start)  # "twice that of A"
    repeated = multiple is not None and own
    repeated = repeated and (that or hit.has(frame.fold) or s.named(hit.end, behind.start, frame.things))
    return behind if repeated else None


def _near(sc: Scene, start: int, end: int) -> bool:
    """Whether few words but the measure's own lie between two places."""
    own = sum(sc.s.words(h.start, h.end) for h in sc.s.between(start, end) if h.has(sc.frame.things))
    return sc.s.words(start, end) - own <= PHRASE


def _dated(s: Sentence, start: int, end: int) -> bool:
    return any(m.type in TIMES and start <= m.start < end for m in s.mentions)


def since_of(sc: Scene, turn: Turn) -> str | None:
    """The year that "than in" leads to."""
    s = sc.s
    leading = sc.frame.than | sc.frame.fold
    leads = [h for h in s.hits if h.start >= turn.hit.start and h.has(leading) and not h.has(("lead.from",))]
    for h in leads:
        told = next((m for m in s.mentions if m.start >= h.end), None)
        if told is not None and told.type == "date" and s.words(h.end, told.start) <= PHRASE:
            return told.date[:4] if told.date and told.date[:4].isdecimal() else None
    return None


def from_year_before(sc: Scene, turn: Turn) -> bool:
    """Whether the words set a year against the one before it ("more than a year earlier")."""
    s, at = sc.s, max(turn.hit.end, turn.told.end if turn.told else 0)
    after = next((h for h in s.between(at, s.end) if h.has(("time.year_before",))), None)
    if after is None or s.broken(at, after.start):
        return False
    own = sum(s.words(h.start, h.end) for h in s.between(at, after.start) if h.has(sc.frame.things | sc.frame.counts))
    return s.words(at, after.start) - own <= PHRASE
