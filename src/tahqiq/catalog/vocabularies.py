"""What the codes of a register mean, in words: the `labels` of its `vocab.<language>.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.language_folders import LABELS, language_file
from tahqiq.catalog.registers import register_files


@cache
def load_vocabularies(language: str) -> Mapping[str, Any]:
    """By register and vocabulary, the name of every code: as the register tells them, else the folder of the language.

    Empty for a language without any.
    """
    files, own = register_files(f"vocab.{language}.yml"), language_file(language, LABELS)
    listed = [*files, *([own] if own.exists() else [])]
    value: Mapping[str, Any] = compiled(f"labels.{language}", listed, lambda: _named(files, own))
    return value


def _named(files: list[Path], own: Path) -> dict[str, Any]:
    told = (read_yaml(own) or {}) if own.exists() else {}
    return {register: _coded(labels) for register, labels in told.items()} | {p.parent.name: _labels(p) for p in files}


def _labels(path: Path) -> dict[str, Any]:
    return _coded((read_yaml(path) or {}).get("labels") or {})


def _coded(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {str(k): {str(c): n for c, n in v.items()} if isinstance(v, dict) else v for k, v in raw.items()}
