"""The registers of states by year, conflicts, casualties and money for the United Nations, built from their files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tahqiq

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources" / "world"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SOURCES.exists(), reason="the source files lie beside a full checkout only"),
]


@pytest.mark.parametrize("register", ["casualties", "conflicts", "gdp", "population", "un_funding"])
def test_what_is_built_is_what_is_shipped(register: str, tmp_path: Path) -> None:
    copy = tmp_path / register
    shutil.copytree(RECORDS / register, copy)
    for table in (copy / "data").iterdir():
        table.unlink()
    subprocess.run([sys.executable, copy / "build.py", "--from", SOURCES], check=True)
    shipped = {p.name: p.read_bytes() for p in (RECORDS / register / "data").iterdir()}
    assert {p.name: p.read_bytes() for p in (copy / "data").iterdir()} == shipped
