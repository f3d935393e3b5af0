"""How far a value of the record may lie off the one that is stated, at the edges of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from tahqiq.checker import check
from tahqiq.judging import compare
from tahqiq.model import Claim, Qualifier, Reading

COUNT = "The United States has used its veto 86 times."
AMOUNT = "U.S. aid to Israel amounted to $3.8 billion in 2023."
SHARE = "Israel received 20 percent of all U.S. foreign aid in 2023."


@cache
def claim(sentence: str) -> Claim:
    published = date(2024, 6, 1)
    return check(sentence.encode(), "x", kind="txt", language="en", published=published).findings[0].claim


def stating(told: Claim, value: Any, qualifier: Qualifier = "exactly", step: float | None = None) -> Claim:
    return replace(told, stated=replace(told.stated, value=value, qualifier=qualifier, step=step))


@pytest.mark.parametrize(
    ("value", "qualifier", "step", "fits", "fails"),
    [
        (2000, "exactly", None, [1990, 2010], [1989, 2011]),  # half of one in a hundred
        (2000, "exactly", 50, [1950, 2050], [1949, 2051]),  # or half a unit of the last digit
        (1000, "exactly", 500, [960, 1040], [959, 1041]),  # but never more than four in a hundred
        (2000, "about", None, [1900, 2100], [1899, 2101]),  # five in a hundred
        (2000, "about", 150, [1850, 2150], [1849, 2151]),  # or the last digit
        (2000, "about", 500, [1800, 2200], [1799, 2201]),  # but never more than ten in a hundred
        (2000, "more_than", None, [2001, 2500], [2000, 2501]),  # by a quarter at most
        (2000, "at_least", None, [2000, 2500], [1999, 2501]),
        (2000, "at_most", None, [1600, 2000], [1599, 2001]),
        (2000, "less_than", None, [1600, 1999], [1599, 2000]),
        ([1000, 2000], "exactly", None, [995, 1000, 2000, 2009], [994, 2011]),  # a range, as exact at its ends
        (0, "more_than", None, [1, 10**12], [0]),  # any rise
    ],
)
def test_an_amount_may_lie_so_far_off(
    value: Any, qualifier: Qualifier, step: float | None, fits: list[int], fails: list[int]
) -> None:
    holds = compare.tester(stating(claim(AMOUNT), value, qualifier, step))
    assert [v for v in [*fits, *fails] if holds(v)] == fits


@pytest.mark.parametrize(
    ("value", "qualifier", "fits", "fails"),
    [
        (40, "more_than", [41, 50], [40, 51]),
        (40, "less_than", [32, 39], [31, 40]),
        (4, "more_than", [5, 6], [4, 7]),  # of few, two more
        (4, "at_most", [2, 4], [1, 5]),
        ([40, 50], "exactly", [40, 50], [39, 51]),
    ],
)
def test_a_count_told_as_a_bound_or_a_range(
    value: Any, qualifier: Qualifier, fits: list[int], fails: list[int]
) -> None:
    holds = compare.tester(stating(claim(COUNT), value, qualifier))
    assert [v for v in [*fits, *fails] if holds(v)] == fits


@pytest.mark.parametrize(
    ("qualifier", "step", "fits", "fails"),
    [
        ("exactly", 0.005, [0.195, 0.205], [0.194, 0.206]),
        ("exactly", None, [0.19, 0.21], [0.189, 0.211]),  # "a fifth" is told without a digit
        ("about", 0.005, [0.19, 0.21], [0.189, 0.211]),
    ],
)
def test_a_share_is_as_exact_as_its_digits(
    qualifier: Qualifier, step: float | None, fits: list[float], fails: list[float]
) -> None:
    holds = compare.tester(stating(claim(SHARE), 0.2, qualifier, step))
    assert [v for v in [*fits, *fails] if holds(v)] == fits


@pytest.mark.parametrize(
    ("qualifier", "near", "far"),
    [("more_than", 2500, 2501), ("at_least", 2500, 2501), ("at_most", 1600, 1599), ("less_than", 1600, 1599)],
)
def test_a_bound_far_off_says_too_little(qualifier: Qualifier, near: float, far: float) -> None:
    told = stating(claim(AMOUNT), 2000, qualifier)
    assert [compare.far_off(told, v) for v in (near, far)] == [False, True]
    assert not compare.far_off(replace(told, stated=replace(told.stated, qualifier="exactly")), far)
    assert not compare.far_off(told, None)


def test_a_measure_tells_how_it_is_reckoned_only_to_a_figure_of_its_table() -> None:
    rated = replace(claim(AMOUNT), readings=(Reading("gdp", "product_per_head", {}),))
    assert compare._derive(rated) is None
    assert compare._derive(replace(rated, says=frozenset({"measured"}))) == "ratio"
    unknown = replace(rated, readings=(Reading("gdp", "nothing", {}),), says=frozenset({"measured"}))
    assert compare._derive(unknown) is None
