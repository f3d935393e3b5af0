"""Whether a name belongs to the clause of a figure, to the one before it, or to the sum that this one is added to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tahqiq.catalog.frames import Role
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.fill.scene import Filled, Scene
from tahqiq.claims.text.items import Item


def as_told(sc: Scene, item: Item, role: Role, own: Filler) -> Filled | None:
    """A name of the item's own stretch; of what the acts of the clause before were about only carried on, and not to a
    total.
    """
    if not role.matter or sc.frame.currency or not _clause_anew(sc, own, item):
        return Filled(own.codes, "own", own.start, own.end)
    total = sc.s.named(own.end, item.figure.head, ("sum.total", "time.ever"))
    return None if total else Filled(own.codes, "carried", own.start, own.end)


def _clause_anew(sc: Scene, filler: Filler, item: Item) -> bool:
    """Whether "and" opens a clause with its own act between a name and a figure: "first applied it on X, and has cast
    a total of 18".
    """
    s = sc.s
    joins = [h for h in s.between(filler.end, item.figure.head) if h.has(("join.and",))]
    acts = [h for h in s.between(joins[-1].end, item.figure.head) if h.has(sc.frame.acts)] if joins else []
    before = any(h.has(sc.frame.acts) for h in s.between(s.start, filler.start))
    return before and bool(acts) and s.words(joins[-1].end, acts[0].start) <= PHRASE


def added(sc: Scene, item: Item, name: str, taken: Sequence[Mapping[str, Filled]]) -> Filled | None:
    """Who fills a role of a sum that is only added to the one before and names nobody ("1.5 billion in military aid,
    plus 790 million of the other").
    """
    first = next(iter(sc.s.between(item.left, item.figure.head)), None)
    plus = bool(item.at) and bool(sc.frame.currency) and first is not None and first.has(("sum.plus",))
    if not plus or name not in taken[-1] or sc.inside(name, item.left, item.right):
        return None
    before = taken[-1][name]
    return replace(before, basis="shared" if before.basis == "own" else before.basis)


def with_whole(sc: Scene, item: Item, role: Role, own: Filler, taken: Sequence[Mapping[str, Filled]]) -> Filled | None:
    """Those who did a part together: who did the whole, and who is named behind "with" ("21, ten of them with X")."""
    before = sc.s.before(own.start)
    led = before is not None and before.has(("join.with",)) and sc.s.bare(before.end, own.start)
    whole = taken[item.whole].get(role.dimension) if role.among and led and item.whole is not None else None
    return Filled((*whole.codes, *own.codes), whole.basis, own.start, own.end) if whole and whole.codes else None
