"""Right-to-left lines whose parts were put in the wrong order around a quoted Latin word.

Extraction lays the runs of a mixed line out from the wrong side: `A "LATIN" B` comes out as `B "LATIN" A`. The order is
mended only where the wrong one cannot be sound: a sentence cannot end in a preposition, a question mark cannot close
the first half of a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tahqiq.catalog.repairs import RepairWords
from tahqiq.model import Block, Damage
from tahqiq.reading.draft import Edit

_QUOTED = '["\u201c\u201d\u00ab\u00bb][A-Za-z][A-Za-z0-9 .&\'\\-]{0,60}["\u201c\u201d\u00ab\u00bb]'
_HALVES = re.compile(rf"(?P<tail>[^?\u061f]{{2,80}}[?\u061f])\s+(?P<latin>{_QUOTED})\s+(?P<head>[^?\u061f]{{2,80}})")
_LAST = re.compile(rf"\.\s+(?P<latin>{_QUOTED})\s+(?P<head>[^.?!\u061f\"\r\n]{{2,120}})\Z")
_FIRST = re.compile(rf"(?P<tail>[^.?!:\u061f\"\r\n]{{3,80}})\s(?P<latin>{_QUOTED})\s+(?P<head>\S+)\s+(?=\S)")
_ORPHAN = re.compile(rf"[^.?!:\u061f\"\r\n]{{1,60}}\u060c\s+(?P<latin>{_QUOTED})\s+(?=[^\W\dA-Za-z_])")


def reversed_headings(text: str, blocks: Sequence[Block], words: RepairWords) -> Iterator[Edit]:
    """`and B? "LATIN" question-word A` -> `question-word A "LATIN" and B?`."""
    for block in blocks:
        found = _HALVES.fullmatch(text, block.start, block.end) if block.kind != "item" and words.rtl else None
        if not found or not words.questions.match(found["head"]) or not found["tail"].startswith(words.joined):
            continue
        parts = (found.span("head"), " ", found.span("latin"), " ", found.span("tail"))
        yield Edit("reversed_heading", block.start, block.end, parts)


def displaced_latin(text: str, blocks: Sequence[Block], words: RepairWords, *, broken: bool) -> Iterator[Edit]:
    """Latin words that left the end of their line for its head. `broken`: other repairs show that damage."""
    for block in blocks:
        if block.kind == "heading" or not words.rtl:
            continue
        low = max(block.start, block.end - 220)
        found = _LAST.search(text, low, block.end)
        if found and _dangles(found["head"], words):
            stop = (found.start(), found.start() + 1)
            mended = (" ", found.span("head"), " ", found.span("latin"), stop)
            yield Edit("displaced_latin", found.start(), found.end(), mended)
        found = _FIRST.match(text, block.start, block.end) if broken else None
        if found and _leads(found["head"], words) and not found["tail"].startswith(words.joined):
            parts = (found.span("head"), " ", found.span("latin"), " ", found.span("tail"), " ")
            yield Edit("displaced_latin", found.start(), found.end(), parts)


def orphaned_latin(text: str, blocks: Sequence[Block], words: RepairWords) -> Iterator[tuple[int, int, Damage]]:
    """In a text that suffers so: `B, "LATIN" A ...`, where the line ends and so the order cannot be told."""
    for block in blocks:
        found = _ORPHAN.match(text, block.start, block.end) if block.kind != "heading" and words.rtl else None
        if found:
            details = {"word": found["latin"].strip('"\u201c\u201d\u00ab\u00bb')}
            yield found.start(), found.end("latin"), Damage("displaced_latin", 0, 0, details)


def cut_off(text: str, blocks: Sequence[Block], words: RepairWords) -> Iterator[tuple[int, int, Damage]]:
    """Paragraphs that stop at a word after which a sentence cannot end."""
    for block in blocks:
        last = text[max(block.start, block.end - 40) : block.end].split()[-1:]
        if block.kind != "item" and words.rtl and last and words.dangling.fullmatch(last[0]):
            yield block.end - len(last[0]), block.end, Damage("cut_off", 0, 0, {"word": last[0]})


def _dangles(part: str, words: RepairWords) -> bool:
    return _leads(part.split()[-1], words)


def _leads(word: str, words: RepairWords) -> bool:
    """Whether a word needs what follows it, with or without a joined conjunction."""
    bare = next((word[len(letter) :] for letter in words.joined if word.startswith(letter)), word)
    return bool(words.dangling.fullmatch(word) or words.dangling.fullmatch(bare))
