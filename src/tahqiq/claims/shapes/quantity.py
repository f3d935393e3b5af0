"""Plain quantities of a table: "the population of A was 68 million in 2023", "B won 412 seats", "-8.2 degrees in C"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tahqiq.catalog.concepts import spoken
from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.headers import named_in, phrases
from tahqiq.catalog.lexicon import Hit
from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Measure, load_registers
from tahqiq.catalog.schema import ALL
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of
from tahqiq.claims.fill.money import rate_of
from tahqiq.claims.fill.named import all_fillers
from tahqiq.claims.fill.quantified import BRACKETS, goes_on, is_share, of_measure
from tahqiq.claims.fill.roles import Filled, Scene, role_of
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import When
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated, whole_number
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, numbered, qualifier
from tahqiq.claims.text.items import Item, items_of
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, ClaimKind, Filters, Reading

OWN = -1
"""The rank of a figure of a user's own table whose words leave nothing open: it stands before all others."""
BEFORE = 2
"""Sentences before in which what the table is about may be named."""
MINUS = "-\u2212\u2013"


def read_quantities(article: Article, language: str) -> Iterator[Candidate]:
    """Every figure of a table that a frame recognises."""
    for frame in frames_of("quantity"):
        for s in article.sentences:
            if s.at in article.figures and _speaks(article, frame, s):
                sc = _scene(article, frame, s)
                yield from _sentence(sc, language)


def _speaks(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a sentence names the measure or its unit, and itself or one near it what the table is about."""
    if not s.has(frame.things | frame.counts | frame.speaks):
        return False
    around = (s, *article.near(s, BEFORE), *article.heads(s), *article.sentences[:1])
    return any(x.has(frame.speaks) for x in around)


def _scene(article: Article, frame: Frame, s: Sentence) -> Scene:
    """The sentence cut at the figures that may be of the measure, or a share of it."""
    listed = [f for f in article.figures.get(s.at, ()) if _fits(frame, s, f)]
    return Scene(article, frame, s, items_of(s, listed), all_fillers(s, frame))


def _fits(frame: Frame, s: Sentence, f: Figure) -> bool:
    if any(h.has(frame.below_zero) and h.start <= f.start and f.end <= h.end for h in s.hits) or numbered(s, f):
        return False
    if is_share(f):
        return frame.unit == "percent" or _derived(frame, "share") is not None
    if frame.currency:
        bare = f.type == "number" and (f.value >= BARE or f.value != int(f.value))
        return bare or (f.type == "money" and f.currency in (frame.currency, None))
    counted = load_registers()[frame.register].measures[frame.measure].aggregate == COUNT
    return f.type == "number" or (f.type == "ordinal" and counted and f.value > 1)


COUNT = "count"
BARE = 1000
"""A sum told without its currency is no smaller than this, or has decimals."""


def _sentence(sc: Scene, language: str) -> Iterator[Candidate]:
    taken: list[dict[str, Filled]] = []
    for item in sc.items:
        roles = {n: r for n in sc.frame.roles if (r := role_of(sc, item, sc.frame.roles[n], taken)) is not None}
        taken.append(roles)
        for one in _each(sc, item, roles) if of_measure(sc, item) else ():
            made = _claim(sc, item, one, language)
            if made is not None:
                yield made


def _each(sc: Scene, item: Item, roles: dict[str, Filled]) -> list[dict[str, Filled]]:
    """The roles; those of each one by itself, where the figure is told for each of several."""
    several = next((n for n, r in roles.items() if len(r.codes) > 1), None)
    if several is None or not sc.s.named(item.left, item.right, ("dist.each", "ref.both")):
        return [roles]
    return [{**roles, several: replace(roles[several], codes=(code,))} for code in roles[several].codes]


def _claim(sc: Scene, item: Item, roles: dict[str, Filled], language: str) -> Candidate | None:
    frame, s, f = sc.frame, sc.s, item.figure
    share = _derived(frame, "share") if is_share(f) and frame.unit != "percent" else None
    register = load_registers()[frame.register]
    measure = share or register.measures[frame.measure]
    filled, basis = _filled(sc, item, roles, language)
    if filled is None:
        return None
    moment = time_of(sc.article, s, sc.items, item)
    if moment.period and measure.aggregate != COUNT:
        moment = _state(frame, moment)
        if moment.period:
            return None  # a sum or a change over years is not what a row tells
    year, known = _year(frame, register.dimensions, moment)
    filters = {**filled, **year}
    told = basis_of(roles, moment) | basis
    if moment.told and not known and measure.aggregate != COUNT:
        told["time"] = "assumed"
    told |= _doubts(sc, item, filled)
    value = _value(frame, s, f, share=share is not None)
    kind: ClaimKind = "share" if share else "amount"
    if measure.aggregate == COUNT:
        kind = "ordinal" if f.type == "ordinal" else "count"
    unit = "fraction" if share else (f.currency or frame.unit)
    rate = rate_of(s, item)
    named = [h.start for h in s.between(item.near_left, f.head) if h.has(frame.things)]
    claim = Claim(
        id="",
        kind=kind,
        start=f.head,
        end=f.end,
        readings=(Reading(frame.register, measure.id, filters),),
        stated=stated(value, unit, qualifier(s, f.head, f.end), moment, rate if rate != "year" else None),
        filters_mode="any",
        basis=told,
        aspect=aspect_of(s, item, ("aspect.change", "aspect.cut") if _reached(s, f) else ()),
        unread=unread(s, item, min([f.head, *named[-1:]]), f.end),
        says=frozenset({"measured"}),
    )
    uses = ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end))
    sure = not claim.unread and all(b in ("own", "shared") for b in told.values())
    return Candidate(claim, uses, s.at, rank=OWN if sure else 4)


def _reached(s: Sentence, f: Figure) -> bool:
    """Whether a figure is where a change led to: "fell to 4.7 billion"."""
    before = s.before(f.head)
    return before is not None and before.has(("lead.to", "state.stood")) and s.bare(before.end, f.head)


def _doubts(sc: Scene, item: Item, filled: Filters) -> dict[str, Basis]:
    """What keeps a figure from being held against the text: another place in its clause may narrow it, the measure is
    named elsewhere, a word of its head is missing ("mean").
    """
    s, frame = sc.s, sc.frame
    found: dict[str, Basis] = {}
    told = {code for codes in filled.values() for code in codes} | {c for w in frame.within for c in group_of(w)}
    own = {(f.start, f.end) for f in sc.named if told & set(f.codes)}
    near = [h for h in s.between(item.near_left, item.near_right) if (h.start, h.end) not in own]
    if any(codes and not told & set(codes) for h in near for codes in [h.codes("place", "seat", "adj", "subject")]):
        found["place"] = "topic"
    measured = any(_unbroken(s, h, item.figure) for h in s.hits if h.has(frame.things | frame.speaks))
    other = any(_of_another(frame, h) for h in near)
    bare = bool(frame.currency) and item.figure.type == "number"
    if other or bare or not (measured or goes_on(sc, item)) or (frame.beside and not s.has(frame.beside)):
        found["measure"] = "topic"
    return found


def _of_another(frame: Frame, hit: Hit) -> bool:
    """Whether a word names another measure: "the life expectancy of the population"."""
    own = frame.things | frame.counts | frame.speaks | frame.beside
    return any(i.startswith("thing.") for i in hit.ids) and not hit.has(own)


def _unbroken(s: Sentence, hit: Hit, f: Figure) -> bool:
    """Whether no mark parts a word from a figure."""
    return not s.broken(min(hit.end, f.end), max(hit.start, f.head))


def _has_words(frame: Frame, dimension: str, language: str) -> bool:
    """Whether a language has words for the values of a dimension."""
    return not spoken(language).isdisjoint(frame.classed[dimension])


def _filled(
    sc: Scene, item: Item, roles: dict[str, Filled], language: str
) -> tuple[dict[str, tuple[str, ...]] | None, dict[str, Basis]]:
    """The filters of an item. One that the text does not name is the sum of all, where the table has such rows; the
    words may then mean less. None where no row can be meant.
    """
    found: dict[str, tuple[str, ...]] = {}
    basis: dict[str, Basis] = {}
    for name in sc.frame.roles:
        if name in roles and len(roles[name].codes) == 1:
            found[name] = roles[name].codes
        elif name in roles or name not in sc.frame.summed:
            return None, {}
        else:
            found[name] = (ALL,)
            if name not in sc.frame.classed or not _has_words(sc.frame, name, language):
                basis[name] = "topic"  # it may be named in words that are not known
    return (found, basis) if any(v != (ALL,) for v in found.values()) or not found else (None, {})


def _state(frame: Frame, moment: When) -> When:
    """A state told as of a day, or a year, is the figure of that time."""
    first, _, last = (moment.period or "").partition("/")
    row = frame.year is None or len(last) == TIMES[frame.year]
    return replace(moment, date=last, period=None) if first == ".." and row else moment


def _year(frame: Frame, dimensions: object, moment: When) -> tuple[dict[str, tuple[str, ...]], bool]:
    """The year or day that a figure is told for, as a filter, and whether the table has rows of such times."""
    if frame.year is None or not moment.date:
        return {}, False
    size = TIMES[frame.year]
    known = len(moment.date) >= size
    return ({frame.year: (moment.date[:size],)}, len(moment.date) == size) if known else ({}, False)


TIMES = {"year": 4, "month": 7, "date": 10}
"""How long the ISO strings are of the times by which tables have rows."""


def _value(frame: Frame, s: Sentence, f: Figure, *, share: bool) -> object:
    if f.low is not None:
        return (_signed(frame, s, f.low, share=share), _signed(frame, s, f, share=share))
    return _signed(frame, s, f, share=share)


def _signed(frame: Frame, s: Sentence, f: Figure, *, share: bool) -> float:
    """The value in the unit of the table, below zero where a sign stands at its digits or words say so."""
    value = f.value * 100 if f.type == "percentage" and not share else f.value * _size(s, f)
    mark = s.text[f.start : f.start + 1]
    sign = (mark in MINUS and s.text[f.start + 1 : f.start + 2].isdigit()) or (mark.isalpha() and _minus(s, f))
    behind = [h for h in s.between(f.end, s.end) if h.has(frame.below_zero) and s.words(f.end, h.start) <= 2]
    return whole_number(round(-value if sign or behind else value, 12))


def _size(s: Sentence, f: Figure) -> int:
    """The size of one unit of a figure, where a bracket right behind tells it: "2.16 (millions of)"."""
    found = BRACKETS.match(s.text, f.end + (s.text[f.end : f.end + 1] == " "))
    return int(named_in(found.group(), phrases("magnitudes")) or 1) if found else 1


def _minus(s: Sentence, f: Figure) -> bool:
    """Whether the figure as the language stage read it begins with a word for minus."""
    return any(m.start == f.start and m.value is not None and m.value < 0 for m in s.mentions)


def _derived(frame: Frame, derive: str) -> Measure | None:
    """The share or rank that the register reckons from the frame's measure."""
    measures = load_registers()[frame.register].measures.values()
    return next((m for m in measures if m.derive == derive and m.of == frame.measure), None)
