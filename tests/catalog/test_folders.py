"""Registers that lie outside the package are asked, checked with and validated as those that ship."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tahqiq.catalog.folders import VARIABLE, name_folders, named_folders, register_folders
from tahqiq.catalog.version import records
from tahqiq.errors import UsageError

RECORDS = records()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one register of the user's own."""
    folder = Path(shutil.copytree(RECORDS / "population", tmp_path / "own" / "residents"))
    text = (folder / "register.yml").read_text("utf-8")
    (folder / "register.yml").write_text(text.replace("id: population", "id: residents"), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, "")
    return folder


@pytest.mark.parametrize("above", [True, False])
def test_a_folder_is_a_register_or_holds_some(own: Path, *, above: bool) -> None:
    name_folders([own.parent if above else own])
    name_folders([own.parent if above else own])
    assert named_folders() == (own.parent if above else own,)
    assert register_folders()["residents"] == own
    assert register_folders()["population"] == RECORDS / "population"


def test_a_name_taken_twice_and_a_folder_that_is_not_there_are_told(own: Path) -> None:
    name_folders([RECORDS / "gdp"])
    with pytest.raises(UsageError, check=lambda e: e.code == "same_register"):
        register_folders()
    name_folders([own / "nowhere"])
    with pytest.raises(UsageError, check=lambda e: e.code == "no_records"):
        register_folders()


@pytest.mark.parametrize("named", ["option", "variable"])
def test_the_command_asks_and_validates_it(own: Path, tmp_path: Path, named: str) -> None:
    def run(*arguments: str) -> str:
        option = ["--records", str(own.parent)] if named == "option" else []
        more = {"XDG_CACHE_HOME": str(tmp_path / "cache"), VARIABLE: "" if option else str(own.parent)}
        call = [sys.executable, "-m", "tahqiq", *arguments, *option]
        done = subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **more})
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "116.5 million people" in run("ask", "residents.people", "country=EGY", "--format", "text", "--lang", "en")
    if named == "option":
        assert "residents" in run("record", "validate", "residents", "--lang", "en")


def test_python_takes_a_folder(own: Path, tmp_path: Path) -> None:
    program = (
        "import sys, tahqiq\n"
        "before = tahqiq.load_record()\n"
        "assert 'residents' not in before.registers\n"
        "assert 'residents' in tahqiq.load_record(sys.argv[1]).registers\n"
        "print(tahqiq.ask('residents.people', country='EGY', year='2020').answers[0].value)\n"
    )
    more = {"XDG_CACHE_HOME": str(tmp_path / "cache"), VARIABLE: ""}
    call = [sys.executable, "-c", program, str(own)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **more})
    assert (done.stdout, done.stderr) == ("109315124\n", "")


def test_an_installed_package_says_where_its_register_lies_and_is_not_run(own: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.move(str(own), site / "residents")
    (site / "residents" / "__init__.py").write_text("raise SystemExit('a register is data')\n", encoding="utf-8")
    about = site / "residents_record-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: residents-record\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[tahqiq.records]\nresidents = residents\n", encoding="utf-8")
    path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    more = {"XDG_CACHE_HOME": str(tmp_path / "cache"), VARIABLE: "", "PYTHONPATH": path}
    call = [
        sys.executable,
        "-m",
        "tahqiq",
        "ask",
        "residents.people",
        "country=EGY",
        "--format",
        "text",
        "--lang",
        "en",
    ]
    done = subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **more})
    assert "116.5 million people" in done.stdout, done.stderr
