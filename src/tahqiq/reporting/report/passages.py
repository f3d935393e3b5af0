"""The article cut into runs at the edges of its claims, so that overlapping claims can all be marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from tahqiq.model import Block, Text
from tahqiq.reporting.report.view import ClaimView, GapView, ItemView, ListView, UncheckedView
from tahqiq.reporting.words.messages import TURNING


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text. `claims` cover it, the narrowest first; `ended` are those whose last character it holds.

    `start` and `end` are its place in the mended text; `unchecked`: it holds a figure, date or name that was not
    judged.
    """

    start: int
    end: int
    text: str
    claims: tuple[ClaimView, ...]
    ended: tuple[ClaimView, ...]
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article: its runs, the claims that begin in it, the list items and the gaps found there."""

    kind: str
    label: str | None
    runs: tuple[Run, ...]
    claims: tuple[ClaimView, ...]
    items: tuple[ItemView, ...] = ()
    gaps: tuple[GapView, ...] = ()
    is_title: bool = False


Placed = TypeVar("Placed", ClaimView, ItemView, GapView, UncheckedView)


class _Places(Generic[Placed]):
    """Things by where they begin, so that each block finds its own without looking at all."""

    def __init__(self, things: Iterable[Placed]) -> None:
        self.things: list[Placed] = sorted(things, key=lambda thing: thing.start)
        self.starts: list[int] = [thing.start for thing in self.things]

    def between(self, low: int, high: int) -> tuple[Placed, ...]:
        """Those that begin at `low` or after, and before `high`."""
        return tuple(self.things[bisect_left(self.starts, low) : bisect_left(self.starts, high)])


def passages(
    text: Text,
    claims: Sequence[ClaimView],
    lists: Sequence[ListView] = (),
    unchecked: Sequence[UncheckedView] = (),
) -> list[Passage]:
    """The mended text in blocks and runs; every claim and item belongs to the block it begins in or follows."""
    blocks = [b for b in text.blocks if b.end > b.start] or list(_lines(text.text))
    edges = [*(b.start for b in blocks[1:]), len(text.text) + 1]
    begun = _Places(claims)
    items = _Places(item for shown in lists for item in shown.items if item.status != "lost")
    gaps = _Places(gap for shown in lists for gap in shown.gaps)
    left = _Places(unchecked)
    ends = list(accumulate((c.end for c in begun.things), max))
    found: list[Passage] = []
    low = 0
    for block, edge in zip(blocks, edges, strict=False):  # a text of blanks has no block, and one edge
        own = begun.between(low, edge)
        touching = begun.things[bisect_right(ends, block.start) : bisect_left(begun.starts, block.end)]
        title = not found and not own and text.text[block.start : block.end].strip() == text.document.title
        label = f"{block.number}." if _needs_number(text.text, block) else None
        cut = tuple(runs(text.text, block.start, block.end, touching, left.between(block.start, block.end)))
        here, lost = items.between(low, edge), gaps.between(low, edge)
        found.append(Passage(block.kind, label, cut, own, here, lost, title))
        low = edge
    return found


def runs(
    text: str, start: int, end: int, claims: Sequence[ClaimView], unchecked: Sequence[UncheckedView] = ()
) -> Iterator[Run]:
    """text[start:end] cut at the edges of the words that claims were checked by, and of what was not judged.

    Characters that turn the direction of the text are left out: the number that is shown is the one that was read.
    """
    inside = [c for c in claims if c.start < end and c.end > start]
    spans = sorted(((first, last, c) for c in inside for first, last in c.spans), key=lambda span: span[0])
    left = [(place.start, min(place.end, end)) for place in unchecked]
    edges = (at for first, last in [*((first, last) for first, last, _ in spans), *left] for at in (first, last))
    covering: list[tuple[int, int, ClaimView]] = []
    at = 0
    for low, high in pairwise(sorted({start, end, *(edge for edge in edges if start < edge < end)})):
        while at < len(spans) and spans[at][0] <= low:
            covering.append(spans[at])
            at += 1
        covering = [span for span in covering if span[1] >= high]
        over = tuple(sorted((c for _, _, c in covering), key=lambda c: (c.end - c.start, c.start)))
        ended = tuple(c for c in over if (last := c.spans[-1][1]) == high or (last > end and high == end))
        unread = any(first <= low < last for first, last in left)
        yield Run(low, high, text[low:high].translate(TURNING), over, ended, unread)


def _needs_number(text: str, block: Block) -> bool:
    """Whether the number of an item stands outside its block."""
    return block.number is not None and not text[block.start : block.end].lstrip()[:1].isdigit()


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Block("paragraph", start, start + len(line.rstrip()))
        start += len(line)
