"""The heavy work, away from the site's own process: checks and drawing. A job that takes too long ends its process."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from tahqiq.errors import InputError, TahqiqError

R = TypeVar("R")
CLAIMS = 1000
"""A text with more claims gets no report: its page would be too large to read."""
WORKED: ContextVar[float] = ContextVar("worked", default=0.0)
"""How many seconds jobs of the present request took, without the wait for a free process."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be checked: the bytes, the name to show, and what was said of it."""

    data: bytes
    source: str
    kind: str | None
    published: date | None
    language: str | None
    today: date
    characters: int


def forms(given: Given, wanted: tuple[str, ...]) -> dict[str, str]:
    """Check, and write the report in every form wanted: `json`, or a form and a language (`body.ar`, `md.en`)."""
    from tahqiq.checker import check_text
    from tahqiq.reading import read
    from tahqiq.reporting.report import data

    text = read(given.data, given.source, kind=given.kind, published=given.published, language=given.language)
    if len(text.raw) > given.characters:
        raise InputError("too_large", source=given.source, limit=f"{given.characters:,}")
    report = check_text(text, given.today)
    if len(report.findings) > CLAIMS:
        raise InputError("too_complex", source=given.source, limit=str(CLAIMS))
    return {name: data.dump_line(report) if name == "json" else _told(report, name) for name in wanted}


def _told(report: object, name: str) -> str:
    from tahqiq.model import Report
    from tahqiq.reporting.report import html, markdown

    assert isinstance(report, Report)
    form, _, language = name.partition(".")
    if form == "md":
        return markdown.render(report, language)
    if form == "html":
        return html.render(report, language)
    return (
        html.environment()
        .get_template("report_body.html.j2")
        .render({**html.context(report, language), "embedded": True})
    )


@dataclass(frozen=True, slots=True)
class Failed:
    """An error of ours, in a form that crosses from one process to another."""

    kind: type[TahqiqError]
    code: str
    details: dict[str, Any]


def guarded(job: Callable[..., R], *args: Any) -> tuple[R | Failed, float]:
    """Do a job, and say how many seconds it took; an error of ours is given back instead of raised."""
    began = time.perf_counter()
    outcome: R | Failed
    try:
        outcome = job(*args)
    except TahqiqError as problem:
        outcome = Failed(type(problem), problem.code, dict(problem.details))
    return outcome, time.perf_counter() - began


def warm() -> None:
    """Load what every check needs."""
    from tahqiq.reporting.words.messages import languages

    given = Given(b"Vetoes: 83 in 2024.", "text", "txt", None, None, date.today(), 100)
    forms(given, ("json", *(f"body.{name}" for name in languages())))
    settle()


def settle() -> None:
    """Spare the collector of garbage what is loaded for good."""
    gc.collect()
    gc.freeze()


class BusyError(Exception):
    """Every process has been at work for as long as a caller may wait."""


class Workers:
    """A few processes that do jobs. With 0 processes jobs run in the site's own (for tests)."""

    def __init__(self, count: int, seconds: float) -> None:
        self.count, self.seconds = count, seconds
        self._free = asyncio.Semaphore(max(1, count))
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, job: Callable[..., R], *args: Any) -> R:
        """Do a job once a process is free.

        InputError `too_slow` when it takes too long: its process is ended. BusyError when none becomes free in time.
        """
        try:
            await asyncio.wait_for(self._free.acquire(), self.seconds)
        except TimeoutError as problem:
            raise BusyError from problem
        try:
            outcome, seconds = await self._outcome(job, args) if self.count else guarded(job, *args)
        finally:
            self._free.release()
        WORKED.set(WORKED.get() + seconds)
        if isinstance(outcome, Failed):
            raise outcome.kind(outcome.code, **outcome.details)
        return cast(R, outcome)

    async def _outcome(self, job: Callable[..., R], args: tuple[Any, ...]) -> Any:
        """What a process gives; a job whose process was ended because of another job is done again."""
        for last in (False, True):
            pool = self._started()
            try:
                return await asyncio.wait_for(asyncio.wrap_future(pool.submit(guarded, job, *args)), self.seconds)
            except TimeoutError as problem:
                self._end(pool)
                raise InputError("too_slow", source="text") from problem
            except (BrokenProcessPool, asyncio.CancelledError) as problem:
                self._end(pool)
                if last or isinstance(problem, asyncio.CancelledError):
                    raise
        raise AssertionError("unreachable")

    def start(self) -> None:
        """Start the processes and let each load what it needs."""
        if self.count:
            pool = self._started()
            for _ in range(self.count):
                pool.submit(warm)
        else:
            warm()

    def close(self) -> None:
        """End the processes, and give back what the system lent for them."""
        if self._pool is not None:
            self._end(self._pool, wait=True)
        gc.unfreeze()
        gc.collect()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, mp_context=multiprocessing.get_context("spawn"))
        return self._pool

    def _end(self, pool: ProcessPoolExecutor, *, wait: bool = False) -> None:
        """End the processes of a pool, busy or not; the next job starts new ones."""
        if self._pool is pool:
            self._pool = None
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.terminate()
        pool.shutdown(wait=wait, cancel_futures=True)
