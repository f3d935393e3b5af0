"""The sources of a register, with all that is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.registers import RECORDS


@cache
def load_sources(register: str) -> Mapping[str, Mapping[str, Any]]:
    """`sources.yml` of a register as it stands with days as ISO strings."""
    return {name: found or {} for name, found in _all().get(register, {}).items()}


@cache
def _all() -> Mapping[str, Any]:
    files = list(RECORDS.glob("*/sources.yml"))
    value: Mapping[str, Any] = compiled("sources_whole", files, lambda: {p.parent.name: _plain(p) for p in files})
    return value


def _plain(path: Any) -> dict[str, Any]:
    raw = read_yaml(path) or {}
    return {
        str(name): {k: v if isinstance(v, dict) else str(v) for k, v in (s or {}).items()} for name, s in raw.items()
    }
