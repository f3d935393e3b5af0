"""Charts: where a day and a value stand, what is shaded, and words for those who do not see them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tahqiq.reporting.drawing.charts import ChartData, Line, steps

SVG = "{http://www.w3.org/2000/svg}"


def test_a_chart_is_well_formed_and_cites_its_source(charts: dict[str, ChartData], language: str) -> None:
    for name, data in charts.items():
        drawn = ET.fromstring(steps(data, language, name))
        assert drawn.attrib["direction"] == "ltr"
        said = " ".join(drawn.itertext())
        assert data.citation in said
        assert f"{data.stated:g}" in (drawn.findtext(f"{SVG}desc") or "")
        assert len(drawn.findall(f"{SVG}rect")) == 2  # the window and its legend


def test_right_to_left_texts_are_isolated_and_carry_no_direction(charts: dict[str, ChartData], language: str) -> None:
    drawn = ET.fromstring(steps(charts["c1"], language))
    arabic = [t for t in drawn.iter(f"{SVG}text") if re.search("[\u0600-\u06ff]", t.text or "")]
    assert bool(arabic) == (language == "ar")
    for found in arabic:
        assert "direction" not in found.attrib
        assert (found.text or "")[0] == "\u2067"


def test_a_window_is_shaded_where_it_lies(charts: dict[str, ChartData]) -> None:
    drawn = ET.fromstring(steps(charts["c1"], "en"))
    window = drawn.find(f"{SVG}rect")
    assert window is not None
    left, width = float(window.attrib["x"]), float(window.attrib["width"])
    assert 64 < left < left + width < 448
    assert width >= 3


def test_a_figure_that_never_held_has_no_shade(charts: dict[str, ChartData]) -> None:
    data = charts["c1"]
    bare = replace(data, stated=200.0, lines=tuple(replace(line, holds=()) for line in data.lines))
    assert "<rect" not in steps(bare, "en")


@given(
    st.lists(st.tuples(st.integers(0, 30000), st.floats(0, 1e12)), min_size=0, max_size=20),
    st.floats(0, 1e12) | st.none(),
    st.integers(0, 40000),
)
def test_any_series_can_be_drawn(pairs: list[tuple[int, float]], stated: float | None, day: int) -> None:
    start = date(1946, 1, 1)
    line = Line("a & b", tuple((start + timedelta(d), v) for d, v in sorted(pairs)))
    data = ChartData("<t>", "USD", (line,), stated, start + timedelta(day), "c")
    drawn = ET.fromstring(steps(data, "ar"))
    numbers = re.findall(r"-?\d+(?:\.\d+)?", " ".join(p.attrib["d"] for p in drawn.iter(f"{SVG}path")))
    assert all(-32 <= float(n) <= 460 for n in numbers)
