"""The bodies of requests, bounded in size and time, each and all together."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any

from starlette.exceptions import HTTPException

from tahqiq.errors import ServiceError

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
GRACE = 20.0
"""Seconds that any body may take."""
SLOWEST = 10_000
"""Bytes a second that a body must come at after that."""
TOGETHER = 10
"""How many of the largest bodies are held at once, by all requests that are not answered yet."""


class Bodies:
    """What requests that are not answered yet have sent. `most` is the largest body in bytes."""

    def __init__(self, most: int, grace: float = GRACE) -> None:
        self.most, self.grace, self.held = most, grace, 0

    @contextlib.contextmanager
    def bounded(self, receive: Receive) -> Iterator[Receive]:
        """The body of one request.

        Raises HTTPException 413 where it goes on past the largest size (a sender may lie about its length), 408 where
        it comes too slowly, and ServiceError `busy` where all bodies together are too large.
        """
        seen, whole, began = 0, False, asyncio.get_running_loop().time()

        async def receiving() -> MutableMapping[str, Any]:
            nonlocal seen, whole
            if whole:  # what comes after the body is that the client goes away
                return await receive()
            try:
                async with asyncio.timeout_at(began + self.grace + seen / SLOWEST):
                    message = await receive()
            except TimeoutError as problem:
                raise HTTPException(408, "body_too_slow") from problem
            size = len(message.get("body", b""))
            seen, self.held = seen + size, self.held + size
            whole = not message.get("more_body", False)
            if seen > self.most:
                raise HTTPException(413, "body_too_large")
            if self.held > TOGETHER * self.most:
                raise ServiceError("busy")
            return message

        try:
            yield receiving
        finally:
            self.held -= seen
