"""Votes, vetoes and dated events: what passages hold is found and judged rightly, and near-misses stay silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import quality
from tahqiq.checker import check
from tahqiq.reporting.report.data import to_json

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en")


def report(case: dict[str, Any]) -> dict[str, Any]:
    day: date | None = case.get("published")
    found: dict[str, Any] = to_json(
        check(case["text"].encode(), "case", kind="txt", published=day, language=case["lang"])
    )
    return found


def cases() -> list[object]:
    names = [f"{kind}.{lang}.yml" for kind in ("votes", "negatives") for lang in LANGUAGES]
    loaded = [quality.load_cases(HERE / name) for name in names]
    return [pytest.param(p, gold[p["id"]], id=p["id"]) for passages, gold in loaded for p in passages]


@pytest.mark.parametrize(("passage", "gold"), cases())
def test_claims_are_those_expected(passage: dict[str, str], gold: list[dict[str, object]]) -> None:
    score = quality.Score()
    score.add(passage, gold, quality.run(passage), show=False)
    counted = score.n[passage["lang"]]
    assert not counted["extra"]
    assert not counted["verdict_wrong"]
    assert counted["gold"] == counted["found"]


@pytest.mark.parametrize(("passage", "gold"), cases())
def test_no_claim_is_contradicted_that_is_not_wrong(passage: dict[str, str], gold: list[dict[str, object]]) -> None:
    """A false accusation is no gap that may stay open."""
    score = quality.Score()
    score.add(passage, gold, quality.run(passage), show=False)
    assert not score.n[passage["lang"]]["false_contradicted"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotes_are_spans_and_lists_are_matched(lang: str) -> None:
    for case in yaml.safe_load((HERE / f"votes.{lang}.yml").read_text("utf-8")):
        found = report(case)
        for claim in found["claims"]:
            assert case["text"][claim["start"] : claim["end"]] == claim["quote"]
        lists = [
            {"items": len(x["items"]), "matched": sum(i["status"] == "matched" for i in x["items"]), **x["filters"]}
            for x in found["lists"]
        ]
        assert lists == case.get("lists", [])


def test_a_passage_of_another_paragraph_is_told_and_not_judged() -> None:
    text = (
        "The Arms Export Control Act (AECA) protects Israel's qualitative military edge (QME).\n\n"
        "In 2008 a free trade agreement (AECA) was signed, and then a second agreement (QME) on tourism."
    )
    found = report({"text": text, "lang": "en"})
    assert [d["kind"] for d in found["damage"]] == ["foreign_passage"]
    assert text[found["damage"][0]["start"] :].startswith("In 2008")
    assert not any(c["start"] >= text.index("In 2008") for c in found["claims"])
    beside = text + " On 14 July 2015 the nuclear deal with Iran was signed."
    verdicts = [c["verdict"] for c in report({"text": beside, "lang": "en"})["claims"]]
    assert verdicts == ["not_checkable", "not_checkable", "supported"]
