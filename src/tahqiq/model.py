"""The nouns of the project: plain frozen data passed from stage to stage, and nothing else.

Offsets count code points, end exclusive. `Text.raw` is the text as read; `Text.text` is the mended text that
later stages read. Mentions, blocks and claims hold offsets into the mended text; everything a report shows is
mapped back to the raw text by `Text.to_raw`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """What was given. `source` is the name shown (a file name or an address), `kind` one of txt md html pdf docx."""

    source: str
    kind: str
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
    """A part of the mended text: heading, paragraph or item. `number` is the printed number of a list item."""

    kind: str
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

    `pieces` is empty when nothing was mended (then text == raw).
    """

    document: Document
    raw: str
    text: str
    language: str
    blocks: tuple[Block, ...] = ()
    pieces: tuple[Piece, ...] = ()
    repairs: tuple[Repair, ...] = ()
    damage: tuple[Damage, ...] = ()

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

    type: str
    start: int
    end: int
    value: float | None = None
    currency: str | None = None
    date: str | None = None
    first: str | None = None
    last: str | None = None
    term: str | None = None
    others: tuple[str, ...] = ()


Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the article says. `value` is a number, a (low, high) range, a tally mapping, or None for a bare date.

    `date` and `period` are ISO strings (`2017-12`, `2023-10-07/..`); `per` is year or month; money is in dollars.
    """

    value: Any
    unit: str | None
    qualifier: str = "exactly"
    date: str | None = None
    period: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate meaning of a claim. `choices` names what an axis may be where the text settles it ("2019 dollars").

    `per` asks for the value of one year rather than the running sum; `of` is what a share is a share of.
    """

    register: str
    measure: str
    filters: Filters
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of: Filters | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article asserts, with the exact quote. Offsets into the mended text.

    `readings` lists candidate meanings, the likeliest first. `whole` is the id of the claim this one is a part of
    ("46 of them"), `parts` the claims a sum adds. `group` keys figures that are judged together (one sentence, one
    measure). `note` is "unsure" where a mismatch proves nothing; `others` holds further dates the words leave open.
    """

    id: str
    kind: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    stated: Stated
    group: str | None = None
    whole: str | None = None
    parts: tuple[str, ...] = ()
    filters_mode: str = "all"
    note: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was given: the code of a message and what fills it, told in both languages by reporting."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


Window = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """A reading's value at the as-of date and the windows in which the stated value holds (last day included).

    `rows` are row ids, `definition` the choices joined by "/", `same` further definitions that count the same rows.
    `value` is None where the record cannot answer.
    """

    register: str
    measure: str
    definition: str
    choices: Mapping[str, str]
    default: bool
    value: Any
    as_of: date
    holds: tuple[Window, ...]
    query: str
    rows: tuple[str, ...]
    sources: tuple[str, ...]
    same: tuple[str, ...] = ()
    missing_at_most: float = 0
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with its verdict, the reason and every answer."""

    claim: Claim
    verdict: str
    reason: Reason
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Figures judged together. `joint` names the definitions and windows that serve them all."""

    id: str
    claims: tuple[str, ...]
    verdict: str
    joint: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list in the article. status: matched, misdated, not_in_record, damaged, lost."""

    number: int | None
    start: int
    end: int
    date: str | None
    row: str | None
    status: str


@dataclass(frozen=True, slots=True)
class ListGap:
    """A run of lost numbers (first, last) and the rows that fall between the dates of its neighbours."""

    numbers: tuple[int, int]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListFinding:
    """A list of the article set against the record. Offsets into the mended text."""

    heading: str
    start: int
    end: int
    register: str
    filters: Filters
    items: tuple[ListItem, ...]
    gaps: tuple[ListGap, ...]
    missing: tuple[str, ...]
    extra: tuple[int, ...]
    stated_count: int | None
    definition: str = ""
    record_count: int | None = None


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date figures are held against: one day, or an interval whose start is the latest event dated in the text."""

    start: date
    end: date
    basis: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check found."""

    text: Text
    as_of: AsOf
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    lists: tuple[ListFinding, ...]
    damage: tuple[Damage, ...]
    record: Mapping[str, Mapping[str, str]]
