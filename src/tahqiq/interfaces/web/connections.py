"""The connections of the site, bounded in number and in time, so that no client can hold what others need.

The server leaves a connection open for as long as its client likes. Here a head must come whole within HEAD seconds, a
client that stops reading is left after STALLED, and one that goes on sending after its answer after LINGER. When all
places are taken, the client that has most of them makes way for the newcomer, with the connection on which it has kept
us waiting longest (for a head, for a body, to read on). What an honest client owes comes within milliseconds.
"""

from __future__ import annotations

import asyncio
import resource
import socket
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

SWEEP = 0.5
"""Seconds between two looks at all connections."""
SPARE = 200
"""Descriptors left for files, the store, processes, pages that are fetched, and connections about to be refused."""
AT_ONCE = 16
"""Connections taken in one turn of the loop. Some turns pass until one is looked at or its descriptor is given back."""
QUEUED = 2048
"""Connections that the system holds for us until they are taken."""


@dataclass(slots=True)
class Held:
    """The connections of one client, and those on which it has to do something next; the oldest come first."""

    open: dict[Connection, None] = field(default_factory=dict)
    owing: dict[Connection, None] = field(default_factory=dict)


@dataclass(slots=True)
class Bounds:
    """The connections of one server: `most` at once, `head`, `stalled` and `linger` in seconds."""

    most: int = 1_000
    head: float = 10.0
    stalled: float = 30.0
    linger: float = 5.0
    open: int = 0
    clients: defaultdict[str, Held] = field(default_factory=lambda: defaultdict(Held))

    def take(self, new: Connection) -> bool:
        """Give a place to a new connection, if need be that of another; whether there was any.

        Nobody loses a place to a client that holds more of them, and who holds as many only one that keeps us waiting.
        """
        own = self.clients[new.host]
        if self.open >= self.most:
            gives = max(self.clients.values(), key=lambda held: (len(held.open), len(held.owing)))
            way = gives.owing or (gives.open if len(gives.open) > len(own.open) + 1 else None)
            if not way:
                return False
            next(iter(way)).leave()
        self.open += 1
        self.clients[new.host].open[new] = None
        return True

    def give_back(self, old: Connection) -> None:
        """Free the place of a connection."""
        held = self.clients[old.host]
        self.open -= old in held.open
        held.open.pop(old, None)
        held.owing.pop(old, None)
        if not held.open:
            del self.clients[old.host]

    def sweep(self, now: float) -> None:
        """Leave the connections whose time is over."""
        for connection in [c for held in self.clients.values() for c in held.open if c.is_over(now)]:
            connection.leave()


class Connection(H11Protocol):
    """One connection: since when it waits for a head, has been answered, is being closed, or is not read from."""

    def __init__(self, *given: Any, bounds: Bounds, **named: Any) -> None:
        super().__init__(*given, **named)
        self.bounds, self.host = bounds, ""
        self.waiting: float | None = monotonic()
        self.answered: float | None = None
        self.stalled: float | None = None
        self.closing: float | None = None
        self.refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a place, or none."""
        super().connection_made(transport)
        self.host = self.client[0] if self.client else ""
        if self.bounds.take(self):
            self._owes(True)
        else:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self.bounds.give_back(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, unless the request was refused: then what still comes is thrown away."""
        if not self.refused:
            super().data_received(data)

    def handle_events(self) -> None:
        """Note when a head, and when a request, has come whole."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self.waiting = self.answered = None
        if self.waiting is None and self.conn.their_state in (h11.DONE, h11.MUST_CLOSE):
            self._owes(False)

    def on_response_complete(self) -> None:
        """The next head may come, and what is left of the body, each within its time."""
        self.waiting = self.answered = monotonic()
        self._owes(True)
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, and let the client read so: closing now would reset what it still sends."""
        head = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
        for event in (
            h11.Response(status_code=400, headers=head, reason=b"Bad Request"),
            h11.Data(data=msg.encode("ascii")),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.refused, self.answered = True, monotonic()
        if self.transport.can_write_eof():
            self.transport.write_eof()

    def pause_writing(self) -> None:
        """The client reads slower than we write."""
        self.stalled = monotonic()
        self._owes(True)
        super().pause_writing()

    def resume_writing(self) -> None:
        """It reads again."""
        self.stalled = None
        if self.waiting is None:
            self._owes(False)
        super().resume_writing()

    def is_over(self, now: float) -> bool:
        """Whether the time of the connection is over."""
        if self.closing is None and self.transport.is_closing():
            self.closing = now
        unread = self.refused or self.conn.their_state is h11.SEND_BODY
        return (
            _past(self.waiting, now, self.bounds.head)
            or _past(self.stalled, now, self.bounds.stalled)
            or _past(self.answered if unread else None, now, self.bounds.linger)
            or _past(self.closing, now, self.bounds.linger)
        )

    def leave(self) -> None:
        """Give the place up at once, whatever is still unsent."""
        self.bounds.give_back(self)
        self.transport.abort()

    def _owes(self, something: bool) -> None:
        """Note whether the client has to do something next."""
        held = self.bounds.clients.get(self.host)
        if held is None or self not in held.open:
            return
        if something:
            held.owing.setdefault(self)
        else:
            held.owing.pop(self, None)


def _past(since: float | None, now: float, bound: float) -> bool:
    return since is not None and now - since > bound


class Server(uvicorn.Server):
    """uvicorn, with its connections bounded and watched. It listens on one socket."""

    def __init__(self, bounds: Bounds, app: Any, **config: Any) -> None:
        self.bounds = bounds
        protocol: Any = partial(Connection, bounds=bounds)
        super().__init__(
            uvicorn.Config(
                app,
                http=protocol,
                ws="none",
                backlog=AT_ONCE,
                access_log=False,
                log_config=None,
                server_header=False,
                timeout_graceful_shutdown=5,
                **config,
            )
        )

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to end."""
        sockets = sockets or [self.config.bind_socket()]
        watching = asyncio.create_task(self._watch())
        try:
            await super().serve(sockets)
        finally:
            watching.cancel()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take few connections at once, but let the system hold many, and let no answer wait for the next packet."""
        await super().startup(sockets)
        for listening in sockets or ():
            listening.listen(QUEUED)
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(SWEEP)
            self.bounds.sweep(monotonic())


def places(wanted: int) -> int:
    """How many connections the system has descriptors for: as many as wanted, or as near to it as it allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = wanted + SPARE
    if soft != resource.RLIM_INFINITY and soft < enough:
        soft = enough if hard == resource.RLIM_INFINITY else min(enough, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return wanted if soft == resource.RLIM_INFINITY else max(1, min(wanted, soft - SPARE))
