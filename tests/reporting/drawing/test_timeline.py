"""The picture of an article: bars on one scale, nothing outside of it, a line at the day."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.reporting.drawing.timeline import Bars, axis, drawn, label, merged, scale

DAY = date(2024, 5, 2)
EARLIER, LATER = (date(2023, 10, 18), date(2023, 12, 7)), (date(2023, 12, 8), date(2024, 2, 19))
PLACE = re.compile(r'<rect x="([\d.]+)%" width="([\d.]+)%"')
WINDOW = st.tuples(st.dates(date(1946, 1, 1), date(2026, 12, 31)), st.integers(0, 20_000) | st.none()).map(
    lambda made: (made[0], None if made[1] is None else made[0] + timedelta(made[1]))
)


def places(picture: str) -> list[tuple[float, float]]:
    return [(float(x), float(width)) for x, width in PLACE.findall(picture)]


def test_two_windows_that_follow_each_other_touch_and_do_not_overlap() -> None:
    rows = [Bars((EARLIER,), ()), Bars((LATER,), ())]
    shown = scale(rows, DAY)
    ((x1, w1),), ((x2, w2),) = (places(drawn(row, shown)) for row in rows)
    assert x1 + w1 <= x2 < x1 + w1 + 0.5
    assert x2 + w2 < shown.x(DAY) < 100
    assert w1 > 5, "fifty days are seen at a glance"


def test_a_window_of_long_ago_does_not_press_the_others_together() -> None:
    shown = scale([Bars(((date(1972, 9, 10), date(1973, 7, 25)), EARLIER), ()), Bars((LATER,), ())], DAY)
    assert shown.first.year == 2023


def test_a_bar_outside_of_the_stretch_is_not_drawn_and_one_that_reaches_in_is_cut() -> None:
    shown = scale([Bars((EARLIER,), ())], DAY)
    assert not places(drawn(Bars(((date(1972, 1, 1), date(1973, 1, 1)),), ()), shown))
    ((x, width),) = places(drawn(Bars((), ((date(1972, 1, 1), None),)), shown))
    assert (x, width) == (0, 100)


@pytest.mark.parametrize(
    ("windows", "wanted"),
    [
        ([EARLIER, LATER], ((EARLIER[0], LATER[1]),)),
        ([LATER, EARLIER], ((EARLIER[0], LATER[1]),)),
        ([(EARLIER[0], None), LATER], ((EARLIER[0], None),)),
        ([EARLIER, (LATER[0] + timedelta(1), None)], (EARLIER, (LATER[0] + timedelta(1), None))),
        ([(EARLIER[0], LATER[1]), EARLIER], ((EARLIER[0], LATER[1]),)),
    ],
)
def test_days_in_a_row_are_one_window(windows: list[tuple[date, date | None]], wanted: object) -> None:
    assert merged(windows) == wanted


@given(st.lists(WINDOW, min_size=1, max_size=5), st.lists(WINDOW, max_size=5), st.dates(date(1946, 1, 1), DAY))
def test_everything_stays_inside(usual: list[object], others: list[object], day: date) -> None:
    row = Bars(merged(usual), merged(others))  # type: ignore[arg-type]
    shown = scale([row], day)
    assert shown.first < day <= shown.last
    for x, width in places(drawn(row, shown)):
        assert 0 <= x <= 100
        assert x + width <= 100.5
    assert "NaN" not in axis(shown) + label("x", shown, rtl=True)
