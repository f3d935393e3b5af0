"""SQL over the tables of a corpus, with DuckDB."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from tahqiq.errors import InputError, UsageError
from tahqiq.interfaces.corpus.tables import TABLES

Answer = list[tuple[Any, ...]]


@contextmanager
def open_corpus(folder: Path) -> Iterator[Callable[..., Answer]]:
    """A function that answers SQL over the tables `documents`, `claims`, `unchecked` and `errors` of a folder."""
    with connected(folder) as con:
        yield lambda sql, values=(): con.execute(sql, list(values)).fetchall()


@contextmanager
def connected(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the tables of a corpus, and no other file. InputError `no_corpus`."""
    folder = folder.absolute()
    with duckdb.connect(":memory:") as con:
        con.execute(f"SET allowed_directories = [{_quoted(folder.as_posix())}]")
        con.execute("SET enable_external_access = false")
        for table in TABLES:
            files = sorted((folder / table).glob("*.parquet"))
            if not (folder / table).is_dir():
                raise InputError("no_corpus", path=str(folder))
            con.execute(f'CREATE VIEW "{table}" AS {_view(table, files)}')
        con.execute("SET lock_configuration = true")
        yield con


def _view(table: str, files: Sequence[Path]) -> str:
    if not files:
        return _empty(table)
    listed = ", ".join(_quoted(path.as_posix()) for path in files)
    return f"SELECT * FROM read_parquet([{listed}])"


def _empty(table: str) -> str:
    """A table before its first part."""
    from tahqiq.interfaces.corpus.tables import COLUMNS

    types = {"string": "VARCHAR", "bool": "BOOLEAN", "int64": "BIGINT", "list": "VARCHAR[]"}
    columns = (f'CAST(NULL AS {types.get(kind, kind.upper())}) AS "{name}"' for name, kind in COLUMNS[table].items())
    return f"SELECT {', '.join(columns)} WHERE false"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def query(folder: Path, sql: str, limit: int) -> tuple[list[str], Answer]:
    """The names of the columns and the first rows of an SQL query. UsageError `bad_query`."""
    with connected(folder) as con:
        try:
            found = con.execute(sql)
            names = [column[0] for column in found.description or ()]
            return names, found.fetchmany(limit)
        except duckdb.Error as problem:
            raise UsageError("bad_query", problem=" ".join(str(problem).split())[:400]) from problem
