"""What the documentation says to do works: every block of a page runs, in their order, in a folder like a reader's.

A block that stands below a line with only a file's name is that file. A block of text right after one that runs is what
it prints. `<!-- not run: why -->` before a block leaves it out.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import tahqiq

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = Path(tahqiq.__file__).parent / "data" / "examples"
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
BLOCK = re.compile(r"^(?P<indent> *)```(?P<kind>[\w-]*)\n(?P<text>.*?)^ *```$", re.DOTALL | re.MULTILINE)
PARSERS: dict[str, Callable[[str], object]] = {
    "yaml": yaml.safe_load,
    "json": json.loads,
    "toml": tomllib.loads,
    "csv": lambda text: list(csv.reader(text.splitlines(), strict=True)),
}
SHOWN = {"text", "markdown", "ini", "nginx", "caddy", "html"}
"""Kinds that are only looked at."""
SHIM = """\
#!/bin/sh
case "$1 $2" in
serve* | "mcp --http") set -- "$@" --port 0 ;;
watch* | mcp*) ;;
*) exec {python} -m tahqiq "$@" ;;
esac
timeout -s INT 5 {python} -m tahqiq "$@" </dev/null || [ $? -eq 124 ]
"""
"""The command; what would go on for ever goes on for five seconds, at a port that is free."""
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
TARGETS = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@dataclass(frozen=True)
class Block:
    kind: str
    text: str
    file: str
    """The name it stands under."""
    left_out: bool
    adjoins: bool
    """Whether nothing stands between it and the block before."""


def blocks(page: Path) -> Iterator[Block]:
    text, end = page.read_text("utf-8"), -1
    for found in BLOCK.finditer(text):
        before = text[: found.start()].rstrip()
        last = before.rpartition("\n")[2].strip()
        named = re.fullmatch(r"`([\w./-]+)`:", last)
        inner = re.sub(f"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
        yield Block(found["kind"], inner, named[1] if named else "", "<!-- not run: " in last, len(before) == end)
        end = found.end()


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a reader has: the command, an article, a folder of articles, and the sources beside."""
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin" / "tahqiq"
    shim.write_text(SHIM.format(python=shlex.quote(sys.executable)), encoding="utf-8")
    shim.chmod(0o755)
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / "src").symlink_to(ROOT / "src")
    (tmp_path / "articles").mkdir()
    (tmp_path / "incoming").mkdir()
    for example in EXAMPLES.glob("article.*.txt"):
        shutil.copy(example, tmp_path / "articles")
    shutil.copy(EXAMPLES / "article.en.txt", tmp_path / "article.txt")
    (tmp_path / "news").mkdir()
    line = {"body": "China has cast 19 vetoes.", "published": "2024-05-01", "paper": "Daily"}
    (tmp_path / "news" / "monday.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    return tmp_path


def run(words: list[str], folder: Path) -> str:
    told = subprocess.run(
        words,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        env={
            **os.environ,
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(tahqiq.__file__).parents[1]),
            "TAHQIQ_LANG": "en",
            "HOME": str(folder),
        },
    )
    assert told.returncode == 0, f"{words[-1]}\n{told.stdout}\n{told.stderr}"
    return told.stdout


def is_ours(line: str) -> bool:
    """Whether a line of the shell is run here. What installs, builds or tests is looked at: other tests run it."""
    words = shlex.split(line, comments=True)
    if words[:1] == ["make"]:
        assert words[1] in TARGETS, line
        return False
    if words[:2] == ["pip", "install"]:
        assert "&&" not in words, line
        asked = {extra for word in words for found in re.findall(r"\[([\w,]+)\]", word) for extra in found.split(",")}
        assert asked <= set(EXTRAS), line
        return False
    if words[:1] == [".venv/bin/pytest"]:
        assert (ROOT / words[-1]).exists(), line
        return False
    return bool(words)


def tried(block: Block, folder: Path) -> str:
    """What a block prints."""
    if block.kind == "sh":
        lines = [line for line in block.text.replace("\\\n", " ").splitlines() if is_ours(line)]
        return run(["sh", "-euc", "\n".join(lines)], folder) if lines else ""
    if block.kind == "python":
        return run([sys.executable, "-W", "error", "-c", block.text], folder)
    PARSERS[block.kind](block.text)
    return ""


@pytest.mark.parametrize("page", [page for page in PAGES if any(True for _ in blocks(page))], ids=name)
def test_every_block_runs(page: Path, folder: Path) -> None:
    printed: str | None = None
    for block in blocks(page):
        if block.file:
            (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.file).write_text(block.text, encoding="utf-8")
        if block.kind == "text" and block.adjoins and printed is not None:
            assert printed == block.text
        if block.kind not in SHOWN:
            printed = None if block.left_out else tried(block, folder)
