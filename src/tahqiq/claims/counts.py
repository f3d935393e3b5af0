"""Counts and ordinals: "83 times, 46 of them for ...", "the 49th time", "Britain 32, France 18"."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.anchors import LOOK_BACK, asks, is_foreign, is_plain, is_strong
from tahqiq.claims.context import Context, line_of, qualifier, readings_of, stated, whole_number
from tahqiq.claims.members import Place, member_of
from tahqiq.claims.openness import is_open
from tahqiq.claims.roles import candidates
from tahqiq.claims.sentences import Sentence
from tahqiq.claims.slots import PARTS, Slot, part_of_named, slots_of
from tahqiq.claims.subjects import about_whom, moment_of, timed_about
from tahqiq.claims.tables import read_rows
from tahqiq.model import Claim, Filters

OWN = frozenset(("possessive",))
"""Words beside which an ordinal stands for an act ("its 49th")."""


def read_counts(context: Context) -> None:
    """Add every count and ordinal that a frame recognises, the rows of tables first."""
    for frame in frames_of("count"):
        read_rows(context, frame)
        last = -LOOK_BACK
        for s in context.sentences:
            strong, plain = is_strong(frame, s), is_plain(frame, s)
            goes_on = s.at - last < LOOK_BACK
            words = frame.anchors | frame.units | frame.bare_after | OWN
            near = strong or plain or (goes_on and s.has(words))
            if not near or is_foreign(frame, s) or (s.kind == "heading" and asks(s)):
                continue
            last = s.at if strong else last
            found = _sentence(context, frame, s, ordinals_only=plain and not strong and not goes_on)
            last = s.at if found else last


def _sentence(context: Context, frame: Frame, s: Sentence, *, ordinals_only: bool) -> int:
    """The claims of one sentence; figures of one measure without dates of their own form a group."""
    slots = [slot for slot in slots_of(context, frame, s) if slot.figure.ordinal or not ordinals_only]
    made: list[Claim] = []
    for i, slot in enumerate(slots):
        claim = _claim(Place(context, frame, s, slot, made, _whole(frame, s, slot, slots[:i], made)))
        for one in _each(s, slot, claim):
            made.append(replace(one, id=context.name()))
            ends = [slot.figure] if slot.low is None else [slot.low, slot.figure]
            context.add(made[-1], *((f.start, f.end) for f in ends))
    _group(context, s, made)
    return len(made)


def _each(s: Sentence, slot: Slot, claim: Claim | None) -> list[Claim]:
    """One claim for each member where the figure holds for "each" of several."""
    if claim is None:
        return []
    after = next((h for h in s.hits if h.start >= slot.end), None)
    codes = claim.readings[0].filters.get("member", ())
    if after is None or not after.has(("each",)) or not s.bare(slot.end, after.start) or len(codes) < 2:
        return [claim]
    return [
        replace(claim, readings=tuple(replace(r, filters={**r.filters, "member": (c,)}) for r in claim.readings[:1]))
        for c in codes
    ]


def _claim(p: Place) -> Claim | None:
    member = member_of(p)
    if not member and not _of_council(p):
        return None
    about, end = about_whom(p, member)
    moment = moment_of(p)
    filters: dict[str, tuple[str, ...]] = {}
    if member:
        filters["member"] = member
    if about:
        filters["about"] = about
    finish = max(p.slot.end, end)
    readings = readings_of(p.frame, filters)
    if timed := () if about else timed_about(p, member):
        readings += readings_of(p.frame, {**filters, "about": timed})
    if about and p.slot.ordinal:  # "the 86th veto, against ..." may number the acts about all
        readings += readings_of(p.frame, {k: v for k, v in filters.items() if k != "about"})
    return Claim(
        id=p.context.name(),
        kind="ordinal" if p.slot.ordinal else "count",
        start=p.slot.start,
        end=finish,
        readings=readings,
        stated=stated(_value(p.slot), p.frame.unit, qualifier(p.s, p.slot.start, finish), moment),
        whole=p.whole.id if p.whole else None,
        filters_mode=mode(member),
        note="unsure" if is_open(p, filters, moment) else None,
    )


def _value(slot: Slot) -> float | tuple[float, ...]:
    value = slot.value
    return tuple(whole_number(v) for v in value) if isinstance(value, tuple) else whole_number(value)


def _of_council(p: Place) -> bool:
    """Whether a figure of no member is said of the body: by its own word, with the body or a draft named near."""
    near = [p.s, *p.context.near(p.s, 2, 1)]
    return p.s.has(p.frame.strong) and any(x.has(("council", "draft", "opening", "any_member")) for x in near)


def mode(member: tuple[str, ...]) -> str:
    """Several members together cast one joint veto each, unless one is the heir of the other."""
    return "any" if len(member) > 1 and set(line_of(member[:1])) >= set(member) else "all"


def _whole(frame: Frame, s: Sentence, slot: Slot, before: list[Slot], made: list[Claim]) -> Claim | None:
    """The figure this one is a part of: the one before "of them", or the whole of a part it goes on from."""
    if not made:
        return None
    if _is_part(s, slot):
        return made[-1]
    if slot.unit is None and part_of_named(frame, s, slot.figure, before):
        return made[0]
    goes_on = made[-1].whole and not candidates(s, frame.roles["member"], slot.before, slot.figure.start)
    return next((c for c in made if c.id == made[-1].whole), None) if goes_on else None


def _is_part(s: Sentence, slot: Slot) -> bool:
    """Whether "of them" stands right after the figure (and its unit), or before it in its own clause."""
    if any(h.has(PARTS) and s.bare(slot.end, h.start) for h in s.hits if h.start >= slot.end):
        return True
    start, _ = s.clause(slot.figure.start, slot.figure.end)
    return any(h.has(PARTS) for h in s.between(max(slot.before, start), slot.figure.start))


def _group(context: Context, s: Sentence, made: list[Claim]) -> None:
    """Figures of one sentence about one measure, none with a date of its own, are judged together."""
    undated = [c for c in made if c.stated.date is None and c.note is None]
    together = [c for c in undated if c.stated.period == undated[0].stated.period]
    if len({(str(c.readings[0].filters), str(c.stated.value)) for c in together}) > len(
        {str(c.readings[0].filters) for c in together}
    ):
        together = []  # two values of one filter cannot both be whole: what parts them was not read
    if len(together) < 2:
        return
    key = f"g{together[0].id[1:]}"
    names = {c.id for c in together}
    context.regroup(s, {c.id: replace(c, group=key) for c in context.within(s) if c.id in names})


def filters_of(claim: Claim) -> Filters:
    """The filters of a claim's first reading."""
    return claim.readings[0].filters
