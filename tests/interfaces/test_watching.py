"""Watching a folder or a feed: every new article is posted once it can be, and none twice without need."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tahqiq.errors import InputError
from tahqiq.interfaces.feeds import read_feed
from tahqiq.interfaces.watching import look, read_seen, watch
from tahqiq.reading.address import fetch

TEXT = "The United States has used its veto 83 times."
PAGE = f"<html><body><article><p>{TEXT}</p></article></body></html>"


@dataclass
class Site:
    """A site that gives pages and takes posts; `refuses` is what it answers to a post instead."""

    address: str = ""
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    posts: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    refuses: int = 0


@pytest.fixture
def site() -> Iterator[Site]:
    shown = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = shown.pages[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body.encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if not shown.refuses:
                shown.posts.append((self.headers["Idempotency-Key"], json.loads(body)))
            self.send_response(shown.refuses or 204)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        shown.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield shown
        server.shutdown()


def here(url: str, **options: Any) -> Any:
    return fetch(url, allowed=lambda _: True, **options)


def article(folder: Path, name: str, text: str, age: float = 60) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_a_folder_is_posted_once(site: Site, tmp_path: Path) -> None:
    folder, seen = tmp_path / "in", tmp_path / "seen"
    folder.mkdir()
    article(folder, "b.txt", f"Published on 1 November 2023\n\n{TEXT}", 50)
    article(folder, "a.txt", "Nothing in it.", 40)
    article(folder, ".hidden", TEXT)
    article(folder, "being-written.txt", TEXT, 0)
    for _ in range(2):
        assert look(str(folder), site.address, seen, read_seen(seen)) == []
    assert [report["document"]["source"] for _, report in site.posts] == ["b.txt", "a.txt"]
    assert site.posts[0][1]["claims"][0]["verdict"] == "supported"
    article(folder, "a.txt", "It was changed.", 30)
    look(str(folder), site.address, seen, read_seen(seen))
    assert len(site.posts) == 3
    assert len({key for key, _ in site.posts}) == 3


def test_what_could_not_be_posted_is_tried_again(site: Site, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    (tmp_path / "in").mkdir()
    article(tmp_path / "in", "a.txt", TEXT)
    site.refuses = 503
    assert [p.code for p in look(str(tmp_path / "in"), site.address, seen, read_seen(seen))] == ["post_failed"]
    assert [p.code for p in look(str(tmp_path / "in"), "http://127.0.0.1:9", seen, set())] == ["post_failed"]
    site.refuses = 0
    assert look(str(tmp_path / "in"), site.address, seen, read_seen(seen)) == []
    assert len(site.posts) == 1


def test_a_bad_article_is_told_and_does_not_come_again(site: Site, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    (tmp_path / "in").mkdir()
    article(tmp_path / "in", "a.txt", "")
    article(tmp_path / "in", "b.txt", TEXT)
    assert [p.code for p in look(str(tmp_path / "in"), site.address, seen, read_seen(seen))] == ["empty"]
    assert len(site.posts) == 1
    assert look(str(tmp_path / "in"), site.address, seen, read_seen(seen)) == []


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>New</title><link>{0}/new</link><pubDate>Sat, 01 Mar 2025 10:00:00 +0000</pubDate></item>
<item><title>Old</title><link>/old</link><pubDate>Wed, 01 Nov 2023 10:00:00 +0000</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/x"/><link href="/new"/>
<updated>2025-03-01T10:00:00Z</updated></entry><entry><link href="/old"/><published>2023-11-01T00:00:00Z</published>
<updated>2025-03-01T10:00:00Z</updated></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "2", "url": "/new", "date_published": "2025-03-01T10:00:00Z"},
            {"id": "1", "url": "/old", "date_published": "2023-11-01T10:00:00Z"},
        ],
    }
)


@pytest.mark.parametrize(
    ("kind", "body"), [("application/rss+xml", RSS), ("text/xml", ATOM), ("application/feed+json", JSON)]
)
def test_a_feed_is_followed_to_its_pages(kind: str, body: str, site: Site, tmp_path: Path) -> None:
    site.pages = {
        "/feed": (kind, body.replace("{0}", site.address)),
        "/new": ("text/html; charset=utf-8", PAGE),
        "/old": ("text/html; charset=utf-8", PAGE),
    }
    seen = tmp_path / "seen"
    for _ in range(2):
        assert look(f"{site.address}/feed", site.address, seen, read_seen(seen), here) == []
    told = [(r["document"]["published"], r["claims"][0]["verdict"]) for _, r in site.posts]
    assert told == [("2023-11-01", "supported"), ("2025-03-01", "outdated")]


def test_a_feed_inside_the_house_is_not_fetched(site: Site, tmp_path: Path) -> None:
    problems = look(f"{site.address}/feed", site.address, tmp_path / "seen", set())
    assert [p.code for p in problems] == ["forbidden_address"]


BOMB = (
    b"<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY f SYSTEM 'file:///etc/hostname'>]><rss><item><link>&f;</link></item></rss>"
)


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"{}", b"{", b"[1]", b"\xff\xfe", b"{" * 100_000])
def test_what_is_no_feed(data: bytes) -> None:
    with pytest.raises(InputError, check=lambda e: e.code == "no_feed_there"):
        read_feed(data, "https://news.example/")


def test_an_entity_of_a_feed_is_not_followed() -> None:
    assert read_feed(BOMB, "https://news.example/") == []


def test_a_day_that_is_none_is_none() -> None:
    feed = b"<rss><item><link>/a</link><pubDate>yesterday</pubDate></item></rss>"
    assert [(e.address, e.published) for e in read_feed(feed, "https://x.example/")] == [("https://x.example/a", None)]
    known = b"<rss><item><link>/a</link><pubDate>Tue, 02 Jan 2024 00:00:00 GMT</pubDate></item></rss>"
    assert read_feed(known, "https://x.example/")[0].published == date(2024, 1, 2)


def test_the_command(site: Site, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    article(tmp_path / "in", "a.txt", TEXT)
    arguments = [str(tmp_path / "in"), "--post", site.address, "--seen", str(tmp_path / "seen"), "--once"]
    assert CliRunner().invoke(watch, arguments, standalone_mode=False).return_value == 0
    assert len(site.posts) == 1
    arguments[0] = str(tmp_path / "nowhere")
    assert CliRunner().invoke(watch, arguments, standalone_mode=False).return_value == 1
