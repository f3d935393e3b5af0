"""What a law demands: days and amounts beside the words of a register of rules."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.context import Context, qualifier
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Mention, Reading, Stated

DUTY = "duty"
"""The value of a frame that asks for no figure: whether the law demands something."""
AFTER = 14
"""A unit such as "calendar days" follows its number within so many characters."""


def read_rules(context: Context) -> None:
    """Add every value of a rule that a frame recognises."""
    for frame in frames_of("rule"):
        for s in context.sentences:
            if frame.more["value"] == DUTY:
                _duty(context, frame, s)
            elif s.has(frame.strong) and s.has(frame.more["with"]) and not s.has(frame.foreign):
                for m in s.mentions:
                    if m.type == frame.more["value"] and context.free(m.start, m.end):
                        _rule(context, frame, s, m)


def _duty(context: Context, frame: Frame, s: Sentence) -> None:
    """A duty told in words: the law, what it asks for, and what that is about, here or in the sentences just before.

    Standard wording that is often taken for it is marked.
    """
    told = [h for h in s.hits if h.has((*frame.more["with"], *frame.more["asks"], *frame.strong))]
    certificate = s.has(frame.more["certificate"]) and any(x.has(frame.strong) for x in context.near(s, 3))
    named = s.has(frame.strong) or certificate
    mistaken = s.has(frame.more["mistaken"]) and s.has(frame.strong)
    if not (named and s.has(frame.more["with"]) and s.has(frame.more["asks"])) and not mistaken:
        return
    claim = Claim(
        id=context.name(),
        kind="rule",
        start=told[0].start,
        end=told[-1].end,
        readings=(Reading(frame.register, frame.measure, {}),),
        stated=Stated(None, None),
        note="mistaken" if mistaken else None,
    )
    context.add(claim)


def _rule(context: Context, frame: Frame, s: Sentence, m: Mention) -> None:
    if frame.units:
        unit = next((h for h in s.hits if h.start >= m.end and h.start - m.end <= AFTER and h.has(frame.units)), None)
        if unit is None or s.text[m.end : unit.start].count(" ") > 2:
            return
        end = unit.end
    else:
        end = m.end
        if not any(h.has(frame.more["beside"]) and (s.bare(m.end, h.start) or s.bare(h.end, m.start)) for h in s.hits):
            return
    context.add(
        Claim(
            id=context.name(),
            kind="rule",
            start=m.start,
            end=end,
            readings=(Reading(frame.register, frame.measure, {}),),
            stated=Stated(m.value, frame.unit, qualifier(s, m.start, m.end)),
            note=None if s.has(frame.more["named"]) else "unsure",
        ),
        (m.start, m.end),
    )
