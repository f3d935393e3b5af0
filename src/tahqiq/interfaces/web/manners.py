"""What an answer owes to a browser or a program: HEAD wherever GET is, and a tag that tells whether a copy is fresh."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
OF_THE_BODY = (b"content-length", b"content-type", b"content-encoding")
"""Headers that say nothing where the body is left out."""


class Manners:
    """ASGI middleware. Answers that keep, and data, get an ETag where they come in one piece; 304 where it is known."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the module."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        bare = scope["method"] == "HEAD"
        head: Message | None = None

        async def sending(message: Message) -> None:
            nonlocal head
            if message["type"] == "http.response.start" and _is_data(scope["path"]):
                MutableHeaders(scope=message).setdefault("Cache-Control", "no-cache")
            if message["type"] == "http.response.start" and _keeps(message):
                head = message
                return
            if message["type"] == "http.response.body" and head is not None:
                start, head = head, None
                if not message.get("more_body", False):
                    tag = f'W/"{hashlib.sha256(message.get("body", b"")).hexdigest()[:20]}"'
                    MutableHeaders(scope=start)["ETag"] = tag
                    if tag in known:
                        start, message = unchanged(start), {"type": "http.response.body", "body": b""}
                await send(start)
            if bare and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"} if bare else scope, receive, sending)


def _keeps(start: Message) -> bool:
    said = Headers(raw=start["headers"]).get("cache-control", "")
    return start["status"] == 200 and ("max-age=" in said or said == "no-cache")


def _is_data(path: str) -> bool:
    """Whether an answer is data of the record, which a program may keep and ask about again. Reports are not."""
    return path.endswith(".json") and "/report/" not in path


def unchanged(start: Message) -> Message:
    """The head of an answer that says that the asker's copy is fresh still."""
    kept = [(name, value) for name, value in start["headers"] if name not in OF_THE_BODY]
    return {**start, "status": 304, "headers": kept}
