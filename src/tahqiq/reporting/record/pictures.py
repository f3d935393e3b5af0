"""A figure through time as a picture that stands on its own: its definitions, its date and its citation are in it."""

from __future__ import annotations

from dataclasses import dataclass

from tahqiq.reporting.drawing import charts
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.drawing.faces import with_faces
from tahqiq.reporting.drawing.png import png
from tahqiq.reporting.record.figures import Figure, LineView
from tahqiq.reporting.words.phrases import capital

Beside = tuple[tuple[str, Figure], ...]
"""Figures that stand side by side, each with the name of its value."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is drawn: `narrow` for a telephone, `dark` (of pixels) for a dark page, with its `faces` in it."""

    narrow: bool = False
    dark: bool = False
    faces: bool = False


PLAIN = Look()


def chart(shown: Figure, beside: Beside = ()) -> ChartData:
    """What the picture of a figure is drawn from: the usual definition and the next ones whose course differs, or the
    usual definition of each that stands side by side.
    """
    kept: list[tuple[str, LineView]] = [(name, other.lines[0]) for name, other in beside if other.lines]
    for line in () if beside else shown.lines:
        if line.steps and all(line.steps != other.steps for _, other in kept):
            kept.append((line.label, line))
    lines = tuple(Line(label, tuple((s.day, s.value) for s in line.steps)) for label, line in kept)
    return ChartData(capital(shown.phrase), shown.unit, lines, None, shown.as_of, shown.citation, shown.reaches)


def picture(shown: Figure, language: str, form: str, beside: Beside = (), look: Look = PLAIN) -> bytes:
    """The picture as `svg` or `png`. UsageError when the library for PNG is not installed."""
    drawing = charts.steps(chart(shown, beside), language, frame=charts.NARROW if look.narrow else charts.ALONE)
    if form == "png":
        return png(charts.on_dark_ground(drawing) if look.dark else drawing)
    drawing = charts.on_any_ground(drawing)
    return (with_faces(drawing) if look.faces else drawing).encode()


def described(shown: Figure, language: str, *, beside: Beside = ()) -> str:
    """The picture in words, for those who do not see it; empty where there is nothing to draw."""
    data = chart(shown, beside)
    return charts.described(data, language) if data.lines else ""
