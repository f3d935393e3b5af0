"""Writes registers into a folder in one of the forms, file by file, each put in its place when it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tahqiq.catalog.registers import Register
from tahqiq.errors import InputError
from tahqiq.reporting.export.catalogue import catalogue
from tahqiq.reporting.export.packages import Files, croissant, csv_on_the_web, data_package
from tahqiq.reporting.export.sqlite import datasette, write_database
from tahqiq.reporting.export.tables import exported, sources, write_json, write_table
from tahqiq.reporting.words.messages import load_messages

Describe = Callable[[Register, Files, str], dict[str, Any]]
DESCRIBED: dict[str, tuple[str, Describe]] = {
    "datapackage": ("datapackage.json", data_package),
    "csvw": ("csv-metadata.json", csv_on_the_web),
    "croissant": ("croissant.json", croissant),
}
"""Forms that are CSV files with a description beside them."""


def export(registers: Mapping[str, Register], form: str, folder: Path, language: str) -> Iterator[str]:
    """Write registers in a form, and name each when it is done. InputError `cannot_write`.

    Files of the same name are replaced, and only by whole ones; others in the folder stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export.") as name:
            yield from _write(registers, form, Path(name), language)
            _put(Path(name), folder)
    except OSError as problem:
        raise InputError("cannot_write", path=str(folder), problem=problem.strerror or str(problem)) from problem


def _write(registers: Mapping[str, Register], form: str, folder: Path, language: str) -> Iterator[str]:
    files: dict[str, dict[str, Path]] = {}
    for name, register in registers.items():
        if form == "sqlite":
            write_database(register, folder / f"{name}.db", language)
        else:
            files[name] = _files(register, folder / name, form, language)
        yield name
    messages = load_messages(language)
    if form == "sqlite":
        title, about = messages.format("export-title"), messages.format("export-about")
        write_json(folder / "metadata.json", datasette(registers.values(), title, about, language))
    elif form == "dcat":
        write_json(folder / "catalog.jsonld", catalogue(files, registers))


def _files(register: Register, folder: Path, form: str, language: str) -> dict[str, Path]:
    """The tables of a register as files, with their description, or the list of sources where there is none."""
    folder.mkdir()
    kind = "parquet" if form == "parquet" else "csv"
    files = {found.name: write_table(found, folder, kind) for found in exported(register)}
    if form in DESCRIBED:
        name, describe = DESCRIBED[form]
        write_json(folder / name, describe(register, files, language))
    else:
        write_json(folder / "sources.json", list(sources(register)))
    return files


def _put(made: Path, folder: Path) -> None:
    for path in sorted(made.rglob("*")):
        place = folder / path.relative_to(made)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        else:
            os.replace(path, place)
    shutil.rmtree(made)
    made.mkdir()  # for the one who opened it to take away
