"""Bounds on the present process: memory and processor time. Where a system knows none (Windows), nothing is bounded."""

from __future__ import annotations

import re
from pathlib import Path

MEGABYTE = 1_000_000


def limit_memory(megabytes: int) -> None:
    """Let this process hold so much more memory than it holds now; what asks for more gets MemoryError, or ends."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = _held() + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def limit_processor(seconds: float) -> None:
    """Let this process work so many seconds more; then the system ends it, whatever it is doing."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _held() -> int:
    """The writable memory of this process in bytes, as RLIMIT_DATA counts it (0 where the system does not tell)."""
    try:
        found = re.search(r"VmData:\s*(\d+) kB", Path("/proc/self/status").read_text())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
