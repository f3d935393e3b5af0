"""What a figure counts acts about, and over what time."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.claims.anchors import LOOK_BACK
from tahqiq.claims.context import top
from tahqiq.claims.members import Place
from tahqiq.claims.periods import NEVER, When, when
from tahqiq.claims.roles import Filler, about_of, candidates, one_subject, related
from tahqiq.claims.sentences import Sentence
from tahqiq.claims.slots import PARTS, Slot

OPENING = 30
"""A date within so many characters of the head of a sentence ("In 2011, ...") holds for the sentence."""
INSIDE = 14
"""A word such as "such" stands within so many characters behind the unit."""


def about_whom(p: Place, member: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The subject place and the end of the words that name it."""
    role, s, slot = p.frame.roles.get("about"), p.s, p.slot
    if role is None:
        return (), 0
    left, right = slot.clause(s)
    if slot.figure.ordinal and slot.unit is None:
        own = about_of(s, role, slot.figure.end, right, member)
        return (one_subject(own.codes), own.end) if own else ((), 0)
    right = min(slot.after, _stretch(s, right))
    found = about_of(s, role, slot.figure.end, right, member) or related(s, role, slot.figure.start, right)
    found = found or _named(p, slot.figure.end, right, member)
    if found:
        return one_subject(found.codes), found.end
    if any(h.has(("in_all",)) for h in s.between(left, right)):
        return (), 0
    before = _about_before(p, member, left)
    if before:
        return one_subject(before.codes), 0
    end = slot.figure.end
    those = p.whole is None and any(h.has(PARTS) and h.start >= end and s.bare(end, h.start) for h in s.hits)
    if those or any(h.has(("such",)) for h in s.between(slot.start, slot.end + INSIDE)):
        told = [c.readings[0].filters.get("about") for c in (*p.context.before(s, LOOK_BACK - 1), *p.made)]
        return next((tuple(a) for a in reversed(told) if a), ()), 0
    last = p.made[-1] if p.made and p.whole is None else None
    if last is not None and (filters := last.readings[0].filters).get("about"):
        other = filters.get("member") != member or slot.figure.value < top(last.stated.value)
        return (tuple(filters["about"]) if other else ()), 0
    return (tuple(p.whole.readings[0].filters.get("about", ())) if p.whole else ()), 0


def _about_before(p: Place, member: tuple[str, ...], left: int) -> Filler | None:
    """A place told before the figure, where no earlier figure has taken it; else one told far behind a lone figure."""
    role, s, slot = p.frame.roles["about"], p.s, p.slot
    start = max([slot.before, *(c.end for c in p.made)])
    found = about_of(s, role, max(left, start), slot.figure.start, member)
    if p.whole is None and found is None and "sentence" in role.inherit:
        found = _named(p, start, slot.figure.start, member)
    if found is None and p.whole is None and slot.after == s.end and slot.before == s.start:
        stops = [m.start for m in s.mentions if m.type in ("date", "period") and m.start > slot.figure.end]
        stops += [h.start for h in s.hits if h.start >= slot.end and h.has(("pointer", "first_act", "since"))]
        found = _named(p, slot.figure.end, min([s.end, *stops]), member)
    return found


def _named(p: Place, start: int, end: int, member: tuple[str, ...]) -> Filler | None:
    """A place that no cue introduces but that cannot be the member, and does not stand in a phrase of time."""
    group = p.frame.roles["member"].among or frozenset()
    for filler in candidates(p.s, p.frame.roles["about"], start, end):
        if not set(filler.codes) & (group | set(member)) and not _in_time(p.s, filler):
            return filler
    return None


def timed_about(p: Place, member: tuple[str, ...]) -> tuple[str, ...]:
    """The place of a war since which the figure counts: the acts counted may all be about it."""
    role, s = p.frame.roles.get("about"), p.s
    named = [c for h in s.hits for i in h.ids for c in p.context.values.get(i, {}).get("about", ())]
    if named and not set(named) & set(member):
        return tuple(named[:1])
    found = [f for f in candidates(s, role, s.start, s.end) if _in_time(s, f)] if role else []
    return one_subject(found[0].codes) if found and not set(found[0].codes) & set(member) else ()


def _in_time(s: Sentence, filler: Filler) -> bool:
    """Whether the place stands between a "since" and the date or the end of its clause ("since the war in ...")."""
    start, _ = s.clause(filler.start, filler.end)
    return any(h.has(("since",)) and h.end <= filler.start for h in s.between(start, filler.start))


def _stretch(s: Sentence, right: int) -> int:
    """The clause goes on where "all on" or the like follows the comma."""
    after = next((h for h in s.hits if h.start >= right), None)
    if after is not None and after.has(("all_of_them",)) and s.text[right : after.start].strip(" ,\u060c") == "":
        return s.clause(after.start, after.end)[1]
    return right


def moment_of(p: Place) -> When:
    """The time of a figure: in its clause and before any further anchor; else a "since" before it; else its whole's."""
    s, slot = p.s, p.slot
    left, right = slot.clause(s)
    left = slot.start if (slot.figure.ordinal and slot.unit is None) or _goes_on(s, slot) else left
    stop = min([h.start for h in s.hits if h.start >= slot.end and h.has(p.frame.strong)], default=s.end)
    own = when(s, max(left, slot.before), min(right, slot.after, max(stop, slot.figure.end)), p.context.values)
    if own.date is not None and not slot.figure.ordinal:
        standing = any(h.has(("standing",)) for h in s.between(left, right))
        own = own if standing else When(None, own.date) if len(own.date) < 10 else NEVER
    if own == NEVER and (slot.unit is not None or not slot.figure.ordinal):
        own = _told_before(p, left)
    if own.period and p.context.published and own.period[:10] > p.context.published.isoformat():
        own = NEVER
    if own == NEVER:
        own = _since_then(p, left, right)
    if own == NEVER and p.whole is not None:
        return When(p.whole.stated.date, p.whole.stated.period)
    return _of_act(p) if own == NEVER and slot.figure.ordinal else own


def _of_act(p: Place) -> When:
    """An ordinal numbers the one dated act told before it ("On 20 November 2024 ... vetoed ..., the 49th time")."""
    s, start = p.s, p.slot.start
    days = [m for m in s.mentions if m.type == "date" and m.end <= start]
    told = when(s, s.start, start, p.context.values) if len(days) == 1 else NEVER
    acted = any(h.has(p.frame.strong) for h in s.between(s.start, start))
    return told if acted and told.date is not None and len(told.date) == 10 else NEVER


def _goes_on(s: Sentence, slot: Slot) -> bool:
    """Whether an "and" right before the figure parts it from the dates of the figure before."""
    if slot.before == s.start:
        return False
    attached = s.text[slot.start - 1].isalpha()
    return attached or any(h.has(("and",)) and s.bare(h.end, slot.start) for h in s.hits if h.end <= slot.start)


def _told_before(p: Place, left: int) -> When:
    """A period told before the clause of the figure, when no act of that earlier clause has used it up."""
    s, slot = p.s, p.slot
    start = max(slot.before, s.start)
    if _goes_on(s, slot):
        return NEVER
    if any(h.has(p.frame.strong) for h in s.between(left, slot.end)):
        acts = [h for h in s.between(start, left) if h.has(p.frame.strong)]
        start = s.clause(acts[-1].start, acts[-1].end)[1] if acts else start
    told = when(s, start, slot.figure.start, p.context.values)
    opening = told.date is not None and left - s.start < OPENING and not slot.figure.ordinal
    return replace(told, date=None, period=told.date if opening and len(told.date or "") < 10 else told.period)


def _since_then(p: Place, left: int, right: int) -> When:
    """ "Since then": since the last date told before, in the sentence or the one before it."""
    cue = next((h for h in p.s.between(left, right) if h.has(("since_then",))), None)
    if cue is None:
        return NEVER
    told = [m.date for x in (*p.context.near(p.s, 1), p.s) for m in x.mentions if m.date and m.start < cue.start]
    return When(None, f"{told[-1]}/..") if told and told[-1][:4].isdigit() else NEVER
