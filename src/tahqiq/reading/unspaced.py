"""A text in a script without spaces, written out with them: only so is it read for figures and claims.

What a user sees stays as it was given; `Written.back` leads back to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tahqiq.catalog.unspaced import Unspaced, load_unspaced
from tahqiq.model import Block, Span, Text
from tahqiq.reading.draft import Draft, Edit, Part, settle, shift

SPACE = " "
OPENERS = "([\u201c\u2018\u00ab"
"""Marks that open, so that a space stands before them and none behind."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text written out: `draft` as it is read, `blocks` in it, `moved` what of the text given was put in another
    order or words.
    """

    draft: Draft
    blocks: tuple[Block, ...]
    moved: tuple[Span, ...]

    def back(self, start: int, end: int) -> Span:
        """The place in the text given: of what was moved, all of it."""
        first, last = self.draft.raw_span(start, end)
        at = bisect_right(self.moved, first, key=lambda span: span[1])
        while at < len(self.moved) and self.moved[at][0] < last:
            first, last = min(first, self.moved[at][0]), max(last, self.moved[at][1])
            at += 1
        return first, last


def as_read(text: Text, written: Written) -> Text:
    """The text as it is read; its `raw` is the text given, marks and digits made even."""
    draft = written.draft
    return replace(text, raw=draft.raw, text=draft.text, blocks=written.blocks, pieces=draft.pieces(), repairs=())


def write_out(text: str, blocks: Sequence[Block], language: str) -> Written | None:
    """The text with spaces between its words, and its blocks there; None where the language writes them itself."""
    cutter = load_unspaced(language)
    if cutter is None:
        return None
    even = cutter.even(text)
    moves = settle(_rewritten(cutter, cutter.folded(even)))
    draft, placed = _step(Draft.of(even), blocks, (*moves, *_parted(cutter, text)))
    draft, placed = _step(draft, placed, _spaces(cutter, draft.text))
    return Written(draft, tuple(placed), tuple((m.start, m.end) for m in moves))


def _step(draft: Draft, blocks: Sequence[Block], edits: Iterable[Edit]) -> tuple[Draft, Sequence[Block]]:
    settled = settle(edits)
    return draft.apply(settled), shift(blocks, settled)


def _rewritten(cutter: Unspaced, text: str) -> Iterator[Edit]:
    """What is said in another order: "three of four parts", "the number 4, more than"."""
    for rule in cutter.rules:
        for found in rule.fits.finditer(text):
            parts: tuple[Part, ...] = tuple(found.span(p) if isinstance(p, int) else p for p in rule.written)
            yield Edit("", found.start(), found.end(), tuple(p for p in parts if p != (-1, -1)))


def _parted(cutter: Unspaced, text: str) -> Iterator[Edit]:
    """A space between a mark of the script, which is as wide as one, and the figure or the letter beside it."""
    for found in cutter.mark.finditer(text):
        at = found.start()
        if all(c.isdigit() and not c.isascii() for c in (text[at - 1 : at], text[at + 1 : at + 2])):
            continue  # digits as wide as the marks
        opens = cutter.marks[ord(found[0])] in OPENERS
        if opens and text[at - 1 : at].isalnum():
            yield Edit("", at, at, (SPACE,))
        if not opens and text[at + 1 : at + 2].isalnum():
            yield Edit("", at + 1, at + 1, (SPACE,))


def _spaces(cutter: Unspaced, text: str) -> Iterator[Edit]:
    """Spaces between words of the script, and between these and figures, letters and marks of other scripts."""
    for run in cutter.script.finditer(text):
        start, end = run.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if before.isalnum():
            yield Edit("", start, start, (SPACE,))
        for size in cutter.pieces(run[0], before.isdigit()):
            if start + size < end or behind.isalnum():
                yield Edit("", start + size, start + size, (SPACE,))
