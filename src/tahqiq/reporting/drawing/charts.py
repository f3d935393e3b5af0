"""A measure through time as inline SVG: one step line per definition, the stated figure, and when it holds.

Each line has a colour, a dash and a legend of its own; the windows in which the stated figure holds under it are
shaded. The picture carries its description and its source. Colours stand out on light and on dark ground (3:1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from tahqiq.model import Window
from tahqiq.reporting.drawing import svg
from tahqiq.reporting.words.messages import Messages, load_messages, shorten
from tahqiq.reporting.words.values import quantity

Steps = tuple[tuple[date, float], ...]

WIDTH, PLOT = 460.0, 210.0
LEFT, RIGHT, TOP = 64.0, 12.0, 52.0
LINE, MARGIN = 20.0, 8.0
COLOURS = ("#2f6fd6", "#c2571a", "#1d8a5f", "#8a5cd6", "#b0447f")
DASHES = (None, "7 3", "2 3", "10 3 2 3", "4 2")
YEARS_AROUND = 5
"""How many years before the first window are shown at least."""
DAYS = 365.25
TITLE, LABEL, CITATION = 54, 46, 70
"""How many characters of each fit the picture; its description has all of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One definition: its name, its steps (from which day which value holds), and when the stated figure holds."""

    label: str
    steps: Steps
    holds: tuple[Window, ...] = ()

    def at(self, day: date) -> float:
        """The value on a day; 0 before the first step."""
        return next((value for start, value in reversed(self.steps) if start <= day), 0.0)


@dataclass(frozen=True, slots=True)
class ChartData:
    """A measure through time under one or more definitions, the usual one first, against a stated figure.

    Lines beyond the fifth are not drawn. `unit` is that of the measure, `citation` names the source.
    """

    title: str
    unit: str | None
    lines: tuple[Line, ...]
    stated: float | None
    as_of: date
    citation: str = ""


def steps(data: ChartData, language: str, name: str = "chart") -> str:
    """The chart as an `<svg>` element. `name` makes its ids unique in the page."""
    return _Chart(data, load_messages(language), name).drawn()


class _Chart:
    """One drawing: scales first, then the parts from back to front."""

    def __init__(self, data: ChartData, messages: Messages, name: str) -> None:
        self.data, self.messages, self.name = data, messages, name
        self.lines = data.lines[: len(COLOURS)]
        self.rtl = messages.direction == "rtl"
        self.first, self.last = _days(data)
        self.low, self.high, self.ticks = _values(data, self.lines, self.first, self.last)
        self.start = WIDTH - MARGIN if self.rtl else MARGIN

    def x(self, day: date) -> float:
        """The place of a day, kept within the plot."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return LEFT + min(1.0, max(0.0, share)) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        """The place of a value."""
        return TOP + PLOT * (self.high - value) / (self.high - self.low)

    def drawn(self) -> str:
        legend, height = self._legend(TOP + PLOT + 48)
        parts = [
            svg.tag("title", svg.words(self.data.title), id=f"{self.name}-title"),
            svg.tag("desc", svg.words(self._described()), id=f"{self.name}-desc"),
            svg.text(shorten(self.data.title, TITLE), self.start, 22.0, rtl=self.rtl, font_size=15, font_weight=600),
            *self._grid(),
            *self._shades(),
            *self._as_of(),
            *(self._line(at, line) for at, line in enumerate(self.lines)),
            *self._stated(),
            *legend,
        ]
        return svg.tag(
            "svg",
            *parts,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
            role="img",
            aria_labelledby=f"{self.name}-title {self.name}-desc",
            direction="ltr",
            font_size=13,
            fill="currentColor",
            class_="chart",
        )

    def _grid(self) -> list[str]:
        """Values on the left, years below."""
        right, bottom = WIDTH - RIGHT, TOP + PLOT
        parts = []
        for value in self.ticks:
            y = self.y(value)
            parts.append(svg.tag("path", d=f"M{LEFT:.0f} {y:.1f}H{right:.0f}", stroke="currentColor", opacity=0.15))
            parts.append(svg.tag("text", svg.words(self._tick(value)), x=LEFT - 8, y=y + 4, text_anchor="end"))
        for year in _years(self.first, self.last):
            x = self.x(date(year, 1, 1))
            parts.append(svg.tag("path", d=f"M{x:.1f} {bottom:.0f}v5", stroke="currentColor", opacity=0.5))
            parts.append(svg.tag("text", str(year), x=x, y=bottom + 20, text_anchor="middle"))
        return parts

    def _tick(self, value: float) -> str:
        if self.data.unit == "fraction":
            return self.messages.percent(value)
        text = self.messages.short(value) if abs(value) >= 1_000_000 else self.messages.number(value)
        return f"{svg.ISOLATE}{text}{svg.RELEASE}" if self.rtl else text

    def _shades(self) -> list[str]:
        """The windows, at least three units wide so that a day is seen."""
        parts = []
        for at, line in enumerate(self.lines):
            for start, end in line.holds:
                if start > self.last or (end and end < self.first):
                    continue
                left, right = self.x(start), self.x(end) if end else WIDTH - RIGHT
                size = {"x": left, "y": TOP, "width": max(3.0, right - left), "height": PLOT}
                parts.append(svg.tag("rect", **size, fill=COLOURS[at], opacity=0.22))
        return parts

    def _as_of(self) -> list[str]:
        x, bottom = self.x(self.data.as_of), TOP + PLOT
        label = self.messages.date(self.data.as_of)
        side = "end" if (x > WIDTH / 2) != self.rtl else "start"
        return [
            svg.tag("path", d=f"M{x:.1f} {TOP - 6:.0f}V{bottom:.0f}", stroke="currentColor", opacity=0.6),
            svg.text(label, x, TOP - 10, rtl=self.rtl, anchor=side, font_size=12, opacity=0.85),
        ]

    def _line(self, at: int, line: Line) -> str:
        seen = [(day, value) for day, value in line.steps if self.first < day <= self.last]
        path = [f"M{LEFT:.1f} {self.y(max(self.low, line.at(self.first))):.1f}"]
        for day, value in seen:
            path.append(f"H{self.x(day):.1f}V{self.y(value):.1f}")
        path.append(f"H{WIDTH - RIGHT:.1f}")
        look = {"stroke": COLOURS[at], "stroke_dasharray": DASHES[at], "stroke_width": 2.5 if at == 0 else 2.0}
        return svg.tag("path", d="".join(path), fill="none", **look)

    def _stated(self) -> list[str]:
        if self.data.stated is None:
            return []
        y, right = self.y(self.data.stated), WIDTH - RIGHT
        label = self.messages.format("chart-stated", value=self._amount(self.data.stated))
        look = {"stroke": "currentColor", "stroke_width": 1.5, "stroke_dasharray": "1 4", "stroke_linecap": "round"}
        anchor = "end" if self.rtl else "start"
        return [
            svg.tag("path", d=f"M{LEFT:.0f} {y:.1f}H{right:.0f}", **look),
            svg.text(label, LEFT + 6, y - 6, rtl=self.rtl, anchor=anchor, font_weight=600),
        ]

    def _legend(self, top: float) -> tuple[list[str], float]:
        """A sample of each line with its name and value, what shading means, the source; and where that ends."""
        parts, step = [], -1.0 if self.rtl else 1.0
        beside = self.start + 40 * step
        for at, line in enumerate(self.lines):
            y = top + at * LINE
            value = self._amount(line.at(self.data.as_of))
            said = self.messages.format("claim-filter", name=shorten(line.label, LABEL), value=value)
            look = {"stroke": COLOURS[at], "stroke_dasharray": DASHES[at], "stroke_width": 2.5}
            parts.append(svg.tag("path", d=f"M{self.start:.0f} {y - 4:.0f}h{32 * step:.0f}", fill="none", **look))
            parts.append(svg.text(said, beside, y, rtl=self.rtl))
        y = top + len(self.lines) * LINE
        if any(line.holds for line in self.lines):
            left = self.start if step > 0 else self.start - 32
            parts.append(svg.tag("rect", x=left, y=y - 11, width=32.0, height=12.0, fill=COLOURS[0], opacity=0.22))
            parts.append(svg.text(self.messages.format("chart-shaded"), beside, y, rtl=self.rtl))
            y += LINE
        if self.data.citation:
            said = self.messages.format("chart-source", source=shorten(self.data.citation, CITATION))
            parts.append(svg.text(said, self.start, y, rtl=self.rtl, font_size=12, opacity=0.8))
            y += LINE
        return parts, y

    def _amount(self, value: float) -> str:
        return quantity(self.messages, value, self.data.unit)

    def _described(self) -> str:
        """The picture in words, for those who do not see it."""
        when = self.messages.date(self.data.as_of)
        series = self.messages.format("separator").join(
            self.messages.format(
                "chart-series", label=line.label, value=self._amount(line.at(self.data.as_of)), date=when
            )
            for line in self.lines
        )
        windows = dict.fromkeys(self.messages.span(*window) for line in self.lines for window in line.holds)
        return self.messages.format(
            "chart-alt",
            title=self.data.title,
            series=series,
            stated=self._amount(self.data.stated) if self.data.stated is not None else None,
            span=self.messages.join(windows) if windows else None,
        )


def _days(data: ChartData) -> tuple[date, date]:
    """The stretch shown: the windows and the as-of date with some years before; all of it where nothing holds.

    The windows are those of the first line that has any: the usual way of counting, if the figure ever held under it.
    """
    held = next((line.holds for line in data.lines if line.holds), ())
    starts, ends = [s for s, _ in held], [e for _, e in held if e]
    begin = min((line.steps[0][0] for line in data.lines if line.steps), default=data.as_of)
    last = max([data.as_of, *ends])
    span = (last - min([data.as_of, *starts])).days
    last = date.fromordinal(min(date.max.toordinal(), last.toordinal() + max(240, span // 8)))
    if not starts:
        return min(begin, data.as_of), last
    lead = max(2 * span, int(YEARS_AROUND * DAYS))
    first = date.fromordinal(max(1, min([data.as_of, *starts]).toordinal() - lead))
    return max(first, min(begin, data.as_of)), last


def _values(
    data: ChartData, lines: tuple[Line, ...], first: date, last: date
) -> tuple[float, float, tuple[float, ...]]:
    """The lowest and highest value shown, and the ticks between: round steps."""
    seen = [line.at(first) for line in lines] + [v for line in lines for d, v in line.steps if first <= d <= last]
    seen += [data.stated] if data.stated is not None else []
    low, high = min(seen, default=0.0), max(seen, default=1.0)
    room = max(high - low, abs(high) * 0.02, 0.01 if data.unit == "fraction" else 2.0)
    step = _round_step(room / 5, whole=data.unit != "fraction")
    bottom, top = floor((low - room * 0.08) / step) * step, ceil((high + room * 0.12) / step) * step
    bottom = max(0.0, bottom) if low >= 0 else bottom
    count = round((top - bottom) / step)
    return bottom, top, tuple(bottom + step * i for i in range(count + 1))


def _round_step(rough: float, *, whole: bool) -> float:
    """The next of 1, 2, 5, 10 ... that is no smaller."""
    power = 10.0 ** floor(log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough * (1 - 1e-9))
    return max(1.0, step) if whole else step


def _years(first: date, last: date) -> list[int]:
    """Years to mark: at most six, round ones where only some fit."""
    inside = [y for y in range(first.year, last.year + 1) if first <= date(y, 1, 1) <= last]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000) if len(inside) <= 6 * s)
    return [y for y in inside if y % step == 0]
