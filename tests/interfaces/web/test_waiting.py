"""Checks that wait: people see their place in the line, and who comes when it is long is turned away at once."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tahqiq.errors import InputError
from tahqiq.interfaces.web import Settings, create_app, keeping, tickets
from tahqiq.interfaces.web.jobs import Given, forms
from tahqiq.interfaces.web.site import Site

TEXT = "By August 2024 Washington had used its veto 83 times."
SETTINGS = Settings(store="sqlite://", workers=0, rate=0, log=False, fetching=False, queue=2)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, Site, threading.Event]]:
    """A site whose only process is taken until the event is set."""
    app, free = create_app(SETTINGS), threading.Event()
    checkers = app.state.site.checkers

    async def taken(*given: object, turn: object = None) -> object:
        turn = turn or checkers.join()
        await app.state.site.slow.run(free.wait, 20)
        return await run(*given, turn=turn)

    run = checkers.run
    monkeypatch.setattr(checkers, "run", taken)
    monkeypatch.setattr(tickets, "PATIENCE", 0.05)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client, app.state.site, free
        free.set()


def sent(client: TestClient, lang: str = "en") -> str:
    """The address at which a check that waits is told of."""
    answer = client.post(f"/{lang}/check", files={"text": (None, TEXT)})
    assert answer.status_code == 202, answer.text
    assert answer.headers["cache-control"] == "no-store"
    seconds, address = answer.headers["refresh"].split("; url=")
    assert int(seconds) > 0
    assert f'href="{address}"' in answer.text
    return address


def test_who_waits_sees_the_place_in_the_line(site: tuple[TestClient, Site, threading.Event]) -> None:
    client, _, free = site
    first, second = sent(client), sent(client, "ar")
    assert first != second
    assert "next in line" in client.get(first).text
    assert "number 2 in line" in client.get(second.replace("/ar/", "/en/")).text
    free.set()
    while (page := client.get(first)).status_code == 202:
        pass
    key = re.search(r'name="key"[^>]* value="([^"]+)"', page.text)
    assert key is not None
    again = client.get(first)
    assert "/report/" in str(again.url), "the key is shown once; who reloads gets the report"
    assert key[1] not in again.text
    while client.get(second).status_code == 202:
        pass


def test_who_comes_when_the_line_is_long_is_turned_away(site: tuple[TestClient, Site, threading.Event]) -> None:
    client, own, free = site
    waiting = [sent(client), sent(client)]
    for path, given in (("/en/check", {"files": {"text": (None, TEXT)}}), ("/api/check", {"json": {"text": TEXT}})):
        answer = client.post(path, **given)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
    assert answer.json()["error"]["code"] == "busy"
    assert own.metrics.turned_away == 2
    assert client.get("/en/record").status_code == 200, "pages do not wait"
    free.set()
    for address in waiting:
        while client.get(address).status_code == 202:
            pass
    assert client.post("/api/check", json={"text": TEXT}).status_code == 200


def test_an_error_is_told_to_who_waited(
    site: tuple[TestClient, Site, threading.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(given: Given, wanted: tuple[str, ...]) -> dict[str, str]:
        raise InputError("too_complex", source="text")

    client, _, free = site
    monkeypatch.setattr(keeping, "forms", failing)
    address = sent(client)
    free.set()
    while (page := client.get(address)).status_code == 202:
        pass
    assert page.status_code == 422
    assert "too_complex" in page.text
    monkeypatch.setattr(keeping, "forms", forms)


def test_a_ticket_that_nobody_gave_leads_nowhere(site: tuple[TestClient, Site, threading.Event]) -> None:
    client, _, _ = site
    answer = client.get("/en/check/abc")
    assert answer.status_code == 404
    assert "no_ticket" in answer.text
