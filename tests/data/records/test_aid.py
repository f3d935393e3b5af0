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
def by_edition() -> Mapping[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in amounts():
        found[row["edition"], row["transaction"]].append(row)
    return found


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
    amount: int = row["amount"]
    return round(amount * index()[series, base] / index()[series, row["fiscal_year"]])


def counted(
    measure: str, choices: Mapping[str, str], as_of: date, since: date, until: date
) -> Iterator[tuple[Row, int]]:
    """Rows of a definition, with their value, entered by a day and within a period."""
    edition = choices.get("edition", "2025-11")
    last = lookup("editions", "edition")[edition]["last_year"]
    low, high = since.isoformat(), until.isoformat()
    for row in by_edition()[edition, DERIVED[measure]]:
        year = lookup("years", "fiscal_year")[row["fiscal_year"]]
        if year["year"] > last:
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


def of_definition(name: str, measure: str) -> dict[str, str]:
    return dict(zip(register("us_foreign_assistance")["measures"][measure]["axes"], name.split("/"), strict=True))


def questions() -> Iterator[tuple[dict[str, Any], str, float]]:
    cases = yaml.safe_load((AID / "cases.yml").read_text("utf-8"))
    for case in cases["questions"]:
        for name, value in case.get("values", {}).items():
            yield case, name, value


@pytest.mark.parametrize(("case", "name", "value"), list(questions()))
def test_published_figure_has_its_definition(case: dict[str, Any], name: str, value: float) -> None:
    measure = case["ask"]
    choices = of_definition(name, DERIVED[measure])
    assert choices in register("us_foreign_assistance")["measures"][DERIVED[measure]]["definitions"]
    assert second_road({**case, "measure": measure, "choices": choices}) == pytest.approx(value, rel=0.0005)


def test_what_nothing_reproduces() -> None:
    """150 billion from 1949 to 2010 lies between dollars of the day and every adjusted basis."""
    question = {"measure": "obligations", "filters": {"recipient": "ISR"}, "as_of": date(2010, 10, 1)}
    definitions = register("us_foreign_assistance")["measures"]["obligations"]["definitions"]
    values = [second_road({**question, "choices": d}) for d in definitions]
    assert all(v < 110e9 or v > 200e9 for v in values)


def test_military_place_after_2020_is_certain_for_the_first() -> None:
    """No recipient can pass Israel through 2024, even if all its aid after 2020 had been military."""
    military = {"prices": "current", "edition": "greenbook_2022"}
    known = second_road(
        {
            "measure": "obligations",
            "filters": {"recipient": "ISR", "category": "military"},
            "choices": military,
            "as_of": date(2024, 10, 1),
        }
    )
    for recipient in ("AFG", "UKR", "EGY", "IRQ", "KOR"):
        until_2020 = second_road(
            {
                "measure": "obligations",
                "filters": {"recipient": recipient, "category": "military"},
                "choices": military,
                "as_of": date(2020, 10, 1),
            }
        )
        after = second_road(
            {
                "measure": "obligations",
                "filters": {"recipient": recipient},
                "since": date(2020, 10, 2),
                "as_of": date(2024, 10, 1),
            }
        )
        assert until_2020 + after < known


def test_first_of_each_year() -> None:
    """Who was obligated most, year by year since 1974."""
    totals: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row, value in counted("obligations", {"edition": "2025-11"}, date(2024, 10, 1), date.min, date.max):
        if lookup("recipients", "recipient")[row["recipient"]]["type"] == "country":
            totals[row["fiscal_year"]][row["recipient"]] += value
    first = {year: max(sums, key=sums.__getitem__) for year, sums in totals.items()}
    expected = (
        {1974: "ISR", 2021: "ISR"} | dict.fromkeys(range(1976, 2003), "ISR") | dict.fromkeys(range(2003, 2008), "IRQ")
    )
    expected |= dict.fromkeys(range(2008, 2021), "AFG") | dict.fromkeys(range(2022, 2025), "UKR")
    assert {year: first[str(year)] for year in expected} == expected


def test_amounts_keep_their_schema() -> None:
    """The columns, keys and references that datapackage.json names, in the file that CSV tools cannot read."""
    package = json.loads((AID / "datapackage.json").read_text("utf-8"))
    schema = next(r["schema"] for r in package["resources"] if r["name"] == "amounts")
    assert tuple(f["name"] for f in schema["fields"]) == COLUMNS
    keys = [tuple(r[k] for k in schema["primaryKey"]) for r in amounts()]
    assert len(keys) == len(set(keys))
    for name, key in (("recipients", "recipient"), ("editions", "edition"), ("years", "fiscal_year")):
        assert {r[key] for r in amounts()} <= set(lookup(name, key))
    explained = set(yaml.safe_load((AID / "sources.yml").read_text("utf-8")))
    assert {s for r in amounts() for s in r["sources"].split(";")} <= explained
    assert (AID / "data" / "amounts.parquet").stat().st_size < 3_000_000


def test_regions_and_the_world_are_no_recipients() -> None:
    kinds = {r["name"]: r["type"] for r in table(AID / "data" / "recipients.csv")}
    assert kinds["World"] == "world"
    assert all(kind == "region" for name, kind in kinds.items() if name.endswith("Region"))


def share_of_spending(year: int, counted_money: str, denominator: str) -> float:
    lines = table(RECORDS / "us_appropriations" / "data" / "lines.csv")
    known = ("committed", "ISR", str(year))
    ours = [r for r in lines if (r["measure"], r["recipient"], r["fiscal_year"]) == known]
    part = sum(int(r["amount"]) for r in ours if counted_money == "all_money" or r["account"] == "fmf")
    spending = table(RECORDS / "military_spending" / "data" / "spending.csv")
    whole = next(int(r["usd"]) for r in spending if (r["country"], r["year"]) == ("ISR", str(year)))
    return part / (whole + part if denominator == "spending_plus_aid" else whole)


def test_shares_of_military_spending_both_ways() -> None:
    cases = yaml.safe_load((RECORDS / "us_appropriations" / "cases.yml").read_text("utf-8"))
    for case in cases["own"]["ratios"]:
        for name, value in case["values"].items():
            assert share_of_spending(case["year"], *name.split("/")) == pytest.approx(value, abs=0.0006)


SCOPES = {
    "for_recipient": {"recipient"},
    "with_related": {"recipient", "related"},
    "whole_division": {"recipient", "related", "division"},
}


def appropriated(question: Mapping[str, Any]) -> int:
    """Committed or enacted money in plain Python."""
    folder = RECORDS / "us_appropriations" / "data"
    acts = {r["act"]: r["signed"] for r in table(folder / "acts.csv")}
    categories = {(r["line"], r["category"]) for r in table(folder / "line_categories.csv")}
    choices, filters = question.get("choices", {}), dict(question["filters"])
    category = filters.pop("category", None)
    total = 0
    for row in table(folder / "lines.csv"):
        signed = acts[row["act"]] or f"{row['last_year']}-10-01"
        middle = date(int(row["last_year"]), 6, 30)
        wanted = row["measure"] == question["measure"] and all(row[k] == str(v) for k, v in filters.items())
        wanted &= signed <= question["as_of"].isoformat() and (
            category is None or (row["line"], category) in categories
        )
        wanted &= question.get("since", date.min) <= middle <= question.get("until", date.max)
        wanted &= choices.get("counted") != "grants_only" or row["account"] == "fmf"
        wanted &= question["measure"] == "committed" or row["scope"] in SCOPES[choices.get("scope", "for_recipient")]
        total += int(row["amount"]) if wanted else 0
    return total


@pytest.mark.parametrize("assertion", register("us_appropriations")["assertions"], ids=named)
def test_appropriations_hold_by_the_second_road(assertion: dict[str, Any]) -> None:
    assert appropriated(assertion) == pytest.approx(assertion["value"], rel=0, abs=assertion.get("tolerance", 0))


@pytest.mark.parametrize("name", ["us_foreign_assistance", "us_appropriations", "military_spending"])
def test_labels_name_every_choice_in_both_languages(name: str) -> None:
    choices = {c for axis in register(name).get("axes", {}).values() for c in axis["choices"]}
    for language in ("ar", "en"):
        labels = yaml.safe_load((RECORDS / name / f"vocab.{language}.yml").read_text("utf-8"))["labels"]
        assert choices <= set(labels.get("choices", {}))
        assert set(register(name)["measures"]) <= set(labels["measures"])
