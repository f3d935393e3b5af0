"""The glyphs of a PDF page with their places on it: what is drawn, not the order in which the file says it.

The order of characters inside a PDF is the writer's own affair, and for Arabic it is often wrong; places never are. One
glyph may stand for several letters (a ligature); the letters then share its origin and may come in either order.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

_LAM, _ALEFS = chr(0x644), frozenset(chr(code) for code in (0x622, 0x623, 0x625, 0x627))
_SOFT_HYPHEN, _BULLET = 2, 0x2022
_SPACES = {0x20, 0x0A, 0x0D, 0xA0}
_UNMAPPED = {0, 0xFFFD, 0xFFFE, 0xFFFF}


@dataclass(frozen=True, slots=True)
class Glyph:
    """Something drawn: its letters in reading order, its origin, its horizontal extent and its size, in points.

    `order` is its place in the file, `word` counts the spaces before it there.
    """

    text: str
    x: float
    y: float
    left: float
    right: float
    size: float
    order: int
    word: int

    @property
    def mark(self) -> bool:
        """Whether it sits on another letter."""
        return unicodedata.combining(self.text[0]) > 0 or unicodedata.category(self.text[0]) == "Mn"

    @property
    def blank(self) -> bool:
        """Whether it is a space."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """The glyphs of a page turned upright, and how many characters had no meaning in the file."""

    glyphs: tuple[Glyph, ...]
    unmapped: int


def page_glyphs(textpage: Any, count: int) -> PageGlyphs:
    """Everything drawn on a page. Text at another angle than most (stamps, margins) is left out."""
    found: dict[int, list[Glyph]] = {}
    unmapped = word = 0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        word += code in _SPACES
        if 0xF021 <= code <= 0xF0FF:  # a sign of a symbol font: in running text, the mark of a list item
            code = _BULLET
        if code in _UNMAPPED or 0xD800 <= code <= 0xF8FF:  # half surrogates and private signs
            unmapped += 1
        elif (code >= 32 and pdfium.FPDFText_IsGenerated(textpage, index) != 1) or code == _SOFT_HYPHEN:
            placed = _placed(textpage, index, "-" if code == _SOFT_HYPHEN else chr(code), word)
            if placed:
                found.setdefault(placed[0], []).append(placed[1])
    upright = max(found.values(), key=len) if found else []
    return PageGlyphs(tuple(_joined(upright)), unmapped)


def _placed(textpage: Any, index: int, text: str, word: int) -> tuple[int, Glyph] | None:
    """A character turned upright, with the quarter turn it stood at. None for what takes no room and prints nothing."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.b, matrix.d)
    box = _box(textpage, index)
    if not all(map(math.isfinite, (x.value, y.value, size, matrix.a, matrix.b, *box))):
        return None  # a file may place a letter nowhere
    turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    low, high = (box[0], box[1]) if turn in (0, 2) else (box[2], box[3])
    spots = {0: (x.value, y.value), 1: (y.value, -x.value), 2: (-x.value, -y.value), 3: (-y.value, x.value)}
    extent = (low, high) if turn in (0, 1) else (-high, -low)
    if text.isspace() and extent[1] - extent[0] < 0.01:
        return None
    text = _plain(text)
    return turn, Glyph(text, *spots[turn], *extent, max(size, 0.1), index, word)


def _box(textpage: Any, index: int) -> tuple[float, float, float, float]:
    """left, right, bottom, top: the room a character takes, or at least what is inked."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    rect = pdfium.FS_RECTF()
    if pdfium.FPDFText_GetLooseCharBox(textpage, index, rect):
        return (
            min(left.value, rect.left),
            max(right.value, rect.right),
            min(bottom.value, rect.bottom),
            max(top.value, rect.top),
        )
    return left.value, right.value, bottom.value, top.value


def _plain(text: str) -> str:
    """Old files draw with presentation forms: the letters they stand for."""
    return unicodedata.normalize("NFKC", text) if "\ufb00" <= text <= "\ufefc" else text


def _joined(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """One entry per glyph drawn: letters that share an origin are one ligature, or one letter drawn twice."""
    groups: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        groups.setdefault((round(glyph.x, 1), round(glyph.y, 1)), []).append(glyph)
    shared = [group for group in groups.values() if len(group) > 1]
    backwards = _backwards(shared)
    places = {glyph.order: glyph.x for group in groups.values() for glyph in group}
    for group in groups.values():
        yield _ligature(group, backwards and not _as_seen(group, places)) if len(group) > 1 else group[0]


def _as_seen(group: list[Glyph], places: dict[int, float]) -> bool:
    """Whether the letters around stand in the file from left to right: then nothing has turned this glyph's letters."""
    before, after = (places.get(order) for order in (group[0].order - 1, group[-1].order + 1))
    return (before is not None and before < group[0].x) or (after is not None and after > group[0].x)


def _backwards(groups: Iterable[list[Glyph]]) -> bool:
    """Whether letters of one glyph come last letter first, as lam-alef tells; they mostly do."""
    votes = 0
    for group in groups:
        letters = [glyph.text for glyph in group]
        if len(letters) == 2 and _LAM in letters and _ALEFS & set(letters):
            votes += 1 if letters[1] == _LAM else -1
    return votes >= 0


def _ligature(group: list[Glyph], backwards: bool) -> Glyph:
    marks = "".join(glyph.text for glyph in group if glyph.mark)
    bases = sorted((glyph for glyph in group if not glyph.mark), key=lambda g: g.order)
    letters = [glyph.text for glyph in bases] or [marks]
    rtl = unicodedata.bidirectional(letters[0][0]) in ("R", "AL")
    if len(bases) < 2:
        pass
    elif rtl and len({round(glyph.left, 1) for glyph in bases}) == len(bases):
        letters = [glyph.text for glyph in sorted(bases, key=lambda g: -g.left)]
    elif not rtl or (letters[0] == letters[1] and len(letters) == 2 and letters[0] != _LAM):
        letters = list(dict.fromkeys(letters))
    elif set(letters) & _ALEFS and _LAM in letters and len(letters) == 2:
        letters.sort(key=lambda letter: letter != _LAM)
    elif backwards:
        letters.reverse()
    left, right = min(g.left for g in group), max(g.right for g in group)
    return replace(group[0], text="".join(letters) + (marks if bases else ""), left=left, right=right)
