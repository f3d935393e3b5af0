"""Charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tahqiq.model import Window

Steps = tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """A measure through time under one or more definitions, the usual one first, against a stated figure."""

    title: str
    unit: str | None
    series: tuple[tuple[str, Steps], ...]
    stated: float | None
    as_of: date
    holds: tuple[Window, ...] = ()
    citation: str = ""
