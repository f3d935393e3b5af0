"""Single dated acts: "on 8 December 2023 it vetoed ...", "today", "the draft was put to the vote on ...; it
was blocked"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import NEWS, PHRASE, VERB
from tahqiq.claims.fill.acting import about_of, member_of, names_of
from tahqiq.claims.fill.ballots import ballots_of
from tahqiq.claims.fill.days import Day, days_of, line_above
from tahqiq.claims.fill.drafts import drafts_of
from tahqiq.claims.fill.guards import denied, is_foreign, speaks
from tahqiq.claims.fill.scene import Filled, Scene, scene
from tahqiq.claims.fill.themed import themes_of
from tahqiq.claims.pairs import best_pairs
from tahqiq.claims.shapes.candidates import Candidate, filters_of, mode, readings_of
from tahqiq.claims.shapes.ordered import of_them, order_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Says, Stated

FAR = 24
"""Words between a date and an act that still go together; a mark between them weighs as much as MARK words."""
MARK = 4
LEAD = 3
"""How many sentences above a list may tell what it is of."""
SAYS_OF: Mapping[str, Says] = {"ref.first_of_them": "first", "ref.last_of_them": "last"}


def read_acts(article: Article, counts: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every dated act that a frame recognises. `counts`: the figures read as counts, which are no single acts."""
    counted: dict[int, list[Candidate]] = {}
    for c in counts:
        counted.setdefault(c.sentence, []).append(c)
    for frame in frames_of("act", article.own):
        found: list[Candidate] = []
        for s in article.sentences:
            here, near = counted.get(s.at, []), [*counted.get(s.at - 1, []), *counted.get(s.at, [])]
            if _listed(article, frame, s) or is_foreign(frame, s) or not (speaks(frame, s) or near):
                continue
            sc = scene(article, frame, s)
            made = list(_sentence(sc, here))
            found += [*made, *_of_counted(sc, near, made)]
        members: set[object] = {c.claim.readings[0].filters.get("member") for c in found}
        acted = {c.sentence for c in found}
        for s in article.sentences:
            over = [x for x in article.sentences[s.at + 1 : s.at + 2] if x.kind in ROWS]  # a heading is no news
            told = s.at in acted or s.at in counted or s.kind in ROWS or over
            if speaks(frame, s) and not is_foreign(frame, s) and not told:
                found += _news(scene(article, frame, s), members)
        yield from found


def _listed(article: Article, frame: Frame, s: Sentence) -> bool:
    """Whether a sentence is a line of a list of such acts, which is read as a list, or tells of none itself."""
    if s.kind not in ROWS:
        return False
    above = article.head(s)
    lead = article.sentences[max(0, above.at - LEAD) : above.at + 1] if above is not None else ()
    return not speaks(frame, s) or any(speaks(frame, x) for x in lead)


def _sentence(sc: Scene, counts: Sequence[Candidate]) -> Iterator[Candidate]:
    s = sc.s
    acts = [h for h in s.hits if h.has(sc.frame.acts) and _single(sc, h)]
    days = days_of(sc.article, s)
    used = {u for c in counts if c.claim.stated.date or c.claim.stated.period for u in c.uses}
    pairs = _paired(s, acts, days)
    for day in days:
        act = pairs.get(day)
        if act is None or (used and _of_count(s, act, day, counts)):
            continue
        lumped = sum(other is act for other in pairs.values()) > 1
        yield from _act(sc, act, day, days, lumped=lumped)


def _of_counted(sc: Scene, counts: Sequence[Candidate], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The first or the last of the acts just counted, by its day: "48 times, the last on 20 November 2024"."""
    s, used = sc.s, {u for c in found for u in c.uses}
    for hit in s.hits if s.has(SAYS_OF) else ():
        says = next((SAYS_OF[i] for i in SAYS_OF if i in hit.ids), None)
        if says is None:
            continue
        day = next((d for d in days_of(sc.article, s) if d.start >= hit.end and len(d.iso) == 10), None)
        before = [c for c in counts if c.claim.start < hit.start and c.claim.kind == "count"]
        if day is None or s.words(hit.end, day.start) > VERB or (day.start, day.end) in used:
            continue
        if not before:
            yield from _named_act(sc, hit, day)
            continue
        counted = before[-1].claim
        told = counted.readings[0].filters
        beside = [c.claim.readings[0].filters for c in before if c.sentence == before[-1].sentence]
        acting, _ = names_of(sc.frame)
        alike = all(f.get(acting) == told.get(acting) for f in beside) and not _others_named(sc, acting, told, hit)
        sure = alike and (all(f == told for f in beside) or before[-1].whole is not None)  # the part was told last
        roles = {n: Filled(codes, counted.basis.get(n, "shared") if sure else "carried") for n, codes in told.items()}
        basis: dict[str, Basis] = {n: "shared" if r.basis == "own" else r.basis for n, r in roles.items()}
        basis["time"] = "own" if day.sure else "carried"
        yield dated_act(sc, day, roles, basis, (hit.start, day.end), frozenset({says}))


def _others_named(sc: Scene, acting: str, told: Mapping[str, tuple[str, ...]], hit: Hit) -> bool:
    """Whether the sentence names others before it points at one of the acts counted ("The US follows, the last on
    Thursday").
    """
    named = {c for f in sc.inside(acting, sc.s.start, hit.start) for c in f.codes}
    return bool(named - set(told.get(acting, ())))


def _named_act(sc: Scene, hit: Hit, day: Day) -> Iterator[Candidate]:
    """One of the acts the text speaks of, where its sentence says who did it: "the first one was cast on 16 February
    1946 by the Soviet Union".
    """
    acting, _ = names_of(sc.frame)
    named = [f for f in sc.inside(acting, hit.start, sc.s.end) if f.led]
    if named and any(speaks(sc.frame, x) for x in (sc.s, *sc.article.near(sc.s, 1))):
        basis: dict[str, Basis] = {acting: "own", "time": "own" if day.sure else "carried"}
        roles = {acting: Filled(named[0].codes, "own")}
        yield dated_act(sc, day, roles, basis, (hit.start, max(day.end, named[0].end)), frozenset())


def _single(sc: Scene, hit: Hit) -> bool:
    """Whether the word tells a single act: not counted, denied or threatened."""
    s = sc.s
    counted = any(
        m.type == "number"
        and (m.value or 0) > 1
        and m.end <= hit.start
        and s.words(m.end, hit.start) <= 1
        and not s.broken(m.end, hit.start)
        and not of_them(s, m)
        for m in s.mentions
    )
    if counted or denied(s, hit.start, hit.end):
        return False
    left, right = s.clause(hit.start, hit.end)
    return not any(h.has(sc.frame.unless) and not h.has(sc.frame.acts) for h in s.between(left, right))


def _of_count(s: Sentence, act: Hit, day: Day, counts: Sequence[Candidate]) -> bool:
    """Whether the date bounds a count in the clause of the act."""
    left, right = s.clause(act.start, act.end)
    return any(left <= c.claim.start < right and c.claim.kind == "count" for c in counts) and len(day.iso) < 10


def _paired(s: Sentence, acts: Sequence[Hit], days: Sequence[Day]) -> Mapping[Day, Hit]:
    """Each date with the act beside it, so that most find one; a date that goes on an enumeration shares its act."""
    tokens: list[Hit | Day] = sorted([*acts, *days], key=lambda t: t.start)
    found: dict[Day, Hit] = {}
    weights = [_weight(s, a, b) for a, b in itertools.pairwise(tokens)]
    for a, b in best_pairs(tokens, weights):
        day, act = (a, b) if isinstance(a, Day) else (b, a)
        if isinstance(day, Day) and isinstance(act, Hit):
            found[day] = act
    for first, after in itertools.pairwise(days):
        if first in found and after not in found and s.words(first.end, after.start) <= VERB:
            found[after] = found[first]
    for after, first in zip(reversed(days[:-1]), reversed(days[1:]), strict=False):
        if first in found and after not in found and s.words(after.end, first.start) <= PHRASE:
            found[after] = found[first]
    return found


def _weight(s: Sentence, a: Hit | Day, b: Hit | Day) -> float:
    if isinstance(a, Day) == isinstance(b, Day):
        return 0.0
    return max(0.0, 100.0 - _far(s, a.end, b.start))


def _far(s: Sentence, start: int, end: int) -> int:
    return s.words(start, end) + MARK * len(s.marks(start, end))


def _act(sc: Scene, act: Hit, day: Day, days: Sequence[Day], *, lumped: bool) -> Iterator[Candidate]:
    """An act on its day. `lumped`: the word tells acts of several days, which those named need not all have done."""
    s, frame = sc.s, sc.frame
    acting, matter = names_of(frame)
    low = max([d.end for d in days if d.end <= min(day.start, act.start)], default=s.start)
    high = min([d.start for d in days if d.start >= max(day.end, act.end)], default=s.end)
    member = member_of(sc, acting, act, low, high)
    if member is None:
        return
    roles = {acting: member}
    about = about_of(sc, matter, act, low, high, _own_part(sc, matter, act, day, days)) if matter else None
    if about is not None:
        roles[matter] = about
    far = _far(s, min(day.end, act.end), max(day.start, act.start))
    basis: dict[str, Basis] = {name: filled.basis for name, filled in roles.items()}
    basis |= {acting: "carried"} if lumped and len(member.codes) > 1 else {}
    basis["time"] = "own" if day.sure and far <= FAR and not _elsewhere(s, day, act) else "carried"
    if not s.has(frame.beside) and not frame.ours & sc.article.told:
        basis["body"] = "topic"
    span = (min(act.start, day.start), max(act.end, day.end))
    says = order_of(sc, act, day, member.start, about)
    yield _themed(sc, act, (low, high), dated_act(sc, day, roles, basis, span, says))


def _own_part(sc: Scene, matter: str, act: Hit, day: Day, days: Sequence[Day]) -> tuple[int, int] | None:
    """Where what the act of a further day is about is told: before that day, where it is before the first ("on Syria on
    2 May and on Mali on 3 May"), else behind it.
    """
    before = [d for d in days if act.end <= d.start and d.end <= day.start]
    if not before:
        return None
    leads = any(f.led for f in sc.inside(matter, act.end, before[0].start))
    return (before[-1].end, day.start) if leads else (day.end, sc.s.end)


def dated_act(
    sc: Scene,
    day: Day,
    roles: Mapping[str, Filled],
    basis: Mapping[str, Basis],
    span: tuple[int, int],
    says: frozenset[Says],
) -> Candidate:
    """The candidate of a single act; of one not done since a day, by none of those named."""
    filters = filters_of(roles)
    date, period = (None, day.iso) if "/" in day.iso else (day.iso, None)
    acting, _ = names_of(sc.frame)
    claim = Claim(
        id="",
        kind="event",
        start=span[0],
        end=span[1],
        readings=readings_of(sc.frame, filters),
        stated=Stated(None, sc.frame.unit, date=date, period=period),
        filters_mode="any" if "none_since" in says else mode(filters.get(acting, ())),
        others=day.others,
        basis=basis,
        says=says,
    )
    return Candidate(claim, ((day.start, day.end),), sc.s.at, rank=1)


def _elsewhere(s: Sentence, day: Day, act: Hit) -> bool:
    """Whether the date may belong to another clause: a word such as "after" or "said" stands between."""
    start, end = min(day.end, act.end), max(day.start, act.start)
    before = s.clause(day.start, day.end)[0] if day.start < act.start else start
    return s.named(before, end, ("say.elsewhere", "say.report", "join.contrast"))


def _news(sc: Scene, members: set[object]) -> Iterator[Candidate]:
    """An act told without a day: on that of the line above; else as news of the days just before publication, if no act
    of the member is dated.
    """
    s, published = sc.s, sc.article.published
    acting, matter = names_of(sc.frame)
    line = line_above(sc.article, s)
    if not (published or line) or s.asks() or days_of(sc.article, s) or any(m.type == "period" for m in s.mentions):
        return
    for act in s.hits:
        if not act.has(sc.frame.acts) or act.has(("neutral", "aspect.plan")) or not _single(sc, act):
            continue
        member = member_of(sc, acting, act, s.start, s.end)
        if member is None or member.basis != "own" or (line is None and member.codes in members):
            return
        about = about_of(sc, matter, act, s.start, s.end) if matter else None
        roles = {acting: member} | ({matter: about} if about else {})
        basis: dict[str, Basis] = {n: r.basis for n, r in roles.items()}
        basis["time"] = "topic" if line is None else "shared" if line[1] else "carried"
        day = Day(line[0] if line else _lately(published), act.start, act.end)
        told = dated_act(sc, day, roles, basis, (act.start, act.end), frozenset())
        yield _themed(sc, act, (s.start, s.end), told)
        return


def _lately(published: date | None) -> str:
    """The days just before a text was published; none where that is not known."""
    return f"{published - timedelta(days=NEWS)}/{published}" if published else ""


def _themed(sc: Scene, act: Hit, around: tuple[int, int], told: Candidate) -> Candidate:
    """The act with what its sentence tells it to have dealt with, by what symbol, and how others voted."""
    dated = told.claim.basis["time"] != "carried"  # "on 2 May, before it blocked the truce, it vetoed ..."
    themes, sure = themes_of(sc, act, *around) if dated else ((), False)
    acting, _ = names_of(sc.frame)
    ballots = ballots_of(sc, act, *around, told.claim.readings[0].filters[acting]) if dated else ()
    basis: dict[str, Basis] = dict(told.claim.basis) | {d: "own" for d in sc.frame.themes if sure}
    symbols = drafts_of(sc, act, *around) if dated else ()
    return replace(told, claim=replace(told.claim, themes=themes, ballots=ballots, symbols=symbols, basis=basis))
