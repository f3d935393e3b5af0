"""The site as it is run: below a part of an address, behind real proxies, with its log, its errors and its unit."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

import tahqiq
from tahqiq.errors import TahqiqError
from tahqiq.interfaces.web import create_app
from tahqiq.interfaces.web.kept import Store
from tahqiq.interfaces.web.logs import Lines
from tahqiq.interfaces.web.settings import Settings

PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "run-the-site.md"
QUIET = Settings(store="sqlite://", workers=0, rate=0, log=False, fetching=False)
SENTENCE = "The United States has used its veto 83 times."
BELOW = replace(QUIET, base="http://news.example/facts")


def shown(name: str) -> str:
    """A file as the documentation shows it."""
    found = re.search(
        rf"^`{re.escape(name)}`:\n\n```\w+\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found is not None, name
    return found[1]


@pytest.fixture(scope="module")
def below() -> Iterator[TestClient]:
    with TestClient(create_app(BELOW), base_url="http://news.example", follow_redirects=False) as client:
        yield client


PAGES = ["/en/", "/ar/record", "/en/record/security_council_vetoes", "/en/law", "/en/about", "/en/search?q=veto"]


@pytest.mark.parametrize("page", PAGES)
def test_below_a_prefix_every_link_of_a_page_leads_below_it(below: TestClient, page: str) -> None:
    got = below.get(f"/facts{page}")
    links = {link for _, name, link, _ in html.fromstring(got.text).iterlinks() if name != "content"}
    inside = {link for link in links if link.startswith("/")}
    assert got.status_code == 200
    assert len(inside) > 5
    assert not {link for link in inside if not link.startswith("/facts/")}
    assert below.get(sorted(link for link in inside if "/static/" in link)[0]).status_code == 200


def test_below_a_prefix_redirects_and_reports_stay_there(below: TestClient) -> None:
    assert below.get("/facts").headers["location"] == "/facts/en/"
    assert below.get("/facts/").headers["location"] == "/facts/en/"
    assert below.get("/factsheet/en/").status_code == 404
    kept = below.post("/facts/en/check", data={"text": SENTENCE})
    assert kept.status_code == 200
    mine = re.search(r'href="http://news\.example(/facts/en/report/\w+)"', kept.text)
    assert mine is not None
    assert below.get(mine[1]).status_code == 200


def test_a_proxy_may_take_the_prefix_off_itself(below: TestClient) -> None:
    assert 'href="/facts/en/record"' in below.get("/en/").text


def test_the_words_of_an_article_are_no_links(below: TestClient) -> None:
    text = f'{SENTENCE} <a href="/en/x"> href="/en/y"'
    page = below.post("/facts/en/check", data={"text": text}).text
    assert "/facts/en/x" not in page
    assert "/facts/en/y" not in page


def test_the_interface_names_its_server(below: TestClient) -> None:
    assert below.get("/facts/openapi.json").json()["servers"] == [{"url": BELOW.base}]


def test_the_log_is_json_where_asked() -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Lines())
    log = logging.getLogger("tahqiq.web")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        with TestClient(create_app(replace(QUIET, log=True))) as client:
            client.get("/en/record?q=hidden")
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
    told: dict[str, Any] = json.loads(written.getvalue().splitlines()[-1])
    assert (told["method"], told["path"], told["status"], told["level"]) == ("GET", "/en/record", 200, "info")
    assert told["ms"] > 0
    assert "hidden" not in written.getvalue()


@pytest.mark.parametrize("address", ["sqlite:////nonexistent/x.db", "nonsense", "postgresql+nodriver://u:secret@h/d"])
def test_a_store_that_cannot_be_opened_is_told_in_a_line(address: str) -> None:
    with pytest.raises(TahqiqError) as told:
        Store(address, 1)
    assert told.value.code == "bad_store"
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_a_file_that_is_no_database_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("words that are no database at all")
    with pytest.raises(TahqiqError) as told:
        Store(f"sqlite:///{tmp_path}/x.db", 1)
    assert "not a database" in str(told.value)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def started(*words: str, **environment: str) -> subprocess.Popen[str]:
    source = str(Path(tahqiq.__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-m", "tahqiq", *words],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": source, "TAHQIQ_LANG": "en", **environment},
    )


@pytest.mark.parametrize("words", [("serve",), ("mcp", "--http")], ids=" ".join)
def test_a_port_that_is_taken_is_told_in_a_line(words: tuple[str, ...], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        process = started(*words, "--port", port, TAHQIQ_WEB_STORE=f"sqlite:///{tmp_path}/r.db")
        _, told = process.communicate(timeout=120)
    assert process.returncode == 1
    assert re.fullmatch(rf"tahqiq: Cannot listen on 127\.0\.0\.1, port {port}: Address already in use\. .*\n", told)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The site as the unit starts it, at a port of its own."""
    folder = tmp_path_factory.mktemp("service")
    named = dict(re.findall(r"^Environment=(\w+)=(.*)$", shown("tahqiq.service"), re.MULTILINE))
    named |= {"TAHQIQ_WEB_STORE": f"sqlite:///{folder}/reports.db", "TAHQIQ_WEB_WORKERS": "0"}
    process = started("serve", "--port", "0", **named)
    assert process.stderr is not None
    try:
        port = int(re.search(r":(\d+)/", process.stderr.readline())[1])  # type: ignore[index]
        wait(f"http://127.0.0.1:{port}/health")
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def wait(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=60).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {address}")


def through(proxy: int) -> None:
    """What a reader sees through a proxy: the page below the prefix, its data, and what is for insiders only."""
    wait(f"http://127.0.0.1:{proxy}/facts/health")
    with urllib.request.urlopen(f"http://127.0.0.1:{proxy}/facts", timeout=60) as page:
        assert page.url == f"http://127.0.0.1:{proxy}/facts/en/"
        assert b'href="/facts/en/record"' in page.read()
    sent = urllib.request.Request(
        f"http://127.0.0.1:{proxy}/facts/api/check",
        json.dumps({"text": SENTENCE, "published": "2023-11-01"}).encode(),
        {"Content-Type": "application/json", "X-Forwarded-For": "203.0.113.9"},
    )
    with urllib.request.urlopen(sent, timeout=120) as told:
        assert json.load(told)["report"]["claims"][0]["verdict"] == "supported"


@pytest.mark.skipif(not shutil.which("nginx"), reason="needs nginx: apt-get install nginx-light")
def test_the_settings_of_nginx_work(service: int, tmp_path: Path) -> None:
    port = free_port()
    site = shown("tahqiq.conf").replace("127.0.0.1:8000", f"127.0.0.1:{service}")
    site = site.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("server_name news.example;", "")
    temporary = "".join(
        f"{name}_temp_path {tmp_path}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {temporary}\n{site} }}"
    )
    words = ["nginx", "-e", "stderr", "-c", str(tmp_path / "nginx.conf"), "-g", "daemon off;"]
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        through(port)
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.skipif(not shutil.which("caddy"), reason="needs caddy: apt-get install caddy")
def test_the_settings_of_caddy_work(service: int, tmp_path: Path) -> None:
    port = free_port()
    site = shown("Caddyfile").replace("127.0.0.1:8000", f"127.0.0.1:{service}")
    site = site.replace("news.example", f"http://127.0.0.1:{port}")
    (tmp_path / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{site}")
    words = ["caddy", "run", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")]
    own = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL, env=own)
    try:
        through(port)
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = shown("tahqiq.service").replace("/opt/tahqiq/bin/tahqiq", "/bin/true")
    (tmp_path / "tahqiq.service").write_text(unit)
    told = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / "tahqiq.service")], capture_output=True, text=True
    )
    assert "tahqiq.service" not in told.stderr, told.stderr
