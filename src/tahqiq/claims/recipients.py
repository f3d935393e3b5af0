"""Who gets an amount: the place introduced after it, else the place before it, else the one carried on."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import CARRY, Context
from tahqiq.claims.cues import after_and, introduced
from tahqiq.claims.donors import givers
from tahqiq.claims.money import Sum
from tahqiq.claims.roles import Filler
from tahqiq.claims.sentences import CLAUSE_MARKS, Sentence

REACH = 70
"""A place introduced after an amount ("in military aid to ...") stands within so many characters."""
JOINED = 8
"""Two places joined by "and" stand this near."""
BESIDE = 14
"""Between a place and the amount right after it stands no more than one word ("Egypt about 2.5 billion")."""
NAMES = ("place", "seat")


def recipient(context: Context, frame: Frame, s: Sentence, amount: Sum) -> tuple[tuple[str, ...], bool]:
    """The places that get the amount, and whether the sentence itself names them."""
    pair = _pair(context, frame, s, amount)
    if pair:
        return pair, True
    places = places_of(context, frame, s, NAMES)
    found = _told(context, frame, s, amount, places)
    if found is None and not places:
        adjectives = places_of(context, frame, s, ("adj", "subject"))
        found = _told(context, frame, s, amount, adjectives)
    if found is not None:
        named = sum(found.start <= h.start and h.end <= found.end for h in s.hits)
        return (found.codes if named > 1 else found.codes[:1]), True  # a name of several places means the likeliest
    if s.has(frame.more.get("all", ())):
        return (), True
    return _carried(context, frame, s), False


def places_of(context: Context, frame: Frame, s: Sentence, kinds: tuple[str, ...]) -> list[Filler]:
    """The places of a sentence that do not give; those joined by "and" are one."""
    role = frame.roles["recipient"]
    giving = {start for start, _, _ in givers(context, frame, s)}
    found: list[Filler] = []
    last: Hit | None = None
    for at, hit in enumerate(s.hits):
        codes = tuple(c for c in hit.codes(*kinds) if c != frame.more["donor"])
        before = s.hits[at - 1] if at else None
        skipped = before is not None and before.has(role.skip_after) and s.bare(before.end, hit.start)
        if not codes or hit.start in giving or skipped:
            continue
        if found and last is not None and after_and(context, s, hit.start) is last and hit.start - last.end < JOINED:
            found[-1] = Filler((*found[-1].codes, *codes), found[-1].start, hit.end)
        else:
            found.append(Filler(codes, hit.start, hit.end))
        last = hit
    return found


def _told(context: Context, frame: Frame, s: Sentence, amount: Sum, places: Sequence[Filler]) -> Filler | None:
    role = frame.roles["recipient"]
    _, right = amount.own(s)

    def cued(f: Filler) -> bool:
        return introduced(context, s, role.cues, f.start)

    after = [f for f in places if amount.end <= f.start and f.end <= right]
    before = [f for f in places if amount.before <= f.start and f.end <= amount.start]
    if before and _leads(s, places) and _adjacent(s, before[-1], amount.start):
        return before[-1]
    near = next((f for f in after if cued(f) and f.start - amount.end <= REACH), None)
    if near is not None:
        return near
    own = [f for f in before if not (amount.item and cued(f) and f.start - amount.before <= REACH)]
    earlier = [f for f in places if f.end <= amount.start]
    if own:
        return _best(context, frame, s, own)
    if after and not earlier:
        return after[0]
    if earlier:
        return _best(context, frame, s, before or earlier)
    alone = len({f.codes for f in places}) == 1
    return next((f for f in places if amount.end <= f.start < (s.end if alone else amount.after)), None)


def _leads(s: Sentence, places: Sequence[Filler]) -> bool:
    """Whether the first amount of the sentence stands right after its place ("to Egypt 2.5 billion, to Jordan 1")."""
    first = next((m.start for m in s.mentions if m.type == "money"), s.start)
    return any(_adjacent(s, f, first) for f in places)


def _adjacent(s: Sentence, place: Filler, start: int) -> bool:
    """Whether nothing but a short word stands between a place and an amount."""
    return 0 <= start - place.end <= BESIDE and not any(mark in s.text[place.end : start] for mark in CLAUSE_MARKS)


def _best(context: Context, frame: Frame, s: Sentence, places: Sequence[Filler]) -> Filler:
    """The last place introduced as one that gets, else the last that a verb of getting follows, else the last."""
    cued = [f for f in places if introduced(context, s, frame.roles["recipient"].cues, f.start)]
    if cued:
        return cued[-1]
    got = [f for f in places if any(h.has(("aid_got",)) and 0 <= h.start - f.end <= 12 for h in s.hits)]
    return (got or list(places))[-1]


def _pair(context: Context, frame: Frame, s: Sentence, amount: Sum) -> tuple[str, ...]:
    """The two places that "both countries" stands for."""
    if not any(h.has(("both_countries",)) for h in s.between(amount.before, amount.after)):
        return ()
    for near in (s, *reversed(context.near(s, 2))):
        places = places_of(context, frame, near, NAMES)
        codes = list(dict.fromkeys(c for f in places for c in f.codes))
        if len(codes) == 2:
            return tuple(codes)
    return ()


def _carried(context: Context, frame: Frame, s: Sentence) -> tuple[str, ...]:
    """The recipient of an amount just before, or the first place the sentence before speaks of."""
    for before in reversed(context.near(s, 2)):
        told = [
            c.readings[0].filters["recipient"] for c in context.within(before) if "recipient" in c.readings[0].filters
        ]
        if told:
            return tuple(told[-1])
        near = places_of(context, frame, before, (*NAMES, "adj", "subject"))
        if near:
            return near[0].codes
    for after in context.near(s, 0, 1):
        near = places_of(context, frame, after, NAMES) if after.has(("made_of",)) else []
        if near:
            return near[0].codes
    earlier = [c for c in context.before(s, CARRY) if "recipient" in c.readings[0].filters]
    return tuple(max(earlier, key=lambda c: c.start).readings[0].filters["recipient"]) if earlier else ()
