"""The elements of an HTML article as paragraphs: what a browser prints, in the order it prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

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
    r"(?:^|[\s_-])(?:comments?|respond|related|recommend(?:ed|ations)?|share|sharing|social|newsletter|promo|advert\w{0,20}"
    r"|breadcrumbs?|menu|navbar|sidebar|widget|cookie\w{0,20}|popular|trending|most-?read)(?:$|[\s_-])",
    re.I,
)
_NOTE = re.compile(r"[\[(]?\s*\d{1,3}\s*[\])]?|\[\s*\w\s*\]|[*\u2020\u2021]")
_NOTE_LENGTH = 12
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MOSTLY = 0.9


def plain_text(element: Any) -> str:
    """All text of an element, blanks as they come."""
    return "".join(element.itertext())


def paragraphs(root: Any) -> Iterator[Paragraph]:
    """The paragraphs of an element in reading order."""
    walker = _Walker(link_shares(root))
    walker.walk(root)
    walker.flush()
    yield from walker.found


class _Walker:
    """Gathers running text until a block begins or ends. `links` gives for each list which part of it is links."""

    def __init__(self, links: Mapping[Any, float]) -> None:
        self.links = links
        self.found: list[Paragraph] = []
        self.texts: list[str] = []
        self.kind, self.number = "paragraph", None
        self.numbers: dict[Any, int] = {}

    kind: BlockKind
    number: int | None

    def flush(self) -> None:
        """End the paragraph being gathered; empty lines part it."""
        if not self.texts:
            return
        gathered: list[str] = []
        for line in [*"".join(self.texts).split("\n"), ""]:
            if line.strip(" \t"):
                gathered.append(line.strip(" "))
                continue
            text = "\n".join(gathered).strip()
            gathered.clear()
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
        if _unseen(element) or (tag in ("ul", "div", "section", "header") and self._furniture(element)):
            return
        self.flush()
        outer = self.kind, self.number
        if tag == "ol":
            self.numbers |= _printed(element)
        if tag in _HEADINGS:
            self.kind, self.number = "heading", None
        elif tag == "li":
            self.kind, self.number = "item", self.numbers.get(element)
        elif tag == "pre":
            self.texts.append(plain_text(element))
        if tag != "pre":
            self._inside(element)
        self.flush()
        self.kind, self.number = outer

    def _row(self, row: Any) -> None:
        """The cells side by side; of cells that hold paragraphs, lists or tables one after the other."""
        self.flush()
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) == 1 or _holds_blocks(row):
            for cell in row:
                self._inside(cell)
                self.flush()
            return
        texts = [" ".join(self._cell(cell).split()) for cell in cells]
        if any(texts):
            self.found.append(Paragraph("paragraph", CELLS.join(texts)))

    def _cell(self, cell: Any) -> str:
        walker = _Walker(self.links)
        walker._inside(cell)
        return "".join([*(part.text + " " for part in walker.found), *walker.texts])

    def _furniture(self, element: Any) -> bool:
        """What sites put between paragraphs: named so, or a list that is nearly all links."""
        named = any(_FURNITURE.search(element.get(name) or "") for name in ("class", "id"))
        return named or (element.tag == "ul" and self.links.get(element, 0.0) > _MOSTLY)

    def _raised(self, element: Any) -> None:
        """A note mark is no part of the sentence; other raised digits must not grow onto the number before them."""
        text = plain_text(element)
        link = element.find(".//a") is not None or (element.getparent() is not None and element.getparent().tag == "a")
        bare = text.strip()
        if len(bare) <= _NOTE_LENGTH and _NOTE.fullmatch(bare) and (link or not bare.isdigit()):
            return
        self.texts.append(text.translate(RAISED))


def _holds_blocks(row: Any) -> bool:
    """Whether cells of a row hold a table, an item, or more paragraphs than one."""
    return next(row.iter("table", "li"), None) is not None or bool(row.xpath("boolean(.//p[2])"))


def _printed(ordered: Any) -> dict[Any, int]:
    """The numbers a browser prints before the items of an ordered list."""
    if (ordered.get("type") or "1") != "1":
        return {}
    items = [child for child in ordered if child.tag == "li"]
    step = -1 if ordered.get("reversed") is not None else 1
    number = _integer(ordered.get("start")) or (len(items) if step < 0 else 1)
    found = {}
    for item in items:
        number = _integer(item.get("value")) or number
        if 0 <= number <= 999:
            found[item] = number
        number += step
    return found


def _integer(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text.strip()) else None


def _unseen(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag in HIDDEN or hidden or "display:none" in style


def link_shares(root: Any) -> dict[Any, float]:
    """For each list below an element (those inside others too), which part of its letters are links; in one pass."""
    shares: dict[Any, float] = {}
    letters, linked, begun = 0, 0, list[tuple[int, int]]()
    links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        text = element.text if event == "start" else element.tail
        if event == "start" and element.tag == "ul":
            begun.append((letters, linked))
        if event == "end" and element.tag == "ul":
            before, linked_before = begun.pop()
            own = letters - before
            shares[element] = (linked - linked_before) / own if own else 0.0
        links += (1 if event == "start" else -1) if element.tag == "a" else 0
        found = len("".join(text.split())) if text else 0
        letters += found
        linked += found if links else 0
    return shares
