"""A figure through time as a picture (Vega-Lite): one step line per definition, the as-of date, the citation inside.

The picture stands on its own: title, definitions, source and date are in it. Colours and dashes tell lines apart.
"""

from __future__ import annotations

import json
from datetime import date
from math import floor, log10
from textwrap import wrap
from typing import Any

from tahqiq.errors import UsageError
from tahqiq.reporting.drawing.charts import COLOURS
from tahqiq.reporting.record.figures import Figure, LineView
from tahqiq.reporting.words.messages import Messages, load_messages, shorten
from tahqiq.reporting.words.values import quantity

WIDTH, HEIGHT = 640, 300
DASHES = ([1, 0], [7, 3], [2, 3], [10, 3, 2, 3], [4, 2])
FONT = "Noto Sans, Noto Sans Arabic, sans-serif"
INK, MUTED, PAPER, GRID = "#1d2126", "#59616b", "#ffffff", "#dedbd3"
TITLE, LABEL, CITATION = 80, 88, 105
"""How many characters fit; of a citation, in each of its two lines."""
TICKS = 5
BELOW, LEGEND, LEADING = 30, 66, 14
"""Where the citation and the names of the lines stand, under the plot."""
ISOLATE, RELEASE = "\u2067", "\u2069"


def spec(shown: Figure, language: str) -> dict[str, Any]:
    """The picture as Vega-Lite."""
    messages = load_messages(language)
    lines = drawn(shown)
    first, last = _days(lines, shown.as_of)
    ticks = _ticks(lines, first, last)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": HEIGHT,
        "background": PAPER,
        "padding": 16,
        "description": described(shown, language),
        "title": _title(shown, messages),
        "config": {"font": FONT, "view": {"stroke": None}, "legend": {"labelLimit": WIDTH}},
        "layer": [
            _lines(lines, ticks, first, last, messages, shown.unit),
            _rule(shown, messages),
            _note(shown, messages),
        ],
    }


def picture(shown: Figure, language: str, form: str) -> bytes:
    """The picture as `svg` or `png`. UsageError when the library for it is not installed."""
    try:
        import vl_convert
    except ImportError as problem:
        raise UsageError("needs_extra", kind=form, extra="charts") from problem
    text = json.dumps(spec(shown, language))
    if form == "png":
        return bytes(vl_convert.vegalite_to_png(text, scale=2))
    return str(vl_convert.vegalite_to_svg(text)).encode()


def drawn(shown: Figure) -> list[LineView]:
    """The lines a picture has room for: the usual definition and the next ones whose course differs."""
    kept: list[LineView] = []
    for line in shown.lines:
        if line.steps and all(line.steps != other.steps for other in kept):
            kept.append(line)
    return kept[: len(COLOURS)]


def described(shown: Figure, language: str) -> str:
    """The picture in words, for those who do not see it."""
    messages = load_messages(language)
    say = messages.format
    series = [say("chart-series", label=x.label, value=x.words, date=shown.as_of) for x in drawn(shown)]
    about = say("claim-reading", measure=shown.title, filters=shown.about or None)
    return say("figure-alt", title=about, series=say("separator").join(series))


def _title(shown: Figure, messages: Messages) -> dict[str, Any]:
    about = messages.format("claim-reading", measure=shown.title, filters=shown.about or None)
    anchor = "end" if messages.direction == "rtl" else "start"
    text = {"text": _told(shorten(about, TITLE), messages), "fontSize": 16, "color": INK, "fontWeight": 600}
    return {**text, "anchor": anchor, "frame": "group", "offset": 14}


def _lines(
    lines: list[LineView], ticks: list[float], first: date, last: date, messages: Messages, unit: str
) -> dict[str, Any]:
    names = [_told(shorten(f"{line.label}: {line.words}", LABEL), messages) for line in lines]
    values = [p for line, name in zip(lines, names, strict=True) for p in _points(line, name, first, last)]
    labels = {_key(t): _told(_tick(t, messages, unit), messages) for t in ticks}
    legend = {
        "orient": "bottom",
        "title": None,
        "direction": "vertical",
        "labelFontSize": 13,
        "symbolSize": 400,
        "offset": LEGEND,
    }
    domain = {"domain": names, "sort": None}
    axis = {"labelColor": MUTED, "labelFontSize": 12, "gridColor": GRID, "domainColor": MUTED, "tickColor": MUTED}
    return {
        "data": {"values": values},
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.2},
        "encoding": {
            "x": {
                "field": "day",
                "type": "temporal",
                "title": None,
                "scale": {"domain": [first.isoformat(), last.isoformat()]},
                "axis": {**axis, "format": "%Y", "grid": False, "tickCount": 8, "labelOverlap": True},
            },
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": None,
                "scale": {"domain": [ticks[0], ticks[-1]], "nice": False},
                "axis": {**axis, "values": ticks, "labelExpr": f"({json.dumps(labels)})['' + datum.value]"},
            },
            "color": {"field": "name", "scale": {**domain, "range": list(COLOURS)}, "legend": legend},
            "strokeDash": {"field": "name", "scale": {**domain, "range": list(DASHES)}, "legend": legend},
        },
    }


def _rule(shown: Figure, messages: Messages) -> dict[str, Any]:
    day = {"field": "day", "type": "temporal"}
    data = {"values": [{"day": shown.as_of.isoformat(), "text": _told(messages.date(shown.as_of), messages)}]}
    text = {"type": "text", "align": "right", "dx": -5, "baseline": "top", "color": MUTED, "fontSize": 12}
    return {
        "data": data,
        "layer": [
            {"mark": {"type": "rule", "color": MUTED, "strokeDash": [3, 3]}, "encoding": {"x": day}},
            {"mark": text, "encoding": {"x": day, "y": {"value": 2}, "text": {"field": "text"}}},
        ],
    }


def _note(shown: Figure, messages: Messages) -> dict[str, Any]:
    """The citation, under the plot."""
    rtl = messages.direction == "rtl"
    lines = wrap(shorten(shown.citation, 2 * CITATION - 10), CITATION)
    text = [_told(line, messages) for line in lines]
    mark = {"type": "text", "align": "right" if rtl else "left", "baseline": "top", "color": MUTED, "fontSize": 11}
    mark["lineHeight"] = LEADING
    place = {"x": {"value": WIDTH if rtl else 0}, "y": {"value": HEIGHT + BELOW}, "text": {"value": text}}
    return {"data": {"values": [{}]}, "mark": mark, "encoding": place}


def _told(text: str, messages: Messages) -> str:
    """Text that every renderer reads in the direction of its language."""
    return f"{ISOLATE}{text}{RELEASE}" if messages.direction == "rtl" else text


def _points(line: LineView, name: str, first: date, last: date) -> list[dict[str, Any]]:
    """The steps that are seen, with the value at both ends of the stretch."""
    before = next((s.value for s in reversed(line.steps) if s.day <= first), 0.0)
    seen = [(s.day, s.value) for s in line.steps if first < s.day <= last]
    points = [(first, before), *seen, (last, seen[-1][1] if seen else before)]
    return [{"day": day.isoformat(), "value": value, "name": name} for day, value in points]


def _days(lines: list[LineView], as_of: date) -> tuple[date, date]:
    """From the first step to the last one or the as-of date, with a little room."""
    starts = [line.steps[0].day for line in lines]
    ends = [line.steps[-1].day for line in lines]
    first, last = min([as_of, *starts]), max([as_of, *ends])
    room = max(60, (last - first).days // 40)
    return date.fromordinal(max(1, first.toordinal() - room)), date.fromordinal(last.toordinal() + room)


def _ticks(lines: list[LineView], first: date, last: date) -> list[float]:
    """Round values from zero (or below) to above the highest."""
    seen = [p["value"] for line in lines for p in _points(line, "", first, last)] or [1.0]
    low, high = min(0.0, *seen), max(0.0, *seen)
    rough = max(high - low, 1e-6) / TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * (1 - 1e-9))
    bottom = floor(low / step) * step
    count = 1
    while bottom + step * count < high * (1 + 1e-9):
        count += 1
    return [round(bottom + step * i, 10) for i in range(count + 1)]


def _tick(value: float, messages: Messages, unit: str) -> str:
    if unit == "fraction":
        return messages.percent(value)
    if unit == "USD":
        return quantity(messages, value, unit)
    return messages.short(value) if abs(value) >= 1_000_000 else messages.number(value)


def _key(value: float) -> str:
    """A number as JavaScript writes it."""
    return str(int(value)) if value.is_integer() else repr(value)
