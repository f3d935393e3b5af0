"""Which measure a sum is told by: a word beside it points to one ("the memorandum"), or the sentence before does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.account import plain
from tahqiq.claims.fill.days import days_of
from tahqiq.claims.fill.guards import speaks
from tahqiq.claims.fill.money import MILLION, currency_told, near, runs, without_prices
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import TIMES, When, when
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.items import PARTS, Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Per

ROW_GOES_ON = frozenset({"rank.place", "rank.next", "time.fiscal"})
"""Words by which a sentence goes on the row of sums begun before it ("Jordan came third with 1.7 billion")."""
FORMER = ("ref.former",)
PARTS_OF = ("act.", "part.")
"""Kinds of concepts that point to an act and are none: its verbs, and its parts."""
BARE = (
    *("neutral", "time.", "period.", "join.", "lead.", "focus.", "tail.", "state.", "noun.share", "ref.", "place:"),
    *("scale.", "price.", "rank.no_longer"),
)
"""Kinds of words that say who, when and how much, and of what nothing."""
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
    told = reversed(sc.s.between(sc.s.start, item.figure.head))  # the last one first
    own = pointed(sc.frame, near(sc, item)) or pointed(sc.frame, told)
    if own is not None:
        return own, True
    heads = [pointed(sc.frame, h.hits) for h in sc.article.heads(sc.s)]
    if any(heads):
        return next(h for h in heads if h), True
    part = sc.s.named(sc.s.start, item.figure.head, PARTS)  # "of that, 8.7 billion is aid for ..."
    anew = sc.s.has(sc.frame.speaks) and not (part or sc.s.named(item.left, item.right, sc.frame.accounts_named))
    before = led_before(sc.article, sc.frame, sc.s) if tells_part(sc, item) and not anew else None
    return (before, False) if before else (_own_named(sc, item), True)


def tells_part(sc: Scene, item: Item) -> bool:
    """Whether the item's words make it a part of, or the sum of, what was told before."""
    named = (
        frozenset(sc.frame.accounts_named) | frozenset(sc.frame.categories) | {"part.of_them", "ref.its", "ref.such"}
    )
    return sc.s.named(item.left, item.right, named) or sc.s.named(sc.s.start, item.figure.head, ("ref.its", "ref.such"))


def stood(frame: Frame, s: Sentence) -> bool:
    """Whether a sentence only tells what the money of the one before stood at ("It had been 27.5 billion in 2023")."""
    other = any(h.of_kind("thing.") for h in s.hits)
    bare = plain(s) and all(h.of_kind(BARE) for h in s.hits)
    return (s.has(("state.stood",)) or bare) and not other and not s.has(frame.unless)


def led_before(article: Article, frame: Frame, s: Sentence) -> str | None:
    """The measure that the sentences just before it in its paragraph point to, the nearest first."""
    listed = [x for x in reversed(article.near(s, CARRY)) if x.block == s.block]
    return next((lead for x in listed if (lead := pointed(frame, x.hits))), None)


def named_acts(sc: Scene, item: Item) -> tuple[str, ...]:
    """The acts that the words name by number or title: beside the figure, before it, in the line above, or in the
    sentences just before; none where an act without its number is told of nearer.
    """
    s, titles = sc.s, sc.frame.titles
    acts = {i for told in sc.frame.pointed.values() for i in told if not i.startswith(PARTS_OF)} | titles.keys()
    above = [h for head in sc.article.heads(s) for h in head.hits]
    block = [x for x in reversed(sc.article.near(s, CARRY)) if x.block == s.block]
    row = [*near(sc, item), *reversed(s.between(s.start, item.figure.head))]
    listed = [row, above, *(list(reversed(x.hits)) for x in block)]
    found = next((named for hits in listed if (named := [h for h in hits if h.has(acts)])), [])
    lead = pointed(sc.frame, found[:1])
    alike = [h for h in found[:2] if lead is None or pointed(sc.frame, [h]) in (lead, None)]  # no law by a memorandum
    return next((titles[i] for h in alike for i in h.ids if i in titles), ())


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


def follows(sc: Scene) -> bool:
    """Whether a sentence surely tells of the money of the one before: every word of it is read, and it only says what
    that stood at, or is a further line of the list.
    """
    before = sc.article.near(sc.s, 1)
    line = sc.s.kind in ROWS and bool(before) and before[0].kind in ROWS
    return plain(sc.s) and (line or stood(sc.frame, sc.s))


def of_all(sc: Scene, item: Item) -> bool:
    """Whether a part of the sum names who gets it, so that the sum is for all ("100 billion, half of it for X")."""
    parts = [o for o in sc.items if o.whole == item.at]
    roles = [n for n, r in sc.frame.roles.items() if not r.fixed]
    return any(sc.inside(n, o.left, o.right) for n in roles for o in parts)


def loose(s: Sentence, moment: When) -> bool:
    """Whether the years of a sum are not surely those it is counted in: it runs from a day of late years that no fiscal
    year begins with, so from news; or they may be one budget year ("1948-49").
    """
    first = (moment.period or "").partition("/")[0]
    split = (s.text[m.start : m.end] for m in s.mentions if m.type == "period" and moment.period)
    return (len(first) > 4 and first >= NEWS_SINCE) or any(SPLIT.fullmatch(words) for words in split)


NEWS_SINCE = "1990"
SPLIT = re.compile(r"\d{4}\D\d{2}")
