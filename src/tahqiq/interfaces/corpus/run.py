"""A run: the source through the engine into parts, again and again until all that can be read is in place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tahqiq.errors import TahqiqError
from tahqiq.interfaces.corpus import engine
from tahqiq.interfaces.corpus.manifest import begin, finish, record_versions
from tahqiq.interfaces.corpus.parts import Parts, alone
from tahqiq.interfaces.corpus.plan import Engine, Form, Plan, digest
from tahqiq.interfaces.corpus.tables import ID, TABLES

PART = 2000
"""Documents of a part: what is done anew at most after a run was killed."""
Told = Callable[["Progress"], None]


@dataclass
class Progress:
    """How far a run is. `total` is None where nobody knows, `before` what earlier runs did."""

    total: int | None
    before: int
    done: int = 0
    began: float = field(default_factory=time.monotonic)

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.done / max(1e-9, time.monotonic() - self.began)

    @property
    def left(self) -> float | None:
        """Seconds that the rest takes at this rate; None where that is not known."""
        if self.total is None or not self.done:
            return None
        return max(0, self.total - self.before - self.done) / self.rate


def check_corpus(
    source: str,
    folder: Path,
    plan: Plan,
    *,
    form: Form | None = None,
    runner: Engine = "local",
    address: str | None = None,
    told: Told = lambda _: None,
) -> dict[str, Any]:
    """Check every document of a source that is not in the folder yet; the manifest of what is in it then.

    Raises UsageError for a wrong call, InputError where the source or the folder cannot be used.
    """
    engine.start(runner, address)
    with alone(folder):
        found = engine.find(source, form)
        begin(folder, plan.settings)
        run = _Run(Parts(folder), plan, told)
        unreadable = run.through(found)
        lost = [{"source": path, "problem": problem} for path, problem in sorted(unreadable.items())]
        return finish(folder, lost, run.repeated, plan.today)


class _Run:
    """One run: what is in place, and what comes."""

    def __init__(self, parts: Parts, plan: Plan, told: Told) -> None:
        self.parts, self.plan, self.told = parts, plan, told
        self.seen: set[int] = set()
        self.repeated = 0

    def through(self, found: engine.Found) -> Mapping[str, str]:
        """Take the whole source through. Files that cannot be read are left out and named, with the reason."""
        self.seen = set(self.parts.done())
        progress = Progress(engine.count(found, self.plan), len(self.seen))
        lost: dict[str, str] = {}
        while left := tuple(path for path in found.paths if path not in lost):
            before = len(self.seen)
            try:
                self._stream(engine.Found(left, found.form), progress)
                break
            except TahqiqError:
                raise
            except Exception as problem:
                broken = engine.unreadable(left, found, self.plan)
                lost |= broken
                self.seen = set(self.parts.done())
                if not broken and len(self.seen) == before:  # no file is to blame, and nothing was gained
                    raise TahqiqError("engine_failed", problem=" ".join(str(problem).split())[:300]) from problem
        return lost

    def _stream(self, found: engine.Found, progress: Progress) -> None:
        done = b"".join(number.to_bytes(8) for number in sorted(self.seen))
        fresh = self._fresh(engine.run(found, self.plan, done, record_versions()))
        part: dict[str, list[str]] = {table: [] for table in TABLES}
        for lines in fresh:
            for table in TABLES:
                part[table].append(lines[table])
            progress.done += 1
            self.told(progress)
            if len(part[TABLES[0]]) == PART:
                self.parts.put(part)
                part = {table: [] for table in TABLES}
        if part[TABLES[0]]:
            self.parts.put(part)

    def _fresh(self, found: Iterator[Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
        """Documents that have not been met: of several with one id the first counts."""
        for lines in found:
            mark = digest(lines[ID])
            if mark in self.seen:
                self.repeated += 1
                continue
            self.seen.add(mark)
            yield lines
