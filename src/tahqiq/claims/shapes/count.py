"""Counts and ordinals: "83 times, 46 of them for ...", "the 49th time", "Britain 32, France 18"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tahqiq.catalog.concepts import load_concepts
from tahqiq.catalog.frames import Role, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.catalog.places import group_of
from tahqiq.claims.distances import CARRY, PHRASE, ROW
from tahqiq.claims.fill.account import unread
from tahqiq.claims.fill.carried import named_of_a_part
from tahqiq.claims.fill.guards import EVERY, aspect_of, is_foreign, speaks
from tahqiq.claims.fill.leaders import acts_for, in_office, only_speaks
from tahqiq.claims.fill.places import Filler, only_city
from tahqiq.claims.fill.roles import out_of, role_of
from tahqiq.claims.fill.scene import Filled, Scene, one_subject, scene, topic_of
from tahqiq.claims.fill.times import time_of
from tahqiq.claims.fill.when import When, before_year
from tahqiq.claims.shapes.candidates import Candidate, basis_of, filters_of, mode, readings_of, stated, whole_number
from tahqiq.claims.shapes.counted import Count, besides, bound_of, count_of, just_told, unplaced
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.figures import TRANSPARENT, Figure
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Reading

SKIP = (
    "aspect.plan",
    "aspect.promise",
    "aspect.agreed",
    "aspect.request",
    "aspect.cut",
    "aspect.change",
    "aspect.attempt",
)
"""Aspects of money only: words that say them of a count are those of what was voted on."""
BOUNDS = ("time.since", "time.until", "time.before", "time.after")


def read_counts(article: Article) -> Iterator[Candidate]:
    """Every count and ordinal that a frame recognises."""
    for frame in frames_of("count", article.own):
        last = -CARRY - 1
        for s in article.sentences:
            own = speaks(frame, s)
            under = any(speaks(frame, head) for head in article.heads(s))
            near = s.at - last <= CARRY
            if own and not is_foreign(frame, s):
                last = s.at
            if s.at not in article.figures or is_foreign(frame, s) or (s.kind == "heading" and s.asks()):
                continue
            if own or under or near:
                yield from _sentence(scene(article, frame, s), own=own, row=under or s.end - s.start <= ROW)


def _sentence(sc: Scene, *, own: bool, row: bool) -> Iterator[Candidate]:
    taken: list[dict[str, Filled]] = []
    times: list[When] = []
    counts: list[Count | None] = []
    for item in sc.items:
        count = count_of(sc, item, counts, own=own, row=row)
        roles = _roles(sc, item, taken) if count else {}
        moment = _moment(sc, item, count, times, roles) if count else When()
        taken.append(roles)
        times.append(moment)
        counts.append(count)
        if count is not None and _allowed(sc, count, roles, own=own):
            yield from _claims(sc, count, roles, moment)


def _roles(sc: Scene, item: Item, taken: list[dict[str, Filled]]) -> dict[str, Filled]:
    found: dict[str, Filled] = {}
    for name, role in sc.frame.roles.items():
        filled = role_of(sc, item, role, taken)
        if filled is None and not role.carried and not item.parted and not named_of_a_part(sc, role):
            filled = _goes_with(sc, role, found)
        if filled is not None:
            codes = filled.codes if role.among or not filled.codes else one_subject(filled.codes)
            own = [f for f in sc.named if role.matter and filled.basis == "own" and f.start == filled.start]
            city = any(only_city(sc.s, f) for f in own)
            found[name] = replace(filled, codes=codes, basis="carried" if city else filled.basis)
    if item.whole is not None and filters_of(found) == filters_of(taken[item.whole]):
        found |= {n: Filled((), "assumed") for n, r in sc.frame.roles.items() if r.matter and n not in found}
    return found


def _goes_with(sc: Scene, role: Role, found: Mapping[str, Filled]) -> Filled | None:
    """What the acts are about, from the sentence that also names who acts, where this one names neither."""
    acting = next((f for n, f in found.items() if sc.frame.roles[n].among), None)
    if acting is None or sc.s.kind in ROWS or sc.s.has(("sum.total", "time.ever")):
        return None
    if any(h.start == acting.start and acts_for(h) for h in sc.s.hits):
        return _of_series(sc, role)
    apart = acting.basis == "own" or acting.start is not None
    for earlier in () if apart else reversed(sc.article.near(sc.s, CARRY)):
        x = scene(sc.article, sc.frame, earlier)
        named = [f for f in x.named if f.role == role.dimension and f.led]
        if any(sc.frame.roles[f.role].among for f in x.named if f.role in sc.frame.roles):
            return Filled(named[0].codes, acting.basis) if named else None
    return None


def _of_series(sc: Scene, role: Role) -> Filled | None:
    """What the acts of a series are about, told with the first of those in whose time they fell: "Under Reagan 18
    shielded Israel. Bush added four, Clinton six." Where that sentence tells all of them and a part, all are meant.
    """
    for earlier in reversed(sc.article.near(sc.s, CARRY)):
        told = scene(sc.article, sc.frame, earlier)
        if any(item.whole is not None for item in told.items):
            return None
        named = told.inside(role.dimension, earlier.start, earlier.end)
        named = [f for f in named if not _of_one_act(earlier, f)]
        if earlier.block == sc.s.block and named and any(acts_for(h) for h in earlier.hits):
            return Filled(named[0].codes, "shared")
    return None


def _of_one_act(s: Sentence, about: Filler) -> bool:
    """Whether a matter is that of one act on its day, and of no number of them."""
    left, right = s.clause(about.start, about.end)
    return any(
        m.type == "date" and len(m.date or "") == len("2024-03-15") and left <= m.start < right for m in s.mentions
    )


def _moment(sc: Scene, item: Item, count: Count, times: list[When], roles: Mapping[str, Filled]) -> When:
    """The time of a count: a day it stood on, a period it counts over."""
    moment = time_of(sc.article, sc.s, sc.items, item)
    moment = before_year(sc.s, item.near_left, item.near_right, item.figure.head) or moment
    if not moment.told or moment.basis != "own":
        moment = _in_office(sc, item, roles) or replace(moment, open=moment.open or _by_leader(sc, item))
    if moment.basis != "own" and sc.s.named(item.near_left, item.near_right, ("sum.total",)):
        moment = When()  # "in 2024 three; in all it has used it 89 times"
    if not moment.told and sc.s.named(item.left, item.right, ("time.since_war",)):
        moment = _since_war(sc, roles) or moment
    whole = times[item.whole] if item.whole is not None else When()
    if not moment.told:
        moment = replace(whole, basis=whole.basis if whole.basis != "own" else "shared", open=moment.open or whole.open)
    if moment.date is not None and not count.ordinal:
        standing = sc.s.named(item.left, item.figure.head, ("state.stood",))
        day = len(moment.date) == 10
        moment = moment if standing or day else replace(moment, date=None, period=moment.date)
        moment = moment if standing or not day else replace(moment, date=None)
    late = sc.article.published and moment.period and moment.period[:10] > sc.article.published.isoformat()
    return When() if late else moment


def _since_war(sc: Scene, roles: Mapping[str, Filled]) -> When | None:
    """The time since "the war" began, of the last one that is known of the place the acts were about."""
    places = {c for n, f in roles.items() if sc.frame.roles[n].matter for c in group_of(f.codes[0] if f.codes else "")}
    wars = {p for c in load_concepts().values() if places & set(c.about) for p in c.periods}
    published = sc.article.published
    begun = [p for p in wars if published is not None and p[:10] <= published.isoformat()]
    return When(None, begun[0]) if len(begun) == 1 else None


def _in_office(sc: Scene, item: Item, roles: Mapping[str, Filled]) -> When | None:
    """The time in office of the one who is told to have acted ("Obama cast one"), by the name alone or beside that of
    the state ("American vetoes on the war: Nixon cast two, Ford four").
    """
    at = {f.start for f in roles.values() if f.basis == "own"}
    acting = [h for h in sc.s.hits if h.start in at and acts_for(h)] or _leader(sc, item, roles)
    told = (in_office(sc.s, h, sc.article.published) for h in acting)
    return next((When(None, period) for period in told if period), None)


def _leader(sc: Scene, item: Item, roles: Mapping[str, Filled]) -> list[Hit]:
    """The one named right before a figure, of those who act for the state it is counted for."""
    s, codes = sc.s, {c for n, f in roles.items() if sc.frame.roles[n].among for c in f.codes}
    named = [h for h in s.between(item.left, item.figure.head) if acts_for(h) and set(acts_for(h)) <= codes]
    beside = named[-1:] if named and not only_speaks(s, named[-1]) else []
    return [h for h in beside if _tells_count(sc, h, item.figure) and not _bounds(s, h)]


def _tells_count(sc: Scene, hit: Hit, f: Figure) -> bool:
    """Whether only the verb of an act, words that change nothing, or a particle part a name from a figure."""
    passed = (*sc.frame.acts, *TRANSPARENT, "sum.plus")
    inside = sc.s.between(hit.end, f.head)
    known = sum(sc.s.words(h.start, h.end) for h in inside) >= sc.s.words(hit.end, f.head)
    return (known and all(h.has(passed) for h in inside)) or sc.s.follows(hit.end, f.head)


def _bounds(s: Sentence, hit: Hit) -> bool:
    """Whether a name only says until or since when ("since Obama")."""
    before = s.before(hit.start)
    return before is not None and before.has(BOUNDS) and s.words(before.end, hit.start) < PHRASE


def _by_leader(sc: Scene, item: Item) -> bool:
    """Whether someone who acts for a state is named in the clause: what is counted may be only what they did."""
    before = sc.s.between(item.near_left, item.figure.head)
    return any(acts_for(h) and not only_speaks(sc.s, h) for h in before)


def _allowed(sc: Scene, count: Count, roles: dict[str, Filled], *, own: bool) -> bool:
    """Whether nothing in the clause makes the figure something else, and the body's acts are meant."""
    if any(h.has(sc.frame.unless) for h in _beside(sc.s, count) if not h.has(sc.frame.counts)):
        return False
    member = any(r.among and n in roles for n, r in sc.frame.roles.items())
    return member or (
        own and (sc.s.has(EVERY) or any(x.has(sc.frame.ours) for x in (sc.s, *sc.article.near(sc.s, 2, 1))))
    )


def _beside(s: Sentence, count: Count) -> list[Hit]:
    """The words of the clause of a count; behind it, those that no comma parts from it."""
    words = s.between(count.item.near_left, count.item.near_right)
    return [h for h in words if h.start < count.end or not s.broken(count.end, h.start)]


def _claims(sc: Scene, count: Count, roles: dict[str, Filled], moment: When) -> Iterator[Candidate]:
    f = count.item.figure
    end = max([count.end, *(r.end for r in roles.values() if r.end and r.basis == "own" and r.end <= count.item.right)])
    value = whole_number(f.value) if f.low is None else (whole_number(f.low.value), whole_number(f.value))
    filters = filters_of(roles)
    acting = next((n for n, r in sc.frame.roles.items() if r.among), "")
    for each in _each(sc, count, filters, acting):
        claim = Claim(
            id="",
            kind="ordinal" if count.ordinal else "count",
            start=count.start,
            end=end,
            readings=_readings(sc, each, moment, count, roles),
            stated=stated(value, sc.frame.unit, bound_of(sc.s, count), moment),
            filters_mode=mode(each.get(acting, ())),
            basis=_basis(sc, roles, moment, acting, count),
            aspect=aspect_of(sc.s, count.item, SKIP),
            unread=unread(sc.s, count.item, count.start, end),
            says=frozenset({"narrower"}) if _of_part(sc, roles) or besides(sc, count) else frozenset(),
        )
        whole = sc.items[count.item.whole].figure if count.item.whole is not None else None
        uses = ((f.start, f.end),) if f.low is None else ((f.low.start, f.low.end), (f.start, f.end))
        yield Candidate(claim, uses, sc.s.at, whole=(whole.start, whole.end) if whole else None)


def _of_part(sc: Scene, roles: Mapping[str, Filled]) -> bool:
    """Whether what the acts are about is told by the name of a part, or of a question, for the states it concerns."""
    starts = {roles[n].start for n, r in sc.frame.roles.items() if r.matter and n in roles}
    named = [h for h in sc.s.hits if h.codes("subject") and h.start in starts]
    return any(not h.codes("place", "seat", "adj") for h in named)


def _basis(sc: Scene, roles: Mapping[str, Filled], moment: When, acting: str, count: Count) -> dict[str, Basis]:
    """How each role and the time are known; whose acts are counted is open where nobody is named and not all
    are meant.
    """
    found = basis_of(roles, moment)
    every = sc.frame.ours | EVERY
    if acting and acting not in roles and (sc.s.has(("ref.its",)) or not sc.s.has(every)):
        found[acting] = "assumed"
    if acting in roles and _is_whole(sc, count.item, roles[acting]):
        found[acting] = "assumed"
    for name, role in sc.frame.roles.items():
        if role.matter and name not in roles and unplaced(sc, count.item, role):
            found[name] = "assumed"
    return found


def _is_whole(sc: Scene, item: Item, acting: Filled) -> bool:
    """Whether the figure is the whole that another is a part of, so that others may have acted too ("34 of 36")."""
    return out_of(sc.s, item) and not item.parted and not (acting.start is not None and acting.start >= item.figure.end)


def _of_matter(sc: Scene, count: Count, about: Filled) -> bool:
    """Whether the words right behind an ordinal tell what is numbered ("the 80th veto in favour of Israel")."""
    if about.basis != "own" or about.start is None or about.start < count.item.figure.end:
        return False
    apart = ("thing.draft", "lead.against", "state.stood", "neutral")
    inside = sc.s.between(count.item.figure.end, about.start)
    return not sc.s.broken(count.item.figure.end, about.start) and not any(h.has(apart) for h in inside)


def _readings(
    sc: Scene, filters: dict[str, tuple[str, ...]], moment: When, count: Count, roles: Mapping[str, Filled]
) -> tuple[Reading, ...]:
    frame = sc.frame
    found = readings_of(frame, filters)
    about = next((n for n, r in frame.roles.items() if r.matter), None)
    if about and about not in filters and not count.item.parted:
        told = (moment.about, topic_of(sc.article, frame, sc.s), just_told(sc, about) if count.ordinal else ())
        found += tuple(r for codes in told if codes for r in readings_of(frame, {**filters, about: codes}))
    if about in filters and count.ordinal and not _of_matter(sc, count, roles[about]):
        # "the 86th veto, against ..." may number the acts about all
        found += readings_of(frame, {k: v for k, v in filters.items() if k != about})
    return found


def _each(
    sc: Scene, count: Count, filters: dict[str, tuple[str, ...]], acting: str
) -> list[dict[str, tuple[str, ...]]]:
    """One set of filters for each of several members where the figure holds for "each"."""
    after = sc.s.after(count.end)
    codes = filters.get(acting, ())
    if after is None or not after.has(("dist.each",)) or sc.s.words(count.end, after.start) or len(codes) < 2:
        return [filters]
    return [{**filters, acting: (code,)} for code in codes]
