"""Processes that do jobs: they end with their parent, whatever they are doing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

LOADING = """
import os, signal, time
from tahqiq.interfaces.processes import Process
class Slow:
    def __reduce__(self):
        return time.sleep, (60,)
if __name__ == "__main__":
    print(Process(Slow(), 100).id, flush=True)
    time.sleep(1)
    os.kill(os.getpid(), signal.SIGKILL)
"""
"""A parent that is killed while its process still loads what it is to do."""


def test_a_process_that_is_still_loading_ends_with_its_parent() -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are looked up in /proc")
    said = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, timeout=60)
    place = Path(f"/proc/{int(said.stdout)}")
    deadline = time.monotonic() + 30
    while place.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not place.exists()
