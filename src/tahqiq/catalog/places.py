"""Places: their codes, names, the groups they belong to, and the groups that share a subject."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import DATA, compiled, read_yaml


@cache
def load_places() -> Mapping[str, Any]:
    """`places.yml` as it stands: places, groups and subject groups."""
    file = DATA / "places.yml"
    value: Mapping[str, Any] = compiled("places", [file], lambda: _plain(read_yaml(file)))
    return value


@cache
def load_names(language: str) -> Mapping[str, Any]:
    """`places.<language>.yml` as it stands: names, terms, adjectives and seats of every place; empty without one."""
    file = DATA / f"places.{language}.yml"
    if not file.exists():
        return {"places": {}}
    value: Mapping[str, Any] = compiled(f"places.{language}", [file], lambda: read_yaml(file))
    return value


def members_of(group: str) -> frozenset[str]:
    """The places of a named group, such as the permanent members."""
    return frozenset(load_places()["groups"][group])


def group_of(code: str) -> tuple[str, ...]:
    """The places that share a subject with this one, itself first."""
    return _groups().get(code, (code,))


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for codes in load_places().get("subject_groups", {}).values():
        for code in codes:
            found[code] = (code, *(c for c in codes if c != code))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
