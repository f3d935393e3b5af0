"""Official addresses played on loopback: answers in the layout that their publishers document."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tahqiq.catalog.version import DATA

WORLD_BANK = "/api.worldbank.org/v2/country/all/indicator/{}?format=json&per_page=20000"
GDP, PEOPLE = WORLD_BANK.format("NY.GDP.MKTP.CD"), WORLD_BANK.format("SP.POP.TOTL")
GAZA = "/data.techforpalestine.org/api/v2/casualties_daily.min.json"
GROWTH = 1.03
REVISED = 27_720_709_000_000
CONFLICTS = "/ucdp.uu.se/downloads/ucdpprio/ucdp-prio-acd-261-csv.zip"


@dataclass
class Publisher:
    """What the addresses give, by path; every request that came, with its heads. `cut`: answers that end half-way."""

    gdp, people, gaza, conflicts = GDP, PEOPLE, GAZA, CONFLICTS

    bodies: dict[str, bytes] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)
    asked: list[tuple[str, dict[str, str], int]] = field(default_factory=list)
    address: str = ""

    def bank(self, register: str, table: str, more: dict[tuple[str, str], float] | None = None) -> list[Any]:
        """The figures that ship as the Bank's API writes them, and a year more; a group and an empty year too."""
        return _bank(register, table, more)

    def body(self, told: Any) -> bytes:
        """JSON as a server sends it."""
        return json.dumps(told).encode()

    def zipped(self, name: str, rows: list[dict[str, str]]) -> bytes:
        """A table in an archive."""
        return _zipped(name, rows)


@contextmanager
def serving() -> Iterator[Publisher]:
    """A publisher that listens until the block ends."""
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = publisher.bodies.get(self.path)
            tag = f'"{hashlib.md5(body or b"").hexdigest()}"'
            status = publisher.statuses.get(self.path, 404 if body is None else 200)
            if body is not None and status == 200 and self.headers.get("If-None-Match") == tag:
                status = 304
            publisher.asked.append((self.path, dict(self.headers), status))
            self.send_response(status)
            self.send_header("ETag", tag)
            if status != 200 or body is None:
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if self.path in publisher.cut else body)
            self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    publisher.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()


def _shipped(register: str, table: str) -> list[dict[str, str]]:
    with (DATA / "records" / register / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _bank(register: str, table: str, more: dict[tuple[str, str], float] | None = None) -> list[Any]:
    values = {(r["country"], r["year"]): float(r["value"]) for r in _shipped(register, table)}
    values |= {("WLD", r["year"]): float(r["value"]) for r in _shipped(register, "witness_world")}
    newest = max(year for _, year in values)
    values |= {(c, str(int(y) + 1)): round(v * GROWTH) for (c, y), v in values.items() if y == newest}
    values |= more or {}
    rows = [_entry(code, year, value) for (code, year), value in values.items()]
    rows += [_entry("", "2023", 1.0), _entry("ARB", "2023", 2.0), _entry("MCO", "2025", None)]
    return [{"page": 1, "pages": 1, "per_page": 20000, "total": len(rows), "lastupdated": "2026-07-13"}, rows]


def _entry(code: str, year: str, value: float | None) -> dict[str, Any]:
    return {
        "indicator": {"id": "X", "value": "X"},
        "country": {"id": code[:2], "value": code or "Not classified"},
        "countryiso3code": code,
        "date": year,
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


def _zipped(name: str, rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, text.getvalue())
    return packed.getvalue()


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions below a folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher with good answers."""
    with serving() as found:
        found.bodies[GDP] = found.body(found.bank("gdp", "gdp", {("USA", "2023"): REVISED}))
        found.bodies[PEOPLE] = found.body(found.bank("population", "population"))
        yield found
