"""The wheel: it ships the compiled record, works from a folder it cannot write to, and compiles nothing anew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = """
import sys
import tahqiq.catalog.compiled as compiled
from tahqiq.interfaces.cli import main

def build_nothing(path, value):
    if value["digest"] != (compiled._read(path) or {"digest": None})["digest"]:
        sys.exit(f"compiled anew: {path.name}")

compiled._write = build_nothing
try:
    main()
finally:
    loaded = {"duckdb", "pydantic", "yaml"} & set(sys.modules)
    if sys.argv[1] == "check" and loaded:
        sys.exit(f"a check has loaded what only compiling needs: {loaded}")
"""
CALLS = [
    ["--version"],
    ["check", "-", "--published", "2024-05-02"],
    ["check", "-", "--published", "2024-05-02", "--format", "html"],
    ["check", "-", "--published", "2024-05-02", "--report-lang", "ar", "--format", "text"],
    ["ask", "us_foreign_assistance.obligations", "recipient=ISR", "until=2023", "--format", "json"],
    ["ask", "security_council_vetoes.vetoes_cast", "member=USA", "--format", "text"],
    ["law", "sale", "--buyer", "SAU", "--channel", "FMS", "--item", "MDE", "--value", "3.5e9", "--date", "2022-08-02"],
    ["record", "list", "--format", "text"],
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from sources without anything compiled, unpacked into a folder that cannot be written to."""
    pytest.importorskip("hatchling")
    source = tmp_path_factory.mktemp("source")
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__", "compiled"))
    shutil.copytree(ROOT / "scripts", source / "scripts")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, source)
    out = tmp_path_factory.mktemp("dist")
    build = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    told = subprocess.run(
        [sys.executable, "-c", build, str(out)], cwd=source, capture_output=True, text=True, timeout=280
    )
    assert told.returncode == 0, told.stderr
    (wheel,) = out.glob("*.whl")
    folder = tmp_path_factory.mktemp("site")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


def test_it_ships_what_a_check_reads(installed: Path) -> None:
    names = {path.stem for path in (installed / "tahqiq" / "data" / "compiled").glob("*.json")}
    assert {"registers", "frames", "messages.ar", "language.en", "series.security_council_vetoes.vetoes_cast"} <= names
    assert (installed / "tahqiq" / "data" / "examples" / "article.ar.txt").exists()
    (licences,) = installed.glob("*.dist-info/licenses")
    assert {path.name for path in licences.iterdir()} == {"LICENSE", "LICENSE-DATA"}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call)[:60])
def test_it_works_without_compiling_anything(call: list[str], installed: Path) -> None:
    text = (installed / "tahqiq" / "data" / "examples" / "article.ar.txt").read_bytes()
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1", "TAHQIQ_LANG": "en"}
    told = subprocess.run(
        [sys.executable, "-c", CODE, *call], input=text, capture_output=True, env=environment, timeout=60
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout
    if call[0] == "check" and "--format" not in call:
        assert len(json.loads(told.stdout)["claims"]) > 10
