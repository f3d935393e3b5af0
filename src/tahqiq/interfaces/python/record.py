"""The record for people who want its rows: every table as a data frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tahqiq.catalog.registers import Register, find_register, load_registers
from tahqiq.interfaces.python.frames import Library, load
from tahqiq.record.store import open_store
from tahqiq.record.tables import load_table, table_names


class Record:
    """All registers. `record["security_council_vetoes"]` is one of them."""

    @property
    def registers(self) -> Mapping[str, Register]:
        """The registers by id."""
        return load_registers()

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of all tables, as `table` takes them."""
        return tuple(f"{r.id}.{name}" for r in self.registers.values() for name in table_names(r))

    def __getitem__(self, name: str) -> Register:
        """The register of that id. UsageError for an unknown one."""
        return find_register(name)

    def __repr__(self) -> str:
        return f"<Record: {', '.join(f'{r.id} {r.version}' for r in self.registers.values())}>"

    def table(self, name: str, library: Library = "pandas") -> Any:
        """A table (`register.table`) as a data frame, with its rows as they stand in the record.

        UsageError names what is known of an unknown register or table; TahqiqError `needs_extra` where the library is
        not installed.
        """
        register, _, table = name.partition(".")
        found = load_table(register, table)
        load(library)
        cursor = open_store(found.register.folder).cursor().execute(f"SELECT * FROM {found.relation}")
        return cursor.df() if library == "pandas" else _polars(cursor)


def _polars(cursor: Any) -> Any:
    """Through columns of Python values where the bridge of Arrow is not installed: polars needs no other package."""
    import polars

    names = [column[0] for column in cursor.description]
    return polars.DataFrame(cursor.fetchall(), schema=names, orient="row", infer_schema_length=None)
