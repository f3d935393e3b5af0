"""Which rows a measure counts: those that its choices, the filters asked about and the period leave."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import date

from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Measure, Register
from tahqiq.errors import UsageError
from tahqiq.model import Filters
from tahqiq.record.gaps import Period
from tahqiq.record.series import Rows


def pick(
    register: Register,
    base: Measure,
    rows: Rows,
    choices: Mapping[str, str],
    filters: Filters,
    period: Period,
    joint: str | None,
) -> list[int]:
    """The positions of the rows that a measure counts under these choices and filters, in a period."""
    rules = {
        d: "/".join(choices[a] for a in base.axes if register.axes[a].dimension == d and a in choices)
        for d in base.dimensions
    }
    low = period[0].toordinal() if period[0] else 0
    high = period[1].toordinal() if period[1] else date.max.toordinal()
    filters, joint = _shared(register, filters, joint)
    wide = {k: _widened(register, k, v, joint) for k, v in filters.items()}
    return rows.pick(rows.column(register, base, choices), wide, rules, (low, high), joint)


def _shared(register: Register, filters: Filters, joint: str | None) -> tuple[Filters, str | None]:
    """Several values of a column that must hold together: rows of the first, shared with all the others."""
    other = register.dimensions[joint].joint if joint else None
    if joint is None or other is None:
        return filters, joint
    first, *rest = filters[joint]
    return {**filters, joint: (first,), other: tuple(rest)}, other


def _widened(register: Register, dimension: str, values: tuple[str, ...], joint: str | None) -> tuple[str, ...]:
    """A place named as a subject stands for its subject group."""
    spec = register.dimensions.get(dimension)
    if spec is None:
        raise UsageError("unknown_filter", name=dimension, measure=register.id, known=", ".join(register.dimensions))
    if spec.bridge is None or spec.exact or dimension == joint:
        return values
    return tuple(dict.fromkeys(itertools.chain.from_iterable(group_of(v) for v in values)))
