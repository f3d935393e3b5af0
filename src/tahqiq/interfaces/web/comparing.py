"""Several values side by side, and the place of one among all: bars with the asked ones marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import Measure, Register, find_measure
from tahqiq.interfaces.web.asked import Chosen, asked_figure
from tahqiq.interfaces.web.figure_forms import known_values
from tahqiq.interfaces.web.records import base_of
from tahqiq.interfaces.web.site import link
from tahqiq.record.ask import Asked
from tahqiq.record.gaps import Period
from tahqiq.record.ranking import ranked_over, ranking
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.record.figures import Figure
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.values import quantity

TOP = 10
"""How many places of a ranking are shown; an asked one further down is shown after them."""
MOST = 5
"""How many values are set side by side at most."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a dimension: its place, what it has, as a number and in words, and as a part of the longest bar.

    `address` leads to its own figure.
    """

    code: str
    name: str
    place: int
    value: float
    words: str
    part: float
    asked: bool
    address: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Values of one dimension as bars; `more` values have smaller ones that are not shown."""

    dimension: str
    title: str
    bars: list[Bar]
    more: int


@dataclass(frozen=True, slots=True)
class Before:
    """The place that came before an asked one and is counted apart: its own figure, and where both stand together."""

    name: str
    until: str
    words: str
    address: str


def compared_dimension(register: Register, measure: Measure, chosen: Mapping[str, str]) -> str | None:
    """The dimension of which several values are asked, which then stand side by side."""
    base = base_of(register, measure)
    return next((name for name, value in chosen.items() if "," in value and name in base.dimensions), None)


def compared(figures: Mapping[str, Figure], over: str, query: Mapping[str, str], language: str) -> Bars | None:
    """Each asked value alone, under the usual definition, as bars: the largest first, of places the first."""
    known = {c: f for c, f in figures.items() if f.lines and f.lines[0].value is not None and f.unit != "date"}
    if not known:
        return None
    values = {code: float(shown.lines[0].value or 0) for code, shown in known.items()}
    first = next(iter(known.values()))
    down = first.unit != "rank"
    sizes = {code: value if down else 1 / value for code, value in values.items()}
    largest = max(sizes.values()) or 1.0
    words = Words(language)
    bars = [
        Bar(
            code=code,
            name=words.labels.value(first.register, over, code),
            place=at,
            value=values[code],
            words=known[code].lines[0].words,
            part=round(sizes[code] / largest, 4),
            asked=False,
            address=link(f"/{language}/figures/{first.register}/{first.measure}", **{**query, over: code}),
        )
        for at, code in enumerate(sorted(sizes, key=lambda c: -sizes[c]), 1)
    ]
    return Bars(over, words.labels.dimension(first.register, over), bars, 0)


def earlier(
    name: str, chosen: Chosen, day: date, span: tuple[str, str], query: Mapping[str, str], language: str
) -> Before | None:
    """What is counted apart for the place that came before an asked one; None where nothing is."""
    register, measure = find_measure(name)
    picked, labels = dict(chosen), load_labels(language)
    for over, code, before in _succeeded(register, measure, picked):
        shown = asked_figure(name, tuple(sorted((picked | {over: before}).items())), day, *span, language)
        if shown.lines and shown.lines[0].value:
            both = {**query, over: f"{picked[over]},{before}"}
            return Before(
                name=labels.inside(register.id, over, before),
                until=load_places()["places"][code]["from"],
                words=shown.lines[0].words,
                address=link(f"/{language}/figures/{register.id}/{measure.id}", **both),
            )
    return None


def _succeeded(register: Register, measure: Measure, picked: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each dimension, place asked in it, and place before it that rows have and nobody asked for."""
    base, places = base_of(register, measure), load_places()["places"]
    for name, value in picked.items():
        if name in base.dimensions and register.dimensions[name].vocabulary == "places" and not measure.derive:
            codes = value.split(",")
            for code in codes:
                before = places.get(code, {}).get("follows")
                if before and before not in codes and before in known_values(register.id, base.id, name):
                    yield name, code, before


def ranked(asked: Asked, period: Period, query: Mapping[str, str], language: str) -> Bars | None:
    """The largest values of the dimension that the measure can be ranked by, the asked ones among them marked."""
    over = ranked_over(asked.register, asked.measure)
    base = base_of(asked.register, asked.measure)
    year = asked.register.years_of(base)
    mixed = base.aggregate == "row" and year is not None and year.id not in asked.reading.filters
    if over is None or mixed:  # the newest rows of different values may be of different years
        return None
    found = ranking(asked, over, period)
    if len(found) < 2:
        return None
    words, wanted = Words(language), asked.reading.filters.get(over, ())
    values = [value for _, value in found]
    shown = [*found[:TOP], *(f for f in found[TOP:] if f[0] in wanted)]
    bars = [
        Bar(
            code=code,
            name=words.labels.value(asked.register.id, over, code),
            place=values.index(value) + 1,
            value=value,
            words=quantity(words.messages, value, base.unit),
            part=round(value / values[0], 4),
            asked=code in wanted,
            address=link(f"/{language}/figures/{asked.register.id}/{asked.measure.id}", **{**query, over: code}),
        )
        for code, value in shown
    ]
    return Bars(over, words.labels.dimension(asked.register.id, over), bars, len(found) - len(bars))
