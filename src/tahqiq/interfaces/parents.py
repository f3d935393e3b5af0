"""The beginning of a process that dies with its parent: it watches it from its first line, before it loads anything."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
from multiprocessing.connection import Connection


def begin(pipe: Connection, work: bytes) -> None:
    """Watch the parent, then load and do the pickled work, given the pipe."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pickle.loads(work)(pipe)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
