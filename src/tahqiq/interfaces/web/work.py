"""The heavy work, away from the site's own process: checks and drawing. A job that takes too long ends its process."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from typing import ParamSpec, TypeVar

from tahqiq.errors import InputError

P = ParamSpec("P")
R = TypeVar("R")


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
    """Check, and write the report in every form wanted: `json`, or a form and a language (`body.ar`, `md.en`, `html.ar`)."""
    from tahqiq.checker import check_text
    from tahqiq.reading import read
    from tahqiq.reporting import data

    text = read(given.data, given.source, kind=given.kind, published=given.published, language=given.language)
    if len(text.raw) > given.characters:
        raise InputError("too_large", source=given.source, limit=f"{given.characters:,}")
    report = check_text(text, given.today)
    return {name: data.dump_line(report) if name == "json" else _told(report, name) for name in wanted}


def _told(report: object, name: str) -> str:
    from tahqiq.model import Report
    from tahqiq.reporting import html, markdown

    assert isinstance(report, Report)
    form, _, language = name.partition(".")
    if form == "md":
        return markdown.render(report, language)
    if form == "html":
        return html.render(report, language)
    return html.environment().get_template("report_body.html.j2").render(html.context(report, language))


def warm() -> None:
    """Load what every check needs."""
    from tahqiq.reporting.messages import languages

    given = Given(b"Vetoes: 83 in 2024.", "text", "txt", None, None, date.today(), 100)
    forms(given, ("json", *(f"body.{name}" for name in languages())))


class Workers:
    """A few processes that do jobs. With 0 processes jobs run in the site's own (for tests)."""

    def __init__(self, count: int, seconds: float) -> None:
        self.count, self.seconds = count, seconds
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, job: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do a job. InputError `too_slow` when it takes too long: its process is then ended and replaced."""
        if not self.count:
            return job(*args, **kwargs)
        pool = self._started()
        future = pool.submit(job, *args, **kwargs)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self.seconds)
        except (TimeoutError, BrokenProcessPool) as problem:
            self._end(pool)
            raise InputError("too_slow", source="text") from problem

    def start(self) -> None:
        """Start the processes and let each load what it needs."""
        if self.count:
            pool = self._started()
            for _ in range(self.count):
                pool.submit(warm)
        else:
            warm()

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._end(self._pool)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.count, mp_context=context)
        return self._pool

    def _end(self, pool: ProcessPoolExecutor) -> None:
        """End the processes of a pool, busy or not; the next job starts new ones."""
        if self._pool is pool:
            self._pool = None
        for process in list(getattr(pool, "_processes", {}).values()):
            process.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
