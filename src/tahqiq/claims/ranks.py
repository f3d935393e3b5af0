"""Ranks among recipients: "the largest recipient", "second after ...", "ranks 6th", "followed by ..."."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.terms import Hit
from tahqiq.claims.context import Context
from tahqiq.claims.periods import NEVER, When, when
from tahqiq.claims.roles import Filler, candidates
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated

FOLLOWS = 40
"""A date stands within so many characters after what it dates ("with $6.8 bn in 2024")."""
NEAR = 30
"""An ordinal and the word for a recipient stand this near."""


def read_ranks(context: Context) -> None:
    """Add every rank that a frame recognises."""
    for frame in frames_of("rank"):
        for index, s in enumerate(context.sentences):
            speaking = context.sentences[max(0, index - 2) : index + 1]
            if not any(x.has(frame.strong) for x in speaking) or s.has(frame.foreign):
                continue
            _first(context, frame, s)
            _ordinals(context, frame, s)
            _followers(context, frame, s)


def _first(context: Context, frame: Frame, s: Sentence) -> None:
    """ "The largest recipient", "more than all others combined"."""
    for hit in s.hits:
        if not hit.has(("top_recipient", "combined")):
            continue
        ordinal = next((m for m in s.mentions if m.type == "ordinal" and 0 <= hit.start - m.end <= 2 and m.value), None)
        who = _who(context, frame, s, hit)
        if who is None:
            continue
        value = int(ordinal.value or 1) if ordinal else 1
        every = s.has(("all_respects",))
        kinds = (None, "military", "economic") if every else (_category(frame, s, hit),)
        for kind in kinds:
            _add(context, frame, s, who, value, (who.start, hit.end), kind)


def _ordinals(context: Context, frame: Frame, s: Sentence) -> None:
    """ "The second-highest recipient", "ranks 6th", "third with ..."."""
    for m in s.mentions:
        if m.type != "ordinal" or not m.value or not context.free(m.start, m.end):
            continue
        word = next((h for h in s.hits if h.has(("recipient_word", "ranks")) and _beside(h, m)), None)
        bare = word is None and any(c.kind == "rank" and s.start <= c.start < s.end for c in context.within(s))
        if word is None and not bare:
            continue
        near = [f for f in candidates(s, frame.roles["recipient"], s.start, m.start) if not _donor(frame, f)]
        if near and not (bare and m.start - near[-1].end > 3):
            _add(context, frame, s, near[-1], int(m.value), (near[-1].start, m.end), _category(frame, s, None))


def _followers(context: Context, frame: Frame, s: Sentence) -> None:
    """The next place in the order after "followed by"."""
    for hit in s.hits:
        if not hit.has(("followed_by",)):
            continue
        ranked = [c for c in context.within(s) if c.kind == "rank" and c.start < hit.start]
        near = candidates(s, frame.roles["recipient"], hit.end, s.end)
        if ranked and near and near[0].start - hit.end < NEAR:
            last = ranked[-1]
            filters = {**last.readings[0].filters, "recipient": near[0].codes[:1]}
            _claim(context, frame, s, filters, int(last.stated.value) + 1, (hit.start, near[0].end))


def _beside(hit: Hit, m: Mention) -> bool:
    return 0 <= hit.start - m.end <= NEAR // 2 or 0 <= m.start - hit.end <= 4


def _who(context: Context, frame: Frame, s: Sentence, hit: Hit) -> Filler | None:
    role = frame.roles["recipient"]
    before = [f for f in candidates(s, role, s.start, hit.start) if not _donor(frame, f)]
    if before:
        return before[-1]
    after = [f for f in candidates(s, role, hit.end, s.end) if not _donor(frame, f)]
    if after and after[0].start - hit.end < NEAR:
        return after[0]
    for earlier in reversed(context.near(s, 2)):
        near = [f for f in candidates(earlier, role, earlier.start, earlier.end) if not _donor(frame, f)]
        if near:
            return Filler(near[0].codes, hit.start, hit.end)
    return None


def _donor(frame: Frame, filler: Filler) -> bool:
    return frame.more["donor"] in filler.codes


def _category(frame: Frame, s: Sentence, hit: Hit | None) -> str | None:
    for h in s.hits if hit is None else [*s.between(hit.end, s.end), *reversed(s.between(s.start, hit.start))]:
        for name in frame.more["categories"]:
            if name in h.ids:
                return str(name)
    return None


def _add(
    context: Context, frame: Frame, s: Sentence, who: Filler, value: int, span: tuple[int, int], kind: str | None
) -> None:
    filters = {"recipient": who.codes[:1]}
    if kind:
        filters["category"] = (kind,)
    _claim(context, frame, s, filters, value, span)


def _claim(
    context: Context, frame: Frame, s: Sentence, filters: dict[str, tuple[str, ...]], value: int, span: tuple[int, int]
) -> None:
    start, end = min(span), max(span)
    moment = when(s, *s.clause(start, end), context.values)
    moment = when(s, s.start, start, context.values) if moment == NEVER else moment
    moment = when(s, end, min(s.end, end + FOLLOWS), context.values) if moment == NEVER else moment
    moment = _sentence_before(context, s) if moment == NEVER else moment
    year = moment.date[:4] if moment.date else None
    single = _single(moment)
    year = year or single
    own = {**filters, "fiscal_year": (year,)} if year else filters
    readings = [Reading(frame.register, name, own) for name in (frame.measure, *frame.more["alternatives"])]
    if year:
        readings.append(Reading(frame.register, frame.measure, filters))
    context.add(
        Claim(
            id=context.name(),
            kind="rank",
            start=start,
            end=end,
            readings=tuple(readings),
            stated=Stated(value, "rank", date=moment.date or single, period=None if single else moment.period),
        ),
        span,
    )


def _single(moment: When) -> str | None:
    first, _, last = (moment.period or "").partition("/")
    return first if first and first == last and len(first) == 4 else None


def _sentence_before(context: Context, s: Sentence) -> When:
    earlier = next(iter(context.near(s, 1)), None)
    return when(earlier, earlier.start, earlier.end, context.values) if earlier and earlier.block == s.block else NEVER
