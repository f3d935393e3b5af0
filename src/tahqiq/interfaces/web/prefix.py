"""The site below a part of an address, such as https://news.example/facts: a proxy hands on what begins so.

Inside, every address begins at the root of the site. What comes in loses the prefix, whether or not the proxy has taken
it off already; what goes out gains it: redirects here, and the links of a page, of which `placed` is told.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
LINK = re.compile(r'(\s(?:href|src|srcset|action)=")/(?!/)')
"""A link of a template to an address of the site. In the words of a page such quotes are escaped."""


def prefix_of(base: str) -> str:
    """What the address of the site puts before every path: `/facts`, or nothing."""
    return urlsplit(base).path.rstrip("/")


def placed(page: str, prefix: str) -> str:
    """A page with its links below the prefix."""
    return LINK.sub(lambda link: f"{link[1]}{prefix}/", page) if prefix else page


class Prefix:
    """ASGI middleware around the whole site."""

    def __init__(self, app: App, prefix: str) -> None:
        self.app, self.prefix = app, prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the module."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "")

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._head(MutableHeaders(scope=message), host)
            await send(message)

        await self.app(self._inside(scope), receive, sending)

    def _inside(self, scope: Scope) -> Scope:
        path, raw = scope["path"], scope["raw_path"]
        if path != self.prefix and not path.startswith(f"{self.prefix}/"):
            return scope
        bare = {"path": path.removeprefix(self.prefix), "raw_path": raw.removeprefix(self.prefix.encode())}
        return {**scope, "path": bare["path"] or "/", "raw_path": bare["raw_path"] or b"/"}

    def _head(self, headers: MutableHeaders, host: str) -> None:
        if target := headers.get("location"):
            parts = urlsplit(target)
            if parts.netloc in ("", host):
                headers["location"] = parts._replace(scheme="", netloc="", path=self.prefix + parts.path).geturl()
        if "refresh" in headers:
            headers["refresh"] = headers["refresh"].replace("url=/", f"url={self.prefix}/")
