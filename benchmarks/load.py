"""The site under load: many clients at once for a while, what each kind of page took them, and what failed.

    python benchmarks/load.py                     # a site of its own, 50 clients for ten minutes
    python benchmarks/load.py --clients 200 --seconds 60
    python benchmarks/load.py --address http://127.0.0.1:8000

Every client reads pages of the record, figures and the dossier, and checks an article, one request after the other
without a pause. Times are those of the clients; beside them stands what the server says it took (its Server-Timing
header): of pages the whole time, of checks the work itself. A check that is refused with a time to come back is counted
apart from failures. Memory is that of the server and of the processes that check.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2 as httpx

from serving import Served

EXAMPLE = Path(__file__).resolve().parents[1] / "src" / "tahqiq" / "data" / "examples" / "article.ar.txt"
TARGETS = {"register": 30.0, "table": 30.0, "row": 30.0, "figure": 30.0, "check": 60.0}
"""Milliseconds that half of the requests of a kind may take at the server."""
PLACES = ("USA", "RUS", "SUN", "GBR", "FRA", "CHN")
SUBJECTS = ("ISR", "SYR", "ZAF", "UKR", "LBN", "NIC")
CHECKS = 0.1
"""Which part of the requests are checks."""
LOOK = 5.0
"""Seconds between two looks at the memory."""
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


@dataclass
class Seen:
    """What clients saw: seconds by kind as they and as the server count them, refusals, failures, and the memory."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    served: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: int = 0
    failed: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)

    def note(self, kind: str, answer: httpx.Response, seconds: float) -> None:
        if answer.status_code == 503 and "retry-after" in answer.headers:
            self.refused += 1
        elif answer.status_code != 200:
            self.failed.append(f"{answer.status_code} {kind} {answer.text[:120]}")
        else:
            whole, job = (float(part.partition("dur=")[2]) for part in answer.headers["server-timing"].split(","))
            self.times[kind].append(seconds * 1000)
            self.served[kind].append(job if kind == "check" else whole)


async def ask(session: httpx.AsyncClient, kind: str, address: str, text: str, seen: Seen) -> None:
    began = time.perf_counter()
    try:
        answer = await (session.post("/api/check", json={"text": text}) if kind == "check" else got(session, address))
    except httpx.HTTPError as problem:
        seen.failed.append(f"{type(problem).__name__} {kind}")
        return
    seen.note(kind, answer, time.perf_counter() - began)
    if answer.status_code == 503:
        await asyncio.sleep(min(5, int(answer.headers.get("retry-after", 1))))


async def got(session: httpx.AsyncClient, address: str) -> httpx.Response:
    """A page, asked for again as browsers do when the site closes a connection that was idle just then."""
    try:
        return await session.get(address)
    except (httpx.ReadError, httpx.RemoteProtocolError):
        return await session.get(address)


async def client(number: int, session: httpx.AsyncClient, until: float, text: str, seen: Seen) -> None:
    dice = random.Random(number)
    while time.perf_counter() < until:
        kind, address = dice.choice(list(addresses(dice).items()))
        kind = "check" if dice.random() < CHECKS else kind
        await ask(session, kind, address, text, seen)


async def look(served: Served | None, until: float, seen: Seen) -> None:
    while served and time.perf_counter() < until:
        seen.memory.append(served.memory())
        await asyncio.sleep(LOOK)


async def load(base: str, served: Served | None, clients: int, seconds: float, text: str) -> Seen:
    seen = Seen()
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=clients)
    async with httpx.AsyncClient(base_url=base, timeout=120, limits=limits) as session:
        until = time.perf_counter() + seconds
        asking = (client(n, session, until, text, seen) for n in range(clients))
        await asyncio.gather(look(served, until, seen), *asking)
    return seen


async def alone(base: str, text: str, rounds: int = 15) -> Seen:
    """The same kinds of pages, one request at a time."""
    seen, dice = Seen(), random.Random(0)
    async with httpx.AsyncClient(base_url=base, timeout=120) as session:
        for _ in range(rounds):
            for kind, address in {**addresses(dice), "check": ""}.items():
                await ask(session, kind, address, text, seen)
    return seen


@contextmanager
def site(address: str | None) -> Iterator[tuple[str, Served | None]]:
    """The site: the one named, or one of our own with an empty store and no limit of requests."""
    if address:
        yield address, None
        return
    with TemporaryDirectory() as folder:
        served = Served(Path(folder, "reports.db"))
        try:
            yield served.address, served
        finally:
            served.end()


def part(found: list[float], share: float) -> float:
    ordered = sorted(found)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def told(title: str, seen: Seen) -> dict[str, float]:
    print(f"\n{title}")
    print(
        f"{'kind':10}{'answers':>9}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'most ms':>9}{'server p50':>12}{'target':>8}"
    )
    pages = [time for kind, found in seen.times.items() if kind != "check" for time in found]
    for kind, found in [*sorted(seen.times.items()), ("all pages", pages)]:
        server = f"{statistics.median(seen.served[kind]):.1f}" if seen.served[kind] else ""
        target = f"{TARGETS[kind]:.0f}" if kind in TARGETS else ""
        numbers = "".join(f"{part(found, share):>9.1f}" for share in (0.5, 0.95, 0.99, 1.0))
        print(f"{kind:10}{len(found):>9}{numbers}{server:>12}{target:>8}")
    return {kind: statistics.median(found) for kind, found in seen.served.items() if found}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--article", type=Path, default=EXAMPLE)
    parser.add_argument("--address", help="a site that runs already (without a limit of requests)")
    parser.add_argument("--json", action="store_true", help="print the medians as JSON at the end")
    given = parser.parse_args()
    text = given.article.read_text("utf-8")
    with site(given.address) as (base, served):
        single = told("One request at a time", asyncio.run(alone(base, text)))
        seen = asyncio.run(load(base, served, given.clients, given.seconds, text))
    many = told(f"{given.clients} clients at once for {given.seconds:.0f} s", seen)
    count = sum(map(len, seen.times.values()))
    print(
        f"\n{count} answers ({count / given.seconds:.0f} a second), {seen.refused} checks refused for a while,", end=" "
    )
    print(f"{len(seen.failed)} failures")
    if seen.memory:
        first, last = seen.memory[len(seen.memory) // 2], seen.memory[-1]
        print(
            f"server {first[0]:.0f} MB halfway, {last[0]:.0f} MB at the end; processes {first[1]:.0f}, {last[1]:.0f} MB"
        )
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for problem in seen.failed[:5]:
        print(problem)
    if given.json:
        print(json.dumps({"alone": single, "together": many, "failures": len(seen.failed)}))
    return 1 if seen.failed else 0


if __name__ == "__main__":
    sys.exit(main())
