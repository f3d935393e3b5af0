"""The names that one file may take from others: concepts, places, measures of other registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.folders import register_folders
from tahqiq.catalog.language_folders import LEXEMES, PLACES, language_file
from tahqiq.catalog.models.base import Fault, unknown
from tahqiq.catalog.models.marks import LOADER, Trail
from tahqiq.catalog.version import records


def known_concepts(folder: Path) -> set[str]:
    """The ids of the general concepts, of those of every register that ships, and of those of the folder itself."""
    files = [DATA / "concepts.yml", *records().glob("*/concepts.yml"), folder / "concepts.yml"]
    return {name for file in files for name in _part(file, "concepts")}


def known_measures(folder: Path) -> set[str]:
    """Every measure and ratio of every register, as `register.measure`."""
    files = [*(path / "register.yml" for path in register_folders().values()), folder / "register.yml"]
    return {f"{f.parent.name}.{name}" for f in files for part in ("measures", "ratios") for name in _part(f, part)}


def known_parts(language: str) -> dict[str, list[str]]:
    """The named parts of lexemes that every file of a language may use beside its own: the general ones."""
    file = language_file(language, LEXEMES)
    found = _read(file, file.stat().st_mtime_ns).get("parts") if file.exists() else None
    return {name: [pieces] if isinstance(pieces, str) else pieces for name, pieces in (found or {}).items()}


def known_places(part: str = "places") -> set[str]:
    """The codes of all places, or the names under another part of `places.yml`."""
    return set(_part(DATA / PLACES, part))


def unknown_concepts(trail: Trail, names: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    """The faults of a list of concepts, told at the place of each."""
    listed = set(known)
    for at, name in enumerate(names):
        yield from unknown((*trail, at), name, listed)


def _part(file: Path, key: str) -> Iterable[str]:
    """The keys under one key of a file; none where it is missing or broken, which its own check tells."""
    found = _read(file, file.stat().st_mtime_ns).get(key) if file.exists() else None
    return list(found) if isinstance(found, dict) else []


@lru_cache(maxsize=256)
def _read(file: Path, _changed: int) -> dict[str, Any]:
    try:
        found = yaml.load(file.read_bytes(), Loader=LOADER)
    except (yaml.YAMLError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
