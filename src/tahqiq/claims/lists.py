"""Numbered lists under a heading that names a measure: the items, their dates, and the figure they should add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tahqiq.catalog.frames import Frame, frames_of
from tahqiq.claims.context import Context
from tahqiq.claims.roles import Filler, candidates, cued, one_subject
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Filters

LEAST = 3
"""A list has at least so many dated items."""
LEAD = 4
"""How many sentences before the list may introduce it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its printed number, its span and the date it opens with."""

    number: int | None
    start: int
    end: int
    date: str | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list in the text and what it lists."""

    heading: str
    start: int
    end: int
    register: str
    measure: str
    filters: Filters
    items: tuple[Item, ...]
    count: Claim | None


def read_lists(context: Context) -> tuple[ItemList, ...]:
    """The lists of dated items that a frame recognises by the sentences before them."""
    found = []
    for run in _runs(context.sentences):
        lead = _lead(context.sentences, run[0])
        for frame in frames_of("list"):
            made = _list(context, frame, run, lead)
            if made is not None:
                found.append(made)
                break
    return tuple(found)


def _runs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Runs of list items; a stray paragraph between two items (the tail of a lost one) does not end a run."""
    runs: list[list[Sentence]] = []
    stray = 0
    for s in sentences:
        if s.kind == "item":
            if not runs or stray > 2 or stray < 0:
                runs.append([])
            runs[-1].append(s)
            stray = 0
        elif runs:
            stray = stray + 1 if s.kind == "paragraph" else 99
    return [run for run in runs if len({s.block for s in run}) >= LEAST]


def _lead(sentences: Sequence[Sentence], first: Sentence) -> list[Sentence]:
    at = first.at
    return list(sentences[max(0, at - LEAD) : at])


def _list(context: Context, frame: Frame, run: list[Sentence], lead: list[Sentence]) -> ItemList | None:
    speaking = [s for s in lead if s.has(frame.anchors)]
    items = _items(run)
    if not speaking or sum(i.date is not None for i in items) < LEAST:
        return None
    filters = {name: codes for name in frame.roles if (codes := _role(frame, name, reversed(speaking)))}
    heading = next((s for s in speaking if s.kind == "heading"), speaking[-1])
    count = _count(context, frame, speaking, filters)
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


def _items(run: list[Sentence]) -> list[Item]:
    """One item per block; its date is the first one it holds."""
    items: list[Item] = []
    for block in dict.fromkeys(s.block for s in run):
        parts = [s for s in run if s.block == block]
        dates = [m for s in parts for m in s.mentions if m.type == "date" and m.date and not m.date.startswith("XXXX")]
        first = dates[0] if dates else None
        items.append(
            Item(
                parts[0].number,
                parts[0].start,
                parts[-1].end,
                first.date if first else None,
                first.others if first else (),
            )
        )
    return items


def _role(frame: Frame, name: str, speaking: object) -> tuple[str, ...]:
    role = frame.roles[name]
    for s in speaking:  # type: ignore[attr-defined]
        filler: Filler | None = cued(s, role, s.start, s.end) if role.cues else None
        if filler is None and not role.cues:
            filler = next(iter(candidates(s, role, s.start, s.end)), None)
        if filler:
            return one_subject(filler.codes)
    return ()


def _count(context: Context, frame: Frame, speaking: list[Sentence], filters: Filters) -> Claim | None:
    """The last count before the list: what the list is said to hold."""
    near = [
        c
        for c in context.claims
        if c.kind == "count"
        and c.readings[0].register == frame.register
        and any(s.start <= c.start < s.end for s in speaking)
    ]
    return near[-1] if near else None
