"""What a site has to outlive: its processes killed while clients write, and clients that hold what others need.

    python benchmarks/siege.py kill --rounds 50   # kill -9 of the server or of a worker, under writers
    python benchmarks/siege.py slow --seconds 60  # half-sent, dripping and stuck requests, beside honest ones

Everything runs on this machine. `kill` asks afterwards for every report that was acknowledged, and looks into the
store; the clients of `slow` come from another loopback address than the honest one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2 as httpx

from serving import Served

WRITERS = 4
DELETED = 5
"""Of so many reports one is deleted again."""
OTHER = "127.0.0.2"
"""Where the slow clients come from."""
OPEN = 400
"""Connections that the slow clients try to hold."""
DESCRIPTORS = 300
"""Files the server of `slow` may have open: fewer than its clients hold."""


@dataclass
class Ledger:
    """What writers were told: reports that are kept (id to text), reports that were deleted, answers that failed."""

    kept: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    failed: int = 0


def write(number: int, address: Callable[[], str], ledger: Ledger, stop: threading.Event) -> None:
    """Check texts of its own until told to stop, deleting some of the reports; the server may go away at any time."""
    dice = random.Random(number)
    at = 0
    while not stop.is_set():
        at += 1
        text = f"By August 2024 Washington had used its veto 83 times. Writer {number}, text {at}."
        try:
            answer = httpx.post(f"{address()}/api/check", json={"text": text}, timeout=30)
            if answer.status_code != 200 or answer.json()["id"] is None:
                ledger.failed += 1
                continue
            told = answer.json()
            if not dice.randrange(DELETED):
                ledger.doubtful.add(told["id"])
                key = {"Authorization": f"Bearer {told['key']}"}
                if httpx.delete(f"{address()}/api/reports/{told['id']}", headers=key, timeout=30).status_code == 204:
                    ledger.gone.add(told["id"])
            else:
                ledger.kept[told["id"]] = text
        except httpx.HTTPError:
            ledger.failed += 1
            time.sleep(0.05)


def kill(rounds: int, seed: int = 0) -> dict[str, int]:
    """Kill the server or a worker so many times under writers; what was found afterwards."""
    dice, ledger, stop = random.Random(seed), Ledger(), threading.Event()
    with TemporaryDirectory() as folder:
        store = Path(folder, "reports.db")
        served = Served(store)
        writers = [
            threading.Thread(target=write, args=(n, lambda: served.address, ledger, stop), daemon=True)
            for n in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        orphans = 0
        for at in range(rounds):
            time.sleep(dice.uniform(0.2, 1.5))
            if at % 2:
                with suppress(ProcessLookupError):
                    os.kill(dice.choice(served.workers()), signal.SIGKILL)
            else:
                left = served.workers()
                served.kill()
                orphans += sum(is_alive(pid) for pid in left)
                served = Served(store)
        time.sleep(1)
        stop.set()
        for writer in writers:
            writer.join()
        lost = sum(not is_kept(served.address, name, text) for name, text in ledger.kept.items())
        back = sum(httpx.get(f"{served.address}/api/reports/{name}").status_code != 404 for name in ledger.gone)
        served.end()
        return {
            "rounds": rounds,
            "acknowledged": len(ledger.kept) + len(ledger.gone),
            "failed": ledger.failed,
            "lost": lost,
            "back": back,
            "orphans": orphans,
            **looked_into(store),
        }


def is_kept(address: str, name: str, text: str) -> bool:
    """Whether a report is there, whole, and about its text."""
    answer = httpx.get(f"{address}/api/reports/{name}", timeout=30)
    if answer.status_code != 200:
        return False
    claims = answer.json()["claims"]
    return bool(claims) and all(text[c["start"] : c["end"]] == c["quote"] for c in claims)


def looked_into(store: Path) -> dict[str, int]:
    """What is wrong in the database itself: pages, reports without their forms, forms without a report."""
    with sqlite3.connect(store) as con:
        sound = con.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        half = con.execute("SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM forms)").fetchone()[0]
        alone = con.execute("SELECT count(*) FROM forms WHERE report NOT IN (SELECT id FROM reports)").fetchone()[0]
    return {"broken": int(not sound), "half": half, "alone": alone}


def is_alive(pid: int, seconds: float = 5.0) -> bool:
    """Whether a process is still there after so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        if state == "Z":
            return False
        time.sleep(0.05)
    return True


BEGINNINGS = (
    b"GET /en/ HTTP/1.1\r\nHost: a\r\nX-Slow: ",
    b"",
    b"POST /en/check HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\n",
    b"GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n" * 50,
)
"""A head that does not end, no head, a body that does not come, answers that are not read."""


def hold(port: int, number: int, stop: threading.Event) -> None:
    """Hold a place for as long as the site lets it, then take another."""
    while not stop.is_set():
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=2, source_address=(OTHER, 0)) as client:
                client.sendall(BEGINNINGS[number % len(BEGINNINGS)])
                while not stop.wait(1):
                    client.sendall(b"x" if number % len(BEGINNINGS) < 3 else b"")
        except OSError:
            stop.wait(0.1)


def slow(seconds: float) -> dict[str, float]:
    """Ask for pages while slow clients hold all they can; how long the slowest page took, and what the log wrote."""
    with TemporaryDirectory() as folder:
        log = Path(folder, "log")
        served = Served(Path(folder, "reports.db"), log=log, descriptors=DESCRIPTORS, RATE="5", LOG="1")
        stop = threading.Event()
        holders = [threading.Thread(target=hold, args=(served.port, n, stop), daemon=True) for n in range(OPEN)]
        for holder in holders:
            holder.start()
        times, failed, deadline = [], 0, time.monotonic() + seconds
        while time.monotonic() < deadline:
            began = time.perf_counter()
            try:
                failed += httpx.get(f"{served.address}/health", timeout=10).status_code != 200
            except httpx.HTTPError:
                failed += 1
            times.append(time.perf_counter() - began)
            time.sleep(0.1)
        stop.set()
        served.end()
        for holder in holders:
            holder.join(5)
        return {
            "asked": len(times),
            "failed": failed,
            "slowest ms": round(max(times) * 1000),
            "log bytes": log.stat().st_size,
        }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["kill", "slow"])
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    found = kill(given.rounds) if given.kind == "kill" else slow(given.seconds)
    print(json.dumps(found))
    wrong = ("lost", "back", "orphans", "broken", "half", "alone") if given.kind == "kill" else ("failed",)
    return 1 if any(found[name] for name in wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
