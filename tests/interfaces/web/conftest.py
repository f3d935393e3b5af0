"""The site for tests: in this process, reports in memory, no limit of requests unless a test asks for one."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi", reason="the site needs the extra web")
pytest.importorskip("httpx2", reason="the client of the tests needs httpx2")

from starlette.testclient import TestClient

from tahqiq.interfaces.web import Settings, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUIET = Settings(store="sqlite://", workers=0, rate=0, log=False, fetching=False)
CHROMIUM = (os.environ.get("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(QUIET), raise_server_exceptions=False) as found:
        yield found


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """A running site, for browsers."""
    uvicorn = pytest.importorskip("uvicorn")
    server = uvicorn.Server(uvicorn.Config(create_app(QUIET), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")  # one at a time: two Playwrights do not go together
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api")
    path = next((p for p in CHROMIUM if p and Path(p).exists()), None)
    if path is None:
        pytest.skip("no Chromium: apt-get install chromium fonts-noto-core libatomic1, or name one in CHROMIUM")
    with sync_api.sync_playwright() as running:
        found = running.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window; whatever the page complains of fails the test."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 1280, "height": 900})
    window = context.new_page()
    complaints: list[str] = []
    window.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    window.on("pageerror", lambda problem: complaints.append(str(problem)))
    yield window
    context.close()
    assert not complaints
