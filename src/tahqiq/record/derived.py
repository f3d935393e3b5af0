"""Measures reckoned from a base measure: a rank, a share, a ratio, a change, a sum over years, an agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from tahqiq.catalog.schema import ALL
from tahqiq.model import Step
from tahqiq.record.series import Rows


def rank_steps(
    rows: Rows,
    column: Mapping[int, float],
    positions: Sequence[int],
    owner: Mapping[int, str],
    wanted: Sequence[str],
    *,
    adds_up: bool = True,
    least: bool = False,
) -> Iterable[Step]:
    """The place of `wanted` (summed) among the values of a dimension, the largest first, at each change.

    `owner` gives the value of each row; rows without one, and those that sum all others, count for nobody. `adds_up`:
    each has the sum of its rows, else its newest one. `least`: the smallest is first.

    No step before the wanted value has a sum above zero, or a row. Equal sums share the better place.
    """
    totals: dict[str, float] = {}
    last = 0.0
    for day, group in groupby(positions, key=lambda p: rows.days[p]):
        for p in group:
            value = owner.get(p)
            if value is not None and value != ALL:
                totals[value] = column[p] + (totals.get(value, 0.0) if adds_up else 0.0)
        own = sum(totals.get(value, 0.0) for value in wanted)
        others = [total for value, total in totals.items() if value not in wanted]
        place = 1.0 + sum(1 for total in others if (total < own if least else total > own))
        begun = own > 0 if adds_up else any(value in totals for value in wanted)
        if begun and place != last:
            last = place
            yield day, place


def agreement_steps(
    rows: Rows, positions: Sequence[int], sides: Sequence[tuple[frozenset[int], frozenset[int]]]
) -> Iterable[Step]:
    """The part of the rows in which one value and another stand on the same side, of those in which both stand on one.

    `sides` holds the rows of the one and of the other for each side. One step a day on which both are there.
    """
    same = frozenset[int]().union(*(one & other for one, other in sides))
    both = frozenset[int]().union(*(one for one, _ in sides)) & frozenset[int]().union(*(other for _, other in sides))
    alike = seen = 0
    for day, group in groupby((p for p in positions if p in both), key=lambda p: rows.days[p]):
        for p in group:
            seen += 1
            alike += p in same
        yield day, alike / seen


def share_steps(
    rows: Rows, column: Mapping[int, float], part: Sequence[int], whole: Sequence[int], *, adds_up: bool = True
) -> Iterable[Step]:
    """The sum over `part` divided by the sum over `whole`, at each day on which the whole changes. `adds_up`: of all
    rows so far, else of those of the day alone: the beds of two years are not so many beds.
    """
    own = set(part)
    done = total = 0.0
    for day, group in groupby(sorted(own | set(whole), key=lambda p: rows.days[p]), key=lambda p: rows.days[p]):
        if not adds_up:
            done = total = 0.0
        for p in group:
            total += column[p]
            done += column[p] if p in own else 0.0
        if total > 0:
            yield day, done / total


def compared_steps(
    rows: Rows, column: Mapping[int, float], first: Sequence[int], second: Sequence[int], *, relative: bool
) -> list[Step]:
    """The newest value of one slice less that of another, `relative` as a part of the other; nothing where either has
    no row.
    """
    if not first or not second or (relative and not column[second[-1]]):
        return []
    more = column[first[-1]] - column[second[-1]]
    day = max(rows.days[first[-1]], rows.days[second[-1]])
    return [(day, more / column[second[-1]] if relative else more)]


def spanned_steps(
    rows: Rows,
    column: Mapping[int, float],
    positions: Sequence[int],
    owner: Mapping[int, str],
    wanted: Sequence[str],
    *,
    mean: bool,
) -> list[Step]:
    """The sum or the mean of rows of which there is one for each of the wanted values; nothing where one lacks."""
    if sorted(owner[p] for p in positions) != sorted(wanted):
        return []
    whole = sum(column[p] for p in positions)
    return [(max(rows.days[p] for p in positions), whole / len(positions) if mean else whole)]


def ratio_steps(parts: Mapping[str, float], others: Rows, whole: Sequence[int], year: str, rule: str) -> list[Step]:
    """Year by year: the sum of the part over what the rule names under the stroke (`whole`, or `whole + part`).

    A year's value holds from the day its whole is known.
    """
    values = next(iter(others.columns.values()))
    below = rule.partition("/")[2]
    found = []
    for name, position in _positions(others, whole, year).items():
        if name in parts:
            under = values[position] + (parts[name] if "part" in below else 0.0)
            found.append((others.days[position], parts[name] / under))
    return sorted(found)


def _positions(rows: Rows, positions: Sequence[int], dimension: str) -> dict[str, int]:
    wanted = set(positions)
    return {n: next(iter(held & wanted)) for n, held in rows.index[dimension][""].items() if held & wanted}
