"""The founding article: 33 dates come back, the losses are named, nothing else moves."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tahqiq.model import Text
from tahqiq.reading import read, rebuild

ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "founding" / "article.ar.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLE.exists(), reason="the founding article lies beside a full checkout only"),
]


@pytest.fixture(scope="module")
def text() -> Text:
    return read(ARTICLE.read_bytes(), "article.ar.txt", language="ar")


def test_all_surviving_items_have_a_full_date(text: Text) -> None:
    items = [block for block in text.blocks if block.number is not None]
    assert [block.number for block in items] == [*range(1, 21), *range(34, 47)]
    for block in items:
        assert re.match(r"\d+\. \d{1,2} \D{3,30} \d{4}\b", text.text[block.start : block.end])
    assert Counter(repair.kind for repair in text.repairs) == {
        "displaced_day": 33,
        "stray_space": 14,
        "dead_link": 7,
        "displaced_latin": 2,
        "reversed_heading": 1,
    }


def test_losses_are_named_and_nothing_else(text: Text) -> None:
    found = [(damage.kind, dict(damage.details)) for damage in text.damage]
    assert [kind for kind, _ in found] == [
        "month_pair",
        "cut_off",
        "repeated",
        "displaced_latin",
        "displaced_latin",
        "list_gap",
        "lost_head",
    ]
    assert found[0][1] == {"first": 11, "second": 10, "year": 2023}
    assert found[5][1] == {"first": 21, "last": 33}
    assert found[6][1] == {"number": 33}


def test_the_article_can_be_rebuilt(text: Text) -> None:
    assert text.raw == ARTICLE.read_text("utf-8")
    assert rebuild(text.text, text.pieces) == text.raw
    assert sorted(re.findall(r"\d+", text.text)) == sorted(re.findall(r"\d+", text.raw))
