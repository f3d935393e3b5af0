"""Which measure a sum is told by: a word beside it points to one ("the memorandum"), or the sentence before does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.days import days_of
from tahqiq.claims.fill.guards import speaks
from tahqiq.claims.fill.money import MILLION, currency_told, near, runs, without_prices
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import TIMES, When, when
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Per

ROW_GOES_ON = frozenset({"rank.place", "rank.next", "time.fiscal"})
"""Words by which a sentence goes on the row of sums begun before it ("Jordan came third with 1.7 billion")."""
FORMER = ("ref.former",)
LARGE = 100_000_000
"""A bare number of this size beside sums of money is one of them."""


def pointed(frame: Frame, hits: Iterable[Hit]) -> str | None:
    """The further measure that a word points to ("memorandum", "law")."""
    for hit in hits:
        for name, concepts in frame.pointed.items():
            if hit.has(concepts) and name != frame.name_of_measure:
                return name
    return None


def _own_named(sc: Scene, item: Item) -> str | None:
    """The frame's own measure where a word names it, here or in the line above ("obligations")."""
    named = sc.frame.pointed.get(sc.frame.name_of_measure, frozenset())
    hits = [*near(sc, item), *sc.s.between(sc.s.start, item.figure.head)]
    told = any(h.has(named) for h in hits) or any(head.has(named) for head in sc.article.heads(sc.s))
    return sc.frame.name_of_measure if told else None


def lead_of(sc: Scene, item: Item) -> tuple[str | None, bool]:
    """The measure pointed to, and whether the sentence itself does: else the line above a list, or the sentence just
    before, whose parts the item tells ("... a memorandum. Of this, 33 billion are grants").
    """
    own = pointed(sc.frame, near(sc, item)) or pointed(sc.frame, sc.s.between(sc.s.start, item.figure.head))
    if own is not None:
        return own, True
    heads = [pointed(sc.frame, h.hits) for h in sc.article.heads(sc.s)]
    if any(heads):
        return next(h for h in heads if h), True
    anew = sc.s.has(sc.frame.speaks) and not sc.s.named(item.left, item.right, sc.frame.accounts_named)
    before = led_before(sc.article, sc.frame, sc.s) if tells_part(sc, item) and not anew else None
    return (before, False) if before else (_own_named(sc, item), True)


def tells_part(sc: Scene, item: Item) -> bool:
    """Whether the item's words make it a part of, or the sum of, what was told before."""
    named = (
        frozenset(sc.frame.accounts_named) | frozenset(sc.frame.categories) | {"part.of_them", "ref.its", "ref.such"}
    )
    return sc.s.named(item.left, item.right, named) or sc.s.named(sc.s.start, item.figure.head, ("ref.its", "ref.such"))


def led_before(article: Article, frame: Frame, s: Sentence) -> str | None:
    """The measure that the sentences just before it in its paragraph point to, the nearest first."""
    listed = [x for x in reversed(article.near(s, CARRY)) if x.block == s.block]
    return next((lead for x in listed if (lead := pointed(frame, x.hits))), None)


def time_led(sc: Scene, lead: str) -> When | None:
    """The time told of the act that the sentences just before named ("Public Law 115-141, signed on ...")."""
    if sc.s.has(FORMER):
        return None
    for x in reversed(sc.article.near(sc.s, CARRY - 1)):
        if x.block == sc.s.block and pointed(sc.frame, x.hits) == lead:
            told = when(x, x.start, x.end, sc.article.published)
            days = [d.iso for d in days_of(sc.article, x) if len(d.iso) == 10]
            told = told if told.told or not days else When(days[0])  # "on Wednesday signed ..."
            return replace(told, basis="shared") if told.told else None
    return None


def moment_of(sc: Scene, item: Item, lead: str | None, per: Per | None) -> When:
    """The time of a sum: told of it, of the act that grants it, or the one year its paragraph speaks of."""
    moment = time_of(sc.article, without_prices(sc.s), sc.items, item)
    if lead is not None:
        return moment if moment.told else time_led(sc, lead) or moment
    if moment.told or moment.open or per or runs(sc, item):
        return moment
    year = year_so_far(sc)
    return When(year, basis="shared" if sc.s.has(ROW_GOES_ON) else "topic") if year else moment


def year_so_far(sc: Scene) -> str | None:
    """The one year that the sentences of the paragraph tell up to here, where they tell no other time."""
    s, published = sc.s, sc.article.published
    block = [x for x in (*sc.article.near(s, CARRY), s) if x.block == s.block]
    if any(x.has(sc.frame.running) for x in block):
        return None
    told = {
        when(x, m.start, m.start + 1, published)
        for x in map(without_prices, block)
        for m in x.mentions
        if m.type in TIMES
    }
    year = told.pop().date if len(told) == 1 else None
    return year if year and len(year) == 4 else None


def goes_on(sc: Scene, item: Item) -> bool:
    """Whether a figure goes on a row of sums, so that it may leave the currency out: behind a sum of its sentence; or
    large, where the sentence speaks of the money or goes on the one before.
    """
    f = item.figure
    if f.value < MILLION:
        return False
    if any(i.figure.type == "money" for i in sc.items[: item.at]):
        return True
    if f.value >= LARGE and any(i.figure.type == "money" for i in sc.items):
        return True
    if f.value >= LARGE and speaks(sc.frame, sc.s) and currency_told(sc.article, sc.frame, sc.s):
        return True
    before = [x for x in sc.article.near(sc.s, 1) if x.block == sc.s.block]
    sums = any(m.type == "money" for x in before for m in x.mentions)
    return sums and (tells_part(sc, item) or pointed(sc.frame, near(sc, item)) is not None)
