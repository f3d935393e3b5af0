"""Which figures of a sentence fit a counting frame: those with a unit, a part of another, or alone beside a member."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import Context, Figure, figures, unit_of
from tahqiq.claims.sentences import EDGES, Sentence

PARTS = ("of_them",)
FOLLOWS = (
    "of_them",
    "since",
    "until",
    "during",
    "and",
    "for_place",
    "on_place",
    "opening",
    "all_of_them",
    "as_of",
    "of",
    "each",
)
"""What may follow a figure that stands for the things counted; any other word is a unit of its own."""
RANGE = 8
"""The ends of a range stand this near."""
DASHES = ("-", "\u2013", "\u2014")
GLUED = 3
"""So many letters may be attached to a figure, a lengthening mark among them."""
VERB = 14
"""How many characters of a verb may stand between a part and what it was about ("45 were about ...")."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure that fits a frame, with the region of its sentence that speaks of it alone."""

    figure: Figure
    unit: Hit | None
    before: int
    after: int
    numbered: bool = False
    low: Figure | None = None

    @property
    def ordinal(self) -> bool:
        """Whether it numbers one act ("the 49th", "veto number 49") instead of counting several."""
        plural = self.unit is not None and self.unit.has(("plural_unit",))
        return (self.figure.ordinal and not plural) or (self.unit is not None and self.numbered)

    @property
    def value(self) -> float | tuple[float, float]:
        """The figure, or both ends of a range."""
        return self.figure.value if self.low is None else (self.low.value, self.figure.value)

    @property
    def end(self) -> int:
        """The end of the figure and its unit."""
        return max(self.figure.end, self.unit.end if self.unit else 0)

    @property
    def start(self) -> int:
        """The start of the figure and its unit."""
        first = self.low or self.figure
        return min(first.start, self.unit.start if self.unit else first.start)

    def clause(self, s: Sentence) -> tuple[int, int]:
        """The bounds of the clause that holds the figure and its unit."""
        return s.clause(self.start, self.end)


def slots_of(context: Context, frame: Frame, s: Sentence) -> list[Slot]:
    """The figures of a sentence that fit, in order."""
    listed = [f for f in figures(s, context.values) if context.free(f.start, f.end)]
    found: list[Slot] = []
    for i, figure in enumerate(listed):
        before = listed[i - 1].end if i else s.start
        after = listed[i + 1].start if i + 1 < len(listed) else s.end
        unit = unit_of(s, figure, frame.units)
        gap = s.between(unit.end, figure.start) if unit is not None else ()
        slot = Slot(figure, unit, before, after, any(h.has(("number_sign",)) for h in gap), _low(s, listed[:i], figure))
        if _fits(context, frame, s, slot, found) and not _blocked(frame, s, slot):
            found = [x for x in found if x.figure is not slot.low]
            found.append(slot)
    return found


def _low(s: Sentence, before: list[Figure], figure: Figure) -> Figure | None:
    """The lower end of a range ("between 40 and 50", "40-50")."""
    low = before[-1] if before else None
    if low is None or low.value >= figure.value or figure.start - low.end > RANGE:
        return None
    if s.text[low.end : figure.start].strip() in DASHES:
        return low
    return low if any(h.has(("between",)) and s.bare(h.end, low.start) for h in s.hits if h.end <= low.start) else None


def _fits(context: Context, frame: Frame, s: Sentence, slot: Slot, found: list[Slot]) -> bool:
    figure, unit = slot.figure, slot.unit
    goes_on = bool(found) or any(c.kind == "count" for c in context.before(s, 2))
    if figure.value != int(figure.value) or figure.value < 1 or (figure.unit is not None and figure.value == 1):
        return False
    before = next((h for h in reversed(s.hits) if h.end <= figure.start), None)
    near = before is not None and s.bare(before.end, figure.start)
    if before is not None and near and before.has(("number_sign",)):
        return unit is not None and unit.has(("veto",)) and unit.end <= figure.start
    if before is not None and near and before.has(("minus",)):
        return False
    if figure.ordinal:
        own = unit is not None and not _is_label(s, figure, unit)
        return figure.value >= 2 and (own or (unit is None and _stands_for_act(frame, s, figure)))
    if unit is not None and unit.end <= figure.start and figure.unit is None:
        return _no_noun_after(s, figure.end)
    return (
        unit is not None
        or (bool(found) and (_is_whole(s, figure) or _has_subject(frame, s, figure) or _is_told(s, figure)))
        or (goes_on and (is_followed_by_part(s, figure) or _is_led_by_part(frame, s, figure)))
        or part_of_named(frame, s, figure, found)
        or _stands_alone(frame, s, figure, slot.before)
    )


def _is_label(s: Sentence, figure: Figure, unit: Hit) -> bool:
    """Whether the ordinal only numbers what follows ("Second time: ...")."""
    return s.text[max(figure.end, unit.end) :][:2].lstrip().startswith(":")


def _stands_for_act(frame: Frame, s: Sentence, figure: Figure) -> bool:
    """Whether the ordinal needs no unit: "its 49th", "the 82nd overall", "the sixth since ...", "the fourth on ..."."""
    if s.has(frame.strong) and _has_subject(frame, s, figure):
        return True
    after = next((h for h in s.hits if h.start >= figure.end), None)
    if after is not None and s.bare(figure.end, after.start) and after.has(("in_all", "opening", "since")):
        return True
    before = next((h for h in reversed(s.hits) if h.end <= figure.start), None)
    owned = before is not None and before.has(("possessive",)) and s.bare(before.end, figure.start)
    return owned and not s.text[figure.end : s.end].lstrip()[:1].isalnum()


def _blocked(frame: Frame, s: Sentence, slot: Slot) -> bool:
    """Whether the clause threatens or denies, or counts abstentions instead ("abstained 12 times")."""
    inside = s.between(*s.clause(slot.figure.start, slot.figure.end))
    abstained = slot.unit is not None and slot.unit.has(("times",)) and any(h.has(("abstaining",)) for h in inside)
    return abstained or any(h.has(frame.blockers) for h in inside)


def is_followed_by_part(s: Sentence, figure: Figure) -> bool:
    """Whether "of them" stands right after the figure."""
    return not figure.ordinal and any(
        h.has(PARTS) and s.bare(figure.end, h.start) for h in s.hits if h.start >= figure.end
    )


def _is_led_by_part(frame: Frame, s: Sentence, figure: Figure) -> bool:
    """Whether "of them" stands right before the figure, and nothing or its subject after ("of them 45 concern ...")."""
    before = next((h for h in reversed(s.hits) if h.end <= figure.start and not h.has(("only", "about"))), None)
    if figure.ordinal or before is None or not before.has(PARTS) or not _bare_but(s, before.end, figure.start):
        return False
    return _no_noun_after(s, figure.end) or _cue_after(frame, s, figure)


def _cue_after(frame: Frame, s: Sentence, figure: Figure) -> bool:
    """Whether a word that leads to the subject follows, a verb at most between."""
    after = next((h for h in s.hits if h.start >= figure.end), None)
    cues = frame.roles["about"].cues if "about" in frame.roles else ()
    return after is not None and after.has(cues) and after.start - figure.end <= VERB


def _is_whole(s: Sentence, figure: Figure) -> bool:
    """Whether the figure is what an earlier one is a part of ("49 drafts on ..., out of the 87 it blocked")."""
    return any(h.has(("of",)) and s.bare(h.end, figure.start) for h in s.hits if h.end <= figure.start)


def _is_told(s: Sentence, figure: Figure) -> bool:
    """Whether "each" or "in all" follows the figure."""
    return any(h.has(("each", "in_all")) and s.bare(figure.end, h.start) for h in s.hits if h.start >= figure.end)


def _has_subject(frame: Frame, s: Sentence, figure: Figure) -> bool:
    """Whether a cue and a place follow the figure right away ("three times over Suez, seven on Rhodesia")."""
    role = frame.roles.get("about")
    after = [h for h in s.hits if h.start >= figure.end][:2]
    if role is None or len(after) < 2 or not after[0].has(role.cues) or not s.bare(figure.end, after[0].start):
        return False
    return s.bare(after[0].end, after[1].start) and bool(after[1].codes(*role.kinds))


def part_of_named(frame: Frame, s: Sentence, figure: Figure, found: list[Slot]) -> bool:
    """Whether the figure is told of a whole named first ("of the 83 vetoes, 45 were about ...")."""
    first = next((x for x in found if x.unit is not None), None)
    if first is None or figure.ordinal or figure.value > first.figure.value:
        return False
    if not any(h.has(("of",)) and s.bare(h.end, first.figure.start) for h in s.hits if h.end <= first.figure.start):
        return False
    return _cue_after(frame, s, figure)


def _stands_alone(frame: Frame, s: Sentence, figure: Figure, before: int) -> bool:
    """A figure without a unit counts when a member or a verb of casting stands right before and no noun after."""
    hit = next((h for h in reversed(s.hits) if h.end <= figure.start and not h.has(("only", "about"))), None)
    if hit is None or hit.start < before or not _bare_but(s, hit.end, word_start(s, figure.start)):
        return False
    group = frame.roles["member"].among or frozenset()
    named = bool(set(hit.codes("place", "seat")) & group)
    if not (named or hit.has(frame.bare_after)) or hit.has(("of",)):
        return False
    return _no_noun_after(s, figure.end)


def word_start(s: Sentence, start: int) -> int:
    """The start of the word a figure is glued to by an attached letter or two."""
    at = start
    while at > max(s.start, start - GLUED) and (s.text[at - 1].isalpha() or s.text[at - 1] in EDGES.strip()):
        at -= 1
    return at


def _bare_but(s: Sentence, start: int, end: int) -> bool:
    for hit in s.between(start, end):
        if hit.has(("only", "about")):
            start = hit.end if s.bare(start, hit.start) else start
    return s.bare(start, end)


def _no_noun_after(s: Sentence, end: int) -> bool:
    rest = s.text[end : s.end]
    stripped = rest.lstrip(" \u00a0")
    if not stripped or not (stripped[0].isalnum() or stripped[0] in "$%"):
        return True
    after = next((h for h in s.hits if h.start >= end), None)
    if after is None or s.text[end : after.start].strip(" \u00a0"):
        return bool(after and len(s.text[end : after.start].strip()) == 1 and after.codes("place", "seat"))
    return after.has(FOLLOWS) or bool(after.codes("place", "seat"))
