"""What the values of a table are called in other languages: cities by CLDR, international organisations by ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from tahqiq.catalog.headers import load_headers, words_of
from tahqiq.record.making.plan import Dimension

CITIES = "city"


def other_names(value: str, dimension: Dimension) -> Mapping[str, str]:
    """By language, what a value is called; nothing where neither CLDR nor our list holds it."""
    if dimension.known == CITIES:
        return _cities().get(words_of(value), {})
    names: Mapping[str, str] = _organisations().get(words_of(value), {}).get("names", {})
    return names


def spoken_names(value: str) -> Mapping[str, list[str]]:
    """By language, how sentences name a value that is an international organisation, as lexemes."""
    said: Mapping[str, list[str]] = _organisations().get(words_of(value), {}).get("says", {})
    return said


def bodies_beside(values: Iterable[str]) -> dict[str, list[str]]:
    """By language, how sentences name the organisations that are not among these values of a table that has several."""
    known = [_organisations()[w]["names"] for w in map(words_of, values) if w in _organisations()]
    others = [entry for entry in load_headers()["organisations"].values() if entry["names"] not in known]
    found: dict[str, list[str]] = {}
    for entry in others if len(known) > 1 else ():
        for code, words in entry["says"].items():
            found.setdefault(code, []).extend(words)
    return found


@cache
def _organisations() -> dict[str, Any]:
    listed = load_headers()["organisations"].values()
    return {words_of(name): entry for entry in listed for name in entry["headers"]}


@cache
def _cities() -> dict[str, dict[str, str]]:
    """The cities after which time zones are named, by their folded name in either language."""
    from babel import Locale

    locales = {code: Locale(code).time_zones for code in ("en", "ar")}
    found: dict[str, dict[str, str]] = {}
    for zone in {z for zones in locales.values() for z in zones}:
        own = {"en": zone.rpartition("/")[2].replace("_", " ")}
        own |= {c: zones[zone]["city"] for c, zones in locales.items() if zone in zones and "city" in zones[zone]}
        found.update({words_of(name): own for name in own.values()})
    return found
