"""The tools over both transports, with a corpus, as an assistant goes through them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from tahqiq.interfaces.corpus.plan import Plan, Settings
from tahqiq.interfaces.corpus.run import check_corpus

CODE = "from tahqiq.interfaces.cli import main; main()"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("corpus")
    text = "The United States has used its veto 83 times."
    rows = [{"id": f"d{n}", "text": text, "day": f"202{n}-11-01", "outlet": "one"} for n in (3, 5)]
    (home / "x.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    check_corpus(str(home / "x.jsonl"), home / "out", Plan(Settings(), date(2026, 6, 1), workers=1))
    return home / "out"


def go_through(server: Any) -> None:
    """The way of an assistant: search, ask, check, and the life of the figure."""

    async def run() -> None:
        async with Client(server) as client:
            await through(client)

    anyio.run(run)


async def through(client: Client) -> None:
    found = await client.call_tool("find_measures", {"words": "US vetoes"})
    measure = (found.structured_content or {})["measures"][0]["measure"]
    told = await client.call_tool("ask", {"measure": measure, "filters": {"member": "USA"}, "as_of": "2023-11-01"})
    assert (told.structured_content or {})["usual"]["value"] == 83
    lived = await client.call_tool("life_of_a_figure", {"measure": measure, "filters": {"member": "USA"}, "stated": 83})
    value = (lived.structured_content or {})["values"][0]
    assert (value["said"], value["right"], value["after"], value["first_after"]) == (2, 1, 1, "2025-11-01")
    refused = await client.call_tool("life_of_a_figure", {"measure": measure, "filters": {"member": "CHN"}})
    assert refused.is_error
    assert "vetoes" in (await client.read_resource("tahqiq://registers")).contents[0].text  # type: ignore[union-attr]


def test_over_standard_input_and_output(corpus: Path) -> None:
    arguments = ["-c", CODE, "mcp", "--corpus", str(corpus)]
    go_through(stdio_client(StdioServerParameters(command=sys.executable, args=arguments, env=dict(os.environ))))


@pytest.fixture
def address(corpus: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = [sys.executable, "-c", CODE, "mcp", "--http", "--port", str(port), "--corpus", str(corpus)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as server:
        until = time.monotonic() + 60
        while time.monotonic() < until and socket.socket().connect_ex(("127.0.0.1", port)):
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/mcp"
        server.terminate()


def test_over_http(address: str) -> None:
    go_through(address)


def test_a_page_elsewhere_cannot_call_it(address: str) -> None:
    """A name that was made to point here (DNS rebinding), and a body past the bound."""
    import httpx2

    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    heads = {"Accept": "application/json, text/event-stream"}
    for head in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        assert httpx2.post(address, json=body, headers={**heads, **head}).status_code in (403, 421)
    assert httpx2.post(address, content=b"x" * 1_100_000, headers=heads).status_code in (400, 413, 415)


def test_a_corpus_that_is_none() -> None:
    told = subprocess.run([sys.executable, "-c", CODE, "mcp", "--corpus", "nowhere"], capture_output=True, text=True)
    assert told.returncode == 1
    assert "nowhere" in told.stderr
