"""The heavy work, away from the site's own process: a line of jobs before a few processes.

A job that takes too long or holds too much ends its own process and no other. Who comes when the line is long is
refused at once, with the time after which it is worth coming back.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from tahqiq.errors import InputError, ServiceError
from tahqiq.interfaces.processes import Broken, Failed, FaultError, Outcome, Process, guarded

R = TypeVar("R")
LOG = logging.getLogger("tahqiq.web")
WORKED: ContextVar[float] = ContextVar("worked", default=0.0)
"""How many seconds jobs of the present request took, without the wait for a free process."""
USUAL = 0.2
"""Seconds that a job is taken to last before one was done."""
NEWER = 0.1
"""What the newest job weighs in the usual time of one."""
AGAIN = 1.0
"""Seconds until a process that could not be started is tried again."""


class Turn:
    """A place in the line."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a job may cost: `seconds` is the longest it may take, and the longest it may wait for its turn; `memory`
    how many megabytes its process may hold beside what it needs anyway; `queue` how many may wait.
    """

    seconds: float
    memory: int
    queue: int


class Workers:
    """A few processes and the line before them. With 0 processes jobs run in the site's own (for tests).

    `warm` loads in each process what its jobs need.
    """

    def __init__(self, count: int, bounds: Bounds, warm: Callable[[], None]) -> None:
        self.count, self.bounds, self.warm = count, bounds, warm
        self._usual = USUAL
        self._begin()

    def _begin(self) -> None:
        self._free: asyncio.Queue[Process | None] = asyncio.Queue()
        self._all: set[Process] = set()
        self._line: dict[Turn, None] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._threads = ThreadPoolExecutor(2 * self.count + 2, "jobs")
        self._closed = False
        if not self.count:
            self._free.put_nowait(None)

    def start(self) -> None:
        """Start the processes and let each load what it needs; anew after `close`."""
        if self._closed:
            self._begin()
        if not self.count:
            self.warm()
        for _ in range(self.count):
            self._later(self._add())

    def close(self) -> None:
        """End the processes, and give back what the system lent for them."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        for process in list(self._all):
            self._end(process)
        self._threads.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()
        gc.collect()

    def processes(self) -> list[int]:
        """The numbers of the processes in the system."""
        return sorted(process.id for process in self._all)

    def waiting(self) -> int:
        """How many wait in the line."""
        return len(self._line)

    def wait(self) -> float:
        """Seconds until who comes now has an answer, as jobs usually go."""
        return (len(self._line) + 1) * self._usual / max(1, self.count)

    def full(self) -> bool:
        """Whether who comes now is refused."""
        return len(self._line) >= self.bounds.queue or (bool(self._line) and self.wait() > self.bounds.seconds)

    def join(self) -> Turn:
        """A place at the end of the line. ServiceError `busy` when it is too long."""
        if self.full():
            raise self._busy()
        turn = Turn()
        self._line[turn] = None
        return turn

    def place(self, turn: Turn) -> int:
        """Which place in the line that is, 1 for the next; 0 once a process has it."""
        return next((at for at, other in enumerate(self._line, 1) if other is turn), 0)

    async def run(self, job: Callable[..., R], *args: Any, turn: Turn | None = None) -> R:
        """Do a job once a process is free.

        InputError `too_slow` when it takes too long and `too_complex` when it holds too much: its process is ended.
        ServiceError `busy` when the line is too long, or none becomes free in time.
        """
        turn = turn or self.join()
        try:
            process = await asyncio.wait_for(self._free.get(), self.bounds.seconds)
        except TimeoutError as problem:
            raise self._busy() from problem
        finally:
            self._line.pop(turn, None)
        outcome = await self._outcome(process, job, args) if process else self._here(job, args)
        WORKED.set(WORKED.get() + outcome.seconds)
        self._usual += NEWER * (outcome.seconds - self._usual)
        if isinstance(outcome.value, Failed):
            raise outcome.value.kind(outcome.value.code, **outcome.value.details)
        if isinstance(outcome.value, Broken):
            raise FaultError(outcome.value.where)
        return cast(R, outcome.value)

    def _busy(self) -> ServiceError:
        return ServiceError("busy", seconds=self.wait(), waiting=len(self._line))

    def _here(self, job: Callable[..., Any], args: tuple[Any, ...]) -> Outcome:
        self._free.put_nowait(None)
        return guarded(job, *args)

    async def _outcome(self, process: Process | None, job: Callable[..., Any], args: tuple[Any, ...]) -> Outcome:
        """What a process gives; a job whose process was ended from outside is done once more."""
        for last in (False, True):
            while process is None or not process.is_alive():
                self._replace(process)
                process = await self._free.get()
            try:
                doing = asyncio.get_running_loop().run_in_executor(
                    self._threads, process.do, job, args, self.bounds.seconds
                )
                outcome = await asyncio.wait_for(doing, self.bounds.seconds)
            except TimeoutError as problem:
                self._replace(process)
                raise InputError("too_slow", source="text") from problem
            except (EOFError, OSError) as problem:
                self._replace(process)
                if last:
                    raise InputError("too_complex", source="text") from problem
            except BaseException:
                self._replace(process)
                raise
            else:
                self._back(process, outcome)
                return outcome
        raise AssertionError("unreachable")

    def _back(self, process: Process, outcome: Outcome) -> None:
        if isinstance(outcome.value, Failed) and outcome.value.worn:
            self._replace(process)
        else:
            self._free.put_nowait(process)

    def _replace(self, process: Process | None) -> None:
        """End a process and start another."""
        if process is not None:
            self._end(process)
            if not self._closed:
                self._later(self._add())

    def _end(self, process: Process) -> None:
        self._all.discard(process)
        process.end()

    async def _add(self) -> None:
        """Start a process, and let it have jobs once it is ready."""
        loop = asyncio.get_running_loop()
        while True:
            process = await loop.run_in_executor(self._threads, Process, self.warm, self.bounds.memory)
            self._all.add(process)
            try:
                await loop.run_in_executor(self._threads, process.ready)
            except (EOFError, OSError):
                LOG.error("a process of the site ended while it started")
                self._end(process)
                await asyncio.sleep(AGAIN)
            else:
                self._free.put_nowait(process)
                return

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
