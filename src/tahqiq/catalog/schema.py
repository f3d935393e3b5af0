"""What a register is made of, as far as it can be asked: measures, dimensions, axes, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import inf
from pathlib import Path
from typing import Any

from tahqiq.catalog.folders import folder_of

NEW_YEAR = (1, 1)
ALL = "all"
"""The value of a dimension in rows that sum those of all its other values."""
NO_WHOLE = "_no_whole"
"""The end of the concept of names that hold the word for all the world and mean a part of it or something else."""
Words = Mapping[str, str]
"""A text in each language: {"en": ..., "ar": ...}."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice on an axis. `where` is a SQL predicate, `value` a SQL expression in place of the measure's own.

    `published` is the day an edition came out, `through` the last day it reaches; `only` names the filter values it can
    be made under (None: no filter on that dimension).
    """

    id: str
    meaning: Words
    label: Words
    where: str | None = None
    value: str | None = None
    used_by: Words | None = None
    reconstructed: bool = False
    published: date | None = None
    through: date | None = None
    only: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)

    def admits(self, filters: Mapping[str, tuple[str, ...]], until: date | None = None) -> bool:
        """Whether the choice can be made under these filters, and reaches as far as the period asked about."""
        for dimension, allowed in self.only.items():
            if any(value not in allowed for value in filters.get(dimension) or (None,)):
                return False
        return until is None or self.through is None or until <= self.through


@dataclass(frozen=True, slots=True)
class Axis:
    """A named choice a measure leaves open; with `dimension` it matters only when that dimension is filtered."""

    id: str
    title: Words
    choices: Mapping[str, Choice]
    default: str
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a measure can be filtered by: a column of its table, or a bridge table joined on `key`.

    Of a column, `joint` names the bridged dimension that tells which rows several values share. `single`: a text that
    names no value usually means one of them all the same (one act, one memorandum). `exact`: a place stands for itself,
    not for those that share its subject. `year_begins`: its values are years, named by the calendar year in which they
    end; from which year on they begin on which (month, day). `either`: it holds what these dimensions hold together.
    """

    id: str
    title: Words
    column: str
    vocabulary: str | None = None
    bridge: str | None = None
    key: str | None = None
    joint: str | None = None
    single: bool = False
    exact: bool = False
    either: tuple[str, ...] = ()
    year_begins: tuple[tuple[int, tuple[int, int]], ...] = ()

    def year(self, value: str) -> tuple[date, date] | None:
        """The first and the last day of a value that is a year; None for what is no year, or none known to begin."""
        if not (self.year_begins and len(value) == 4 and value.isdigit()):
            return None
        named = int(value)
        known = [begins for since, begins in self.year_begins if since <= named]
        if not known:
            return None
        end = date(named + (known[-1] == NEW_YEAR), *known[-1]) - timedelta(days=1)
        return date(end.year - (known[-1] != NEW_YEAR), *known[-1]), end


@dataclass(frozen=True, slots=True)
class Spread:
    """How far other publishers' figures may lie from those of a measure: within `near` (a part of one) nothing speaks
    against a text; one so many times smaller than `least` or larger than `most` is likely of something else.
    """

    near: float
    least: float = 0.0
    most: float = inf


@dataclass(frozen=True, slots=True)
class Measure:
    """A number a register can answer. `derive`: reckoned from another measure (`of`): rank, share, ratio, agreement,
    change, growth, total, average.

    A ratio divides `of`, year by year, by `whole` (`register.measure`, whose dimensions `match` names); its own axes
    come after those of `of`. An agreement compares one value of `over` with one of `beside`. `needs` names dimensions
    that must be filtered for the number to mean anything. `order`: who is first in a rank, who has most or least.
    """

    register: str
    id: str
    title: Words
    unit: str
    aggregate: str = "count"
    table: str = ""
    row: str = "row"
    date: str = "date"
    period: str = "date"
    value: str = "1"
    dimensions: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    definitions: tuple[Mapping[str, str], ...] = ()
    derive: str | None = None
    of: str | None = None
    over: str | None = None
    beside: str | None = None
    whole: str | None = None
    match: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    order: str = "most"
    spread: Spread | None = None

    @property
    def own_axes(self) -> tuple[str, ...]:
        """The axes a derived measure has besides those of the one it is reckoned from."""
        return self.axes if self.derive in ("ratio", "agreement") else ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What may be missing in a slice: at most so much of the measure; None means the slice is not covered at all.

    `excepted` takes values of dimensions out of the slice, and it is whole where those of `whole_with` are asked for
    too; `measures` names the measures concerned, all when empty; `needs` names dimensions that must be filtered for
    the gap to matter. `together`: the slice is one sum, which is whole once it has ended and cannot be asked in part.
    """

    filters: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[str, ...]]
    start: date
    end: date
    missing_at_most: float | None
    why: Words
    measures: tuple[str, ...] = ()
    excepted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Register:
    """One data package, as far as it can be asked."""

    id: str
    version: str
    title: Words
    description: Words
    complete: bool
    start: date
    end: date
    tables: Mapping[str, str]
    dimensions: Mapping[str, Dimension]
    axes: Mapping[str, Axis]
    measures: Mapping[str, Measure]
    gaps: tuple[Gap, ...] = ()
    caveats: tuple[Words, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Register {self.id} {self.version}: {', '.join(self.measures)}>"

    def years_of(self, measure: Measure) -> Dimension | None:
        """The dimension of a measure whose values are years, where it has one."""
        base = self.measures[measure.of] if measure.of else measure
        return next((d for name in base.dimensions if (d := self.dimensions[name]).year_begins), None)

    def acts_among(self, dimensions: Iterable[str]) -> list[str]:
        """Those of some dimensions whose values are single acts, of which a text usually means one."""
        return [name for name in dimensions if self.dimensions[name].single]

    @property
    def folder(self) -> Path:
        """Where the register lies."""
        return folder_of(self.id)
