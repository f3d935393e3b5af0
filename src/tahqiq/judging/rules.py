"""Values of a law held against every case of its rules: who buys what through which channel, on the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tahqiq.catalog.registers import Register
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import Answer, AsOf, Claim, Reason
from tahqiq.record.series import Rows, load_rows


DEMANDED = 1.0
"""The value of a measure that says whether something is asked for."""


def judge_rule(claim: Claim, holds: Callable[[float], bool], moment: AsOf, register: Register) -> Verdict:
    """Supported when the rules in force give the value for some case; outdated when they once did.

    Contradicted when the text names the law and no case of it ever had the value.
    """
    measure = register.measures[claim.readings[0].measure]
    now, ever, sources = _values(load_rows(register, measure), moment.end)
    stated = claim.stated.value
    exact = DEMANDED if stated is None else stated
    number = isinstance(exact, int | float)
    close = min(now, key=lambda v: abs(v - exact)) if now and number else None
    told = {"stated": stated, "value": close, "register": register.id, "as_of": moment.start.isoformat()}
    shown = (Answer(register.id, measure.id, "all", {}, True, close, moment.start, (), "", (), tuple(sorted(sources))),)
    if claim.note == "mistaken":
        return Verdict("ambiguous", Reason("not_the_determination", told), shown)
    if exact in now or (not number and any(holds(v) for v in now)):
        return Verdict("supported", Reason("rule_holds", {**told, "value": stated}), shown)
    name = "outdated" if exact in ever else "contradicted" if number and claim.note is None else "ambiguous"
    return Verdict(name, Reason("rule_differs", told), shown)


def _values(rows: Rows, day: date) -> tuple[set[float], set[float], set[str]]:
    """The values of all cases on a day, those of any day before it, and their sources."""
    column = next(iter(rows.columns.values()))
    names = list(rows.index)
    case_of = {p: tuple(v for n in names for v, held in rows.index[n][""].items() if p in held) for p in column}
    totals: dict[tuple[str, ...], float] = {}
    ever: set[float] = set()
    for p in sorted(column, key=lambda p: rows.days[p]):
        if rows.days[p] <= day.toordinal():
            totals[case_of[p]] = totals.get(case_of[p], 0.0) + column[p]
            ever.add(totals[case_of[p]])
    return set(totals.values()), ever, {s for p in column for s in rows.sources[p].split(";") if s}
