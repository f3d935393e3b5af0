"""Pages that were made keep for a while, as their Cache-Control says: whoever asks for the same gets the same.

They are held as they are sent, compressed and with their tag, so that who asks again costs next to nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from starlette.datastructures import Headers

from tahqiq.interfaces.web.manners import unchanged

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Key = tuple[str, bytes, bytes, bool]
"""Host, path and query of a page, and whether it is compressed."""
TOGETHER = 64_000_000
"""Bytes of all pages that are held; those nobody asked for longest go first."""
LARGEST = 1_000_000
"""Bytes of a page that is held."""
FRESH = 300.0
"""Seconds that a page is held, no longer than its Cache-Control says."""


@dataclass(slots=True)
class Page:
    """An answer, when it was made, and the route that made it."""

    made: float
    route: Any
    messages: list[Message] = field(default_factory=list)
    size: int = 0


class Pages:
    """ASGI middleware that answers with pages it holds."""

    def __init__(self, app: App, together: int = TOGETHER, clock: Callable[[], float] = monotonic) -> None:
        self.app, self.together, self.clock = app, together, clock
        self._held: OrderedDict[Key, Page] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the module."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        packed = "gzip" in asked.get("accept-encoding", "")
        key = (asked.get("host", ""), scope["raw_path"], scope["query_string"], packed)
        held = self._held.get(key)
        if held is not None and self.clock() - held.made < FRESH:
            self._held.move_to_end(key)
            scope["route"] = held.route
            for message in _answer(held, asked, bare=scope["method"] == "HEAD"):
                await send(message)
        elif scope["method"] == "GET":
            await self._made(key, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _made(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        page: Page | None = Page(self.clock(), None)

        async def sending(message: Message) -> None:
            nonlocal page
            if page is not None and message["type"] == "http.response.start" and not _keeps(message):
                page = None
            if page is not None:
                page.messages.append(_copied(message))
                page.size += len(message.get("body", b"")) + 500
                page = page if page.size <= LARGEST else None
            await send(message)

        await self.app(scope, receive, sending)
        if page is not None and page.messages and not page.messages[-1].get("more_body", True):
            page.route = scope.get("route")
            self._hold(key, page)

    def _hold(self, key: Key, page: Page) -> None:
        old = self._held.pop(key, None)
        self._size += page.size - (old.size if old else 0)
        self._held[key] = page
        while self._size > self.together:
            _, gone = self._held.popitem(last=False)
            self._size -= gone.size


def _answer(held: Page, asked: Headers, *, bare: bool) -> list[Message]:
    """What is sent of a page that is held: only its head where that is asked, or where the asker has it already."""
    start, *bodies = map(_copied, held.messages)
    empty: Message = {"type": "http.response.body", "body": b"", "more_body": False}
    tag = Headers(raw=start["headers"]).get("etag")
    if tag and tag in asked.get("if-none-match", ""):
        return [unchanged(start), empty]
    return [start, empty] if bare else [start, *bodies]


def _copied(message: Message) -> Message:
    """A message whose head can be added to without changing the one that is held."""
    copied = {"more_body": False, **message} if message["type"] == "http.response.body" else dict(message)
    return {**copied, "headers": list(message["headers"])} if "headers" in message else copied


def _keeps(start: Message) -> bool:
    """Whether an answer may be given again: it is whole, and says that it keeps."""
    said = next((value for name, value in start["headers"] if name.lower() == b"cache-control"), b"")
    return start["status"] == 200 and b"max-age=" in said
