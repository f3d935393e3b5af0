"""Web addresses: what is fetched, what is refused, and that a refusal comes before any connection."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from tahqiq.errors import FetchError
from tahqiq.reading import Limits, fetch, read
from tahqiq.reading.address import Address, is_public

PAGE = b"<html><head><title>A page</title></head><body><h1>A page</h1><p>The vote was 13 to 1.</p></body></html>"
asked: list[str] = []


HTML = {"Content-Type": "text/html; charset=utf-8"}
TEXT = {"Content-Type": "text/plain"}
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "loop": (302, {"Location": "/loop"}, b""),
    "inside": (301, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
    "file": (302, {"Location": "file:///etc/passwd"}, b""),
    "moved": (308, {"Location": "page"}, b""),
    "gone": (404, {}, b""),
    "picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "hidden": (200, {"Content-Type": "application/octet-stream"}, b"\x7fELF" + bytes(50)),
    "long": (200, TEXT, b"7" * 300_000),
    "bomb": (200, TEXT | {"Content-Encoding": "gzip"}, gzip.compress(b"7" * 30_000_000)),
    "odd": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"x"),
    "packed": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "twice": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]) + b"\0\0"),
    "cut": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-9]),
    "half": (302, {"Location": "http://["}, b""),
    "half6": (302, {"Location": "http://[::1"}, b""),
    "secret": (302, {"Location": "http://user:word@example.org/"}, b""),
}
# What a server may send that is no answer yet: a head that does not end, and the permission to go on, for ever.
DRIPS = {"slow": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n|7", "head": b"HTTP/1.1 200 OK\r\nX: |y"}
DRIPS["continue"] = b"|HTTP/1.1 100 Continue\r\n\r\n"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked.append(self.path)
        name = self.path.partition("?")[0].strip("/")
        if name in DRIPS:
            self.drip(*DRIPS[name].split(b"|"))
        elif name == "short":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n" + PAGE)
        else:
            self.answer(*ANSWERS.get(name, (200, HTML, PAGE)))

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, first: bytes, rest: bytes) -> None:
        self.wfile.write(first)
        try:
            for _ in range(400):
                self.wfile.write(rest)
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def here(address: Address) -> bool:
    """This machine alone, for the tests' own server."""
    return address.is_loopback


def test_a_page_is_fetched_and_read(site: str) -> None:
    for name in ("page", "moved", "packed", "twice", "صفحة"):
        data, kind, url = fetch(f"{site}/{name}", allowed=here)
        assert (data, kind) == (PAGE, "html")
        assert url.isascii()
        text = read(data, url, kind=kind, language="en")
        assert (text.document.title, text.document.kind) == ("A page", "html")
    assert fetch(f"{site}/moved", allowed=here).url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("loop", "too_many_redirects"),
        ("inside", "forbidden_address"),
        ("file", "bad_address"),
        ("gone", "http_status"),
        ("picture", "wrong_type"),
        ("hidden", "wrong_type"),
        ("long", "too_large"),
        ("bomb", "too_large"),
        ("slow", "timeout"),
        ("odd", "broken_answer"),
        ("head", "timeout"),
        ("continue", "timeout"),
        ("cut", "cut_answer"),
        ("short", "cut_answer"),
        ("half", "bad_address"),
        ("half6", "bad_address"),
        ("secret", "bad_address"),
    ],
)
def test_what_a_site_may_not_do(site: str, path: str, code: str) -> None:
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetch(f"{site}/{path}", allowed=here, limits=Limits(size=100_000, seconds=1.0))
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert "word" not in str(caught.value), "no password is repeated"
    assert time.monotonic() - began < 5


def test_a_resolver_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*args: object, **kwargs: object) -> list[object]:
        time.sleep(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    began = time.monotonic()
    with pytest.raises(FetchError, check=lambda e: e.code == "timeout"):
        fetch("http://example.org/", limits=Limits(seconds=0.5))
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "localhost",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *("100.64.0.1", "2130706433", "0x7f.1", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[::ffff:127.0.0.1]"),
        *(
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.18.0.1",
            "192.0.0.8",
            "192.88.99.1",
            "[fec0::1]",
            "[3fff::1]",
            "[5f00::1]",
            "[64:ff9b:1::1]",
        ),
    ],
)
def test_private_addresses_are_refused_before_any_connection(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("connected")

    monkeypatch.setattr(socket, "create_connection", never)
    with pytest.raises(FetchError) as caught:
        fetch(f"http://{host}/")
    assert caught.value.code in ("forbidden_address", "cannot_resolve")


def test_a_name_that_changes_its_mind_is_no_way_in(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked, and one bad address among good ones is enough to refuse."""
    answers = iter([["8.8.8.8", "127.0.0.1"]])
    resolve = lambda *args, **kwargs: [(2, 1, 6, "", (address, 80)) for address in next(answers)]  # noqa: E731
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    before = len(asked)
    with pytest.raises(FetchError, check=lambda e: e.code == "forbidden_address"):
        fetch(site + "/page")
    assert len(asked) == before


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "http://user:word@example.org/",
        "http://a:99999/",
        "http://[::1/",
        "http://a/\udce9",
        "x",
        "",
    ],
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(url)
    assert caught.value.code == "bad_address"


@pytest.mark.parametrize(
    ("address", "public"), [("8.8.8.8", True), ("2001:4860:4860::8888", True), ("::ffff:8.8.8.8", True)]
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public
