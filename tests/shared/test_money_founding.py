"""The sentences about money and law of the article that the project began with."""

from __future__ import annotations

from pathlib import Path

import pytest

import tahqiq
from tahqiq.checker import check
from tahqiq.reporting.report.data import to_json

ARTICLE = Path(tahqiq.__file__).resolve().parents[3] / "shared" / "founding" / "article.ar.txt"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLE.exists(), reason="the founding article does not lie beside the checkout"),
]


def test_every_sum_of_the_founding_article_is_read_and_judged() -> None:
    report = to_json(check(ARTICLE.read_bytes(), "article", kind="txt"))
    told = {(c["kind"], c["stated"]["value"], c["verdict"]) for c in report["claims"] if c["kind"] in ("amount", "sum")}
    assert {
        ("amount", 310_000_000_000, "supported_under"),
        ("amount", 3_800_000_000, "supported"),
        ("amount", 8_700_000_000, "supported"),
        ("amount", 12_500_000_000, "out_of_coverage"),
    } == told
    yearly = [c for c in report["claims"] if c["stated"]["per"] == "year"]
    assert [c["stated"]["value"] for c in yearly] == [3_800_000_000]


def test_the_founding_article_names_the_largest_recipient_once_per_kind() -> None:
    claims = to_json(check(ARTICLE.read_bytes(), "article", kind="txt"))["claims"]
    ranks = [c["filters"].get("category", "total") for c in claims if c["kind"] == "rank"]
    assert ranks == ["total", "military", "economic"]
    share = next(c for c in claims if c["kind"] == "share")
    assert {a["choices"]["denominator"] for a in share["answers"]} == {"spending", "spending_plus_aid"}
    assert "contradicted" not in {c["verdict"] for c in claims}
