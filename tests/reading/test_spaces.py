"""The spaces of a line of a PDF, where its file draws all of them, some, or none."""

from __future__ import annotations

import pytest

from tahqiq.reading.pdf.glyphs import Glyph
from tahqiq.reading.pdf.layout import Row
from tahqiq.reading.pdf.row_text import row_text

SIZE, WIDE, SPACE, LOOSE = 10.0, 5.0, 2.6, 1.8
"""Points: a letter's size and width, the space of a browser's usual font, and letters set loosely."""


def line(words: str, drawn: str, apart: float = 0.0) -> str:
    """How a line reads; `drawn` is y for each space that the file draws, n for one it leaves out."""
    glyphs: list[Glyph] = []
    left, word, kinds = 0.0, 0, iter(drawn)
    for letter in words:
        width = SPACE if letter == " " else WIDE
        word += letter == " " or apart > 0  # PDFium takes loose letters for words
        if letter != " " or next(kinds) == "y":
            glyphs.append(Glyph(letter, left, 0.0, left, left + width, SIZE, len(glyphs), word))
        left += width + apart
    return row_text(Row(tuple(glyphs), 0.0, SIZE, (0.0, left)), False, "L")[0]


@pytest.mark.parametrize("drawn", ["yyyyy", "nnnnn", "ynnnn", "nnyyn", "nnnny"])
def test_words_keep_apart_however_few_spaces_are_drawn(drawn: str) -> None:
    assert line("13 votes and 2 against it", drawn) == "13 votes and 2 against it"


def test_letters_set_loosely_are_no_words_where_spaces_are_drawn() -> None:
    assert line("13 votes and 2 against it", "yyyyy", LOOSE) == "13 votes and 2 against it"
