"""The rows: a DuckDB in memory, in which every register has a schema of its own with its resources as tables.

Registers of one folder share it: a database for each would hold all functions of DuckDB anew, some seven megabytes. It
reads no files but theirs, and nothing from the net. Tables are kept compressed, in a twentieth of the memory.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from tahqiq.catalog.registers import Register
from tahqiq.errors import RecordError

if TYPE_CHECKING:
    import duckdb

TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "string": "VARCHAR"}


ROWS = "rows_of_all"
"""The database within DuckDB that holds the schemas of the registers."""
_OPENING = Lock()
"""Two who ask for a register at once get the same tables: what one adds to them the other must see."""


@dataclass(frozen=True, slots=True)
class Store:
    """The tables of one register."""

    database: duckdb.DuckDBPyConnection
    schema: str

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own, for one thread, that finds the tables by their names."""
        cursor = self.database.cursor()
        cursor.execute("SET enable_progress_bar = false")  # it would stand in the answer
        cursor.execute(f"USE {ROWS}.{self.schema}")
        return cursor

    def compress(self) -> None:
        """Compress what was added; where somebody is writing, whoever adds next does it."""
        import duckdb

        with contextlib.suppress(duckdb.TransactionException):
            self.database.execute(f"CHECKPOINT {ROWS}")


def open_store(folder: Path) -> Store:
    """Every resource of the package as a table of its own name, typed by its schema."""
    with _OPENING:
        return _opened(folder)


@cache
def _opened(folder: Path) -> Store:
    store = Store(_database(folder.parent), f"register_{next(_NUMBERS)}")
    store.database.execute(f"CREATE SCHEMA {ROWS}.{store.schema}")
    cursor = store.cursor()
    for resource in resources(folder):
        cursor.execute(f"CREATE TABLE {resource['name']} AS {reader(folder, resource)}")
    store.compress()
    return store


_NUMBERS = count(1)
"""A register that could not be opened is opened anew under another number."""


@cache
def _database(root: Path) -> duckdb.DuckDBPyConnection:
    import duckdb  # here, as a check never needs it

    database = duckdb.connect(":memory:")
    database.execute(f"ATTACH ':memory:' AS {ROWS} (COMPRESS)")  # the first one cannot be compressed
    database.execute("SET threads = 2")
    database.execute("SET allocator_flush_threshold = '1MB'")
    database.execute("SET allocator_background_threads = true")  # what was freed goes back to the system at once
    database.execute(f"SET allowed_directories = ['{_quoted(root)}/']")
    database.execute("SET enable_external_access = false")
    return database


def resources(folder: Path) -> list[dict[str, Any]]:
    """The resources that `datapackage.json` lists."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return [r for r in package["resources"] if str(r["path"]).endswith((".csv", ".parquet"))]


def select(register: Register, sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
    """The rows of a query over the register's tables."""
    import duckdb

    try:
        rows: list[tuple[Any, ...]] = open_store(register.folder).cursor().execute(sql, parameters or []).fetchall()
    except duckdb.Error as problem:
        raise RecordError("bad_expression", register=register.id, sql=sql, problem=str(problem)) from problem
    return rows


def reader(folder: Path, resource: dict[str, Any]) -> str:
    """The SELECT that reads a resource from its file, typed by its schema."""
    path = _quoted(folder / resource["path"])
    if path.endswith(".parquet"):
        return f"SELECT * FROM read_parquet('{path}')"
    fields = {f["name"]: TYPES.get(f.get("type", "string"), "VARCHAR") for f in resource["schema"]["fields"]}
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in fields.items())
    return (
        f"SELECT * FROM read_csv('{path}', header=true, columns={{{columns}}}, delim=',', quote='\"', escape='\"',"
        " allow_quoted_nulls=false)"
    )


def _quoted(path: Path) -> str:
    return path.as_posix().replace("'", "''")
