"""The rows: one DuckDB in memory per register, holding its resources as tables. No file or net access afterwards."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tahqiq.catalog.registers import Register
from tahqiq.errors import RecordError

if TYPE_CHECKING:
    import duckdb

TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "string": "VARCHAR"}


@cache
def open_store(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection with every resource of the package as a table of its own name, typed by its schema."""
    import duckdb  # here, as a check never needs it

    con = duckdb.connect(":memory:")
    con.execute("SET threads = 2")
    con.execute("SET enable_progress_bar = false")  # it would stand in the answer
    for resource in resources(folder):
        con.execute(f"CREATE TABLE {resource['name']} AS {reader(folder, resource)}")
    con.execute("SET enable_external_access = false")
    return con


def resources(folder: Path) -> list[dict[str, Any]]:
    """The resources that `datapackage.json` lists."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return [r for r in package["resources"] if str(r["path"]).endswith((".csv", ".parquet"))]


def select(register: Register, sql: str, parameters: list[Any] | None = None) -> list[tuple[Any, ...]]:
    """The rows of a query over the register's tables."""
    import duckdb

    try:
        rows: list[tuple[Any, ...]] = open_store(register.folder).execute(sql, parameters or []).fetchall()
    except duckdb.Error as problem:
        raise RecordError("bad_expression", register=register.id, sql=sql, problem=str(problem)) from problem
    return rows


def reader(folder: Path, resource: dict[str, Any]) -> str:
    """The SELECT that reads a resource from its file, typed by its schema."""
    path = (folder / resource["path"]).as_posix().replace("'", "''")
    if path.endswith(".parquet"):
        return f"SELECT * FROM read_parquet('{path}')"
    fields = {f["name"]: TYPES.get(f.get("type", "string"), "VARCHAR") for f in resource["schema"]["fields"]}
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in fields.items())
    return (
        f"SELECT * FROM read_csv('{path}', header=true, columns={{{columns}}}, delim=',', quote='\"', escape='\"',"
        " allow_quoted_nulls=false)"
    )
