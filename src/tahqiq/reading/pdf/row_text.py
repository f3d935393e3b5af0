"""The text of one line of glyphs, in reading order, with its spaces and cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from statistics import median
from unicodedata import category

from tahqiq.reading.assemble import CELLS, RAISED
from tahqiq.reading.lines import BULLET, number_of
from tahqiq.reading.pdf.bidi import logical
from tahqiq.reading.pdf.glyphs import Glyph
from tahqiq.reading.pdf.layout import Row

# In units of the letter size.
_SPACE, _WIDE_SPACE, _WORD_GAP, _CELL = 0.16, 0.3, 0.5, 1.5
_RAISED_SIZE, _RAISED_BY = 0.8, 0.15
_NEAR = 24
"""How many letters to either side a mark may belong to: letters may lie over one another."""


def row_text(row: Row, rtl: bool, before: str) -> tuple[str, str]:
    """The line as text, and the class of its last strong letter (see `bidi.logical`)."""
    units = _units(row)
    texts, last = logical(units, rtl, before)
    text = "".join(texts).strip()
    marker, bar, rest = text.partition(CELLS)
    if bar and (BULLET.match(marker + " x") or number_of(marker + " x", 0, 9)) and len(marker) < 6:
        text = f"{marker} {rest}"  # the wide gap after the mark of an item parts no cells
    return text, last


def _units(row: Row) -> list[str]:
    """From left to right: letters with their marks, spaces, and the bars that part cells."""
    letters = _without_doubles([glyph for glyph in row.glyphs if not glyph.mark])
    marks = _marks(letters, [glyph for glyph in row.glyphs if glyph.mark])
    least = _least_space(letters, row.size)
    units: list[str] = []
    previous: Glyph | None = None
    blank = False
    for index, glyph in enumerate(letters):
        if glyph.blank:
            blank = True
            continue
        gap = (glyph.left - previous.right) / row.size if previous else 0.0
        if gap > _CELL and previous:
            units += list(CELLS)
        elif previous and (blank or gap > (least if _parted(previous, glyph) else _WORD_GAP)):
            units.append(" ")
        units.append(_shown(glyph, row) + marks.get(index, ""))
        previous = glyph if previous is None or glyph.right > previous.right else previous
        blank = False
    return units


def _least_space(letters: Sequence[Glyph], size: float) -> float:
    """The gap that is a space where the file has one, in units of the letter size.

    A small one in a line that draws no spaces. In one that does, letters may be set loosely, and a gap is a space only
    where it is near as wide as those drawn: browsers draw one here and there, and leave the others out.
    """
    rooms = [(c.left - a.right) / size for a, b, c in zip(letters, letters[1:], letters[2:], strict=False) if b.blank]
    return max(_SPACE, min(_WIDE_SPACE, 0.75 * median(rooms))) if rooms else _SPACE


def _parted(previous: Glyph, glyph: Glyph) -> bool:
    """Whether the file has a space between two letters, or perhaps misplaced it."""
    return previous.word != glyph.word or _encloses(previous) or _encloses(glyph)


def _encloses(glyph: Glyph) -> bool:
    """Brackets and quotation marks, next to which files often misplace their spaces."""
    return glyph.text == '"' or category(glyph.text[0]) in ("Ps", "Pe", "Pi", "Pf")


def _shown(glyph: Glyph, row: Row) -> str:
    """Raised digits are no part of the number they follow."""
    small = glyph.size < _RAISED_SIZE * row.size and glyph.y - row.y > _RAISED_BY * row.size
    return glyph.text.translate(RAISED) if small else glyph.text


def _without_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without letters drawn twice on nearly the same spot to look bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = next((o for o in reversed(kept[-3:]) if o.text == glyph.text), None)
        if near is None or abs(near.x - glyph.x) > 0.1 * glyph.size:
            kept.append(glyph)
    return kept


def _marks(letters: Sequence[Glyph], marks: Sequence[Glyph]) -> dict[int, str]:
    """The marks of each letter, by its index: those over it, else those nearest."""
    found: dict[int, str] = {}
    bases = sorted(((index, g) for index, g in enumerate(letters) if not g.blank), key=lambda pair: pair[1].left)
    lefts = [glyph.left for _, glyph in bases]
    for mark in sorted(marks, key=lambda g: g.order) if bases else ():
        middle = (mark.left + mark.right) / 2
        near = bisect_right(lefts, middle)
        close = bases[max(0, near - _NEAR) : near + _NEAR]
        index, _ = min(close, key=lambda pair: (_distance(pair[1], middle), abs(pair[1].order - mark.order)))
        found[index] = found.get(index, "") + mark.text
    return found


def _distance(glyph: Glyph, place: float) -> float:
    return max(0.0, glyph.left - place, place - glyph.right)
