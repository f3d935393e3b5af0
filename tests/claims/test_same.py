"""The same sentence says the same in every language that is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import quality
from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.language_folders import LEXEMES

SAME: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "same.yml").read_text("utf-8"))
PUBLISHED = "2024-12-01"


def said(text: str, language: str) -> list[tuple[Any, ...]]:
    """What a check finds in a sentence, without the words that say it."""
    found = quality.run({"id": "x", "lang": language, "text": text, "published": PUBLISHED})
    return [(c["kind"], c["measure"], c["filters"], c["stated"]["value"], c["verdict"]) for c in found]


@pytest.mark.parametrize("case", SAME, ids=lambda case: case["en"][:50])
def test_a_sentence_gets_one_verdict_in_every_language(case: dict[str, Any]) -> None:
    told = {language: said(text, language) for language, text in case.items() if language != "verdicts"}
    assert [claim[-1] for claim in told["en"]] == case["verdicts"]
    assert {language: claims for language, claims in told.items() if claims != told["en"]} == {}


def test_every_language_that_is_read_says_them() -> None:
    read = {path.parent.name for path in (DATA / "languages").glob(f"*/{LEXEMES}")}
    assert [case.keys() - {"verdicts"} for case in SAME] == [read] * len(SAME)
