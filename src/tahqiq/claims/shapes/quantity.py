"""Plain quantities of a table: "the population of A was 68 million in 2023", "B won 412 seats", "-8.2 degrees in C"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tahqiq.catalog.frames import NONE, Frame, frames_of
from tahqiq.catalog.registers import Measure, Register, load_registers
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.guards import aspect_of
from tahqiq.claims.fill.money import rate_of
from tahqiq.claims.fill.quantified import a_head, is_share, of_measure, reckoned
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Filled, Scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import When
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated
from tahqiq.claims.shapes.rows import (
    OWN,
    doubts,
    named_scene,
    speaks_of,
    state,
    sure,
    told_rows,
    year_of,
    years_in,
)
from tahqiq.claims.shapes.sizes import converted, value_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, numbered, qualifier
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, ClaimKind, Filters, Reading


def read_quantities(article: Article, language: str) -> Iterator[Candidate]:
    """Every figure of a table that a frame recognises, each once."""
    found: dict[object, list[tuple[Scene, Candidate]]] = {}
    for frame in frames_of("quantity"):
        for s in article.sentences:
            if s.at in article.figures and speaks_of(article, frame, s):
                sc = named_scene(article, frame, s, list(_listed(frame, s, article.figures[s.at])))
                for made in _sentence(sc, language):
                    found.setdefault((frame.register, s.at, made.uses), []).append((sc, made))
    for told in found.values():
        yield from _settled(told)


def _settled(told: Sequence[tuple[Scene, Candidate]]) -> list[Candidate]:
    """The claims of one figure: where words ask for one of several measures of a table ("the toll"), of that alone;
    else one claim that may be meant of each.
    """
    asked = [(sc, c) for sc, c in told if sc.frame.beside and sc.s.has(sc.frame.beside)] or list(told)
    first = asked[0][0].frame
    own, others = [c for sc, c in asked if sc.frame is first], [c for sc, c in asked if sc.frame is not first]
    readings = tuple(r for c in others for r in c.claim.readings)
    return [replace(c, claim=replace(c.claim, readings=(*c.claim.readings, *readings))) for c in own]


def _listed(frame: Frame, s: Sentence, figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures that may be of the measure, or a share of it; the two ends of a change as two."""
    for f in figures:
        if not fits(frame, s, f):
            continue
        if f.low is not None and from_there(frame, s, f) and s.has(frame.rises | frame.falls):
            yield f.low
            yield replace(f, low=None)
        else:
            yield f


def fits(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether a figure may be one of the measure by its type and currency."""
    if any(h.has(frame.below_zero) and h.start <= f.start and f.end <= h.end for h in s.hits) or numbered(s, f):
        return False
    if is_share(f):
        return frame.unit == "percent" or reckoned(frame, "share") is not None
    if frame.currency:
        bare = f.type == "number" and (f.value >= BARE or f.value != int(f.value))
        return bare or (f.type == "money" and f.currency in (frame.currency, None))
    counted = load_registers()[frame.register].measures[frame.measure].aggregate == COUNT
    return f.type == "number" or (f.type == "ordinal" and counted and f.value > 1)


COUNT = "count"
OF_YEARS = ("total", "average")
BARE = 1000
"""A sum told without its currency is no smaller than this, or has decimals."""


def _sentence(sc: Scene, language: str) -> Iterator[Candidate]:
    taken: list[dict[str, Filled]] = []
    for item in sc.items:
        roles = {n: r for n in sc.frame.roles if (r := role_of(sc, item, sc.frame.roles[n], taken)) is not None}
        taken.append(roles)
        for one in _each(sc, item, roles) if of_measure(sc, item) else ():
            made = _claim(sc, item, one, language, {n: r.codes for n, r in roles.items()})
            if made is not None:
                yield made


def _each(sc: Scene, item: Item, roles: dict[str, Filled]) -> list[dict[str, Filled]]:
    """The roles; those of each one by itself, where the figure is told for each of several."""
    several = next((n for n, r in roles.items() if len(r.codes) > 1), None)
    if several is None or not sc.s.named(item.left, item.right, ("dist.each", "ref.both")):
        return [roles]
    return [{**roles, several: replace(roles[several], codes=(code,))} for code in roles[several].codes]


@dataclass(frozen=True, slots=True)
class Meant:
    """The measure that a figure is of, the times it is told for as filters, and as a time; whether the table has rows
    of such times.
    """

    measure: Measure
    times: Filters
    moment: When
    known: bool = True


def _meant(sc: Scene, item: Item) -> Meant | None:
    """What a figure is of: a row, a share, a figure a head; over years their sum or average, or one end of a change."""
    frame, register = sc.frame, load_registers()[sc.frame.register]
    base = register.measures[frame.measure]
    moment = time_of(sc.article, sc.s, sc.items, item)
    if moment.period and base.aggregate != COUNT:
        moment = state(frame, moment)
        if moment.period:
            return _of_years(sc, item, register, moment)
    share = reckoned(frame, "share") if is_share(item.figure) and frame.unit != "percent" else None
    year, known = year_of(frame, moment)
    measure = share or a_head(sc, item) or base
    return Meant(measure, year, moment, known or not moment.told or measure.aggregate == COUNT)


def _of_years(sc: Scene, item: Item, register: Register, moment: When) -> Meant | None:
    """A figure told over years; None where no row nor any sum of rows tells it."""
    frame, s = sc.frame, sc.s
    years = years_in(sc, moment)
    if not years or is_share(item.figure) != (frame.unit == "percent"):
        return None
    if s.named(item.near_left, item.figure.head, frame.rises | frame.falls):
        at = 0 if from_there(frame, s, item.figure) else -1 if _reached(s, item.figure) else None
        base = register.measures[frame.measure]
        when = When(years[at], basis=moment.basis) if at is not None else None
        return Meant(base, {str(frame.year): (years[at],)}, when) if when and at is not None else None
    mean = s.named(item.near_left, item.near_right, frame.means) or rate_of(s, item) == "year"
    summed = frame.flow or s.named(item.near_left, item.near_right, frame.levels | {"sum.total"})
    measure = reckoned(frame, "average") if mean else reckoned(frame, "total") if summed else None
    closed = replace(moment, period=f"{years[0]}/{years[-1]}")
    return Meant(measure, {str(frame.year): years}, closed) if measure else None


def from_there(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether a figure is where a change began: "from 80 million"."""
    before = s.before(f.head)
    return before is not None and before.has(("lead.from",)) and not before.has(frame.by) and s.bare(before.end, f.head)


def _claim(sc: Scene, item: Item, roles: Mapping[str, Filled], language: str, named: Filters) -> Candidate | None:
    """The claim of a figure of one row. `named`: all whom the text names for it ("A and B each")."""
    frame, s, f = sc.frame, sc.s, item.figure
    rows, basis = told_rows(sc, roles, language)
    meant = _meant(sc, item)
    if rows is None or meant is None:
        return None
    own_words = frame.means | frame.levels if meant.measure.derive in OF_YEARS else NONE
    told = basis_of(roles, meant.moment) | basis | doubts(sc, item, {**rows, **named}, own_words)
    told |= {} if meant.known else {"time": "assumed"}
    share = meant.measure.derive == "share"
    rate = rate_of(s, item) if meant.measure.derive not in ("ratio", *OF_YEARS) else None
    things = [h.start for h in s.between(item.near_left, f.head) if h.has(frame.things)]
    led = _reached(s, f) or from_there(frame, s, f)
    claim = Claim(
        id="",
        kind=_kind(meant.measure, f),
        start=f.head,
        end=f.end,
        readings=(Reading(frame.register, meant.measure.id, {**rows, **meant.times}),),
        stated=stated(
            value_of(frame, s, f, share=share),
            "fraction" if share else (f.currency or frame.unit),
            qualifier(s, f.head, f.end),
            meant.moment,
            rate if rate != "year" else None,
        ),
        filters_mode="any",
        basis=told,
        aspect=aspect_of(s, item, ("aspect.change", "aspect.cut") if led else ()),
        unread=unread(s, item, min([f.head, *things[-1:]]), f.end),
        says=frozenset({"measured"}),
    )
    claim = converted(frame, s, f, claim)
    uses = ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end))
    return Candidate(claim, uses, s.at, rank=OWN if sure(claim) else 4)


def _kind(measure: Measure, f: Figure) -> ClaimKind:
    if measure.derive == "share":
        return "share"
    if measure.aggregate == COUNT:
        return "ordinal" if f.type == "ordinal" else "count"
    return "amount"


def _reached(s: Sentence, f: Figure) -> bool:
    """Whether a figure is where a change led to: "fell to 4.7 billion"."""
    before = s.before(f.head)
    return before is not None and before.has(("lead.to", "state.stood")) and s.bare(before.end, f.head)
