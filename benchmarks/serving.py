"""A site of its own for benchmarks and sieges: `tahqiq serve` on a free port of this machine."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2 as httpx

CODE = "from tahqiq.interfaces.cli import main; main()"
STARTING = 120.0


class Served:
    """A running site whose reports are kept in `store`. `descriptors` is how many files it may have open.

    `settings` are those of the environment, without their prefix; unless they say so, requests are not limited.
    """

    def __init__(
        self, store: Path, *, log: Path | None = None, descriptors: int | None = None, **settings: str
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        settings = {"RATE": "0", "LOG": "0", "STORE": f"sqlite:///{store}", **settings}
        told = log.open("wb") if log else None

        def few() -> None:
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen(
            [sys.executable, "-c", CODE, "serve", "--port", str(self.port)],
            env={**os.environ, **{f"TAHQIQ_WEB_{name}": value for name, value in settings.items()}},
            stderr=told or subprocess.DEVNULL,
            preexec_fn=few,
        )
        if told:
            told.close()
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + STARTING
        while time.monotonic() < deadline:
            try:
                httpx.post(f"{self.address}/api/check", json={"text": "Warming up: 12 vetoes."}, timeout=60)
                return
            except httpx.HTTPError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise SystemExit("the site did not start")

    def workers(self) -> list[int]:
        """The numbers of the processes it has started for jobs."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        found = [int(pid) for children in threads for pid in children.read_text().split()]
        return [pid for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def memory(self) -> tuple[float, float]:
        """Megabytes of the server, and of its processes for jobs together."""
        return resident(self.process.pid), sum(map(resident, self.workers()))

    def kill(self) -> None:
        """End it as the system would, without a word."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """End it in order."""
        self.process.terminate()
        self.process.wait(20)


def resident(pid: int) -> float:
    """Megabytes of a process, 0 when it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    except OSError:
        return 0.0
