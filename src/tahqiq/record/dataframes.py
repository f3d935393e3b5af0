"""The record as data frames, for people who want the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tahqiq.catalog.registers import Register, find_register, load_registers
from tahqiq.errors import TahqiqError, UsageError
from tahqiq.record.store import open_store, resources


class Record:
    """All registers. `record["security_council_vetoes"]` is one of them."""

    @property
    def registers(self) -> Mapping[str, Register]:
        """The registers by id."""
        return load_registers()

    def __getitem__(self, name: str) -> Register:
        return self.registers[name]

    def rows(self, register: str, resource: str) -> Any:
        """A resource of a register as a pandas data frame. UsageError for an unknown name."""
        folder = find_register(register).folder
        names = [r["name"] for r in resources(folder)]
        if resource not in names:
            raise UsageError("unknown_value", name="resource", value=resource, known=", ".join(names))
        return _frame(open_store(folder).execute(f"SELECT * FROM {resource}"))


def _frame(result: Any) -> Any:
    try:
        import pandas  # noqa: F401
    except ImportError as problem:
        raise TahqiqError("needs_extra", kind="data frame", extra="frames") from problem
    return result.df()
