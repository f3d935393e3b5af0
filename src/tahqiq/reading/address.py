"""A web address as bytes, fetched without ever touching a private network.

Every name is resolved here, every address it resolves to is checked, and the connection goes to the checked address
itself, so that a name cannot change its mind in between. The same holds after each redirect.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_network
from typing import Any, NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from tahqiq.errors import FetchError, InputError
from tahqiq.reading.connection import Deadline, Guarded, Unpacked
from tahqiq.reading.formats import kind_of
from tahqiq.reading.limits import LIMITS, Limits

Address = IPv4Address | IPv6Address
_TRANSLATED = IPv6Network("64:ff9b::/96")
# Networks of the IANA special-purpose registries that Python counts as global: site-local addresses of old, examples,
# segment routing, discarding, translation inside a site, and relays that no longer exist.
_SPECIAL = tuple(
    map(
        ip_network,
        ("fec0::/10", "3fff::/20", "5f00::/16", "100::/63", "64:ff9b:1::/48", "192.0.0.0/24", "192.88.99.0/24"),
    )
)
REDIRECTS = (301, 302, 303, 307, 308)
"""The answers that point to another address."""
_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/octet-stream": None,
    "binary/octet-stream": None,
    "": None,
}
FEEDS = {
    **dict.fromkeys(("application/rss+xml", "application/atom+xml", "application/rdf+xml"), "txt"),
    **dict.fromkeys(("application/xml", "text/xml", "application/feed+json", "application/json"), "txt"),
}
"""The types of a feed, which is read as it stands."""
_HEADERS = (
    ("User-Agent", "tahqiq/0.1 (+https://pypi.org/project/tahqiq/)"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"),
    ("Accept-Encoding", "gzip"),
)
_USER = re.compile(r"(//)[^/?#]*@")


class Fetched(NamedTuple):
    """The bytes of a document, its kind (txt md html pdf docx), and the address it finally came from."""

    data: bytes
    kind: str
    url: str


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open internet: not private, loopback, link-local, shared or reserved."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    special = any(address in network for network in _SPECIAL if network.version == address.version)
    return address.is_global and not (special or address.is_multicast or address.is_reserved)


def fetch(
    url: str,
    *,
    allowed: Callable[[Address], bool] = is_public,
    limits: Limits = LIMITS,
    types: Mapping[str, str | None] = _TYPES,
) -> Fetched:
    """The document at an http(s) address, following at most `limits.redirects` redirects.

    `allowed` judges each address a name resolves to; all must pass. `types`: which content types are
    taken, as what. All of it takes `limits.seconds` at most. Raises
    FetchError with one of the codes: bad_address, forbidden_address, cannot_resolve, cannot_connect, timeout,
    too_many_redirects, http_status, wrong_type, too_large, broken_answer, cut_answer.
    """
    deadline = Deadline(limits.seconds)
    with httpcore.ConnectionPool(network_backend=Guarded(url, allowed, deadline), max_connections=1, retries=0) as pool:
        for _ in range(limits.redirects + 1):
            url = clean(url)
            answer = _get(pool, url, limits, types)
            if isinstance(answer, Fetched):
                return answer
            url = joined(url, answer)
    raise FetchError("too_many_redirects", source=url, limit=limits.redirects)


def clean(url: str) -> str:
    """The address in ASCII, without fragment. Refuses other schemes, user names and addresses without a host."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
        safe = "/%:=&?~#+!$,;'@()*[]|"
        path, query = quote(parts.path or "/", safe=safe), quote(parts.query, safe=safe)
    except (ValueError, UnicodeError):
        raise FetchError("bad_address", source=_shown(url)) from None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise FetchError("bad_address", source=_shown(url))
    place = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{place}:{port}" if port else place, path, query, ""))


def _shown(url: str) -> str:
    """An address as it may be repeated: without the name and the password in it."""
    return _USER.sub(r"\1***@", url)


def joined(url: str, location: str) -> str:
    """The address that a redirect points to. FetchError `bad_address`."""
    try:
        return urljoin(url, location)
    except ValueError:
        raise FetchError("bad_address", source=_shown(location)) from None


def _get(pool: Any, url: str, limits: Limits, types: Mapping[str, str | None]) -> Fetched | str:
    """A document, or the address of a redirect."""
    try:
        with pool.stream("GET", url, headers=_HEADERS) as response:
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in REDIRECTS and headers.get("location"):
                return str(headers["location"])
            if response.status != 200:
                raise FetchError("http_status", source=url, status=response.status)
            kind = _kind(headers.get("content-type", ""), url, types)
            data = _body(response.iter_stream(), headers.get("content-encoding", ""), url, limits)
    except httpcore.TimeoutException:
        raise FetchError("timeout", source=url, limit=limits.seconds) from None
    except (httpcore.NetworkError, OSError):
        raise FetchError("cannot_connect", source=url) from None
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol):
        raise FetchError("broken_answer", source=url) from None
    return Fetched(data, _told(data, kind, url), url)


def _kind(content_type: str, url: str, types: Mapping[str, str | None]) -> str | None:
    name = content_type.partition(";")[0].strip().lower()
    if name not in types:
        raise FetchError("wrong_type", source=url, type=name)
    return types[name]


def _told(data: bytes, kind: str | None, url: str) -> str:
    """The kind by content where the server does not say, or says text of something else."""
    try:
        found = kind_of(data, url)
    except InputError:
        raise FetchError("wrong_type", source=url, type="application/octet-stream") from None
    return found if kind is None or found in ("pdf", "docx") else kind


def _body(chunks: Iterable[bytes], encoding: str, url: str, limits: Limits) -> bytes:
    """The bytes of an answer, unpacked, up to the limit of size. FetchError `cut_answer` when it is not whole."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError("broken_answer", source=url)
    unpack = Unpacked() if "gzip" in encoding else None
    found = bytearray()
    try:
        for chunk in chunks:
            room = limits.size + 1 - len(found)
            found += unpack.more(chunk, room) if unpack else chunk
            if len(found) > limits.size:
                raise FetchError("too_large", source=url, size=len(found), limit=f"{limits.size // 1_000_000} MB")
    except httpcore.ProtocolError:
        raise FetchError("cut_answer", source=url) from None
    except zlib.error:
        raise FetchError("broken_answer", source=url) from None
    if unpack and not unpack.whole:
        raise FetchError("cut_answer", source=url)
    return bytes(found)
