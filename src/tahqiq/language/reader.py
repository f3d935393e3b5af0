"""Read every number, ordinal, percentage, amount, date and period of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from tahqiq.catalog.languages import Folded, Language
from tahqiq.language.atoms import Context, Scene, gather
from tahqiq.language.lexer import Lexer
from tahqiq.language.numerals import Numerals
from tahqiq.language.periods import Periods
from tahqiq.language.quantities import Quantities
from tahqiq.model import Mention
from tahqiq.reading.unspaced import write_out

LAST_SHORT_YEAR = 2049
BLOCK = 100_000
Span = tuple[int, int]


def read(
    text: str, language: Language, reference: date | None = None, spans: Sequence[Span] | None = None
) -> tuple[Mention, ...]:
    """The mentions of a text in order of their start; they do not nest. Offsets are into `text` as given.

    Values: percentages are fractions, money is in the main unit with an ISO 4217 code or None, dates and periods are
    ISO strings with XXXX for a year that is not told. reference: the day the text was written, which settles years of
    two digits. spans: windows outside which numbers are left out; dates and periods are read everywhere.
    """
    pivot = LAST_SHORT_YEAR if reference is None else reference.year + 20
    written = write_out(text, (), language.code)
    if written is None or written.draft.text == text:
        return _grammar(language).read(language.fold(text), pivot, spans)
    found = _grammar(language).read(language.fold(written.draft.text), pivot, None)
    moved = [_placed(mention, *written.back(mention.start, mention.end)) for mention in found]
    return tuple(moved if spans is None else _inside(moved, spans))


class _Grammar:
    """All readers of one language."""

    def __init__(self, language: Language) -> None:
        context = Context(language)
        self.lexer, self.numerals = Lexer(language), Numerals(language)
        self.periods, self.quantities = Periods(language, context), Quantities(language, context)
        self.endings = _endings(language)

    def read(self, folded: Folded, pivot: int, spans: Sequence[Span] | None) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for first, last in _blocks(folded.text):
            scene = gather(folded.text, self.lexer.heads(folded, first, last), self.numerals)
            found += self._mentions(scene, folded, pivot)
        if self.endings is not None:
            found = [_ended(mention, self.endings, folded.text) for mention in found]
        if folded.marks is not None:
            found = [_moved(mention, folded) for mention in found]
        return tuple(found if spans is None else _inside(found, spans))

    def _mentions(self, scene: Scene, folded: Folded, pivot: int) -> list[Mention]:
        found: list[Mention] = []
        at, count = 0, len(scene.atoms)
        while at < count:
            result = self.periods.read(scene, at, folded, pivot) or self.quantities.read(scene, at)
            if result is None:
                at += 1
                continue
            found += result[0]
            at = result[1]
        return found


def _blocks(text: str) -> Iterator[Span]:
    """Long texts in parts, cut at the end of a line or else at a space, so that memory does not grow with the text."""
    start = 0
    while len(text) - start > BLOCK:
        cut = max(text.rfind("\n", start, start + BLOCK), start)
        cut = cut if cut > start else max(text.rfind(" ", start, start + BLOCK), start)
        cut = cut if cut > start else start + BLOCK
        yield start, cut
        start = cut
    yield start, len(text)


def _endings(language: Language) -> re.Pattern[str] | None:
    """The endings that the language writes behind a figure with an apostrophe, if it does."""
    endings = language.settings["clitics"].get("figures", ())
    listed = sorted({language.fold(e).text for e in endings}, key=len, reverse=True)
    return re.compile(rf"'(?:{'|'.join(map(re.escape, listed))})(?![^\W\d_])") if listed else None


def _ended(m: Mention, endings: re.Pattern[str], text: str) -> Mention:
    """The mention with the ending written behind it ("2024'te")."""
    match = endings.match(text, m.end)
    end = match.end() if match else m.end
    return Mention(m.type, m.start, end, m.value, m.currency, m.date, m.first, m.last, m.term, m.others)


def _moved(m: Mention, folded: Folded) -> Mention:
    """The mention with offsets into the text as given (dataclasses.replace takes three times as long)."""
    return _placed(m, *folded.span(m.start, m.end))


def _placed(m: Mention, start: int, end: int) -> Mention:
    return Mention(m.type, start, end, m.value, m.currency, m.date, m.first, m.last, m.term, m.others)


def _inside(found: list[Mention], spans: Sequence[Span]) -> list[Mention]:
    """Dates and periods, and of the rest what touches a window."""
    windows = sorted(spans)
    starts = [start for start, _ in windows]
    ends: list[int] = []
    for _, end in windows:
        ends.append(max(end, ends[-1]) if ends else end)

    def touches(mention: Mention) -> bool:
        index = bisect_left(starts, mention.end) - 1
        return index >= 0 and ends[index] > mention.start

    return [m for m in found if m.type in ("date", "period") or touches(m)]


@cache
def _grammar(language: Language) -> _Grammar:
    return _Grammar(language)
