"""Writes src/tahqiq/data/changes.json from the history of the repository: what each day changed in the data.

make changes        a day's state is that of its last commit that touches a table
"""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from tahqiq.record.changes import changes
from tahqiq.record.history import KINDS, SHIPPED_CHANGES

ROOT = Path(__file__).resolve().parents[1]
RECORDS = "src/tahqiq/data/records"
TABLES = f":(glob){RECORDS}/*/data/*"


def git(*words: str) -> bytes:
    """What git prints."""
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True).stdout


def days() -> dict[str, list[tuple[str, str]]]:
    """By day, the commits that touch a table, the oldest first, each with its subject."""
    told = git("log", "--reverse", "--format=%H %as %s", "--", TABLES).decode().splitlines()
    found: dict[str, list[tuple[str, str]]] = {}
    for line in told:
        commit, day, subject = line.split(" ", 2)
        found.setdefault(day, []).append((commit, subject))
    return found


def unpacked(commit: str, folder: Path) -> Path:
    """The registers as a commit has them."""
    with tarfile.open(fileobj=io.BytesIO(git("archive", commit, RECORDS))) as archive:
        archive.extractall(folder, filter="data")
    return folder / RECORDS


def entry(day: str, subjects: list[str], old: Path, new: Path) -> dict[str, Any]:
    """What a day changed."""
    registers = {}
    for folder in sorted(p.parent for p in new.glob("*/datapackage.json")):
        found = changes(old / folder.name, folder)
        tables = {t.table: {kind: t.count(kind) for kind in KINDS} for t in found}
        if tables:
            version = yaml.safe_load((folder / "register.yml").read_text("utf-8"))["version"]
            registers[folder.name] = {"version": str(version), "tables": tables}
    return {"day": day, "why": subjects, "registers": registers}


def entries(folder: Path) -> Iterator[dict[str, Any]]:
    """Every day, the oldest first."""
    found = days()
    states = [folder / "none"]
    states += [unpacked(commits[-1][0], folder / day) for day, commits in found.items()]
    for (day, commits), (old, new) in zip(found.items(), pairwise(states), strict=True):
        yield entry(day, [subject for _, subject in commits], old, new)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        listed = [found for found in entries(Path(temporary)) if found["registers"]][::-1]
    SHIPPED_CHANGES.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
