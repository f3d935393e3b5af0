"""Numbered lists under a heading that names a measure: the items, their dates, and the figure they should add up to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.fill.days import days_of
from tahqiq.claims.fill.guards import speaks
from tahqiq.claims.fill.places import fillers
from tahqiq.claims.fill.scene import one_subject
from tahqiq.claims.text.article import Article
from tahqiq.claims.text.sentences import Sentence
from tahqiq.model import Claim, ItemList, ListedItem

LEAST = 3
"""A list has at least so many dated items."""
DAY = len("2000-01-01")
LEAD = 4
"""How many sentences before the list may introduce it."""


def read_lists(article: Article, claims: Sequence[Claim]) -> tuple[ItemList, ...]:
    """The lists of dated items that a frame recognises by the sentences before them."""
    found = []
    for run in _runs(article):
        table = run[0].kind != "item"
        lead = list(article.heads(run[0]) if table else article.sentences[max(0, run[0].at - LEAD) : run[0].at])
        for frame in frames_of("list", article.own):
            made = _list(article, frame, run, lead, claims)
            if made is not None:
                found.append(made)
                break
    return tuple(found)


def _runs(article: Article) -> list[list[Sentence]]:
    """Runs of list items, or of lines that begin with a day; a stray paragraph between two items (the tail of a lost
    one) does not end a run.
    """
    runs: list[list[Sentence]] = []
    stray = 0
    for s in article.sentences:
        if s.kind == "item" or _dated(article, s):
            if not runs or stray > 2 or stray < 0:
                runs.append([])
            runs[-1].append(s)
            stray = 0
        elif runs:
            stray = stray + 1 if s.kind == "paragraph" else 99
    return [run for run in runs if len({s.block for s in run}) >= LEAST]


def _dated(article: Article, s: Sentence) -> bool:
    """Whether a line of a table begins with a full day."""
    days = [d for d in days_of(article, s) if len(d.iso) == DAY] if s.kind == "row" else []
    return bool(days) and not s.words(s.start, days[0].start)


def _list(
    article: Article, frame: Frame, run: list[Sentence], lead: list[Sentence], claims: Sequence[Claim]
) -> ItemList | None:
    speaking = [s for s in lead if speaks(frame, s)]
    items = _items(article, run)
    if not speaking or sum(i.date is not None for i in items) < LEAST:
        return None
    filters = {name: codes for name in frame.roles if (codes := _role(frame, name, speaking))}
    heading = next((s for s in speaking if s.kind == "heading"), speaking[-1])
    count = _count(frame, speaking, claims)
    return ItemList(
        heading=heading.text[heading.start : heading.end].strip(),
        start=run[0].start,
        end=run[-1].end,
        register=frame.register,
        measure=frame.measure,
        filters=dict(count.readings[0].filters) if count else filters,
        items=tuple(items),
        count=count,
    )


def _items(article: Article, run: list[Sentence]) -> list[ListedItem]:
    """One item per block; its date is the first one it holds."""
    items: list[ListedItem] = []
    for _, block in groupby(run, key=lambda s: s.block):
        parts = list(block)
        dates = [m for s in parts for m in s.mentions if m.type == "date" and m.date and not m.date.startswith("XXXX")]
        days = {m.start for s in parts for m in s.mentions if m.type == "date"}
        told = [d for s in parts for d in days_of(article, s) if d.sure and d.start in days]  # "20 May" below "2024"
        first = dates[0] if dates else None
        day, others = (first.date, first.others) if first else (told[0].iso, told[0].others) if told else (None, ())
        items.append(ListedItem(parts[0].number, parts[0].start, parts[-1].end, day, others))
    return items


def _role(frame: Frame, name: str, speaking: Sequence[Sentence]) -> tuple[str, ...]:
    for s in reversed(speaking):
        named = [f for f in fillers(s, frame) if f.role == name]
        if named:
            return one_subject(named[0].codes) if frame.roles[name].matter else named[0].codes
    return ()


def _count(frame: Frame, speaking: Sequence[Sentence], claims: Sequence[Claim]) -> Claim | None:
    """The last count before the list: what the list is said to hold."""
    near = [
        c
        for c in claims
        if c.kind == "count"
        and c.readings[0].register == frame.register
        and any(s.start <= c.start < s.end for s in speaking)
    ]
    return near[-1] if near else None
