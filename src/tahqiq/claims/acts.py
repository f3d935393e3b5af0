"""Single dated acts: "on 8 December 2023 it vetoed ...", "today", "for the first time, in 1970"."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.catalog.frames import Frame, Role, frames_of
from tahqiq.catalog.terms import Hit
from tahqiq.claims.context import CARRY, Context, readings_of
from tahqiq.claims.periods import cue_before, relative_days
from tahqiq.claims.roles import candidates, cued, one_subject
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Filters, Mention, Stated

LOOK_BACK = 4
BESIDE = 12
"""A weekday this near to a date only says the same day again."""


SUBJECT_AFTER = 25
"""Where the verb comes first its subject follows within so many characters."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in a sentence, told outright or from the day of publication."""

    iso: str
    start: int
    end: int


def read_acts(context: Context) -> None:
    """Add every dated act that a frame recognises."""
    for frame in frames_of("event"):
        last = -LOOK_BACK
        for index, s in enumerate(context.sentences):
            strong = s.has(frame.strong)
            plain = not strong and s.has(frame.anchors) and s.has(frame.more.get("with", ()))
            if not (strong or plain or (index - last < LOOK_BACK and s.has(frame.anchors))):
                continue
            if s.has(frame.foreign) or s.kind == "item":
                continue
            sure = strong or index - last < LOOK_BACK
            last = index
            for day in _days(context, frame, s):
                _act(context, frame, s, day, sure=sure)


def _days(context: Context, frame: Frame, s: Sentence) -> list[Day]:
    found = [
        Day(m.date, m.start, m.end)
        for m in s.mentions
        if m.type == "date" and m.date and not m.date.startswith("XXXX") and not _bounds_only(frame, s, m)
    ]
    told = [Day(*t) for t in relative_days(s, context.published)]
    apart = [t for t in told if not any(abs(t.start - d.end) < BESIDE or abs(d.start - t.end) < BESIDE for d in found)]
    return sorted([*found, *apart], key=lambda d: d.start)


def _bounds_only(frame: Frame, s: Sentence, m: Mention) -> bool:
    """Whether the date only bounds a count ("since 1970"); "since it first used it in 1970" dates an act."""
    cue = cue_before(s, m)
    if cue == "since":
        return not any("first_act" in h.ids for h in s.hits if h.end <= m.start and m.start - h.end < BESIDE)
    return cue in ("until", "as_of")


def _act(context: Context, frame: Frame, s: Sentence, day: Day, *, sure: bool) -> None:
    """One claim for a date whose clause, or the words up to the next date, hold the act.

    An act told without the word itself (a draft "blocked") is not sure: it can be confirmed, never contradicted.
    """
    others = [m for m in s.mentions if m.type in ("date", "period") and m.start != day.start]
    low = max([m.end for m in others if m.end <= day.start], default=s.start)
    high = min([m.start for m in others if m.start >= day.end], default=s.end)
    act = _nearest(context, s, frame, day, low, high)
    if act is None:
        _listed(context, frame, s, day, high)
        return
    if any(h.has(frame.blockers) for h in s.between(*s.clause(act.start, act.end))):
        return
    member = _member(context, frame, s, low, high, act)
    if not member:
        return
    filters = {"member": member}
    role = frame.roles.get("about")
    about = cued(s, role, min(act.start, day.start), high) if role else None
    if about and not set(about.codes) & set(member):
        filters["about"] = one_subject(about.codes)
    _add(context, frame, day, filters, min(act.start, day.start), max(act.end, day.end), sure=sure)


def _listed(context: Context, frame: Frame, s: Sentence, day: Day, high: int) -> None:
    """A date in an enumeration after a count: the same member's act, when a cue names what it was about."""
    counted = [c for c in context.within(s) if c.kind == "count" and c.start < day.start]
    role = frame.roles.get("about")
    about = cued(s, role, day.end, high) if role else None
    if not counted or about is None or not counted[-1].readings[0].filters.get("member"):
        return
    filters = {"member": counted[-1].readings[0].filters["member"], "about": one_subject(about.codes)}
    _add(context, frame, day, filters, day.start, about.end, sure=False)


def _add(context: Context, frame: Frame, day: Day, filters: Filters, start: int, end: int, *, sure: bool) -> None:
    moment = {"period": day.iso} if "/" in day.iso else {"date": day.iso}
    claim = Claim(
        id=context.name(),
        kind="event",
        start=start,
        end=end,
        readings=readings_of(frame, filters),
        stated=Stated(None, frame.unit, **moment),
        note=None if sure else "unsure",
    )
    context.add(claim, (day.start, day.end))


def _nearest(context: Context, s: Sentence, frame: Frame, day: Day, low: int, high: int) -> Hit | None:
    """The act nearest to the date, in the stretch of the sentence that belongs to it, unless a count stands between."""
    acts = [h for h in s.between(low, high) if h.has(frame.anchors) and not _counted(s, h)]
    act = min(acts, key=lambda h: abs(h.start - day.start), default=None)
    if act is None or (
        "first_act" not in act.ids and any(act.end <= c.start < day.start for c in context.within(s) if c.kind == "count")
    ):
        return None
    return act


def _counted(s: Sentence, hit: Hit) -> bool:
    """Whether the word is the unit of a count ("83 vetoes"), which is no single act."""
    return any(
        m.type == "number" and m.end <= hit.start and s.bare(m.end, hit.start) and (m.value or 0) > 1
        for m in s.mentions
    )


def _member(context: Context, frame: Frame, s: Sentence, low: int, high: int, act: Hit) -> tuple[str, ...]:
    role = frame.roles["member"]
    cues = frame.roles["about"].cues if "about" in frame.roles else ()
    found = [
        f
        for f in candidates(s, role, low, high)
        if not any(h.has(cues) and s.bare(h.end, f.start) for h in s.hits if h.end <= f.start)
    ]
    beside = [f for f in found if s.bare(act.end, f.start) or s.bare(f.end, act.start)]
    before = [f for f in found if f.end <= act.start]
    after = [f for f in found if 0 <= f.start - act.end <= SUBJECT_AFTER]
    if beside or before or after:
        return beside[-1].codes if beside else before[-1].codes if before else after[0].codes
    earlier = candidates(s, role, s.start, low)
    if earlier:
        return earlier[-1].codes
    carried = _carried(context, role, s)
    return carried or (found[0].codes if found else ())


def _carried(context: Context, role: Role, s: Sentence) -> tuple[str, ...]:
    if "previous" not in role.inherit:
        return ()
    last = next(reversed(context.before(s, CARRY)), None)
    return tuple(last.readings[0].filters.get("member", ())) if last else ()
