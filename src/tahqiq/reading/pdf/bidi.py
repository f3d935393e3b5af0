"""From the order seen on a line to the order read: the Unicode bidirectional algorithm (UAX 9) turned round.

A right-to-left line is read from its right end; inside it, numbers and Latin words run to the right. What belongs to a
number depends on the letters before it (rules W2, W4, W5): after an Arabic letter `110-429` is seen as `429-110`, while
1,234.5, 18/4/2024 and 10:30 keep together. After a Latin letter, digits go on with its run (W7).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_PAIRS = "()[]{}<>\u00ab\u00bb\u2039\u203a"
_MIRROR = {letter: _PAIRS[index ^ 1] for index, letter in enumerate(_PAIRS)}
_OPENING = frozenset(_PAIRS[::2])
_STRONG = ("R", "AL")
# A letter per class, so that runs can be found by pattern: d a European and Arabic digits, c s e separators, L Latin.
_CODES = {"EN": "d", "AN": "a", "CS": "c", "ES": "s", "ET": "e", "L": "L"}
_AFTER_ARABIC = re.compile(r"d++(?:cd++)*+|a++(?:ca++)*+")
_ELSEWHERE = re.compile(r"(?:(?<!e)e++)?+d++(?:[cs]d++)*+e*+|a++(?:ca++)*+")
_LATIN = re.compile(r"L(?:.*[Ld])?")


def is_rtl(texts: Sequence[str]) -> bool:
    """Whether most letters run from right to left."""
    classes = [unicodedata.bidirectional(text[0]) for text in texts if text]
    return sum(c in _STRONG for c in classes) > sum(c == "L" for c in classes)


def logical(seen: Sequence[str], rtl: bool, before: str = "") -> tuple[list[str], str]:
    """Glyph texts from left to right as seen -> in reading order, with the class of the last strong letter.

    `before` is that class at the end of the line before, of the same paragraph. Brackets in right-to-left runs come out
    with the shape seen (see `oriented`).
    """
    if not rtl:
        return _left_to_right(seen), "L"
    ordered: list[str] = []
    stretch: list[str] = []
    last = before
    for text in reversed(seen):
        kind = unicodedata.bidirectional(text[0])
        if kind in _STRONG:
            moved, last = _stretch(stretch[::-1], last)
            ordered += [*moved, text]
            stretch, last = [], kind
        else:
            stretch.append(text)
    moved, last = _stretch(stretch[::-1], last)
    return ordered + moved, last


def _stretch(seen: list[str], before: str) -> tuple[list[str], str]:
    """What stands between two right-to-left letters, as seen from left to right -> in reading order."""
    codes = "".join(_CODES.get(unicodedata.bidirectional(text[0]), "n") for text in seen)
    latin = _LATIN.search(codes)
    if not latin:
        return _numbers(seen, codes, before), before
    low, high = latin.span()
    return [
        *_numbers(seen[high:], codes[high:], before),
        *seen[low:high],
        *_numbers(seen[:low], codes[:low], "L"),
    ], "L"


def _numbers(seen: list[str], codes: str, before: str) -> list[str]:
    """Neutral characters from right to left, each number among them from left to right."""
    pattern = _AFTER_ARABIC if before == "AL" else _ELSEWHERE
    ordered: list[str] = []
    end = len(seen)
    for found in reversed(list(pattern.finditer(codes))):
        ordered += [*reversed(seen[found.end() : end]), *seen[found.start() : found.end()]]
        end = found.start()
    return [*ordered, *reversed(seen[:end])]


def _left_to_right(seen: Sequence[str]) -> list[str]:
    """A left-to-right line: only its right-to-left runs are turned."""
    strong = [unicodedata.bidirectional(text[0]) in _STRONG for text in seen]
    ordered: list[str] = []
    index = 0
    while index < len(seen):
        end = index
        if strong[index]:
            for further in range(index, len(seen)):
                if unicodedata.bidirectional(seen[further][0]) == "L":
                    break
                end = further + 1 if strong[further] else end
        if end > index:
            ordered += logical(seen[index:end], True)[0]
            index = end
        else:
            ordered.append(seen[index])
            index += 1
    return ordered


def oriented(text: str) -> str:
    """Brackets of a right-to-left paragraph turned the right way: an opening one has its word after it.

    Seen shapes are mirrored, and some readers have turned some of them already, so place decides, not the code.
    """
    letters = list(text)
    for index, letter in enumerate(letters):
        if letter not in _MIRROR or letter in "<>":
            continue
        open_left = index == 0 or letters[index - 1].isspace() or letters[index - 1] in _OPENING
        open_right = index + 1 == len(letters) or not (letters[index + 1].isalnum() or letters[index + 1] in _MIRROR)
        opens = open_left if open_left != open_right else not _is_open(letters, index, letter)
        letters[index] = letter if (letter in _OPENING) == opens else _MIRROR[letter]
    return "".join(letters)


def _is_open(letters: Sequence[str], index: int, letter: str) -> bool:
    """Whether a bracket of this pair is open before the place."""
    pair = {letter, _MIRROR[letter]}
    latest = next((other for other in reversed(letters[max(0, index - 400) : index]) if other in pair), None)
    return latest is not None and latest in _OPENING
