"""The notices: sourced rows, a package found part by part, cases counted once. Sums are made in plain Python here."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import tahqiq

HERE = Path(tahqiq.__file__).parent / "data" / "records" / "arms_sales"


def load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / "data" / name).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


NOTICES = rows("notices.csv")
ITEMS = {(r["notice"], r["item"]) for r in rows("items.csv")}
COUNTED = [n for n in NOTICES if n["kind"] == "notice" and not n["same_as"]]


def total(case: dict[str, Any]) -> int:
    filters = dict(case["filters"])
    item = filters.pop("item", None)
    low, high = str(case.get("since", "0")), str(case.get("until", "9"))
    kept = [
        n
        for n in COUNTED
        if all(n[k] == v for k, v in filters.items())
        and low <= n["first"] <= high
        and n["last"] <= str(case["as_of"])
        and (item is None or (n["id"], item) in ITEMS)
    ]
    return len(kept) if case["ask"] == "notifications" else sum(int(n["value_usd"] or 0) for n in kept)


@pytest.mark.parametrize("case", load("cases.yml")["questions"], ids=str)
def test_questions(case: dict[str, Any]) -> None:
    assert total(case) == case["values"]["all"]


def test_package_stands_part_by_part_on_one_day() -> None:
    parts = [n for n in NOTICES if n["buyer"] == "ARE" and n["date"] == "2020-11-10"]
    assert {n["item"]: int(n["value_usd"]) for n in parts} == {
        "F-35": 10_400_000_000,
        "MQ-9B": 2_970_000_000,
        "munitions": 10_000_000_000,
    }


def test_one_case_counts_once() -> None:
    ids = Counter(n["id"] for n in NOTICES)
    assert max(ids.values()) == 1
    for row in NOTICES:
        if row["same_as"]:
            (other,) = [n for n in NOTICES if n["id"] == row["same_as"]]
            assert (other["transmittal"], other["value_usd"]) == (row["transmittal"], row["value_usd"])
    numbered = Counter((n["transmittal"], n["buyer"]) for n in COUNTED if n["transmittal"])
    assert max(numbered.values()) == 1


def test_labels_cover_items_and_sentences() -> None:
    for lang in ("en", "ar"):
        labels = load(f"vocab.{lang}.yml")["labels"]
        assert {i for _, i in ITEMS} <= labels["items"].keys()
        assert {n["balance_sentence"] for n in NOTICES} == set(labels["sentences"])


def test_balance_sentence_stands_even_for_the_excepted_buyer() -> None:
    said = {n["buyer"] for n in NOTICES if n["balance_sentence"] == "exact"}
    assert {"ISR", "KWT"} <= said
