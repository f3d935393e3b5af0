"""What the head of a column of figures says: the measure, the unit, the magnitude, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tahqiq.catalog.headers import load_headers, named_in, phrases, words_of

YEAR = re.compile(r"\D*?((?:1[5-9]|20)\d\d)(?: \[YR\d{4}\])?")


@dataclass(frozen=True, slots=True)
class Head:
    """`measure`: the entry of `headers.yml`. `unit`: one of its units, or the code of a currency. `size`: what a figure
    stands for. `rest`: the words that nothing here explains.
    """

    measure: str | None
    unit: str | None
    size: int
    rest: str


def read_head(text: str) -> Head:
    """A head taken apart. Words left over make a known measure another one, except of a noun that may be of anything:
    of that they tell what it is of.
    """
    rest, measure = _taken(text, phrases("measures"))
    rest, size = _taken(rest, phrases("magnitudes"))
    rest, currency = _taken(rest, phrases("currencies"))
    rest, unit = _taken(rest, phrases("units"))
    while (shorter := _taken(rest, {"generic": load_headers()["generic"]}))[1]:
        rest = shorter[0]
    known = entry(measure)
    if measure and rest and not known["common"] and not _led(text, measure, rest):
        return Head(None, currency or unit or _own_unit(known), int(size or 1), _without(text, size, currency))
    return Head(measure, currency or unit or _own_unit(known), int(size or 1), rest)


def _led(text: str, measure: str, rest: str) -> bool:
    """Whether what is left over stands behind the measure and a preposition: "contributions to the United Nations"."""
    words = words_of(text)
    held = max((p for p in map(words_of, phrases("measures")[measure]) if f" {p} " in f" {words} "), key=len)
    before, _, behind = f" {words} ".partition(f" {held} ")
    led = any(behind.startswith(f"{p} ") for p in load_headers()["prepositions"])
    return led and not set(rest.split()) & set(before.split())


def entry(measure: str | None) -> Mapping[str, Any]:
    """The entry of a measure; an empty one for none."""
    return load_headers()["measures"][measure] if measure else {"unit": None, "common": False}


def year_of(head: str) -> str | None:
    """The year that a head is, of a table that has a column for each."""
    found = YEAR.fullmatch(head.strip())
    return found.group(1) if found else None


def _own_unit(known: Mapping[str, Any]) -> str | None:
    return None if known["unit"] == "money" else known["unit"]


def _without(text: str, size: str | None, currency: str | None) -> str:
    """The head without its magnitude and currency: what names a measure of its own."""
    rest = _taken(text, phrases("magnitudes"))[0] if size else words_of(text)
    return _taken(rest, phrases("currencies"))[0] if currency else rest


def _taken(text: str, listed: Mapping[str, list[str]]) -> tuple[str, str | None]:
    """The words without the phrase of an entry that they hold, and the entry."""
    words = words_of(text)
    name = named_in(words, listed)
    if name is None:
        return words, None
    held = [p for p in map(words_of, listed[name]) if f" {p} " in f" {words} "]
    return " ".join(f" {words} ".replace(f" {max(held, key=len)} ", " ", 1).split()), name
