"""The sources of a register, with all that is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import compiled
from tahqiq.catalog.registers import register_files


@cache
def load_sources(register: str) -> Mapping[str, Mapping[str, Any]]:
    """`sources.yml` of a register as it stands with days as ISO strings."""
    found: Mapping[str, Mapping[str, Any]] = _all().get(register, {})
    return found


@cache
def _all() -> Mapping[str, Any]:
    files = register_files("sources.yml")

    def build() -> Any:
        from tahqiq.catalog.models.check import read_model
        from tahqiq.catalog.models.sources import Sources

        return {f.parent.name: read_model(f, Sources) for f in files}

    found: Mapping[str, Any] = compiled("sources_whole", files, build)
    return found
