"""Ranks, shares, ratios, changes, sums of years and agreements, reckoned by hand on a few rows."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tahqiq.catalog.schema import ALL
from tahqiq.record.derived import (
    agreement_steps,
    compared_steps,
    rank_steps,
    ratio_steps,
    share_steps,
    spanned_steps,
)
from tahqiq.record.series import Rows

DAYS = (10, 10, 20, 30, 30, 40)
PAID = {0: 5.0, 1: 3.0, 2: 3.0, 3: 1.0, 4: -1.0, 5: 9.0}
OWNER = {0: "A", 1: "B", 2: "B", 3: "A", 4: "C", 5: "C"}
EVERY = range(6)


def rows(days: tuple[int, ...], column: Mapping[int, float], index: Mapping[str, Mapping[str, set[int]]]) -> Rows:
    return Rows(
        ids=[f"r{n}" for n in range(len(days))],
        days=days,
        periods=days,
        sources=["s"] * len(days),
        columns={"": dict(column)},
        index={name: {"": {k: frozenset(v) for k, v in held.items()}} for name, held in index.items()},
    )


ROWS = rows(DAYS, PAID, {})


@pytest.mark.parametrize(
    ("wanted", "steps"),
    [
        (["A"], [(10, 1.0), (20, 2.0), (30, 1.0), (40, 2.0)]),
        (["B"], [(10, 2.0), (20, 1.0), (40, 2.0)]),
        (["C"], [(40, 1.0)]),
        (["A", "B"], [(10, 1.0)]),
        (["D"], []),
    ],
)
def test_the_largest_sum_is_first_and_equal_ones_share_the_better_place(
    wanted: list[str], steps: list[tuple[int, float]]
) -> None:
    assert list(rank_steps(ROWS, PAID, EVERY, OWNER, wanted)) == steps


def test_rows_of_nobody_count_for_nobody() -> None:
    without = {p: owner for p, owner in OWNER.items() if owner != "B"}
    assert list(rank_steps(ROWS, PAID, EVERY, without, ["A"])) == [(10, 1.0), (40, 2.0)]


def test_where_rows_stand_for_themselves_the_newest_counts_and_the_least_may_be_first() -> None:
    assert list(rank_steps(ROWS, PAID, EVERY, OWNER, ["A"], adds_up=False)) == [(10, 1.0), (30, 2.0), (40, 3.0)]
    least = list(rank_steps(ROWS, PAID, EVERY, OWNER, ["A"], adds_up=False, least=True))
    assert least == [(10, 2.0), (40, 1.0)]


def test_a_row_that_sums_all_others_has_no_place_in_their_order() -> None:
    owner = {**OWNER, 5: ALL}
    assert list(rank_steps(ROWS, PAID, EVERY, owner, ["A"])) == [(10, 1.0), (20, 2.0), (30, 1.0)]


def test_a_change_is_of_the_newest_rows_and_of_nothing_where_one_side_lacks() -> None:
    assert compared_steps(ROWS, PAID, [0, 5], [1, 2], relative=False) == [(40, 6.0)]
    assert compared_steps(ROWS, PAID, [5], [1, 2], relative=True) == [(40, 2.0)]
    assert compared_steps(ROWS, PAID, [], [1], relative=False) == []
    assert compared_steps(ROWS, {0: 1.0, 1: 0.0}, [0], [1], relative=True) == []


def test_years_are_summed_only_where_each_has_its_row() -> None:
    years = {0: "2001", 1: "2002", 2: "2003"}
    assert spanned_steps(ROWS, PAID, [0, 1], years, ["2001", "2002"], mean=False) == [(10, 8.0)]
    assert spanned_steps(ROWS, PAID, [0, 1, 2], years, ["2001", "2002", "2003"], mean=True) == [(20, 11 / 3)]
    assert spanned_steps(ROWS, PAID, [0, 1], years, ["2001", "2002", "2003"], mean=False) == []


def test_a_share_is_of_all_that_is_known_by_then() -> None:
    assert list(share_steps(ROWS, PAID, [0, 3], EVERY)) == [(10, 5 / 8), (20, 5 / 11), (30, 6 / 11), (40, 6 / 20)]


def test_there_is_no_share_of_nothing() -> None:
    assert list(share_steps(ROWS, {0: 0.0, 1: 0.0, 2: 4.0}, [0], [0, 1, 2])) == [(20, 0.0)]


@pytest.mark.parametrize(("rule", "value"), [("part / whole", 1 / 4), ("part / (whole + part)", 1 / 5)])
def test_a_ratio_is_taken_year_by_year_from_the_day_its_whole_is_known(rule: str, value: float) -> None:
    others = rows((100, 200), {0: 8.0, 1: 40.0}, {"year": {"2001": {0}, "2002": {1}, "2003": set()}})
    parts = {"2001": 2.0, "2003": 7.0}
    assert ratio_steps(parts, others, [0, 1], "year", rule) == [(100, value)]
    assert ratio_steps({"2001": 2.0, "2002": 10.0}, others, [1], "year", rule) == [(200, value)]


def test_two_agree_in_the_part_of_the_rows_in_which_both_take_a_side() -> None:
    yes = frozenset({0, 1, 2}), frozenset({0, 2, 3})
    no = frozenset({3, 4}), frozenset({4})
    assert list(agreement_steps(ROWS, EVERY, [yes, no])) == [(10, 1.0), (20, 1.0), (30, 3 / 4)]
