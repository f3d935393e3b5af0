"""What a filter may be: the code of a value, or a name by which people call it, in any language."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.places import load_names, load_places
from tahqiq.catalog.registers import Dimension, Measure, Register, find_measure
from tahqiq.catalog.vocabularies import load_vocabularies
from tahqiq.errors import UsageError
from tahqiq.record.buyers import LANGUAGES
from tahqiq.record.series import load_rows

PLACES = "places"
YEAR = 4
"""Digits of a year."""
NEAR, ALIKE = 5, 0.6
"""How many values near an unknown one are told, and how alike they must be."""


def find_value(register: Register, measure: Measure, dimension: str, text: str) -> str:
    """The code that is meant. UsageError `unknown_value` tells what is near, each code with its name."""
    spec = register.dimensions[dimension]
    if spec.year_begins:
        return _year(register, measure, spec, text)
    known = names_of(register.id, measure.id, dimension)
    if text in known:
        return text
    found = _by_name(register.id, measure.id, dimension).get(folded(text), ())
    if len(found) == 1:
        return found[0]
    if not found and spec.vocabulary is None and _is_day(text):
        return text  # a day without rows is a day all the same
    near = found or _near(register.id, measure.id, dimension, folded(text))
    told = ", ".join(f"{code} ({known[code][0]})" if known[code] else code for code in near)
    raise UsageError("unknown_value", name=dimension, value=text, known=told or None)


@lru_cache(maxsize=256)
def names_of(register_id: str, measure_id: str, dimension: str) -> Mapping[str, tuple[str, ...]]:
    """Every value that can be asked about, with its names in all languages."""
    register, measure = find_measure(f"{register_id}.{measure_id}")
    spec = register.dimensions[dimension]
    codes = dict.fromkeys((*_codes(register, measure, spec), *held(register, measure, dimension)))
    return {code: tuple(dict.fromkeys(_names(register, spec, code))) for code in codes}


def held(register: Register, measure: Measure, dimension: str) -> frozenset[str]:
    """The values of a dimension that rows of a measure have."""
    base = register.measures[measure.of] if measure.of else measure
    rules = load_rows(register, base).index.get(dimension, {})
    return frozenset(str(value) for values in rules.values() for value in values)


def folded(text: str) -> str:
    """A name as it is compared: without capitals, marks and signs."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c)).split())


def _codes(register: Register, measure: Measure, spec: Dimension) -> Iterator[str]:
    """The codes of a vocabulary, with and without rows; every place where most values are places."""
    known, places = held(register, measure, spec.id), load_places()["places"]
    if spec.vocabulary == PLACES or 2 * len(known & places.keys()) > len(known):
        yield from places
    for language in LANGUAGES:
        named = load_vocabularies(language).get(register.id, {}).get(spec.vocabulary, {})
        yield from named if isinstance(named, Mapping) else ()


def _names(register: Register, spec: Dimension, code: str) -> Iterator[str]:
    for language in LANGUAGES:
        named = load_vocabularies(language).get(register.id, {}).get(spec.vocabulary or spec.id, {})
        if isinstance(named, Mapping) and code in named:
            yield str(named[code])
        place = load_names(language)["places"].get(code)
        if place:
            yield from (str(place["name"]), *map(str, place.get("terms", ())))


@lru_cache(maxsize=256)
def _by_name(register: str, measure: str, dimension: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for code, names in names_of(register, measure, dimension).items():
        for name in (code, *names):
            found.setdefault(folded(name), {})[code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def _near(register: str, measure: str, dimension: str, text: str) -> tuple[str, ...]:
    names = _by_name(register, measure, dimension)
    close = difflib.get_close_matches(text, names, n=2 * NEAR, cutoff=ALIKE)
    return tuple(dict.fromkeys(code for name in close for code in names[name]))[:NEAR]


def _year(register: Register, measure: Measure, spec: Dimension, text: str) -> str:
    """A year in digits of any writing. UsageError for what is none tells the first and the last that are held."""
    if text.isdecimal() and len(text) == YEAR:
        return str(int(text))
    listed = sorted(held(register, measure, spec.id))
    raise UsageError("unknown_value", name=spec.id, value=text, known=f"{listed[0]}, {listed[-1]}" if listed else None)


def _is_day(text: str) -> bool:
    try:
        parse_day(text)
    except UsageError:
        return False
    return True
