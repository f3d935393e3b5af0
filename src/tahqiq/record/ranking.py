"""Who stands where: what each value of a dimension adds to an answer, the largest first."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import Measure, Register
from tahqiq.record.answers import series_of
from tahqiq.record.ask import Asked
from tahqiq.record.gaps import FROM_THE_START, Period
from tahqiq.record.series import load_rows


def ranked_over(register: Register, measure: Measure) -> str | None:
    """The dimension whose values a measure can be ranked by: the one it is derived over, else the first of places."""
    if measure.derive in ("ratio", "agreement") or measure.whole:
        return None
    base = register.measures[measure.of] if measure.of else measure
    if measure.over:
        return measure.over
    free = (d for d in base.dimensions if base.aggregate == "row" or d not in base.needs)
    named = (register.dimensions[d] for d in free)
    return next((d.id for d in named if d.vocabulary and not d.bridge and _of_places(register, base, d.id)), None)


def _of_places(register: Register, base: Measure, dimension: str) -> bool:
    """Whether most values of a dimension are places."""
    values = load_rows(register, base).index[dimension][""]
    return 2 * sum(code in load_places()["places"] for code in values) > len(values)


def ranking(asked: Asked, over: str, period: Period = FROM_THE_START) -> tuple[tuple[str, float], ...]:
    """The values of `over` with what each has on the day asked about, under the first answer's definition.

    Equal values keep the order of their codes; those that have nothing are left out. A measure whose rows stand for
    themselves (a year's figure) gives the newest row of each.
    """
    if not asked.answers:
        return ()
    register, measure = asked.register, asked.measure
    base = register.measures[measure.of] if measure.of else measure
    filters = {name: codes for name, codes in asked.reading.filters.items() if name != over}
    choices = {axis: choice for axis, choice in asked.answers[0].choices.items() if axis in base.axes}
    rest = replace(asked.reading, measure=base.id, filters=filters)
    series, rows = series_of(rest, choices, period), load_rows(register, base)
    day = asked.as_of.toordinal()
    counted = {p for p, since in zip(series.positions, series.days, strict=True) if since <= day}
    column = rows.column(register, base, choices)
    totals = {}
    for code, positions in rows.index[over][""].items():
        own = sorted(counted & positions)
        if own:
            totals[code] = column[own[-1]] if base.aggregate == "row" else sum(column[p] for p in own)
    return tuple(sorted(((c, v) for c, v in totals.items() if v > 0), key=lambda found: (-found[1], found[0])))
