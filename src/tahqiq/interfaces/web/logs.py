"""The log of the site, bounded: whatever happens, it does not fill the disk."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic

LINES = 200
"""Records in one second; the rest is counted and told."""


class Bounded(logging.Filter):
    """Lets `most` records pass in a second, and says with the next one how many were left out."""

    def __init__(self, most: int = LINES, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.most, self.clock = most, clock
        self._second, self._passed, self._left = 0.0, 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        now = self.clock()
        if now - self._second >= 1:
            self._second, self._passed = now, 0
        self._passed += 1
        if self._passed > self.most:
            self._left += 1
            return False
        if self._left:
            record.msg, record.args = f"{record.getMessage()} ({self._left} lines before this were left out)", ()
            self._left = 0
        return True


def to_stderr() -> None:
    """Write the log to standard error, a line for each record."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.addFilter(Bounded())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
