"""What a vetoed draft dealt with: a wrong theme is never borne out, a right one in any words never called wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.checker import check
from tahqiq.model import Finding

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "themes.yml").read_text("utf-8"))
TODAY = date(2026, 11, 26)


def acts(case: dict[str, Any]) -> list[Finding]:
    report = check(case["text"].encode(), "x.txt", published=case["published"], language=case["lang"], today=TODAY)
    return [f for f in report.findings if f.claim.kind == "event"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{i}" for i, c in enumerate(CASES)])
def test_an_act_is_held_against_what_it_is_told_to_deal_with(case: dict[str, Any]) -> None:
    assert [f.verdict for f in acts(case)] == [case["told"]]


def test_what_speaks_against_a_theme_is_told_with_the_row() -> None:
    told = {"lang": "en", "published": date(2025, 1, 10)}
    [found] = acts({**told, "text": "On 18 April 2024 the US vetoed a draft on a ceasefire in Gaza."})
    assert (found.reason.code, found.reason.details["row"]) == ("other_subject", "S/2024/312")
    assert found.reason.details["filters"] == {"theme": ("ceasefire",)}
    assert found.claim.themes == ("ceasefire",)


@pytest.mark.parametrize(
    "text",
    [
        "Russia vetoed drafts on Ukraine on 25 February 2022 and on North Korea on 26 May 2022.",
        "Russia vetoed on 25 February 2022 a draft on Ukraine and on 26 May 2022 a draft on North Korea.",
    ],
)
def test_acts_of_several_days_are_each_about_their_own(text: str) -> None:
    found = acts({"lang": "en", "published": date(2025, 1, 10), "text": text})
    about = [(f.verdict, f.claim.readings[0].filters["about"]) for f in found]
    assert about == [("supported", ("UKR",)), ("supported", ("PRK",))]


def test_of_several_days_it_is_not_said_who_acted_on_each() -> None:
    text = "The vetoes by Russia and China on 25 February 2022 and 26 May 2022 angered many in the Security Council."
    found = acts({"lang": "en", "published": date(2025, 1, 10), "text": text})
    assert [f.verdict for f in found] == ["ambiguous", "supported"]
