"""Amounts of money given: how much, to whom, of which kind, when, in whose prices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.registers import find_measure
from tahqiq.catalog.terms import Hit
from tahqiq.claims.context import CARRY, Context, qualifier, stated
from tahqiq.claims.periods import NEVER, When, when
from tahqiq.claims.roles import Filler, candidates, cued
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Filters, Mention, Reading

LOOK_BACK = 3
"""How many sentences an amount may stand after the words that say what it is."""
NEAR = 40
"""How far from an amount a word such as "military" or "a year" still belongs to it."""


MILLION = 1_000_000
"""A bare number of this size beside amounts is an amount whose currency the text leaves out."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A money mention with the stretch of its sentence that speaks of it: from the last amount to the next."""

    mention: Mention
    before: int
    after: int
    item: int


def read_amounts(context: Context) -> None:
    """Add every amount that a frame recognises."""
    for frame in frames_of("amount"):
        last = -LOOK_BACK
        for index, s in enumerate(context.sentences):
            speaks = s.has(frame.strong)
            goes_on = index - last < LOOK_BACK or _listed_after(context, frame, index)
            if not (speaks or (goes_on and s.has(frame.anchors)) or (goes_on and s.kind == "item")):
                continue
            if speaks:
                last = index
            if s.has(frame.foreign):
                continue
            for amount in _sums(context, s):
                _amount(context, frame, s, amount)


def _listed_after(context: Context, frame: Frame, index: int) -> bool:
    """Whether the sentence is a list item under a sentence that speaks of the measure."""
    s = context.sentences[index]
    if s.kind != "item":
        return False
    lead = next((x for x in reversed(context.sentences[:index]) if x.kind != "item"), None)
    return lead is not None and lead.has(frame.strong)


def _sums(context: Context, s: Sentence) -> list[Sum]:
    money = [m for m in s.mentions if m.type == "money" and m.value is not None]
    if money:
        money = sorted(
            [*money, *(m for m in s.mentions if m.type == "number" and (m.value or 0) >= MILLION)],
            key=lambda m: m.start,
        )
    found = []
    for i, m in enumerate(money):
        before = money[i - 1].end if i else s.start
        after = money[i + 1].start if i + 1 < len(money) else s.end
        if context.free(m.start, m.end):
            found.append(Sum(m, before, after, i))
    return found


def _amount(context: Context, frame: Frame, s: Sentence, amount: Sum) -> None:
    m = amount.mention
    if m.currency not in (None, frame.more["currency"]) or _other_money(frame, s, amount):
        return
    recipient = _recipient(context, frame, s, amount)
    led = _lead(context, frame, s)
    if not recipient and not s.has(frame.more.get("all", ())) and led is None:
        return
    category = _category(frame, s, amount)
    inherited = None if category else _category_before(context, frame, s)
    filters: dict[str, tuple[str, ...]] = {"recipient": recipient} if recipient else {}
    moment = _moment(context, frame, s, amount)
    per = _per(s, amount)
    year = moment.date[:4] if moment.date and not per else None
    kinds = [{**filters, "category": (c,)} for c in (category, inherited) if c]
    kinds += [] if category else [filters]
    found = [r for kind in kinds for r in _readings(context, frame, s, amount, kind, year, per, moment)]
    claim = Claim(
        id=context.name(),
        kind="amount",
        start=m.start,
        end=m.end,
        readings=tuple(found),
        stated=stated(m.value, m.currency or frame.unit, qualifier(s, m.start, m.end), moment, per),
        filters_mode="any",
    )
    if claim.readings:
        context.add(claim, (m.start, m.end))


def _other_money(frame: Frame, s: Sentence, amount: Sum) -> bool:
    """Whether the nearest words say the money is something else: a sale, a budget, another donor's."""
    m = amount.mention
    left, right = s.clause(m.start, m.end)
    around = s.between(max(left, amount.before), min(right, amount.after))
    return any(h.has(frame.blockers) for h in around) or _other_donor(frame, s, amount)


def _other_donor(frame: Frame, s: Sentence, amount: Sum) -> bool:
    """Whether the aid is another state's ("German aid"): an adjective of another place beside the word for aid."""
    donor = frame.more["donor"]
    for hit in s.between(amount.before, amount.mention.start):
        if not hit.has(frame.strong):
            continue
        for near in s.hits:
            codes = near.codes("adj")
            if codes and donor not in codes and (s.bare(near.end, hit.start) or s.bare(hit.end, near.start)):
                return True
    return False


def _recipient(context: Context, frame: Frame, s: Sentence, amount: Sum) -> tuple[str, ...]:
    """The places named nearest: introduced by "to", else before the amount, else after it, else carried on."""
    role, m = frame.roles["recipient"], amount.mention
    left, right = s.clause(m.start, m.end)
    spans = ((amount.before, m.start), (m.end, min(amount.after, right)))
    for start, end in spans:
        found = cued(s, role, start, end)
        if found and _not_donor(frame, found):
            return _not_donor(frame, found)
    for start, end in (spans[0], (m.end, min(amount.after, s.end))):
        near = [f for f in candidates(s, role, start, end) if _not_donor(frame, f)]
        if near:
            return _not_donor(frame, near[-1] if end == m.start else near[0])
    earlier = [f for f in candidates(s, role, s.start, m.start) if _not_donor(frame, f)]
    if earlier:
        return _not_donor(frame, earlier[-1])
    return () if s.has(frame.more.get("all", ())) else _carried(context, frame, s)


def _not_donor(frame: Frame, filler: Filler) -> tuple[str, ...]:
    return tuple(c for c in filler.codes if c != frame.more["donor"])


def _carried(context: Context, frame: Frame, s: Sentence) -> tuple[str, ...]:
    """The recipient of an amount just before, or the first place the sentence before speaks of."""
    for before in reversed(context.near(s, 2)):
        claims = context.within(before)
        told = [c.readings[0].filters["recipient"] for c in claims if "recipient" in c.readings[0].filters]
        if told:
            return tuple(told[-1])
        near = [
            f for f in candidates(before, frame.roles["recipient"], before.start, before.end) if _not_donor(frame, f)
        ]
        if near:
            return _not_donor(frame, near[0])
    earlier = [c for c in context.before(s, CARRY) if "recipient" in c.readings[0].filters]
    if earlier:
        return tuple(max(earlier, key=lambda c: c.start).readings[0].filters["recipient"])
    return ()


def _category(frame: Frame, s: Sentence, amount: Sum) -> str | None:
    """The kind of aid named nearest to the amount, after it first, else before it; "economic and military" is no kind."""
    m = amount.mention
    left, right = s.clause(m.start, m.end)
    names = tuple(frame.more["categories"])
    spans = [(m.end, min(right, amount.after, m.end + NEAR)), (max(left, amount.before), m.start)]
    if amount.item == 0:
        spans.append((s.start, m.start))
    for start, end in spans:
        hits = s.between(start, end)
        found = _first(hits if start == m.end else reversed(hits), names)
        if found:
            return None if _all_kinds(frame, s, m) else found
    return None


def _all_kinds(frame: Frame, s: Sentence, m: Mention) -> bool:
    """Whether the words right after the amount name both halves of all aid."""
    near = s.between(m.start, min(s.end, m.end + 2 * NEAR)) or s.hits
    return all(any(name in h.ids for h in near) for name in frame.more["halves"])


def _category_before(context: Context, frame: Frame, s: Sentence) -> str | None:
    """The kind of aid that the sentences just before speak of."""
    for before in reversed(context.near(s, 2)):
        found = _first(before.hits, tuple(frame.more["categories"]))
        if found:
            return found
    return None


def _first(hits: Iterable[Hit], names: tuple[str, ...]) -> str | None:
    for hit in hits:
        for name in names:
            if name in hit.ids:
                return name
    return None


def _per(s: Sentence, amount: Sum) -> str | None:
    m = amount.mention
    left, right = s.clause(m.start, m.end)
    span = (max(left, amount.before, m.start - NEAR), min(right, amount.after, m.end + NEAR))
    return "year" if any(h.has(("per_year",)) for h in s.between(*span)) else None


def _moment(context: Context, frame: Frame, s: Sentence, amount: Sum) -> When:
    """The time of an amount: in its clause, else before it in the sentence; the year of its prices is no time."""
    m = amount.mention
    left, right = s.clause(m.start, m.end)
    span = (max(left, amount.before), min(right, amount.after))
    prices = _price_years(frame, s)
    quiet = replace(s, mentions=tuple(o for o in s.mentions if o.start not in prices))
    own = when(quiet, *span, context.values)
    if own == NEVER:
        own = when(quiet, amount.before if amount.item else s.start, m.start, context.values)
    if own == NEVER and amount.item:
        own = when(quiet, s.start, m.start, context.values)
    if own == NEVER and s.kind == "item":
        lead = next((x for x in reversed(context.near(s, CARRY)) if x.kind != "item"), None)
        own = when(lead, lead.start, lead.end, context.values) if lead else own
    return _one_year(own)


def _one_year(moment: When) -> When:
    """A period of one year is that year."""
    first, _, last = (moment.period or "").partition("/")
    return When(first, None) if first and first == last and len(first) == 4 else moment


def _price_years(frame: Frame, s: Sentence) -> dict[int, str]:
    """Years that name a price base ("2019 dollars"), by where they stand."""
    money_words = [h for h in s.hits if h.has(("dollars",))]
    return {
        m.start: m.date
        for m in s.mentions
        if m.type == "date" and m.date and any(s.bare(m.end, h.start) or s.bare(h.end, m.start) for h in money_words)
    }


def _readings(
    context: Context,
    frame: Frame,
    s: Sentence,
    amount: Sum,
    filters: Filters,
    year: str | None,
    per: str | None,
    moment: When,
) -> tuple[Reading, ...]:
    """Every measure the words allow, the one they point to first; each as a sum, as a yearly amount, or as both."""
    found: list[Reading] = []
    measures, led = _measures(context, frame, s, amount, per is not None or year is not None)
    prices = _prices(frame, s, amount)
    for name in measures:
        register, measure = find_measure(name)
        if not set(filters) <= set(measure.dimensions):
            continue
        if filters.get("category", ("",))[0] in frame.more["unsplit"].get(register.id, ()):
            continue
        choices = {"prices": prices} if prices and "prices" in measure.axes else {}
        own = {**filters, "fiscal_year": (year,)} if year else filters
        ways: tuple[str | None, ...] = ("year",) if per else (None,)
        if per is None and year is None and not (led and moment.period):
            ways = (None, "year")
        found += [Reading(register.id, measure.id, own, choices, per=way) for way in ways]
    return tuple(found)


def _measures(context: Context, frame: Frame, s: Sentence, amount: Sum, yearly: bool) -> tuple[list[str], bool]:
    """The measures in order, and whether words such as "memorandum" or "law" point to one."""
    category, own = _category(frame, s, amount), f"{frame.register}.{frame.measure}"
    led = _lead(context, frame, s)
    if led is not None and category in (None, *frame.more["led_categories"]):
        return [led, own, *(n for n in frame.also if n != led)], True
    if category in frame.more["unsplit"].get(frame.register, ()):
        return [n for n in frame.also if n != own], False
    return [own, *(n for n in frame.also if n.startswith(frame.register) or yearly)], False


def _lead(context: Context, frame: Frame, s: Sentence) -> str | None:
    """The measure that a word of the sentence or of the one before points to."""
    for near in (s, *context.near(s, 1)):
        for name, terms in frame.more["leads"].items():
            if near.has(terms):
                return str(name)
    return None


def _prices(frame: Frame, s: Sentence, amount: Sum) -> tuple[str, ...]:
    """The choices on the axis of prices that the words around the amount leave open; empty when they say nothing."""
    rule = frame.more.get("prices")
    if not rule:
        return ()
    m = amount.mention
    axis = find_measure(f"{frame.register}.{frame.measure}")[0].axes["prices"]
    start, end = max(amount.before, m.start - NEAR), min(amount.after, m.end + 2 * NEAR)
    years = [y for at, y in _price_years(frame, s).items() if start <= at < end]
    around = s.between(start, end)
    if years:
        return tuple(c for c in axis.choices if c.endswith(f"_{years[0]}"))
    if any(h.has(("not_adjusted",)) for h in around):
        return (axis.default,)
    if any(h.has(("adjusted",)) for h in around):
        return tuple(c for c in axis.choices if c != axis.default)
    return ()
