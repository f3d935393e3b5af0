"""Places: their codes, names, the groups they belong to, and the groups that share a subject."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import DATA, compiled
from tahqiq.catalog.inflection import NAMES, TAGGED, Form, Inflection, read_inflection, rules_of
from tahqiq.catalog.language_folders import INFLECTION, PLACES, language_file


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
    """`places.yml` of a language: names, terms, adjectives and seats of every place, in all their forms.

    `says` holds the concepts that a form says beside its name. Empty without a file.
    """
    file, rules = language_file(language, PLACES), language_file(language, INFLECTION)
    if not file.exists():
        return {"places": {}}

    def build() -> Any:
        from tahqiq.catalog.models.check import as_written
        from tahqiq.catalog.models.places import NamesFile

        names = as_written(file, NamesFile)
        return _inflected(names, read_inflection(rules_of(language), {}))

    value: Mapping[str, Any] = compiled(f"places.{language}", [f for f in (file, rules) if f.exists()], build)
    return value


def _inflected(names: Mapping[str, Any], inflection: Inflection) -> dict[str, Any]:
    """The names with each word that is tagged (`Peru/n`) in all its forms."""
    says: dict[str, list[str]] = {}

    def forms(written: str) -> list[str]:
        found = inflection.expand(written) if TAGGED.search(written) else [Form(written)]
        for form in found:
            said = says.setdefault(form.text, []) if form.also else []
            said += [concept for concept in form.also if concept not in said]
        return [form.text for form in found]

    def named(entry: Mapping[str, Any]) -> dict[str, Any]:
        listed = {part: [f for w in entry[part] for f in forms(str(w))] for part in NAMES if part in entry}
        return {**entry, **{part: list(dict.fromkeys(found)) for part, found in listed.items()}}

    places = {code: named(entry) for code, entry in names["places"].items()}
    subjects = {form: codes for written, codes in names.get("subjects", {}).items() for form in forms(str(written))}
    return {**names, "places": places, "subjects": subjects, "says": says}


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
