"""Arms sales: an amount, a buyer, and words of a sale beside them."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.context import Context, qualifier
from tahqiq.claims.donors import givers
from tahqiq.claims.money import LONGEST
from tahqiq.claims.periods import When, when
from tahqiq.claims.roles import candidates
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated


def read_sales(context: Context) -> None:
    """Add every amount of a sale that a frame recognises: words of a sale, and of arms or of a notice near them."""
    for frame in frames_of("sale"):
        for s in context.sentences:
            if not s.has(frame.strong) or s.has(frame.foreign) or len(s.hits) > LONGEST:
                continue
            if not any(x.has(frame.more["with"]) for x in (s, *context.near(s, 2, 1))):
                continue
            for m in s.mentions:
                if m.type == "money" and m.currency == frame.more["currency"] and context.free(m.start, m.end):
                    _sale(context, frame, s, m)


def _ours(context: Context, frame: Frame, s: Sentence, m: Mention) -> bool:
    """Whether the seller nearest before the amount, or named at all, is the frame's; none named is taken for it."""
    if any(h.has(frame.blockers) for h in s.between(*s.clause(m.start, m.end))):
        return False
    told = givers(context, frame, s) or [g for x in context.near(s, 2) for g in givers(context, frame, x)]
    return not told or any(own for _, _, own in told)


def _sale(context: Context, frame: Frame, s: Sentence, m: Mention) -> None:
    buyer = _buyer(frame, s, m)
    if not buyer or not _ours(context, frame, s, m):
        return
    moment = when(s, s.start, s.end, context.values)
    if moment == When() and context.published is not None:
        moment = When(context.published.isoformat(), None)
    claim = Claim(
        id=context.name(),
        kind="sale",
        start=m.start,
        end=m.end,
        readings=(Reading(frame.register, frame.measure, {"buyer": buyer}),),
        stated=Stated(m.value, frame.unit, qualifier(s, m.start, m.end), moment.date, moment.period),
        filters_mode="any",
    )
    context.add(claim, (m.start, m.end))


def _buyer(frame: Frame, s: Sentence, m: Mention) -> tuple[str, ...]:
    """The nearest place before the amount that does not sell, else the nearest after it."""
    seller, role = frame.more["seller"], frame.roles["buyer"]
    money = [o for o in s.mentions if o.type == "money"]
    low = max([o.end for o in money if o.end <= m.start], default=s.start)
    high = min([o.start for o in money if o.start >= m.end], default=s.end)
    before = [f.codes for f in candidates(s, role, low, m.start) if seller not in f.codes]
    after = [f.codes for f in candidates(s, role, m.end, high) if seller not in f.codes]
    earlier = [f.codes for f in candidates(s, role, s.start, m.start) if seller not in f.codes]
    found = before or after or earlier
    return found[-1] if found is before else found[0] if found else ()
