"""Documents a second of a corpus run, beside a bare scan and a plain pool of processes that does the same work.

    python benchmarks/corpus.py made/ --workers 2
    python benchmarks/corpus.py made/ --kill 10

The second form kills the run and its workers at random moments, each time calling it again, and compares the result
with that of a run that nobody killed.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from tahqiq.interfaces.corpus import engine
from tahqiq.interfaces.corpus.manifest import read_manifest, record_versions
from tahqiq.interfaces.corpus.parts import Parts
from tahqiq.interfaces.corpus.plan import Plan, Settings
from tahqiq.interfaces.corpus.run import PART, check_corpus
from tahqiq.interfaces.corpus.tables import TABLES
from tahqiq.interfaces.corpus.work import check_batch, warm

DAY = date(2026, 6, 1)


def rows(source: Path) -> Iterator[dict[str, Any]]:
    """The rows of the Parquet files, as a plain program reads them."""
    import pyarrow.parquet as pq

    for path in sorted(source.glob("*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(engine.MORSEL):
            yield from ({**row, "_path": str(path)} for row in batch.to_pylist())


def batches(found: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(found, engine.BATCH)):
        yield batch


def scan(source: Path) -> int:
    """Read every text and count its characters."""
    count = 0
    for row in rows(source):
        count += len(row["text"]) >= 0
    return count


def pool(source: Path, out: Path, workers: int) -> int:
    """The same work with nothing but a pool of processes."""
    parts, count = Parts(out), 0
    part: dict[str, list[str]] = {table: [] for table in TABLES}
    context = multiprocessing.get_context("spawn")
    job = partial(check_batch, form="parquet", plan=Plan(Settings(), DAY))
    with context.Pool(workers, warm, (b"", record_versions())) as made:
        for found in made.imap(job, batches(rows(source))):
            for lines in filter(None, found):
                count += 1
                for table in TABLES:
                    part[table].append(lines[table])
            if len(part[TABLES[0]]) >= PART:
                parts.put(part)
                part = {table: [] for table in TABLES}
    parts.put(part)
    return count


def carried(source: Path, out: Path, workers: int) -> int:
    """The command's own way."""
    told = check_corpus(str(source), out, Plan(Settings(), DAY, workers=workers))
    return int(told["counts"]["documents"])


def timed(name: str, job: Callable[[], int]) -> None:
    began = time.perf_counter()
    count = job()
    seconds = time.perf_counter() - began
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:28} {count:9} {seconds:8.1f} s {count / seconds:9.0f} a second, at most {held} MB here", flush=True)


def kill(source: Path, folder: Path, rounds: int, seed: int) -> bool:
    """Kill the run, then a worker, at random moments; whether the result is that of a run left alone."""
    dice = random.Random(seed)
    carried(source, folder / "whole", 2)
    for victim in ("driver", "worker"):
        out = folder / victim
        for number in range(rounds):
            run = subprocess.Popen(
                [sys.executable, __file__, str(source), "--out", str(out)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            time.sleep(dice.uniform(2, 9))
            hit = [run.pid] if victim == "driver" else children(run.pid)
            if hit and run.poll() is None:
                os.kill(dice.choice(hit), signal.SIGKILL)
            if victim == "driver":
                run.wait()
            else:
                time.sleep(dice.uniform(1, 5))
                run.kill()
                run.wait()
            print(f"{victim} {number + 1}: {len(list((out / TABLES[0]).glob('*.parquet')))} parts in place", flush=True)
        carried(source, out, 2)
    told = [
        {k: read_manifest(folder / name)[k] for k in ("counts", "digests")} for name in ("whole", "driver", "worker")
    ]
    same = told[0] == told[1] == told[2]
    print(json.dumps({"the same": same, **told[0]}))
    return same


def children(pid: int) -> list[int]:
    """The worker processes of a run."""
    found = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True).stdout
    return [int(line.split()[0]) for line in found.splitlines() if "spawn_main" in line]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", choices=("scan", "pool", "engine"))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--kill", type=int, metavar="ROUNDS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.out:
            carried(given.source, given.out, given.workers)
        elif given.kill:
            sys.exit(0 if kill(given.source, Path(folder), given.kill, 1) else 1)
        else:
            ways: dict[str, Callable[[], int]] = {
                "scan": lambda: scan(given.source),
                "pool": lambda: pool(given.source, Path(folder, "pool"), given.workers),
                "engine": lambda: carried(given.source, Path(folder, "engine"), given.workers),
            }
            for name, job in ways.items():
                if given.only in (None, name):
                    timed(name, job)


if __name__ == "__main__":
    main()
