"""Paragraphs of a structured format, put together to a text as read with its blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tahqiq.catalog.repairs import MARKS
from tahqiq.errors import InputError
from tahqiq.model import Block, BlockKind, Damage
from tahqiq.reading.decode import printable
from tahqiq.reading.plain import Parsed, numbered_block

CELLS = " | "
RAISED = str.maketrans("0123456789+-", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b")
"""Digits that a format raises, as the superscripts of plain text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a format: heading, paragraph or item, with the number the format prints before it.

    The kind `lost_page` has no text and names a page that holds none.
    """

    kind: BlockKind | Literal["lost_page"]
    text: str
    number: int | None = None


def assemble(
    paragraphs: Iterable[Paragraph], source: str, *, title: str | None = None, published: date | None = None
) -> Parsed:
    """The text of a document: paragraphs parted by an empty line, numbers printed before their items.

    Raises InputError `no_text` when there is nothing to read.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    damage: list[Damage] = []
    length, previous = 0, ""
    for paragraph in paragraphs:
        if paragraph.kind == "lost_page":
            damage.append(Damage("page_without_text", length, length, {"page": paragraph.number}))
            continue
        content = printable(paragraph.text).strip()
        if not content.strip(MARKS):
            continue
        printed = f"{paragraph.number}. {content}" if paragraph.number is not None else content
        joint = "" if not parts else "\n" if previous == paragraph.kind == "item" else "\n\n"
        start = length + len(joint)
        parts += [joint, printed]
        length, previous = start + len(printed), paragraph.kind
        blocks.append(Block(paragraph.kind, start, length, paragraph.number))
    raw = "".join(parts)
    if not raw:
        raise InputError("no_text", source=source)
    first = blocks[0]
    heading = raw[first.start : first.end] if first.kind == "heading" else None
    itemised = tuple(_itemised(raw, block) for block in blocks)
    return Parsed(
        raw, itemised, title=printable(title) if title else heading, published=published, damage=tuple(damage)
    )


def _itemised(raw: str, block: Block) -> Block:
    """A paragraph that prints a number of its own is an item, whatever the format calls it."""
    if block.kind == "heading" or block.number is not None:
        return block
    return numbered_block(raw, block.start, block.end) or block
