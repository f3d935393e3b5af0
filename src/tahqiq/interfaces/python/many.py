"""Many documents, one after another or in processes side by side."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from os import PathLike

from tahqiq.errors import TahqiqError
from tahqiq.interfaces.python.report import Report

Given = str | bytes | PathLike[str]
Outcome = Report | TahqiqError
Check = Callable[[Given], Report]
"""Checks one document; of a module, so that it can cross to a process."""
TOGETHER = 16
"""Documents that cross to a process at once: one alone costs more on the way than in the check."""
AHEAD = 3
"""Batches for each process that are read ahead."""


def check_each(documents: Iterable[Given], check: Check) -> Iterator[Outcome]:
    """The report of each document, or why there is none."""
    for document in documents:
        try:
            yield check(document)
        except TahqiqError as problem:
            yield problem


def check_side_by_side(documents: Iterable[Given], check: Check, processes: int) -> Iterator[Outcome]:
    """The same in processes, in the order given; only some batches are held at a time, however many there are."""
    left, waiting = iter(documents), deque[Future[list[Outcome]]]()
    with ProcessPoolExecutor(processes) as pool:
        while True:
            batch = list(itertools.islice(left, TOGETHER))
            if batch:
                waiting.append(pool.submit(_batch, batch, check))
            if waiting and (not batch or len(waiting) > AHEAD * processes):
                yield from waiting.popleft().result()
            elif not batch:
                return


def _batch(documents: list[Given], check: Check) -> list[Outcome]:
    return list(check_each(documents, check))
