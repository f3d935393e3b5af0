"""Places in an order of a table's figures: "the second-largest population", "its highest level since 2008"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.registers import load_registers
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.cues import cue_before
from tahqiq.claims.fill.guards import aspect_of
from tahqiq.claims.fill.quantified import reckoned
from tahqiq.claims.fill.roles import role_of
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.shapes.candidates import Candidate, basis_of
from tahqiq.claims.shapes.quantity import fits
from tahqiq.claims.shapes.rows import OWN, doubts, named_scene, speaks_of, sure, told_rows, year_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import Figure
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Filters, Mention, Reading, Stated

ORDER = {"rank.most": "most", "rank.least": "least"}
WORLD = ("rank.place", "rank.world", "whole.all_recipients")
"""Words right behind an ordinal that make it a place in an order of all."""
NOUNLESS = ("lead.", "time.", "join.", "part.", "period.", "neutral", "tail.")
"""Kinds of words that may follow a superlative that stands for itself ("was the highest in 2020")."""
YEAR = len("2020")


@dataclass(frozen=True, slots=True)
class Place:
    """A superlative of a measure. `number`: the place it tells. `of_years`: among the years of one place."""

    hit: Hit
    order: str
    number: int
    start: int
    end: int
    of_years: bool


def read_places(article: Article, language: str) -> Iterator[Candidate]:
    """Every place in an order of a table's figures that a frame recognises."""
    for frame in frames_of("quantity", article.own):
        for s in article.sentences if reckoned(frame, "rank") else ():
            if speaks_of(article, frame, s):
                for place in _places(article, frame, s):
                    made = _claim(article, frame, s, place, language)
                    if made is not None:
                        yield made


def _places(article: Article, frame: Frame, s: Sentence) -> Iterator[Place]:
    """Every place that a superlative or an ordinal tells in a sentence."""
    if s.has(ORDER) and not _tells_figure(article, frame, s):
        yield from (place for hit in s.hits if (place := _place(frame, s, hit)))
    for m in s.mentions:
        if m.type == "ordinal" and m.value is not None and _numbers(s, m):
            yield Place(Hit(m.start, m.end, ()), "most", int(m.value), m.start, m.end, False)


def _numbers(s: Sentence, m: Mention) -> bool:
    """Whether an ordinal tells a place by itself: "ranked sixth", "in ninth place", "third worldwide"."""
    before, after = s.before(m.start), s.after(m.end)
    inside = any(h.start <= m.start and m.end <= h.end and h.has(("rank.place",)) for h in s.hits)
    placed = before is not None and before.has(("rank.place",)) and s.words(before.end, m.start) <= 1
    behind = after is not None and s.bare(m.end, after.start)
    return (
        inside
        or (placed and not (behind and after is not None and after.has(ORDER)))
        or (behind and after is not None and after.has(WORLD))
    )


def _tells_figure(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a superlative is one of a figure that is told beside it: "the lowest temperature was minus 51"."""
    found = [h for h in s.hits if h.has(ORDER)]
    return any(
        f.type != "ordinal" and fits(frame, s, f) and not s.broken(min(h.end, f.end), max(h.start, f.head))
        for f in article.figures.get(s.at, ())
        for h in found
        if not (f.start <= h.start and h.end <= f.end)
    )


def _place(frame: Frame, s: Sentence, hit: Hit) -> Place | None:
    """What a superlative says, where it is one of the frame's measure and not shared by several."""
    order = next((o for i, o in ORDER.items() if hit.has((i,))), None)
    before = s.before(hit.start)
    one = any(h.has(frame.some) and s.words(h.start, h.end) > 1 for h in s.between(s.start, hit.start))
    if order is None or one or (before is not None and before.has(frame.some) and s.bare(before.end, hit.start)):
        return None  # "one of the teams with the most"
    ordinal = next((m for m in s.mentions if m.type == "ordinal" and _right_before(s, m.end, hit.start)), None)
    number = int(ordinal.value or 1) if ordinal else 1
    start = ordinal.start if ordinal else hit.start
    thing = _thing_behind(frame, s, hit)
    if thing is not None:
        return Place(hit, order, number, start, thing.end, _its(s, start) and s.has(("time.since", "time.ever")))
    things = [h for h in s.between(s.start, start) if h.has(frame.things)]
    named = [h for h in things if not s.broken(h.end, start)]
    after = s.after(hit.end)
    apart = bool(things) and s.has(("time.since",)) and (_its(s, start) or s.grammar.adjective_after)
    if (named or apart) and after is not None and after.has(frame.levels) and s.bare(hit.end, after.start):
        return Place(hit, order, number, start, after.end, True)
    if named and _stands(s, hit, after):
        return Place(hit, order, number, start, hit.end, s.has(("time.since",)))
    return None


def _stands(s: Sentence, hit: Hit, after: Hit | None) -> bool:
    """Whether no noun that is not known stands behind a superlative."""
    led = after is not None and not s.words(hit.end, after.start) and after.of_kind(NOUNLESS)
    timed = (m for m in s.mentions if m.type in ("date", "period") and m.start >= hit.end)
    dated = any(s.words(hit.end, m.start) <= 1 for m in timed)
    return after is None or led or dated or not s.words(hit.end, s.clause(hit.start, hit.end)[1])


def _right_before(s: Sentence, end: int, start: int) -> bool:
    return end <= start and not s.words(end, start) and not s.broken(end, start)


def _its(s: Sentence, start: int) -> bool:
    before = s.before(start)
    return before is not None and before.has(("ref.its",)) and s.bare(before.end, start)


def _thing_behind(frame: Frame, s: Sentence, hit: Hit) -> Hit | None:
    """The measure right behind a superlative, past nouns that stand for a figure ("number of")."""
    own, passed = frame.things | frame.counts | frame.holders, False
    for after in (h for h in s.hits if h.start >= hit.end):
        if not s.follows(hit.end, after.start) or s.broken(hit.end, after.start):
            return None
        if after.has(own):
            return after
        counted = after.has(frame.levels)
        if not (counted or after.has(frame.speaks) or (passed and after.has(("lead.of", "lead.from", "part.out_of")))):
            return None
        hit, passed = after, passed or counted
    return None


def _claim(article: Article, frame: Frame, s: Sentence, place: Place, language: str) -> Candidate | None:
    figure = Figure(place.start, place.hit.end, "ordinal", place.number)
    sc = named_scene(article, frame, s, [figure])
    item = sc.items[0]
    roles = {n: r for n in frame.roles if (r := role_of(sc, item, frame.roles[n], [])) is not None}
    rows, basis = told_rows(sc, roles, language)
    if rows is None:
        return None
    found = _of_years(sc, place, rows) if place.of_years else _of_places(sc, place, item, rows)
    if found is None:
        return None
    readings, stated, time = found
    named = [r.start for r in roles.values() if r.start is not None and r.start < place.start]
    unknown = unread(s, item, min([place.start, *named]), place.end)
    several = {f.codes for f in sc.named if f.role in roles and f.end <= place.start}
    if unknown and len(several) > 1:
        return None  # "A displaces B and becomes the third": who is not told
    claim = Claim(
        id="",
        kind="rank",
        start=place.start,
        end=place.end,
        readings=readings,
        stated=stated,
        filters_mode="any",
        basis=basis_of(roles, time_of(article, s, sc.items, item)) | basis | time | _doubts(sc, item, rows),
        aspect=aspect_of(s, item, ("aspect.change", "aspect.cut")),
        unread=unknown,
        says=frozenset({"measured"}),
    )
    return Candidate(claim, ((place.hit.start, place.hit.end),), s.at, rank=OWN - 1 if sure(claim) else OWN + 4)


def _doubts(sc: Scene, item: Item, rows: Filters) -> dict[str, Basis]:
    """What may narrow the order: a part of the world, or what narrows a figure."""
    region: dict[str, Basis] = {"place": "topic"} if sc.s.has(("noun.region",)) else {}
    narrowed = [h for h in sc.s.between(item.near_left, item.near_right) if h.has(sc.frame.unless) and not h.has(ORDER)]
    return doubts(sc, item, rows, sc.frame.levels) | region | ({"measure": "topic"} if narrowed else {})


Found = tuple[tuple[Reading, ...], Stated, dict[str, Basis]]


def _of_places(sc: Scene, place: Place, item: Item, rows: Filters) -> Found | None:
    """The place among all that have a row of the year; where nothing is ranked but the word itself ("was the highest in
    2013"), also among the years.
    """
    frame = sc.frame
    ranked = reckoned(frame, "rank", place.order)
    moment = time_of(sc.article, sc.s, sc.items, item)
    year, known = year_of(frame, moment)
    timed = moment.period or (moment.date and frame.year and not known)
    if ranked is None or timed or str(ranked.over) not in frame.roles:
        return None
    readings = [Reading(frame.register, ranked.id, {**rows, **year})]
    years = reckoned(frame, "rank", place.order, frame.year)
    if place.hit.ids and place.end == place.hit.end and years is not None and year:
        readings.append(Reading(frame.register, years.id, {**rows, **year}))
    return tuple(readings), Stated(place.number, "rank", date=moment.date), {}


def _of_years(sc: Scene, place: Place, rows: Filters) -> Found | None:
    """The place of a year among those since another one, or all; of the last year of the table where none is told."""
    frame, s = sc.frame, sc.s
    ranked = reckoned(frame, "rank", place.order, frame.year)
    if ranked is None or frame.year is None:
        return None
    told = [m for m in s.mentions if m.type == "date" and m.date and len(m.date) == YEAR]
    since = next((m.date for m in told if m.start >= place.hit.end and cue_before(s, m) == "time.since"), None)
    own = [m.date for m in told if m.date != since]
    register, published = load_registers()[frame.register], sc.article.published
    newest = min(register.end.year, published.year) if published else register.end.year
    year = own[0] if len(own) == 1 else str(newest) if not own else None
    if year is None or (since and since >= year):
        return None
    period = f"{int(since) + 1}/{year}" if since else None
    time: dict[str, Basis] = {"time": "own" if own else "topic"}
    reading = Reading(frame.register, ranked.id, {**rows, frame.year: (year,)})
    return (reading,), Stated(place.number, "rank", date=None if period else year, period=period), time
