"""The languages: what their data says about letters, joining words, figures and dates, ready for use.

`data/languages/<code>/language.yml` and CLDR (through Babel) are compiled once (see catalog.compiled); loading a
language then reads one JSON file. How the YAML is written: docs/how-to/add-a-language.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled
from tahqiq.catalog.language_folders import FIGURES, language_file, language_folders
from tahqiq.errors import UsageError

SAMPLE = 4000
"""So many characters tell the language of a text."""
SHORTEST_WEEKDAY = 4
"""A shorter name of a weekday is held against no date: it may be something else (the Sun)."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a surface may mean. A field that does not apply is None or False.

    slot: the place of a cardinal (z zero, u unit, x ten, n teen, t tens, h whole hundreds, H hundred, s scale,
    d dozen); alone: how often it counts without a figure before it;
    rank: of an ordinal; fraction: with `needs` one or many before it; currency: a list with the code or None.
    calendar: of a month that is not Gregorian, its own;
    systems: bits of the month namings a month name belongs to.
    skip: clitic letters before the word; definite: an article is part of it.
    """

    value: float | None = None
    slot: str = ""
    alone: int = 1
    dual: bool = False
    rank: float | None = None
    fraction: float | None = None
    needs: str = ""
    month: int | None = None
    careful: int = 0
    systems: int = 0
    calendar: str = ""
    part: int | None = None
    short: bool = False
    decade: int | None = None
    century: bool = False
    weekday: int | None = None
    percent: bool = False
    suffix: bool = False
    tens: bool = False
    glued: float | None = None
    narrow: bool = False
    currency: tuple[str | None] | None = None
    factor: float = 1
    count: float = 1
    before: bool = False
    upper: bool = False
    skip: int = 0
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """A text written the way words are compared, and the way back.

    `marks` holds, for every character that was taken out, the position in the folded text where it stood; it is None
    when nothing was taken out.
    """

    text: str
    marks: Sequence[int] | None
    raw: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the text given. Marks that belong to the last letter stay with it."""
        if self.marks is None:
            return start, end
        last = end + bisect_right(self.marks, end - 1)
        while last < len(self.raw) and _combining(self.raw[last]):
            last += 1
        return start + bisect_right(self.marks, start), last

    def index(self, raw: int) -> int:
        """The position in the folded text of a raw position."""
        if self.marks is None:
            return raw
        low, high = 0, len(self.marks)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.marks[middle] + middle < raw else (low, middle)
        return raw - low


@lru_cache(maxsize=4096)
def _combining(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char) in ("Mn", "Lm")


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. Everything is folded (see `fold`) except `letters`, `sentence_end` and `months`.

    months: (name, number, calendar), gregorian or one of `calendars`; clitics: `before` and `after`, what may be
    attached to a word, longest first; settings: the rest of the YAML, for the language stage.
    """

    code: str
    name: Mapping[str, str]
    letters: str
    frequent: frozenset[str]
    sentence_end: tuple[str, ...]
    clitics_before: tuple[str, ...]
    clitics_after: tuple[str, ...]
    months: tuple[tuple[str, int, str], ...]
    words: Mapping[str, Word | None]
    tails: Mapping[str, list[tuple[str, Word]]]
    roles: Mapping[str, str]
    settings: Mapping[str, Any]
    deleted: re.Pattern[str]
    letter: re.Pattern[str]
    same: tuple[tuple[str, str], ...]
    kept: dict[str, Folded] = field(default_factory=dict)

    def fold(self, text: str) -> Folded:
        """The text as words are compared: marks deleted, look-alike letters and digits made equal, lower case.

        The last text folded is kept: several stages fold the same one.
        """
        kept = self.kept.get("folded")
        if kept is not None and kept.raw is text:
            return kept
        self.kept["folded"] = folded = self._fold(text)
        return folded

    def _fold(self, text: str) -> Folded:
        pieces = self.deleted.split(text)
        marks = list(accumulate(map(len, pieces[:-1]))) if len(pieces) > 1 else None
        plain = "".join(pieces) if marks else text
        low = plain.lower()
        if len(low) != len(plain):
            low = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
        if not low.isascii():
            for char, other in self.same:  # ten times as fast as str.translate
                low = low.replace(char, other)
        return Folded(low, marks, text)


@cache
def available() -> tuple[str, ...]:
    """The codes of all languages there is data for."""
    return tuple(sorted(language_folders()))


@cache
def load_language(code: str) -> Language:
    """The language of that code. Raises UsageError (`unknown_language`) when there is no data for it."""
    if code not in available():
        raise UsageError("unknown_language", language=code, known=", ".join(available()))
    source = language_file(code, FIGURES)
    return _language(compiled(f"language.{code}", [source], lambda: _build(source)))


def detect(text: str) -> str:
    """The code of the language a text is written in, by script first and by its frequent words next; default en."""
    sample = text[:SAMPLE]
    letters = {code: sum(map(len, load_language(code).letter.findall(sample))) for code in available()}
    most = max(letters.values(), default=0)
    near = [code for code, count in letters.items() if count and 2 * count >= most]
    if len(near) == 1:
        return near[0]
    best, top = "en", 0.0
    for code in near:
        language = load_language(code)
        words = re.findall(r"[^\W\d_]+", language.fold(sample).text)
        common = sum(word in language.frequent for word in words) / max(1, len(words))
        score = letters[code] / max(1, len(sample)) + common
        if score > top + 1e-9:
            best, top = code, score
    return best


def _build(source: Path) -> dict[str, Any]:
    from tahqiq.catalog import number_words
    from tahqiq.catalog.models.check import as_written
    from tahqiq.catalog.models.language import LanguageFile

    data = as_written(source, LanguageFile)
    table, deleted = _table(data["normalise"]), _class(data["normalise"]["delete"])

    def fold(surface: str) -> str:
        return re.sub(deleted, "", surface).lower().translate(table)

    months = [(name, number, "gregorian") for number, name in number_words.month_names(data)]
    for calendar, entry in data.get("calendars", {}).items():
        months += [(name, number, calendar) for number, names in entry["months"].items() for name in names]
    return {
        "data": data,
        "months": months,
        "settings": _settings(data, fold),
        "same": [(chr(key), value) for key, value in table.items()],
        **number_words.build(data, fold),
    }


def _settings(data: Mapping[str, Any], fold: Any) -> dict[str, Any]:
    joiners = [fold(word) for word in data["roles"]["and"] if word in data["clitics"]["before"]]
    lists = {key: [fold(word) for word in value] for key, value in data.items() if key.endswith(LISTS)}
    for key in lists:
        if key.endswith(CARRY_AND):
            lists[key] += [joiner + word for joiner in joiners for word in lists[key]]
    eras = data["eras"] | {name: entry["eras"] for name, entry in data.get("calendars", {}).items()}
    return lists | {
        "exact": {fold(key): value for key, value in data["exact"].items()},
        "vowelled": _vowelled(data["numbers"].get("vowelled_fractions", {}), fold),
        "not_fraction_before": [fold(word) for word in data["numbers"]["not_before"]],
        "article": fold(data["clitics"]["article"] or ""),
        "articles": [fold(word) for word in data["clitics"]["with_article"].values()],
        "eras": {era: [fold(word) for word in words] for era, words in eras.items()},
        "fiscal": [fold(word) for word in data["fiscal"]],
        "century": {key: [fold(word) for word in words] for key, words in data["century"].items()},
    }


def _vowelled(parts: Mapping[int, Sequence[str]], fold: Any) -> dict[str, list[tuple[str, int]]]:
    """Fractions that only their vowels tell from a figure: folded form -> (spelling, parts)."""
    found: dict[str, list[tuple[str, int]]] = {}
    for count, words in parts.items():
        for word in words:
            found.setdefault(fold(word), []).append((word, count))
    return found


CARRY_AND = ("_before", "_prepositions", "day_words")
LISTS = ("_before", "_after", "_words", "_endings", "_suffixes", "_prepositions", "_letters", "frequent")


def _class(ranges: str) -> str:
    return f"[{ranges}]"


def _table(normalise: Mapping[str, Any]) -> dict[int, str]:
    table = {ord(key): value for key, value in normalise["map"].items()}
    for digits in normalise["digits"]:
        table.update({ord(digit): str(value) for value, digit in enumerate(digits)})
    return table


def _language(built: Mapping[str, Any]) -> Language:
    data, deleted = built["data"], _class(built["data"]["normalise"]["delete"])
    entries = [_word(entry) for entry in built["entries"]]
    tails = {first: [(rest, entries[place]) for rest, place in rests] for first, rests in built["tails"].items()}
    words: dict[str, Word | None] = dict.fromkeys(tails)
    words.update((form, entries[place]) for form, place in built["words"].items())
    return Language(
        code=data["language"],
        name=data["name"],
        letters=data["letters"],
        frequent=frozenset(built["settings"]["frequent"]),
        sentence_end=tuple(data["sentence_end"]),
        clitics_before=_longest({*data["clitics"]["before"], *data["clitics"]["with_article"].values()}),
        clitics_after=_longest(data["clitics"]["after"]),
        months=tuple((name, number, family) for name, number, family in built["months"]),
        words=words,
        tails=tails,
        roles=built["roles"],
        settings={**data, **built["settings"]},
        deleted=re.compile(deleted),
        letter=re.compile(f"{_class(data['letters'])}+"),
        same=tuple((char, other) for char, other in built["same"]),
    )


def _word(entry: Mapping[str, Any]) -> Word:
    currency = entry.get("currency")
    return Word(**{**entry, "currency": None if currency is None else tuple(currency)})


def _longest(words: Sequence[str] | set[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
