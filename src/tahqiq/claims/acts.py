"""Single dated acts: "on 8 December 2023 it vetoed ...", "today", "for the first time, in 1970"."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.terms import Hit
from tahqiq.claims.context import Context, readings_of
from tahqiq.claims.periods import cue_before, relative_day
from tahqiq.claims.roles import candidates, cued, one_subject
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Stated

LOOK_BACK = 4


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
            if not strong and not (index - last < LOOK_BACK and s.has(frame.anchors)):
                continue
            if s.has(frame.foreign) or s.kind == "item":
                continue
            last = index
            for day in _days(context, s):
                _act(context, frame, s, day)


def _days(context: Context, s: Sentence) -> list[Day]:
    found = [
        Day(m.date, m.start, m.end)
        for m in s.mentions
        if m.type == "date"
        and m.date
        and not m.date.startswith("XXXX")
        and cue_before(s, m) not in ("since", "until", "as_of")
    ]
    told = relative_day(s, s.start, s.end, context.published)
    if told is not None and not any(len(d.iso) > 4 for d in found):
        found.append(Day(*told))
    return sorted(found, key=lambda d: d.start)


def _act(context: Context, frame: Frame, s: Sentence, day: Day) -> None:
    """One claim for a date whose clause, or the words up to the next date, hold the act."""
    others = [m for m in s.mentions if m.type in ("date", "period") and m.start != day.start]
    low = max([m.end for m in others if m.end <= day.start], default=s.start)
    high = min([m.start for m in others if m.start >= day.end], default=s.end)
    act = _nearest(s, frame, day, low, high)
    if act is None or any(h.has(frame.blockers) for h in s.between(*s.clause(act.start, act.end))):
        return
    member = _member(context, frame, s, low, high, act)
    if not member:
        return
    filters = {"member": member}
    role = frame.roles.get("about")
    about = cued(s, role, min(act.start, day.start), high) if role else None
    if about and not set(about.codes) & set(member):
        filters["about"] = one_subject(about.codes)
    start, end = min(act.start, day.start), max(act.end, day.end)
    moment = {"period": day.iso} if "/" in day.iso else {"date": day.iso}
    claim = Claim(
        id=context.name(),
        kind="event",
        start=start,
        end=end,
        readings=readings_of(frame, filters),
        stated=Stated(None, frame.unit, **moment),
        filters_mode="all",
    )
    context.add(claim, (day.start, day.end))


def _nearest(s: Sentence, frame: Frame, day: Day, low: int, high: int) -> Hit | None:
    """The act nearest to the date, in the stretch of the sentence that belongs to it."""
    acts = [h for h in s.between(low, high) if h.has(frame.anchors)]
    counted = [h for h in acts if not _counted(s, h)]
    return min(counted, key=lambda h: abs(h.start - day.start), default=None)


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
    if found:
        return min(found, key=lambda f: abs(f.start - act.start)).codes
    earlier = candidates(s, role, s.start, low)
    if earlier:
        return earlier[-1].codes
    if "previous" in role.inherit and context.claims:
        last = max((c for c in context.claims if c.start < s.start), key=lambda c: c.start, default=None)
        return tuple(last.readings[0].filters.get("member", ())) if last else ()
    return ()
