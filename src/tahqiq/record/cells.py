"""What the measures of registers give, cell by cell: what two versions of the record are held against each other by.

python -m tahqiq.record.cells REGISTER ...     prints JSON: the value of every cell, by measure and filters
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from tahqiq.catalog.registers import Measure, Register, definitions, load_registers
from tahqiq.record.series import NO_DAY, Rows, load_rows, steps

MOST = 400
"""A dimension with more values than this names single rows (documents, days): rows are compared by themselves."""
MANY = 20_000
"""Two dimensions are crossed while they make no more cells than this: members and places, recipients and years."""
ALWAYS = (0, NO_DAY)


def cells(register: Register) -> dict[str, float]:
    """The newest value of every base measure, counted in the usual way: in all, by each dimension, and by two of them.

    Keys are written as `tahqiq ask` takes them (`register.measure member=USA about=ISR`). What has no row has no cell.
    """
    found: dict[str, float] = {}
    for measure in register.measures.values():
        if measure.derive is None and measure.unit != "date":
            found |= _of_measure(register, measure)
    return found


def _of_measure(register: Register, measure: Measure) -> dict[str, float]:
    rows = load_rows(register, measure)
    found = {}
    for filters in _crossed(measure, rows):
        choices = definitions(measure, register, frozenset(filters))[0]
        rules = _rules(register, measure, filters, choices)
        column = rows.column(register, measure, choices)
        picked = rows.pick(column, {name: (value,) for name, value in filters.items()}, rules, ALWAYS)
        if picked:
            said = steps(rows, picked, column, adds_up=measure.aggregate != "row")
            words = [f"{name}={value}" for name, value in filters.items()]
            found[" ".join([f"{register.id}.{measure.id}", *words])] = said[-1][1]
    return found


def _crossed(measure: Measure, rows: Rows) -> Iterator[dict[str, str]]:
    """The filters of every cell: those that the measure needs, and up to two in all."""
    values = {name: list(next(iter(rows.index[name].values()))) for name in measure.dimensions}
    asked = [name for name in measure.dimensions if len(values[name]) <= MOST or name in measure.needs]
    for size in range(3):
        for names in itertools.combinations(asked, size):
            few = size < 2 or len(values[names[0]]) * len(values[names[1]]) <= MANY
            if few and set(measure.needs) <= set(names):
                crossed = itertools.product(*(values[name] for name in names))
                yield from (dict(zip(names, picked, strict=True)) for picked in crossed)


def _rules(
    register: Register, measure: Measure, filters: Mapping[str, str], choices: Mapping[str, str]
) -> dict[str, str]:
    """By dimension, the choices on the axes bound to it, as its index names them."""
    bound: dict[str, list[str]] = {}
    for axis in measure.axes:
        dimension = register.axes[axis].dimension
        if dimension in filters and axis in choices:
            bound.setdefault(str(dimension), []).append(choices[axis])
    return {name: "/".join(picked) for name, picked in bound.items()}


def main(names: list[str]) -> None:
    """Print the cells of the registers that there are."""
    known: Mapping[str, Any] = load_registers()
    json.dump({k: v for name in names if name in known for k, v in cells(known[name]).items()}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
