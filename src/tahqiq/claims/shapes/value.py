"""What a law demands: days and amounts beside its words; and duties told in words alone."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.catalog.frames import frames_of
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.guards import is_foreign
from tahqiq.claims.fill.roles import Scene, role_of, scene
from tahqiq.claims.fill.times import When
from tahqiq.claims.shapes.candidates import Candidate, basis_of, filters_of, stated
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import qualifier, unit_of
from tahqiq.claims.text.items import Item
from tahqiq.model import Basis, Claim, Reading, Stated


def read_values(article: Article) -> Iterator[Candidate]:
    """Every value of a rule that a frame recognises."""
    for frame in frames_of("value"):
        for s in article.sentences:
            if s.has(frame.speaks) and s.has(frame.beside) and not is_foreign(frame, s):
                sc = scene(article, frame, s)
                for item in sc.items:
                    if item.figure.type == frame.value:
                        yield from _value(sc, item)


def _value(sc: Scene, item: Item) -> Iterator[Candidate]:
    frame, s, f = sc.frame, sc.s, item.figure
    end = f.end
    if frame.counts:
        unit = unit_of(s, f, frame.counts)
        if unit is None or unit.start < f.end:
            return
        end = unit.end
    elif not any(h.has(frame.beside_value) and (s.bare(f.end, h.start) or s.bare(h.end, f.head)) for h in s.hits):
        return
    law: Basis = "own" if s.has(frame.law) else "topic"
    filled = {name: role_of(sc, item, role, [{} for _ in sc.items]) for name, role in frame.roles.items()}
    taken = {name: found for name, found in filled.items() if found is not None}
    claim = Claim(
        id="",
        kind="rule",
        start=f.head,
        end=end,
        readings=(Reading(frame.register, frame.measure, filters_of(taken)),),
        stated=stated(f.value, frame.unit, qualifier(s, f.head, f.end), When()),
        basis={"law": law, **basis_of(taken, When())},
    )
    yield Candidate(claim, ((f.start, f.end),), s.at, rank=1)


def read_duties(article: Article) -> Iterator[Candidate]:
    """Duties told in words: the law, what it asks for, what that is about, here or in the sentences just before."""
    for frame in frames_of("duty"):
        for s in article.sentences:
            words = (*frame.beside, *frame.asks, *frame.speaks)
            told = [h for h in s.hits if h.has(words)]
            near = s.has(frame.law) and any(x.has(frame.speaks) for x in article.near(s, CARRY))
            named = s.has(frame.speaks) or near
            mistaken = s.has(frame.mistaken) and s.has(frame.speaks)
            if told and (mistaken or (named and s.has(frame.beside) and s.has(frame.asks))):
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
