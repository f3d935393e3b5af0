"""What a state spends on its military in a year: "Israel spent 27.5 billion dollars on its military in 2023"."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.context import Context, qualifier
from tahqiq.claims.money import NEAR
from tahqiq.claims.periods import one_year, when
from tahqiq.claims.roles import candidates
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated


def read_spending(context: Context) -> None:
    """Add every yearly amount of spending that a frame recognises; without its year an amount is no claim."""
    for frame in frames_of("spending"):
        for s in context.sentences:
            if s.has(frame.strong) and not s.has(frame.blockers):
                for m in s.mentions:
                    if m.type == "money" and m.currency == frame.more["currency"] and context.free(m.start, m.end):
                        _spent(context, frame, s, m)


def _spent(context: Context, frame: Frame, s: Sentence, m: Mention) -> None:
    beside = s.between(max(s.start, m.start - NEAR), min(s.end, m.end + NEAR))
    moment = one_year(when(s, s.start, s.end, context.values))
    found = candidates(s, frame.roles["country"], s.start, m.start)
    if not any(h.has(frame.strong) for h in beside) or not found or len(moment.date or "") != 4:
        return
    filters = {"country": found[-1].codes[:1], "year": (str(moment.date),)}
    claim = Claim(
        id=context.name(),
        kind="amount",
        start=m.start,
        end=m.end,
        readings=(Reading(frame.register, frame.measure, filters),),
        stated=Stated(m.value, frame.unit, qualifier(s, m.start, m.end), moment.date),
        note="unsure",
    )
    context.add(claim, (m.start, m.end))
