"""A fetched file as the build of its register reads it: unpacked, seen to be whole and of the layout that is known."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from tahqiq.catalog.models.updates import Each, Fetched
from tahqiq.errors import RecordError
from tahqiq.record.updating.fetched import fetch_once

HEAD = 1_000_000
"""Bytes of a table that are read to see its columns."""


def arrange(spec: Fetched, path: Path, target: Path, mirror: str | None = None) -> None:
    """Write the file at `path` to `target` as `build.py` wants it, and what its entries lead to beside it.

    FetchError where an entry leads to nothing, RecordError `half_file` when the file is not whole, `other_layout` when
    a column or key is not there any more.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = _unpacked(spec, path, target.with_suffix(".unpacked")) if spec.unpack else path
    if spec.form == "csv":
        _see_columns(spec, whole)
        shutil.copyfile(whole, target)
        return
    entries = _entries(spec, whole)
    if spec.each:
        _fetch_each(spec.each, entries, target.parent / spec.each.folder, mirror)
    if not spec.columns:
        shutil.copyfile(whole, target)
        return
    rows = [{ours: _at(entry, way) for ours, way in spec.columns.items()} for entry in entries]
    with target.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(spec.columns), lineterminator="\n")
        table.writeheader()
        table.writerows(row for row in rows if all(row[name] not in (None, "") for name in spec.filled))


def _fetch_each(each: Each, entries: list[Any], folder: Path, mirror: str | None) -> None:
    folder.mkdir(exist_ok=True)
    for entry in entries:
        shutil.copyfile(fetch_once(str(entry[each.link]), mirror).path, folder / Path(str(entry[each.name])).name)


def _unpacked(spec: Fetched, path: Path, target: Path) -> Path:
    try:
        with zipfile.ZipFile(path) as archive:
            named = [n for n in archive.namelist() if fnmatch(n, str(spec.unpack))]
            if len(named) != 1:
                raise RecordError("other_layout", source=_address(spec), name=spec.unpack)
            target.write_bytes(archive.read(named[0]))
    except (zipfile.BadZipFile, EOFError) as problem:
        raise RecordError("unreadable_file", source=_address(spec), problem=str(problem)) from problem
    return target


def _see_columns(spec: Fetched, path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(HEAD)
    try:
        columns = next(csv.reader(head.decode("utf-8-sig", "ignore").splitlines()), [])
    except csv.Error as problem:
        raise RecordError("unreadable_file", source=_address(spec), problem=str(problem)) from problem
    for name in spec.needed:
        if name not in columns:
            raise RecordError("other_layout", source=_address(spec), name=name)


def _entries(spec: Fetched, path: Path) -> list[Any]:
    try:
        told = json.loads(path.read_bytes())
    except ValueError as problem:
        raise RecordError("unreadable_file", source=_address(spec), problem=str(problem)) from problem
    entries = _at(told, spec.rows)
    if not isinstance(entries, list) or not entries:
        raise RecordError("other_layout", source=_address(spec), name=spec.rows or "[]")
    total = _at(told, spec.total) if spec.total else len(entries)
    if total != len(entries):
        raise RecordError("half_file", source=_address(spec), found=len(entries), total=total)
    for name in spec.needed:
        if all(_at(entry, name) is None for entry in entries):
            raise RecordError("other_layout", source=_address(spec), name=name)
    return entries


def _at(value: Any, way: str) -> Any:
    """What stands at the end of a way of keys and numbers; None where it does not lead on."""
    for step in filter(None, way.split(".")):
        if isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif isinstance(value, Mapping):
            value = value.get(step)
        else:
            return None
    return value


def _address(spec: Fetched) -> str:
    return spec.address or (spec.index.address if spec.index else spec.source)
