"""What the codes of a register mean, in words: the `labels` of its `vocab.<language>.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.registers import register_files


@cache
def load_vocabularies(language: str) -> Mapping[str, Any]:
    """By register and vocabulary, the name of every code; empty for a language without any."""
    files = register_files(f"vocab.{language}.yml")
    value: Mapping[str, Any] = compiled(f"labels.{language}", files, lambda: {p.parent.name: _labels(p) for p in files})
    return value


def _labels(path: Path) -> dict[str, Any]:
    raw = (read_yaml(path) or {}).get("labels") or {}
    return {str(k): {str(c): n for c, n in v.items()} if isinstance(v, dict) else v for k, v in raw.items()}
