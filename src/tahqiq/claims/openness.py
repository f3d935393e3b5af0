"""What a text leaves open of a figure: whose acts it counts, since when, about what, which part of them."""

from __future__ import annotations

from tahqiq.claims.members import Place
from tahqiq.claims.periods import NEVER, When
from tahqiq.model import Claim, Filters

REACH = 60
"""A date so near behind "since" says since when."""
DATES = ("date", "period")
LISTED = 2
"""So many days behind a figure enumerate what it counts."""
INSIDE = 14
"""A draft or the body named so near behind a cue is no subject ("against drafts")."""


def is_open(p: Place, filters: Filters, moment: When) -> bool:
    """Whether the text leaves open which acts are counted: whose, since when, about what, or which part of them."""
    s = p.s
    if not filters.get("member") and not s.has(("opening", "any_member", "in_all")):
        return True
    if p.whole is not None and filters == p.whole.readings[0].filters and moment == _of_whole(p.whole):
        return True
    if "about" not in filters and (_is_narrowed(p) or (p.whole is None and _is_loose(p))):
        return True
    if _is_enumerated(p):
        return True
    return moment == NEVER and _has_open_time(p)


def _of_whole(whole: Claim) -> When:
    return When(whole.stated.date, whole.stated.period)


def _has_open_time(p: Place) -> bool:
    """Whether a word of time ("since", "in four months") is told without a date that settles it."""
    s = p.s
    inside = s.between(*p.slot.clause(s))
    if any(h.has(("time_unit",)) for h in inside if h.start >= p.slot.end):
        return True
    undated = [h for h in inside if h.has(("some_time",))]
    return any(not any(h.end <= m.start < h.end + REACH for m in s.mentions if m.type in DATES) for h in undated)


def _is_loose(p: Place) -> bool:
    """Whether "times" stands in a clause that names no act and no member right before it ("stood alone 45 times")."""
    unit, s, frame = p.slot.unit, p.s, p.frame
    if unit is None or not unit.has(("times",)) or p.slot.ordinal:
        return False
    inside = s.between(*p.slot.clause(s))
    if any(h.has((frame.anchors | frame.bare_after) - {"only"}) for h in inside if h is not unit):
        return False
    return not any(h.codes("place", "seat") and s.bare(h.end, p.slot.start) for h in inside if h.end <= p.slot.start)


def _is_narrowed(p: Place) -> bool:
    """Whether a cue leads to a subject that no place fills ("for one small state", "on counter-terrorism")."""
    role, s = p.frame.roles.get("about"), p.s
    at, cue = p.slot.end, None
    for cue in (h for h in s.hits if h.start >= p.slot.end):
        if not s.bare(at, cue.start) or not cue.codes("place", "seat", "adj"):
            break
        at = cue.end
    if role is None or cue is None or not cue.has(role.cues) or not s.bare(at, cue.start):
        return False
    dated = any(s.bare(cue.end, m.start) for m in s.mentions if m.type in DATES and m.start >= cue.end)
    after = next((h for h in s.hits if h.start >= cue.end), None)
    plain = after is not None and after.start - cue.end < INSIDE and after.has(("draft", "council", "veto_unit"))
    return not dated and not plain and not (after is not None and after.codes("place", "seat", "adj", "subject"))


def _is_enumerated(p: Place) -> bool:
    """Whether the dates of the acts counted are listed behind the figure: they say which acts are meant."""
    days = [m for m in p.s.mentions if m.type == "date" and m.date and len(m.date) == 10 and m.start >= p.slot.end]
    return not p.slot.ordinal and len(days) >= LISTED
