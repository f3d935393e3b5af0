"""When an amount holds: in its own words, before it, or where words such as "that year" point."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.claims.context import CARRY, Context
from tahqiq.claims.money import Sum, price_years
from tahqiq.claims.periods import NEVER, When, one_year, relative_year, when
from tahqiq.claims.sentences import Sentence


def moment_of(context: Context, frame: Frame, s: Sentence, amount: Sum) -> When:
    """The time of an amount: in its clause, else before it in the sentence; the year of its prices is no time."""
    told = price_years(frame, s)
    quiet = replace(s, mentions=tuple(o for o in s.mentions if o.start not in told))
    first = min([m.start for m in s.mentions if m.type == "money"] + [amount.start])
    spans = [
        amount.own(s),
        (amount.before if amount.item else s.start, amount.start),
        (s.start, first),
        (s.start, amount.start),
    ]
    if amount.item == 0:
        spans.append((amount.end, amount.after))
    for n, (start, end) in enumerate(spans):
        elsewhere = n > 0 and any(h.has(frame.more["elsewhere"]) for h in s.between(start, end))
        own = _after(s, one_year(when(quiet, start, end, context.values)))
        if own.period and elsewhere:
            continue
        own = relative_year(s, start, end, context.published) if own == NEVER else own
        if own != NEVER and not (n == 3 and own.date is None):
            return own
        if n == 0 and any(h.has(("since",)) for h in s.between(start, end)):
            return NEVER  # "since the war began": a time of its own that is not told in figures
    if is_part(s, amount) and context.within(s):
        whole = context.within(s)[-1].stated
        return When(whole.date, whole.period)
    trailing = _trailing(context, quiet, amount)
    if trailing != NEVER:
        return trailing
    if s.has(("same_period", "same_year")):
        return _same(context, s, amount)
    lead = lead_in(context, s)
    return one_year(when(lead, lead.start, lead.end, context.values)) if lead else NEVER


def _after(s: Sentence, own: When) -> When:
    """A year that "after" or "before" stands before is an end of a time, not the time itself."""
    dated = next((m for m in s.mentions if own.date and m.date == own.date), None)
    cue = next((h for h in reversed(s.hits) if dated and s.bare(h.end, dated.start) and h.end <= dated.start), None)
    if cue is None:
        return own
    return When(None, f"{own.date}/..") if cue.has(("after_time",)) else NEVER if cue.has(("before_time",)) else own


def _trailing(context: Context, s: Sentence, amount: Sum) -> When:
    """The one time of a list of amounts, told after the last of them ("1.3 billion and 1.7 billion in 2023")."""
    last = max((m.end for m in s.mentions if m.type == "money"), default=amount.end)
    dates = [m for m in s.mentions if m.type in ("date", "period")]
    if last <= amount.end or not dates or dates[0].start < last or s.clause(last, last)[1] < dates[0].start:
        return NEVER
    return one_year(when(s, last, s.end, context.values))


def _same(context: Context, s: Sentence, amount: Sum) -> When:
    """The time that "that year" or "over those years" points back to."""
    if s.has(("same_period",)):
        last = next((c for c in reversed(context.before(s, 2)) if c.stated.period), None)
        return When(None, last.stated.period) if last else NEVER
    told = [m.date for x in (*context.near(s, 1), s) for m in x.mentions if m.date and m.end <= amount.start]
    return When(told[-1][:4]) if told and not told[-1].startswith("XXXX") else NEVER


def is_part(s: Sentence, amount: Sum) -> bool:
    """Whether "of it" makes the amount a part of the one before."""
    return amount.item > 0 and any(h.has(("of_it", "of_them")) for h in s.between(*amount.own(s)))


def lead_in(context: Context, s: Sentence) -> Sentence | None:
    """The sentence that a list item stands under."""
    if s.kind != "item":
        return None
    return next((x for x in reversed(context.near(s, CARRY)) if x.kind != "item"), None)
