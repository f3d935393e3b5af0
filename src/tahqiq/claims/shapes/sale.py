"""Arms sales: an amount, a buyer, and words of a sale beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tahqiq.catalog.frames import frames_of
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of, is_foreign, speaks
from tahqiq.claims.fill.money import forbidden, is_sum
from tahqiq.claims.fill.places import OTHER
from tahqiq.claims.fill.roles import Scene, role_of, scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import qualifier
from tahqiq.claims.text.items import Item
from tahqiq.model import Claim, Reading


def read_sales(article: Article) -> Iterator[Candidate]:
    """Every amount of a sale that a frame recognises: words of a sale, and of arms or of a notice near them."""
    for frame in frames_of("sale"):
        for s in article.sentences:
            head = article.head(s)
            told = [x for x in (s, head) if x is not None]
            if s.at not in article.figures or not any(speaks(frame, x) for x in told) or is_foreign(frame, s):
                continue
            if any(x.has(frame.things) for x in (*told, *article.near(s, CARRY - 1, 1))):
                sc = scene(article, frame, s)
                for item in sc.items:
                    if is_sum(frame, s, item.figure, told=False) and not forbidden(sc, item):
                        yield from _sale(sc, item)


def _sale(sc: Scene, item: Item) -> Iterator[Candidate]:
    frame, s, f = sc.frame, sc.s, item.figure
    asked = next(n for n, r in frame.roles.items() if not r.fixed)
    buyer = role_of(sc, item, frame.roles[asked], [{} for _ in sc.items])
    if buyer is None or _other_seller(sc, item):
        return
    moment = time_of(sc.article, s, sc.items, item)
    if not moment.told and sc.article.published is not None:
        moment = replace(moment, date=sc.article.published.isoformat(), basis="topic")
    claim = Claim(
        id="",
        kind="sale",
        start=f.head,
        end=f.end,
        readings=(Reading(frame.register, frame.measure, {asked: buyer.codes}),),
        stated=stated(f.value, frame.unit, qualifier(s, f.head, f.end), moment),
        filters_mode="any",
        basis=basis_of({asked: buyer}, moment),
        aspect=aspect_of(s, item, ("aspect.plan", "aspect.promise", "aspect.request")),
        unread=unread(s, item, f.head, f.end),
    )
    yield Candidate(claim, ((f.start, f.end),), s.at, rank=1)


def _other_seller(sc: Scene, item: Item) -> bool:
    """Whether the seller named nearest is another one, here or just before."""
    fixed = {n for n, r in sc.frame.roles.items() if r.fixed}
    for x in (sc, *(scene(sc.article, sc.frame, e) for e in reversed(sc.article.near(sc.s, 1)))):
        named = [f for f in x.named if f.role in fixed or f.role == OTHER]
        if named:
            return all(f.role == OTHER for f in named)
    return False
