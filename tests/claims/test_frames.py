"""The sentences in the frames themselves: those that must give a claim of the frame's measure, and near-misses."""

from __future__ import annotations

from datetime import date

import pytest

from tahqiq.catalog.frames import Frame, load_frames
from tahqiq.claims.read import read_claims
from tahqiq.model import Block, Document, Text

TODAY = date(2026, 6, 1)
ARABIC = range(0x600, 0x700)


def measures(sentence: str) -> set[str]:
    """The measures, as `register.measure`, of all claims in a sentence, in any of their readings."""
    language = "ar" if any(ord(letter) in ARABIC for letter in sentence) else "en"
    document = Document("frame", "txt", "", None, None)
    text = Text(document, sentence, sentence, language, (Block("paragraph", 0, len(sentence)),))
    claims = read_claims(text, TODAY).claims
    return {f"{reading.register}.{reading.measure}" for claim in claims for reading in claim.readings}


def sentences(key: str) -> list[object]:
    return [
        pytest.param(frame, sentence, id=f"{frame.id}-{key}-{at}")
        for frame in load_frames()
        for at, sentence in enumerate(getattr(frame, key))
    ]


@pytest.mark.parametrize(("frame", "sentence"), sentences("matches"))
def test_a_sentence_of_a_frame_is_read_as_its_measure(frame: Frame, sentence: str) -> None:
    assert f"{frame.register}.{frame.measure}" in measures(sentence)


@pytest.mark.parametrize(("frame", "sentence"), sentences("rejects"))
def test_a_near_miss_is_not(frame: Frame, sentence: str) -> None:
    assert f"{frame.register}.{frame.measure}" not in measures(sentence)
