"""What is exported of a register: its tables with titles, types, units and keys, its sources, its licence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.registers import Register
from tahqiq.catalog.sources import load_sources
from tahqiq.record.browse import Ask, write
from tahqiq.record.store import open_store, resources
from tahqiq.record.tables import Table, load_table, table_names
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.messages import languages

KINDS = {"VARCHAR": "string", "DATE": "date", "BOOLEAN": "boolean", "DOUBLE": "number", "FLOAT": "number"}
"""The types of DuckDB by the names that Data Packages give them; every other is a whole number, or a decimal one."""
ABOUT_SOURCES = ("publisher", "url", "accessed", "licence", "citation", "note", "sha256")
Titles = Mapping[str, str]
"""A title by language."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type (string, integer, number, boolean, date), its titles, what it holds, and its unit.

    `place` where its values are codes of places.
    """

    name: str
    kind: str
    titles: Titles
    about: str
    unit: str | None
    place: bool

    def told(self, language: str) -> str:
        """The title, what the column holds and its unit, on one line."""
        parts = [self.titles[language], self.about, f"[{self.unit}]" if self.unit else ""]
        return " - ".join(dict.fromkeys(filter(None, parts)))


@dataclass(frozen=True, slots=True)
class Exported:
    """A table to export. `key`: the columns that identify a row, where the record says so."""

    table: Table
    titles: Titles
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.table.name


def exported(register: Register) -> tuple[Exported, ...]:
    """The tables of a register."""
    return tuple(_exported(register.id, name) for name in table_names(register))


@cache
def _exported(register: str, name: str) -> Exported:
    table = load_table(register, name)
    cursor = open_store(table.register.folder).cursor()
    kinds = {d[0]: d[1] for d in cursor.execute(f"DESCRIBE SELECT * FROM {table.relation}").fetchall()}
    own = next((r for r in resources(table.register.folder) if r["name"] == table.name), {})
    key = own.get("schema", {}).get("primaryKey", ())
    return Exported(
        table,
        {language: Words(language).table(table) for language in languages()},
        tuple(_columns(table, kinds)),
        (key,) if isinstance(key, str) else tuple(key),
    )


def _columns(table: Table, kinds: Mapping[str, str]) -> Iterator[Column]:
    register = table.register
    measures = [m for m in register.measures.values() if m.table == table.name]
    for column in table.columns:
        kind = kinds[column.name]
        named = register.dimensions[column.dimension] if column.dimension else None
        yield Column(
            name=column.name,
            kind="number" if kind.startswith("DECIMAL") else KINDS.get(kind, "integer"),
            titles={language: Words(language).column(register, column) for language in languages()},
            about=column.about,
            unit=next((m.unit for m in measures if m.value == column.name), None),
            place=named is not None and named.vocabulary == "places",
        )


def licence(register: Register) -> dict[str, str]:
    """The licence under which the rows of a register are given: name, path, title."""
    package = json.loads((register.folder / "datapackage.json").read_text("utf-8"))
    found: dict[str, str] = package["licenses"][0]
    return found


def sources(register: Register) -> Iterator[dict[str, Any]]:
    """The sources that rows name, each with what is known of it."""
    for name, source in load_sources(register.id).items():
        told = {part: None if source.get(part) is None else str(source[part]) for part in ABOUT_SOURCES}
        yield {"id": name, "title": str(source["title"]), **told}


def write_table(found: Exported, folder: Path, form: str) -> Path:
    """Write a table as `csv` or `parquet` into a folder. The path of the file."""
    path = folder / f"{found.name}.{form}"
    write(found.table, Ask(), path, form)
    return path


def write_json(path: Path, value: Any) -> Path:
    """Write a description."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


def sha256(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
