"""Places: their codes, names, the groups they belong to, and the groups that share a subject."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import DATA, compiled
from tahqiq.catalog.language_folders import PLACES, language_file


@cache
def load_places() -> Mapping[str, Any]:
    """`places.yml` as it stands: places, groups and subject groups."""
    file = DATA / PLACES

    def build() -> Any:
        from tahqiq.catalog.models.check import read_model
        from tahqiq.catalog.models.places import PlacesFile

        return read_model(file, PlacesFile)

    value: Mapping[str, Any] = compiled("places", [file], build)
    return value


@cache
def load_names(language: str) -> Mapping[str, Any]:
    """`places.yml` of a language as it stands: names, terms, adjectives and seats of every place; empty without one."""
    file = language_file(language, PLACES)
    if not file.exists():
        return {"places": {}}

    def build() -> Any:
        from tahqiq.catalog.models.check import as_written
        from tahqiq.catalog.models.places import NamesFile

        return as_written(file, NamesFile)

    value: Mapping[str, Any] = compiled(f"places.{language}", [file], build)
    return value


def members_of(group: str) -> frozenset[str]:
    """The places of a named group, such as the permanent members."""
    return frozenset(load_places()["groups"][group])


def group_of(code: str) -> tuple[str, ...]:
    """The places that share a subject with this one, itself first."""
    return _groups().get(code, (code,))


def seat_on(code: str, day: date) -> str:
    """The place that held on a day the seat that this one holds now: the Soviet Union before Russia's first day."""
    place = load_places()["places"].get(code, {})
    begins, before = place.get("from"), place.get("follows")
    return seat_on(before, day) if before and begins and day < date.fromisoformat(begins) else code


def seated_since(code: str) -> date | None:
    """The day from which the present government holds the seat of a place, where another one held it before."""
    told = load_places()["places"].get(code, {}).get("seated")
    return date.fromisoformat(told) if told else None


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for codes in load_places()["subject_groups"].values():
        for code in codes:
            found[code] = (code, *(c for c in codes if c != code))
    return found
