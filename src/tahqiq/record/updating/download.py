"""One file from its address, asked for only if it has changed since, written to disk as it comes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpcore

from tahqiq.errors import FetchError
from tahqiq.reading.address import REDIRECTS, Address, clean, is_public, joined
from tahqiq.reading.connection import Deadline, Guarded

SECONDS = 900.0
"""How long one file may take: the largest, the votes of the Assembly, has some hundreds of megabytes."""
SIZE = 2_000_000_000
"""Bytes that one file may have."""
REDIRECTED = 5
"""How often an address may point to another."""
UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: the hash of the file, and what to ask with next time (`etag`, `modified`)."""

    sha256: str
    size: int
    etag: str | None
    modified: str | None


def download(
    address: str,
    target: Path,
    known: Answer | None,
    *,
    mirror: str | None = None,
    heads: Mapping[str, str],
    anywhere: bool = False,
) -> Answer | None:
    """Write the file at an address to `target`; None, and nothing written, where it is still the one that is known.

    `mirror` is a server that is asked in place of all others: `http://mirror/<host>/<path>`. `anywhere`: the address
    was given by whoever runs the command, and may be in the house. FetchError where it cannot be had whole.
    """
    deadline, allowed = Deadline(SECONDS), _any if mirror or anywhere else is_public
    backend = Guarded(address, allowed, deadline)
    with httpcore.ConnectionPool(network_backend=backend, max_connections=1, retries=0) as pool:
        url = clean(address)
        for _ in range(REDIRECTED + 1):
            answer = _asked(pool, url, mirror, target, _heads(known, heads))
            if not isinstance(answer, str):
                return answer
            url = clean(joined(url, answer))
    raise FetchError("too_many_redirects", source=address, limit=REDIRECTED)


def _any(_: Address) -> bool:
    """What is named by whoever runs the command may well be in the house."""
    return True


def _heads(known: Answer | None, more: Mapping[str, str]) -> dict[str, str]:
    heads = {"User-Agent": "tahqiq/0.1 (+https://pypi.org/project/tahqiq/)", "Accept-Encoding": "identity", **more}
    if known and known.etag:
        heads["If-None-Match"] = known.etag
    if known and known.modified:
        heads["If-Modified-Since"] = known.modified
    return heads


def _asked(pool: Any, url: str, mirror: str | None, target: Path, heads: dict[str, str]) -> Answer | str | None:
    """The answer, None where the file is unchanged, or the address of a redirect."""
    try:
        with pool.stream("GET", _through(mirror, url), headers=list(heads.items())) as response:
            told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in REDIRECTS and told.get("location"):
                return str(told["location"])
            if response.status == UNCHANGED:
                return None
            if response.status != 200:
                raise FetchError("http_status", source=url, status=response.status)
            digest, size = _written(response, target, url)
    except httpcore.TimeoutException:
        raise FetchError("timeout", source=url, limit=SECONDS) from None
    except httpcore.NetworkError:
        raise FetchError("cannot_connect", source=url) from None
    except httpcore.ProtocolError:
        raise FetchError("cut_answer", source=url) from None
    return Answer(digest, size, told.get("etag"), told.get("last-modified"))


def _through(mirror: str | None, url: str) -> str:
    """The same file on the mirror."""
    if mirror is None:
        return url
    parts = urlsplit(url)
    return f"{mirror.rstrip('/')}/{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _written(response: Any, target: Path, url: str) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as out:
        for chunk in response.iter_stream():
            size += len(chunk)
            if size > SIZE:
                raise FetchError("too_large", source=url, size=size, limit=f"{SIZE // 1_000_000} MB")
            digest.update(chunk)
            out.write(chunk)
    return digest.hexdigest(), size
