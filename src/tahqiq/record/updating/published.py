"""A register that someone published as a Data Package at an address, fetched into a folder of one's own."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

from tahqiq.catalog.languages import available
from tahqiq.errors import FetchError, InputError, RecordError
from tahqiq.record.updating.download import download

PACKAGE, REGISTER = "datapackage.json", "register.yml"
OPTIONAL = ("sources.yml", "corrections.yml", "concepts.yml", "frames.yml", "abbreviations.yml", "cases.yml")
SPOKEN = ("lexemes", "vocab", "triggers")
"""Files that a register has for each language."""
ABSENT = (404, 410)


def get_register(address: str, out: Path) -> Path:
    """The folder, in `out`, into which the register at an address was fetched: whole, or not at all.

    `address` is that of its `datapackage.json`, or of the folder that holds it. FetchError where a file cannot be had,
    RecordError where what comes is no register, InputError where the folder exists or cannot be written.
    """
    base = address if address.endswith(f"/{PACKAGE}") else f"{address.rstrip('/')}/{PACKAGE}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out) as near:
            folder = Path(near) / "register"
            _file(base, folder / PACKAGE)
            name, paths = _described(folder / PACKAGE, base)
            target = out / name
            if target.exists():
                raise InputError("folder_exists", path=str(target))
            for path in (REGISTER, *paths):
                _file(urljoin(base, path), folder / path)
            for path in _more():
                _file(urljoin(base, path), folder / path, needed=False)
            folder.rename(target)
    except OSError as problem:
        raise InputError("cannot_write", path=str(out), problem=problem.strerror) from problem
    return target


def _described(package: Path, address: str) -> tuple[str, list[str]]:
    """The id of the register and the files of its tables, none of which may lie outside its folder."""
    try:
        told: Any = json.loads(package.read_bytes())
        name, paths = str(told["name"]), [str(resource["path"]) for resource in told["resources"]]
    except (ValueError, KeyError, TypeError):
        raise RecordError("no_register_there", source=address) from None
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or not all(map(_inside, paths)):
        raise RecordError("no_register_there", source=address)
    return name, paths


def _inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and ":" not in path and "\\" not in path


def _more() -> Iterator[str]:
    """The files that a register may have, and need not."""
    yield from OPTIONAL
    yield from (f"{kind}.{code}.yml" for kind in SPOKEN for code in available())


def _file(address: str, target: Path, *, needed: bool = True) -> None:
    """Write one file; one that is not needed may be absent."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        download(address, target, None, heads={}, anywhere=True)
    except FetchError as problem:
        if needed or problem.details.get("status") not in ABSENT:
            raise
