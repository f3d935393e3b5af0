"""The form of a figure: what can be chosen, what must be, and what is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tahqiq.catalog.registers import Measure, Register, find_measure
from tahqiq.interfaces.web.records import base_of
from tahqiq.record.series import load_rows
from tahqiq.record.tables import table_names
from tahqiq.reporting.record.cells import Words

FEW, MANY = 130, 2000
"""Up to so many values are a choice; up to so many are offered to pick from while typing."""
UNASKED = ("date",)
"""Dimensions that the bounds of time ask for."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: a dimension or an axis, its values, and the ones chosen.

    `kind`: choice, list (offered while typing), search (typed; `look` is the table to look it up in), axis.
    """

    name: str
    title: str
    kind: str
    needed: bool
    options: list[Option]
    chosen: str
    picked: list[str]
    look: str | None = None


def needs(register: Register, measure: Measure) -> list[str]:
    """The dimensions that must be chosen for the measure to mean anything."""
    base = base_of(register, measure)
    if named := (*base.needs, *(n for n in measure.needs if n not in base.needs)):
        return list(named)
    if measure.derive == "rank":
        return [str(measure.over)]
    if base.aggregate == "row":
        own = [d for d in base.dimensions if register.dimensions[d].column in (base.row, "symbol")]
        return own[:1]
    return []


def choices_of(register: Register, measure: Measure, picked: Mapping[str, str], words: Words) -> list[Choice]:
    """What the form asks: dimensions that have several values, then axes."""
    base, needed = base_of(register, measure), needs(register, measure)
    found = []
    double = {register.dimensions[d].joint for d in base.dimensions}
    for name in base.dimensions:
        values = known_values(register.id, base.id, name)
        many = len(values) > MANY
        if name in UNASKED or name in double or len(values) < 2 or (many and name not in needed):
            continue
        options = [] if many else [Option(v, words.labels.value(register.id, name, v)) for v in values]
        options.sort(key=lambda o: o.title)
        named = register.dimensions[name].vocabulary == "places"
        kind = "search" if many else "choice" if len(options) <= FEW or named else "list"
        title, chosen = words.labels.dimension(register.id, name), picked.get(name, "")
        look = f"/{words.language}/record/{register.id}/{base.table}" if base.table in table_names(register) else None
        found.append(Choice(name, title, kind, name in needed, options, chosen, _apart(chosen), look))
    for name in (*base.axes, *measure.own_axes):
        axis = register.axes[name]
        options = [Option(c.id, words.labels.choice(register.id, name, c.id)) for c in axis.choices.values()]
        chosen = picked.get(name, "")
        found.append(Choice(name, words.word(axis.title), "axis", False, options, chosen, _apart(chosen)))
    return found


def _apart(chosen: str) -> list[str]:
    return [value for value in chosen.split(",") if value]


@lru_cache(maxsize=256)
def known_values(register: str, measure: str, dimension: str) -> tuple[str, ...]:
    """The values that rows of a measure have."""
    found, base = find_measure(f"{register}.{measure}")
    rules = load_rows(found, base).index.get(dimension, {})
    return tuple(sorted({value for values in rules.values() for value in values}))
