"""Losses that only the whole text shows: holes in a numbering, an item without its head, a sentence said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tahqiq.model import Block, Damage

_STOP = re.compile(r"[.!?\u061f]+|[\r\n]+")
_RUN = 2
_WORDS, _SHORTEST = 3, 20
_FRAGMENT = 250


def list_gaps(blocks: Sequence[Block]) -> Iterator[tuple[int, int, Damage]]:
    """Holes between two items of one list, and the single unnumbered fragment left in a hole.

    A list goes on over plain paragraphs but not over a heading; one of fewer than two items in a row proves nothing.
    """
    for index, following in _jumps(blocks):
        before, after = blocks[index], blocks[following]
        assert before.number is not None
        assert after.number is not None
        yield before.end, after.start, Damage("list_gap", 0, 0, {"first": before.number + 1, "last": after.number - 1})
        between = blocks[index + 1 : following]
        if len(between) == 1 and between[0].end - between[0].start <= _FRAGMENT:
            orphan = between[0]
            yield orphan.start, orphan.end, Damage("lost_head", 0, 0, {"number": after.number - 1})


def _jumps(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Indices of neighbouring items of one list between whose numbers some are missing."""
    previous, run = None, 0
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            previous, run = None, 0
        if block.number is None:
            continue
        last = blocks[previous].number if previous is not None else None
        if previous is not None and last is not None and block.number > last + 1:
            if run >= _RUN or _goes_on(blocks, index):
                yield previous, index
            run = 1
        else:
            run = run + 1 if last is not None and block.number == last + 1 else 1
        previous = index


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    number = blocks[index].number
    following = next((b.number for b in blocks[index + 1 : index + 3] if b.number is not None), None)
    return number is not None and following == number + 1


def repeated_sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, Damage]]:
    """Sentences said again word for word right after themselves; the later one is named, the text left alone."""
    previous, said, times = "", 0, 1
    for start, end in _sentences(text, blocks):
        sentence = " ".join(text[start:end].split())
        times = times + 1 if sentence == previous else 1
        if times == 1:
            said = start
        elif sentence.count(" ") > _WORDS:
            yield start, end, Damage("repeated", 0, 0, {"times": times, "first": said})
        previous = sentence


def _sentences(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The sentences of every block that end in a full stop or its like, each on one line."""
    for block in blocks:
        start = block.start
        for stop in _STOP.finditer(text, block.start, block.end):
            end = stop.end()
            if stop[0][0] not in "\r\n" and end - start > _SHORTEST:
                while text[start].isspace():
                    start += 1
                yield start, end
            start = end
