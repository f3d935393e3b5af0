"""Charts: where a day and a value stand, what is shaded, and words for those who do not see them."""

from __future__ import annotations

import itertools
import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.reporting.drawing import scales, svg
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.drawing.charts import ALONE, INK, LETTER, PAPER, described, on_dark_ground, steps
from tahqiq.reporting.drawing.faces import FAMILY, MERGED, MERGED_FILES, with_faces
from tahqiq.reporting.drawing.png import ZOOM, png

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


def day(text: str) -> date:
    return date.fromisoformat(text)


AID = ChartData(
    "Aid & more",
    "USD",
    (Line("a", ((day("1950-01-01"), 4e11),)),),
    None,
    day("2020-01-01"),
    "Tahqiq, Register, version 1; from: " + "a source with a long name; " * 8,
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_picture_that_stands_alone_has_a_ground_a_size_and_a_font_of_its_own(language: str) -> None:
    drawn = ET.fromstring(steps(AID, language, frame=ALONE))
    assert drawn.attrib["viewBox"] == f"0 0 {drawn.attrib['width']} {drawn.attrib['height']}"
    assert drawn.attrib["font-family"] == FAMILY
    assert {"fill": "#ffffff", "width": "100%", "height": "100%", "class": "ground"} in [
        r.attrib for r in drawn.iter(f"{SVG}rect")
    ]
    assert "width" not in ET.fromstring(steps(AID, language)).attrib


def test_a_long_citation_takes_two_lines_and_no_more() -> None:
    drawn = ET.fromstring(steps(AID, "en", frame=ALONE))
    said = [t.text or "" for t in drawn.iter(f"{SVG}text") if t.attrib.get("font-size") == "12"]
    cited = [line for line in said if "source" in line]
    assert len(cited) == 2
    assert all(len(line) <= ALONE.citation for line in cited)
    assert cited[-1].endswith("\u2026")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_marks_beside_the_plot_have_room(language: str) -> None:
    drawn = ET.fromstring(steps(AID, language))
    marks = [t for t in drawn.iter(f"{SVG}text") if t.attrib.get("text-anchor") == "end" and t.text and "400" in t.text]
    assert float(marks[0].attrib["x"]) >= LETTER * len((marks[0].text or "").strip("\u2067\u2069"))


def test_the_pixels_are_those_of_the_drawing() -> None:
    drawing = steps(AID, "ar", frame=ALONE)
    pixels = png(drawing)
    assert pixels[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", pixels[16:24])
    wanted = ET.fromstring(drawing).attrib
    assert (width, height) == (ZOOM * float(wanted["width"]), ZOOM * float(wanted["height"]))


def test_a_picture_carries_the_letters_it_needs() -> None:
    faces = {language: with_faces(steps(AID, language, frame=ALONE)) for language in ("en", "ar")}
    assert {language: drawing.count("@font-face") for language, drawing in faces.items()} == {"en": 1, "ar": 2}
    assert all(ET.fromstring(drawing).attrib["font-family"] == FAMILY for drawing in faces.values())


def test_a_picture_for_a_dark_page_is_light_on_dark() -> None:
    light = steps(AID, "en", frame=ALONE)
    dark = on_dark_ground(light)
    assert {INK, PAPER} <= set(re.findall("#[0-9a-f]{6}", light))
    assert not {INK, PAPER} & set(re.findall("#[0-9a-f]{6}", dark))
    assert png(dark) != png(light)


@pytest.mark.parametrize("words", ["Vetoes 46", "\u0646\u0642\u0636 46"])
def test_letters_of_both_scripts_come_from_one_face_of_ours(words: str) -> None:
    resvg = pytest.importorskip("resvg_py")
    line = svg.text(words, 10, 40, rtl=False, font_family=MERGED)
    drawing = svg.tag("svg", line, xmlns=SVG[1:-1], width=200, height=60, font_size=30)
    none, ours = (
        bytes(resvg.svg_to_bytes(svg_string=drawing, font_files=files, skip_system_fonts=True))
        for files in ([], list(MERGED_FILES))
    )
    assert len(ours) > len(none) + 500, "letters are drawn"


def test_words_for_a_picture_tell_of_a_stated_figure_only_where_there_is_one() -> None:
    told = described(replace(AID, title="Aid"), "en")
    assert told == "Aid. a: $400 billion on 1 January 2020."
    stated = described(replace(AID, title="Aid", stated=5e11), "en")
    assert stated == told + " The stated figure is $500 billion; it never holds."


def series(*pairs: tuple[str, float], holds: tuple[tuple[str, str | None], ...] = ()) -> Line:
    windows = tuple((day(a), day(b) if b else None) for a, b in holds)
    return Line("a", tuple((day(d), v) for d, v in pairs), windows)


def test_without_a_stated_figure_all_of_the_record_is_shown_with_some_room() -> None:
    data = ChartData("t", "vetoes", (series(("1970-01-01", 1), ("2024-05-01", 9)),), None, day("2000-01-01"))
    first, last = scales.days(data)
    assert first == day("1970-01-01") - timedelta(scales.ROOM)
    assert last == day("2024-05-01") + timedelta(scales.ROOM)


def test_around_a_window_some_years_are_shown() -> None:
    line = series(("1946-01-01", 1), ("2020-01-01", 9), holds=(("2020-01-01", "2020-12-31"),))
    first, last = scales.days(ChartData("t", "vetoes", (line,), 9.0, day("2021-01-01")))
    assert first == day("2020-01-01") - timedelta(int(scales.YEARS_AROUND * scales.DAYS))
    assert last == day("2021-01-01") + timedelta(scales.ROOM)


@pytest.mark.parametrize(
    ("pairs", "stated", "unit", "marks"),
    [
        ([("2000-01-01", 0.0), ("2010-01-01", 60.0)], None, "vetoes", (0.0, 20.0, 40.0, 60.0, 80.0)),
        ([("2000-01-01", 83.0)], 84.0, "vetoes", (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)),
        ([("1980-01-01", 82.0), ("2000-01-01", 83.0)], 84.0, "vetoes", (81.0, 82.0, 83.0, 84.0, 85.0)),
        (
            [("1980-01-01", 0.1), ("2000-01-01", 0.12)],
            0.15,
            "fraction",
            (0.09, 0.1, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16),
        ),
        ([("1980-01-01", -3.0), ("2000-01-01", 4.0)], None, "index", (-4.0, -2.0, 0.0, 2.0, 4.0, 6.0)),
    ],
)
def test_marks_are_round_and_hold_every_value(
    pairs: list[tuple[str, float]], stated: float | None, unit: str, marks: tuple[float, ...]
) -> None:
    line = series(*pairs)
    data = ChartData("t", unit, (line,), stated, day("2015-01-01"))
    low, high, ticks = scales.values(data, (line,), day("1990-01-01"), day("2020-01-01"))
    assert ticks == pytest.approx(marks)
    assert (low, high) == (ticks[0], ticks[-1])


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2019-01-01", "2021-06-01", [2019, 2020, 2021]),
        ("2019-01-02", "2021-06-01", [2020, 2021]),
        ("2012-06-01", "2018-06-01", [2013, 2014, 2015, 2016, 2017, 2018]),
        ("2012-01-01", "2018-06-01", [2012, 2014, 2016, 2018]),
        ("1946-01-01", "2026-01-01", [1960, 1980, 2000, 2020]),
    ],
)
def test_at_most_six_round_years_are_marked(first: str, last: str, years: list[int]) -> None:
    assert scales.years(day(first), day(last)) == years


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_legend_stands_below_the_plot_one_line_under_the_other_on_the_side_of_reading(
    charts: dict[str, ChartData], language: str
) -> None:
    data = charts["c1"]
    drawn = ET.fromstring(steps(data, language))
    width = float(drawn.attrib["viewBox"].split()[2])
    samples = [p.attrib["d"] for p in drawn.iter(f"{SVG}path") if "h" in p.attrib["d"]]
    starts = [tuple(map(float, re.findall(r"[\d.]+", d)[:2])) for d in samples]
    shade = [r.attrib for r in drawn.iter(f"{SVG}rect")][-1]
    ys = [y for _, y in starts] + [float(shade["y"]) + 7]
    assert len(starts) == len(data.lines)
    assert [b - a for a, b in itertools.pairwise(ys)] == [20.0] * len(starts)
    assert ys[0] > 262
    edge = width - 8 if language == "ar" else 8.0
    assert {x for x, _ in starts} == {edge}
    assert float(shade["x"]) == (edge - float(shade["width"]) if language == "ar" else edge)
