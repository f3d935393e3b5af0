"""The address at which a service listens."""

from __future__ import annotations

import socket

from tahqiq.errors import TahqiqError


def listen(host: str, port: int) -> socket.socket:
    """A socket at the address, before anything is loaded. TahqiqError where it is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as problem:
        said = str(problem.strerror).partition(" (while")[0]  # it names the address once more
        raise TahqiqError("cannot_listen", host=host, port=str(port), problem=said) from problem
