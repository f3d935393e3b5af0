"""The bundled example: one article in two languages, damaged as real ones are, with one set of verdicts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tahqiq
from tahqiq.reporting.report.data import to_json

EXAMPLES = Path(tahqiq.__file__).parent / "data" / "examples"
LANGUAGES = ("ar", "en")
SAME = {"month_resolved": "row_matched"}
"""Months have two names in Arabic only, so only there can they disagree."""
VETOES = ("security_council_vetoes", "vetoes_cast")


@cache
def report(language: str) -> dict[str, Any]:
    found: dict[str, Any] = to_json(tahqiq.check(EXAMPLES / f"article.{language}.txt", today="2026-06-01"))
    return found


def text(language: str) -> str:
    return (EXAMPLES / f"article.{language}.txt").read_text("utf-8")


def test_both_languages_get_the_same_verdicts() -> None:
    told = [
        [
            (
                c["kind"],
                c["measure"],
                c["stated"]["value"],
                c["verdict"],
                SAME.get(c["reason"]["code"], c["reason"]["code"]),
            )
            for c in report(language)["claims"]
        ]
        for language in LANGUAGES
    ]
    assert told[0] == told[1]
    assert {verdict for _, _, _, verdict, _ in told[0]} >= {
        "supported",
        "supported_under",
        "outdated",
        "mixed",
        "contradicted",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quote_is_its_span(language: str) -> None:
    raw, found = text(language), report(language)
    assert found["claims"]
    for claim in found["claims"]:
        assert raw[claim["start"] : claim["end"]] == claim["quote"]
    for repair in found["repairs"]:
        assert raw[repair["start"] : repair["end"]] == repair["before"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_figures_of_a_sentence_that_no_day_makes_true(language: str) -> None:
    total, part = report(language)["claims"][:2]
    assert [c["stated"]["value"] for c in (total, part)] == [83, 46]
    assert [(c["register"], c["measure"], c["verdict"]) for c in (total, part)] == [(*VETOES, "mixed")] * 2
    usual = [next(a for a in c["answers"] if a["default"]) for c in (total, part)]
    assert [a["value"] for a in usual] == [86, 48]
    assert [a["holds"] for a in usual] == [[["2023-10-18", "2023-12-07"]], [["2023-12-08", "2024-02-19"]]]
    assert [g["claims"] for g in report(language)["groups"]] == [[total["id"], part["id"]]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hole_in_the_list_is_found_and_what_fell_in_it(language: str) -> None:
    (found,) = report(language)["lists"]
    assert found["filters"] == {"member": "RUS", "about": "SYR"}
    assert [i["number"] for i in found["items"] if i["status"] == "matched"] == [*range(1, 9), *range(13, 18)]
    assert [i["number"] for i in found["items"] if i["status"] == "lost"] == [*range(9, 13)]
    assert found["gaps"] == [{"numbers": [9, 12], "rows": ["S/2017/884", "S/2017/962", "S/2017/970", "S/2018/321"]}]
    assert (found["missing"], found["extra"], found["stated_count"]) == ([], [], 17)


def test_damage_is_mended_or_named() -> None:
    mended = {language: [r["kind"] for r in report(language)["repairs"]] for language in LANGUAGES}
    assert mended["en"] == ["dead_link"] * 2
    assert sorted(mended["ar"]) == ["dead_link"] * 2 + ["displaced_day"] * 13
    named = {language: {d["kind"] for d in report(language)["damage"]} for language in LANGUAGES}
    assert named == {"ar": {"list_gap", "repeated", "month_pair"}, "en": {"list_gap", "repeated"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_veto_of_a_president_and_a_threat_are_no_claims(language: str) -> None:
    values = [c["stated"]["value"] for c in report(language)["claims"]]
    assert 2500 not in values
    last = text(language).rstrip().rindex("\n\n")
    assert max(c["end"] for c in report(language)["claims"]) <= last


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_text_gives_the_same_report(language: str) -> None:
    again = tahqiq.check(text(language), published="2024-05-02", today="2026-06-01")
    assert to_json(again)["claims"] == report(language)["claims"]
