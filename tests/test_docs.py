"""The documentation is true: generated pages are current, links lead somewhere, and what it says to do works."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tahqiq
from tahqiq.reporting.report.data import to_json

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COMMAND = [sys.executable, "-c", "from tahqiq.interfaces.cli import main; main()"]
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_generated_pages_are_current() -> None:
    """By a process of its own: what other tests leave behind (languages, registers of theirs) is on no page."""
    told = subprocess.run(
        [sys.executable, ROOT / "scripts" / "docs.py", "--check"], capture_output=True, text=True, timeout=300
    )
    assert told.returncode == 0, f"run `make docs`: {told.stdout}{told.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", re.sub(BLOCK, "", page.read_text("utf-8"))):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    assert not [page for page in pages if page != "index.md" and f"({page})" not in index]


def test_every_key_of_a_report_is_explained() -> None:
    page = (DOCS / "reference" / "report.md").read_text("utf-8")
    example = Path(tahqiq.__file__).parent / "data" / "examples" / "article.ar.txt"
    report: dict[str, Any] = to_json(tahqiq.check(example, today="2026-06-01"))
    parts = [report, report["document"], *(report[k][0] for k in ("repairs", "damage", "claims", "groups", "lists"))]
    claim = report["claims"][0]
    for key in sorted({key for part in [*parts, claim["stated"], claim["answers"][0]] for key in part}):
        assert f"`{key}`" in page, key


def test_the_register_of_the_how_to_works(tmp_path: Path) -> None:
    """Built from the page as it stands, in a copy of the package."""
    page = (DOCS / "how-to" / "add-a-register.md").read_text("utf-8")
    files = re.findall(r"^`([\w./]+)`:\n\n```\w+\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    package = tmp_path / "tahqiq"
    shutil.copytree(Path(tahqiq.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for file, text in files:
        path = package / "data" / "records" / "council_terms" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(*arguments: str, stdin: str = "") -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "TAHQIQ_LANG": "en"}
        told = subprocess.run(
            [*COMMAND, *arguments], input=stdin, capture_output=True, text=True, env=environment, cwd=tmp_path
        )
        assert told.returncode == 0, told.stderr
        return told.stdout

    assert "council_terms" in run("record", "validate", "council_terms")
    asked = json.loads(run("ask", "council_terms.terms_served", "member=IRL", "--format", "json"))
    assert asked["answers"][0]["value"] == 4
    for sentence in (
        "Ireland has been elected to the Security Council four times.",
        "انتخبت أيرلندا لعضوية مجلس الأمن أربع مرات.",
    ):
        (claim,) = json.loads(run("check", "-", "--published", "2021-03-01", stdin=sentence))["claims"]
        assert (claim["measure"], claim["stated"]["value"], claim["verdict"]) == ("terms_served", 4, "supported")
