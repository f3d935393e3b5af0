"""What was given and what it reads: the document, its text with the way back, its blocks and mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tahqiq.model.sets import BlockKind, DocumentKind, MentionType


@dataclass(frozen=True, slots=True)
class Document:
    """What was given. `source` is the name shown (a file name or an address)."""

    source: str
    kind: DocumentKind
    sha256: str
    published: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """One reversible mend: raw[start:end] == before, and the mended text shows `after` in its place."""

    kind: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Damage:
    """A place that form alone cannot mend. Raw offsets; `kind` names a message, `details` fill it."""

    kind: str
    start: int
    end: int
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the mended text: `number` is the printed number of a list item."""

    kind: BlockKind
    start: int
    end: int
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the mended text: copied (raw_end == raw + length), put in (raw_end == raw), or left out (length == 0).

    A run left out stands at the position where the raw text goes on after it, and `before` keeps its characters: the
    mended text and the pieces are enough to rebuild the raw text.
    """

    mended: int
    length: int
    raw: int
    raw_end: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A readable text with a way back from every position to the text as read.

    `pieces` is empty when nothing was mended (then text == raw). `language_read` is false where no claims are read in
    the language of the text.
    """

    document: Document
    raw: str = field(repr=False)
    text: str = field(repr=False)
    language: str
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    repairs: tuple[Repair, ...] = field(default=(), repr=False)
    damage: tuple[Damage, ...] = ()
    language_read: bool = True

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The smallest raw span that holds everything text[start:end] came from."""
        if not self.pieces:
            return start, end
        low, high = len(self.raw), 0
        index = max(0, bisect_right(self.pieces, start, key=lambda p: p.mended) - 1)
        while index < len(self.pieces) and self.pieces[index].mended < end:
            piece = self.pieces[index]
            index += 1
            if piece.mended + piece.length <= start:
                continue
            if piece.raw_end - piece.raw == piece.length:
                first = piece.raw + max(0, start - piece.mended)
                last = piece.raw + min(piece.length, end - piece.mended)
            else:
                first, last = piece.raw, piece.raw_end
            low, high = min(low, first), max(high, last)
        return (low, high) if low <= high else (start, start)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the mended text that names a value or a term.

    type: number, ordinal, percentage (value a fraction), money (value in the main unit, `currency` ISO 4217 or None),
    date (`date`: 2024, 2024-04, 2024-04-18, or XXXX-04-18 without a year), period (`first`, `last`, both included),
    term (`term` is the id in the vocabulary). `others` holds further dates of a month pair that disagrees.
    """

    type: MentionType
    start: int
    end: int
    value: float | None = None
    currency: str | None = None
    date: str | None = None
    first: str | None = None
    last: str | None = None
    term: str | None = None
    others: tuple[str, ...] = ()
