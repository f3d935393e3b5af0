"""The build of the aid register reads a file from its address, and goes on without one that cannot be reached."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest

import tahqiq

BUILD = Path(tahqiq.__file__).parent / "data" / "records" / "us_foreign_assistance" / "build.py"
SOURCE = "cpi_u"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/file" else 404)
        self.end_headers()
        self.wfile.write(b"year,index\n")

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_aid_download", BUILD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_file_is_read_from_its_address(
    build: ModuleType, site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(build.SOURCES[SOURCE], "download", f"{site}/file")
    assert build.read(SOURCE, None) == b"year,index\n"
    assert "not the file this register was built from" in capsys.readouterr().out


def test_an_address_that_fails_leaves_the_shipped_data(
    build: ModuleType, site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(build.SOURCES[SOURCE], "download", f"{site}/gone")
    assert build.read(SOURCE, None) is None
    assert "kept as shipped" in capsys.readouterr().out
