"""A figure through time as a picture that stands on its own: its definitions, its date and its citation are in it."""

from __future__ import annotations

from tahqiq.reporting.drawing import charts
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.drawing.png import png
from tahqiq.reporting.record.figures import Figure, LineView
from tahqiq.reporting.words.messages import load_messages


def chart(shown: Figure, language: str) -> ChartData:
    """What the picture of a figure is drawn from: the usual definition, and the next ones whose course differs."""
    title = load_messages(language).format("claim-reading", measure=shown.title, filters=shown.about or None)
    kept: list[LineView] = []
    for line in shown.lines:
        if line.steps and all(line.steps != other.steps for other in kept):
            kept.append(line)
    lines = tuple(Line(line.label, tuple((s.day, s.value) for s in line.steps)) for line in kept)
    return ChartData(title, shown.unit, lines, None, shown.as_of, shown.citation)


def picture(shown: Figure, language: str, form: str) -> bytes:
    """The picture as `svg` or `png`. UsageError when the library for the latter is not installed."""
    drawing = charts.steps(chart(shown, language), language, frame=charts.ALONE)
    return png(drawing) if form == "png" else drawing.encode()


def described(shown: Figure, language: str) -> str:
    """The picture in words, for those who do not see it; empty where there is nothing to draw."""
    data = chart(shown, language)
    return charts.described(data, language) if data.lines else ""
