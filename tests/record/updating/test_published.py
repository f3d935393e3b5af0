"""A register at an address, over loopback: fetched whole and asked, or nothing is left behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tahqiq.catalog.version import records
from tahqiq.errors import FetchError, InputError, RecordError
from tahqiq.record.updating.published import get_register


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a server, and the folder of the register that it serves."""
    folder = Path(shutil.copytree(records() / "population", tmp_path / "public" / "people"))
    for file in ("register.yml", "datapackage.json"):
        text = (folder / file).read_text("utf-8")
        text = text.replace("id: population", "id: residents").replace('"name": "population"', '"name": "residents"', 1)
        (folder / file).write_text(text, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "public")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/people", folder
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("tail", ["", "/", "/datapackage.json"])
def test_every_file_of_a_register_comes(served: tuple[str, Path], tmp_path: Path, tail: str) -> None:
    address, folder = served
    had = get_register(address + tail, tmp_path)
    assert had == tmp_path / "residents"
    kept = {"register.yml", "datapackage.json", "sources.yml", "corrections.yml", "cases.yml"}
    assert {path.name for path in had.iterdir()} >= kept
    for path in folder.rglob("*.csv"):
        assert (had / path.relative_to(folder)).read_bytes() == path.read_bytes()


def test_the_command_fetches_validates_and_asks(served: tuple[str, Path], tmp_path: Path) -> None:
    def run(*arguments: str) -> str:
        more = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "TAHQIQ_RECORDS": "", "TAHQIQ_LANG": "en"}
        call = [sys.executable, "-m", "tahqiq", *arguments]
        done = subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **more})
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "residents" in run("record", "get", served[0], "-o", str(tmp_path))
    asked = run("ask", "residents.people", "country=EGY", "--format", "text", "--records", str(tmp_path / "residents"))
    assert "116.5 million people" in asked


@pytest.mark.parametrize("path", ["../population.csv", "/etc/hosts", "http://127.0.0.1/rows.csv", ""])
def test_a_table_outside_of_its_folder_is_refused(served: tuple[str, Path], tmp_path: Path, path: str) -> None:
    address, folder = served
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["resources"][0]["path"] = path
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(RecordError, check=lambda e: e.code == "no_register_there"):
        get_register(address, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["public"]


def test_what_is_half_there_leaves_nothing_behind(served: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = served
    (folder / "register.yml").unlink()
    with pytest.raises(FetchError, check=lambda e: e.code == "http_status"):
        get_register(address, tmp_path)
    (folder / "datapackage.json").write_text("[]", encoding="utf-8")
    with pytest.raises(RecordError, check=lambda e: e.code == "no_register_there"):
        get_register(address, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["public"]


def test_a_folder_that_is_there_is_left_as_it_is(served: tuple[str, Path], tmp_path: Path) -> None:
    (tmp_path / "residents").mkdir()
    with pytest.raises(InputError, check=lambda e: e.code == "folder_exists"):
        get_register(served[0], tmp_path)
