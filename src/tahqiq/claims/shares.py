"""Shares: "15 % of the defence budget", "more than half of it military", "55 % of all aid"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import CARRY, Context, qualifier
from tahqiq.claims.donors import givers
from tahqiq.claims.money import LONGEST, is_range
from tahqiq.claims.periods import NEVER, When, one_year, relative_year, when
from tahqiq.claims.recipients import NAMES, places_of
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated

REACH = 80
"""How far after a share the words stand that say what it is a share of."""


def read_shares(context: Context) -> None:
    """Add every share that a frame recognises."""
    for frame in frames_of("share"):
        for index, s in enumerate(context.sentences):
            if not any(x.has(frame.strong) for x in context.sentences[max(0, index - 2) : index + 1]):
                continue
            told = givers(context, frame, s) if len(s.hits) <= LONGEST else [(0, 0, False)]
            if told and not any(own for _, _, own in told):
                continue
            for group in _fractions(context, s):
                if all(context.free(m.start, m.end) for m in group):
                    _share(context, frame, s, group)


def _fractions(context: Context, s: Sentence) -> list[list[Mention]]:
    """The percentages and fractions of a sentence, also in words ("half of it"); the ends of a range are one."""
    told = [m for m in s.mentions if m.type == "percentage" or (m.type == "number" and 0 < (m.value or 0) < 1)]
    for hit in s.hits:
        values = [context.values[i]["value"] for i in hit.ids if "value" in context.values.get(i, {})]
        if values and 0 < values[0] < 1:
            told.append(Mention("number", hit.start, hit.end, float(values[0])))
    groups: list[list[Mention]] = []
    for m in sorted(told, key=lambda m: m.start):
        ends = groups and len(groups[-1]) == 1 and is_range(context, s, groups[-1][0], m)
        groups[-1].append(m) if ends else groups.append([m])
    return groups


def _share(context: Context, frame: Frame, s: Sentence, group: Sequence[Mention]) -> None:
    first, last = group[0], group[-1]
    after = s.between(last.end, min(s.end, last.end + REACH))
    who = _who(context, frame, s, first)
    if not who:
        return
    moment = _moment(context, s)
    found = _of_whole(frame, s, first, after, who, moment) or _of_own(frame, s, first, after, who, moment)
    if found is None:
        return
    readings, end = found
    value: Any = first.value if first is last else (first.value, last.value)
    stated = Stated(value, "fraction", qualifier(s, first.start, last.end), moment.date, moment.period)
    claim = Claim(context.name(), "share", first.start, end, readings, stated, filters_mode="any")
    context.add(claim, *((m.start, m.end) for m in group))


def _moment(context: Context, s: Sentence) -> When:
    told = one_year(when(s, s.start, s.end, context.values))
    return relative_year(s, s.start, s.end, context.published) if told == NEVER else told


def _of_own(
    frame: Frame, s: Sentence, m: Mention, after: Sequence[Hit], who: tuple[str, ...], moment: When
) -> tuple[tuple[Reading, ...], int] | None:
    """The readings of a kind's share in what the recipient gets ("more than half of it military")."""
    kind = next((h for h in after if h.has(frame.more["categories"])), None)
    if kind is None and any(h.has(frame.more["gift"]) for h in after):
        before = s.between(s.clause(m.start, m.end)[0], m.start)
        kind = next((h for h in reversed(before) if h.has(frame.more["categories"])), None)
    if kind is None or any(h.has(frame.blockers) for h in s.between(m.end, kind.start)):
        return None
    category = next(c for c in frame.more["categories"] if c in kind.ids)
    filters: dict[str, tuple[str, ...]] = {"recipient": who, "category": (category,)}
    of = {"recipient": who, "category": tuple(frame.more["categories"])}
    if moment.date and len(moment.date) == 4:
        filters["fiscal_year"] = of["fiscal_year"] = (moment.date,)
    return (Reading(frame.register, frame.measure, filters, of=of),), max(kind.end, m.end)


def _of_whole(
    frame: Frame, s: Sentence, m: Mention, after: Sequence[Hit], who: tuple[str, ...], moment: When
) -> tuple[tuple[Reading, ...], int] | None:
    """The readings of a share of a named whole: all aid, all military aid, or another measure such as a budget."""
    whole = next((h for h in after if h.has(frame.more["wholes"])), None)
    if whole is None:
        return None
    spec = frame.more["wholes"][next(i for i in whole.ids if i in frame.more["wholes"])]
    register, _, measure = str(spec["measure"]).partition(".")
    filters: dict[str, tuple[str, ...]] = {"recipient": who}
    near = (*s.between(*s.clause(m.start, m.end)), whole)
    if spec.get("category") and any(h.has((spec["category"],)) for h in near):
        filters["category"] = (str(spec["category"]),)
    if moment.date and register == frame.register:
        filters["fiscal_year"] = (moment.date[:4],)
    return (Reading(register, measure, filters),), whole.end


def _who(context: Context, frame: Frame, s: Sentence, m: Mention) -> tuple[str, ...]:
    """The place before the share, else after it, else the one carried on; two told "together" are both."""
    for kinds in (NAMES, ("adj", "subject")):
        places = places_of(context, frame, s, kinds)
        near = [f.codes for f in places if f.end <= m.start]
        if len(near) > 1 and len(near[-1]) == 1 and len(near[-2]) == 1 and s.has(("together",)):
            return (*near[-2], *near[-1])
        if near:
            return near[-1]
        if places:
            return places[0].codes
    told = [c for c in (*context.before(s, CARRY), *context.within(s)) if "recipient" in c.readings[0].filters]
    return tuple(told[-1].readings[0].filters["recipient"]) if told else ()
