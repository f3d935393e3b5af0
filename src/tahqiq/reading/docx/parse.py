"""DOCX: paragraphs, headings, numbered items and table rows of a word processor's file, as it would print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tahqiq.errors import InputError
from tahqiq.reading.assemble import CELLS, RAISED, Paragraph, assemble
from tahqiq.reading.docx.archive import Archive
from tahqiq.reading.docx.numbering import Numbering, child, local, value
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.plain import Parsed

_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
# Withdrawn, hidden or not part of the text: deletions, field codes, notes, the older twin of a drawing.
_SKIPPED = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "footnoteReference",
    "endnoteReference",
    "Fallback",
    "pPr",
    "rPr",
}
_HEADING = re.compile(r"(?:heading\s*\d|title|subtitle)", re.I)


@dataclass(frozen=True, slots=True)
class _Style:
    """What matters of a paragraph style: its kind, its parent, and the list it belongs to."""

    heading: bool
    base: str | None
    properties: Any


def parse_docx(data: bytes, source: str, limits: Limits = LIMITS) -> Parsed:
    """The text of a DOCX file. Raises InputError `bad_archive`, `too_expanded`, `unsafe_xml`, `too_deep`, `no_text`."""
    archive = Archive(data, source, limits)
    name = _main_part(archive)
    root = archive.xml(name)
    if root is None:
        raise InputError("not_docx", source=source)
    folder = name.rpartition("/")[0]
    styles = _styles(archive.xml(f"{folder}/styles.xml"))
    numbering = Numbering(archive.xml(f"{folder}/numbering.xml"))
    body = child(root, "body")
    found = _Reader(styles, numbering).blocks(body) if body is not None else ()
    return assemble(found, source)


def _main_part(archive: Archive) -> str:
    relations = archive.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return str(relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _styles(root: Any) -> dict[str, _Style]:
    found = {}
    for style in root if root is not None else ():
        identifier = next((v for k, v in style.attrib.items() if k.endswith("}styleId")), None)
        if local(style) == "style" and identifier:
            properties = child(style, "pPr")
            name = value(child(style, "name")) or ""
            heading = bool(_HEADING.match(name)) or child(properties, "outlineLvl") is not None
            found[identifier] = _Style(heading, value(child(style, "basedOn")), properties)
    return found


class _Reader:
    """Walks the body. Nesting is bounded by the parser."""

    def __init__(self, styles: dict[str, _Style], numbering: Numbering) -> None:
        self.styles, self.numbering = styles, numbering

    def blocks(self, element: Any) -> Iterator[Paragraph]:
        """Paragraphs and table rows, in order."""
        for part in element:
            name = local(part)
            if name == "p":
                yield self.paragraph(part)
                for box in _boxes(part):
                    yield from self.blocks(box)
            elif name == "tr":
                yield from self.row(part)
            elif name not in _SKIPPED and name not in ("tblPr", "sectPr", "tblGrid", "sdtPr"):
                yield from self.blocks(part)

    def paragraph(self, element: Any) -> Paragraph:
        """One paragraph, with the number that is printed before it."""
        properties = child(element, "pPr")
        text = "".join(_texts(element))
        styles = list(self._chain(value(child(properties, "pStyle"))))
        numbered = child(properties, "numPr")
        if numbered is None:
            numbered = next((n for s in styles if (n := child(s.properties, "numPr")) is not None), None)
        item = self.numbering.next(numbered) if numbered is not None and text.strip() else None
        if any(style.heading for style in styles) or child(properties, "outlineLvl") is not None:
            return Paragraph("heading", text)
        return Paragraph("item", text, item.number) if item else Paragraph("paragraph", text)

    def row(self, element: Any) -> Iterator[Paragraph]:
        """A table row on one line; a cell that holds several paragraphs is read as running text."""
        cells = [list(self.blocks(cell)) for cell in _cells(element)]
        if len(cells) > 1 and all(sum(1 for p in cell if p.text.strip()) <= 1 for cell in cells):
            texts = [" ".join(" ".join(p.text for p in cell).split()) for cell in cells]
            yield Paragraph("paragraph", CELLS.join(texts) if any(texts) else "")
        else:
            yield from (paragraph for cell in cells for paragraph in cell)

    def _chain(self, identifier: str | None) -> Iterator[_Style]:
        for _ in range(12):
            style = self.styles.get(identifier or "")
            if style is None:
                return
            yield style
            identifier = style.base


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row, also those that something is wrapped around; not those of tables inside them."""
    for part in row:
        if local(part) == "tc":
            yield part
        elif local(part) != "tr":
            yield from _cells(part)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes of a paragraph; not those inside them, nor the older twin of a drawing."""
    for part in element:
        name = local(part)
        if name == "txbxContent":
            yield part
        elif name != "Fallback":
            yield from _boxes(part)


def _texts(element: Any) -> Iterator[str]:
    """The characters of a paragraph, text boxes aside."""
    for part in element:
        name = local(part)
        if name == "t":
            yield part.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "sym":
            yield "\ufffd"
        elif name == "r":
            yield from _run(part)
        elif name not in _SKIPPED and name != "txbxContent" and isinstance(part.tag, str):
            yield from _texts(part)


def _run(run: Any) -> Iterator[str]:
    """A run; raised digits must not grow onto the number before them."""
    properties = child(run, "rPr")
    vanish = child(properties, "vanish")
    struck = child(properties, "strike")
    if any(mark is not None and value(mark) not in ("0", "false", "off") for mark in (vanish, struck)):
        return
    raised = value(child(properties, "vertAlign")) == "superscript"
    for text in _texts(run):
        yield text.translate(RAISED) if raised else text
