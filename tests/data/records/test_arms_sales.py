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
NOTICES_BY_ID = {n["id"]: n for n in NOTICES}
ITEMS = {(r["notice"], r["item"]) for r in rows("items.csv")}
COUNTED = [n for n in NOTICES if n["kind"] == "notice" and not n["same_as"]]


def total(case: dict[str, Any]) -> int:
    filters = dict(case["filters"])
    item = filters.pop("item", None)
    low, high = str(case.get("since", "0")), str(case.get("until", "9"))
    kept = [
        n
        for n in COUNTED
        if all(n["id" if k == "notice" else k] == v for k, v in filters.items())
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
            assert (other["buyer"], other["value_usd"]) == (row["buyer"], row["value_usd"])
    numbered = Counter((n["transmittal"], n["buyer"]) for n in COUNTED if n["transmittal"])
    assert max(numbered.values()) == 1


def test_what_is_no_notice_is_not_counted() -> None:
    """Reports of changes, a package told as one sum, a case printed or listed twice."""
    left = {n["id"] for n in NOTICES} - {n["id"] for n in COUNTED}
    assert left == {"N070", "17-0C", "23-0R", "21-0M", "24-1D", "N024", "N064", "N133", "15-77#1"}


def test_a_placeholder_day_is_a_month() -> None:
    coarse = {n["id"]: n["date"] for n in NOTICES if n["precision"] != "day"}
    assert coarse["17-02"] == "2017-03"
    assert all(NOTICES_BY_ID[i]["first"] != NOTICES_BY_ID[i]["last"] for i in coarse)


def test_what_the_sources_had_wrong_is_put_right() -> None:
    assert NOTICES_BY_ID["N111"]["value_usd"] == "164600000"
    assert (NOTICES_BY_ID["N113"]["date"], NOTICES_BY_ID["N113"]["balance_sentence"]) == ("2025-06-30", "exact")
    assert NOTICES_BY_ID["N119"]["transmittal"] == "24-13"
    assert all(n["item"] and not n["item"].startswith("(system") for n in NOTICES)
    assert NOTICES_BY_ID["N023"]["value_usd"] == "240000000"  # the notice, not the programme


def test_every_year_says_what_it_may_lack() -> None:
    gaps = [g for g in load("register.yml")["gaps"] if g["measures"] == ["notifications"]]
    assert {g["from"].year for g in gaps} == set(range(2008, 2027))
    numbers: dict[int, set[int]] = {}
    for row in COUNTED:
        year, _, number = row["transmittal"].partition("-")
        if number.isdigit():
            numbers.setdefault(2000 + int(year), set()).add(int(number))
    for gap in gaps:
        held = numbers[gap["from"].year]
        assert max(held) - len(held) <= gap["missing_at_most"]


def test_labels_cover_items_and_sentences() -> None:
    for lang in ("en", "ar"):
        labels = load(f"vocab.{lang}.yml")["labels"]
        assert {i for _, i in ITEMS} <= labels["items"].keys()
        assert {n["balance_sentence"] for n in NOTICES} == set(labels["sentences"])


def test_balance_sentence_stands_even_for_the_excepted_buyer() -> None:
    said = {n["buyer"] for n in NOTICES if n["balance_sentence"] == "exact"}
    assert {"ISR", "KWT"} <= said
