"""A measure through time as SVG: one step line per definition, the stated figure, and when it holds.

Each line has a colour, a dash and a legend of its own; the windows in which the stated figure holds under it are
shaded. The picture carries its description and its source. Colours stand out on light and on dark ground (3:1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Any

from tahqiq.reporting.drawing import scales, svg
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.drawing.faces import FAMILY
from tahqiq.reporting.words.messages import Messages, load_messages, shorten
from tahqiq.reporting.words.values import quantity

RIGHT, TOP = 12.0, 52.0
LETTER = 7.4
"""Room that one letter or figure of a mark beside the plot takes, at a font of 13."""
LINE, NOTE, MARGIN = 20.0, 16.0, 8.0
COLOURS = ("#2f6fd6", "#c2571a", "#1d8a5f", "#8a5cd6", "#b0447f")
DASHES = (None, "7 3", "2 3", "10 3 2 3", "4 2")
INK, PAPER = "#1d2126", "#ffffff"
DARK_INK, DARK_PAPER = "#e7e5e0", "#1b1f24"


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a chart is: its width, the height of its plot, and how many characters of each text fit a line.

    `lines`: how many lines the citation has. `own`: whether the picture stands alone, on a ground and in a font of its
    own, or takes both from the page it stands in. A description always has every text whole.
    """

    width: float
    plot: float
    title: int
    label: int
    citation: int
    lines: int = 1
    own: bool = False


INLINE = Frame(460, 210, title=54, label=46, citation=62)
ALONE = Frame(700, 300, title=70, label=74, citation=100, lines=2, own=True)
NARROW = Frame(360, 230, title=42, label=36, citation=54, lines=4, own=True)
SCHEME = f"@media (prefers-color-scheme: dark) {{ .chart {{ color: {DARK_INK} }} .ground {{ fill: {DARK_PAPER} }} }}"
"""Other colours for a reader who has a dark screen; a picture of pixels has one of both."""


def steps(data: ChartData, language: str, name: str = "chart", frame: Frame = INLINE) -> str:
    """The chart as an `<svg>` element. `name` makes its ids unique in the page."""
    return _Chart(data, load_messages(language), name, frame).drawn()


def on_any_ground(drawing: str) -> str:
    """A picture that stands alone, with the colours of a dark screen for readers who have one."""
    head, end, rest = drawing.partition(">")
    return f"{head}{end}<style>{SCHEME}</style>{rest}"


def on_dark_ground(drawing: str) -> str:
    """A picture that stands alone, in the colours of a dark screen."""
    return drawing.replace(f'"{INK}"', f'"{DARK_INK}"').replace(f'"{PAPER}"', f'"{DARK_PAPER}"')


def described(data: ChartData, language: str) -> str:
    """The picture in words, for those who do not see it."""
    return _Chart(data, load_messages(language), "", INLINE).described()


class _Chart:
    """One drawing: scales first, then the parts from back to front."""

    def __init__(self, data: ChartData, messages: Messages, name: str, frame: Frame) -> None:
        self.data, self.messages, self.name, self.frame = data, messages, name, frame
        self.lines = data.lines[: len(COLOURS)]
        self.rtl = messages.direction == "rtl"
        self.first, self.last = scales.days(data)
        self.low, self.high, self.ticks = scales.values(data, self.lines, self.first, self.last)
        self.start = frame.width - MARGIN if self.rtl else MARGIN
        self.marks = [(value, self._tick(value)) for value in self.ticks]
        self.left = 16 + LETTER * max(3, *(len(mark) for _, mark in self.marks))
        self.right, self.bottom = frame.width - RIGHT, TOP + frame.plot

    def x(self, day: date) -> float:
        """The place of a day, kept within the plot."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def y(self, value: float) -> float:
        """The place of a value."""
        return TOP + self.frame.plot * (self.high - value) / (self.high - self.low)

    def drawn(self) -> str:
        """The whole picture."""
        legend, height = self._legend(self.bottom + 48)
        title = shorten(self.data.title, self.frame.title)
        parts = [
            svg.tag("title", svg.words(self.data.title), id=f"{self.name}-title"),
            svg.tag("desc", svg.words(self.described()), id=f"{self.name}-desc"),
            *([svg.tag("rect", width="100%", height="100%", fill=PAPER, class_="ground")] if self.frame.own else []),
            svg.text(title, self.start, 22.0, rtl=self.rtl, font_size=15, font_weight=600),
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
            viewBox=f"0 0 {self.frame.width:.0f} {height:.0f}",
            **(self._look(height) if self.frame.own else {}),
            role="img",
            aria_labelledby=f"{self.name}-title {self.name}-desc",
            direction="ltr",
            font_size=13,
            fill="currentColor",
            class_="chart",
        )

    def _look(self, height: float) -> dict[str, Any]:
        """What a picture that stands alone does not take from a page."""
        return {"width": self.frame.width, "height": height, "color": INK, "font_family": FAMILY}

    def _grid(self) -> list[str]:
        """Values on the left, years below."""
        parts, right, bottom = [], self.right, self.bottom
        for value, mark in self.marks:
            y = self.y(value)
            parts.append(
                svg.tag("path", d=f"M{self.left:.0f} {y:.1f}H{right:.0f}", stroke="currentColor", opacity=0.15)
            )
            parts.append(svg.tag("text", svg.words(self._turned(mark)), x=self.left - 8, y=y + 4, text_anchor="end"))
        for year in scales.years(self.first, self.last):
            x = self.x(date(year, 1, 1))
            parts.append(svg.tag("path", d=f"M{x:.1f} {bottom:.0f}v5", stroke="currentColor", opacity=0.5))
            parts.append(svg.tag("text", str(year), x=x, y=bottom + 20, text_anchor="middle"))
        return parts

    def _tick(self, value: float) -> str:
        if self.data.unit == "fraction":
            return self.messages.percent(value)
        return self.messages.short(value) if abs(value) >= 1_000_000 else self.messages.number(value)

    def _turned(self, text: str) -> str:
        return f"{svg.ISOLATE}{text}{svg.RELEASE}" if self.rtl else text

    def _shades(self) -> list[str]:
        """The windows, at least three units wide so that a day is seen."""
        parts = []
        for at, line in enumerate(self.lines):
            for start, end in line.holds:
                if start > self.last or (end and end < self.first):
                    continue
                left, right = self.x(start), self.x(end) if end else self.right
                size = {"x": left, "y": TOP, "width": max(3.0, right - left), "height": self.frame.plot}
                parts.append(svg.tag("rect", **size, fill=COLOURS[at], opacity=0.22))
        return parts

    def _as_of(self) -> list[str]:
        x = self.x(self.data.as_of)
        label = self.messages.date(self.data.as_of)
        side = "end" if (x > self.frame.width / 2) != self.rtl else "start"
        return [
            svg.tag("path", d=f"M{x:.1f} {TOP - 6:.0f}V{self.bottom:.0f}", stroke="currentColor", opacity=0.6),
            svg.text(label, x, TOP - 10, rtl=self.rtl, anchor=side, font_size=12, opacity=0.85),
        ]

    def _line(self, at: int, line: Line) -> str:
        known = min(self.last, self.data.reaches or self.last)
        seen = [(day, value) for day, value in line.steps if self.first < day <= known]
        path = [f"M{self.left:.1f} {self.y(max(self.low, line.at(self.first))):.1f}"]
        for day, value in seen:
            path.append(f"H{self.x(day):.1f}V{self.y(value):.1f}")
        path.append(f"H{self.x(known):.1f}")
        look = {"stroke": COLOURS[at], "stroke_dasharray": DASHES[at], "stroke_width": 2.5 if at == 0 else 2.0}
        return svg.tag("path", d="".join(path), fill="none", **look)

    def _stated(self) -> list[str]:
        if self.data.stated is None:
            return []
        y = self.y(self.data.stated)
        label = self.messages.format("chart-stated", value=self._amount(self.data.stated))
        look = {"stroke": "currentColor", "stroke_width": 1.5, "stroke_dasharray": "1 4", "stroke_linecap": "round"}
        anchor = "end" if self.rtl else "start"
        return [
            svg.tag("path", d=f"M{self.left:.0f} {y:.1f}H{self.right:.0f}", **look),
            svg.text(label, self.left + 6, y - 6, rtl=self.rtl, anchor=anchor, font_weight=600),
        ]

    def _legend(self, top: float) -> tuple[list[str], float]:
        """A sample of each line with its name and value, what shading means, the source; and where that ends."""
        parts, step = [], -1.0 if self.rtl else 1.0
        beside = self.start + 40 * step
        for at, line in enumerate(self.lines):
            y = top + at * LINE
            value = self._amount(line.at(self.data.as_of))
            said = self.messages.format("claim-filter", name=shorten(line.label, self.frame.label), value=value)
            look = {"stroke": COLOURS[at], "stroke_dasharray": DASHES[at], "stroke_width": 2.5}
            parts.append(svg.tag("path", d=f"M{self.start:.0f} {y - 4:.0f}h{32 * step:.0f}", fill="none", **look))
            parts.append(svg.text(said, beside, y, rtl=self.rtl))
        y = top + len(self.lines) * LINE
        if any(line.holds for line in self.lines):
            left = self.start if step > 0 else self.start - 32
            parts.append(svg.tag("rect", x=left, y=y - 11, width=32.0, height=12.0, fill=COLOURS[0], opacity=0.22))
            parts.append(svg.text(self.messages.format("chart-shaded"), beside, y, rtl=self.rtl))
            y += LINE
        for said in self._citation():
            parts.append(svg.text(said, self.start, y, rtl=self.rtl, font_size=12, opacity=0.8))
            y += NOTE
        return parts, y + LINE - NOTE

    def _citation(self) -> list[str]:
        """The source in as many lines as it may have."""
        if not self.data.citation:
            return []
        if self.frame.lines == 1:
            return [self.messages.format("chart-source", source=shorten(self.data.citation, self.frame.citation))]
        return wrap(shorten(self.data.citation, self.frame.lines * self.frame.citation - 10), self.frame.citation)

    def _amount(self, value: float) -> str:
        return quantity(self.messages, value, self.data.unit)

    def described(self) -> str:
        """The picture in words, for those who do not see it."""
        when = self.messages.date(self.data.as_of)
        series = self.messages.format("separator").join(
            self.messages.format(
                "chart-series", label=line.label, value=self._amount(line.at(self.data.as_of)), date=when
            )
            for line in self.lines
        )
        windows = dict.fromkeys(self.messages.span(*window) for line in self.lines for window in line.holds)
        return self.messages.sentences(
            "chart-alt",
            title=self.data.title,
            series=series,
            stated=self._amount(self.data.stated) if self.data.stated is not None else None,
            span=self.messages.join(windows) if windows else None,
        )
