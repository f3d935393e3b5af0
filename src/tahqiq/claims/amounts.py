"""Amounts of money given: how much, to whom, of which kind, when, in whose prices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.lexicon import Hit
from tahqiq.catalog.registers import find_measure
from tahqiq.claims.context import Context, qualifier, stated
from tahqiq.claims.donors import other_money
from tahqiq.claims.kinds import accounts, kind_before, kind_of
from tahqiq.claims.money import NEAR, Sum, prices, sums_of
from tahqiq.claims.periods import When
from tahqiq.claims.recipients import recipient
from tahqiq.claims.sentences import Sentence
from tahqiq.claims.times import is_part, lead_in, moment_of
from tahqiq.model import Claim, Filters, Per, Qualifier, Reading

RECENT = "1990"
"""A period that begins with a day of these years is counted from news, not by fiscal years."""
LOOK_BACK = 3
"""How many sentences an amount may stand after the words that say what it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around an amount say of it. `lead` is the measure they point to ("memorandum", "law")."""

    filters: Filters
    kinds: tuple[str | None, ...]
    moment: When
    per: Per | None
    lead: str | None
    prices: tuple[str, ...]
    accounts: tuple[str, ...]
    running: bool

    @property
    def year(self) -> str | None:
        """The one year the amount is stated for."""
        return self.moment.date if self.moment.date and not self.per and len(self.moment.date) == 4 else None


def read_amounts(context: Context) -> None:
    """Add every amount that a frame recognises."""
    for frame in frames_of("amount"):
        last = -LOOK_BACK
        for s in context.sentences:
            speaks = _speaks(frame, s)
            goes_on = s.at - last < LOOK_BACK or _listed_after(context, frame, s)
            if speaks:
                last = s.at
            if not (speaks or (goes_on and (s.kind == "item" or s.has(frame.anchors | {"made_of", "plus"})))) or s.has(
                frame.foreign
            ):
                continue
            for amount in sums_of(context, frame, s):
                _amount(context, frame, s, amount)


def _speaks(frame: Frame, s: Sentence) -> bool:
    """Whether a sentence speaks of the measure: by its words, two of them together, or what is got from the donor."""
    if s.has(frame.strong) or any(s.has((a,)) and s.has((b,)) for a, b in frame.more["pairs"]):
        return True
    if not s.has(("aid_got",)) or not s.has(("from_giver",)):
        return False
    hits = pairwise(s.hits)
    return any(a.has(("from_giver",)) and frame.more["donor"] in b.codes("place", "seat") for a, b in hits)


def _listed_after(context: Context, frame: Frame, s: Sentence) -> bool:
    """Whether the sentence is a list item under a sentence that speaks of the measure."""
    lead = lead_in(context, s)
    return lead is not None and lead.has(frame.strong)


def _amount(context: Context, frame: Frame, s: Sentence, amount: Sum) -> None:
    foreign = any(m.type == "money" and m.currency != frame.more["currency"] for m in amount.mentions)
    if foreign or other_money(context, frame, s, amount):
        return
    who, named = recipient(context, frame, s, amount)
    lead = _lead(context, frame, s, amount)
    if not who and not s.has(frame.more.get("all", ())) and lead != frame.more["unnamed"]:
        return
    own = kind_of(context, frame, s, amount)
    kinds = (own,) if own else (*((k,) if (k := kind_before(context, frame, s)) else ()), None)
    moment = moment_of(context, frame, s, amount)
    runs = _runs(frame, s, amount)
    running = runs or bool(moment.period)
    per = _per(s, amount) or _part_of_yearly(context, s, amount)
    found = Told(
        {"recipient": who} if who else {},
        kinds,
        moment,
        per,
        None if runs and _led(frame, s.between(*amount.own(s))) is None else lead,
        prices(frame, s, amount),
        accounts(frame, s, amount),
        running,
    )
    sure = named and _speaks(frame, s) and lead is None and len(moment.date or "") in (0, 4)
    sure = sure and bool(found.year or found.per or running) and not _loose(s, amount, moment)
    claim = Claim(
        id=context.name(),
        kind="amount",
        start=amount.start,
        end=amount.end,
        readings=tuple(_readings(frame, found)),
        stated=stated(amount.value, amount.currency or frame.unit, _qualified(frame, s, amount), moment, found.per),
        group=_beside(context, s, amount, found),
        filters_mode="any",
        note=None if sure else "unsure",
    )
    if claim.readings:
        context.add(claim, *((m.start, m.end) for m in amount.mentions))


def _beside(context: Context, s: Sentence, amount: Sum, found: Told) -> str | None:
    """The group of an amount told again in brackets in other prices ("146 billion (243.9 billion adjusted)")."""
    gap = s.text[amount.before : amount.start]
    last = next((c for c in reversed(context.within(s)) if c.kind == "amount" and c.end == amount.before), None)
    if last is None or gap.rstrip()[-1:] != "(" or ")" in gap or not found.prices:
        return None
    if last.readings[0].filters != _filters(found, found.kinds[0]):
        return None
    key = f"g{last.id[1:]}"
    context.regroup(s, {last.id: replace(last, group=key)})
    return key


def _part_of_yearly(context: Context, s: Sentence, amount: Sum) -> Per | None:
    """A part of a yearly amount ("1.3 billion of it") is yearly too."""
    if not is_part(s, amount):
        return None
    last = next((c for c in reversed(context.within(s)) if c.kind == "amount"), None)
    return last.stated.per if last else None


def _loose(s: Sentence, amount: Sum, moment: When) -> bool:
    """Whether the words leave open what is summed: "each", or since a day that no fiscal year begins with."""
    first = (moment.period or "").partition("/")[0]
    return any(h.has(("each_one",)) for h in s.between(*amount.own(s))) or (len(first) > 4 and first >= RECENT)


def _runs(frame: Frame, s: Sentence, amount: Sum) -> bool:
    """Whether words such as "in total" or "to date" belong to the amount: in its clause, or before the first one."""
    before = s.between(s.start, amount.start) if amount.item == 0 else []
    if any(h.has(frame.more["elsewhere"]) for h in before):
        before = []
    return any(h.has(frame.more["running"]) for h in (*s.between(*amount.own(s)), *before))


def _per(s: Sentence, amount: Sum) -> Per | None:
    start, end = amount.own(s)
    span = (max(start, amount.start - NEAR), min(end, amount.end + NEAR))
    return "year" if any(h.has(("per_year",)) for h in s.between(*span)) else None


def _qualified(frame: Frame, s: Sentence, amount: Sum) -> Qualifier:
    """The word that weakens the amount: beside it, or a verb such as "exceeds" before it in its clause."""
    told = qualifier(s, amount.start, amount.end)
    start, _ = amount.own(s)
    beyond = told == "exactly" and any(h.has(("exceeds",)) for h in s.between(start, amount.start))
    return "more_than" if beyond else told


def _lead(context: Context, frame: Frame, s: Sentence, amount: Sum) -> str | None:
    """The measure that a word points to: in the amount's own stretch, else before it, else in the sentence before."""
    for hits in (s.between(*amount.own(s)), s.between(s.start, amount.start), *(x.hits for x in context.near(s, 1))):
        found = _led(frame, hits)
        if found:
            return found
    return None


def _led(frame: Frame, hits: Iterable[Hit]) -> str | None:
    for hit in hits:
        for name, terms in frame.more["leads"].items():
            if hit.has(terms):
                return str(name)
    return None


def _filters(found: Told, kind: str | None) -> dict[str, tuple[str, ...]]:
    return {**found.filters, "category": (kind,)} if kind else dict(found.filters)


def _readings(frame: Frame, found: Told) -> list[Reading]:
    """Every measure the words allow, the one they point to first; each as a sum, as a yearly amount, or as both."""
    listed: list[Reading] = []
    for kind in found.kinds:
        for name in _measures(frame, found, kind):
            listed += _of_measure(frame, found, kind, name)
    return listed


def _of_measure(frame: Frame, found: Told, kind: str | None, name: str) -> list[Reading]:
    register, measure = find_measure(name)
    filters = _filters(found, kind)
    if not set(filters) <= set(measure.dimensions) or kind in frame.more["unsplit"].get(register.id, ()):
        return []
    choices = {"prices": found.prices} if found.prices and "prices" in measure.axes else {}
    ways: tuple[Per | None, ...] = (None,)
    if found.per:
        ways = ("year",)
    elif found.year is None and not found.running and not (found.lead and found.moment.period):
        ways = (None, "year")
    own = [{**filters, "fiscal_year": (found.year,)}] if found.year else [filters]
    if found.year and name == found.lead:
        own.append(filters)
    if register.id != frame.register and "account" in measure.dimensions:
        base = {k: v for k, v in filters.items() if k != "category"}
        own = [*({**base, "account": (a,)} for a in found.accounts), *own]
    return [Reading(register.id, measure.id, f, choices, per=way) for f in own for way in ways]


def _measures(frame: Frame, found: Told, kind: str | None) -> list[str]:
    """The measures in order; a word such as "memorandum" or "law" puts the one it points to first."""
    own = f"{frame.register}.{frame.measure}"
    if found.lead is not None and kind in (None, *frame.more["led_categories"]):
        return [found.lead, own, *(n for n in frame.also if n != found.lead)]
    if kind in frame.more["unsplit"].get(frame.register, ()):
        return [n for n in frame.also if n != own]
    yearly = found.per is not None or found.year is not None
    return [own, *(n for n in frame.also if n.startswith(frame.register) or yearly)]
