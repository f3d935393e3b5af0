"""The rows of a register to look at: tables with filters, search, order and pages, and single rows.

A table is a named SELECT of the register or one of its resources. The table of a measure can be filtered by the
measure's dimensions and by its axes, so that exactly the rows a figure counts can be shown.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Dimension, load_registers
from tahqiq.errors import UsageError
from tahqiq.record.semantics import Condition, filter_sql, where_sql
from tahqiq.record.store import open_store, reader, resources
from tahqiq.record.tables import Facet, Table, load_table, table_names

HELD = 1000
"""How many rows are read at a time where all are wanted."""
WRITTEN = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet, COMPRESSION zstd"}
"""How DuckDB writes a file of each form."""
Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ask:
    """Which rows: filters by facet, days, words, each of which must stand somewhere.

    `named` gives, by word, the codes of a column or bridged dimension that it names.
    """

    filters: Filters = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    words: tuple[str, ...] = ()
    named: Mapping[str, Filters] = field(default_factory=dict)
    sort: str | None = None
    down: bool = False


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


def tallies(table: Table, ask: Ask, facet: Facet) -> dict[str, int]:
    """How many rows each value of a facet would leave beside the other filters, but for ways of counting."""
    rest = replace(ask, filters={name: values for name, values in ask.filters.items() if name != facet.name})
    where, values = _where(table, rest)
    if facet.kind == "column":
        sql = f'SELECT CAST(t."{facet.name}" AS VARCHAR), count(*) FROM {table.relation} t WHERE {where} GROUP BY 1'
        return {code: total for code, total in _run(table, sql, values).fetchall() if code is not None}
    held = table.register.dimensions[facet.name]
    sql = (
        f"SELECT b.{held.column}, k.{held.key}, k.n FROM"
        f" (SELECT t.{held.key}, count(*) AS n FROM {table.relation} t WHERE {where} GROUP BY 1) k"
        f" JOIN (SELECT DISTINCT {held.key}, {held.column} FROM {held.bridge}) b ON b.{held.key} = k.{held.key}"
    )
    counted: dict[str, dict[Any, int]] = {}
    for code, key, total in _run(table, sql, values).fetchall():
        counted.setdefault(str(code), {})[key] = total
    alike = {code: [counted.get(one, {}) for one in group_of(code)] for code in facet.values}
    return {code: sum({k: n for part in parts for k, n in part.items()}.values()) for code, parts in alike.items()}


def years(table: Table, ask: Ask) -> dict[int, int]:
    """How many rows asked for each year has; nothing where rows have no days."""
    if table.day is None:
        return {}
    where, values = _where(table, ask)
    day = f"t.{table.day} IS NOT NULL"
    sql = (
        f"SELECT year(CAST(t.{table.day} AS DATE)), count(*) FROM {table.relation} t WHERE {where} AND {day} GROUP BY 1"
    )
    return {int(year): int(total) for year, total in _run(table, sql, values).fetchall()}


def parquet(table: Table, ask: Ask) -> bytes:
    """The rows asked for as a Parquet file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.parquet")
        write(table, ask, path, "parquet")
        return path.read_bytes()


def write(table: Table, ask: Ask, path: Path, form: str) -> None:
    """Write the rows asked for to a file: `csv` or `parquet`."""
    where, values = _where(table, ask)
    with duckdb.connect(":memory:") as con:
        reached = ", ".join(f"'{_within_quotes(p)}'" for p in (table.register.folder, path.parent))
        con.execute(f"SET allowed_directories = [{reached}]")
        con.execute("SET enable_external_access = false")
        con.execute("SET enable_progress_bar = false")
        for resource in resources(table.register.folder):
            con.execute(f'CREATE VIEW "{resource["name"]}" AS {reader(table.register.folder, resource)}')
        named = table.register.tables.get(table.name)
        relation = f"({named})" if named else f'"{table.name}"'
        sql = f"SELECT {_names(table)} FROM {relation} t WHERE {where} ORDER BY {_order(table, ask)}"
        con.execute(f"COPY ({sql}) TO '{_within_quotes(path)}' ({WRITTEN[form]})", values)


def _within_quotes(path: Path) -> str:
    return path.as_posix().replace("'", "''")


@cache
def places_of_rows() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Where each row id is found: register and table. Rows of amounts are left out: there are too many to look for."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for register in load_registers().values():
        for name in table_names(register):
            table = load_table(register.id, name)
            if table.row is not None and table.total <= 20_000:
                here = ((register.id, name),)
                sql = f"SELECT CAST({table.row} AS VARCHAR) FROM {table.relation} t"
                for (row,) in _run(table, sql, []).fetchall():
                    held = found.get(row)
                    if held is None:
                        found[row] = here  # shared by all rows of the table: most are in no other
                    elif here[0] not in held:
                        found[row] = held + here
    return found


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
    for word in ask.words:
        part, given = _worded(table, word, ask.named.get(word, {}))
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


def _worded(table: Table, word: str, named: Filters) -> Condition:
    """Rows in which the word stands, or a code that it names."""
    parts, values = [], []
    for column in table.columns:
        if column.type in ("string", "date"):
            parts.append(f'contains(lower(CAST(t."{column.name}" AS VARCHAR)), lower(?))')
            values.append(word)
    for facet in (f for f in table.facets if f.name in named):
        codes = named[facet.name]
        if facet.kind == "column":
            parts.append(f'CAST(t."{facet.name}" AS VARCHAR) IN ({_marks(codes)})')
        else:
            dimension = table.register.dimensions[facet.name]
            held = f"SELECT b.{dimension.key} FROM {dimension.bridge} b WHERE b.{dimension.column} IN ({_marks(codes)})"
            parts.append(f"t.{dimension.key} IN ({held})")
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
