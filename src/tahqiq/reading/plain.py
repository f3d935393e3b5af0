"""Plain text: title, headings, paragraphs and list items, told by form alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tahqiq.model import Block, Damage
from tahqiq.reading.draft import Edit
from tahqiq.reading.lines import BULLET, WIDE, ends_sentence, groups, number_of, units

_HEADING_WORDS, _HEADING_LENGTH = 14, 100
_QUESTIONS = ("?", "\u061f")
_OPEN = (":", ";", ",", "\u060c", "\u061b")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format gives: the text as read, its blocks, markup not to be shown, and losses the format tells."""

    raw: str
    blocks: tuple[Block, ...]
    markup: tuple[Edit, ...] = ()
    title: str | None = None
    published: date | None = None
    damage: tuple[Damage, ...] = ()


def parse_plain(raw: str) -> Parsed:
    """The blocks of a plain text."""
    blocks: list[Block] = []
    for group in groups(raw):
        spans = list(units(raw, group))
        alone = len(spans) == 1 or any(line.end - line.start > WIDE for line in group)
        blocks += [_block(raw, start, end, alone=alone) for start, end in spans]
    blocks = _headings_lead(blocks)
    return Parsed(raw, tuple(blocks), title=title_of(raw, blocks))


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The first block, when it is a heading."""
    if blocks and blocks[0].kind == "heading":
        return " ".join(text[blocks[0].start : blocks[0].end].split())
    return None


def numbered_block(text: str, start: int, end: int) -> Block | None:
    """A list item, if the span has the form of one. A numbered item keeps its number in the span, a bullet does not."""
    found = number_of(text, start, end)
    if found:
        return Block("item", start, end, found[0])
    bullet = BULLET.match(text, start, end)
    if bullet:
        after = bullet.end()
        while text[after].isspace():
            after += 1
        return Block("item", after, end)
    return None


def _block(text: str, start: int, end: int, *, alone: bool) -> Block:
    item = numbered_block(text, start, end)
    if item:
        return item
    return Block("heading" if is_heading(text[start:end], alone=alone) else "paragraph", start, end)


def is_heading(part: str, *, alone: bool) -> bool:
    """A short line standing alone without a final full stop, or one that ends in a question mark."""
    if "\n" in part or len(part) > _HEADING_LENGTH or len(part.split()) > _HEADING_WORDS:
        return False
    if part.endswith(_QUESTIONS):
        return alone and not any(mark in part[:-1] for mark in (". ", *_QUESTIONS))
    return alone and not ends_sentence(part) and not part.endswith(_OPEN) and any(c.isalpha() for c in part)


def _headings_lead(blocks: list[Block]) -> list[Block]:
    """A heading has something below it: one at the very end, or alone, is a paragraph."""
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind != "heading":
            break
        blocks[index] = replace(blocks[index], kind="paragraph")
    return blocks
