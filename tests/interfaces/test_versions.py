"""Versions of the record: a figure changed in one of them is answered by it alone, and a report names it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tahqiq.catalog.version import ABOUT, DATA, SETTING

OTHER = 28_000_000_000_000


def run(home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command with its versions below `home`."""
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "TAHQIQ_LANG": "en", **settings}
    command = [sys.executable, "-m", "tahqiq", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=240, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder with two versions; in the newer one the United States produced a round sum in 2023."""
    made = tmp_path_factory.mktemp("home")
    for name in ("2026-01-01-000000-aa", "2026-02-01-000000-bb"):
        folder = made / "tahqiq" / "record" / name
        shutil.copytree(DATA / "records", folder / "records")
        (folder / ABOUT).write_text("{}", "utf-8")
    table = folder / "records" / "gdp" / "data" / "gdp.csv"
    told = table.read_text("utf-8")
    assert told.count("\nUSA,2023,27360935000000,") == 1
    table.write_text(told.replace("\nUSA,2023,27360935000000,", f"\nUSA,2023,{OTHER},"), "utf-8")
    return made


def product(home: Path, *arguments: str, **settings: str) -> float:
    done = run(home, "ask", "gdp.product", "country=USA", "--as-of", "2024-06-01", *arguments, **settings)
    assert done.returncode == 0, done.stderr
    return float(json.loads(done.stdout)["answers"][0]["value"])


def test_a_version_answers_with_its_own_rows(home: Path) -> None:
    assert product(home) == product(home, "--record-version", "shipped") == 27_360_935_000_000
    assert product(home, "--record-version", "2026-02-01-000000-bb") == OTHER
    assert product(home, "--record-version", "newest") == OTHER
    assert product(home, **{SETTING: "newest"}) == OTHER
    told = run(home, "ask", "gdp.product", "country=USA", "--record-version", "newest", "--format", "text")
    assert "2026-02-01-000000-bb" in told.stdout
    older = str(home / "tahqiq" / "record" / "2026-01-01-000000-aa")
    assert product(home, "--record-version", older) == 27_360_935_000_000


def test_a_version_that_is_not_kept_is_refused_in_a_line(home: Path) -> None:
    done = run(home, "ask", "gdp.product", "country=USA", "--record-version", "2025-01-01-000000-cc")
    assert done.returncode == 2
    assert "2026-02-01-000000-bb" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_report_names_the_version_it_was_judged_by(home: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The United States has cast 83 vetoes.", "utf-8")
    done = run(home, "check", str(article), "--record-version", "newest", "-f", "json")
    assert json.loads(done.stdout)["record_version"] == "2026-02-01-000000-bb"
    assert "2026-02-01-000000-bb" in run(home, "check", str(article), "-f", "text", **{SETTING: "newest"}).stdout
    assert json.loads(run(home, "check", str(article), "-f", "json").stdout)["record_version"] is None
