"""Clients that are slow, stuck or rude: the site outlives them, and others do not notice."""

from __future__ import annotations

import asyncio
import logging
import resource
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date

import pytest
from markupsafe import Markup
from starlette.exceptions import HTTPException

uvicorn = pytest.importorskip("uvicorn", reason="the site needs the extra web")

from tahqiq.errors import ServiceError  # noqa: E402
from tahqiq.interfaces.web import Settings, create_app, dossiers  # noqa: E402
from tahqiq.interfaces.web.bodies import Bodies  # noqa: E402
from tahqiq.interfaces.web.connections import SPARE, Bounds, Server, places  # noqa: E402
from tahqiq.interfaces.web.logs import Bounded  # noqa: E402

SETTINGS = Settings(store="sqlite://", workers=0, rate=0, log=False, fetching=False, upload=300_000)
HALF = b"GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: "
WHOLE = b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"


@contextmanager
def running(bounds: Bounds) -> Iterator[int]:
    """The port of a site whose connections are bounded so."""
    server = Server(bounds, create_app(SETTINGS), port=0, log_level="error")
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(10)


def said(port: int, request: bytes, seconds: float = 10) -> bytes:
    """All that the site answers to what is sent."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as client:
        client.sendall(request)
        return everything(client)


def everything(client: socket.socket) -> bytes:
    answer = b""
    while part := client.recv(65_536):
        answer += part
    return answer


def opened(port: int, count: int, beginning: bytes, source: str = "127.0.0.1") -> list[socket.socket]:
    clients = []
    for _ in range(count):
        client = socket.create_connection(("127.0.0.1", port), timeout=5, source_address=(source, 0))
        client.sendall(beginning)
        clients.append(client)
    return clients


def empties(bounds: Bounds, seconds: float) -> bool:
    """Whether the site holds no connection any more within so many seconds."""
    deadline = time.monotonic() + seconds
    while bounds.open and time.monotonic() < deadline:
        time.sleep(0.05)
    return not bounds.open


def drip(client: socket.socket, seconds: float) -> None:
    """Send a byte now and then until the other side is gone."""
    deadline = time.monotonic() + seconds
    with suppress(OSError):
        while time.monotonic() < deadline:
            client.sendall(b"G")
            time.sleep(0.1)


def test_a_head_has_to_come_within_its_time_however_it_drips() -> None:
    bounds = Bounds(head=1.0)
    with running(bounds) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        dripping = threading.Thread(target=drip, args=(client, 8), daemon=True)
        dripping.start()
        time.sleep(0.3)
        assert bounds.open == 1
        assert empties(bounds, 5)
        dripping.join()


def test_who_is_being_served_does_not_give_way(monkeypatch: pytest.MonkeyPatch) -> None:
    body = dossiers._body

    def slowly(lang: str, day: date) -> Markup:
        time.sleep(2)
        return body(lang, day)

    monkeypatch.setattr(dossiers, "_body", slowly)
    with running(Bounds(most=5, head=60)) as port, ExitStack() as stack:
        client = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
        client.sendall(WHOLE.replace(b"/health", b"/en/dossier"))
        time.sleep(0.5)
        for slow in opened(port, 30, HALF):
            stack.enter_context(slow)
        assert b"200 OK" in everything(client)


SLOW_BODY = b"POST /en/check HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\nx"
UNREAD = b"GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n" * 200


@pytest.mark.parametrize("beginning", [HALF, b"", SLOW_BODY, UNREAD], ids=["half", "nothing", "slow body", "unread"])
def test_who_keeps_us_waiting_gives_way(beginning: bytes) -> None:
    with running(Bounds(most=20, head=60)) as port, ExitStack() as stack:
        for client in opened(port, 60, beginning, "127.0.0.2"):
            stack.enter_context(client)
        first = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
        for client in opened(port, 60, beginning, "127.0.0.2"):
            stack.enter_context(client)
        first.sendall(WHOLE)
        assert everything(first).startswith(b"HTTP/1.1 200"), "not even who came before them"
        for _ in range(5):
            assert said(port, WHOLE, 5).startswith(b"HTTP/1.1 200")


def test_a_client_that_does_not_read_is_left() -> None:
    bounds = Bounds(stalled=1.0, linger=1.0)
    with running(bounds) as port, socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", port))
        client.sendall(UNREAD)
        time.sleep(0.5)
        assert bounds.open == 1
        assert empties(bounds, 7)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /en/record?q=" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"400"),
        (b"\x16\x03\x01 nothing like it\r\n\r\n" + b"x" * 100_000, b"400"),
        (
            b"POST /api/check HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 3_000_000,
            b"413",
        ),
    ],
    ids=["long query", "no request", "large body"],
)
def test_a_refusal_can_be_read_by_who_is_still_sending(request_: bytes, status: bytes) -> None:
    bounds = Bounds(linger=1.0)
    with running(bounds) as port, socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(request_)
        assert client.recv(4096).split()[1] == status
        dripping = threading.Thread(target=drip, args=(client, 8), daemon=True)
        dripping.start()
        assert empties(bounds, 5), "and is not listened to for ever"
        dripping.join()


def test_a_body_has_to_come_within_its_time() -> None:
    async def story() -> None:
        async def drip() -> dict[str, object]:
            await asyncio.sleep(0.05)
            return {"type": "http.request", "body": b"x", "more_body": True}

        bodies = Bodies(1000, grace=0.3)

        async def read() -> None:
            with bodies.bounded(drip) as receive:
                for _ in range(100):
                    await receive()

        with pytest.raises(HTTPException, match="body_too_slow"):
            await read()
        assert bodies.held == 0

    asyncio.run(story())


def test_all_bodies_together_are_bounded() -> None:
    async def story() -> None:
        async def flood() -> dict[str, object]:
            return {"type": "http.request", "body": b"x" * 900, "more_body": True}

        bodies, told = Bodies(1000), []
        with ExitStack() as stack:
            for _ in range(20):
                receive = stack.enter_context(bodies.bounded(flood))
                try:
                    await receive()
                except ServiceError as problem:
                    told.append(problem.code)
            assert told
            assert set(told) == {"busy"}
            assert bodies.held <= 20 * 900
        assert bodies.held == 0

    asyncio.run(story())


def test_the_log_is_bounded_and_says_so() -> None:
    now = 0.0
    bounded = Bounded(3, lambda: now)

    def record() -> logging.LogRecord:
        return logging.LogRecord("a", logging.ERROR, "a.py", 1, "line %d", (7,), None)

    assert [bounded.filter(record()) for _ in range(10)] == [True] * 3 + [False] * 7
    now = 1.5
    last = record()
    assert bounded.filter(last)
    assert last.getMessage() == "line 7 (7 lines before this were left out)"


def test_no_more_places_than_descriptors() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        assert places(10) == 10
        most = hard if hard != resource.RLIM_INFINITY else 2**20
        assert places(most * 2) == (most - SPARE if hard != resource.RLIM_INFINITY else most * 2)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
