"""Who is meant by a code or a name: a place of the record, or an organisation that the rules of a register know."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from tahqiq.catalog.places import load_names, load_places
from tahqiq.errors import UsageError
from tahqiq.record.rules import load_rules

LANGUAGES = ("en", "ar")


def find_buyer(register: str, text: str) -> str:
    """The code of a buyer given by code or name, in any language; UsageError lists the nearest to an unknown one."""
    rules = load_rules(register)
    names = buyer_names(rules)
    wanted = text.strip().casefold()
    for code, said in names.items():
        if wanted in {code.casefold(), *(s.casefold() for s in said)}:
            return code
    near = _near(wanted, names)
    raise UsageError("unknown_buyer", name=text, near="; ".join(near) or "-")


def buyer_names(rules: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Every possible buyer with the names it is known by."""
    places = {code for code in load_places()["places"] if code not in rules["not_buyers"]}
    names: dict[str, tuple[str, ...]] = {code: tuple(said.values()) for code, said in rules["organisations"].items()}
    for language in LANGUAGES:
        for code, entry in load_names(language)["places"].items():
            if code in places:
                names[code] = (*names.get(code, ()), entry["name"], *map(str, entry.get("terms", ())))
    return names


def buyer_name(register: str, code: str, language: str) -> str:
    """The name of a buyer as shown in a language."""
    organisation = load_rules(register)["organisations"].get(code)
    if organisation:
        return str(organisation[language])
    entry = load_names(language)["places"].get(code)
    return str(entry["name"]) if entry else code


def _near(wanted: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Up to five buyers whose code or name looks like this one, the nearest first."""
    forms = {form.casefold(): code for code, said in names.items() for form in (code, *said)}
    codes = dict.fromkeys(forms[form] for form in difflib.get_close_matches(wanted, forms, n=12, cutoff=0.6))
    return [f"{code} ({names[code][0]})" for code in list(codes)[:5]]
