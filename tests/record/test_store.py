"""The store: registers share a database and do not see each other, nor anything outside their folder."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.record.store import open_store

REGISTERS = load_registers()


def test_a_register_sees_its_own_tables_only() -> None:
    votes, sales = (open_store(REGISTERS[name].folder) for name in ("council_votes", "arms_sales"))
    tables = "SELECT table_name FROM duckdb_tables() WHERE schema_name = current_schema()"
    first, second = ({name for (name,) in store.cursor().execute(tables).fetchall()} for store in (votes, sales))
    assert first
    assert second
    assert not first & second
    with pytest.raises(duckdb.CatalogException):
        votes.cursor().execute(f"SELECT * FROM {next(iter(second))}")


def test_a_query_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a\n1\n")
    cursor = open_store(REGISTERS["events"].folder).cursor()
    with pytest.raises(duckdb.PermissionException):
        cursor.execute(f"SELECT * FROM '{tmp_path}/x.csv'")
    with pytest.raises(duckdb.Error):
        cursor.execute("SET enable_external_access = true")


def test_who_asks_at_once_gets_the_same_tables(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "t.csv").write_text("a\n1\n")
    (folder / "datapackage.json").write_text(
        '{"resources": [{"name": "t", "path": "data/t.csv", "schema": {"fields": [{"name": "a", "type": "integer"}]}}]}'
    )
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(open_store, [folder] * 8))
    assert len({store.schema for store in stores}) == 1
