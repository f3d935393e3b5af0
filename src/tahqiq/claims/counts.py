"""Counts and ordinals: "83 times, 46 of them for ...", "the 49th time", "Britain 32, France 18"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tahqiq.catalog.frames import Frame, Role, frames_of
from tahqiq.catalog.terms import Hit
from tahqiq.claims.context import (
    Context,
    Figure,
    figures,
    line_of,
    qualifier,
    readings_of,
    stated,
    unit_of,
    whole_number,
)
from tahqiq.claims.periods import NEVER, When, when
from tahqiq.claims.roles import Filler, candidates, cued, one_subject, related
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Filters

PARTS = ("of_them",)
LOOK_BACK = 4
"""How many sentences a subject is carried on."""
OPENING = 30
"""A date within so many characters of the head of a sentence ("In 2011, ...") holds for the sentence."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure that fits a frame, with the region of its sentence that speaks of it alone."""

    figure: Figure
    unit: Hit | None
    before: int
    after: int

    def clause(self, s: Sentence) -> tuple[int, int]:
        """The bounds of the clause that holds the figure and its unit."""
        unit = self.unit or self.figure
        return s.clause(min(self.figure.start, unit.start), max(self.figure.end, unit.end))


def read_counts(context: Context) -> None:
    """Add every count and ordinal that a frame recognises."""
    for frame in frames_of("count"):
        last = -LOOK_BACK
        for index, s in enumerate(context.sentences):
            plain = s.has(frame.anchors) and s.has(frame.more.get("with", ()))
            near = (
                s.has(frame.strong)
                or plain
                or (index - last < LOOK_BACK and s.has(frame.anchors | frame.units | frame.bare_after))
            )
            if not near or s.has(frame.foreign) or (s.kind == "heading" and _asks(s)):
                continue
            if s.has(frame.strong):
                last = index
            bare = plain and not s.has(frame.strong) and index - last >= LOOK_BACK
            found = _sentence(context, frame, s, ordinals_only=bare)
            last = index if found else last


def _asks(s: Sentence) -> bool:
    return s.text[s.start : s.end].rstrip().endswith(("?", "\u061f"))


def _sentence(context: Context, frame: Frame, s: Sentence, *, ordinals_only: bool) -> int:
    """The claims of one sentence; figures of one measure without dates of their own form a group."""
    slots = [slot for slot in _slots(context, frame, s) if slot.figure.ordinal or not ordinals_only]
    made: list[Claim] = []
    for slot in slots:
        claim = _claim(context, frame, s, slot, made)
        if claim is not None:
            made.append(claim)
            context.add(claim, (slot.figure.start, slot.figure.end))
    _group(context, s, made)
    return len(made)


def _slots(context: Context, frame: Frame, s: Sentence) -> list[Slot]:
    listed = [f for f in figures(s, context.values) if context.free(f.start, f.end)]
    slots = []
    for i, figure in enumerate(listed):
        before = listed[i - 1].end if i else s.start
        after = listed[i + 1].start if i + 1 < len(listed) else s.end
        unit = unit_of(s, figure, frame.units)
        if unit is None and not _followed_by_part(s, figure) and not _stands_alone(frame, s, figure, before):
            continue
        if figure.unit is not None and figure.value == 1:
            continue
        if figure.ordinal and (unit is None or figure.value < 2 or _is_label(s, figure, unit)):
            continue
        if not _blocked(frame, s, figure):
            slots.append(Slot(figure, unit, before, after))
    return slots


def _is_label(s: Sentence, figure: Figure, unit: Hit) -> bool:
    """Whether the ordinal only numbers what follows ("Second time: ...")."""
    return s.text[max(figure.end, unit.end) :][:2].lstrip().startswith(":")


def _blocked(frame: Frame, s: Sentence, figure: Figure) -> bool:
    start, end = s.clause(figure.start, figure.end)
    return any(h.has(frame.blockers) for h in s.between(start, end))


def _followed_by_part(s: Sentence, figure: Figure) -> bool:
    """Whether "of them" stands right after the figure."""
    return not figure.ordinal and any(
        h.has(PARTS) and s.bare(figure.end, h.start) for h in s.hits if h.start >= figure.end
    )


def _stands_alone(frame: Frame, s: Sentence, figure: Figure, before: int) -> bool:
    """A figure without a unit counts when a member or a verb of casting stands right before and no noun after."""
    if figure.ordinal or figure.value != int(figure.value):
        return False
    hit = next((h for h in reversed(s.hits) if h.end <= figure.start and not h.has(("only", "about"))), None)
    if hit is None or hit.start < before or not _bare_but(s, hit.end, figure.start):
        return False
    group = frame.roles["member"].among or frozenset()
    named = bool(set(hit.codes("place", "seat")) & group)
    if not (named or hit.has(frame.bare_after)) or hit.has(("of",)):
        return False
    return _no_noun_after(s, figure.end)


def _bare_but(s: Sentence, start: int, end: int) -> bool:
    for hit in s.between(start, end):
        if hit.has(("only", "about")):
            start = hit.end if s.bare(start, hit.start) else start
    return s.bare(start, end)


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
)


def _no_noun_after(s: Sentence, end: int) -> bool:
    rest = s.text[end : s.end]
    stripped = rest.lstrip(" \u00a0")
    if not stripped or not (stripped[0].isalnum() or stripped[0] in "$%"):
        return True
    after = next((h for h in s.hits if h.start >= end), None)
    if after is None or s.text[end : after.start].strip(" \u00a0"):
        return bool(after and len(s.text[end : after.start].strip()) == 1 and after.codes("place", "seat"))
    return after.has(FOLLOWS) or bool(after.codes("place", "seat"))


def _claim(context: Context, frame: Frame, s: Sentence, slot: Slot, made: list[Claim]) -> Claim | None:
    whole = _whole(frame, s, slot, made)
    member = _member(context, frame, s, slot, whole)
    about, end = _about(frame, s, slot, whole, member)
    figure = slot.figure
    moment = _moment(context, frame, s, slot, whole)
    filters: dict[str, tuple[str, ...]] = {}
    if member:
        filters["member"] = member
    if about:
        filters["about"] = about
    value = whole_number(figure.value)
    start = min(figure.start, slot.unit.start) if slot.unit else figure.start
    finish = max(figure.end, slot.unit.end if slot.unit else 0, end)
    return Claim(
        id=context.name(),
        kind="ordinal" if figure.ordinal else "count",
        start=start,
        end=finish,
        readings=readings_of(frame, filters),
        stated=stated(value, frame.unit, qualifier(s, start, finish), moment),
        whole=whole.id if whole else None,
        filters_mode=_mode(member),
    )


def _mode(member: tuple[str, ...]) -> str:
    """Several members together cast one joint veto each, unless one is the heir of the other."""
    return "any" if len(member) > 1 and set(line_of(member[:1])) >= set(member) else "all"


def _whole(frame: Frame, s: Sentence, slot: Slot, made: list[Claim]) -> Claim | None:
    """The figure this one is a part of: the one before "of them", or the whole of a part it goes on from."""
    if not made:
        return None
    if _is_part(s, slot):
        return made[-1]
    goes_on = made[-1].whole and not candidates(s, frame.roles["member"], slot.before, slot.figure.start)
    return next((c for c in made if c.id == made[-1].whole), None) if goes_on else None


def _is_part(s: Sentence, slot: Slot) -> bool:
    """Whether "of them" stands right after the figure (and its unit), or before it in its own clause."""
    end = max(slot.figure.end, slot.unit.end if slot.unit else 0)
    if any(h.has(PARTS) and s.bare(end, h.start) for h in s.hits if h.start >= end):
        return True
    start, _ = s.clause(slot.figure.start, slot.figure.end)
    return any(h.has(PARTS) for h in s.between(max(slot.before, start), slot.figure.start))


def _member(context: Context, frame: Frame, s: Sentence, slot: Slot, whole: Claim | None) -> tuple[str, ...]:
    """The member: between the last figure and this one, else beside the unit, else after, else carried on."""
    role = frame.roles["member"]
    left, right = slot.clause(s)
    own = _not_about(frame, s, candidates(s, role, slot.before, slot.figure.start))
    unit_end = slot.unit.end if slot.unit else slot.figure.end
    inside = candidates(s, role, slot.figure.end, min(slot.after, unit_end + 14))
    if own and own[-1].start >= left:
        return own[-1].codes
    if inside:
        return inside[0].codes
    if own:
        return own[-1].codes
    if whole is not None:
        return tuple(whole.readings[0].filters.get("member", ()))
    behind = _not_about(frame, s, candidates(s, role, slot.figure.end, min(slot.after, right)))
    if behind:
        return behind[0].codes
    earlier = _not_about(frame, s, candidates(s, role, s.start, slot.figure.start))
    if earlier and "sentence" in role.inherit:
        return earlier[-1].codes
    return _carried(context, s, role)


def _not_about(frame: Frame, s: Sentence, found: list[Filler]) -> list[Filler]:
    """Without the places that a cue of another role introduces ("against the United States")."""
    cues = frame.roles["about"].cues if "about" in frame.roles else ()
    return [f for f in found if not any(h.has(cues) and s.bare(h.end, f.start) for h in s.hits if h.end <= f.start)]


def _carried(context: Context, s: Sentence, role: Role) -> tuple[str, ...]:
    """The member of the last claim of a sentence just before, unless this one speaks of all members."""
    if "previous" not in role.inherit or s.has(("opening", "any_member")):
        return ()
    last = next(reversed(context.before(s, LOOK_BACK - 1)), None)
    return tuple(last.readings[0].filters.get("member", ())) if last else ()


def _about(
    frame: Frame, s: Sentence, slot: Slot, whole: Claim | None, member: tuple[str, ...]
) -> tuple[tuple[str, ...], int]:
    """The subject place and the end of the words that name it."""
    role = frame.roles.get("about")
    if role is None:
        return (), 0
    left, right = slot.clause(s)
    right = min(slot.after, _stretch(s, right))
    found = cued(s, role, slot.figure.end, right) or related(s, role, slot.figure.start, right)
    found = found or _named(s, role, slot.figure.end, right, frame, member)
    if found:
        return one_subject(found.codes), found.end
    before = cued(s, role, max(left, slot.before), slot.figure.start)
    if before is None and whole is None and "sentence" in role.inherit:
        before = _named(s, role, slot.before, slot.figure.start, frame, member)
    if before is None and whole is None and slot.after == s.end and slot.before == s.start:
        before = _named(s, role, slot.figure.end, s.end, frame, member)
    if before:
        return one_subject(before.codes), 0
    return (tuple(whole.readings[0].filters.get("about", ())) if whole else ()), 0


def _named(s: Sentence, role: Role, start: int, end: int, frame: Frame, member: tuple[str, ...]) -> Filler | None:
    """A place that no cue introduces but that cannot be the member."""
    group = frame.roles["member"].among or frozenset()
    for filler in candidates(s, role, start, end):
        if not set(filler.codes) & (group | set(member)):
            return filler
    return None


def _stretch(s: Sentence, right: int) -> int:
    """The clause goes on where "all on" or the like follows the comma."""
    after = next((h for h in s.hits if h.start >= right), None)
    if after is not None and after.has(("all_of_them",)) and s.text[right : after.start].strip(" ,\u060c") == "":
        return s.clause(after.start, after.end)[1]
    return right


def _moment(context: Context, frame: Frame, s: Sentence, slot: Slot, whole: Claim | None) -> When:
    """The time of a figure: in its clause and before any further anchor; else a "since" before it; else its whole's."""
    left, right = slot.clause(s)
    end = slot.unit.end if slot.unit else slot.figure.end
    stop = min([h.start for h in s.hits if h.start >= end and h.has(frame.strong)], default=s.end)
    own = when(s, max(left, slot.before), min(right, slot.after, max(stop, slot.figure.end)), context.values)
    if own.date is not None and not slot.figure.ordinal:
        own = When(None, own.date) if len(own.date) < 10 else NEVER
    if own == NEVER:
        told = when(s, max(slot.before, s.start), slot.figure.start, context.values)
        opening = told.date is not None and left - s.start < OPENING and not slot.figure.ordinal
        own = When(None, told.date if opening and len(told.date or "") < 10 else told.period)
    if own == NEVER and whole is not None:
        return When(whole.stated.date, whole.stated.period)
    return own


def _group(context: Context, s: Sentence, made: list[Claim]) -> None:
    """Figures of one sentence about one measure, none with a date of its own, are judged together."""
    undated = [c for c in made if c.stated.date is None]
    together = [c for c in undated if c.stated.period == undated[0].stated.period]
    if len(together) < 2:
        return
    key = f"g{together[0].id[1:]}"
    names = {c.id for c in together}
    context.regroup(s, {c.id: replace(c, group=key) for c in context.within(s) if c.id in names})


def filters_of(claim: Claim) -> Filters:
    """The filters of a claim's first reading."""
    return claim.readings[0].filters
