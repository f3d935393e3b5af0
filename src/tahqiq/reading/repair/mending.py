"""Repair by form: the rules in their order, over one text. Nothing here knows what the text says.

First what was coded twice or is not shown (markup, dead links), then the order of words (days, Latin words, headings),
then blanks. What is left broken is named as damage, with offsets into the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tahqiq.catalog.repairs import RepairWords, repair_words
from tahqiq.model import Block, Damage
from tahqiq.reading.coded_twice import coded_twice
from tahqiq.reading.draft import Draft, Edit, settle, shift
from tahqiq.reading.lines import trim
from tahqiq.reading.repair.list_dates import displaced_days, month_pairs
from tahqiq.reading.repair.losses import list_gaps, repeated_sentences
from tahqiq.reading.repair.weekdays import wrong_weekdays
from tahqiq.reading.repair.word_order import cut_off, displaced_latin, orphaned_latin, reversed_headings

_DEAD_LINK = re.compile(r"\[(?P<label>[^\[\]\r\n]{1,300})\]\([ \t]*+#?[ \t]*+\)")
_STRAY_SPACE = re.compile(r"[ \t\u00a0]\.(?!\s*\.)(?=[\s\"\u201d\u00bb)]|\Z)")
_BROKEN_WORD = re.compile(r"(?<=[a-z\u0620-\u064a])-[ \t]*+\r?\n[ \t]*+(?=[a-z\u0620-\u064a])")
"""A word parted at the end of a line, in scripts where a small letter or any letter may go on."""
_BLANKS = " \t\u00a0"
_BROKEN = 3


@dataclass(frozen=True, slots=True)
class Mended:
    """A finished draft with its blocks (offsets into its text) and damage (offsets into the raw text)."""

    draft: Draft
    blocks: tuple[Block, ...]
    damage: tuple[Damage, ...]


def mend(raw: str, blocks: Sequence[Block], markup: Sequence[Edit], language: str) -> Mended:
    """Apply every rule of form of the language to a text."""
    draft, blocks = _step(Draft.of(raw), blocks, markup)
    draft, blocks = _step(draft, blocks, coded_twice(draft.text))
    draft, blocks = _step(draft, blocks, _dead_links(draft.text))
    draft, blocks = _step(draft, blocks, _broken_words(draft.text))
    words = repair_words().get(language)
    found: list[tuple[int, int, Damage]] = []
    broken = False
    if words:
        moves, doubts = displaced_days(draft.text, blocks, words)
        headings = list(reversed_headings(draft.text, blocks, words))
        broken = len(moves) + len(headings) >= _BROKEN
        latin = displaced_latin(draft.text, blocks, words, broken=broken)
        doubtful = {number: block.start for block, number in doubts}
        draft, blocks = _step(draft, blocks, [*moves, *headings, *latin])
        found.extend(_doubtful(blocks, set(doubtful)))
    draft, blocks = _step(draft, blocks, _stray_spaces(draft.text))
    found.extend(_losses(draft.text, blocks, words, broken=broken))
    return Mended(draft, tuple(blocks), _placed(draft, found))


def _step(draft: Draft, blocks: Sequence[Block], edits: Iterable[Edit]) -> tuple[Draft, list[Block]]:
    """Apply edits that lie inside blocks, and carry the blocks over."""
    settled = settle(edits)
    if not settled:
        return draft, list(blocks)
    moved = draft.apply(settled)
    trimmed = (_trimmed(moved.text, block) for block in shift(blocks, settled))
    return moved, [block for block in trimmed if block.start < block.end]


def _trimmed(text: str, block: Block) -> Block:
    if not (text[block.start : block.start + 1].isspace() or text[block.end - 1 : block.end].isspace()):
        return block
    line = trim(text, block.start, block.end)
    return replace(block, start=line.start, end=line.end)


def _dead_links(text: str) -> Iterator[Edit]:
    if "](" in text:
        for found in _DEAD_LINK.finditer(text):
            yield Edit("dead_link", found.start(), found.end(), (found.span("label"),))


def _broken_words(text: str) -> Iterator[Edit]:
    for found in _BROKEN_WORD.finditer(text):
        yield Edit("broken_word", found.start(), found.end())


def _stray_spaces(text: str) -> Iterator[Edit]:
    for found in _STRAY_SPACE.finditer(text):
        stop = start = found.end() - 1
        while start and text[start - 1] in _BLANKS:
            start -= 1
        if start and not text[start - 1].isspace() and text[start - 1] != ".":
            yield Edit("stray_space", start, stop)


def _doubtful(blocks: Sequence[Block], numbers: set[int]) -> Iterator[tuple[int, int, Damage]]:
    for block in blocks:
        if block.number in numbers:
            yield block.start, block.end, Damage("displaced_day", 0, 0, {"number": block.number})


def _losses(
    text: str, blocks: Sequence[Block], words: RepairWords | None, *, broken: bool
) -> Iterator[tuple[int, int, Damage]]:
    yield from list_gaps(blocks)
    yield from repeated_sentences(text, blocks)
    if words:
        yield from month_pairs(text, words)
        yield from wrong_weekdays(text, words)
        yield from cut_off(text, blocks, words)
        if broken:
            yield from orphaned_latin(text, blocks, words)


def _placed(draft: Draft, found: Iterable[tuple[int, int, Damage]]) -> tuple[Damage, ...]:
    """Damage with its offsets in the raw text, in their order."""
    placed = []
    for start, end, damage in found:
        low, high = draft.raw_span(start, end)
        details = dict(damage.details)
        if damage.kind == "repeated":
            details["first"] = draft.raw_span(details["first"], details["first"] + 1)[0]
        placed.append(replace(damage, start=low, end=high, details=details))
    return tuple(sorted(placed, key=lambda d: (d.start, d.end)))
