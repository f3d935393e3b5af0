"""Installing as people do: with plain pip, into a fresh environment, from the package index (marker: install)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.timeout(900)
ROOT = Path(__file__).resolve().parents[1]
FILES = ROOT / "tests" / "reading" / "files"
DOCUMENTS = ["en_columns.news.html", "en_columns.chromium.pdf", "en_columns.libreoffice.docx"]
CLAIMS = 1
"""In each of these documents, which hold the same article."""
TYPED = """
import tahqiq
verdicts: list[str] = [finding.verdict for finding in tahqiq.check("No claim.").findings]
reveal_type(tahqiq.check)
"""


def run(*words: str | Path, cwd: Path) -> str:
    """What a command prints; nothing of this environment leaks into it."""
    hidden = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    told = subprocess.run(list(map(str, words)), cwd=cwd, env=environment, capture_output=True, text=True, timeout=800)
    assert told.returncode == 0, told.stdout[-2000:] + told.stderr[-4000:]
    return told.stdout


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The Python of a fresh environment, with the pip that came with it."""
    run(sys.executable, "-m", "venv", tmp_path / "fresh", cwd=tmp_path)
    return tmp_path / "fresh" / "bin" / "python"


def reads_every_format(python: Path, cwd: Path) -> None:
    for name in DOCUMENTS:
        report = json.loads(run(python.parent / "tahqiq", "check", FILES / name, cwd=cwd))
        assert len(report["claims"]) == CLAIMS, name


@pytest.mark.install
def test_from_the_folder(python: Path, tmp_path: Path) -> None:
    run(python, "-m", "pip", "install", "-q", ROOT, cwd=tmp_path)
    reads_every_format(python, tmp_path)
    assert run(python, "-m", "tahqiq", "--version", cwd=tmp_path).startswith("tahqiq")
    (tmp_path / "typed.py").write_text(TYPED)
    told = run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, "typed.py", cwd=tmp_path)
    assert "-> tahqiq." in told


@pytest.mark.install
def test_from_git(python: Path, tmp_path: Path) -> None:
    """What is committed; a change that is not is not seen here."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    run(python, "-m", "pip", "install", "-q", f"git+file://{ROOT}", cwd=tmp_path)
    reads_every_format(python, tmp_path)


@pytest.mark.install
def test_from_a_wheel(python: Path, tmp_path: Path) -> None:
    run(python, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    run(python, "-m", "pip", "install", "-q", *tmp_path.glob("*.whl"), cwd=tmp_path)
    reads_every_format(python, tmp_path)


@pytest.mark.install
def test_by_the_lines_of_the_containerfile(tmp_path: Path) -> None:
    """Those that install Python packages, from just the files that the image's build is given."""
    source = tmp_path / "src"
    for name in re.findall(r"^!(.+)$", (ROOT / ".containerignore").read_text(), re.MULTILINE):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "compiled"))
        else:
            shutil.copy(ROOT / name, source / name)
    text = (ROOT / "Containerfile").read_text().replace("\\\n", " ")
    (line,) = (line for line in re.findall(r"^RUN (.+)$", text, re.MULTILINE) if "pip install" in line)
    assert line.count("--require-hashes") == line.count("-r /src/requirements/")
    line = line.replace("/src", str(source)).replace("/opt", str(tmp_path))
    run("sh", "-c", line.replace("python -m venv", f"{sys.executable} -m venv"), cwd=tmp_path)
    python = tmp_path / "tahqiq" / "bin" / "python"
    reads_every_format(python, tmp_path)
    run(python, "-c", "from tahqiq.interfaces.web import Settings, create_app; create_app(Settings())", cwd=tmp_path)


def test_setting_up_names_what_is_missing_and_installs_nothing(tmp_path: Path) -> None:
    """With a Python that cannot make environments, beside an apt-get and a sudo that would tell of their use."""
    for script, body in {
        "python3": 'case "$1$2" in -c*print*) echo 3.11 ;; -m*) exit 1 ;; esac',
        "apt-get": f"touch {tmp_path}/used",
        "sudo": f"touch {tmp_path}/used",
    }.items():
        (tmp_path / script).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / script).chmod(0o755)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    told = subprocess.run(
        ["sh", "scripts/environment.sh", "test"],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert "apt-get install python3.11-venv" in told.stderr
    assert not (tmp_path / "used").exists()
