"""When figures held: one row of bars for each, on one scale of time, with a line at the day they are held against.

Places are shares of the width and sizes are pixels, so a row is as readable at 340 pixels as at 1,400. Time runs from
left to right in every language, as on the charts. Words stand beside the rows, not in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tahqiq.model import Window
from tahqiq.reporting.drawing import svg
from tahqiq.reporting.drawing.scales import years

LEAD = 0.08
"""How much of the stretch is left free at either end."""
LEAST, MOST = 400, 5500
"""Days that are shown at least, and at most; a bar that begins before them is cut."""
BAR, BELOW = 14.0, 8.0
"""How high a bar is, and how far it stays from the lower edge of its row."""
AXIS = 26.0


@dataclass(frozen=True, slots=True)
class Bars:
    """The days on which a figure held: in the usual way of counting, and in any other."""

    usual: tuple[Window, ...]
    others: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch of time that is drawn, and the day of the line."""

    first: date
    last: date
    day: date

    def x(self, day: date) -> float:
        """The place of a day in percent of the width, kept within the drawing."""
        return 100.0 * min(1.0, max(0.0, (day - self.first).days / (self.last - self.first).days))


def scale(rows: Sequence[Bars], day: date) -> Scale:
    """The stretch that shows the day and the last usual window of every row, or other ones where no row has any."""
    last = [windows[-1] for row in rows if (windows := row.usual)]
    last = last or [row.others[-1] for row in rows if row.others]
    ends = [min(end, day) if end else day for _, end in last]
    low = max(min([day, *(start for start, _ in last)]).toordinal(), max([day, *ends]).toordinal() - MOST)
    high = max([day, *ends]).toordinal()
    free = max(round(LEAD * (high - low)), (LEAST - (high - low)) // 2)
    return Scale(date.fromordinal(max(1, low - free)), date.fromordinal(high + free), day)


def drawn(row: Bars, shown: Scale) -> str:
    """The bars of one row and its part of the line, as an `<svg>` as high as the row."""
    bars = [
        *(_bar(window, shown, "other") for window in row.others),
        *(_bar(window, shown, "usual") for window in row.usual),
    ]
    return _picture(_line(shown), *(bar for bar in bars if bar))


def axis(shown: Scale) -> str:
    """The years below the rows, and the end of the line."""
    parts = [_line(shown)]
    for year in years(shown.first, shown.last):
        x = f"{shown.x(date(year, 1, 1)):.2f}%"
        parts.append(svg.tag("line", x1=x, x2=x, y1=0, y2=6, class_="tick"))
        parts.append(svg.tag("text", str(year), x=x, y=20, text_anchor="middle"))
    return _picture(*parts, height=AXIS)


def label(said: str, shown: Scale, *, rtl: bool) -> str:
    """The name of the line, above the rows, on that side of it where there is room."""
    x = shown.x(shown.day)
    words = f"{svg.ISOLATE}{said}{svg.RELEASE}" if rtl else said
    text = svg.tag("text", svg.words(words), x=f"{x:.2f}%", y=14, text_anchor="end" if x > 50 else "start")
    return _picture(text, height=20.0)


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same days with as few windows as possible."""
    found: list[Window] = []
    for start, end in sorted(windows, key=lambda window: window[0]):
        if found and (found[-1][1] is None or (start - found[-1][1]).days <= 1):
            before, until = found[-1]
            found[-1] = (before, None if until is None or end is None else max(until, end))
        else:
            found.append((start, end))
    return tuple(found)


def _bar(window: Window, shown: Scale, name: str) -> str | None:
    """One window; None where it lies outside of what is shown."""
    start, end = window
    if start > shown.last or (end is not None and end < shown.first):
        return None
    left, right = shown.x(start), shown.x(end) if end else 100.0
    place = {"x": f"{left:.2f}%", "width": f"{max(0.4, right - left):.2f}%"}
    return svg.tag("rect", **place, y="100%", height=BAR, transform=f"translate(0 -{BAR + BELOW:.0f})", class_=name)


def _line(shown: Scale) -> str:
    x = f"{shown.x(shown.day):.2f}%"
    return svg.tag("line", x1=x, x2=x, y1=0, y2="100%", class_="day")


def _picture(*parts: str, height: float | None = None) -> str:
    size = {"width": "100%", "height": "100%" if height is None else height}
    return svg.tag("svg", *parts, **size, direction="ltr", aria_hidden="true", focusable="false")
