"""Plain quantities of a table: "the population of A was 68 million in 2023", "B won 412 seats", "-8.2 degrees in C"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tahqiq.catalog.frames import NONE, Frame, frames_of
from tahqiq.catalog.registers import Measure, Register, load_registers
from tahqiq.catalog.schema import ALL
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.ends import from_there, moves, of_length, reached, than_year, time_told, year_besides
from tahqiq.claims.fill.guards import aspect_of
from tahqiq.claims.fill.money import rate_of
from tahqiq.claims.fill.opposed import opposed
from tahqiq.claims.fill.quantified import a_head, dated, grown, is_share, led_in, of_measure, reckoned, sizes_change
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Filled, Scene
from tahqiq.claims.fill.times import pointing
from tahqiq.claims.fill.when import TIMES, When
from tahqiq.claims.shapes.candidates import Candidate, basis_of, stated
from tahqiq.claims.shapes.rows import (
    doubts,
    named_scene,
    of_region,
    once_given,
    rank_of,
    speaks_of,
    state,
    told_rows,
    year_of,
    years_in,
)
from tahqiq.claims.shapes.sizes import converted, rounded, sized, value_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure, numbered, qualifier
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, ClaimKind, Filters, Reading


def read_quantities(article: Article, language: str) -> Iterator[Candidate]:
    """Every figure of a table that a frame recognises, each once."""
    found: dict[object, list[tuple[Scene, Candidate]]] = {}
    for frame in frames_of("quantity", article.own):
        for s in article.sentences:
            if s.at in article.figures and speaks_of(article, frame, s):
                figures = sized(s, article.figures[s.at], article.heads(s))
                sc = _own_group(named_scene(article, frame, s, list(_listed(frame, s, figures))))
                for made in _sentence(sc, language):
                    found.setdefault((frame.register, s.at, made.uses), []).append((sc, made))
    for told in found.values():
        yield from _settled(told)


def _own_group(sc: Scene) -> Scene:
    """The sentence with the figures of the measure alone, where others too are told for each of the same row: "A and B
    with a respective growth of 3 and 2 and a rank of 8 and 9".
    """
    row = next((len(f.codes) for f in sc.named if len(f.codes) > 1), len(sc.items))
    if not sc.s.has(("dist.respectively",)) or len(sc.items) <= row or len(sc.items) % row:
        return sc
    groups = [[i.figure for i in sc.items[at : at + row]] for at in range(0, len(sc.items), row)]
    starts = [sc.s.start, *(g[-1].end for g in groups)]
    own = [g for at, g in zip(starts, groups, strict=False) if sc.s.named(at, g[0].head, sc.frame.things)]
    return named_scene(sc.article, sc.frame, sc.s, own[0]) if len(own) == 1 else sc


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
    for f in (one for told in figures for one in grown(frame, s, told)):
        if not fits(frame, s, f) or of_length(frame, s, f):
            continue
        if f.low is not None and from_there(frame, s, f) and s.has(moves(frame)):
            yield f.low
            yield replace(f, low=None)
        else:
            yield f


def fits(frame: Frame, s: Sentence, f: Figure) -> bool:
    """Whether a figure may be one of the measure by its type and currency."""
    degrees = any(h.has(frame.below_zero) and h.start <= f.start and f.end <= h.end for h in s.hits)
    note = s.text[f.start - 1 : f.start] == "[" and s.text[f.end : f.end + 1] == "]"  # "6 million [1]"
    if degrees or note or numbered(s, f):
        return False
    if is_share(f):
        return frame.unit == "percent" or reckoned(frame, "share") is not None
    if frame.currency:
        bare = f.type == "number" and (f.value >= BARE or f.value != int(f.value))
        return bare or (f.type == "money" and f.currency in (frame.currency, None))
    counted = load_registers()[frame.register].measures[frame.measure].aggregate == COUNT
    return f.type == "number" or (f.type == "ordinal" and counted and f.value > 1)


COUNT = "count"
TOGETHER = ("dist.together", "sum.total")
OF_YEARS = ("total", "average")
BARE = 1000
"""A sum told without its currency is no smaller than this, or has decimals."""


def _sentence(sc: Scene, language: str) -> Iterator[Candidate]:
    taken: list[dict[str, Filled]] = []
    for item in sc.items:
        roles = {n: r for n in sc.frame.roles if (r := role_of(sc, item, sc.frame.roles[n], taken)) is not None}
        roles = {**_behind_comma(sc, item), **roles, **opposed(sc, item)}
        taken.append(roles)
        part = item.whole is not None and not sc.article.own  # "5.2 million people, of whom 3.3 million are citizens"
        for one in _each(sc, item, roles) if of_measure(sc, item) and not (part or sizes_change(sc, item)) else ():
            made = _claim(sc, item, one, language, {n: r.codes for n, r in roles.items()})
            if made is not None:
                yield made


def _behind_comma(sc: Scene, item: Item) -> dict[str, Filled]:
    """Who opens the clause that a figure leads in: "With 31 goals, A was the first"."""
    clause = led_in(sc, item)
    found = ((n, sc.inside(n, *clause)) for n in sc.frame.roles) if clause is not None else ()
    return {n: Filled(f[0].codes, "own", f[0].start, f[0].end) for n, f in found if len(f) == 1}


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


def _together(sc: Scene, roles: Mapping[str, Filled]) -> Measure | None:
    """The sum that a figure told for several together is of."""
    several = next((n for n, r in roles.items() if len(r.codes) > 1), None)
    return reckoned(sc.frame, "total", over=several) if several else None


def _meant(sc: Scene, item: Item, together: Measure | None) -> Meant | None:
    """What a figure is of: a row, the sum of several, a share, a figure a head; over years their sum or average, or one
    end of a change.
    """
    frame, register = sc.frame, load_registers()[sc.frame.register]
    base = register.measures[frame.measure]
    moment = _moment(sc, item)
    if moment.period and base.aggregate != COUNT:
        moment = state(frame, moment)
        if moment.period and frame.year:
            return _of_years(sc, item, register, moment) if together is None else None
    if frame.flow and _over_years(sc, item):
        return None  # "in the five years to 2022"
    share = reckoned(frame, "share") if is_share(item.figure) and frame.unit != "percent" else None
    if from_there(frame, sc.s, item.figure) and moment.basis != "own":
        moment = replace(moment, basis="assumed")  # "cut from 364 million to 60 million in 2018"
    year, known = year_of(frame, moment)
    measure = together or share or a_head(sc, item) or base
    return Meant(measure, year, moment, known or not moment.told or measure.aggregate == COUNT)


def _moment(sc: Scene, item: Item) -> When:
    """The time of a figure: the year right behind it before what is told beyond a comma ("27 million in 2024, the
    highest since 2013"), and the year that words before it point at ("the previous year's 33 billion").
    """
    s, moment = sc.s, time_told(sc, item)
    told = [m for m in s.mentions if m.type in TIMES and item.figure.end <= m.start < item.right]
    first = told[0] if told and not s.broken(item.figure.end, told[0].start) else None
    if moment.period and len(told) > 1 and first is not None and first.date and s.broken(first.end, told[1].start):
        return When(first.date, basis="own")
    if moment.period and (own := year_besides(sc, item)) is not None:
        return When(own, basis="own")
    if item.at and moment.basis != "own" and than_year(sc, item):
        return replace(moment, basis="assumed")
    if moment.basis in ("shared", "carried") and item.at:
        back = pointing(sc.article, s, sc.items[item.at - 1].figure.end, item.figure.head)
        return back if back.told else moment
    return replace(moment, period=None) if moment.period and moment.date else moment


def _over_years(sc: Scene, item: Item) -> bool:
    """Whether a number of years stands beside a figure, for which it is told together."""
    s = sc.s
    for m in s.mentions:
        after = (
            s.after(m.end) if m.type == "number" and (m.value or 0) > 1 and item.left <= m.start < item.right else None
        )
        if after is not None and dated(s, after):
            continue
        if after is not None and after.has(("unit.time", "time.open")) and s.bare(m.end, after.start):
            return True
        if any(h.start <= m.start and m.end < h.end and h.has(("time.open",)) for h in s.hits):
            return True
    return False


def _of_years(sc: Scene, item: Item, register: Register, moment: When) -> Meant | None:
    """A figure told over years; None where no row nor any sum of rows tells it."""
    frame, s = sc.frame, sc.s
    years = years_in(sc, moment)
    if not years or is_share(item.figure) != (frame.unit == "percent"):
        return None
    began = from_there(frame, s, item.figure)
    if began or s.named(s.start, item.figure.head, moves(frame)):
        at = 0 if began else -1 if reached(s, item.figure) else None
        base = register.measures[frame.measure]
        when = When(years[at], basis=moment.basis) if at is not None else None
        return Meant(base, {str(frame.year): (years[at],)}, when) if when and at is not None else None
    mean = s.named(item.near_left, item.near_right, frame.means) or rate_of(s, item) == "year"
    summed = frame.flow or s.named(item.near_left, item.near_right, frame.levels | {"sum.total"})
    measure = reckoned(frame, "average") if mean else reckoned(frame, "total", over=frame.year) if summed else None
    closed = replace(moment, period=f"{years[0]}/{years[-1]}")
    return Meant(measure, {str(frame.year): years}, closed) if measure else None


def _claim(sc: Scene, item: Item, roles: Mapping[str, Filled], language: str, named: Filters) -> Candidate | None:
    """The claim of a figure of one row. `named`: all whom the text names for it ("A and B each")."""
    frame, s, f = sc.frame, sc.s, item.figure
    together = _together(sc, roles)
    rows, basis = told_rows(sc, roles, language, together.over if together else None)
    meant = _meant(sc, item, together)
    if rows is None or meant is None or (together and is_share(f)):
        return None
    if meant.measure.derive == "share" and rows.get(str(meant.measure.over)) == (ALL,):
        return None  # whose share it is is not told
    own_words = frame.means | frame.levels if meant.measure.derive in OF_YEARS else NONE
    told = basis_of(roles, meant.moment) | basis | doubts(sc, item, {**rows, **named}, own_words)
    told |= {} if meant.known else {"time": "assumed"}
    told |= {"time": "topic"} if once_given(frame, s) and not meant.moment.told else {}
    told |= {"place": "assumed"} if together and not s.named(item.left, item.right, TOGETHER) else {}
    told |= {"place": "topic"} if any(_one_of_several(sc, item, n, r) for n, r in roles.items()) else {}
    share = meant.measure.derive == "share"
    told |= {"place": "topic"} if share and of_region(s) else {}
    rate = rate_of(s, item) if meant.measure.derive not in ("ratio", *OF_YEARS) else None
    things = [h.start for h in s.between(item.near_left, f.head) if h.has(frame.things)]
    led = reached(s, f) or from_there(frame, s, f)
    aspect = aspect_of(s, item, ("aspect.change", "aspect.cut") if led else ())
    if aspect == "change" and reckoned(frame, "change") is None:
        return None  # by how much it rose, which the register does not reckon
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
        aspect=aspect,
        unread=unread(s, item, min([f.head, *things[-1:]]), f.end),
        says=frozenset({"measured"}),
    )
    claim = rounded(s, f, converted(frame, s, f, claim))
    uses = ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end))
    return Candidate(claim, uses, s.at, rank=rank_of(sc, claim))


def _one_of_several(sc: Scene, item: Item, name: str, filled: Filled) -> bool:
    """Whether a figure shares the name of a clause before its own that names several ("A overtakes B: 5 million")."""
    before = {f.codes for f in sc.inside(name, sc.s.start, item.near_left)} if filled.basis == "shared" else set()
    return len(before) > 1 and filled.codes in before


def _kind(measure: Measure, f: Figure) -> ClaimKind:
    if measure.derive == "share":
        return "share"
    if measure.aggregate == COUNT:
        return "ordinal" if f.type == "ordinal" else "count"
    return "amount"
