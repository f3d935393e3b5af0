"""Decisions called by their number and dated: "adopted resolution 660 on 2 August 1990", "Resolution 242 of 1967"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.fill.days import Day, days_of
from tahqiq.claims.fill.symbols import PLAIN, VOTED, called, plain
from tahqiq.claims.shapes.candidates import Candidate
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.scales import ROWS
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Basis, Claim, Reading, Stated

LED = ("lead.of", "time.during", "lead.on", "vote.noun", "vote.by", "time.dated", "neutral")
"""What may stand between a resolution and its date."""


def read_decisions(article: Article) -> Iterator[Candidate]:
    """Every resolution told by its number with its date, of a body that numbers all its resolutions in one row."""
    for frame in (f for f in frames_of("tally", article.own) if f.serial):
        others = {b for f in frames_of("tally", article.own) for b in f.bodies} - frame.bodies | {"body.other"}
        if not (article.told & frame.bodies) and article.told & others:
            continue
        for s in article.sentences:
            near = (s, *article.near(s, 1))
            another = not s.has(frame.bodies) and any(x.has(others) for x in near)
            if s.has(("thing.draft",)) and not another:
                yield from _sentence(article, frame, s)


def _sentence(article: Article, frame: Frame, s: Sentence) -> Iterator[Candidate]:
    numbers = [m for m in PLAIN.finditer(s.text, s.start, s.end) if called(s, m.start())]
    for number in numbers:
        day = _day_of(article, s, number, numbers)
        if day is not None and not _acted(frame, s, number, day):
            yield _candidate(article, frame, s, number, day)


def _acted(frame: Frame, s: Sentence, number: re.Match[str], day: Day) -> bool:
    """Whether an act of another register stands between a number and a day ("on 2 May it vetoed resolution 660")."""
    return s.named(min(day.end, number.end()), max(day.start, number.start()), frame.acts)


def _day_of(article: Article, s: Sentence, number: re.Match[str], numbers: list[re.Match[str]]) -> Day | None:
    """The day that the words beside a number date it by: behind it, or before the verb or the line it stands in."""
    days = [d for d in days_of(article, s) if "/" not in d.iso and d.start != number.start()]
    behind = next((d for d in days if d.start >= number.end()), None)
    if behind is not None and _goes_with(s, number.end(), behind.start, numbers):
        return behind
    before = next((d for d in reversed(days) if d.end <= number.start()), None)
    if before is None:
        return None
    listed = s.kind in ROWS and s.words(s.start, before.start) <= 1 and s.words(before.end, number.start()) <= PHRASE
    if listed or _voted(s, before, number):
        return before
    near = s.words(before.end, number.start()) <= PHRASE and not s.broken(before.end, number.start())
    return replace(before, sure=False) if near else None  # "condemned the attack on 2 August in resolution 660"


def _goes_with(s: Sentence, start: int, end: int, numbers: list[re.Match[str]]) -> bool:
    """Whether only words that lead to its date, or what it is about and a verb of voting, part a number from a day."""
    if any(start <= m.start() < end for m in numbers) or s.words(start, end) > 2 * VERB:
        return False
    inside = s.between(start, end)
    if s.words(start, end) <= sum(s.words(h.start, h.end) for h in inside if h.has(LED)):
        return True  # "resolution 242 of 22 November 1967"
    return not s.broken(start, end) and any(
        h.has((*VOTED, "vote.unanimous")) for h in inside
    )  # "resolution 1973 on X was adopted on ..."


def _voted(s: Sentence, day: Day, number: re.Match[str]) -> bool:
    """Whether a day stands before a verb of voting that has the resolution right behind it."""
    verbs = [h for h in s.between(day.end, number.start()) if h.has(VOTED)]
    near = (
        bool(verbs) and s.words(verbs[-1].end, number.start()) <= PHRASE and s.words(day.end, verbs[-1].start) <= VERB
    )
    return near and not s.broken(verbs[-1].end, number.start())


def _candidate(article: Article, frame: Frame, s: Sentence, number: re.Match[str], day: Day) -> Candidate:
    start, end = min(day.start, number.start()), max(day.end, number.end())
    sure = day.sure and any(x.has(frame.bodies) for x in (s, *article.near(s, 1)))
    time: Basis = "own" if sure else "carried"
    claim = Claim(
        id="",
        kind="event",
        start=start,
        end=end,
        readings=(Reading(frame.register, frame.measure, {}),),
        stated=Stated(None, frame.unit, date=day.iso),
        others=day.others,
        basis={"time": time},
        symbols=(frame.symbols.format("".join(map(plain, number.group()))),),
    )
    return Candidate(claim, ((number.start(), number.end()), (day.start, day.end)), s.at, rank=1)
