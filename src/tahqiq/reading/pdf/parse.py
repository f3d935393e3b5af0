"""PDF: running text from the places of glyphs. A page that is only a picture holds no text, and that is said."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tahqiq.errors import InputError
from tahqiq.reading.assemble import Paragraph, assemble
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.pdf.bidi import is_rtl
from tahqiq.reading.pdf.flow import Flowed, flow
from tahqiq.reading.pdf.glyphs import page_glyphs
from tahqiq.reading.pdf.layout import Row, rows
from tahqiq.reading.plain import Parsed

_EDGE = 2
# Writers that order the signs of each line by itself, not of the whole paragraph as the standard has it.
_LINE_BY_LINE = ("WeasyPrint",)


@dataclass(frozen=True, slots=True)
class _Page:
    """The columns of a page, its direction, its letters, those without a meaning, and whether it is only a picture."""

    columns: list[list[Row]]
    rtl: bool
    letters: int
    unmapped: int
    picture: bool


def parse_pdf(data: bytes, source: str, limits: Limits = LIMITS) -> Parsed:
    """The text of a PDF. Raises InputError `bad_pdf`, `locked`, `too_many_pages`, `too_many_letters`, `too_slow`,
    `no_text` (with the number of pages: they may be scans), `garbled_text`.
    """
    document = _open(data, source)
    try:
        count = len(document)
        if count > limits.pages:
            raise InputError("too_many_pages", source=source, pages=count, limit=limits.pages)
        carries = not str(document.get_metadata_value("Producer")).startswith(_LINE_BY_LINE)
        pages = list(_pages(document, count, source, limits))
    finally:
        document.close()
    letters, unmapped = sum(page.letters for page in pages), sum(page.unmapped for page in pages)
    if unmapped > letters:
        raise InputError("garbled_text", source=source)
    if not letters:
        raise InputError("no_text", source=source, pages=count)
    return assemble(_paragraphs(pages, carries), source)


def _open(data: bytes, source: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = "locked" if "password" in str(error).lower() else "bad_pdf"
        raise InputError(code, source=source) from None


def _pages(document: Any, count: int, source: str, limits: Limits) -> Iterator[_Page]:
    deadline, total = time.monotonic() + limits.seconds, 0
    for index in range(count):
        try:
            page = document[index]
            textpage = page.get_textpage()
        except pdfium.PdfiumError:
            raise InputError("bad_pdf", source=source) from None
        found = max(0, raw.FPDFText_CountChars(textpage.raw))
        total += found
        if total > limits.glyphs:
            raise InputError("too_many_letters", source=source, limit=limits.glyphs)
        drawn = page_glyphs(textpage.raw, found)
        rtl = is_rtl([glyph.text for glyph in drawn.glyphs])
        picture = not drawn.glyphs and next(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
        yield _Page(rows(drawn.glyphs, rtl), rtl, len(drawn.glyphs), drawn.unmapped, picture)
        textpage.close()
        page.close()
        if time.monotonic() > deadline:
            raise InputError("too_slow", source=source, limit=limits.seconds)


def _paragraphs(pages: Sequence[_Page], carries: bool) -> Iterator[Paragraph]:
    """Running text from page to page, broken only by pages that are pictures."""
    lines: list[Flowed] = []
    repeated = _repeated(pages)
    for number, page in enumerate(pages, 1):
        if page.picture:
            yield from flow(lines, carries)
            lines = []
            yield Paragraph("lost_page", "", number)
        lines.extend(_read(page, repeated, len(pages)))
    yield from flow(lines, carries)


def _read(page: _Page, repeated: set[str], count: int) -> Iterator[Flowed]:
    """The lines of a page in order, without what repeats at the edges of pages and without its number."""
    edges = {id(row) for row in _edge_rows(page)}
    for column in page.columns:
        kept = [r for r in column if not (id(r) in edges and (_shape(r) in repeated or _is_number(r, count)))]
        for index, row in enumerate(kept):
            yield Flowed(row, page.rtl, opens_column=index == 0)


def _edge_rows(page: _Page) -> list[Row]:
    ordered = sorted((row for column in page.columns for row in column), key=lambda row: -row.y)
    return [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _shape(row: Row) -> str:
    """A line with its digits made equal: what a running head keeps from page to page."""
    return "".join("0" if g.text.isdigit() else g.text for g in row.glyphs if not g.blank)


def _repeated(pages: Sequence[_Page]) -> set[str]:
    """Lines at the edges of at least three pages and of most of them."""
    counts = Counter(shape for page in pages for shape in {_shape(row) for row in _edge_rows(page)})
    return {shape for shape, times in counts.items() if times >= 3 and times * 2 > len(pages)}


def _is_number(row: Row, count: int) -> bool:
    """A page number: digits alone, perhaps between dashes."""
    text = _shape(row).strip("-\u2013\u2014()[] ")
    return count > 1 and 0 < len(text) <= 4 and set(text) == {"0"}
