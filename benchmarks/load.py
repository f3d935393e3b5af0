"""The site under load: many clients at once, how long the server worked on each kind of page, and what failed.

    python benchmarks/load.py                     # its own server, 50 clients, 20 requests each
    python benchmarks/load.py --article FILE      # checks that article instead of the bundled one
    python benchmarks/load.py --address http://127.0.0.1:8000

Every client reads pages of the record, figures and the dossier, and checks an article. The time printed is the
server's own (its Server-Timing header): of pages the whole time, of checks the work itself; how long a check waited for
a free process is printed apart.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2 as httpx

EXAMPLE = Path(__file__).resolve().parents[1] / "src" / "tahqiq" / "data" / "examples" / "article.ar.txt"
TARGETS = {"register": 30.0, "table": 30.0, "row": 30.0, "figure": 30.0, "check": 60.0}
"""Milliseconds that half of the requests of a kind may take at the server."""
PLACES = ("USA", "RUS", "SUN", "GBR", "FRA", "CHN")
SUBJECTS = ("ISR", "SYR", "ZAF", "UKR", "LBN", "NIC")
STARTING = 60
FIGURE = "/figures/security_council_vetoes/vetoes_cast"


def addresses(dice: random.Random) -> dict[str, str]:
    """One address of each kind; figures and tables are asked with filters that change."""
    lang, member, about = dice.choice(("en", "ar")), dice.choice(PLACES), dice.choice(SUBJECTS)
    year = dice.randint(1990, 2026)
    vetoes = f"/{lang}/record/security_council_vetoes"
    return {
        "register": vetoes,
        "table": f"{vetoes}/casts?member={member}&until={year}",
        "row": f"{vetoes}/votes/S/2023/970",
        "figure": f"/{lang}{FIGURE}?member={member}&about={about}&as_of={year}-03-01",
        "dossier": f"/{lang}/dossier",
    }


async def client(
    number: int, base: str, requests: int, text: str, times: dict[str, list[float]], failed: list[str]
) -> None:
    dice = random.Random(number)
    async with httpx.AsyncClient(base_url=base, timeout=120) as session:
        for at in range(requests):
            kind, address = dice.choice(list(addresses(dice).items()))
            if at % 10 == 3:
                kind = "check"
            if kind == "check":  # every client checks a text of its own, so that no answer is one that was kept
                body = {"text": f"{text}\n\n{number}.{at}" if at == 3 else text}
                kind = "check" if at == 3 else "check, kept"
                answer = await session.post("/api/check", json=body)
            else:
                answer = await session.get(address)
            if answer.status_code != 200:
                failed.append(f"{answer.status_code} {address} {answer.text[:120]}")
                continue
            note(times, kind, answer)


def note(times: dict[str, list[float]], kind: str, answer: httpx.Response) -> None:
    whole, job = (float(part.partition("dur=")[2]) for part in answer.headers["server-timing"].split(","))
    if kind == "check":
        times["check"].append(job)
        times["check, waiting"].append(whole - job)
    else:
        times[kind].append(whole)


async def load(base: str, clients: int, requests: int, text: str) -> tuple[dict[str, list[float]], list[str], float]:
    times: dict[str, list[float]] = defaultdict(list)
    failed: list[str] = []
    began = time.perf_counter()
    await asyncio.gather(*(client(n, base, requests, text, times, failed) for n in range(clients)))
    return times, failed, time.perf_counter() - began


async def alone(base: str, text: str, rounds: int = 15) -> dict[str, list[float]]:
    """The same kinds of pages, one request at a time."""
    times: dict[str, list[float]] = defaultdict(list)
    dice = random.Random(0)
    async with httpx.AsyncClient(base_url=base, timeout=120) as session:
        for at in range(rounds):
            for kind, address in addresses(dice).items():
                answer = await session.get(address)
                note(times, kind, answer)
            note(times, "check", await session.post("/api/check", json={"text": f"{text}\n\nalone {at}"}))
    return times


@contextmanager
def server(address: str | None) -> Iterator[str]:
    """The site: the one named, or one of our own with an empty store and no limit of requests."""
    if address:
        yield address
        return
    with socket.socket() as free, TemporaryDirectory() as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        settings = {"TAHQIQ_WEB_RATE": "0", "TAHQIQ_WEB_LOG": "0", "TAHQIQ_WEB_STORE": f"sqlite:///{folder}/reports.db"}
        code = "from tahqiq.interfaces.cli import main; main()"
        running = subprocess.Popen(
            [sys.executable, "-c", code, "serve", "--port", str(port)],
            env={**os.environ, **settings},
            stderr=subprocess.DEVNULL,
        )
        try:
            wait(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(20)


def wait(base: str) -> None:
    for _ in range(STARTING * 5):
        try:
            httpx.get(f"{base}/health")
            httpx.post(f"{base}/api/check", json={"text": "Warming up: 12 vetoes."}, timeout=60)
            return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise SystemExit("the site did not start")


def told(title: str, times: dict[str, list[float]]) -> dict[str, float]:
    print(f"\n{title}\n{'page':14}{'requests':>10}{'median ms':>12}{'p95 ms':>10}{'target':>9}")
    medians = {}
    for kind, found in sorted(times.items()):
        ordered = sorted(found)
        medians[kind] = statistics.median(ordered)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        target = f"{TARGETS[kind]:.0f}" if kind in TARGETS else ""
        print(f"{kind:14}{len(found):>10}{medians[kind]:>12.1f}{p95:>10.1f}{target:>9}")
    return medians


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--requests", type=int, default=20, help="requests of each client")
    parser.add_argument("--article", type=Path, default=EXAMPLE)
    parser.add_argument("--address", help="a site that runs already (without a limit of requests)")
    parser.add_argument("--json", action="store_true", help="print the medians as JSON at the end")
    given = parser.parse_args()
    text = given.article.read_text("utf-8")
    with server(given.address) as base:
        single = told("One request at a time", asyncio.run(alone(base, text)))
        times, failed, seconds = asyncio.run(load(base, given.clients, given.requests, text))
    many = told(f"{given.clients} clients at once", times)
    count = sum(map(len, times.values()))
    print(f"\n{count} answers in {seconds:.1f} s ({count / seconds:.0f} a second), {len(failed)} failures")
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for problem in failed[:5]:
        print(problem)
    if given.json:
        print(json.dumps({"alone": single, "together": many, "failures": len(failed)}))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
