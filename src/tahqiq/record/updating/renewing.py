"""One register renewed in a version that is being made: fetched, built, told how far it reaches, checked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.folders import VARIABLE
from tahqiq.catalog.models.check import check_file
from tahqiq.catalog.models.updates import Fetched, Updates
from tahqiq.catalog.version import SETTING, home
from tahqiq.errors import RecordError
from tahqiq.record.building import load
from tahqiq.record.changes import TableChanges, changes
from tahqiq.record.coding import ANSWERS, QUESTIONS, unanswered, write_sheet
from tahqiq.record.store import reader, resources
from tahqiq.record.updating.arrange import arrange
from tahqiq.record.updating.fetched import Had, fetch

UPDATES = "updates.yml"
SHRINKS = 0.05
"""The part of a table's rows that an edition may lack of the one before: publishers withdraw rows, but rarely many."""
BUILDING = 1800.0
"""Seconds that a build or the checks of a register may take."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a renewal did: the files it was built from, and the rows it changed."""

    files: Mapping[str, Had]
    changes: tuple[TableChanges, ...]


def read_updates(folder: Path) -> Updates | None:
    """How the register of a folder is renewed; None where it cannot be."""
    path = folder / UPDATES
    return check_file(path, Updates).sound if path.exists() else None


def renew(folder: Path, before: Path, known: Mapping[str, str], mirror: str | None, on: date) -> Renewed | None:
    """Renew the register at `folder`, in a version being made, which `before` is the register it renews.

    None where no file is other than those it was made from (`known`: hashes by file), or none of them changes a row.
    FetchError, RecordError or UsageError, with `folder` in an unknown state, where anything is not as it should be.
    """
    updates = read_updates(before)
    assert updates is not None
    files = {name: fetch(spec, mirror) for name, spec in updates.files.items()}
    only_files = not (updates.reads or updates.asks)
    if only_files and {name: had.sha256 for name, had in files.items()} == known:
        return None
    if updates.by_hand:
        _see_known(before, updates, files)
        return None
    with tempfile.TemporaryDirectory() as arranged:
        for name, spec in updates.files.items():
            arrange(spec, files[name].path, Path(arranged) / name, mirror)
        _build(folder / updates.script, Path(arranged), updates)
    found = changes(before, folder)
    if not found:
        return None
    _see_whole(before, folder, found)
    _tell_reach(folder, _last_day(folder, updates.covers), on)
    for gap, query in updates.gaps.items():
        _tell_gap(folder, gap, _last_day(folder, query))
    for name, spec in updates.files.items():
        _tell_source(folder, spec, files[name], on)
    validate(folder.parent.parent, folder.name)
    return Renewed(files, tuple(found))


def _see_known(folder: Path, updates: Updates, files: Mapping[str, Had]) -> None:
    """RecordError `newer_file` where a file is another than the one that its source was read from."""
    told = yaml.safe_load((folder / "sources.yml").read_text("utf-8"))
    for name, spec in updates.files.items():
        if files[name].sha256 != told[spec.source]["sha256"]:
            words = {f"what_{language}": text for language, text in (updates.by_hand or {}).items()}
            raise RecordError("newer_file", source=files[name].address, **words)


def validate(version: Path, register: str) -> None:
    """See that a register of a version keeps its rules. RecordError `not_sound`, with the first flaw, when not."""
    done = _run(version, "-m", "tahqiq", "record", "validate", register)
    if done.returncode:
        told = done.stderr.strip().splitlines() or done.stdout.strip().splitlines() or [str(done.returncode)]
        raise RecordError("not_sound", register=register, problem=told[0].removeprefix("tahqiq: "), count=len(told))


def compile_version(version: Path) -> None:
    """Compile what a check reads of a version."""
    done = _run(version, "-m", "tahqiq", "record", "compile")
    if done.returncode:
        raise RecordError("not_sound", register=version.name, problem=done.stderr.strip(), count=1)


def _build(script: Path, files: Path, updates: Updates) -> None:
    """Run a script over its files and what a person has said of new rows.

    RecordError `to_be_coded` where something is left to say: the rows are then in `sheet` of the register.
    """
    register = script.parent
    if sheet(register.name).exists():
        shutil.copyfile(sheet(register.name), files / ANSWERS)
    done = _run(register.parent.parent, str(script), "--from", str(files))
    if done.returncode:
        told = done.stderr.strip().splitlines() or [str(done.returncode)]
        raise RecordError("build_failed", register=register.name, problem=told[-1])
    if updates.asks and (files / QUESTIONS).exists():
        path, left = sheet(register.name), unanswered(files / QUESTIONS)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_sheet(path, load(files / QUESTIONS), "".join(f"# {text}\n" for text in updates.asks.values()))
        what = {f"what_{language}": text for language, text in updates.asks.items()}
        raise RecordError("to_be_coded", count=left, path=str(path), **what)


def sheet(register: str) -> Path:
    """Where the new rows of a register lie that a person has to read."""
    return home() / "to_code" / f"{register}.yml"


def _run(version: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A process that reads the version that is being made, in the language of this one."""
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, SETTING: str(version), "PYTHONPATH": path}
    environment.pop(VARIABLE, None)  # a version holds nothing of a user's own registers
    command = [sys.executable, *words]
    try:
        return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=BUILDING, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"no end after {BUILDING:.0f} s")


def _see_whole(before: Path, folder: Path, found: list[TableChanges]) -> None:
    """RecordError `shrunk` where a table lost more rows than publishers withdraw."""
    for table in found:
        held, gone = _count(before, table.table), table.count("gone")
        if gone > held * SHRINKS and gone > table.count("added"):
            raise RecordError("shrunk", register=folder.name, table=table.table, gone=gone, held=held)


def _count(folder: Path, table: str) -> int:
    return int(_asked(folder, f"SELECT count(*) FROM {table}"))


def _last_day(folder: Path, query: str) -> date:
    found = _asked(folder, query)
    if not isinstance(found, date):
        raise RecordError("build_failed", register=folder.name, problem=f"{query}: {found}")
    return found


def _asked(folder: Path, query: str) -> Any:
    """What one query over the tables of a folder gives. The tables are read anew: they have just been written."""
    import duckdb

    with duckdb.connect(":memory:") as con:
        for resource in resources(folder):
            con.execute(f"CREATE VIEW {resource['name']} AS {reader(folder, resource)}")
        row = con.execute(query).fetchone()
    return row[0] if row else None


def _tell_reach(folder: Path, last: date, on: date) -> None:
    """Write the new version and the new last day; a gap that went as far as the old last day goes on.

    A register may be known to be whole for longer than its last row: it never reaches less far than before.
    """
    path = folder / "register.yml"
    text = path.read_text("utf-8")
    old = yaml.safe_load(text)["coverage"]["to"]
    last = max(old, last)
    text = re.sub(r"^version:.*$", f'version: "{on:%Y.%m.%d}"', text, count=1, flags=re.MULTILINE)
    path.write_text(re.sub(rf"\bto: {old}\b", f"to: {last}", text), encoding="utf-8")


def _tell_gap(folder: Path, gap: str, opens: date) -> None:
    """Write the first day of a gap, which stands in a line of its own; one that is closed goes."""
    path = folder / "register.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if f"id: {gap}," in line)
    ends = yaml.safe_load(lines[at])[0]["to"]
    lines[at] = re.sub(r"\bfrom: [\d-]+", f"from: {opens}", lines[at]) if opens <= ends else ""
    path.write_text("".join(lines), encoding="utf-8")


def _tell_source(folder: Path, spec: Fetched, had: Had, on: date) -> None:
    """Write the day and the hash of the file that rows were taken from; the copy that was read before is none now."""
    path = folder / "sources.yml"
    told = yaml.safe_load(path.read_text("utf-8"))
    entry = {k: v for k, v in told[spec.source].items() if k not in ("copy", "file", "download")}
    named = {"title": spec.title} if spec.title else {}
    told[spec.source] = entry | named | {"accessed": on, "download": had.address, "sha256": had.sha256}
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def restore(folder: Path, before: Path) -> None:
    """Put the register back as it was: what failed leaves nothing behind."""
    shutil.rmtree(folder)
    shutil.copytree(before, folder)


def as_told(renewed: Renewed) -> dict[str, Any]:
    """A renewal as the version keeps it: each file with its address, moment and hash, and the rows by kind."""
    kinds = ("added", "changed", "gone")
    return {
        "fetched": {name: asdict(had) for name, had in renewed.files.items()},
        "changes": {t.table: {kind: t.count(kind) for kind in kinds} for t in renewed.changes},
    }
