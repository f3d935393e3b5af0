"""What a fetch goes through: a deadline for all of it, addresses that are checked, and bodies unpacked with bounds."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import httpcore

from tahqiq.errors import FetchError

Address = IPv4Address | IPv6Address
TRIED = 4
"""Addresses of one name that are tried."""
PATIENCE = 10.0
"""Seconds for one step: a connection, a read, a write."""
MAGIC = b"\x1f\x8b"


class Deadline:
    """A moment after which nothing goes on, however the other side spends the time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, error: type[httpcore.TimeoutException]) -> float:
        """Seconds for the next step. Raises the error when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise error
        return min(left, PATIENCE)


class Timed(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream, self.deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come."""
        return self.stream.read(max_bytes, self.deadline.left(httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        self.stream.write(buffer, self.deadline.left(httpcore.WriteTimeout))

    def close(self) -> None:
        """Leave."""
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        left = self.deadline.left(httpcore.ConnectTimeout)
        return Timed(self.stream.start_tls(ssl_context, server_hostname, left), self.deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection tells of itself."""
        return self.stream.get_extra_info(info)


class Guarded(httpcore.SyncBackend):
    """Connects only to addresses that pass, to the very address that was checked, and within the deadline."""

    def __init__(self, source: str, allowed: Callable[[Address], bool], deadline: Deadline) -> None:
        super().__init__()
        self.source, self.allowed, self.deadline = source, allowed, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check every address, connect to the first that answers."""
        addresses = self._checked(host, port)
        for address in addresses[:-1]:
            try:
                return self._connected(address, port, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connected(addresses[-1], port, local_address, socket_options)

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        """Never."""
        raise FetchError("bad_address", source=self.source)

    def _connected(self, address: Address, port: int, *options: Any) -> Timed:
        left = self.deadline.left(httpcore.ConnectTimeout)
        return Timed(super().connect_tcp(str(address), port, left, *options), self.deadline)

    def _checked(self, host: str, port: int) -> list[Address]:
        try:
            found = resolved(host, port, self.deadline)
        except (OSError, UnicodeError):
            raise FetchError("cannot_resolve", source=self.source, host=host) from None
        addresses = [ip_address(address.partition("%")[0]) for address in found]
        if not addresses or not all(self.allowed(address) for address in addresses):
            raise FetchError("forbidden_address", source=self.source, host=host)
        return list(dict.fromkeys(addresses))[:TRIED]


def resolved(host: str, port: int, deadline: Deadline) -> list[str]:
    """The addresses of a name. The system cannot be told to hurry, so it is asked in a thread that may be left."""
    answers: queue.Queue[list[str] | Exception] = queue.Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as problem:
            answers.put(problem)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left(httpcore.ConnectTimeout))
    except queue.Empty:
        raise httpcore.ConnectTimeout from None
    if isinstance(answer, Exception):
        raise answer
    return answer


class Unpacked:
    """The content of gzip: one member after the other. Whatever follows the last one is no part of it."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._over = False

    @property
    def whole(self) -> bool:
        """Whether the last member has come to its end."""
        return self._over or self._stream.eof

    def more(self, data: bytes, most: int) -> bytes:
        """What the next bytes unpack to, `most` bytes at most."""
        found = b""
        while data and len(found) < most and not self._over:
            if self._stream.eof:
                if not data.startswith(MAGIC):
                    self._over = True
                    break
                self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            found += self._stream.decompress(data, most - len(found))
            data = self._stream.unused_data
        return found
