"""A process that does one job after another. It has bounds, makes way for others, and dies with its parent."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from tahqiq.errors import FetchError, InputError, RecordError, TahqiqError, UsageError
from tahqiq.interfaces.parents import begin
from tahqiq.reading.bounds import limit_memory, limit_processor

POLITE = 10
"""How much rather the system gives the processor to others than to jobs (`nice`)."""
STARTING = 120.0
"""Seconds a process may take until it is ready."""
GRACE = 5.0
"""Seconds a job may work past its time before the system ends it, should its parent no longer be there to do so."""
KINDS = (FetchError, InputError, RecordError, UsageError, TahqiqError)
"""The errors that are told apart; what one of them adds to its kind stays in the process."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An error of ours, in a form that crosses from one process to another. `worn`: its process has to go."""

    kind: type[TahqiqError]
    code: str
    details: dict[str, Any]
    worn: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """A fault: where it happened, without what was being read."""

    where: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job gave, and how many seconds it took."""

    value: Any
    seconds: float


class FaultError(Exception):
    """A job failed by a fault of the program."""


def guarded(job: Callable[..., Any], *args: Any) -> Outcome:
    """Do a job; an error of ours is given back instead of raised."""
    began = time.perf_counter()
    value: Any
    try:
        value = job(*args)
    except TahqiqError as problem:
        kind = next(kind for kind in KINDS if isinstance(problem, kind))
        value = Failed(kind, problem.code, dict(problem.details))
    except (MemoryError, RecursionError):
        value = Failed(InputError, "too_complex", {"source": "text"}, worn=True)
    except Exception as problem:
        where = "".join(traceback.format_tb(problem.__traceback__))
        value = Broken(f"{where}{type(problem).__name__}")
    return Outcome(value, time.perf_counter() - began)


class Process:
    """One process and the pipe to it. Its methods wait: call them in a thread."""

    def __init__(self, warm: Callable[[], None], memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, far = context.Pipe()
        job = pickle.dumps(partial(work, warm=warm, memory=memory))
        self._process = context.Process(target=begin, args=(far, job), daemon=True)
        self._process.start()
        far.close()

    @property
    def id(self) -> int:
        """Its number in the system."""
        return self._process.pid or 0

    def ready(self) -> None:
        """Wait until it has loaded what it needs. EOFError when it ended instead."""
        if not self.pipe.poll(STARTING):
            raise EOFError
        self.pipe.recv()

    def do(self, job: Callable[..., Any], args: tuple[Any, ...], seconds: float) -> Outcome:
        """What a job gave. EOFError or OSError when the process ended over it."""
        self.pipe.send((job, args, seconds))
        outcome: Outcome = self.pipe.recv()
        return outcome

    def is_alive(self) -> bool:
        """Whether it can be given a job."""
        return self._process.is_alive()

    def end(self) -> None:
        """End it, busy or not. The pipe closes with the last who holds it: a thread may still be reading from it."""
        self._process.kill()
        self._process.join()


def work(pipe: Connection, warm: Callable[[], None], memory: int) -> None:
    """What runs in the process. `memory` is in megabytes, beside what it holds once it is ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its processes
    os.nice(POLITE)
    warm()
    limit_memory(memory)
    with contextlib.suppress(EOFError, OSError):  # the parent is gone
        pipe.send(None)
        while True:
            job, args, seconds = pipe.recv()
            limit_processor(seconds + GRACE)
            outcome = guarded(job, *args)
            pipe.send(outcome)
            if isinstance(outcome.value, Failed) and outcome.value.worn:
                return
