"""What may be missing: a slice that is one sum is whole once it has ended, and cannot be asked in part."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from tahqiq.model import Reading
from tahqiq.record.gaps import Period, missing

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("filters", "as_of", "period", "most"),
    [
        ({}, TODAY, (None, None), 0),
        ({}, TODAY, (date(2019, 10, 1), None), 0),
        ({}, TODAY, (date(1990, 1, 1), None), inf),
        ({}, TODAY, (None, date(2010, 12, 31)), inf),
        ({}, date(2015, 1, 1), (None, None), inf),
        ({"fiscal_year": ("2012",)}, TODAY, (None, None), inf),
        ({"fiscal_year": ("2022",)}, TODAY, (None, None), 0),
        ({"fiscal_year": ("1950-2019",)}, TODAY, (None, None), 0),
    ],
)
def test_a_sum_of_many_years(filters: dict[str, tuple[str, ...]], as_of: date, period: Period, most: float) -> None:
    reading = Reading("arms_sales_book", "agreements", {"buyer": ("SAU",), **filters})
    assert missing(reading, {"financing": "all"}, as_of, period) == most


@pytest.mark.parametrize(
    ("filters", "prices", "most"),
    [
        ({"recipient": ("VNM",)}, "current", 23861725000),
        ({"recipient": ("VNM",)}, "constant_2024", 2e11),
        ({"recipient": ("VNM", "XVS")}, "current", 0),
        ({"recipient": ("VNM",), "fiscal_year": ("2019",)}, "current", 0),
        ({"recipient": ("VNM",), "fiscal_year": ("1970",)}, "current", 23861725000),
        ({"recipient": ("XVS",)}, "current", 0),
        ({}, "current", 0),
    ],
)
def test_what_a_place_beside_it_holds(filters: dict[str, tuple[str, ...]], prices: str, most: float) -> None:
    reading = Reading("us_foreign_assistance", "obligations", filters)
    choices = {"prices": prices, "edition": "2025-11", "transition_quarter": "in"}
    assert missing(reading, choices, TODAY, (None, None)) == most
