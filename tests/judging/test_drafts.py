"""Vetoes of a draft that is named, and of one that was adopted: neither is borne out by another draft of the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.checker import check

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "drafts.yml").read_text("utf-8"))
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{i}" for i, c in enumerate(CASES)])
def test_a_draft_that_is_named_is_the_one_acted_on(case: dict[str, Any]) -> None:
    report = check(case["text"].encode(), "x.txt", published=case["published"], language=case["lang"], today=TODAY)
    acts = [(f.verdict, list(f.claim.symbols)) for f in report.findings if f.claim.kind == "event"]
    assert acts == [(case["told"], case["symbols"])]
