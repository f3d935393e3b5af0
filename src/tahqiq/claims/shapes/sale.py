"""Arms sales: an amount, a buyer, and words of a sale beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.registers import find_measure
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of, is_foreign, speaks
from tahqiq.claims.fill.measured import goes_on
from tahqiq.claims.fill.money import currency_told, forbidden, is_sum, may_be_sum
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Scene, scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, qualifier
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import COMMAS, Sentence
from tahqiq.model import Claim, Qualifier, Reading


def read_sales(article: Article) -> Iterator[Candidate]:
    """Every amount of a sale that a frame recognises: words of a sale, and of arms or of a notice near them."""
    for frame in frames_of("sale", article.own):
        last: Sentence | None = None
        for s in article.sentences:
            if (
                any(may_be_sum(frame, f) for f in article.figures.get(s.at, ()))
                and not is_foreign(frame, s)
                and (_told(article, frame, s) or _more(frame, s, last))
            ):
                made = [c for sc in (scene(article, frame, s),) for item in sc.items for c in _sale(sc, item)]
                last = s if made else last
                yield from made


def _told(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a sentence or its heading speaks of a sale, and of arms or a notice near it."""
    told = [s, *article.heads(s)]
    arms = frame.things | frame.accounts_named
    near = (*told, *article.near(s, CARRY - 1, 1))
    return any(speaks(frame, x) for x in told) and any(x.has(arms) for x in near)


def _more(frame: Frame, s: Sentence, last: Sentence | None) -> bool:
    """Whether a sentence goes on telling of the arms sold: "The others: tank cartridges for 774.1 million"."""
    near = last is not None and s.at - last.at <= CARRY
    return near and s.has(frame.things | frame.accounts_named)


def _sale(sc: Scene, item: Item) -> Iterator[Candidate]:
    frame, s, f = sc.frame, sc.s, item.figure
    asked = next(n for n, r in frame.roles.items() if not r.fixed)
    told = currency_told(sc.article, frame, s) or goes_on(sc, item)
    if not is_sum(frame, s, f, told=told) or forbidden(sc, item):
        return
    buyer = role_of(sc, item, frame.roles[asked], [{} for _ in sc.items])
    if buyer is None or _other_seller(sc, item):
        return
    moment = time_of(sc.article, s, sc.items, item)
    if not moment.told and sc.article.published is not None:
        moment = replace(moment, date=sc.article.published.isoformat(), basis="topic")
    whole = Reading(frame.register, frame.measure, {asked: buyer.codes})
    thing = _thing(sc, item)
    of_item = [replace(whole, filters={**whole.filters, "item": thing})] if thing else []
    alone = find_measure(f"{frame.register}.{frame.measure}")[1].aggregate == "row"
    claim = Claim(
        id="",
        kind="amount" if alone else "sale",
        start=f.head,
        end=f.end,
        readings=(*of_item, whole),
        stated=stated(f.value, frame.unit, _qualifier(s, f), moment),
        filters_mode="any",
        basis=basis_of({asked: buyer}, moment),
        aspect=aspect_of(s, item, ("aspect.plan", "aspect.promise", "aspect.agreed", "aspect.request")),
        unread=unread(s, item, f.head, f.end),
    )
    yield Candidate(claim, ((f.start, f.end),), s.at, rank=1)


def _qualifier(s: Sentence, f: Figure) -> Qualifier:
    """How the value of a sale is hedged; "worth up to" is how every notice tells its own."""
    told = qualifier(s, f.head, f.end)
    return "exactly" if told == "at_most" else told


def _thing(sc: Scene, item: Item) -> tuple[str, ...]:
    """The one item that a figure is told for, before it or right behind it; none where several things are sold."""
    frame, s, f = sc.frame, sc.s, item.figure
    arms = frame.accounts_named | (frame.things - frame.speaks)
    hits = [h for h in s.between(item.near_left, f.head) if h.has(arms)] or _marked_off(sc, item, arms)
    hits = hits or [h for h in s.between(f.end, item.near_right) if h.has(arms) and not s.broken(f.end, h.start)]
    named = [h for h in hits if h.has(frame.accounts_named)]
    together = all(s.words(a.end, b.start) == 0 and s.bare(a.end, b.start) for a, b in pairwise(hits))
    codes = {c for h in named for name, listed in frame.accounts.items() if h.has((name,)) for c in listed}
    return tuple(codes) if together and len(codes) == 1 else ()


def _marked_off(sc: Scene, item: Item, arms: frozenset[str]) -> list[Hit]:
    """The arms told right before the dash or bracket that a figure stands behind: "Apache helicopters - $12 billion",
    "F-35s (8.6 billion)".
    """
    s, end = sc.s, item.near_left
    last = s.before(end)
    if last is None or not last.has(arms) or last.end < item.left or s.words(last.end, end):
        return []
    left = next((i for i in reversed(s.marks(item.left, last.start)) if s.text[i] not in COMMAS), item.left)
    return [h for h in s.between(left, end) if h.has(arms)]


def _other_seller(sc: Scene, item: Item) -> bool:
    """Whether the seller named nearest is another one, here or just before."""
    fixed = {n for n, r in sc.frame.roles.items() if r.fixed}
    for x in (sc, *(scene(sc.article, sc.frame, e) for e in reversed(sc.article.near(sc.s, 1)))):
        named = [f for f in x.named if f.role in fixed or f.role == OTHER]
        if named:
            return all(f.role == OTHER for f in named)
    return False
