"""Whose acts a figure counts."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.catalog.frames import Frame
from tahqiq.claims.anchors import LOOK_BACK, carried, is_strong
from tahqiq.claims.context import Context
from tahqiq.claims.roles import Filler, candidates, jointly
from tahqiq.claims.sentences import Sentence
from tahqiq.claims.slots import Slot, word_start
from tahqiq.model import Claim

OPENING = 30
"""A figure within so many characters of the head of a sentence may count the acts of a member named later."""
INSIDE = 14
"""A member may stand within so many characters behind the unit ("49 times the United States ...")."""
REACH = 60
"""How far its name may go on from there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its sentence, its slot, the claims made of the sentence so far, what it is a part of."""

    context: Context
    frame: Frame
    s: Sentence
    slot: Slot
    made: list[Claim]
    whole: Claim | None


def member_of(p: Place) -> tuple[str, ...]:
    """The member: between the last figure and this one, else beside the unit, else after, else carried on."""
    found = _own_member(p)
    if not found and p.whole is not None:
        found = tuple(p.whole.readings[0].filters.get("member", ()))
    found = found or _other_member(p)
    return jointly(p.s, p.frame.roles["member"], p.slot.end, min(p.slot.after, p.slot.clause(p.s)[1]), found)


def _own_member(p: Place) -> tuple[str, ...]:
    role = p.frame.roles["member"]
    left, right = p.slot.clause(p.s)
    named = candidates(p.s, role, p.slot.before, p.slot.figure.start)
    if named and p.slot.unit is None and p.s.bare(named[-1].end, word_start(p.s, p.slot.start)):
        return named[-1].codes
    own = _not_about(p, named)
    own = [f for f in own if not any(h.has(("jointly",)) and p.s.bare(h.end, f.start) for h in p.s.hits)] or own
    if own and own[-1].start >= left:
        return own[-1].codes
    unit_end = p.slot.unit.end if p.slot.unit else p.slot.figure.end
    behind = candidates(p.s, role, p.slot.figure.end, min(p.slot.after, unit_end + REACH, right))
    inside = [f for f in _not_about(p, behind) if f.start - unit_end <= INSIDE]
    if inside and not any(h.has(("jointly",)) for h in p.s.between(p.slot.figure.end, inside[0].start)):
        return inside[0].codes
    return own[-1].codes if own else ()


def _other_member(p: Place) -> tuple[str, ...]:
    """Named behind in the clause, earlier in the sentence, later in it, in the sentences before, or just after."""
    role, s = p.frame.roles["member"], p.s
    _, right = p.slot.clause(s)
    behind = _not_about(p, candidates(s, role, p.slot.figure.end, min(p.slot.after, right)))
    if behind:
        return behind[0].codes
    earlier = _not_about(p, candidates(s, role, s.start, p.slot.figure.start))
    if earlier and "sentence" in role.inherit:
        return earlier[-1].codes
    if s.has(("opening", "any_member")):
        return ()
    left, _ = p.slot.clause(s)
    acted = any(h.has(p.frame.strong) for h in s.between(left, p.slot.start))
    if p.slot.start - s.start < OPENING and not acted:
        later = _not_about(p, candidates(s, role, right, s.end, nouns=True))
        if later and not _adjunct(p, later[0]):
            return later[0].codes
    return carried(p.context, p.frame, s, LOOK_BACK - 1) or _next_member(p) or _only_member(p)


def _adjunct(p: Place, filler: Filler) -> bool:
    """Whether the name only tells whose thing follows it ("a US veto count")."""
    after = next((h for h in p.s.hits if h.start >= filler.end), None)
    return after is not None and p.s.bare(filler.end, after.start) and after.has(p.frame.units)


def _only_member(p: Place) -> tuple[str, ...]:
    """The only member that the sentence names at all, even as one that votes otherwise this time."""
    group = p.frame.roles["member"].among or frozenset()
    named = {c for h in p.s.hits for c in h.codes("place", "seat") if c in group}
    return tuple(named) if len(named) == 1 and is_strong(p.frame, p.s) else ()


def _next_member(p: Place) -> tuple[str, ...]:
    """The only member that the next sentence of the paragraph names."""
    for after in p.context.near(p.s, 0, 1):
        named = candidates(after, p.frame.roles["member"], after.start, after.end) if after.block == p.s.block else []
        return named[0].codes if len(named) == 1 else ()
    return ()


def _not_about(p: Place, found: list[Filler]) -> list[Filler]:
    """Without the places that a cue of another role introduces ("against the United States")."""
    cues = p.frame.roles["about"].cues if "about" in p.frame.roles else ()
    return [f for f in found if not any(h.has(cues) and p.s.bare(h.end, f.start) for h in p.s.hits if h.end <= f.start)]
