"""The names of places: the same places in both languages, and no form that names two of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "src/tahqiq/data"
PLACES: dict[str, Any] = yaml.safe_load((DATA / "places.yml").read_text("utf-8"))
NAMES: dict[str, Any] = {
    lang: yaml.safe_load((DATA / "languages" / lang / "places.yml").read_text("utf-8")) for lang in ("ar", "en")
}
FOLD = str.maketrans("أإآىة", "ااايه", "ًٌٍَُِّْ")


def forms(place: dict[str, Any]) -> list[str]:
    return [form for part in ("terms", "adjectives", "metonyms") for form in place.get(part, ())]


@pytest.mark.parametrize("lang", NAMES)
def test_every_place_is_named(lang: str) -> None:
    assert set(NAMES[lang]["places"]) == set(PLACES["places"])
    for place in NAMES[lang]["places"].values():
        assert place["name"]
        assert place["terms"]
        assert set(place.get("ambiguous", ())) | set(place.get("cased", ())) <= set(forms(place))


@pytest.mark.parametrize("lang", NAMES)
def test_no_form_names_two_places(lang: str) -> None:
    owner: dict[str, str] = {}
    listed = [(form, code) for code, place in NAMES[lang]["places"].items() for form in forms(place)]
    listed += [(form, "/".join(codes)) for form, codes in NAMES[lang]["subjects"].items()]
    listed += [(form, "none") for form in NAMES[lang]["not_places"]]
    for form, code in listed:
        assert owner.setdefault(form.translate(FOLD), code) == code, form


def test_groups_and_subjects_hold_known_places() -> None:
    known = set(PLACES["places"])
    named = [codes for lang in NAMES for codes in NAMES[lang]["subjects"].values()]
    named += [*PLACES["groups"].values(), *PLACES["subject_groups"].values(), *PLACES["succession"].items()]
    assert all(set(codes) <= known for codes in named)


def test_members_of_the_united_nations_are_complete() -> None:
    kinds = [place["kind"] for place in PLACES["places"].values()]
    assert kinds.count("member") == 193
    assert kinds.count("observer") == 2
