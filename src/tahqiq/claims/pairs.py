"""Neighbours to pair: figures with the words beside them, acts with the dates beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def best_pairs(tokens: Sequence[T], weights: Sequence[float]) -> Iterator[tuple[T, T]]:
    """The neighbours chosen for the greatest weight in all, the last first; no token is used twice.

    `weights[i]` says how well tokens i and i + 1 go together; nothing of weight 0 is paired. Linear.
    """
    best = [0.0] * (len(tokens) + 1)
    for at in range(2, len(tokens) + 1):
        best[at] = max(best[at - 1], best[at - 2] + weights[at - 2])
    at = len(tokens)
    while at > 1:
        if best[at] == best[at - 1]:
            at -= 1
        else:
            yield tokens[at - 2], tokens[at - 1]
            at -= 2
