"""Work that waits more than it works, in a few threads, so that the site goes on meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar

from tahqiq.errors import ServiceError

R = TypeVar("R")


class Threads:
    """`count` threads; who cannot have one within `seconds` is told to come back."""

    def __init__(self, count: int, seconds: float) -> None:
        self.count, self.seconds = count, seconds
        self.start()

    def start(self) -> None:
        """Begin, or begin anew after `close`."""
        self._free = asyncio.Semaphore(self.count)
        self._threads = ThreadPoolExecutor(self.count, "site")

    async def run(self, work: Callable[..., R], *args: Any) -> R:
        """What `work` gives. ServiceError `busy` when no thread is free in time."""
        try:
            await asyncio.wait_for(self._free.acquire(), self.seconds)
        except TimeoutError as problem:
            raise ServiceError("busy", seconds=self.seconds) from problem
        doing = asyncio.get_running_loop().run_in_executor(self._threads, copy_context().run, work, *args)
        doing.add_done_callback(lambda _: self._free.release())
        return await doing

    def close(self) -> None:
        """Let the threads end with what they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
