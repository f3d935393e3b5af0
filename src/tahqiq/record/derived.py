"""Measures reckoned from a base measure: the rank of one value of a dimension, and the share of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from tahqiq.record.series import Rows, Step


def rank_steps(
    rows: Rows,
    column: Mapping[int, float],
    positions: Sequence[int],
    over: Mapping[str, frozenset[int]],
    wanted: Sequence[str],
) -> Iterable[Step]:
    """The place of `wanted` (summed) among the values of the dimension, the largest first, at each change.

    No step before the wanted value has a sum above zero. Equal sums share the better place.
    """
    owner = {p: value for value, held in over.items() for p in held}
    totals: dict[str, float] = {}
    last = 0.0
    for day, group in groupby(positions, key=lambda p: rows.days[p]):
        for p in group:
            value = owner.get(p)
            if value is not None:
                totals[value] = totals.get(value, 0.0) + column[p]
        own = sum(totals.get(value, 0.0) for value in wanted)
        place = 1.0 + sum(1 for value, total in totals.items() if total > own and value not in wanted)
        if own > 0 and place != last:
            last = place
            yield day, place


def share_steps(rows: Rows, column: Mapping[int, float], part: Sequence[int], whole: Sequence[int]) -> Iterable[Step]:
    """The sum over `part` divided by the sum over `whole`, at each day on which the whole changes."""
    own = set(part)
    done = total = 0.0
    for day, group in groupby(sorted(own | set(whole), key=lambda p: rows.days[p]), key=lambda p: rows.days[p]):
        for p in group:
            total += column[p]
            done += column[p] if p in own else 0.0
        if total > 0:
            yield day, done / total
