"""Population, product, military spending, money for the United Nations, conflicts, casualties: rows counted by hand."""

from __future__ import annotations

import csv
import random
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import tahqiq
from tahqiq.record.ask import ask

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
TODAY = date(2026, 11, 26)


@cache
def rows(register: str, name: str) -> list[dict[str, str]]:
    with (RECORDS / register / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def asked(measure: str, filters: dict[str, str], as_of: date = TODAY) -> float:
    return float(ask(measure, filters, as_of=as_of).answers[0].value or 0)


YEARLY = {
    "population.people": ("population", "population", "value"),
    "gdp.product": ("gdp", "gdp", "value"),
    "military_spending.spending": ("military_spending", "spending", "usd"),
}


@pytest.mark.parametrize("measure", YEARLY)
def test_yearly_figures(measure: str) -> None:
    register, name, column = YEARLY[measure]
    for row in random.Random(7).sample(rows(register, name), 150):
        assert asked(measure, {"country": row["country"], "year": row["year"]}) == float(row[column])


@pytest.mark.parametrize("measure", YEARLY)
def test_a_year_is_known_once_it_has_ended(measure: str) -> None:
    register, name, column = YEARLY[measure]
    by_year = {r["year"]: float(r[column]) for r in rows(register, name) if r["country"] == "ISR"}
    assert asked(measure, {"country": "ISR"}, date(2020, 12, 31)) == by_year["2019"]
    assert asked(measure, {"country": "ISR"}, date(2021, 1, 1)) == by_year["2020"]


def figure(register: str, name: str, column: str, country: str, year: str) -> float:
    return next(float(r[column]) for r in rows(register, name) if (r["country"], r["year"]) == (country, year))


@pytest.mark.parametrize(("country", "year"), [("ISR", "2020"), ("EGY", "2019"), ("USA", "2022"), ("SAU", "2015")])
def test_per_head_and_share_of_product(country: str, year: str) -> None:
    spent = figure("military_spending", "spending", "usd", country, year)
    product = figure("gdp", "gdp", "value", country, year)
    people = figure("population", "population", "value", country, year)
    of_year = {"country": country, "year": year}
    assert asked("military_spending.share_of_product", of_year) == pytest.approx(spent / product)
    assert asked("military_spending.per_head", of_year) == pytest.approx(spent / people)
    assert asked("gdp.product_per_head", of_year) == pytest.approx(product / people)


def test_money_for_the_united_nations() -> None:
    sums = Counter[tuple[str, str, str]]()
    for row in rows("un_funding", "revenue"):
        sums[row["donor"], row["entity"], row["year"]] += int(row["usd"])
    drawn = random.Random(3).sample([k for k in sorted(sums) if k[0]], 150)
    for donor, entity, year in drawn:
        found = asked("un_funding.revenue", {"donor": donor, "entity": entity, "year": year})
        assert found == sums[donor, entity, year]


def test_rank_and_share_of_a_donor() -> None:
    given = Counter[str]()
    for row in rows("un_funding", "revenue"):
        if row["entity"] == "unrwa" and row["year"] == "2017":
            given[row["donor"]] += int(row["usd"])
    whole = sum(given.values())
    of_year = {"entity": "unrwa", "year": "2017"}
    del given[""]
    for rank, (donor, usd) in enumerate(given.most_common(5), 1):
        assert asked("un_funding.revenue_rank", {"donor": donor, **of_year}) == rank
        assert asked("un_funding.revenue_share", {"donor": donor, **of_year}) == pytest.approx(usd / whole)


def test_conflicts_by_year_and_kind() -> None:
    counted = Counter((r["year"], r["intensity"]) for r in rows("conflicts", "conflict_years"))
    for (year, intensity), count in counted.items():
        assert asked("conflicts.active_conflicts", {"year": year, "intensity": intensity}) == count


def test_conflicts_by_place() -> None:
    where = Counter(r["place"] for r in rows("conflicts", "places"))
    for place in ("ISR", "SUN", "RUS", "YUG", "VNM", "RHO"):
        assert asked("conflicts.active_conflicts", {"place": place}) == where[place] > 0
    assert {r["row"][-4:] for r in rows("conflicts", "places") if r["place"] == "SUN"} <= set(
        map(str, range(1946, 1992))
    )


def test_casualties_only_grow_or_are_revised_by_the_reporter() -> None:
    for area in ("gaza", "west_bank", "lebanon", "lebanon_2026"):
        told = [r for r in rows("casualties", "reported") if r["area"] == area]
        assert asked("casualties.killed", {"area": area}) == int(told[-1]["killed"])
        assert int(told[-1]["killed"]) == max(int(r["killed"]) for r in told)
        assert all(r["reporter"] for r in told)
