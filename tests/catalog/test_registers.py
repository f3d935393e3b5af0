"""What the catalogue knows of registers: years and the days they run."""

from __future__ import annotations

from datetime import date

import pytest

from tahqiq.catalog.registers import load_registers

AID = load_registers()["us_foreign_assistance"].dimensions["fiscal_year"]
SPENDING = load_registers()["military_spending"].dimensions["year"]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1946", date(1945, 7, 1), date(1946, 6, 30)),
        ("1976", date(1975, 7, 1), date(1976, 6, 30)),
        ("1977", date(1976, 10, 1), date(1977, 9, 30)),
        ("2024", date(2023, 10, 1), date(2024, 9, 30)),
    ],
)
def test_a_fiscal_year_runs_as_its_register_says(value: str, first: date, last: date) -> None:
    assert AID.year(value) == (first, last)


def test_a_calendar_year_runs_from_new_year() -> None:
    assert SPENDING.year("2024") == (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize("value", ["1945", "1976tq", "1946-2024", "", "20240"])
def test_what_is_no_year_has_no_days(value: str) -> None:
    assert AID.year(value) is None


def test_years_are_found_by_what_they_are_and_not_by_their_name() -> None:
    spending, aid = load_registers()["military_spending"], load_registers()["us_foreign_assistance"]
    assert spending.years_of(spending.measures["spending"]) == SPENDING
    assert aid.years_of(aid.measures["rank"]) == AID
    vetoes = load_registers()["security_council_vetoes"]
    assert vetoes.years_of(vetoes.measures["vetoes_cast"]) is None
