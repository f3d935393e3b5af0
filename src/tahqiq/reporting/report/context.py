"""The whole sentence in which a claim stands: a figure alone says nothing to who has not the text before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from tahqiq.catalog.lexicon import load_lexicon
from tahqiq.claims.text.sentences import Sentence, sentences
from tahqiq.model import Text
from tahqiq.reporting.words.messages import clean


def in_sentences(text: Text) -> Callable[[int, int], str]:
    """What gives, for a span of the mended text, the sentences that it touches, as they were read, on one line."""

    @cache
    def cut() -> tuple[Sequence[Sentence], list[int]]:  # a text without claims is not cut
        found = sentences(text, load_lexicon(text.language), ())
        return found, [s.start for s in found]

    def around(start: int, end: int) -> str:
        known, starts = cut()
        first = max(0, bisect_right(starts, start) - 1)
        touched = [s for s in known[first : bisect_right(starts, max(start, end - 1))] if s.end > start]
        low, high = (touched[0].start, touched[-1].end) if touched else (start, end)
        return clean(text.raw[slice(*text.to_raw(low, high))])

    return around
