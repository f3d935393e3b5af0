"""Step functions of time: the value on a day, and the days on which a value holds."""

from __future__ import annotations

from datetime import date

import pytest

from tahqiq.record.windows import value_at, windows


def day(n: int) -> date:
    return date.fromordinal(n)


STEPS = ((10, 1.0), (20, 2.0), (30, 1.0), (40, 3.0))


@pytest.mark.parametrize(("on", "value"), [(9, 0.0), (10, 1.0), (19, 1.0), (20, 2.0), (39, 1.0), (40, 3.0), (99, 3.0)])
def test_a_value_holds_from_its_step_to_the_next(on: int, value: float) -> None:
    assert value_at(STEPS, day(on)) == value


def test_windows_have_their_last_day_in_them_and_the_last_one_may_be_open() -> None:
    assert windows(STEPS, lambda v: v == 1) == ((day(10), day(19)), (day(30), day(39)))
    assert windows(STEPS, lambda v: v == 3) == ((day(40), None),)
    assert windows(STEPS, lambda v: v == 4) == ()


def test_adjoining_steps_that_pass_are_one_window() -> None:
    assert windows(STEPS, lambda v: v in (1, 2)) == ((day(10), day(39)),)


@pytest.mark.parametrize(
    ("until", "found"),
    [
        (9, ()),
        (10, ((day(10), day(19)),)),
        (29, ((day(10), day(19)),)),
        (30, ((day(10), day(19)), (day(30), day(39)))),
    ],
)
def test_steps_after_a_day_open_no_window_but_close_one(until: int, found: object) -> None:
    assert windows(STEPS, lambda v: v == 1, until=day(until)) == found
