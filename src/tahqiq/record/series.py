"""Compiled rows of a measure and what they add up to through time: no SQL at question time.

A base measure is compiled once into columns (row id, the day it enters, the day it belongs to, one value per
definition of the unbound axes) and an index per dimension. A series is the step function of the sum.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import compiled
from tahqiq.catalog.registers import Dimension, Measure, Register, definition_id, definitions, load_registers
from tahqiq.errors import Flaw, RecordError, RowsError
from tahqiq.model import Filters, Step
from tahqiq.record.packed import Columns, Either, Packed, Positions, pack, unpack
from tahqiq.record.semantics import source_sql, value_sql, where_sql
from tahqiq.record.store import resources, select

NO_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a base measure, in order of the day they enter.

    `index[dimension][rule][value]` holds positions; rule is "" without a bound axis.
    """

    ids: list[str]
    days: Sequence[int]
    periods: Sequence[int]
    sources: list[str]
    columns: Mapping[str, Mapping[int, float]]
    index: Mapping[str, Mapping[str, Mapping[str, frozenset[int]]]]

    def column(self, register: Register, measure: Measure, choices: Mapping[str, str]) -> Mapping[int, float]:
        """The rows these choices count, as positions, with the value of each."""
        return self.columns[unbound_id(register, measure, choices)]

    def pick(
        self,
        column: Mapping[int, float],
        filters: Filters,
        rules: Mapping[str, str],
        period: tuple[int, int],
        joint: str | None = None,
    ) -> list[int]:
        """Positions of the rows that count, in order of time. `joint` names a dimension whose values must all hold."""
        kept: set[int] | frozenset[int] | None = None
        for name, wanted in filters.items():
            index = self.index[name][rules.get(name, "")]
            sets = [index.get(value, frozenset()) for value in wanted]
            found = frozenset.intersection(*sets) if name == joint and sets else frozenset().union(*sets)
            kept = found if kept is None else kept & found
        rows = list(column) if kept is None else sorted(kept.intersection(column))
        low, high = period
        if low <= 0 and high >= NO_DAY:
            return rows
        return [r for r in rows if low <= self.periods[r] <= high]


def unbound_id(register: Register, measure: Measure, choices: Mapping[str, str]) -> str:
    """The id of the value column: the choices on axes that no dimension binds."""
    kept = {a: choices[a] for a in measure.axes if a in choices and register.axes[a].dimension is None}
    return definition_id(kept)


def load_rows(register: Register, measure: Measure) -> Rows:
    """The compiled rows of a base measure, rebuilt when the register's files change."""
    return _load(register.id, measure.id)


@cache
def values_of(register_id: str, measure_id: str, dimension: str) -> Mapping[int, str]:
    """The value of a plain dimension in every row, by position."""
    register = load_registers()[register_id]
    rows = load_rows(register, register.measures[measure_id])
    return {p: value for value, held in rows.index[dimension][""].items() for p in held}


@cache
def sets_of(register_id: str, measure_id: str, dimension: str) -> Mapping[str, frozenset[str]]:
    """The values of a bridged dimension that no axis rules, of each row that has any, by its id."""
    register = load_registers()[register_id]
    rows = load_rows(register, register.measures[measure_id])
    found: dict[str, set[str]] = {}
    for value, held in rows.index[dimension][""].items():
        for position in held:
            found.setdefault(rows.ids[position], set()).add(value)
    return {row: frozenset(values) for row, values in found.items()}


@cache
def _load(register_id: str, measure_id: str) -> Rows:
    register = load_registers()[register_id]
    measure = register.measures[measure_id]
    raw = _compiled(register, measure)
    index: dict[str, dict[str, Mapping[str, frozenset[int]]]] = {
        d: {rule: Positions(values) for rule, values in rules.items()} for d, rules in raw["index"].items()
    }
    for name in measure.dimensions:
        if joined := register.dimensions[name].either:
            index[name] = {"": Either([index[d][""] for d in joined])}
    sources = [raw["sources"][int(n)] for n in unpack("I", raw["source"])]
    days, periods = unpack("I", raw["days"]), unpack("I", raw["periods"])
    return Rows(raw["ids"], days, periods, sources, Columns(raw["columns"]), index)


def _compiled(register: Register, measure: Measure) -> Any:
    """RowsError, in one line, for whatever is wrong with the tables or with the expressions over them."""
    folder = register.folder
    try:
        files = [folder / r["path"] for r in resources(folder)] + [folder / "register.yml", folder / "datapackage.json"]
        return compiled(f"series.{register.id}.{measure.id}", files, lambda: _compile(register, measure))
    except RecordError as problem:
        said = str(problem.details["problem"])
    except (OSError, ValueError, KeyError) as problem:
        said = f"{type(problem).__name__}: {problem}"
    told = {"measure": measure.id, "register": register.id, "problem": " ".join(said.split()).rstrip(".")}
    raise RowsError(register.id, Flaw(f"records/{register.id}/register.yml", 1, "unreadable_rows", told))


def _compile(register: Register, measure: Measure) -> dict[str, Any]:
    """Read everything a measure can count in a handful of queries."""
    unbound = unbound_definitions(register, measure)
    plain = [d for d in measure.dimensions if register.dimensions[d].bridge is None]
    heads = [f"CAST({measure.row} AS VARCHAR)", measure.date, measure.period, "sources"]
    heads += [f"CAST({register.dimensions[d].column} AS VARCHAR)" for d in plain]
    cases = [
        f"CASE WHEN {where_sql(register, measure, c)} THEN CAST({_counted(register, measure, c)} AS DOUBLE) END"
        for c in unbound
    ]
    keys = sorted({str(register.dimensions[d].key) for d in measure.dimensions if register.dimensions[d].bridge})
    sql = f"SELECT {', '.join([*heads, *keys, *cases])} FROM {source_sql(register, measure)} t ORDER BY 2, 1"
    rows = select(register, sql)
    at = len(heads) + len(keys)
    columns = {definition_id(c): _sparse(rows, at + i) for i, c in enumerate(unbound)}
    index = {d: {"": _positions((r[4 + i], n) for n, r in enumerate(rows))} for i, d in enumerate(plain)}
    for dimension in measure.dimensions:
        if register.dimensions[dimension].bridge and not register.dimensions[dimension].either:
            place = len(heads) + keys.index(str(register.dimensions[dimension].key))
            index[dimension] = _bridge(register, measure, dimension, [r[place] for r in rows])
    sources = sorted({r[3] or "" for r in rows})
    at_source = {s: n for n, s in enumerate(sources)}
    return {
        "ids": [r[0] for r in rows],
        "days": pack("I", (_ordinal(r[1]) for r in rows)),
        "periods": pack("I", (_ordinal(r[2]) for r in rows)),
        "sources": sources,
        "source": pack("I", (at_source[r[3] or ""] for r in rows)),
        "columns": columns,
        "index": {
            d: {rule: {v: pack("I", p) for v, p in values.items()} for rule, values in rules.items()}
            for d, rules in index.items()
        },
    }


def _counted(register: Register, measure: Measure, choices: Mapping[str, str]) -> str:
    """The value of a row; rows that only have a day count as one."""
    return "1" if measure.unit == "date" else value_sql(register, measure, choices)


def unbound_definitions(register: Register, measure: Measure) -> list[dict[str, str]]:
    """The combinations of choices on axes that no dimension binds: each has a value column of its own."""
    return definitions(measure, register, frozenset())


def _sparse(rows: list[tuple[Any, ...]], at: int) -> tuple[Packed, Packed]:
    kept = [(n, r[at]) for n, r in enumerate(rows) if r[at] is not None]
    return pack("I", (n for n, _ in kept)), pack("d", (v for _, v in kept))


def _positions(pairs: Iterable[tuple[Any, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for value, n in pairs:
        if value is not None:
            found.setdefault(str(value), []).append(n)
    return found


def _bridge(register: Register, measure: Measure, name: str, keys: list[Any]) -> dict[str, dict[str, list[int]]]:
    """Positions per value of a bridged dimension, under each choice of the axes bound to it."""
    dimension = register.dimensions[name]
    axes = [register.axes[a] for a in measure.axes if register.axes[a].dimension == name]
    at: dict[Any, list[int]] = {}
    for n, key in enumerate(keys):
        at.setdefault(key, []).append(n)
    result: dict[str, dict[str, list[int]]] = {}
    for picked in itertools.product(*(axis.choices.values() for axis in axes)):
        rule = " AND ".join(f"({c.where})" for c in picked if c.where) or "true"
        sql = (
            f"SELECT DISTINCT t.{dimension.key}, b.{dimension.column} FROM {source_sql(register, measure)} t"
            f" JOIN {dimension.bridge} b ON b.{dimension.key} = t.{dimension.key} WHERE {rule} ORDER BY 1, 2"
        )
        pairs = ((value, n) for key, value in select(register, sql) for n in at.get(key, ()))
        result["/".join(c.id for c in picked)] = {v: sorted(p) for v, p in _positions(pairs).items()}
    return result


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else NO_DAY


def steps(rows: Rows, positions: list[int], column: Mapping[int, float], *, adds_up: bool = True) -> list[Step]:
    """The running sum, or the newest value: one step per day on which it changes. Nothing before the first row."""
    result: list[Step] = []
    total = 0.0
    for position in positions:
        total = column[position] + (total if adds_up else 0.0)
        day = rows.days[position]
        if result and result[-1][0] == day:
            result[-1] = (day, total)
        else:
            result.append((day, total))
    return result


def yearly_steps(rows: Rows, positions: list[int], column: Mapping[int, float], years: Dimension) -> list[Step]:
    """The sum of each year by itself, from the day it is known until the next year's is."""
    days: dict[str, int] = {}
    for year, held in _held(rows, positions, years):
        days[year] = max(rows.days[p] for p in held)
    sums = sums_by_year(rows, positions, column, years)
    return sorted({days[year]: sums[year] for year in sorted(sums)}.items())


def sums_by_year(rows: Rows, positions: list[int], column: Mapping[int, float], years: Dimension) -> dict[str, float]:
    """What the rows of each year add up to; rows of several years together, or of part of one, are left out."""
    return {year: sum(column[p] for p in held) for year, held in _held(rows, positions, years)}


def _held(rows: Rows, positions: list[int], years: Dimension) -> Iterator[tuple[str, frozenset[int]]]:
    wanted = frozenset(positions)
    for year, held in rows.index[years.id][""].items():
        if years.year(year) and held & wanted:
            yield year, held & wanted
