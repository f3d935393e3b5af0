"""Markdown: what CommonMark takes for text is read, and the marks around it are left out; they are no repair.

pulldown-cmark (by pyromark) tells every run of text with its place. Beyond CommonMark: front matter, tables, footnotes,
numbered items in other digits than ASCII, and text inside blocks of HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from pyromark import Markdown, Options

from tahqiq.model import Block, BlockKind
from tahqiq.reading.assemble import RAISED
from tahqiq.reading.decode import printable
from tahqiq.reading.draft import MARKUP, Edit, settle
from tahqiq.reading.lines import lines, number_of
from tahqiq.reading.plain import Parsed, numbered_block, title_of

_PARSER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH)
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|published|publishdate|pubdate)[ \t]*+:[ \t]*+[\"']?(.{1,300}?)[\"']?[ \t]*\r?$", re.I | re.M
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NOTE = re.compile(r"\[\^[^\]\s]{1,30}\]")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z][^<>]{0,1000}>", re.DOTALL | re.IGNORECASE
)
_WITHIN = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|time|u|wbr)"
    r"[\s/>]",
    re.IGNORECASE,
)
"""Tags that stand within a line."""
_SUP = re.compile(r"</?sup[\s/>]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SHOWN = re.compile(r"[^\r\n]+")
_BARS = "| \t"
_DEAD = ("", "#")
"""Addresses of links that lead nowhere: a rule of repair looks for them."""
_BLOCKS = frozenset({"Paragraph", "Heading", "Item", "TableHead", "TableRow", "CodeBlock", "HtmlBlock", "Rule"})


def parse_markdown(raw: str) -> Parsed:
    """The blocks of a Markdown text, and its markup as edits."""
    front = _FRONT.match(raw)
    fields = {found[1].lower(): found[2] for found in _FIELD.finditer(front[1])} if front else {}
    reader = _Reader(raw, front.end() if front else 0)
    reader.read()
    title = fields.get("title") or title_of(raw, reader.blocks)
    return Parsed(raw, tuple(reader.blocks), tuple(settle(reader.edits())), title, _published(fields))


def _published(fields: dict[str, str]) -> date | None:
    for name in ("date", "published", "publishdate", "pubdate"):
        found = _DAY.match(fields.get(name, ""))
        if found:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return None
    return None


class _Places:
    """From places in bytes to places in the text. They are asked mostly in order, so each step is short."""

    def __init__(self, raw: str, begin: int) -> None:
        self.data, self.byte, self.place = raw[begin:].encode(), 0, begin

    def __call__(self, byte: int) -> int:
        if byte >= self.byte:
            self.place += len(self.data[self.byte : byte].decode())
        else:
            self.place -= len(self.data[byte : self.byte].decode())
        self.byte = byte
        return self.place


class _Reader:
    """Gathers what is shown: spans that stay, characters that stand for others, and the blocks they make."""

    def __init__(self, raw: str, begin: int) -> None:
        self.raw, self.begin, self.at = raw, begin, _Places(raw, begin)
        self.blocks: list[Block] = []
        self.shown: list[tuple[int, int]] = []
        self.written: list[Edit] = []
        self.coded: set[int] = set()
        self.opened: Block | None = None
        self.line: tuple[int, int] | None = None
        self.kind: BlockKind = "paragraph"
        self.item: tuple[int | None] | None = None  # the number of the item whose first line this is
        self.row: int | None = None
        self.code = ""
        self.html = 0
        self.raised = False
        self.dead: list[bool] = []

    def read(self) -> None:
        """Take in every event of the parser."""
        for event, span in _PARSER.events_with_range(self.raw[self.begin :]):
            name, what = _named(event)
            if name == "Start":
                self._start(*_named(what), self.at(span["start"]))
            elif name == "End":
                self._end(_named(what)[0], self.at(span["end"]))
            else:
                self._inside(name, what, self.at(span["start"]), self.at(span["end"]))
        self._flush()

    def edits(self) -> Iterator[Edit]:
        """What is not shown, what is written in the place of an entity, and the marks of notes that are missing."""
        yield from self.written
        edges = [(0, 0), *self.shown, (len(self.raw), len(self.raw))]
        for (_, low), (high, _) in pairwise(edges):
            yield from (Edit(MARKUP, *found.span()) for found in _SHOWN.finditer(self.raw, low, high))
        for block in self.blocks:
            if block.start not in self.coded:
                yield from (Edit(MARKUP, *found.span()) for found in _NOTE.finditer(self.raw, block.start, block.end))

    def _start(self, tag: str, what: Any, place: int) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag == "Heading":
            self.kind = "heading"
        elif tag == "Item":
            self._number(place)
        elif tag == "CodeBlock":
            self.code = "literal" if isinstance(what, dict) else "running"
        elif tag == "HtmlBlock":
            self.html = place
        elif tag in ("TableHead", "TableRow"):
            self.row = place
        elif tag == "TableCell":
            self._between(place)
        elif tag == "Link":
            self.dead.append(what["dest_url"].strip() in _DEAD)
            if self.dead[-1]:
                self._show(place, place + 1)

    def _end(self, tag: str, place: int) -> None:
        if tag == "HtmlBlock":
            self._markup(place)
        elif tag in ("TableHead", "TableRow"):
            self._between(place)
            self.row = None
        elif tag == "Link" and self.dead.pop():
            self._show(self.raw.rfind("]", 0, place), place)
        if tag in _BLOCKS:
            self._flush()
            self.kind, self.code, self.item, self.raised = "paragraph", "", None, False

    def _inside(self, name: str, what: Any, start: int, end: int) -> None:
        """What stands within a block."""
        if name == "Text" and self.code:
            self._code(start, end)
        elif name == "Text":
            self._between(start)
            self._show(start, end, what.translate(RAISED) if self.raised else what)
        elif name == "Code":
            self._between(start)
            ticks = end - start - len(self.raw[start:end].lstrip("`"))
            self._show(start + ticks, end - ticks)
        elif name in ("SoftBreak", "HardBreak"):
            self._close()
        elif name == "InlineHtml":
            self._tag(start, end)

    def _show(self, start: int, end: int, written: str | None = None) -> None:
        """A span of text; `written` is how it reads where that differs."""
        if start >= end:
            return
        self.shown.append((start, end))
        if written is not None and written != self.raw[start:end]:
            self.written.append(Edit(MARKUP, start, end, (printable(written),)))
        self.line = (self.line[0] if self.line else start, end)
        self.row = None if self.row is None else end

    def _between(self, place: int) -> None:
        """In a row of a table the bars and blanks before a place stay, as they tell cells apart; other marks do not."""
        if self.row is None:
            return
        start, gap = self.row, self.raw[self.row : place].rstrip("\r\n")
        marks = gap.strip(_BARS)
        inner = start + gap.find(marks)
        self._show(start, inner if marks else start + len(gap))
        if marks:
            self._show(inner + len(marks), start + len(gap))

    def _number(self, place: int) -> None:
        """The head of an item: its number is a part of the text, a bullet is not."""
        found = number_of(self.raw, place, min(place + 20, len(self.raw)))
        self.item = (found[0] if found else None,)
        if found:
            end = found[1]
            while self.raw[end] in " \t":
                end += 1
            self._show(place, end)

    def _code(self, start: int, end: int) -> None:
        """Code as it stands: a fence holds lines of their own, an indent is mostly that of a paragraph."""
        for line in lines(self.raw[start:end]):
            self._show(start + line.start, start + line.end)
            if self.code == "literal" and self.line:
                self.coded.add(self.line[0])
                self.blocks.append(Block("paragraph", *self.line))
                self.line = None
            self._close()

    def _markup(self, end: int) -> None:
        """The text inside a block of HTML."""
        position = self.html
        for tag in _TAG.finditer(self.raw, position, end):
            self._lines(position, tag.start())
            self._tag(*tag.span())
            position = tag.end()
        self._lines(position, end)

    def _lines(self, start: int, end: int) -> None:
        for found in _SHOWN.finditer(self.raw, start, end):
            if not found[0].isspace():
                self._entities(*found.span())
            if self.raw[found.end() : found.end() + 1] in ("\r", "\n"):
                self._close()

    def _tag(self, start: int, end: int) -> None:
        """A tag that parts what is before it from what is after it reads as the end of a line."""
        if _SUP.match(self.raw, start, end):
            self.raised = self.raw[start + 1] != "/"
        if self.raw.startswith("<!", start) or _WITHIN.match(self.raw, start, end):
            return
        self._close()
        if self.raw[start : start + 3].lower() != "<br":
            self._flush()
        self.shown.append((start, end))
        self.written.append(Edit(MARKUP, start, end, ("\n",)))

    def _entities(self, start: int, end: int) -> None:
        for found in [*_ENTITY.finditer(self.raw, start, end), None]:
            stop = found.start() if found else end
            self._show(start, stop, self.raw[start:stop].translate(RAISED) if self.raised else None)
            if found:
                self._show(*found.span(), html.unescape(found[0]))
                start = found.end()

    def _close(self) -> None:
        """The end of a line: it opens a block, or goes on with the one that is open."""
        if self.line is None:
            return
        (start, end), self.line = self.line, None
        item, self.item, opened = self.item, None, self.opened
        if item:
            self.opened = Block("item", start, end, item[0])
            return
        found = numbered_block(self.raw, start, end) if self.kind == "paragraph" else None
        wrapped = found and found.number not in (None, 1) and opened and opened.kind == "paragraph"
        if found and not wrapped:
            self._flush()
            self.opened = found
        elif opened:
            self.opened = Block(opened.kind, opened.start, end, opened.number)
        else:
            self.opened = Block(self.kind, start, end)

    def _flush(self) -> None:
        self._close()
        if self.opened:
            self.blocks.append(self.opened)
        self.opened = None


def _named(what: Any) -> tuple[str, Any]:
    """A tag and what is told of it."""
    return (what, None) if isinstance(what, str) else next(iter(what.items()))
