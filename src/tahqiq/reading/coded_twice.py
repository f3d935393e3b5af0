"""Characters coded twice: UTF-8 that was once read as a Western code page and saved again ("Ã©" for "é")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tahqiq.reading.draft import Edit

_RANGES = ((0x180, 0x191), (0x193, 0x2C5), (0x2DD, 0x2012), (0x2123, 0x10FFFF))
_BEYOND = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _RANGES) + "]")
"""Characters that no byte of a Western code page stands for."""
_HIGH = re.compile("[^\x00-\x7f]+")
_FEWEST = 4
"""So many characters outside ASCII tell a way of coding."""
_CUT_OFF = ("\u00c2", "\u00c3", "\u00e2")
"""The first bytes of characters whose rest was taken for a blank."""


def is_another_script(text: str) -> bool:
    """Whether a text is coded twice and in a script of its own, so that nothing of it can be read."""
    high = sum(len(run) for run in _HIGH.findall(text)) if not text.isascii() and not _BEYOND.search(text) else 0
    return high > sum(c.isalpha() for c in text) - high and any(coded_twice(text))


def coded_twice(text: str) -> Iterator[Edit]:
    """The edits that take such characters back, as often as they were coded; none unless every character outside ASCII
    is so.
    """
    if text.isascii() or _BEYOND.search(text):
        return
    runs = list(_HIGH.finditer(text))
    codec = "latin-1" if max(text) < "\u0100" else "windows-1252"
    if sum(len(run.group()) for run in runs) < _FEWEST or not all(_back(run.group(), codec) for run in runs):
        return
    for run in runs:
        mended = _mended(run.group(), codec)
        lost = text[run.end() : run.end() + 1].isspace() and all(c in _CUT_OFF for c in mended)
        yield Edit("coded_twice", *run.span(), () if lost else (mended,))


def _mended(run: str, codec: str) -> str:
    while not run.isascii() and (once := _back(run, codec) or _back(run, "latin-1")):
        run = once
    return run


def _back(run: str, codec: str) -> str | None:
    """Characters as they were before the code page; None where they were no UTF-8."""
    try:
        return run.encode(codec).decode()
    except UnicodeError:
        return None
