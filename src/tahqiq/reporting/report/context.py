"""The whole sentence in which a claim stands: a figure alone says nothing to who has not the text before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from tahqiq.catalog.lexicon import load_lexicon
from tahqiq.claims.text.sentences import Sentence, sentences
from tahqiq.model import Span, Text
from tahqiq.reporting.words.messages import clean


def in_sentences(text: Text) -> Callable[[int, int], str]:
    """What gives, for a span of the mended text, the sentences that it touches, as they were read, on one line."""
    place = sentences_at(text)
    return lambda start, end: clean(text.raw[slice(*text.to_raw(*place(start, end)))])


def sentences_at(text: Text) -> Callable[[int, int], Span]:
    """What gives, for a span of the mended text, the place of the sentences that it touches."""

    @cache
    def cut() -> tuple[Sequence[Sentence], list[int]]:  # a text without claims is not cut
        found = sentences(text, load_lexicon(text.language), ())
        return found, [s.start for s in found]

    def around(start: int, end: int) -> Span:
        known, starts = cut()
        first = max(0, bisect_right(starts, start) - 1)
        touched = [s for s in known[first : bisect_right(starts, max(start, end - 1))] if s.end > start]
        return (touched[0].start, touched[-1].end) if touched else (start, end)

    return around


def excerpt(sentence: str, quote: str, length: int) -> str:
    """A sentence, or where it is longer than `length` characters the words around a quote of it."""
    if len(sentence) <= length:
        return sentence
    spare = max(0, length - len(quote)) // 2
    at = max(0, sentence.find(quote))
    low, high = max(0, at - spare), min(len(sentence), at + len(quote) + spare)
    words = sentence[low:high]
    if low and sentence[low - 1] != " ":
        words = words.partition(" ")[2] or words
    if high < len(sentence) and sentence[high] != " ":
        words = words.rpartition(" ")[0] or words
    dots = ("\u2026 " if low else "", " \u2026" if high < len(sentence) else "")
    return f"{dots[0]}{words.strip()}{dots[1]}"
