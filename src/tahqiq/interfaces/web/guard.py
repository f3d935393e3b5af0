"""What stands before every page: headers of safety, bounds of bodies, how often one client asks, the request log."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address, ip_network
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import Response

from tahqiq.interfaces.web.bodies import Bodies
from tahqiq.interfaces.web.metrics import Metrics
from tahqiq.interfaces.web.settings import Settings
from tahqiq.interfaces.web.work import WORKED

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Refuse = Callable[[str, int, str], Response]
"""What answers a request that goes no further: path, status, code."""
Busy = Callable[[], float | None]
"""Seconds until a check is worth asking for, where no more may wait."""

LOG = logging.getLogger("tahqiq.web")
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
HEADERS = {
    **SAFE,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
PARTS = ("text/css", "text/javascript", "font/")
"""What is part of a page and no page itself: what a browser is told of pages would only make it larger."""
CLIENTS = 10_000
"""How many clients are remembered; the one that has not asked for longest is forgotten first."""
COSTS = {"check": 10.0, "dossier": 3.0, "write": 5.0, "png": 4.0, "svg": 4.0, "parquet": 4.0}
"""What costs more than a plain page, by the last part of its address or its ending."""
TOLD = ("method", "path", "status", "ms")
"""What the log tells of a request."""
FREE = ("/static/", "/health", "/metrics")


def policy(**changed: str) -> str:
    """The Content-Security-Policy, with some directives changed (`frame_ancestors="*"`)."""
    named = POLICY | {name.replace("_", "-"): value for name, value in changed.items()}
    return "; ".join(f"{name} {value}" for name, value in named.items())


class Buckets:
    """A token bucket for each client: `rate` tokens a second come in, up to `burst`."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst, self.clock = rate, float(burst), clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, cost: float) -> float:
        """Take tokens; seconds to wait when there are too few (0: go on)."""
        if not self.rate:
            return 0.0
        now = self.clock()
        tokens, since = self._held.pop(client, (self.burst, now))
        tokens = min(self.burst, tokens + (now - since) * self.rate)
        lacking = cost - tokens
        self._held[client] = (tokens if lacking > 0 else tokens - cost, now)
        while len(self._held) > CLIENTS:
            self._held.popitem(last=False)
        return lacking / self.rate if lacking > 0 else 0.0


class Guard:
    """ASGI middleware around the whole site."""

    def __init__(self, app: App, *, settings: Settings, metrics: Metrics, refuse: Refuse, busy: Busy) -> None:
        self.app, self.settings, self.metrics, self.refuse, self.busy = app, settings, metrics, refuse, busy
        self.buckets, self.bodies = Buckets(settings.rate, settings.burst), Bodies(settings.upload)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the module."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500
        WORKED.set(0.0)

        async def sending(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._head(message, began)
            await send(message)

        try:
            await self._passed(scope, receive, sending)
        finally:
            self._told(scope, status, time.perf_counter() - began)

    async def _passed(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        with self.bodies.bounded(receive) as bounded:
            await self.app(scope, bounded, send)

    def _refused(self, scope: Scope) -> Response | None:
        """What is said to a request that goes no further: its body is not even read."""
        path = scope["path"]
        wait = 0.0 if path.startswith(FREE) else self.buckets.wait(_client(scope), _cost(scope))
        if wait:
            self.metrics.limited += 1
            return self._later(path, 429, "too_many", wait)
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if not length.isdigit() or int(length) > self.settings.upload:
            return self.refuse(path, 413, "body_too_large")
        wait = (self.busy() or 0.0) if _is_check(scope) else 0.0
        if wait:
            self.metrics.turned_away += 1
            return self._later(path, 503, "busy", wait)
        return None

    def _later(self, path: str, status: int, code: str, seconds: float) -> Response:
        refused = self.refuse(path, status, code)
        refused.headers["Retry-After"] = str(int(seconds) + 1)
        return refused

    def _head(self, message: MutableMapping[str, Any], began: float) -> None:
        headers = MutableHeaders(scope=message)
        shown = not headers.get("content-type", "").startswith(PARTS)
        for name, value in HEADERS.items() if shown else SAFE.items():
            headers.setdefault(name, value)
        if shown:
            headers.setdefault("Content-Security-Policy", policy())
        headers["Server-Timing"] = (
            f"app;dur={(time.perf_counter() - began) * 1000:.1f}, job;dur={WORKED.get() * 1000:.1f}"
        )

    def _told(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        self.metrics.request(scope["method"], route, status, seconds)
        if self.settings.log:  # never the query or the body: they may hold what somebody is reading
            told = (scope["method"], _line(scope["path"]), status, round(seconds * 1000, 1))
            LOG.info("%s %s %d %.1f ms", *told, extra={"request": dict(zip(TOLD, told, strict=True))})


def _is_check(scope: Scope) -> bool:
    return bool(scope["method"] == "POST" and scope["path"].endswith("/check"))


def _client(scope: Scope) -> str:
    """Who asks: an address, or the network of one that has addresses without number (a /64 of IPv6)."""
    host = str(scope["client"][0]) if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return host
    mapped = address.ipv4_mapped
    return str(mapped) if mapped else str(ip_network((address.packed[:8] + bytes(8), 64)))


def _cost(scope: Scope) -> float:
    last = scope["path"].rsplit("/", 1)[-1]
    named = COSTS.get(last, 1.0) if scope["method"] == "POST" or "dossier" in scope["path"] else 1.0
    return max(named, COSTS.get(last.rsplit(".", 1)[-1], 1.0))


def _line(path: str) -> str:
    """A path that cannot break a line of the log."""
    return path.encode("unicode_escape").decode("ascii")[:300]
