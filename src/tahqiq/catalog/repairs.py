"""The words that mending needs, per language: `repair.yml` in its folder, compiled and turned into patterns once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tahqiq.catalog.compiled import compiled
from tahqiq.catalog.language_folders import REPAIR, language_files
from tahqiq.catalog.languages import SHORTEST_WEEKDAY, load_language

DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9]"
# Marks of direction that extraction and keyboards leave between words; they print nothing.
MARKS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"


@dataclass(frozen=True, slots=True)
class RepairWords:
    """The words of one language. Patterns match whole words; `month` maps a folded name to its numbers by tradition,
    `weekdays` one to its number (0 Monday). `of`: what may stand between the parts of a date, `year`: behind it,
    `ordinal`: behind its day."""

    language: str
    rtl: bool
    encodings: tuple[str, ...]
    common: frozenset[str]
    prefixes: tuple[str, ...]
    joined: tuple[str, ...]
    openers: frozenset[str]
    questions: re.Pattern[str]
    dangling: re.Pattern[str]
    before_count: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    bylines: re.Pattern[str]
    weekday: re.Pattern[str]
    weekdays: Mapping[str, int]
    month: str
    of: str
    year: str
    ordinal: str
    months: Mapping[str, tuple[tuple[str, int], ...]]
    folds: Mapping[int, str]

    def fold(self, word: str) -> str:
        """The word with letters that are written for one another made equal, in lower case."""
        return " ".join(word.translate(self.folds).lower().split())

    def readings(self, name: str) -> tuple[tuple[str, int], ...]:
        """The (tradition, number 1..12) pairs of a month name."""
        return self.months.get(self.fold(name), ())


@lru_cache(maxsize=1)
def repair_words() -> Mapping[str, RepairWords]:
    """The words of every language that has a data file, by language code."""
    paths = language_files(REPAIR)

    def build() -> Any:
        from tahqiq.catalog.models.check import as_written
        from tahqiq.catalog.models.places import RepairFile

        return [as_written(path, RepairFile) for path in paths]

    raw = compiled("repair", paths, build)
    return {entry["language"]: _words(entry) for entry in raw}


def _words(entry: Mapping[str, Any]) -> RepairWords:
    variants = entry["variants"]
    folds = {ord(letter): others[-1] for letter, others in variants.items()}
    names = [
        (name, (tradition, number))
        for tradition, listed in entry["months"].items()
        for number, name in enumerate(listed, 1)
    ]
    months: dict[str, list[tuple[str, int]]] = {}
    for name, reading in names:
        months.setdefault(" ".join(name.translate(folds).lower().split()), []).append(reading)

    def pattern(words: list[str]) -> re.Pattern[str]:
        return re.compile(rf"(?:{_any(words, variants)})(?!\w)", re.IGNORECASE)

    settings = load_language(entry["language"]).settings
    days = settings["weekdays"].items()
    weekdays = {name: int(day) for day, listed in days for name in listed if len(name) >= SHORTEST_WEEKDAY}

    return RepairWords(
        language=entry["language"],
        rtl=entry["direction"] == "rtl",
        encodings=tuple(entry["encodings"]),
        common=frozenset(entry["common"]),
        prefixes=tuple(entry["prefixes"]),
        joined=tuple(entry["joined"]),
        openers=frozenset(entry["openers"]),
        questions=pattern(entry["questions"]),
        dangling=pattern(entry["dangling"]),
        before_count=pattern(entry["before_count"]),
        published=pattern(entry["published"]),
        updated=pattern(entry["updated"]),
        bylines=pattern(entry["bylines"]),
        weekday=re.compile(rf"(?<!\w)(?P<name>{_any(list(weekdays), variants)})(?!\w)", re.IGNORECASE),
        weekdays={" ".join(name.translate(folds).lower().split()): day for name, day in weekdays.items()},
        month=_any([name for name, _ in names], variants),
        of=_any(settings["roles"]["of"], variants),
        year=_any(settings.get("year_after", []), variants),
        ordinal=_any(settings.get("ordinal_suffixes", []), variants),
        months={name: tuple(dict.fromkeys(found)) for name, found in months.items()},
        folds=folds,
    )


def _any(words: list[str], variants: Mapping[str, str]) -> str:
    """A regular expression for any of the words, the longest first, in all their spellings."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(_spelling(word, variants) for word in longest)


def _spelling(word: str, variants: Mapping[str, str]) -> str:
    letters = (r"\s+" if c == " " else f"[{variants[c]}]" if c in variants else re.escape(c) for c in word)
    return "".join(letters)
