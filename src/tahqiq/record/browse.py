"""The rows of a register to look at: tables with filters, search, order and pages, and single rows.

A table is a named SELECT of the register or one of its resources. The table of a measure can be filtered by the
measure's dimensions and by its axes, so that exactly the rows a figure counts can be shown.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Dimension, Measure, Register, load_registers
from tahqiq.errors import UsageError
from tahqiq.record.semantics import Condition, filter_sql, where_sql
from tahqiq.record.store import open_store, reader, resources

FEW, NAMED = 120, 320
"""A column with at most so many different values can be chosen from; one whose values have names, with more."""
NO_CHOICE = ("sources", "note", "url", "date", "first", "last")
"""Columns that are no use to choose from, however few values they have."""
SHORT = 60
"""Longer values are no choices."""
HELD = 1000
"""How many rows are read at a time where all are wanted."""
PLAIN = {"VARCHAR": "string", "DATE": "date", "BOOLEAN": "boolean"}
Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type (string, date, boolean, number), what it holds, and the dimension it stands for."""

    name: str
    type: str
    about: str
    dimension: str | None


@dataclass(frozen=True, slots=True)
class Facet:
    """What a table can be filtered by: a column, a bridged dimension or an axis, and the values to choose from."""

    name: str
    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table to look at. `row` and `day` name the columns with a row's id and day, where it has them."""

    register: Register
    name: str
    relation: str
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...]
    measure: Measure | None
    row: str | None
    day: str | None
    total: int


@dataclass(frozen=True, slots=True)
class Ask:
    """Which rows: filters by facet, days, words; `named` gives the codes of a column that those words name."""

    filters: Filters = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    words: str = ""
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str | None = None
    down: bool = False


def table_names(register: Register) -> tuple[str, ...]:
    """All tables of a register: those of measures first, then the other resources."""
    names = [m.table for m in register.measures.values() if m.table]
    return tuple(dict.fromkeys([*names, *(r["name"] for r in resources(register.folder))]))


def load_table(register: str, name: str) -> Table:
    """A table by the names of its register and its own. UsageError for unknown ones."""
    registers = load_registers()
    if register not in registers:
        raise UsageError("unknown_register", name=register, known=", ".join(registers))
    names = table_names(registers[register])
    if name not in names:
        raise UsageError("unknown_table", name=name, known=", ".join(names))
    return _table(register, name)


def count(table: Table, ask: Ask) -> int:
    """How many rows are asked for."""
    where, values = _where(table, ask)
    return int(_run(table, f"SELECT count(*) FROM {table.relation} t WHERE {where}", values).fetchall()[0][0])


def rows(table: Table, ask: Ask, limit: int | None = None, offset: int = 0) -> Iterator[tuple[Any, ...]]:
    """The rows asked for, in the order asked for; the newest first where none is."""
    where, values = _where(table, ask)
    sql = f"SELECT {_names(table)} FROM {table.relation} t WHERE {where} ORDER BY {_order(table, ask)}"
    found = _run(table, sql + (f" LIMIT {limit:d} OFFSET {offset:d}" if limit is not None else ""), values)
    while batch := found.fetchmany(HELD):
        yield from batch


def rows_of(table: Table, row: str) -> list[tuple[Any, ...]]:
    """The rows with this id (one, or several that share it)."""
    if table.row is None:
        return []
    sql = f"SELECT {_names(table)} FROM {table.relation} t WHERE CAST({table.row} AS VARCHAR) = ?"
    return list(_run(table, sql, [row]).fetchall())


def bridged(table: Table, row: str, dimension: Dimension) -> list[str]:
    """The values that a bridged dimension has for a row."""
    sql = (
        f"SELECT DISTINCT b.{dimension.column} FROM {table.relation} t"
        f" JOIN {dimension.bridge} b ON b.{dimension.key} = t.{dimension.key}"
        f" WHERE CAST(t.{table.row} AS VARCHAR) = ? ORDER BY 1"
    )
    return [str(value) for (value,) in _run(table, sql, [row]).fetchall()]


def parquet(table: Table, ask: Ask) -> bytes:
    """The rows asked for as a Parquet file."""
    where, values = _where(table, ask)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as con:
        for resource in resources(table.register.folder):
            con.execute(f'CREATE VIEW "{resource["name"]}" AS {reader(table.register.folder, resource)}')
        named = table.register.tables.get(table.name)
        relation = f"({named})" if named else f'"{table.name}"'
        path = Path(folder, "rows.parquet").as_posix()
        sql = f"SELECT {_names(table)} FROM {relation} t WHERE {where} ORDER BY {_order(table, ask)}"
        con.execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)", values)
        return Path(path).read_bytes()


@cache
def places_of_rows() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Where each row id is found: register and table. Rows of amounts are left out: there are too many to look for."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for register in load_registers().values():
        for name in table_names(register):
            table = _table(register.id, name)
            if table.row is not None and table.total <= 20_000:
                for (row,) in _run(
                    table, f"SELECT CAST({table.row} AS VARCHAR) FROM {table.relation} t", []
                ).fetchall():
                    found.setdefault(row, {})[register.id, name] = None
    return {row: tuple(tables) for row, tables in found.items()}


@cache
def _table(register_id: str, name: str) -> Table:
    register = load_registers()[register_id]
    measure = next((m for m in register.measures.values() if m.table == name), None)
    relation = _relation(register, name)
    con = open_store(register.folder).cursor()
    described = con.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
    columns = tuple(_columns(register, name, measure, [(d[0], d[1]) for d in described]))
    total = int(con.execute(f"SELECT count(*) FROM {relation}").fetchall()[0][0])
    row = measure.row if measure else _own_key(register, name)
    day = measure.date if measure else next((c.name for c in columns if c.type == "date"), None)
    order = {name: at for at, name in enumerate(measure.dimensions if measure else ())}
    found = sorted(_facets(register, measure, relation, columns, row), key=lambda f: order.get(f.name, len(order)))
    facets = tuple(found)
    return Table(register, name, relation, columns, facets, measure, row, day, total)


def _relation(register: Register, name: str) -> str:
    """The table itself; a named SELECT is worked out once, without what cannot be shown in a cell."""
    if name not in register.tables:
        return f'"{name}"'
    con = open_store(register.folder).cursor()
    described = con.execute(f"DESCRIBE {register.tables[name]}").fetchall()
    kept = ", ".join(f'"{d[0]}"' for d in described if "(" not in d[1] or d[1].startswith("DECIMAL"))
    con.execute(f'CREATE TABLE IF NOT EXISTS "shown_{name}" AS SELECT {kept} FROM ({register.tables[name]})')
    return f'"shown_{name}"'


def _columns(
    register: Register, name: str, measure: Measure | None, described: list[tuple[str, str]]
) -> Iterator[Column]:
    fields = {f["name"]: f for r in resources(register.folder) for f in r.get("schema", {}).get("fields", ())}
    own = next((r for r in resources(register.folder) if r["name"] == name), None)
    fields |= {f["name"]: f for f in (own or {}).get("schema", {}).get("fields", ())}
    dims = (
        {register.dimensions[d].column: d for d in measure.dimensions if not register.dimensions[d].bridge}
        if measure
        else {}
    )
    every = {d.column: d.id for d in register.dimensions.values()} | {d: d for d in register.dimensions}
    flags = [d for d in described if d[1] == "BOOLEAN"]
    lead = [measure.row, measure.date, *dims] if measure else []
    first = sorted((d for d in described if d[0] in lead and d not in flags), key=lambda d: lead.index(d[0]))
    for column, kind in [*first, *(d for d in described if d not in first and d not in flags), *flags]:
        about = str(fields.get(column, {}).get("description") or "")
        yield Column(column, PLAIN.get(kind, "number"), about, dims.get(column) or every.get(column))


def _facets(
    register: Register, measure: Measure | None, relation: str, columns: tuple[Column, ...], row: str | None
) -> Iterator[Facet]:
    con = open_store(register.folder).cursor()
    double = {register.dimensions[d].joint for d in measure.dimensions} if measure else set()
    for name in measure.dimensions if measure else ():
        dimension = register.dimensions[name]
        if dimension.bridge and name not in double:
            sql = f"SELECT DISTINCT {dimension.column} FROM {dimension.bridge} ORDER BY 1"
            yield Facet(name, "bridge", tuple(str(v) for (v,) in con.execute(sql).fetchall()))
    for column in columns:
        if column.type in ("string", "boolean") and column.name not in (row, *NO_CHOICE):
            named = column.dimension is not None and register.dimensions[column.dimension].vocabulary is not None
            most = NAMED if named else FEW
            sql = (
                f'SELECT DISTINCT CAST("{column.name}" AS VARCHAR) FROM {relation}'
                f' WHERE "{column.name}" IS NOT NULL ORDER BY 1 LIMIT {most + 1}'
            )
            values = tuple(str(v) for (v,) in con.execute(sql).fetchall())
            if 1 < len(values) <= most and max(map(len, values)) <= SHORT:
                yield Facet(column.name, "column", values)
    for name in measure.axes if measure else ():
        axis = register.axes[name]
        if name not in {c.name for c in columns} and any(choice.where for choice in axis.choices.values()):
            yield Facet(name, "axis", tuple(axis.choices))


def _own_key(register: Register, name: str) -> str | None:
    """The column that identifies a row of a resource, where one alone does."""
    for resource in resources(register.folder):
        if resource["name"] == name:
            key = resource.get("schema", {}).get("primaryKey") or []
            listed = [key] if isinstance(key, str) else key
            return str(listed[0]) if len(listed) == 1 else None
    return None


def _where(table: Table, ask: Ask) -> Condition:
    """The predicate of a question, and its parameters."""
    parts: list[str] = []
    values: list[Any] = []
    facets = {f.name: f for f in table.facets}
    for part, given in _conditions(table, ask, facets):
        parts.append(part)
        values += given
    for sign, day in ((">=", ask.since), ("<=", ask.until)):
        if day is not None and table.day is not None:
            parts.append(f"{table.day} {sign} DATE '{day.isoformat()}'")
    if ask.words:
        part, given = _worded(table, ask)
        parts.append(part)
        values += given
    return " AND ".join(parts) or "true", values


def _conditions(table: Table, ask: Ask, facets: Mapping[str, Facet]) -> Iterator[Condition]:
    choices = {k: v[0] for k, v in ask.filters.items() if k in facets and facets[k].kind == "axis"}
    bridges: dict[str, tuple[str, ...]] = {}
    for name, wanted in ask.filters.items():
        if name not in facets:
            raise UsageError("unknown_filter", name=name, measure=table.name, known=", ".join(facets))
        unknown = [v for v in wanted if v not in facets[name].values]
        if unknown:
            raise UsageError("unknown_value", name=name, value=unknown[0], known=", ".join(facets[name].values[:8]))
        if facets[name].kind == "column":
            yield f't."{name}" IS NOT NULL AND CAST(t."{name}" AS VARCHAR) IN ({_marks(wanted)})', list(wanted)
        elif facets[name].kind == "bridge":
            bridges[name] = tuple(dict.fromkeys(c for v in wanted for c in group_of(v)))
    if table.measure is not None:
        yield filter_sql(table.register, table.measure, bridges, choices)
        yield where_sql(table.register, table.measure, choices, bridged=False), []


def _worded(table: Table, ask: Ask) -> Condition:
    """Rows in which the words stand, or a code that they name."""
    parts, values = [], []
    for column in table.columns:
        if column.type in ("string", "date"):
            parts.append(f'contains(lower(CAST(t."{column.name}" AS VARCHAR)), lower(?))')
            values.append(ask.words)
        codes = ask.named.get(column.name, ())
        if codes:
            parts.append(f'CAST(t."{column.name}" AS VARCHAR) IN ({_marks(codes)})')
            values += codes
    return f"({' OR '.join(parts) or 'false'})", values


def _order(table: Table, ask: Ask) -> str:
    names = [c.name for c in table.columns]
    if ask.sort is not None and ask.sort not in names:
        raise UsageError("unknown_value", name="sort", value=ask.sort, known=", ".join(names))
    first = ask.sort or table.day or names[0]
    down = ask.down if ask.sort else table.day is not None
    ties = ", ".join(f'"{n}"' for n in names if n != first)
    return f'"{first}" {"DESC" if down else "ASC"} NULLS LAST' + (f", {ties}" if ties else "")


def _names(table: Table) -> str:
    return ", ".join(f't."{c.name}"' for c in table.columns)


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" for _ in values)


def _run(table: Table, sql: str, values: list[Any]) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for every question, so that two at once do not mix."""
    return open_store(table.register.folder).cursor().execute(sql, values)
