"""Shares: "15 % of the defence budget", "more than half of it military", "55 % of all aid"."""

from __future__ import annotations

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.context import CARRY, Context, qualifier
from tahqiq.claims.periods import When, when
from tahqiq.claims.roles import candidates
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Filters, Mention, Reading, Stated

REACH = 60
"""How far after a share the words stand that say what it is a share of."""


def read_shares(context: Context) -> None:
    """Add every share that a frame recognises."""
    for frame in frames_of("share"):
        for index, s in enumerate(context.sentences):
            if not any(x.has(frame.strong) for x in context.sentences[max(0, index - 2) : index + 1]):
                continue
            for m in s.mentions:
                fraction = m.type == "percentage" or (m.type == "number" and 0 < (m.value or 0) < 1)
                if fraction and context.free(m.start, m.end):
                    _share(context, frame, s, m)


def _share(context: Context, frame: Frame, s: Sentence, m: Mention) -> None:
    after = s.between(m.end, min(s.end, m.end + REACH))
    who = _who(context, frame, s, m)
    if not who:
        return
    moment = when(s, s.start, s.end, context.values)
    whole = next((h for h in after if h.has(frame.more["wholes"])), None)
    kind = next((h for h in after if h.has(frame.more["categories"])), None)
    if whole is not None:
        readings = _of_whole(frame, s, m, whole.ids, who, moment)
        end = whole.end
    elif kind is not None:
        category = next(c for c in frame.more["categories"] if c in kind.ids)
        filters: Filters = {"recipient": who, "category": (category,)}
        readings = (
            Reading(
                frame.register,
                frame.measure,
                filters,
                of={"recipient": who, "category": tuple(frame.more["categories"])},
            ),
        )
        end = kind.end
    else:
        return
    value = Stated(m.value, "fraction", qualifier(s, m.start, m.end), moment.date, moment.period)
    context.add(Claim(context.name(), "share", m.start, end, readings, value, filters_mode="any"), (m.start, m.end))


def _of_whole(
    frame: Frame, s: Sentence, m: Mention, ids: tuple[str, ...], who: tuple[str, ...], moment: When
) -> tuple[Reading, ...]:
    """The readings of a share of a named whole: all aid, all military aid, or another measure such as a budget."""
    name = next(i for i in ids if i in frame.more["wholes"])
    spec = frame.more["wholes"][name]
    register, _, measure = str(spec["measure"]).partition(".")
    filters: dict[str, tuple[str, ...]] = {"recipient": who}
    if spec.get("category") and any(h.has((spec["category"],)) for h in s.between(*s.clause(m.start, m.end))):
        filters["category"] = (str(spec["category"]),)
    if moment.date and register == frame.register:
        filters["fiscal_year"] = (moment.date[:4],)
    return (Reading(register, measure, filters),)


def _who(context: Context, frame: Frame, s: Sentence, m: Mention) -> tuple[str, ...]:
    donor = frame.more["donor"]
    near = [f.codes for f in candidates(s, frame.roles["recipient"], s.start, m.start) if donor not in f.codes]
    if len(near) > 1 and len(near[-1]) == 1 and len(near[-2]) == 1 and s.has(("together",)):
        return (*near[-2], *near[-1])
    if near:
        return near[-1]
    after = [f.codes for f in candidates(s, frame.roles["recipient"], m.end, s.end) if donor not in f.codes]
    if after:
        return after[0]
    last = next((c for c in reversed([*context.before(s, CARRY), *context.within(s)]) if "recipient" in c.readings[0].filters), None)
    return tuple(last.readings[0].filters["recipient"]) if last else ()
