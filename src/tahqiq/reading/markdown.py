"""Markdown: blocks and markup in two passes of bounded patterns, so that hostile nesting costs no more than its length.

Only what changes the reading of an article is known: front matter, headings, lists, quotes, tables, fences, links,
images, emphasis, code, footnote marks, tags. Markup is left out of the mended text; it is no repair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tahqiq.model import Block
from tahqiq.reading.draft import MARKUP, Edit, settle
from tahqiq.reading.lines import lines
from tahqiq.reading.plain import Parsed, numbered_block, title_of

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|published|publishdate|pubdate)[ \t]*:[ \t]*[\"']?(.{1,300}?)[\"']?[ \t]*\r?$", re.I | re.M
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?){1,50}")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"=+|-{2,}")
_REFERENCE = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S")
_FENCE = re.compile(r"`{3,}|~{3,}")
_URL = (
    r"\([ \t]*<?(?:[^()\s<>]|\([^()\s]{0,200}\)){1,2000}>?(?:[ \t]+\"[^\"\n]{0,300}\"|[ \t]+'[^'\n]{0,300}')?[ \t]*\)"
)
_IMAGE = rf"!\[[^\[\]\n]{{0,500}}\]{_URL}"
_INLINE = re.compile(
    r"(?P<escape>\\(?=[\\`*_{}\[\]()#+\-.!|>~\"]).)"
    r"|(?P<ticks>`{1,3})(?!`)[^`\n]{1,300}(?P=ticks)(?!`)"
    rf"|!\[(?P<alt>[^\[\]\n]{{0,500}})\]{_URL}"
    rf"|\[(?!\^)(?P<label>(?:[^\[\]\n]|{_IMAGE}){{1,500}})\](?:(?!\(\s*#?\s*\)){_URL}|\[[^\[\]\n]{{0,200}}\])"
    r"|(?P<note>\[\^[^\]\s]{1,30}\])"
    r"|(?P<open><)(?=https?://[^\s<>]{1,2000}>)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<stars>\*{1,3}|~~)"
    r"|(?P<under>(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_]))"
)


@dataclass(slots=True)
class _State:
    """The block being gathered and everything found so far."""

    raw: str
    blocks: list[Block] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    opened: Block | None = None
    fence: str = ""
    literal: set[int] = field(default_factory=set)

    def flush(self) -> None:
        if self.opened:
            self.blocks.append(self.opened)
        self.opened = None

    def drop(self, start: int, end: int) -> None:
        if end > start:
            self.edits.append(Edit(MARKUP, start, end))


def parse_markdown(raw: str) -> Parsed:
    """The blocks of a Markdown text, and its markup as edits."""
    state, begin, fields = _State(raw), 0, dict[str, str]()
    front = _FRONT.match(raw)
    if front:
        begin = front.end()
        state.drop(0, begin)
        fields = {found[1].lower(): found[2] for found in _FIELD.finditer(front[1])}
    for start, end in _comments(raw, begin):
        state.drop(start, end)
    hidden = [(edit.start, edit.end) for edit in state.edits]
    for line in lines(raw):
        if line.start >= begin and not _inside(hidden, line.start):
            _line(state, line.start, line.end)
    state.flush()
    for block in state.blocks:
        if block.start not in state.literal:
            state.edits.extend(_inline(raw, block.start, block.end))
    title = fields.get("title") or title_of(raw, state.blocks)
    return Parsed(raw, tuple(state.blocks), tuple(settle(state.edits)), title, _published(fields))


def _comments(raw: str, position: int) -> Iterator[tuple[int, int]]:
    while (start := raw.find("<!--", position)) >= 0:
        close = raw.find("-->", start)
        if close < 0:
            return
        position = close + 3
        yield start, position


def _is_rule(line: str) -> bool:
    """A line across the page (`---`, `* * *`), or the line under the head of a table."""
    marks = set(line) - {" ", "\t"}
    alone = len(marks) == 1 and marks <= set("*-_") and sum(line.count(mark) for mark in marks) > 2
    return alone or ({"|", "-"} <= marks <= set("|:-"))


def _inside(hidden: list[tuple[int, int]], position: int) -> bool:
    while hidden and hidden[0][1] <= position:
        hidden.pop(0)
    return bool(hidden) and hidden[0][0] <= position


def _published(fields: dict[str, str]) -> date | None:
    for name in ("date", "published", "publishdate", "pubdate"):
        found = _DAY.match(fields.get(name, ""))
        if found:
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return None
    return None


def _line(state: _State, start: int, end: int) -> None:
    quote = _QUOTE.match(state.raw, start, end)
    if quote and not state.fence:
        state.drop(start, quote.end())
        start = quote.end()
    fence = _FENCE.match(state.raw, start, end)
    if fence and (not state.fence or state.raw.startswith(state.fence, start)):
        state.flush()
        state.fence = "" if state.fence else fence[0]
        state.drop(start, end)
    elif state.fence:
        if end > start:
            state.literal.add(start)
            state.blocks.append(Block("paragraph", start, end))
    elif start == end:
        state.flush()
    else:
        _content(state, start, end)


def _content(state: _State, start: int, end: int) -> None:
    raw, opened = state.raw, state.opened
    hashes = _HASHES.match(raw, start, end)
    if hashes:
        state.flush()
        closing = _CLOSING.search(raw, hashes.end(), end)
        stop = closing.start() if closing else end
        state.drop(start, hashes.end())
        state.drop(stop, end)
        state.blocks.append(Block("heading", hashes.end(), stop))
    elif opened and opened.kind == "paragraph" and _UNDERLINE.fullmatch(raw, start, end):
        state.opened = Block("heading", opened.start, opened.end)
        state.flush()
        state.drop(start, end)
    elif _is_rule(raw[start:end]) or _REFERENCE.match(raw, start, end):
        state.flush()
        state.drop(start, end)
    else:
        _flow(state, start, end)


def _flow(state: _State, start: int, end: int) -> None:
    """An item, a table row, or a line of running text that opens or continues a block."""
    item = numbered_block(state.raw, start, end)
    opened = state.opened
    wrapped = item and item.number is not None and opened and opened.kind == "paragraph" and item.number != 1
    if (item and not wrapped) or state.raw[start] == "|":
        state.flush()
        state.opened = item or Block("paragraph", start, end)
    elif opened:
        state.opened = Block(opened.kind, opened.start, end, opened.number)
    else:
        state.opened = Block("paragraph", start, end)


def _inline(raw: str, start: int, end: int, depth: int = 0) -> Iterator[Edit]:
    """The markup inside a block. Only marks are left out, so that constructs inside one another stay apart."""
    for found in _INLINE.finditer(raw, start, end):
        low, high = found.span()
        inner = found.lastgroup if found.lastgroup in ("alt", "label") else None
        if inner:
            yield from _around(low, high, found.span(inner))
            if depth < 2:
                yield from _inline(raw, *found.span(inner), depth + 1)
        elif found["ticks"]:
            yield from _around(low, high, (found.end("ticks"), high - len(found["ticks"])))
        elif found["escape"]:
            yield Edit(MARKUP, low, low + 1)
        elif found["open"]:
            close = raw.index(">", low)
            yield from _around(low, close + 1, (low + 1, close))
        elif not found["stars"] or _flanking(raw, low, high):
            yield Edit(MARKUP, low, high)


def _around(low: int, high: int, inner: tuple[int, int]) -> Iterator[Edit]:
    for start, end in ((low, inner[0]), (inner[1], high)):
        if end > start:
            yield Edit(MARKUP, start, end)


def _flanking(raw: str, low: int, high: int) -> bool:
    """Whether stars mark emphasis: against a word on one side only. Between two words or alone they are text."""
    before, after = raw[low - 1 : low], raw[high : high + 1]
    if before.isalnum() and after.isalnum():
        return high - low > 1
    return bool(before.strip() or after.strip())
