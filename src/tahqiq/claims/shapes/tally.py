"""Tallies of a vote: "13 in favour, Britain abstaining", "187-3", "two against and four abstentions"."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.distances import PHRASE
from tahqiq.claims.fill.days import days_of
from tahqiq.claims.fill.guards import is_foreign
from tahqiq.claims.fill.symbols import SYMBOL, numbered
from tahqiq.claims.shapes.candidates import Candidate
from tahqiq.claims.shapes.votes import PARTS, Part, in_run, parts_of
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Reading, Stated

LOOK_BACK = 2
"""The day of a vote may be told in so many sentences before, the body that votes in twice as many."""
FEW = 4
"""A figure below this that stands alone counts votes taken ("three votes"), not votes cast."""
SLIP = 3
"""A tally told wrongly may count so many votes more than the body has members, where its own act is told beside."""
LARGE = 100
"""Bodies of more members are known by the number of votes, where every member's is told."""
VOTING = ("vote.noun", "vote.in_favour", "vote.against", "vote.abstaining", "vote.by", "vote.backed", "vote.won")


@dataclass(frozen=True, slots=True)
class Told:
    """A tally and the sentences that tell it; `after`, `until`: where the tallies around it end and begin."""

    parts: list[Part]
    first: int
    last: int
    after: int = -1
    until: int = sys.maxsize


def read_tallies(article: Article) -> Iterator[Candidate]:
    """The tallies of all sentences; parts told in neighbouring sentences are one."""
    frames = frames_of("tally", article.own)
    last: tuple[int, Frame] | None = None
    for told in _gathered(article, frames) if frames else ():
        above = last[1] if last and told.first - last[0] <= LOOK_BACK else None
        frame = _body(article, frames, told) or above  # the rows of a long table are votes of one body
        if frame is not None and _of_record(article, frame, told):
            last = told.last, frame
            yield _candidate(article, frame, told)


def _gathered(article: Article, frames: tuple[Frame, ...]) -> list[Told]:
    found: list[Told] = []
    for s in article.sentences:
        below = bool(found) and s.at - found[-1].last <= LOOK_BACK
        for parts in _tallies(article, s, frames, below=below):
            last = found[-1] if found else None
            goes_on = (
                last is not None
                and s.at - last.last == 1
                and not {p.name for p in parts} & {p.name for p in last.parts}
            )
            if last is not None and goes_on:
                found[-1] = Told([*last.parts, *parts], last.first, s.at)
            elif _plausible(article, s, parts, frames) or s.kind in ROWS:
                found.append(Told(parts, s.at, s.at))
    found = [t for t in found if _plausible(article, article.sentences[t.first], t.parts, frames)]
    ends = [-1, *(t.parts[-1].end for t in found)]
    starts = [*(t.parts[0].start for t in found[1:]), sys.maxsize]
    return [replace(t, after=a, until=b) for t, a, b in zip(found, ends, starts, strict=False)]


def _tallies(article: Article, s: Sentence, frames: tuple[Frame, ...], *, below: bool) -> list[list[Part]]:
    """The tallies of a sentence; `below`: it stands right under a line that holds one."""
    voting = s.has(VOTING) and not s.has(("vote.required",))
    listed = article.figures.get(s.at, ())
    if voting:
        return parts_of(s, listed, _sizes(article, s, frames))
    around = article.near(s, LOOK_BACK, 1)
    heads = _heads(frames)
    if not (below or any(x.has(heads) for x in around)):
        dashed = s.has(frozenset().union(*(f.acts for f in frames)))  # a headline: "veto stops the draft, 9-1"
        return [p for p in parts_of(s, listed, _sizes(article, s, frames)) if dashed and in_run(s, p)]
    rows = s.kind in ROWS and any(h.has(heads - {"vote.in_favour"}) for h in article.heads(s))
    acting = rows or any(s.has(f.acts) for f in frames)  # "it failed 14-1"
    sizes = _sizes(article, s, frames)
    return [p for p in parts_of(s, listed, sizes) if len(p) >= (2 if acting else len(PARTS))]


@cache
def _heads(frames: tuple[Frame, ...]) -> frozenset[str]:
    """The concepts of which one must be named near the figures of a vote."""
    return frozenset().union(*(f.bodies for f in frames)) | {"vote.noun", "vote.in_favour"}


def _sizes(article: Article, s: Sentence, frames: Sequence[Frame]) -> set[int]:
    """The sizes of the bodies that may have voted: one that is told by its chambers only where it is named near."""
    near = (s, *article.near(s, LOOK_BACK))
    return {f.size for f in frames if not f.classed or any(x.has(f.bodies) for x in near)}


def _plausible(article: Article, s: Sentence, parts: list[Part], frames: Sequence[Frame]) -> bool:
    """A lone figure must be of votes in favour, with a voting body, a draft or an act of one beside it."""
    if len([p for p in parts if p.value]) >= 2:
        return True
    beside = frozenset().union(*(f.beside for f in frames))
    near = (s, *article.near(s, 1))
    most = bool(parts) and parts[0].name == PARTS[0] and parts[0].value >= FEW
    return most and any(x.has(beside) for x in near)


def _candidate(article: Article, frame: Frame, told: Told) -> Candidate:
    s = article.sentences[told.first]
    day, others, basis = _day(article, told)
    start, end = min(p.start for p in told.parts), max(p.end for p in told.parts)
    value = {name: next((p.value for p in told.parts if p.name == name), None) for name in PARTS}
    date, period = (None, day) if day and "/" in day else (day, None)
    last = article.sentences[told.last]
    called = numbered(s, frame, (told.after, told.until), told.parts[0].start)
    symbols = (*SYMBOL.findall(s.text, s.start, last.end), *called) or _before(article, s, told)
    if called and frame.serial and basis == "own":
        basis = "shared"  # its day is told of the resolution, and held against that apart
    claim = Claim(
        id="",
        kind="tally",
        start=start,
        end=_tail(last, end),
        readings=(Reading(frame.register, frame.measure, _filters(article, frame, told)),),
        stated=Stated(value, frame.unit, date=date, period=period),
        others=others,
        basis={"time": basis},
        symbols=symbols,
        says=frozenset({"failed"}) if _failed(article, frame, told) else frozenset(),
    )
    return Candidate(claim, tuple((p.start, p.end) for p in told.parts), s.at)


def _before(article: Article, s: Sentence, told: Told) -> tuple[str, ...]:
    """The one symbol of the sentence before, where the tally is that of the same draft: no tally stands between, and
    no other draft is told ("a second text").
    """
    before = [x for x in article.near(s, 1) if x.block == s.block and x.end > told.after]
    found = {symbol for x in before for symbol in SYMBOL.findall(x.text, max(x.start, told.after), x.end)}
    other = s.has(("sum.plus",)) or any(m.type == "ordinal" for m in s.mentions)
    return tuple(found) if len(found) == 1 and not other else ()


def _of_record(article: Article, frame: Frame, told: Told) -> bool:
    """Whether the vote may be one of the register: of one that has some subjects only, a word of them stands near."""
    s = article.sentences[told.first]
    subjects = any(name in frame.roles for name in _filters(article, frame, told))
    return not frame.things or subjects or any(x.has(frame.things) for x in (s, *article.near(s, 1)))


def _filters(article: Article, frame: Frame, told: Told) -> dict[str, tuple[str, ...]]:
    """Which votes are meant: of the chamber named nearest, and about the places named beside the figures."""
    s, at = article.sentences[told.first], told.parts[0].start
    found: dict[str, tuple[str, ...]] = {}
    for dimension, named in frame.classed.items():
        near = [h for x in (s, *reversed(article.near(s, LOOK_BACK))) for h in x.hits if h.has(named)]
        hit = min(near, key=lambda h: (h.start > at, abs(h.start - at)), default=None)
        found |= {dimension: tuple(v for k, v in named.items() if k in hit.ids)} if hit else {}
    for dimension, role in frame.roles.items():
        codes = dict.fromkeys(c for h in s.hits for c in h.codes(*role.kinds) if c not in role.not_among)
        found |= {dimension: tuple(codes)} if codes else {}
    return found


def _failed(article: Article, frame: Frame, told: Told) -> bool:
    """Whether the text says, here or beside, that the draft failed by an act that the register is complete of; one told
    beside another tally is of that one's draft.
    """
    s = article.sentences[told.first]
    if s.has(frame.acts):
        return True
    if any(x.has(frame.acts) for x in article.heads(s)):
        return True
    beside = [x for x in article.near(s, 1, 1) if x.has(frame.acts)]
    return any(not (x.start <= told.after <= x.end or x.start <= told.until < x.end) for x in beside)


def _tail(s: Sentence, end: int) -> int:
    """The end of the voting word right behind the last figure."""
    after = next((h for h in s.hits if h.start >= end and h.has(VOTING)), None)
    return (
        after.end
        if after is not None and s.words(end, after.start) <= PHRASE and not s.broken(end, after.start)
        else end
    )


def _body(article: Article, frames: Sequence[Frame], told: Told) -> Frame | None:
    """Which body voted: the one named nearest whose size the figures fit; none where another body is named nearer."""
    total = sum(p.value for p in told.parts)
    here = article.sentences[told.first]
    acted = {i for x in (here, *article.near(here, 1)) for h in x.hits for i in h.ids}
    fitting = [f for f in frames if total <= f.size + SLIP * bool(f.acts & acted) and not is_foreign(f, here)]
    if not any(here.has(f.bodies) for f in fitting):
        fitting = [f for f in fitting if total == f.size] or fitting  # "14 in favour, one against": all of one body
    window = article.sentences[max(0, told.first - 2 * LOOK_BACK) : told.first + 1]
    near = [*reversed(window), *article.sentences[told.last + 1 : told.last + 2]]
    for s in near:
        sizes = {m.value for m in s.mentions if m.type == "number"}
        named = [f for f in fitting if s.has(f.bodies) or (f.size in sizes and not f.classed)]
        ours = _ours(s, frames, told) if s is here else any(s.has(f.bodies) for f in frames)
        if s.has(("body.other",)) and not ours and not _of_draft(s):
            return None
        if named:
            return min(named, key=lambda f: f.size if total > f.least else -f.size)
    states = any(s.has(("thing.draft", "noun.voter")) for s in near) or total in {f.size for f in fitting}
    whole = [f for f in fitting if not f.classed]
    every = total in {f.size for f in whole if f.size > LARGE}  # "191 to 2" are all members of one body
    told_of = [f for f in frames if f.bodies & article.told and not f.classed]
    spoken = any(f in whole and total > f.least for f in told_of) or (total in {f.size for f in whole} and told_of)
    known = every or bool(spoken) or "body.united_nations" in article.told
    if states and known:
        return min(whole, key=lambda f: f.size, default=None)
    span = (told.after, told.until)
    return next((f for f in whole if f.serial and numbered(here, f, span, told.parts[0].start)), None)


def _of_draft(s: Sentence) -> bool:
    """Whether another body is only what a draft is about ("a text declaring the referendum invalid")."""
    other = next(h for h in s.hits if h.has(("body.other",)))
    draft = next((h for h in s.hits if h.has(("thing.draft",)) and h.end <= other.start), None)
    return draft is not None and s.named(draft.end, other.start, ("say.report", "lead.on", "lead.against"))


def _ours(s: Sentence, frames: Sequence[Frame], told: Told) -> bool:
    """Whether a body of ours is named, and nearer to the figures than the other one."""
    at = told.parts[0].start
    named = [h for h in s.hits if any(h.has(f.bodies) and not h.has(f.foreign) for f in frames)]
    ours = [abs(h.start - at) for h in named]
    others = [abs(h.start - at) for h in s.hits if h.has(("body.other",)) and h not in named]
    return bool(ours) and (not others or min(ours) <= min(others))


def _of_next(s: Sentence, at: int, told: Told) -> bool:
    """Whether a day behind a tally is that of the next one of its sentence ("by 72 to 35, and in 1991 by ...")."""
    end = told.parts[-1].end
    apart = s.broken(end, at) or s.named(end, at, ("join.and", "join.contrast")) if at >= end else False
    return at >= told.until or (apart and told.until < s.end)


def _day(article: Article, told: Told) -> tuple[str | None, tuple[str, ...], Basis]:
    """The day of the vote, further days it may be, and how it is known: told here, just before, or not at all."""
    sentences = article.sentences
    at = told.parts[0].start
    coarse: str | None = None
    loose = False
    before = list(reversed(sentences[max(0, told.first - LOOK_BACK) : told.first + 1]))
    for s in [*before, *sentences[told.first + 1 : told.last + 2]]:
        if s.start > at and s.block != sentences[told.first].block:
            break
        days = [d for d in days_of(article, s) if not _of_next(s, d.start, told)]
        full = [d for d in days if len(d.iso) == 10]
        if full:
            day = min(full, key=lambda d: (d.start > at, abs(d.start - at)))
            sure = s.at == told.first or (told.first - s.at == 1 and len({d.iso for d in full}) == 1)
            return day.iso, day.others, ("own" if s.at == told.first else "shared") if sure and day.sure else "carried"
        if s.at == told.first and days:
            return min(days, key=lambda d: (d.start > at, abs(d.start - at))).iso, (), "own"  # "in October 2016"
        spans = [f"{m.first}/{m.last}" for m in s.mentions if m.type == "period" and "XXXX" not in f"{m.first}{m.last}"]
        coarse = coarse or next((d.iso for d in reversed(days)), None) or next(iter(spans), None)
        loose = loose or (bool(days) and s.has(("time.last_month",)))
    if coarse or article.published is None:
        return coarse, (), "carried" if loose else "shared"
    return article.published.isoformat(), (), "topic"
