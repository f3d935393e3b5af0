from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.testclient import TestClient

from tahqiq.interfaces.web.pages import FRESH, LARGEST, Pages

Message = MutableMapping[str, Any]


class Counted:
    """An application that says how often it was asked."""

    def __init__(self, status: int = 200, keeps: str = "public, max-age=300", body: bytes = b"", whole: bool = True):
        self.status, self.keeps, self.body, self.whole, self.asked = status, keeps, body, whole, 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        headers = [(b"cache-control", self.keeps.encode())]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        body = self.body or b"%d" % self.asked
        await send({"type": "http.response.body", "body": body, "more_body": not self.whole})


def asked(pages: Pages, path: str = "/a", query: str = "", host: str = "h", method: str = "GET") -> bytes:
    scope = {
        "type": "http",
        "method": method,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", host.encode())],
    }
    told: list[Message] = []

    async def send(message: Message) -> None:
        told.append(message)
        if "headers" in message:
            message["headers"].append((b"added", b"later"))

    async def receive() -> Message:
        return {}

    asyncio.run(pages(scope, receive, send))
    assert [name for name, _ in told[0]["headers"]].count(b"added") == 1
    return b"".join(message.get("body", b"") for message in told)


def test_the_same_question_gets_the_same_page_for_a_while() -> None:
    now = 0.0
    app = Counted()
    pages = Pages(app, clock=lambda: now)
    assert asked(pages) == asked(pages) == b"1"
    others = [("/b", "", "h", "GET"), ("/a", "q", "h", "GET"), ("/a", "", "other", "GET"), ("/a", "", "h", "HEAD")]
    assert [asked(pages, *other) for other in others] == [b"2", b"3", b"4", b""]
    now = FRESH + 1
    assert asked(pages) == b"5"


@pytest.mark.parametrize(
    "app",
    [
        Counted(status=404),
        Counted(keeps="no-store"),
        Counted(body=b"x" * (LARGEST + 1)),
        Counted(whole=False),
    ],
    ids=["error", "no-store", "large", "cut short"],
)
def test_what_does_not_keep_is_made_anew(app: Counted) -> None:
    pages = Pages(app)
    asked(pages), asked(pages)
    assert app.asked == 2


def test_pages_are_bounded_together() -> None:
    app = Counted(body=b"x" * 1000)
    pages = Pages(app, together=10_000)
    for at in range(100):
        asked(pages, f"/{at}")
    assert pages._size <= 10_000
    assert asked(pages, "/99")
    assert app.asked == 100
    asked(pages, "/0")
    assert app.asked == 101


def test_a_page_that_is_held_is_guarded_and_counted_as_any(client: TestClient) -> None:
    first, second = client.get("/en/record"), client.get("/en/record")
    assert first.text == second.text
    names = {"content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"}
    assert {n: first.headers[n] for n in names} == {n: second.headers[n] for n in names}
    assert second.headers["server-timing"].count("app;dur") == 1


def test_a_page_that_is_held_goes_as_it_was_asked_for(client: TestClient) -> None:
    ways: list[dict[str, str]] = [{"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}]
    made, held = ([client.get("/en/record", headers=way) for way in ways] for _ in range(2))
    assert [a.headers.get("content-encoding") for a in held] == ["gzip", None]
    assert {a.text for a in (*made, *held)} == {made[0].text}
    tags = {a.headers["etag"] for a in (*made, *held)}
    assert len(tags) == 1
    again = client.get("/en/record", headers={"If-None-Match": tags.pop(), **ways[0]})
    assert (again.status_code, again.content, again.headers.get("content-encoding")) == (304, b"", None)
    head = client.head("/en/record", headers=ways[0])
    assert (head.content, head.headers["content-length"]) == (b"", held[0].headers["content-length"])
