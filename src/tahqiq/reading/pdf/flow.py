"""Lines of pages as paragraphs: told by spacing, size, indents and line ends, and joined over columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, median_low

from tahqiq.catalog.repairs import MARKS
from tahqiq.reading.assemble import CELLS, Paragraph
from tahqiq.reading.lines import BULLET, ends_sentence, number_of
from tahqiq.reading.pdf.bidi import oriented
from tahqiq.reading.pdf.layout import Row
from tahqiq.reading.pdf.row_text import row_text
from tahqiq.reading.plain import is_heading

_GAP = 1.3
_LARGER = 1.12
_SHORT, _SHORTER = 0.2, 0.35


@dataclass(frozen=True, slots=True)
class Flowed:
    """A line, the direction of its page, and whether it stands first in its column."""

    row: Row
    rtl: bool
    opens_column: bool


@dataclass(slots=True)
class _Open:
    """The paragraph being gathered: its lines as text, and its last line."""

    texts: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    last: str = ""


def flow(lines: Sequence[Flowed], carries: bool = True) -> Iterator[Paragraph]:
    """The paragraphs of a document. `carries`: the letters of a line bear on the numbers at the head of the next."""
    body = median(line.row.size for line in lines) if lines else 1.0
    leading = _leading(lines)
    opened = _Open()
    for line in lines:
        text, last = row_text(line.row, line.rtl, opened.last if carries else "")
        if opened.rows and _begins(line, text, opened, leading):
            yield _paragraph(opened, body, line.rtl)
            opened = _Open()
            text, last = row_text(line.row, line.rtl, "")
        opened.texts.append(text)
        opened.rows.append(line.row)
        opened.last = last
    if opened.rows:
        yield _paragraph(opened, body, lines[-1].rtl)


def _leading(lines: Sequence[Flowed]) -> float:
    """The usual distance between lines, in letter sizes."""
    steps = [
        (above.row.y - below.row.y) / below.row.size
        for above, below in pairwise(lines)
        if not below.opens_column and abs(above.row.size - below.row.size) < 0.5
    ]
    usual = [step for step in steps if 0.8 < step < 3]
    return min(median_low(usual), 2.2) if usual else 1.4


def _begins(line: Flowed, text: str, opened: _Open, leading: float) -> bool:
    """Whether a line begins a paragraph. Over a column or page a paragraph goes on if its sentence does."""
    row, previous, said = line.row, opened.rows[-1], opened.texts[-1]
    if not 1 / _LARGER < row.size / previous.size < _LARGER or CELLS in text or CELLS in said:
        return True
    if number_of(text, 0, len(text)) or BULLET.match(text):
        return not line.opens_column or ends_sentence(said)
    if line.opens_column:
        return ends_sentence(said)
    if (previous.y - row.y) / row.size > _GAP * leading:
        return True
    indent = (previous.column[1] - row.right if line.rtl else row.left - previous.column[0]) / row.size
    if indent > 1.0 and ends_sentence(said) and len(opened.rows) > 1:
        return True
    return _is_short(previous, row, text, line.rtl, _SHORT if ends_sentence(said) else _SHORTER)


def _is_short(previous: Row, row: Row, text: str, rtl: bool, share: float) -> bool:
    """Whether the line before stops well before the end of its column, where the next word would have fitted."""
    room = previous.left - previous.column[0] if rtl else previous.column[1] - previous.right
    word = len(text.partition(" ")[0]) / max(1, len(text)) * (row.right - row.left)
    return room > max(share * (previous.column[1] - previous.column[0]), 1.5 * word)


def _paragraph(opened: _Open, body: float, rtl: bool) -> Paragraph:
    text = opened.texts[0]
    for part in opened.texts[1:]:
        broken = text.endswith("-") and text[-2:-1].isalpha() and part[:1].islower()
        if broken:
            text = text[:-1] + part
        elif text.endswith(("-", "/")) and not text[-2:-1].isspace() and part[:1].isalnum():
            text += part
        else:
            text += " " + part
    if rtl:
        text = oriented(text)
    size = median(row.size for row in opened.rows)
    bare = text.strip(MARKS + " ")
    if number_of(bare, 0, len(bare)) or CELLS in text:
        return Paragraph("paragraph", text)
    large = size > _LARGER * body and len(bare) < 200
    return Paragraph("heading" if large or is_heading(bare, alone=True) else "paragraph", text)
