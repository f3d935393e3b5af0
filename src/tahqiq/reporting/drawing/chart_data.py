"""What a chart is drawn from: a measure through time under one or more definitions, against a stated figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tahqiq.model import Window

Steps = tuple[tuple[date, float], ...]


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

    Lines beyond the fifth are not drawn. `unit` is that of the measure, `citation` names the source; after the day
    that the record `reaches` no line is drawn.
    """

    title: str
    unit: str | None
    lines: tuple[Line, ...]
    stated: float | None
    as_of: date
    citation: str = ""
    reaches: date | None = None
