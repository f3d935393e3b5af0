"""What tells two versions of a register apart: rows that came, changed or went, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tahqiq.record.store import reader, resources

SOURCES = "sources"
"""The column that says where a row comes from: another source is no other row."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row by its key: what it says `before` and `now` in the columns that differ; None where there is no row."""

    key: tuple[str, ...]
    before: Mapping[str, Any] | None
    now: Mapping[str, Any] | None

    @property
    def kind(self) -> str:
        """added, changed or gone."""
        return "added" if self.before is None else "gone" if self.now is None else "changed"


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What changed in one table. `compared`: the columns that both versions have, by which rows were compared."""

    table: str
    compared: tuple[str, ...]
    rows: tuple[Change, ...]

    def count(self, kind: str) -> int:
        """How many rows were added, changed, or are gone."""
        return sum(change.kind == kind for change in self.rows)


def changes(old: Path, new: Path) -> list[TableChanges]:
    """Every table of a register's folder that differs. A table that one of them lacks is empty there."""
    before, now = _tables(old), _tables(new)
    found = (_table(old, new, name, before.get(name), now.get(name)) for name in dict.fromkeys((*before, *now)))
    return [table for table in found if table.rows]


def _tables(folder: Path) -> dict[str, dict[str, Any]]:
    return {r["name"]: r for r in resources(folder)} if (folder / "datapackage.json").exists() else {}


def _table(
    old: Path, new: Path, name: str, before: Mapping[str, Any] | None, now: Mapping[str, Any] | None
) -> TableChanges:
    """The rows are compared in a database, as text: it joins millions in seconds, and a type may have changed."""
    import duckdb

    with duckdb.connect(":memory:") as con:
        con.execute("SET enable_progress_bar = false")
        for side, folder, resource in (("before", old, before), ("now", new, now)):
            if resource is not None:
                told = reader(folder, dict(resource))
                con.execute(f'CREATE TABLE "{side}" AS SELECT COLUMNS(*)::VARCHAR FROM ({told})')
        if before is None or now is None:
            there, missing = ("before", "now") if now is None else ("now", "before")
            con.execute(f'CREATE TABLE "{missing}" AS FROM "{there}" LIMIT 0')
        columns = [c for c in _columns(con, "now") if c in _columns(con, "before")]
        named = (now or before or {})["schema"].get("primaryKey") or columns
        key = [c for c in named if c in columns]
        others = [c for c in columns if c not in key and c != SOURCES]
        rows = con.execute(_query(key, others)).fetchall()
    return TableChanges(name, tuple(columns), tuple(_changes(rows, len(key), others)))


def _columns(con: Any, table: str) -> list[str]:
    return [row[0] for row in con.execute(f'SELECT * FROM "{table}" LIMIT 0').description]


def _query(key: Sequence[str], others: Sequence[str]) -> str:
    """Key, what the row said, what it says, and whether it was there and is there; only rows that differ."""
    same = " AND ".join(f'b."{c}" IS NOT DISTINCT FROM n."{c}"' for c in key)
    differs = " OR ".join(f'b."{c}" IS DISTINCT FROM n."{c}"' for c in others) or "false"
    shown = [f'coalesce(b."{c}", n."{c}")' for c in key]
    shown += [f'{side}."{c}"' for side in ("b", "n") for c in others] + ["b.held", "n.held"]
    return (
        f'SELECT {", ".join(shown)} FROM (SELECT *, true AS held FROM "before") b'
        f' FULL JOIN (SELECT *, true AS held FROM "now") n ON {same}'
        f" WHERE b.held IS NULL OR n.held IS NULL OR {differs} ORDER BY ALL"
    )


def _changes(rows: Sequence[tuple[Any, ...]], keys: int, others: Sequence[str]) -> Iterator[Change]:
    for row in rows:
        *told, was, stands = row
        before = dict(zip(others, told[keys : keys + len(others)], strict=True)) if was else None
        now = dict(zip(others, told[keys + len(others) :], strict=True)) if stands else None
        if before is not None and now is not None:
            differing = [name for name in others if before[name] != now[name]]
            before, now = ({name: side[name] for name in differing} for side in (before, now))
        yield Change(tuple(str(part) for part in told[:keys]), before, now)
