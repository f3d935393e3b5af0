"""The tables of a register to look at: their columns, and what each can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock

from tahqiq.catalog.registers import Measure, Register, find_register, load_registers
from tahqiq.errors import UsageError
from tahqiq.record.store import open_store, resources

FEW, NAMED = 120, 320
"""A column with at most so many different values can be chosen from; one whose values have names, with more."""
NO_CHOICE = ("sources", "note", "url", "date", "first", "last")
"""Columns that are no use to choose from, however few values they have."""
SHORT = 60
"""Longer values are no choices."""
PLAIN = {"VARCHAR": "string", "DATE": "date", "BOOLEAN": "boolean"}


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


def table_names(register: Register) -> tuple[str, ...]:
    """All tables of a register: those of measures first, then the other resources."""
    names = [m.table for m in register.measures.values() if m.table]
    return tuple(dict.fromkeys([*names, *(r["name"] for r in resources(register.folder))]))


def load_table(register: str, name: str) -> Table:
    """A table by the names of its register and its own. UsageError for unknown ones."""
    names = table_names(find_register(register))
    if name not in names:
        raise UsageError("unknown_table", name=name, known=", ".join(names))
    with _DESCRIBING:
        return _table(register, name)


_DESCRIBING = Lock()
"""A named SELECT is worked out by one, also where two ask for its table at once."""


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
    store = open_store(register.folder)
    con = store.cursor()
    described = con.execute(f"DESCRIBE {register.tables[name]}").fetchall()
    kept = ", ".join(f'"{d[0]}"' for d in described if "(" not in d[1] or d[1].startswith("DECIMAL"))
    con.execute(f'CREATE TABLE IF NOT EXISTS "shown_{name}" AS SELECT {kept} FROM ({register.tables[name]})')
    store.compress()
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
