"""Compiled data: what a check reads instead of YAML, CSV and SQL.

A compiled file remembers the content of its sources. In a checkout it is rebuilt when they change; a wheel ships it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.version import DATA, PACKAGE, root

__all__ = ["DATA", "compiled", "folder", "read_yaml"]


def folder() -> Path:
    """Where compiled files lie: with the version of the record that is read."""
    return root() / "compiled"


def compiled(name: str, sources: Iterable[Path], build: Callable[[], Any]) -> Any:
    """The JSON value that `build` makes from `sources`, from its compiled file when that is still true to them.

    The modules beside the one that holds `build`, and below, are sources too: a change of form is never read as the
    old one.
    """
    own, makers = sorted(sources), _makers(Path(build.__code__.co_filename).parent)
    path, paths = _kept_in(own) / f"{name}.json", [*own, *makers]
    stamp = _stamp(paths)
    kept = _read(path)
    if kept is not None and kept["stamp"] == stamp:
        return kept["value"]
    digest = _digest(paths)
    if kept is None or kept["digest"] != digest:
        kept = {"digest": digest, "value": build()}
    _write(path, {"stamp": stamp, "digest": digest, "value": kept["value"]})
    return kept["value"]


def read_yaml(path: Path) -> Any:
    """What a YAML file holds. The parser is loaded only when something has to be compiled anew."""
    import yaml

    return yaml.safe_load(path.read_text("utf-8"))


def _kept_in(sources: list[Path]) -> Path:
    """Where what these sources make is kept: with the record, or for the user where some lie outside of it."""
    bases = (PACKAGE, root())
    outside = sorted({str(p.parent) for p in sources if not any(p.is_relative_to(base) for base in bases)})
    if not outside:
        return folder()
    from platformdirs import user_cache_path  # here, as the record that ships needs no such folder

    named = "\n".join([str(root()), *outside])
    return user_cache_path("tahqiq", appauthor=False) / hashlib.sha256(named.encode()).hexdigest()[:16]


@cache
def _makers(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.rglob("*.py"))) if folder.is_relative_to(PACKAGE) else ()


def _stamp(paths: list[Path]) -> list[list[Any]]:
    return [[_named(p), s.st_size, s.st_mtime_ns] for p in paths for s in [p.stat()]]


def _digest(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(_named(path).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _named(path: Path) -> str:
    """A source by its place in the version read or in the package: the same in a version made from what ships."""
    base = next((base for base in (root(), DATA, PACKAGE) if path.is_relative_to(base)), None)
    return (path.relative_to(base) if base else path).as_posix()


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and {"stamp", "digest", "value"} <= value.keys() else None


def _write(path: Path, value: dict[str, Any]) -> None:
    """Write whole or not at all; a read-only installation just works from memory."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(value, out, ensure_ascii=False, separators=(",", ":"))
        os.chmod(name, 0o644)  # mkstemp keeps it to its maker; other users of an installation read it too
        os.replace(name, path)
    except OSError:
        return
