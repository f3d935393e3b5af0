"""What the words around a sum say of it: of which kind, from which account, in whose prices, at what rate,
since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.registers import Measure, find_measure
from tahqiq.claims.distances import CARRY, PHRASE, VERB
from tahqiq.claims.fill.guards import ASPECTS
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.when import TIMES
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import QUALIFIERS, Figure
from tahqiq.claims.text.items import PARTS, Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Aspect, Per

RATES: dict[str, Per] = {
    "per.year": "year",
    "per.month": "month",
    "per.day": "day",
    "per.head": "head",
    "per.other": "other",
}

AGREED = frozenset({"aspect.agreed"})
TO_COME: tuple[Aspect, ...] = ("plan", "promise")
"""Aspects that a measure of promised money answers."""


def may_be_sum(frame: Frame, f: Figure) -> bool:
    """Whether a figure has the form of a sum of the frame's money, or is a bare number as large as one."""
    if f.type == "money":
        return f.currency == frame.currency and f.value >= LEAST
    return f.type == "number" and f.value >= MILLION


def is_sum(frame: Frame, s: Sentence, f: Figure, *, told: bool) -> bool:
    """Whether a figure is a sum of the frame's money; a large bare number is where other money is told beside it."""
    if f.type == "money" or not may_be_sum(frame, f):
        return may_be_sum(frame, f)
    rest = s.text[f.end : s.end].lstrip(" \u00a0")
    if not rest or not rest[0].isalnum():
        return told
    after = s.after(f.end)
    if after is None or not s.follows(f.end, after.start) or after.has(("unit.people",)):
        return False
    goes = after.has(("neutral", *frame.speaks, *frame.accounts_named, *frame.categories)) or _leads(after)
    letters = s.text[f.end : after.start].strip()
    goes = goes or any(i.startswith("lead.") for i in s.grammar.attached.get(letters, ()))  # an attached "to"
    return told and goes and not after.has(("unit.time", "noun.voter"))


MILLION = 1_000_000
LEAST = 10_000
"""Smaller sums ("5 cents of every dollar") are none that a state gives."""


def currency_told(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a sum in the frame's currency stands in a sentence or shortly before it, so that others leave it out."""
    near = (s, *article.near(s, CARRY))
    return any(m.type == "money" and m.currency == frame.currency for x in near for m in x.mentions)


def _leads(hit: Hit) -> bool:
    return hit.of_kind(("lead.", "time.", "per.", "part.", "join.", "sum."))


def near(sc: Scene, item: Item) -> list[Hit]:
    """The words of the item's clause, those behind the figure first; behind a comma, those that follow right on."""
    s, end = sc.s, item.figure.end
    comma = s.until(end, item.near_right)
    behind = [h for h in s.between(end, item.near_right) if h.start < comma or s.words(comma, h.start) <= VERB]
    return [*behind, *reversed(s.between(item.near_left, item.figure.head))]


def category_of(sc: Scene, item: Item, told: Sequence[str | None]) -> tuple[str | None, bool]:
    """The kind of money named nearest, and whether the item says it itself; both halves of all money are no kind."""
    hits = [h for h in near(sc, item) if h.has(sc.frame.categories)]
    head = sc.s.between(sc.s.start, sc.items[0].figure.head)
    if not hits and item.whole is not None:
        return told[item.whole], False
    shared = not hits
    hits = hits or [h for h in reversed(head) if h.has(sc.frame.categories)]
    if not hits:
        last = [h for h in sc.s.between(sc.items[-1].figure.end, sc.items[-1].near_right) if h.has(sc.frame.categories)]
        if last and len(sc.items) > 1 and not any(told) and sc.items[-1].whole is None:
            return sc.frame.categories[next(c for c in sc.frame.categories if c in last[0].ids)], False
        gapped = bool(item.at) and item.joined and bool(told) and not sc.s.named(item.left, item.right, sc.frame.speaks)
        return (told[item.at - 1], False) if gapped else (None, False)
    if sc.frame.halves and all(any(h.has((half,)) for h in hits) for half in sc.frame.halves):
        return None, True
    if hits[0].has(sc.frame.added) and _added(sc.s, hits[0]):
        hits = [h for h in hits if not h.has(sc.frame.added)]
        return None, True
    concept = next(c for c in sc.frame.categories if c in hits[0].ids)
    return sc.frame.categories[concept], not shared


def category_above(sc: Scene) -> str | None:
    """The one kind of money that the lines above a list or a table name."""
    found = {v for head in sc.article.heads(sc.s) for v in _categories(sc, head)}
    return found.pop() if len(found) == 1 else None


def categories_before(sc: Scene) -> tuple[str, ...]:
    """The kinds of money that the sentence speaks of which last did so, where the sentence itself names none; not
    those of a part ("4.8 billion, 4 billion of it military").
    """
    for earlier in reversed(sc.article.near(sc.s, CARRY - 1)):
        if earlier.block != sc.s.block and sc.s.kind == "paragraph":
            continue
        found = dict.fromkeys(_categories(sc, earlier))
        if found:
            return tuple(found)
    return ()


def _categories(sc: Scene, s: Sentence) -> Iterator[str]:
    """The kinds of money that a sentence names, in order, but for those that only tell a part of a sum."""
    named = sc.frame.categories
    parts = [h.end for h in s.hits if h.has(PARTS)]
    for hit in (h for h in s.hits if h.has(named)):
        if not any(end <= hit.start and not s.broken(end, hit.start) for end in parts):
            yield from (named[i] for i in hit.ids if i in named)


def _added(s: Sentence, hit: Hit) -> bool:
    """Whether a part is only added to the rest ("including missile defence", "with missile defence")."""
    before, after = s.before(hit.start), s.after(hit.end)
    said = ("sum.made_of", "sum.plus", "part.of_them", "join.and", "join.with")
    left = before is not None and before.has(said) and s.words(before.end, hit.start) <= 1
    return left or (after is not None and after.has(("part.of_them",)) and s.bare(hit.end, after.start))


def accounts_of(sc: Scene, item: Item) -> tuple[str, ...]:
    """The accounts the item names; several named together may be one."""
    behind, before = sc.s.between(item.figure.end, item.near_right), sc.s.between(item.near_left, item.figure.head)
    hits = [h for h in behind if h.has(sc.frame.accounts_named)] or before
    named = [c for c in sc.frame.accounts if any(h.has((c,)) for h in hits)]
    joined = ["+".join(named)] if len(named) > 1 else []
    return tuple(a for n in (*joined, *named) for a in sc.frame.accounts.get(n, ()))


def with_accounts(
    accounts: Sequence[str], measure: Measure, listed: Sequence[Mapping[str, tuple[str, ...]]]
) -> Iterator[dict[str, tuple[str, ...]]]:
    """The filters with each account named; none where the measure does not tell accounts apart: a total holds more."""
    if "account" in measure.dimensions:
        for f in listed:
            base = {k: v for k, v in f.items() if k != "category"}
            yield from ({**base, "account": (a,)} for a in accounts)


def narrowed(sc: Scene, item: Item) -> Hit | None:
    """A word that narrows the sum to a part the record does not split off ("disaster assistance"); not one of what it
    holds too ("with humanitarian aid", "humanitarian money included").
    """
    s = sc.s
    inside = [h for h in s.between(item.near_left, item.near_right) if h.has(sc.frame.elsewhere)]
    return next((h for h in inside if not _held_too(s, h)), None)


def _held_too(s: Sentence, hit: Hit) -> bool:
    """Whether a part is only told to be in the sum: behind "with", or before "included" that ends its clause."""
    before = s.before(hit.start)
    led = before is not None and before.has(("sum.made_of",)) and s.words(before.end, hit.start) <= 1
    stop = s.until(hit.end, s.end)
    closing = [h for h in s.between(hit.end, stop) if not s.words(h.end, stop)]
    return led or any(h.has(("sum.made_of",)) for h in closing)


def rate_of(s: Sentence, item: Item) -> Per | None:
    """Whether the sum is told a year, a day, a head: by the word nearest in its clause."""
    f = item.figure
    for hit in s.hits:
        rate = next((RATES[i] for i in hit.ids if i in RATES), None)
        if rate is None or hit.start < item.near_left or hit.end > item.near_right:
            continue
        apart = s.words(f.end, hit.start) if hit.start >= f.end else s.words(hit.end, f.head)
        if apart <= VERB:
            return rate
    return None


def prices_of(sc: Scene, item: Item) -> tuple[str, ...]:
    """The choices on the axis of prices that the words leave open; empty when they say nothing of prices."""
    frame, s = sc.frame, sc.s
    if frame.prices is None:
        return ()
    axis = find_measure(frame.name_of_measure)[0].axes[frame.prices]
    spans = [(item.near_left if item.at else s.start, item.figure.head), (item.figure.end, item.right)]
    years = [y for low, high in spans for at, y in price_years(s).items() if low <= at < high]
    around = [h for low, high in spans for h in s.between(low, high)]
    if years:
        return tuple(c for c in axis.choices if c.endswith(f"_{years[0]}")) or (years[0],)  # no such base: no answer
    if any(h.has(("price.nominal",)) for h in around):
        return (axis.default,)
    if any(h.has(("price.adjusted",)) for h in around):
        return tuple(c for c in axis.choices if c != axis.default)
    return ()


def price_years(s: Sentence) -> Mapping[int, str]:
    """Years that name a price base ("2019 dollars"), by where they stand."""
    words = [h for h in s.hits if h.has(("price.base",))]
    return {
        m.start: m.date
        for m in s.mentions
        if m.type == "date"
        and m.date
        and len(m.date) == 4
        and any(s.bare(m.end, h.start) or s.bare(h.end, m.start) for h in words)
    }


def runs(sc: Scene, item: Item) -> bool:
    """Whether words such as "in total" make the sum one over all years."""
    s = sc.s
    hits = s.between(item.near_left if item.at else s.start, item.near_right)
    return any(h.has(sc.frame.running) for h in hits)


def told_by(frame: Frame, lead: str | None) -> frozenset[str]:
    """Concepts that tell of a promise and name the measure that answers it, so that they change nothing; nor does a
    word of a paper that sets it down ("the act, signed in April, gives ...").
    """
    return frame.pointed[lead] | AGREED if lead is not None and lead in frame.pointed else frozenset()


def done(sc: Scene, item: Item, lead: str) -> bool:
    """Whether money still to come is told of as what was promised or enacted: "passed a law to give 14 billion"."""
    if is_first(sc.frame, lead):
        return True
    before = sc.s.between(item.near_left, item.figure.head)
    acts = [h for h in before if any(i in sc.frame.pointed[lead] and i.startswith("act.") for i in h.ids)]
    return bool(acts) and not any(h.has(ASPECTS) for h in before if h.end <= acts[0].start)


def is_first(frame: Frame, lead: str) -> bool:
    """Whether a measure is the one that answers promises."""
    return next(iter(frame.pointed), None) == lead


def forbidden(sc: Scene, item: Item) -> bool:
    """Whether the item's own words say that the money is something else."""
    s = sc.s
    left = item.near_left
    inside = s.between(left, item.near_right)
    close = [h for h in inside if h.has(sc.frame.unless)]
    return any(_close(s, h, item) for h in close)


def left_behind(sc: Scene, item: Item) -> bool:
    """Whether a sum is what another one rose or fell from, with no time of its own ("rose to 2.5 billion in 1974 from
    410 million").
    """
    s, f = sc.s, item.figure
    before = s.before(f.head)
    led = before is not None and before.has(("lead.from",)) and s.follows(before.end, f.head)
    following = next((o.figure.head for o in sc.items if o.figure.head >= f.end), item.right)
    dated = any(
        f.end <= m.start < following and s.words(f.end, m.start) <= PHRASE and m.type in TIMES for m in s.mentions
    )
    return led and len(sc.items) > 1 and not dated and s.named(s.start, s.end, ("state.moved",))


def of_goods(sc: Scene, item: Item) -> bool:
    """Whether the sum is the worth of a thing that is no money: "sent Israel bombs worth $2.2 billion"."""
    s, at = sc.s, item.figure.head
    for hit in reversed(s.between(item.left, item.figure.head)):
        if s.words(hit.end, at) or s.broken(hit.end, at):
            return False
        if not (hit.has(("neutral", *QUALIFIERS)) or hit.codes("place", "adj")):
            return hit.of_kind("thing.") and not hit.has(_money_words(sc.frame))
        at = hit.start
    return False


def _money_words(frame: Frame) -> frozenset[str]:
    pointed = frozenset().union(*frame.pointed.values()) if frame.pointed else frozenset()
    return frame.speaks | frame.things | frame.weak | frame.beside | pointed | frozenset(frame.categories)


def _close(s: Sentence, hit: Hit, item: Item) -> bool:
    if hit.end <= item.figure.head:
        return s.words(hit.end, item.figure.head) <= 2 * VERB
    return s.words(item.figure.end, hit.start) <= VERB + PHRASE


def without_prices(s: Sentence) -> Sentence:
    """The sentence without the years of its prices, which are no time."""
    told = price_years(s)
    return replace(s, mentions=tuple(m for m in s.mentions if m.start not in told)) if told else s
