"""Values of a law held against every case of its rules: who buys what through which channel, on the day."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from itertools import groupby

from tahqiq.catalog.registers import Register, load_registers
from tahqiq.judging.gate import SURE
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import Answer, AsOf, Claim, Reason, VerdictCode
from tahqiq.record.series import load_rows, values_of

Cases = tuple[tuple[str, tuple[str, ...]], ...]
"""The filters that single out cases, such as the buyers a text names."""
DEMANDED = 1.0
"""The value of a measure that says whether something is asked for."""


def judge_rule(claim: Claim, holds: Callable[[float], bool], moment: AsOf, register: Register) -> Verdict:
    """Supported when the rules in force give the value for some case; outdated when they once did.

    Contradicted when the text names the law and no case of it ever had the value.
    """
    reading = claim.readings[0]
    measure = register.measures[reading.measure]
    cases = tuple(sorted((name, tuple(codes)) for name, codes in reading.filters.items()))
    now, ever, sources = _values(register.id, measure.id, cases, moment.end)
    stated = claim.stated.value
    exact = DEMANDED if stated is None else stated
    number = isinstance(exact, int | float)
    close = min(now, key=lambda v: abs(v - exact)) if now and number else None
    told = {"stated": stated, "value": close, "register": register.id, "as_of": moment.start.isoformat()}
    shown = (Answer(register.id, measure.id, "all", {}, True, close, moment.start, (), "", (), tuple(sorted(sources))),)
    if "mistaken" in claim.says:
        return Verdict("ambiguous", Reason("not_the_determination", told), shown)
    if exact in now or (not number and any(holds(v) for v in now)):
        return Verdict("supported", Reason("rule_holds", {**told, "value": stated}), shown)
    name: VerdictCode
    name = "outdated" if exact in ever else "contradicted" if number and claim.basis.get("law") in SURE else "ambiguous"
    return Verdict(name, Reason("rule_differs", told), shown)


def _values(
    register: str, measure: str, cases: Cases, day: date
) -> tuple[frozenset[float], frozenset[float], frozenset[str]]:
    """The values of the cases on a day, those of any day before it, and their sources."""
    days, now, ever, sources = _timeline(register, measure, cases)
    at = bisect_right(days, day.toordinal()) - 1
    return (now[at], ever[at], sources) if at >= 0 else (frozenset(), frozenset(), sources)


@cache
def _timeline(
    register: str, measure: str, cases: Cases
) -> tuple[list[int], list[frozenset[float]], list[frozenset[float]], frozenset[str]]:
    """The days on which a rule changes for some case, with the values then in force and all that ever were."""
    found = load_registers()[register]
    rows = load_rows(found, found.measures[measure])
    column = next(iter(rows.columns.values()))
    case_of = list(
        zip(*(_by_position(values_of(register, measure, n), len(rows.ids)) for n in rows.index), strict=True)
    )
    totals: dict[tuple[str | None, ...], float] = {}
    held: Counter[float] = Counter()
    ever: set[float] = set()
    days: list[int] = []
    states: list[tuple[frozenset[float], frozenset[float]]] = []
    asked = [(list(rows.index).index(name), codes) for name, codes in cases]
    meant = [p for p in column if all(case_of[p][at] in codes for at, codes in asked)]
    for day, group in groupby(sorted(meant, key=lambda p: rows.days[p]), key=lambda p: rows.days[p]):
        for p in group:
            case = case_of[p]
            before, after = totals.get(case), totals.get(case, 0.0) + column[p]
            if before is not None:
                held[before] -= 1
            held[after] += 1
            totals[case] = after
        now = frozenset(v for v, n in held.items() if n > 0)
        ever |= now
        days.append(day)
        states.append((now, frozenset(ever)))
    sources = frozenset(s for p in meant for s in rows.sources[p].split(";") if s)
    return days, [s[0] for s in states], [s[1] for s in states], sources


def _by_position(values: Mapping[int, str], size: int) -> list[str | None]:
    return [values.get(p) for p in range(size)]
