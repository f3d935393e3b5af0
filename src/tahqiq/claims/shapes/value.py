"""What a law demands: days and amounts beside its words; and duties told in words alone."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import is_foreign
from tahqiq.claims.fill.money import MILLION
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Scene, scene
from tahqiq.claims.fill.when import When, when
from tahqiq.claims.shapes.candidates import Candidate, basis_of, filters_of, stated
from tahqiq.claims.shapes.classes import classed, ends_span, in_one_row, is_former
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, qualifier, unit_of
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Reading, Stated


def read_values(article: Article) -> Iterator[Candidate]:
    """Every value of a rule that a frame recognises, in a passage that speaks of the law and of whom it binds."""
    for frame in frames_of("value", article.own):
        last = -CARRY
        for s in article.sentences:
            if not any(_of_type(frame, f) for f in article.figures.get(s.at, ())) or is_foreign(frame, s):
                continue
            near = (s, *article.near(s, CARRY, 1))
            own = s.has(frame.speaks) and (s.has(frame.beside) or (s.has(frame.law) and s.has(frame.heads)))
            beside = any(x.has(frame.beside) for x in near)
            told = beside and any(x.has(frame.law) for x in near)
            if own or told or s.at - last == 1 or (beside and frame.law & article.told):
                sc = in_one_row(scene(article, frame, s))
                found = list(_values(sc, follows=s.at - last == 1, near=own or told))
                last = s.at if found else last
                yield from found


def _values(sc: Scene, *, follows: bool, near: bool) -> Iterator[Candidate]:
    """The values of a sentence, in order. `follows`: the sentence before told one, so that this one may go on its row
    ("Japan has 15 days, Egypt 30"). `near`: the law is told near it; else it must name whom the value is for.
    """
    counted = False
    for item in sc.items:
        if not (near or _goes_on(sc, item)):
            continue
        unit = unit_of(sc.s, item.figure, sc.frame.counts) if sc.frame.counts else None
        behind = unit is not None and unit.start >= item.figure.end
        goes_on = (follows or counted) and _goes_on(sc, item)
        told = behind or not sc.frame.counts or (counted and goes_on)
        if told and _of_type(sc.frame, item.figure) and (goes_on or _is_rule(sc, item)):
            counted = True
            if is_former(sc, item, unit.end if behind and unit is not None else item.figure.end):
                continue
            yield _value(sc, item, unit if behind else None)


def _of_type(frame: Frame, f: Figure) -> bool:
    """Whether a figure is of the kind that the rule sets; a sum behind another may leave its currency out."""
    return f.type == frame.value or (frame.value == "money" and f.type == "number" and f.value >= MILLION)


def _goes_on(sc: Scene, item: Item) -> bool:
    """Whether an item only names whom another value of the rule is for: it tells of no other act or thing."""
    s, rule = sc.s, sc.frame.heads | sc.frame.beside | sc.frame.speaks
    named = any(sc.inside(name, item.left, item.right) for name in sc.frame.roles)
    told = {i for h in s.between(item.left, item.right) if not h.has(rule) for i in h.ids}
    other = any(i.startswith(("act.", "thing.")) for i in told)
    return named and not other and not unread(s, item, item.figure.head, item.figure.end)


def _value(sc: Scene, item: Item, unit: Hit | None) -> Candidate:
    frame, s, f = sc.frame, sc.s, item.figure
    laws = [x.at == s.at for x in (s, *sc.article.near(s, CARRY)) if x.has(frame.law)]
    law: Basis = "own" if any(laws) else "shared" if laws else "topic"
    filled = {name: role_of(sc, item, role, [{} for _ in sc.items]) for name, role in frame.roles.items()}
    taken = {name: found for name, found in filled.items() if found is not None}
    kinds = classed(sc, item)
    filters = {**filters_of(taken), **kinds.codes}
    unclear: dict[str, Basis] = dict.fromkeys((*kinds.open, *(frame.roles if ends_span(sc, item) else ())), "assumed")
    told = when(s, item.near_left, item.near_right, sc.article.published)
    moment = told if told.date else When()  # "in 1976 the threshold was seven million"
    claim = Claim(
        id="",
        kind="rule",
        start=f.head,
        end=unit.end if unit else f.end,
        readings=(Reading(frame.register, frame.measure, filters),),
        stated=stated(f.value, frame.unit, qualifier(s, f.head, f.end), moment),
        basis={"law": law, **basis_of(taken, When()), **unclear},
        unread=() if _bounded(sc, item) or _headed(sc, item) else unread(s, item, f.head, unit.end if unit else f.end),
    )
    return Candidate(claim, ((f.start, f.end),), s.at, rank=1)


def _is_rule(sc: Scene, item: Item) -> bool:
    """Whether the figure is what the rule sets: its clause names it ("the threshold is ..."), or a bound stands beside
    it ("of $14 million or more"). The name of the body alone does so beside the law or a buyer: it has other days too.
    """
    frame, s = sc.frame, sc.s
    known = s.has(frame.law) or any(sc.inside(name, s.start, item.right) for name in frame.roles)
    return _bounded(sc, item) or _headed(sc, item) or (known and s.named(s.start, item.right, frame.heads))


def _bounded(sc: Scene, item: Item) -> bool:
    s, f = sc.s, item.figure
    return any(h.has(sc.frame.beside_value) and (s.bare(f.end, h.start) or s.bare(h.end, f.head)) for h in s.hits)


def _headed(sc: Scene, item: Item) -> bool:
    """Whether a word for the value itself stands in the sentence, not that of a body alone."""
    return sc.s.named(sc.s.start, item.right, {i for i in sc.frame.heads if not i.startswith("body.")})


def read_duties(article: Article) -> Iterator[Candidate]:
    """Duties told in words: the law, what it asks for, what that is about, here or in the sentences just before."""
    for frame in frames_of("duty", article.own):
        for s in article.sentences:
            mistaken = s.has(frame.mistaken) and s.has(frame.speaks)
            if mistaken or (s.has(frame.beside) and s.has(frame.asks) and _of_law(article, frame, s)):
                told = [h for h in s.hits if h.has(frame.beside | frame.asks | frame.speaks)]
                claim = Claim(
                    id="",
                    kind="rule",
                    start=told[0].start,
                    end=told[-1].end,
                    readings=(Reading(frame.register, frame.measure, {}),),
                    stated=Stated(None, None),
                    basis={"law": "own"},
                    says=frozenset({"mistaken"} if mistaken else ()),
                )
                yield Candidate(claim, (), s.at, rank=4)


def _of_law(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a sentence says what the duty is about, or names the law beside one that does."""
    return s.has(frame.speaks) or (s.has(frame.law) and any(x.has(frame.speaks) for x in article.near(s, CARRY)))
