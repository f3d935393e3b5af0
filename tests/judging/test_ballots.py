"""How others voted beside a veto: who is told to have abstained and did not is found out, nobody else is accused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.checker import check
from tahqiq.model import Finding

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "ballots.yml").read_text("utf-8"))
TODAY = date(2026, 11, 26)


def acts(case: dict[str, Any]) -> list[Finding]:
    report = check(case["text"].encode(), "x.txt", published=case["published"], language=case["lang"], today=TODAY)
    return [f for f in report.findings if f.claim.kind == "event"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{i}" for i, c in enumerate(CASES)])
def test_who_voted_how_is_held_against_the_roll(case: dict[str, Any]) -> None:
    [found] = acts(case)
    assert (found.verdict, [place for place, _ in found.claim.ballots]) == (case["told"], case["voters"])


def test_those_who_voted_otherwise_are_named() -> None:
    text = "On 22 March 2024 Russia and China vetoed a US draft; Algeria and Guyana abstained."
    [found] = acts({"lang": "en", "published": date(2025, 1, 10), "text": text})
    assert (found.reason.code, found.reason.details["members"]) == ("other_ballot", ["DZA"])
