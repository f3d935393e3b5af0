"""Second witnesses: what a source that no build has read says of a register's sums, cell by cell.

A witness is a resource of the register with its own numbers: the columns that `by` names, and `value`. They are held
against what the measure gives for the same cells. A witness that agrees in too few cells is a fault of the register.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tahqiq.catalog.registers import Measure, Register, definitions
from tahqiq.record.semantics import source_sql, value_sql, where_sql
from tahqiq.record.store import select

SLACK = 1e-9
"""Sums of floating numbers are compared up to this part of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number as the register and the witness give it; None where one of the two has no such cell."""

    key: tuple[str, ...]
    ours: float | None
    theirs: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a witness stands to the register: cells compared, and those further apart than `tolerance` (a part)."""

    witness: str
    tolerance: float
    compared: int
    differing: tuple[Cell, ...]
    allowed: int

    @property
    def agreeing(self) -> int:
        """How many cells agree."""
        return self.compared - len(self.differing)

    @property
    def holds(self) -> bool:
        """Whether no more cells differ than the register owns up to."""
        return len(self.differing) <= self.allowed


def agreement(register: Register, name: str) -> Agreement:
    """Hold one witness of a register against its rows."""
    spec = register.raw["witnesses"][name]
    measure = register.measures[spec["measure"]]
    keys = list(spec["by"])
    ours = _ours(register, measure, spec)
    wanted = ", ".join(f"CAST({k} AS VARCHAR)" for k in keys)
    theirs = {tuple(r[:-1]): float(r[-1]) for r in select(register, f"SELECT {wanted}, value FROM {spec['cells']}")}
    known = theirs if spec.get("partial") else {**theirs, **ours}
    cells = [Cell(key, ours.get(key), theirs.get(key)) for key in sorted(known)]
    tolerance = float(spec.get("tolerance", 0))
    differing = tuple(c for c in cells if _apart(c) > tolerance + SLACK)
    return Agreement(name, tolerance, len(cells), differing, int(spec.get("differ", 0)))


def agreements(register: Register) -> list[Agreement]:
    """Every witness of a register, in the order in which it names them."""
    return [agreement(register, name) for name in register.raw.get("witnesses", {})]


def _ours(register: Register, measure: Measure, spec: Mapping[str, Any]) -> dict[tuple[str, ...], float]:
    """The measure by cell under the choices of the witness, the usual ones where it names none."""
    usual = definitions(measure, register, frozenset())[0]
    choices = {**usual, **spec.get("choices", {})}
    keys = ", ".join(f"CAST({expression} AS VARCHAR)" for expression in spec["by"].values())
    value = "count(*)" if measure.aggregate == "count" else f"sum({value_sql(register, measure, choices)})"
    where = where_sql(register, measure, choices, bridged=False)
    sql = (
        f"SELECT {keys}, {value} FROM {source_sql(register, measure)} t"
        f" WHERE {where} AND ({spec.get('where', 'true')}) GROUP BY ALL"
    )
    return {tuple(r[:-1]): float(r[-1]) for r in select(register, sql) if None not in r}


def _apart(cell: Cell) -> float:
    """How far apart the two are, as a part of the larger."""
    ours, theirs = cell.ours or 0.0, cell.theirs or 0.0
    return abs(ours - theirs) / max(abs(ours), abs(theirs), SLACK)
