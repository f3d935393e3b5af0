"""The sentence around a quote, and of a long one the words around it."""

from __future__ import annotations

import pytest

from tahqiq.model import Document, Text
from tahqiq.reporting.report.context import excerpt, in_sentences

TEXT = "One veto was cast. China, as the\nrecord says, cast 19 vetoes, and no more. It ends."


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("One veto", "One veto was cast."),
        ("19 vetoes", "China, as the record says, cast 19 vetoes, and no more."),
        ("more. It", "China, as the record says, cast 19 vetoes, and no more. It ends."),
    ],
)
def test_the_sentences_that_a_quote_touches(quote: str, sentence: str) -> None:
    text = Text(Document("a.txt", "txt", "", None), TEXT, TEXT, "en")
    start = TEXT.index(quote)
    assert in_sentences(text)(start, start + len(quote)) == sentence


@pytest.mark.parametrize(
    ("length", "told"),
    [
        (100, "It was told that China cast 19 vetoes in the Council by then."),
        (32, "… China cast 19 vetoes in the …"),
        (12, "… 19 vetoes …"),
    ],
)
def test_a_long_sentence_is_cut_at_words_around_the_quote(length: int, told: str) -> None:
    assert excerpt("It was told that China cast 19 vetoes in the Council by then.", "19 vetoes", length) == told


def test_a_quote_at_an_end_needs_no_dots_there() -> None:
    assert excerpt("19 vetoes were cast by China until then", "19 vetoes", 21) == "19 vetoes were …"
    assert excerpt("China had until then cast 19 vetoes", "19 vetoes", 20) == "… cast 19 vetoes"
