"""Which kind of case a value of a rule is for, and which values are told as those of before."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import CARRY
from tahqiq.claims.fill.money import MILLION
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import Item, items_of
from tahqiq.claims.text.scales import STEPS
from tahqiq.claims.text.sentences import COMMAS, Sentence

IN_ORDER = frozenset({"dist.respectively"})
FROM, TO = ("lead.from",), ("lead.to", "time.until")
LISTED = 2
"""Words that may stand between two names of a list."""
ONE_ROW = 1000
"""A number this large takes no size from the sum behind it."""


@dataclass(frozen=True, slots=True)
class Classed:
    """The kinds of case a value is for. `open`: the dimensions of which the sentence names several and does not say
    which of them is meant.
    """

    codes: Mapping[str, tuple[str, ...]]
    open: tuple[str, ...] = ()


def in_one_row(sc: Scene) -> Scene:
    """The scene with sums that share one size cut apart: "$14, $50 and $200 million respectively"."""
    s, told = sc.s, list(sc.article.figures.get(sc.s.at, ()))
    if sc.frame.value != "money" or not s.has(IN_ORDER):
        return sc
    for at in range(len(told) - 2, -1, -1):
        told[at] = _sized(s, told[at], told[at + 1])
    return replace(sc, cut=items_of(s, [f for f in told if f.type == "money" or f.value >= MILLION]))


def _sized(s: Sentence, f: Figure, after: Figure) -> Figure:
    """A small number right before a sum in the size and the currency of that sum; any other as it is."""
    bare = f.type in ("number", "money") and f.low is None and f.unit is None and 0 < f.value < ONE_ROW
    joined = s.words(f.end, after.head) <= 1 and all(s.text[i] in COMMAS for i in s.marks(f.end, after.head))
    if after.type != "money" or after.low is not None or not (bare and joined):
        return f
    printed = s.text[after.start : after.end].replace(",", "")
    own = next((step for step in STEPS if f"{after.value / step:g}" in printed), None)
    size = own or next((step for step in STEPS if after.value >= step), 1.0)
    return replace(f, type="money", value=f.value * size, currency=after.currency)


def classed(sc: Scene, item: Item) -> Classed:
    """What kinds of case the rule is for: named beside the figure, else in the sentence or just before. Several figures
    of one sentence share only the one kind that is named before them all, or take one each of as many, in order.
    """
    found: dict[str, tuple[str, ...]] = {}
    left_open: list[str] = []
    for dimension, named in sc.frame.classed.items():
        codes, sure = _codes(sc, item, named)
        if codes:
            found[dimension] = codes
        if not sure:
            left_open.append(dimension)
    return Classed(found, tuple(left_open))


Codes = tuple[tuple[str, ...], bool]
"""The codes that are meant, and whether it is sure that they are."""


def _codes(sc: Scene, item: Item, named: Mapping[str, str]) -> Codes:
    s, alike = sc.s, [i for i in sc.items if _like(sc, i.figure, item.figure)]
    if len(alike) > 1:
        ordered = s.has(IN_ORDER)
        row = [h for h in s.hits if h.has(named)] if ordered else _beside_row(sc, alike, named)
        if row:
            sure = (ordered or _listed(s, row)) and not (ordered and _others_in_order(sc, len(alike)))
            return _placed(_distinct(row, named), alike.index(item), len(alike), sure=sure)
    own = _own(sc, item, named)
    if own:
        return _distinct(own, named), True
    if len(alike) == 1:
        return next((c for x in _near(sc) if (c := _distinct(x.hits, named))), ()), True
    head = _distinct(s.between(s.start, alike[0].figure.head), named)
    shared = head or next((c for x in _near(sc)[1:] if (c := _distinct(x.hits, named))), ())
    return (shared, True) if len(shared) <= 1 else ((), False)


def _like(sc: Scene, f: Figure, other: Figure) -> bool:
    """Whether two figures are of one kind; a sum in a row may leave its currency out."""
    return f.type == other.type or (sc.frame.value == "money" and min(f.value, other.value) >= MILLION)


def _others_in_order(sc: Scene, figures: int) -> bool:
    """Whether "respectively" may be said of others: as many are named as there are figures ("for Egypt and Israel")."""
    return any(f.role in sc.frame.roles and len(f.codes) == figures for f in sc.named)


def _beside_row(sc: Scene, alike: Sequence[Item], named: Mapping[str, str]) -> Sequence[Hit]:
    """The words for several kinds that stand all before the figures of a row, or all behind them."""
    s, first, last = sc.s, alike[0].figure.head, alike[-1].figure.end
    hits = [h for h in s.hits if h.has(named)]
    apart = all(h.end <= first for h in hits) or all(h.start >= last for h in hits)
    return hits if apart and len(_distinct(hits, named)) > 1 else []


def _listed(s: Sentence, row: Sequence[Hit]) -> bool:
    """Whether words stand in one list: nothing but "and for" lies between them."""
    return all(s.words(a.end, b.start) <= LISTED for a, b in itertools.pairwise(row))


def _near(sc: Scene) -> list[Sentence]:
    return [sc.s, *reversed(sc.article.near(sc.s, CARRY))]


def _own(sc: Scene, item: Item, named: Mapping[str, str]) -> Sequence[Hit]:
    """The words for a kind of case in the stretch of a figure, or between it and the figure before ("articles or
    services worth 50").
    """
    last = sc.items[item.at - 1].figure.end if item.at else item.left
    own = [h for h in sc.s.between(item.left, item.right) if h.has(named)]
    return own or [h for h in sc.s.between(last, item.figure.head) if h.has(named)]


def _distinct(hits: Sequence[Hit], named: Mapping[str, str]) -> tuple[str, ...]:
    """The codes that words name, each once, in order."""
    return tuple(dict.fromkeys(code for h in hits for name, code in named.items() if h.has((name,))))


def _placed(told: tuple[str, ...], at: int, figures: int, *, sure: bool) -> Codes:
    """Of several kinds told in a row the one at the place of the figure; open where they are not as many."""
    if len(told) <= 1:
        return told, True
    return ((told[at],), True) if sure and len(told) == figures else ((), False)


def ends_span(sc: Scene, item: Item) -> bool:
    """Whether a value is the end of a span whose start is told of another: "from $14 million for Egypt to $25
    million for Israel". Whom the end is told of is then not sure.
    """
    if not item.at:
        return False
    s, first, f = sc.s, sc.items[item.at - 1].figure, item.figure
    begins, goes = s.before(first.head), s.before(f.head)
    spans = begins is not None and begins.has(FROM) and goes is not None and goes.has(TO)
    return spans and any(sc.inside(name, first.end, f.head) for name in sc.frame.roles)


def is_former(sc: Scene, item: Item, end: int) -> bool:
    """Whether a value is told as the one before: "from $25 million to $50 million", "where it used to be thirty",
    "15 days instead of 30". `end`: where the figure and its unit end.
    """
    s, f = sc.s, item.figure
    before, after = s.before(f.head), s.after(end)
    leaves = before is not None and before.has(FROM) and not s.words(before.end, f.head)
    arrives = after is not None and after.has(TO) and not s.words(end, after.start)
    if leaves and arrives and item is not sc.items[-1]:
        return True
    last = sc.items[item.at - 1].figure.end if item.at else s.start
    told = [h for h in s.between(last, item.right) if h.has(sc.frame.former)]
    return any(h.end <= f.head or (s.bare(end, h.start) and _closes(s, h)) for h in told)


def _closes(s: Sentence, hit: Hit) -> bool:
    """Whether a word ends its clause, so that it is told of what stands before it ("30 days formerly; now 15")."""
    marks = s.marks(hit.end, s.end)
    return not s.words(hit.end, marks[0] if marks else s.end)
