"""A register as an SQLite database, and what Datasette shows of it: titles, sources, licence, units, facets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tahqiq.catalog.places import load_names, load_places
from tahqiq.catalog.registers import Register
from tahqiq.record.browse import Ask, rows
from tahqiq.reporting.export.tables import Column, Exported, exported, licence, sources

KINDS = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
PLACES, SOURCES = "place_names", "sources"
"""Tables beside those of the register: what codes of places mean, and what the ids of sources stand for."""
FACETS = 5
"""How many facets a table opens with; Datasette offers the others itself."""


def write_database(register: Register, path: Path, language: str) -> Path:
    """Write the database of a register. Columns with codes of places refer to their names."""
    with closing(sqlite3.connect(path)) as database, database:
        names = load_names(language)["places"]
        places = [(code, str(names.get(code, {}).get("name", code))) for code in load_places()["places"]]
        database.execute(f"CREATE TABLE {PLACES} (code TEXT PRIMARY KEY, name TEXT NOT NULL)")
        _fill(database, PLACES, 2, places)
        listed = list(sources(register))
        heads = list(listed[0])
        database.execute(f"CREATE TABLE {SOURCES} (id TEXT PRIMARY KEY, {', '.join(f'{h} TEXT' for h in heads[1:])})")
        _fill(database, SOURCES, len(heads), (list(source.values()) for source in listed))
        for found in exported(register):
            _write(database, found)
    return path


def _write(database: sqlite3.Connection, found: Exported) -> None:
    parts = [_declared(column) for column in found.columns]
    if found.key:
        parts.append(f"PRIMARY KEY ({', '.join(map(_quoted, found.key))})")
    parts += [f"FOREIGN KEY ({_quoted(c.name)}) REFERENCES {PLACES}(code)" for c in found.columns if c.place]
    database.execute(f"CREATE TABLE {_quoted(found.name)} ({', '.join(parts)})")
    _fill(database, found.name, len(found.columns), rows(found.table, Ask()))
    for name in _facets(found):
        database.execute(f"CREATE INDEX {_quoted(f'{found.name}_{name}')} ON {_quoted(found.name)} ({_quoted(name)})")


def _fill(database: sqlite3.Connection, table: str, width: int, values: Iterable[Any]) -> None:
    marks = ", ".join("?" * width)
    database.executemany(f"INSERT INTO {_quoted(table)} VALUES ({marks})", map(_plain, values))


def _plain(row: Iterable[Any]) -> list[Any]:
    return [_cell(value) for value in row]


def _cell(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _declared(column: Column) -> str:
    return f"{_quoted(column.name)} {KINDS[column.kind]}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _facets(found: Exported) -> list[str]:
    return [facet.name for facet in found.table.facets if facet.kind == "column"][:FACETS]


def datasette(registers: Iterable[Register], title: str, about: str, language: str) -> dict[str, Any]:
    """The metadata of Datasette (https://docs.datasette.io/en/stable/metadata.html)."""
    databases = {register.id: _database(register, language) for register in registers}
    return {"title": title, "description": about, "databases": databases}


def _database(register: Register, language: str) -> dict[str, Any]:
    origin = _origin(register)
    tables = {found.name: _table(found, language) | origin for found in exported(register)}
    tables[PLACES] = {"label_column": "name"}
    return {
        "title": register.title[language],
        "description": register.description[language],
        **origin,
        "tables": tables,
    }


def _origin(register: Register) -> dict[str, str]:
    """Licence and source. Datasette knows one source: it is told all publishers, with the address of the first."""
    listed = list(sources(register))
    told = "; ".join(dict.fromkeys(str(s["publisher"]) for s in listed if s["publisher"]))
    address = next((str(s["url"]) for s in listed if s["url"]), None)
    given = licence(register)
    known = {"license": given["name"], "license_url": given["path"], "source": told}
    return known | ({"source_url": address} if address else {})


def _table(found: Exported, language: str) -> dict[str, Any]:
    return {
        "title": found.titles[language],
        "columns": {column.name: column.told(language) for column in found.columns},
        "facets": _facets(found),
        **dict(_order(found)),
    }


def _order(found: Exported) -> Iterator[tuple[str, str]]:
    """The newest rows first, where rows have a day."""
    if found.table.day:
        yield "sort_desc", found.table.day
