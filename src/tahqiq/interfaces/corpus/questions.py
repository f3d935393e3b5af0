"""Questions put to a corpus: SQL over its tables with DuckDB, and the ones that are asked again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import duckdb

from tahqiq.errors import InputError, UsageError
from tahqiq.interfaces.corpus.tables import COLUMNS, TABLES

Rows = list[tuple[Any, ...]]
FEWEST = 30
"""Figures that an outlet must have for a place in an order: below that chance makes the order."""
MOST = 1_000_000
"""Rows of an answer that are held at most."""
NORMAL = 1.959964
"""The quantile of the normal distribution for bounds that hold 95 times of 100."""
JUDGED = "('supported', 'supported_under', 'outdated', 'contradicted', 'mixed')"
DAY = "coalesce(d.day, d.as_of)"
WRONG = f"""
SELECT c.register, c.measure, c.filters, c.stated, c.verdict, count(DISTINCT d.id) AS documents,
       count(DISTINCT d.outlet) AS outlets, min({DAY}) AS first, max({DAY}) AS last, arg_min(c.quote, {DAY}) AS quote
FROM claims c JOIN documents d ON d.id = c.document
WHERE c.verdict IN ('outdated', 'contradicted', 'mixed') AND c.stated IS NOT NULL
GROUP BY ALL ORDER BY documents DESC, c.register, c.measure, c.filters, c.stated, c.verdict LIMIT ?"""
OUTLETS = f"""
SELECT d.outlet, count(*) AS judged, count(*) FILTER (c.verdict = 'outdated') AS outdated
FROM claims c JOIN documents d ON d.id = c.document
WHERE c.verdict IN {JUDGED} AND d.outlet IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT ?"""
CHANGED = f"""
SELECT d.address, c.register, c.measure, c.filters, list(DISTINCT c.stated ORDER BY c.stated) AS stated,
       count(DISTINCT d.id) AS documents, min({DAY}) AS first, max({DAY}) AS last
FROM claims c JOIN documents d ON d.id = c.document
WHERE d.address IS NOT NULL AND c.stated IS NOT NULL
GROUP BY ALL HAVING count(DISTINCT c.stated) > 1 AND count(DISTINCT d.id) > 1 AND count(DISTINCT d.sha256) > 1
ORDER BY last DESC, d.address, c.register, c.measure, c.filters LIMIT ?"""
CEASED = f"""
WITH held AS (
    SELECT c.*, {DAY} AS day, unnest(from_json(c.windows, '[{{"definition": "VARCHAR", "holds": [["VARCHAR"]]}}]')) AS w
    FROM claims c JOIN documents d ON d.id = c.document
    WHERE c.verdict = 'supported' AND c.stated IS NOT NULL),
spans AS (SELECT * EXCLUDE w, unnest(w.holds) AS span FROM held WHERE w.definition = held.definition)
SELECT register, measure, filters, stated, count(DISTINCT document) AS documents, min(day) AS first, max(day) AS last,
       CAST(span[2] AS DATE) AS until
FROM spans WHERE span[2] IS NOT NULL AND as_of BETWEEN CAST(span[1] AS DATE) AND CAST(span[2] AS DATE)
GROUP BY ALL ORDER BY documents DESC, register, measure, filters, stated LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: Rows


@contextmanager
def open_corpus(folder: Path) -> Iterator[Callable[..., Rows]]:
    """A function that answers SQL over the tables `documents`, `claims`, `unchecked` and `errors` of a folder."""
    with connected(folder) as con:
        yield lambda sql, values=(): con.execute(sql, list(values)).fetchall()


@contextmanager
def connected(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the tables of a corpus, and no other file. InputError `no_corpus`."""
    folder = folder.absolute()
    if not all((folder / table).is_dir() for table in TABLES):
        raise InputError("no_corpus", path=str(folder))
    with duckdb.connect(":memory:") as con:
        con.execute(f"SET allowed_directories = [{_quoted(folder.as_posix() + '/')}]")
        con.execute("SET enable_external_access = false")
        con.execute("SET enable_progress_bar = false")  # it would be written between the lines of an answer
        for table in TABLES:
            con.execute(f'CREATE VIEW "{table}" AS {_view(table, sorted((folder / table).glob("*.parquet")))}')
        con.execute("SET lock_configuration = true")
        yield con


def ask(folder: Path, sql: str, limit: int) -> Table:
    """The first rows of an SQL query over the tables of a corpus. UsageError `bad_query`, `no_select`."""
    with connected(folder) as con:
        if not _only_asks(con, sql):
            raise UsageError("no_select")
        return _asked(con, sql, (), limit)


def ready(folder: Path, question: str, limit: int) -> Table:
    """The answer to one of QUESTIONS."""
    with connected(folder) as con:
        table = _asked(con, QUESTIONS[question], (None if question == "outlets" else limit,), MOST)
    return _shares(table, limit) if question == "outlets" else table


QUESTIONS = {"wrong": WRONG, "outlets": OUTLETS, "ceased": CEASED, "changed": CHANGED}
"""The most repeated wrong figures; each outlet's share of outdated ones; figures that were right and are no longer;
figures of one address that changed after publication."""


def _only_asks(con: duckdb.DuckDBPyConnection, sql: str) -> bool:
    """Whether an SQL text is one query, which writes nothing."""
    try:
        statements = con.extract_statements(sql)
    except duckdb.Error as problem:
        raise UsageError("bad_query", problem=" ".join(str(problem).split())[:400]) from problem
    return [s.type for s in statements] == [duckdb.StatementType.SELECT]


def _asked(con: duckdb.DuckDBPyConnection, sql: str, values: Sequence[Any], limit: int) -> Table:
    try:
        found = con.execute(sql, list(values))
        return Table(tuple(column[0] for column in found.description or ()), found.fetchmany(limit))
    except duckdb.Error as problem:
        raise UsageError("bad_query", problem=" ".join(str(problem).split())[:400]) from problem


def _shares(table: Table, limit: int) -> Table:
    """Shares with their bounds. Outlets with enough figures have a place in the order; the others follow by name."""
    rows = [(*row, row[2] / row[1], *bounds(row[2], row[1])) for row in table.rows]
    placed = sorted((row for row in rows if row[1] >= FEWEST), key=lambda row: (-row[3], row[0]))
    others = [(*row, None) for row in rows if row[1] < FEWEST]
    ranked = [(*row, at) for at, row in enumerate(placed, 1)]
    return Table((*table.columns, "share", "low", "high", "place"), [*ranked, *others][:limit])


def bounds(part: int, whole: int) -> tuple[float, float]:
    """Between which shares the true one lies 95 times of 100 (Wilson)."""
    share, square = part / whole, NORMAL**2
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = NORMAL * sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _view(table: str, files: Sequence[Path]) -> str:
    if files:
        return f"SELECT * FROM read_parquet([{', '.join(_quoted(path.as_posix()) for path in files)}])"
    types = {"string": "VARCHAR", "bool": "BOOLEAN", "int64": "BIGINT", "list": "VARCHAR[]"}
    columns = (f'CAST(NULL AS {types.get(kind, kind.upper())}) AS "{name}"' for name, kind in COLUMNS[table].items())
    return f"SELECT {', '.join(columns)} WHERE false"  # before the first part


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
