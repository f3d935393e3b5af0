"""What a chart shows of time and of values: from where to where, and the round marks between."""

from __future__ import annotations

from datetime import date
from math import ceil, floor, log10

from tahqiq.reporting.drawing.chart_data import ChartData, Line

YEARS_AROUND = 5
"""How many years before the first window are shown at least."""
DAYS = 365.25
ROOM = 240
"""Days that are shown at least after all that is drawn, and before it where a line is drawn from its very beginning."""


def days(data: ChartData) -> tuple[date, date]:
    """The stretch shown: the windows and the as-of date with some years before; all of it where nothing holds.

    The windows are those of the first line that has any: the usual way of counting, if the figure ever held under it.
    Without a stated figure all that is recorded is shown.
    """
    if data.stated is None:
        return _whole(data)
    held = next((line.holds for line in data.lines if line.holds), ())
    starts, ends = [s for s, _ in held], [e for _, e in held if e]
    begin = min((line.steps[0][0] for line in data.lines if line.steps), default=data.as_of)
    last = max([data.as_of, *ends])
    span = (last - min([data.as_of, *starts])).days
    last = date.fromordinal(min(date.max.toordinal(), last.toordinal() + max(ROOM, span // 8)))
    if not starts:
        return min(begin, data.as_of), last
    lead = max(2 * span, int(YEARS_AROUND * DAYS))
    first = date.fromordinal(max(1, min([data.as_of, *starts]).toordinal() - lead))
    return max(first, min(begin, data.as_of)), last


def _whole(data: ChartData) -> tuple[date, date]:
    """From the first step to the last one or the as-of date, with some room on both sides."""
    seen = [data.as_of, *(line.steps[at][0] for line in data.lines if line.steps for at in (0, -1))]
    first, last = min(seen).toordinal() - ROOM, max(seen).toordinal() + ROOM
    return date.fromordinal(max(1, first)), date.fromordinal(min(date.max.toordinal(), last))


def values(data: ChartData, lines: tuple[Line, ...], first: date, last: date) -> tuple[float, float, tuple[float, ...]]:
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


def years(first: date, last: date) -> list[int]:
    """Years to mark: at most six, round ones where only some fit."""
    inside = [y for y in range(first.year, last.year + 1) if first <= date(y, 1, 1) <= last]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000) if len(inside) <= 6 * s)
    return [y for y in inside if y % step == 0]
