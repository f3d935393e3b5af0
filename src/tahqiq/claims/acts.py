"""Single dated acts: "on 8 December 2023 it vetoed ...", "today", "for the first time, in 1970"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.anchors import Speaking, asks, carried, is_foreign, is_strong, speaking
from tahqiq.claims.context import Context, readings_of, top
from tahqiq.claims.days import Day, days_of
from tahqiq.claims.pairs import best_pairs
from tahqiq.claims.roles import about_of, candidates, jointly, one_subject
from tahqiq.claims.sentences import CLAUSE_MARKS, Sentence
from tahqiq.model import Claim, Filters, Stated

SUBJECT_AFTER = 25
"""Where the verb comes first its subject follows within so many characters."""
NEGATED = 14
"""A negation stands within so many characters before the act."""
CLAUSE = 30
"""What a comma between a date and an act weighs, in characters."""
FAR = 90
"""A date further from its act than this may date something else."""
WIDE = 300.0
BODY = ("council", "united_nations")
"""Words of which a text has one, or a draft beside the act, if it is surely of this body."""
COUNTED = ("count", "ordinal")
LISTED = 2
NEWS = timedelta(days=3)
"""An act told without a day was news so many days ago at most."""
FEW = 3
"""So many drafts may fall on one day."""


def read_acts(context: Context) -> None:
    """Add every dated act that a frame recognises."""
    for frame in frames_of("event"):
        spoken = _of_body(context, frame)
        news: list[tuple[Sentence, list[Hit]]] = []
        for at, state in speaking(context, frame).items():
            s = context.sentences[at]
            if is_foreign(frame, s) or s.kind == "item":
                continue
            acts = [h for h in s.hits if _is_act(frame, s, h)]
            days = days_of(context, s)
            found = _paired(context, s, acts, days)
            for day in days:
                sure = state is not Speaking.PLAIN and (spoken or s.has(("draft",)))
                _act(context, frame, s, day, days, found.get(day), sure=sure)
            _enumeration(context, frame, s, days)
            if not days and state is Speaking.STRONG and not asks(s):
                news.append((s, acts))
        for s, acts in news:
            _undated(context, frame, s, acts)


def _of_body(context: Context, frame: Frame) -> bool:
    """Whether the text surely speaks of our body: it names it, counts its acts, or names several of its members."""
    if any(c.kind in COUNTED for c in context.claims) or any(s.has(BODY) for s in context.sentences):
        return True
    group = frame.roles["member"].among or frozenset()
    told = {
        c for s in context.sentences if is_strong(frame, s) for h in s.hits for c in h.codes("place", "seat", "adj")
    }
    return len(told & group) > 1


def _undated(context: Context, frame: Frame, s: Sentence, acts: list[Hit]) -> None:
    """An act told as news, without a day: of the days just before publication, if no act of the member is dated."""
    act = next((h for h in acts if _is_done(s, h)), None)
    if act is None or context.published is None or any(c.kind in COUNTED for c in context.within(s)):
        return
    left, right = s.clause(act.start, act.end)
    role = frame.roles["member"]
    near = [f for f in candidates(s, role, left, right) if f.start - act.end <= SUBJECT_AFTER]
    near.sort(key=lambda f: max(f.start - act.end, act.start - f.end))
    told = {c.readings[0].filters.get("member") for c in context.claims if c.kind == "event"}
    if not near or near[0].codes in told:
        return
    member = near[0].codes
    about = about_of(s, frame.roles["about"], act.end, s.end, member) if "about" in frame.roles else None
    filters = {"member": member, "about": one_subject(about.codes)} if about else {"member": member}
    first = context.published - NEWS
    day = Day(f"{first.isoformat()}/{context.published.isoformat()}", act.start, act.end)
    _add(context, frame, day, filters, min(act.start, near[0].start), max(act.end, near[0].end), sure=False)


def _is_done(s: Sentence, act: Hit) -> bool:
    """Whether the words tell an act done: "vetoed", or "used" before "the veto" in its clause."""
    left, _ = s.clause(act.start, act.end)
    return act.has(("veto_done",)) or any(h.has(("acted",)) for h in s.between(left, act.start))


def _enumeration(context: Context, frame: Frame, s: Sentence, days: Sequence[Day]) -> None:
    """The days listed behind a colon after a count ("five times: on ..., on ..."): each is one of the acts counted."""
    for count in [c for c in context.within(s) if c.kind == "count"]:
        after = [d for d in days if d.start >= count.end and len(d.iso) == 10]
        if not LISTED <= len(after) <= top(count.stated.value) or ":" not in s.text[count.end : after[0].start]:
            continue
        filters = {k: v for k, v in count.readings[0].filters.items() if k == "member"}
        for day in after:
            if filters and context.free(day.start, day.end):
                _add(context, frame, day, filters, day.start, day.end, sure=False)


def _is_act(frame: Frame, s: Sentence, hit: Hit) -> bool:
    """Whether the word is a single act of the frame: not counted, denied, threatened."""
    if not hit.has(frame.anchors) or _counted(s, hit) or _denied(s, hit):
        return False
    return not any(h.has(frame.blockers) for h in s.between(*s.clause(hit.start, hit.end)))


def _counted(s: Sentence, hit: Hit) -> bool:
    """Whether the word is the unit of a count ("83 vetoes"), which is no single act."""
    return any(
        m.type == "number" and m.end <= hit.start and s.bare(m.end, hit.start) and (m.value or 0) > 1
        for m in s.mentions
    )


def _denied(s: Sentence, hit: Hit) -> bool:
    """Whether a "not" stands before the act and no "except" after it."""
    near = [h for h in s.hits if h.end <= hit.start and hit.start - h.end <= NEGATED]
    if not any(h.has(("negation",)) for h in near):
        return False
    return not any(h.has(("except",)) for h in s.between(hit.end, s.end))


def _paired(context: Context, s: Sentence, acts: list[Hit], days: Sequence[Day]) -> dict[Day, Hit]:
    """Each date with the act beside it, so that most find one; a date that goes on an enumeration shares its act."""
    tokens: list[Hit | Day] = sorted([*acts, *days], key=lambda t: t.start)
    found: dict[Day, Hit] = {}
    for a, b in best_pairs(tokens, [_weight(s, a, b) for a, b in pairwise(tokens)]):
        day, act = (a, b) if isinstance(a, Day) else (b, a)
        if isinstance(day, Day) and isinstance(act, Hit) and not _count_between(context, s, act, day):
            found[day] = act
    for first, after in [*pairwise(days), *((b, a) for a, b in pairwise(reversed(days)))]:
        if first in found and after not in found and _enumerated(s, first, after):
            found[after] = found[first]
    return found


def _weight(s: Sentence, a: Hit | Day, b: Hit | Day) -> float:
    """How well an act and a date that are neighbours go together."""
    act, day = (a, b) if isinstance(a, Hit) else (b, a)
    if not isinstance(act, Hit) or not isinstance(day, Day):
        return 0.0
    return max(1.0, WIDE - _distance(s, act, day))


def _act(
    context: Context, frame: Frame, s: Sentence, day: Day, days: Sequence[Day], act: Hit | None, *, sure: bool
) -> None:
    """One claim for a date that an act lies nearest to, or that goes on an enumeration of dates.

    An act told without the word itself (a draft "blocked"), or whose date may belong to another clause, is not sure:
    it can be confirmed, never contradicted.
    """
    low = max([d.end for d in days if d.end <= day.start], default=s.start)
    high = min([d.start for d in days if d.start >= day.end], default=s.end)
    if act is None:
        _listed(context, frame, s, day, high)
        return
    member = _member(context, frame, s, low, high, act)
    if not member:
        return
    filters = {"member": member}
    role = frame.roles.get("about")
    start = day.end if day.start < act.start else act.start
    about = about_of(s, role, start, high if high > act.start else s.end, member) if role else None
    if role and about is None:
        about = about_of(s, role, max(low, s.clause(act.start, act.end)[0]), act.start, member)
    if about:
        filters["about"] = one_subject(about.codes)
    sure = sure and day.sure and not _elsewhere(s, day, act) and not _few(context, s, act)
    _add(context, frame, day, filters, min(act.start, day.start), max(act.end, day.end), sure=sure)


def _distance(s: Sentence, act: Hit, day: Day) -> int:
    """How far a date lies from an act; a comma between them counts as many characters."""
    start, end = (act.end, day.start) if act.end <= day.start else (day.end, act.start)
    return end - start + CLAUSE * sum(s.text[start:end].count(mark) for mark in CLAUSE_MARKS)


def _enumerated(s: Sentence, first: Day, day: Day) -> bool:
    """Whether the second date only goes on from the first ("on 4 February and 19 July 2012")."""
    gap = s.text[first.end : day.start] if first.end <= day.start else s.text[day.end : first.start]
    return not any(c.isdigit() for c in gap) and len(gap.split()) <= 2 and len(gap) < 12


def _count_between(context: Context, s: Sentence, act: Hit, day: Day) -> bool:
    """Whether the act is counted in its clause: the date is the count's own, unless a full day had a few drafts."""
    if act.has(("first_act", "pointer")):
        return False
    left, right = s.clause(act.start, act.end)
    counts = [c for c in context.within(s) if c.kind == "count" and left <= c.start < right]
    between = [c for c in context.within(s) if c.kind == "count" and act.end <= c.start < day.start]
    few = len(day.iso) == 10 and all(top(c.stated.value) <= FEW for c in [*counts, *between])
    return bool(counts or between) and not few


def _few(context: Context, s: Sentence, act: Hit) -> bool:
    left, right = s.clause(act.start, act.end)
    return any(c.kind == "count" and left <= c.start < right for c in context.within(s))


def _elsewhere(s: Sentence, day: Day, act: Hit) -> bool:
    """Whether the date may belong to another clause: a word such as "after" or "said" between, or much text."""
    left = s.clause(day.start, day.end)[0] if day.start < act.start else act.end
    between = s.between(left, max(day.start, act.start))
    return _distance(s, act, day) > FAR or any(h.has(("elsewhere",)) for h in between)


def _listed(context: Context, frame: Frame, s: Sentence, day: Day, high: int) -> None:
    """A date in an enumeration after a count: the same member's act, when a cue names what it was about."""
    counted = [c for c in context.within(s) if c.kind == "count" and c.start < day.start]
    role = frame.roles.get("about")
    member = counted[-1].readings[0].filters.get("member") if counted else None
    about = about_of(s, role, day.end, high, member) if role and member else None
    if member and about is not None and not any(day.end <= c.start < about.end for c in context.within(s)):
        filters = {"member": member, "about": one_subject(about.codes)}
        _add(context, frame, day, filters, day.start, about.end, sure=False)


def _add(context: Context, frame: Frame, day: Day, filters: Filters, start: int, end: int, *, sure: bool) -> None:
    period = "/" in day.iso
    claim = Claim(
        id=context.name(),
        kind="event",
        start=start,
        end=end,
        readings=readings_of(frame, filters),
        stated=Stated(None, frame.unit, date=None if period else day.iso, period=day.iso if period else None),
        note=None if sure else "unsure",
        others=day.others,
    )
    context.add(claim, (day.start, day.end))


def _member(context: Context, frame: Frame, s: Sentence, low: int, high: int, act: Hit) -> tuple[str, ...]:
    """Who acts: beside the act, before it, right after it, earlier in the sentence, or carried on from before."""
    role = frame.roles["member"]
    cues = frame.roles["about"].cues if "about" in frame.roles else ()
    low, high = min(low, act.start), max(high, act.end)
    found = [
        f
        for f in candidates(s, role, low, high)
        if not any(h.has(cues) and s.bare(h.end, f.start) for h in s.hits if h.end <= f.start)
    ]
    beside = [f for f in found if s.bare(act.end, f.start) or s.bare(f.end, act.start)]
    before = [f for f in found if f.end <= act.start]
    after = [f for f in found if 0 <= f.start - act.end <= SUBJECT_AFTER]
    left, right = s.clause(act.start, act.end)
    own = beside or [f for f in before if f.start >= left] or after[:1]
    earlier = own or candidates(s, role, s.start, act.start, nouns=True) or before or candidates(s, role, s.start, low)
    if earlier:
        return jointly(s, role, act.end, min(high, right), earlier[-1].codes)
    return carried(context, frame, s) or (found[0].codes if found else ())
