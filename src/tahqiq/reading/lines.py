"""Lines, printed numbers and units of a plain text: the form from which blocks are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tahqiq.catalog.repairs import DIGIT, MARKS

# A printed number of a list item: `1.`, `1)`, `(1)`, `1-`, with Western or Eastern digits.
ITEM = re.compile(
    rf"[{MARKS}]*(?:\((?P<a>{DIGIT}{{1,3}})\)|(?P<b>{DIGIT}{{1,3}})(?:\s?[.)]-?|-(?!{DIGIT})|\s-(?=\s+[^\d\s])))(?=\s+\S)"
)
BULLET = re.compile(r"[\u2022\u2023\u25aa\u25cf\u25e6\u00b7*+\-\u2013\u2014](?=\s+\S)")
ENDINGS = ".!?\u061f\u06d4\u2026"
CLOSERS = "\"'\u201d\u2019\u00bb)]"
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]|$)")
WIDE = 120


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] without its break and outer blanks; an empty line has start == end."""

    start: int
    end: int


def lines(text: str) -> Iterator[Line]:
    """The lines of a text, each trimmed."""
    position = 0
    while position < len(text):
        found = _LINE.match(text, position)
        assert found is not None
        yield trim(text, position, found.end())
        position = max(found.end(), position + 1)


def trim(text: str, start: int, end: int) -> Line:
    """The span without blanks at either end."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    kept = part.strip()
    return Line(start + left, start + left + len(kept))


def groups(text: str) -> Iterator[list[Line]]:
    """Runs of lines that no empty line parts."""
    group: list[Line] = []
    for line in lines(text):
        if line.start < line.end:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def number_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The printed number at `start` and the position after its mark, if the line is a list item."""
    found = ITEM.match(text, start, end)
    return (int(found["a"] or found["b"]), found.end()) if found else None


def ends_sentence(part: str) -> bool:
    """Whether a piece of text ends in a full stop or its like, closing marks aside."""
    return part.rstrip().rstrip(CLOSERS + MARKS).rstrip().endswith(tuple(ENDINGS))


def units(text: str, group: list[Line]) -> Iterator[tuple[int, int]]:
    """The spans of a group that belong together: a wrapped paragraph, a line of its own, an item with its lines."""
    width = max(line.end - line.start for line in group)
    numbers = [number_of(text, line.start, line.end) for line in group]
    start, open_number = group[0].start, numbers[0]
    for at, (previous, line) in enumerate(pairwise(group), 1):
        found = numbers[at]
        stopped = ends_sentence(text[previous.start : previous.end])
        if _counts_up(numbers, at) or _begins(text, previous, line, width, stopped, open_number, found):
            yield start, previous.end
            start, open_number = line.start, found
    yield start, group[-1].end


def _counts_up(numbers: Sequence[tuple[int, int] | None], at: int) -> bool:
    """Whether a line prints 1 and the next numbered line 2: a list begins, whatever stands above it."""
    first = numbers[at]
    if first is None or first[0] != 1:
        return False
    following = next((n[0] for i in range(at + 1, len(numbers)) if (n := numbers[i])), None)
    return following == 2


def _begins(
    text: str,
    previous: Line,
    line: Line,
    width: int,
    stopped: bool,
    open_number: tuple[int, int] | None,
    found: tuple[int, int] | None,
) -> bool:
    """Whether a line begins a new unit after `previous`. A wrapped line may begin with a number that is no item's."""
    if found:
        follows = open_number is not None and found[0] == open_number[0] + 1
        return stopped or follows or width > WIDE or text[previous.end - 1] == ":"
    if BULLET.match(text, line.start, line.end):
        return True
    if text[line.start].islower() and not stopped:
        return False
    if width > WIDE:
        return True
    room = width - (previous.end - previous.start) - 1 - len(text[line.start : line.end].split()[0])
    return room >= (20 if open_number and stopped else 0) and not (open_number and not stopped)
