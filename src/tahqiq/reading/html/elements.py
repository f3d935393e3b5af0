"""The elements of an HTML article as paragraphs: what a browser prints, in the order it prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tahqiq.model import BlockKind
from tahqiq.reading.assemble import CELLS, RAISED, Paragraph

# Never part of an article's text. Struck-out text is withdrawn by its author.
HIDDEN = (
    *("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg", "iframe"),
    *("object", "audio", "video", "canvas", "head", "del", "s", "strike", "dialog", "menu", "math"),
)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    *("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "header", "hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *_HEADINGS),
}
# Words in class or id of what sites put around and between the paragraphs of an article.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|related|recommend(?:ed|ations)?|share|sharing|social|newsletter|promo|advert\w*"
    r"|breadcrumbs?|menu|navbar|sidebar|widget|cookie\w*|popular|trending|most-?read)(?:$|[\s_-])",
    re.I,
)
_NOTE = re.compile(r"\s*[\[(]?\s*\d{1,3}\s*[\])]?\s*|\s*\[\s*\w\s*\]\s*|\s*[*\u2020\u2021]\s*")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def plain_text(element: Any) -> str:
    """All text of an element, blanks as they come."""
    return "".join(element.itertext())


def paragraphs(root: Any) -> Iterator[Paragraph]:
    """The paragraphs of an element in reading order."""
    walker = _Walker()
    walker.walk(root)
    walker.flush()
    yield from walker.found


class _Walker:
    """Gathers running text until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self.texts: list[str] = []
        self.kind, self.number = "paragraph", None

    kind: BlockKind
    number: int | None

    def flush(self) -> None:
        """End the paragraph being gathered."""
        for part in re.split(r"\n[ \t]*\n\s*", "".join(self.texts)):
            text = "\n".join(line.strip(" ") for line in part.strip("\n").split("\n")).strip()
            if text:
                self.found.append(Paragraph(self.kind, text, self.number))
                self.number = None
        self.texts.clear()

    def walk(self, element: Any) -> None:
        """Read an element and what is in it (depth is bounded by the parser)."""
        tag = element.tag
        if tag == "br":
            self.texts.append("\n")
        elif tag == "tr":
            self._row(element)
        elif tag == "sup":
            self._raised(element)
        elif tag in _BLOCKS:
            self._block(element, tag)
        elif isinstance(tag, str) and not _unseen(element):
            self._inside(element)

    def _inside(self, element: Any) -> None:
        self._text(element.text)
        for child in element:
            self.walk(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.texts.append(_SPACE.sub(" ", text))

    def _block(self, element: Any, tag: str) -> None:
        if _unseen(element) or (tag in ("ul", "div", "section", "header") and _furniture(element)):
            return
        self.flush()
        outer = self.kind, self.number
        if tag in _HEADINGS:
            self.kind, self.number = "heading", None
        elif tag == "li":
            self.kind, self.number = "item", _printed(element)
        elif tag == "pre":
            self.texts.append(re.sub(r"\n[ \t]*\n", "\n \n", plain_text(element)))
        if tag != "pre":
            self._inside(element)
        self.flush()
        self.kind, self.number = outer

    def _row(self, row: Any) -> None:
        self.flush()
        cells = [" ".join(_cell(cell).split()) for cell in row if cell.tag in ("td", "th")]
        blocks = row.xpath(".//table|.//p[2]|.//li")
        if len(cells) == 1 or blocks:
            for cell in row:
                self._inside(cell)
                self.flush()
        elif any(cells):
            self.found.append(Paragraph("paragraph", CELLS.join(cells)))

    def _raised(self, element: Any) -> None:
        """A note mark is no part of the sentence; other raised digits must not grow onto the number before them."""
        text = plain_text(element)
        link = element.find(".//a") is not None or (element.getparent() is not None and element.getparent().tag == "a")
        if _NOTE.fullmatch(text) and (link or not text.strip().isdigit()):
            return
        self.texts.append(text.translate(RAISED))


def _cell(cell: Any) -> str:
    walker = _Walker()
    walker._inside(cell)
    return "".join([*(part.text + " " for part in walker.found), *walker.texts])


def _printed(item: Any) -> int | None:
    """The number a browser prints before an item of an ordered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or (parent.get("type") or "1") != "1":
        return None
    items = [child for child in parent if child.tag == "li"]
    backwards = parent.get("reversed") is not None
    number = _integer(parent.get("start")) or (len(items) if backwards else 1)
    for other in items:
        number = _integer(other.get("value")) or number
        if other is item:
            return number if 0 <= number <= 999 else None
        number += -1 if backwards else 1
    return None


def _integer(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text.strip()) else None


def _unseen(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag in HIDDEN or hidden or "display:none" in style


def _furniture(element: Any) -> bool:
    """What sites put between paragraphs: named so, or a list that is nearly all links."""
    if _FURNITURE.search(element.get("class") or "") or _FURNITURE.search(element.get("id") or ""):
        return True
    if element.tag == "ul":
        text = len("".join(plain_text(element).split()))
        links = sum(len("".join(plain_text(link).split())) for link in element.iter("a"))
        return text > 0 and links > 0.9 * text
    return False
