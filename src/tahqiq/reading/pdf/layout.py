"""A page as rows of glyphs in reading order: columns first, then lines.

A gutter is a strip that no glyph crosses through several lines, with running text on both sides; the cells of a table
are too narrow for that and stay on one line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tahqiq.reading.pdf.glyphs import Glyph

# All in units of the usual letter size.
_GUTTER, _WIDE_GUTTER = 0.7, 1.0
_NARROW = 8.0
_LINES, _MANY_LINES = 3, 5
_SAME_LINE, _LOWERED = 0.45, 0.3
_SLICE = 0.5
_FULL = 0.6

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its glyphs from left to right, its baseline and letter size, and the column it stands in."""

    glyphs: tuple[Glyph, ...]
    y: float
    size: float
    column: Span

    @property
    def left(self) -> float:
        """Where its ink begins."""
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        """Where its ink ends."""
        return max(glyph.right for glyph in self.glyphs)


def rows(glyphs: Sequence[Glyph], rtl: bool) -> list[list[Row]]:
    """The lines of a page, column after column."""
    inked = [glyph for glyph in glyphs if not glyph.blank]
    if not inked:
        return []
    size = median(glyph.size for glyph in inked)
    regions = [[*region, *_blanks(glyphs, region)] for region in _regions(inked, size, rtl)]
    return [list(_lines(region)) for region in regions]


def _blanks(glyphs: Sequence[Glyph], region: Sequence[Glyph]) -> list[Glyph]:
    """The spaces of the page that lie inside a region."""
    left, right = min(g.left for g in region), max(g.right for g in region)
    low, high = min(g.y for g in region), max(g.y for g in region)
    return [g for g in glyphs if g.blank and left <= (g.left + g.right) / 2 <= right and low - 1 <= g.y <= high + 1]


def _regions(glyphs: Sequence[Glyph], size: float, rtl: bool) -> Iterator[list[Glyph]]:
    """Parts of the page to be read one after the other."""
    found = _columns(glyphs, size)
    if not found:
        yield list(glyphs)
        return
    top, bottom, edges = found
    above = [glyph for glyph in glyphs if glyph.y > top]
    below = [glyph for glyph in glyphs if glyph.y < bottom]
    if above:
        yield from _regions(above, size, rtl)
    middle = [glyph for glyph in glyphs if bottom <= glyph.y <= top]
    parts = [[g for g in middle if bisect_right(edges, (g.left + g.right) / 2) == k] for k in range(len(edges) + 1)]
    yield from (part for part in (parts[::-1] if rtl else parts) if part)
    if below:
        yield from _regions(below, size, rtl)


def _columns(glyphs: Sequence[Glyph], size: float) -> tuple[float, float, list[float]] | None:
    """The first run of lines that a gutter parts: highest and lowest baseline, and the middles of its gutters."""
    slices = _slices(glyphs, size)
    start = 0
    while start < len(slices):
        gaps, end = [(-1e9, 1e9)], start
        while end < len(slices):
            kept = _common(gaps, _free(slices[end]), _GUTTER * size)
            if not _inner(kept, slices[start : end + 1]):
                break
            gaps, end = kept, end + 1
        inner = _inner(gaps, slices[start:end])
        wide = all(high - low >= _WIDE_GUTTER * size for low, high in inner)
        if inner and end - start >= (_LINES if wide else _MANY_LINES):
            run = [glyph for part in slices[start:end] for glyph in part]
            edges = sorted((low + high) / 2 for low, high in inner)
            if _running(run, edges, size):
                # Raised and lowered signs belong to the lines of the run, not to what is above and below.
                return max(g.y for g in run) + _SAME_LINE * size, min(g.y for g in run) - _LOWERED * size, edges
        start = max(end, start + 1)
    return None


def _slices(glyphs: Sequence[Glyph], size: float) -> list[list[Glyph]]:
    """Thin horizontal strips from the top down, each with the glyphs whose baseline lies in it; empty ones left out."""
    top = max(glyph.y for glyph in glyphs)
    strips: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        strips.setdefault(int((top - glyph.y) / (_SLICE * size)), []).append(glyph)
    return [strips[key] for key in sorted(strips)]


def _free(strip: Iterable[Glyph]) -> list[Span]:
    """The stretches of a strip without ink, the endless ones at both sides included."""
    free, done = [], -1e9
    for glyph in sorted(strip, key=lambda g: g.left):
        if glyph.left > done:
            free.append((done, glyph.left))
        done = max(done, glyph.right)
    return [*free, (done, 1e9)]


def _common(first: list[Span], second: list[Span], least: float) -> list[Span]:
    """The stretches free in both, wide enough. Both are sorted."""
    common = []
    i = j = 0
    while i < len(first) and j < len(second):
        low, high = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if high - low >= least:
            common.append((low, high))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return common


def _inner(gaps: list[Span], strips: Sequence[Sequence[Glyph]]) -> list[Span]:
    """Gaps that may have ink on both sides: while a run begins, one side may still be empty."""
    bounded = [gap for gap in gaps if gap[0] > -1e8 and gap[1] < 1e8]
    if bounded or len(strips) > 1:
        return bounded
    return gaps


def _running(run: Sequence[Glyph], edges: list[float], size: float) -> bool:
    """Whether every part is a column of text: wide enough, with most of its lines nearly full."""
    parts: list[list[Glyph]] = [[] for _ in range(len(edges) + 1)]
    for glyph in run:
        parts[bisect_left(edges, glyph.left)].append(glyph)
    return all(part and _is_text(part, size) for part in parts)


def _is_text(part: Sequence[Glyph], size: float) -> bool:
    lines = _clusters(part)
    width = max(g.right for g in part) - min(g.left for g in part)
    full = sum(max(g.right for g in line) - min(g.left for g in line) > _FULL * width for line in lines)
    return width >= _NARROW * size and len(lines) >= 2 and full * 2 >= len(lines)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """The lines of a column, from the top down."""
    inked = [glyph for glyph in glyphs if not glyph.blank]
    column = min(g.left for g in inked), max(g.right for g in inked)
    for line in _clusters(glyphs):
        letters = [glyph for glyph in line if not glyph.blank and not glyph.mark]
        if letters:
            size = median(sorted(glyph.size for glyph in letters)[len(letters) // 3 :])
            base = median(glyph.y for glyph in letters)
            yield Row(tuple(sorted(line, key=lambda g: (g.x, g.left))), base, size, column)


def _clusters(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs on one baseline, raised and lowered ones with them; marks go to the line they are nearest to."""
    lines: list[list[Glyph]] = []
    heads: list[Glyph] = []
    for glyph in sorted((g for g in glyphs if not g.mark), key=lambda g: -g.y):
        if heads and heads[-1].y - glyph.y <= _SAME_LINE * max(heads[-1].size, glyph.size):
            lines[-1].append(glyph)
            if glyph.size > heads[-1].size:
                heads[-1] = glyph
        else:
            lines.append([glyph])
            heads.append(glyph)
    levels = [-head.y for head in heads]
    for mark in (g for g in glyphs if g.mark and heads):
        near = bisect_left(levels, -mark.y)
        choices = [k for k in (near - 1, near) if 0 <= k < len(heads)]
        lines[min(choices, key=lambda k: abs(heads[k].y - mark.y))].append(mark)
    return lines
