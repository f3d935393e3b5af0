"""The log of the site, bounded: whatever happens, it does not fill the disk."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
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


class Lines(logging.Formatter):
    """Each record as one JSON object: `time` (UTC), `level`, `logger`, `message`, and what is told of a request."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "request", {}),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def to_stderr(as_json: bool = False) -> None:
    """Write the log to standard error, a line for each record."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines() if as_json else logging.Formatter("%(asctime)s %(message)s"))
    handler.addFilter(Bounded())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
