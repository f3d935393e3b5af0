"""What the values of a table are called in other languages, where CLDR knows them: cities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tahqiq.catalog.headers import words_of
from tahqiq.record.making.plan import Dimension

CITIES = "city"


def other_names(value: str, dimension: Dimension) -> Mapping[str, str]:
    """By language, what a value is called: a city by its name in CLDR; nothing for what CLDR does not hold."""
    return _cities().get(words_of(value), {}) if dimension.known == CITIES else {}


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
