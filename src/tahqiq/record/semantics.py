"""From a question to SQL: the only place where SQL is written. Filters are given as parameters, never pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tahqiq.catalog.registers import Dimension, Measure, Register
from tahqiq.catalog.schema import ALL
from tahqiq.errors import UsageError
from tahqiq.model import Filters

Condition = tuple[str, list[Any]]


def source_sql(register: Register, measure: Measure) -> str:
    """The relation a measure reads: a named SELECT of the register, or one resource."""
    named = register.tables.get(measure.table)
    return f"({named})" if named else measure.table


def value_sql(register: Register, measure: Measure, choices: Mapping[str, str]) -> str:
    """The value expression under these choices: the last choice that brings its own wins."""
    value = measure.value
    for axis in measure.axes:
        if axis in choices:
            value = register.axes[axis].choices[choices[axis]].value or value
    return value


def where_sql(register: Register, measure: Measure, choices: Mapping[str, str], *, bridged: bool | None = None) -> str:
    """The predicate of the choices; `bridged` keeps only the axes (not) bound to a dimension."""
    parts = []
    for axis in measure.axes:
        bound = register.axes[axis].dimension is not None
        if axis in choices and (bridged is None or bridged == bound):
            where = register.axes[axis].choices[choices[axis]].where
            parts.append(f"({where})" if where else "true")
    return " AND ".join(parts) or "true"


def filter_sql(register: Register, measure: Measure, filters: Filters, choices: Mapping[str, str]) -> Condition:
    """The predicate of the filters and of the axes bound to them."""
    parts, values = [], []
    for name, wanted in filters.items():
        dimension = _dimension(register, measure, name)
        marks = ", ".join("?" for _ in wanted)
        column = dimension.column
        if dimension.bridge is None:
            parts.append(f"CAST({column} AS VARCHAR) IN ({marks})")
        else:
            bound = [a for a in measure.axes if register.axes[a].dimension == name and a in choices]
            rule = " AND ".join(f"({register.axes[a].choices[choices[a]].where or 'true'})" for a in bound) or "true"
            parts.append(
                f"EXISTS (SELECT 1 FROM {dimension.bridge} b WHERE b.{dimension.key} = t.{dimension.key}"
                f" AND b.{column} IN ({marks}) AND {rule})"
            )
        values += list(wanted)
    return " AND ".join(parts) or "true", values


def rows_sql(
    register: Register,
    measure: Measure,
    filters: Filters,
    choices: Mapping[str, str],
    as_of: date | None = None,
    period: tuple[date | None, date | None] = (None, None),
    beside: str | None = None,
) -> Condition:
    """The rows that count, with their day and value, under one definition, up to a day and within a period.

    `beside` names a further column.
    """
    where, values = filter_sql(register, measure, filters, choices)
    parts = [where_sql(register, measure, choices, bridged=False), where]
    for column, sign, day in (
        (measure.date, "<=", as_of),
        (measure.period, ">=", period[0]),
        (measure.period, "<=", period[1]),
    ):
        if day is not None:
            parts.append(f"{column} {sign} DATE '{day.isoformat()}'")
    more = f", {beside}" if beside else ""
    sql = (
        f"SELECT {measure.row} AS row, {measure.date} AS day, {value_sql(register, measure, choices)} AS value{more}"
        f" FROM {source_sql(register, measure)} t WHERE {' AND '.join(p for p in parts if p != 'true') or 'true'}"
    )
    return sql, values


def total_sql(measure: Measure, rows: str) -> str:
    """The measure over the rows of `rows_sql`; of rows with a value each, the newest stands."""
    if measure.aggregate == "row":
        return f"SELECT value FROM ({rows}) WHERE value IS NOT NULL ORDER BY day DESC, row DESC LIMIT 1"
    value = "count(*)" if measure.aggregate == "count" else "sum(value)"
    return f"SELECT {value} FROM ({rows})"


def rank_sql(measure: Measure, base: Measure, column: str, rows: str, wanted: Sequence[str]) -> str:
    """The place of the wanted values among those of a column of `rows_sql`: each with the sum of its rows, or with its
    newest one.
    """
    names = ", ".join(f"'{value}'" for value in wanted)
    value = "arg_max(value, day)" if base.aggregate == "row" else "sum(value)"
    each = f"coalesce({column}, '{ALL}') <> '{ALL}'"
    sums = f"SELECT {column}, {value} AS total FROM ({rows}) WHERE {each} GROUP BY {column}"
    sign = "<" if measure.order == "least" else ">"
    return (
        f"WITH sums AS ({sums}) SELECT 1 + count(*) FROM sums WHERE {column} NOT IN ({names})"
        f" AND total {sign} (SELECT sum(total) FROM sums WHERE {column} IN ({names}))"
    )


def compared_sql(first: str, second: str, *, relative: bool) -> str:
    """What the first of two queries of one value gives more than the second, or by what part more."""
    return f"SELECT ({first}) / ({second}) - 1" if relative else f"SELECT ({first}) - ({second})"


def _dimension(register: Register, measure: Measure, name: str) -> Dimension:
    if name not in measure.dimensions:
        raise UsageError("unknown_filter", name=name, measure=measure.id, known=", ".join(measure.dimensions))
    return register.dimensions[name]
