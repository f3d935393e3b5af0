"""Ranks among recipients: "the largest recipient", "second after ...", "ranks 6th", "followed by ..."."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import Context
from tahqiq.claims.donors import givers
from tahqiq.claims.money import LONGEST
from tahqiq.claims.periods import NEVER, When, one_year, relative_year, when
from tahqiq.claims.recipients import NAMES, places_of
from tahqiq.claims.roles import Filler
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated

FOLLOWS = 40
"""A date stands within so many characters after what it dates ("with $6.8 bn in 2024")."""
NEAR = 30
"""An ordinal and the word for a recipient stand this near."""
STEP = 24
"""The next place in a row ("followed by Egypt, Jordan and Iraq") stands this near."""


def read_ranks(context: Context) -> None:
    """Add every rank that a frame recognises."""
    for frame in frames_of("rank"):
        for s in context.sentences:
            if not s.has(frame.anchors) or len(s.hits) > LONGEST or s.has(frame.foreign) or _others(context, frame, s):
                continue
            if any(x.has(frame.strong) for x in (s, *context.near(s, 2, 2))):
                _first(context, frame, s)
                _ordinals(context, frame, s)
                _followers(context, frame, s)


def _others(context: Context, frame: Frame, s: Sentence) -> bool:
    """Whether the sentence, or the one before where it names nobody, speaks of another giver alone."""
    told = givers(context, frame, s) or [g for x in context.near(s, 1) for g in givers(context, frame, x)]
    return bool(told and not any(own for _, _, own in told))


def _other_money(frame: Frame, s: Sentence, start: int, end: int) -> bool:
    """Whether the clause of a rank speaks of other money than aid, or ranks only within a region."""
    return any(h.has(frame.blockers) for h in s.between(*s.clause(start, end)))


def _first(context: Context, frame: Frame, s: Sentence) -> None:
    """ "The largest recipient", "more than all others combined"."""
    for hit in s.hits:
        if not hit.has(("top_recipient", "combined")) or _other_money(frame, s, hit.start, hit.end):
            continue
        ordinal = next((m for m in s.mentions if m.type == "ordinal" and 0 <= hit.start - m.end <= 2 and m.value), None)
        who = _who(context, frame, s, hit)
        if who is None:
            continue
        value = int(ordinal.value or 1) if ordinal else 1
        every = s.has(("all_respects",))
        kinds = (None, *frame.more["categories"]) if every else (_category(frame, s, hit),)
        used = (ordinal.start, ordinal.end) if ordinal else (hit.start, hit.end)
        for kind in kinds:
            _add(context, frame, s, who, value, (min(who.start, hit.start), max(who.end, hit.end)), used, kind)


def _ordinals(context: Context, frame: Frame, s: Sentence) -> None:
    """ "The second-highest recipient", "ranks 6th", "third with ..."."""
    for m in s.mentions:
        if m.type != "ordinal" or not m.value or not context.free(m.start, m.end):
            continue
        word = next((h for h in s.hits if h.has(("recipient_word", "ranks")) and _beside(h, m)), None)
        ranked = any(c.kind == "rank" for c in context.within(s))
        if (word is None and not ranked) or _other_money(frame, s, m.start, m.end):
            continue
        near = [f for f in places_of(context, frame, s, NAMES) if f.end <= m.start]
        if near and not (word is None and m.start - near[-1].end > 3):
            who = Filler(near[-1].codes[:1], near[-1].start, near[-1].end)
            _add(context, frame, s, who, int(m.value), (who.start, m.end), (m.start, m.end), _category(frame, s, word))


def _followers(context: Context, frame: Frame, s: Sentence) -> None:
    """The next places in the order after "followed by"."""
    for hit in s.hits:
        ranked = [c for c in context.within(s) if c.kind == "rank" and c.start < hit.start]
        if not hit.has(("followed_by",)) or not ranked:
            continue
        last, end = ranked[-1], hit.end
        value = int(last.stated.value)
        for place in places_of(context, frame, s, NAMES):
            if place.start < hit.end:
                continue
            if place.start - end > (NEAR if end == hit.end else STEP) or not _goes_on(s, end, place.start):
                break
            for code in place.codes:
                value += 1
                filters = {**last.readings[0].filters, "recipient": (code,)}
                filters.pop("fiscal_year", None)
                span = (hit.start if end == hit.end else place.start, place.end)
                _claim(context, frame, s, filters, value, span, (place.start, place.end))
            end = place.end


def _goes_on(s: Sentence, start: int, end: int) -> bool:
    """Whether a row of places goes on between two of them: nothing but joining words, and figures in brackets."""
    between = any(start <= m.start < end for m in s.mentions)
    gap = s.text[start:end]
    return ". " not in gap and (not between or ")" in gap)


def _beside(hit: Hit, m: Mention) -> bool:
    return 0 <= hit.start - m.end <= NEAR // 2 or 0 <= m.start - hit.end <= 8


def _who(context: Context, frame: Frame, s: Sentence, hit: Hit) -> Filler | None:
    places = places_of(context, frame, s, NAMES) or places_of(context, frame, s, ("adj", "subject"))
    before = [f for f in places if f.end <= hit.start]
    if before:
        return _best(s, before)
    after = [f for f in places if f.start >= hit.end]
    if after and after[0].start - hit.end < NEAR:
        return after[0]
    for earlier in reversed(context.near(s, 2)):
        near = places_of(context, frame, earlier, NAMES)
        if near:
            return Filler(near[0].codes, hit.start, hit.end)
    return None


def _best(s: Sentence, places: Sequence[Filler]) -> Filler:
    """The first place after the last break of the clause, for "Israel, ... war in Gaza, is the largest" its head."""
    return places[-1] if len(places) == 1 or s.text[places[0].end : places[-1].start].count(",") == 0 else places[0]


def _category(frame: Frame, s: Sentence, hit: Hit | None) -> str | None:
    near = s.hits if hit is None else [*s.between(hit.end, s.end), *reversed(s.between(s.start, hit.start)), hit]
    for h in near:
        for name in frame.more["categories"]:
            if name in h.ids:
                return str(name)
    return None


def _add(
    context: Context,
    frame: Frame,
    s: Sentence,
    who: Filler,
    value: int,
    span: tuple[int, int],
    used: tuple[int, int],
    kind: str | None,
) -> None:
    filters = {"recipient": who.codes[:1]}
    if kind:
        filters["category"] = (kind,)
    _claim(context, frame, s, filters, value, span, used)


def _claim(
    context: Context,
    frame: Frame,
    s: Sentence,
    filters: dict[str, tuple[str, ...]],
    value: int,
    span: tuple[int, int],
    used: tuple[int, int],
) -> None:
    start, end = min(span), max(span)
    moment = _moment(context, s, (start, end), used)
    year = moment.date[:4] if moment.date else None
    own = {**filters, "fiscal_year": (year,)} if year else filters
    readings = [Reading(frame.register, name, own) for name in (frame.measure, *frame.more["alternatives"])]
    if year:
        readings.append(Reading(frame.register, frame.measure, filters))
    elif moment == NEVER and context.published and not s.has(frame.more["running"]):
        recent = (str(context.published.year - back) for back in (1, 0, 2))
        readings += [Reading(frame.register, frame.measure, {**filters, "fiscal_year": (y,)}) for y in recent]
    stated = Stated(value, "rank", date=moment.date, period=moment.period)
    context.add(Claim(context.name(), "rank", start, end, tuple(readings), stated), used)


def _moment(context: Context, s: Sentence, span: tuple[int, int], used: tuple[int, int]) -> When:
    start, end = span
    spans = (s.clause(*used), s.clause(start, end), (s.start, start), (end, min(s.end, end + FOLLOWS)))
    for low, high in spans:
        told = one_year(when(s, low, high, context.values))
        told = relative_year(s, low, high, context.published) if told == NEVER else told
        if told != NEVER:
            return told
    earlier = next(iter(context.near(s, 1)), None)
    if earlier is None or earlier.block != s.block:
        return NEVER
    return one_year(when(earlier, earlier.start, earlier.end, context.values))
