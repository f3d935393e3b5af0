"""The aid registers by a second road: rows into lists, sums in plain Python, against every assertion and question."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

import tahqiq

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
AID = RECORDS / "us_foreign_assistance"
COLUMNS = ("edition", "transaction", "category", "recipient", "fiscal_year", "amount", "sources")
DERIVED = {
    "obligations": "obligations",
    "rank": "obligations",
    "share": "obligations",
    "disbursements": "disbursements",
    "disbursements_rank": "disbursements",
    "disbursements_share": "disbursements",
}
Row = dict[str, Any]


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.open(encoding="utf-8", newline="")))


@cache
def register(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((RECORDS / name / "register.yml").read_text("utf-8"))
    return loaded


@cache
def amounts() -> list[Row]:
    rows = duckdb.connect().execute(f"FROM read_parquet('{AID / 'data' / 'amounts.parquet'}')").fetchall()
    return [dict(zip(COLUMNS, r, strict=True)) for r in rows]


@cache
def index() -> Mapping[tuple[str, str], float]:
    return {(r["series"], r["fiscal_year"]): float(r["index"]) for r in table(AID / "data" / "prices.csv")}


@cache
def lookup(name: str, key: str) -> Mapping[str, dict[str, str]]:
    return {r[key]: r for r in table(AID / "data" / f"{name}.csv")}


def in_prices(row: Row, prices: str) -> int:
    """The amount of a row in the dollars of a choice, rounded to a dollar as the official columns are."""
    kind, _, base = prices.rpartition("_")
    if not kind:
        return int(row["amount"])
    series = "cpi_u" if kind == "cpi_u" else lookup("editions", "edition")[row["edition"]]["series"]
    return round(row["amount"] * index()[series, base] / index()[series, row["fiscal_year"]])


def counted(
    measure: str, choices: Mapping[str, str], as_of: date, since: date, until: date
) -> Iterator[tuple[Row, int]]:
    """Rows of a definition, with their value, entered by a day and within a period."""
    edition = choices.get("edition", "2025-11")
    last = lookup("editions", "edition")[edition]["last_year"]
    low, high = since.isoformat(), until.isoformat()
    for row in amounts():
        year = lookup("years", "fiscal_year")[row["fiscal_year"]]
        if row["edition"] != edition or row["transaction"] != DERIVED[measure] or year["year"] > last:
            continue
        if choices.get("transition_quarter") == "out" and row["fiscal_year"] == "1976TQ":
            continue
        if year["enters"] <= as_of.isoformat() and low <= year["within"] <= high:
            yield row, in_prices(row, choices.get("prices", "current"))


def matches(row: Row, filters: Mapping[str, str]) -> bool:
    return all(row[name] == value for name, value in filters.items())


def second_road(question: Mapping[str, Any]) -> float:
    """The value of a sum, a rank or a share, without SQL and without the engine."""
    filters = question["filters"]
    wide = question.get("of", {k: v for k, v in filters.items() if k != "recipient"})
    totals: dict[str, int] = defaultdict(int)
    own = whole = 0
    measure = question["measure"]
    span = question.get("since", date.min), question.get("until", date.max)
    for row, value in counted(measure, question.get("choices", {}), question["as_of"], *span):
        own += value if matches(row, filters) else 0
        if matches(row, wide):
            whole += value
            totals[row["recipient"]] += value
    if measure.endswith("rank"):
        countries = [r for r in totals if lookup("recipients", "recipient")[r]["type"] == "country"]
        return 1 + sum(totals[r] > own for r in countries)
    return own / whole if measure.endswith("share") else own


def named(question: Mapping[str, Any]) -> str:
    return " ".join(str(question.get(k)) for k in ("measure", "filters", "choices", "as_of", "since"))


@pytest.mark.parametrize("assertion", register("us_foreign_assistance")["assertions"], ids=named)
def test_assertion_holds_by_the_second_road(assertion: dict[str, Any]) -> None:
    assert second_road(assertion) == pytest.approx(assertion["value"], rel=0, abs=assertion.get("tolerance", 0))
