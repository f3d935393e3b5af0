"""The words of a language: Fluent messages of `data/messages/<language>/*.ftl`, with numbers and dates by CLDR.

Parsed once and kept as a syntax tree, so that a run reads no Fluent source and compiles only the messages it says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal
from fluent.runtime import FluentBundle
from fluent.syntax import ast

from tahqiq.catalog.compiled import DATA, compiled
from tahqiq.catalog.language_folders import FALLBACK
from tahqiq.errors import UsageError
from tahqiq.reporting.words.sources import parse

Day = date | str
"""A date, or the ISO form of a day, month or year."""
FOLDER = DATA / "messages"
FIRST, DAY = "01", 10
"""The first of a month in a date, and how many characters the ISO form of a day has."""
ABSENT = "none"
"""What a message sees in place of an argument that was not given; messages select on it."""
OWN = frozenset({"AL", "R", "NSM", "WS", "EN", "CS"})
"""Bidirectional classes that keep their order in a right-to-left sentence."""
PUNCTUATION = frozenset({"Ps", "Pe", "Pi", "Pf", "Po"})
"""Brackets, quotes and points; dashes and signs are none of these."""
TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Characters that embed, override or isolate a direction: with them a text can show another number than it holds."""
COMMANDS = {code: " " if chr(code).isspace() else None for code in (*range(0x20), *range(0x7F, 0xA0), *TURNING)}
"""Control characters, and those that turn a direction."""
ISOLATE, RELEASE = "\u2068", "\u2069"
KEPT = 4096
"""Messages with their arguments that are kept as said: a long text says the same of many claims."""
LONGEST = 2_000
"""Characters of an argument that are said; Fluent says nothing at all of one longer than 2,500."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have every file of messages, sorted: data and pages are made in each of them."""
    files = {code: {file.name for file in (FOLDER / code).glob("*.ftl")} for code in report_languages()}
    every = set().union(*files.values())
    return tuple(code for code, found in files.items() if found == every)


@cache
def report_languages() -> tuple[str, ...]:
    """The languages that a report and the command can speak, sorted: also those that lack other messages."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir()))


@cache
def load_messages(language: str) -> Messages:
    """The messages of a language; UsageError for a language without any."""
    return Messages(language)


class Messages:
    """Says things in one language. Every value put into a right-to-left sentence is isolated (U+2068, U+2069)."""

    def __init__(self, language: str) -> None:
        if language not in report_languages():
            raise UsageError("unknown_language", name=language, known=", ".join(report_languages()))
        self.language = language
        self.direction: str = Locale.parse(language).text_direction
        files = list((FOLDER / language).glob("*.ftl"))
        own: Mapping[str, Any] = compiled(f"messages.{language}", files, lambda: parse(files))
        self.entries: Mapping[str, Any] = own if language in languages() else {**_standing_in(), **own}
        self._bundle = FluentBundle([language], use_isolating=self.direction == "rtl")
        self._loaded: set[str] = set()
        self._kept = lru_cache(KEPT)(lambda name, args: self._format(name, {key: value for key, _, value in args}))
        self._kept_whole = lru_cache(KEPT)(lambda name, args: self._sentences(name, {k: v for k, _, v in args}))
        self._dates: tuple[str, ...] = ()

    def ids(self) -> frozenset[str]:
        """The ids of all messages; private terms are not counted."""
        return frozenset(name for name in self.entries if not name.startswith("-"))

    def has(self, name: str) -> bool:
        """Whether there is a message of this id."""
        return name in self.entries

    def format(self, name: str, /, **args: Any) -> str:
        """The message filled with `args`: numbers and dates are written by CLDR, a missing argument is `none`."""
        try:
            return self._kept(name, tuple((key, type(value), value) for key, value in args.items()))
        except TypeError:  # an argument that cannot be looked up
            return self._format(name, args)

    def _format(self, name: str, args: Mapping[str, Any]) -> str:
        self._load(name)
        return self._lightened(self._say(self._bundle.get_message(name).value, self._filled(name, args)))

    def sentences(self, name: str, /, **args: Any) -> str:
        """The message and, after it, each of its attributes whose argument of the same name was given."""
        try:
            return self._kept_whole(name, tuple((key, type(value), value) for key, value in args.items()))
        except TypeError:
            return self._sentences(name, args)

    def _sentences(self, name: str, args: Mapping[str, Any]) -> str:
        self._load(name)
        message, filled = self._bundle.get_message(name), self._filled(name, args)
        said = [message.value, *(text for key, text in message.attributes.items() if args.get(key) is not None)]
        return self._lightened(" ".join(self._say(pattern, filled) for pattern in said))

    def attribute(self, name: str, part: str) -> str | None:
        """What a message says under a name of its own; None where it says nothing under that name."""
        self._load(name)
        pattern = self._bundle.get_message(name).attributes.get(part)
        return self._lightened(self._say(pattern, {})) if pattern else None

    def number(self, value: float) -> str:
        """A plain number: grouped digits, at most three after the decimal sign."""
        return _number(value, self.language)

    def short(self, value: float) -> str:
        """A large number in words (3.8 billion), with four significant digits: no difference worth showing is lost."""
        magnitude = abs(value)
        digits = 0 if magnitude < 1000 else 4 - ((len(str(int(magnitude))) - 1) % 3 + 1)
        text = format_compact_decimal(value, format_type="long", locale=self.language, fraction_digits=digits)
        return str(text).replace("\u00a0", " ")

    def percent(self, fraction: float) -> str:
        """A fraction as a percentage, at most two digits after the decimal sign."""
        number = format_decimal(round(fraction * 100, 2), locale=self.language, format="#,##0.##")
        return self.format("percent", number=str(number))

    def date(self, value: Day) -> str:
        """A day, month or year (`2023-12-08`, `2023-12`, `2023`, `XXXX-12-08`) as people write it."""
        iso = value if isinstance(value, str) else value.isoformat()
        if not self._dates:
            self._dates = tuple(self.format(f"date-{part}") for part in ("locales", "day", "first", "month"))
        return _written(iso, *self._dates)

    def span(self, start: Day | None, end: Day | None) -> str:
        """A stretch of time, both ends included; an open end is said in words."""
        said = {"from": start and self.date(start), "to": end and self.date(end)}
        days = all(len(str(bound)) == DAY for bound in (start, end) if bound)
        return self.format("span", same="yes" if start == end else "no", whole="day" if days else None, **said)

    def weekday(self, number: int) -> str:
        """The name of a weekday, 0 Monday."""
        return str(get_day_names("wide", locale=self.language)[number])

    def language_name(self, code: str) -> str:
        """The name of a language, by CLDR; the code where it knows none."""
        return str(Locale.parse(self.language).languages.get(code, code))

    def join(self, items: Iterable[str]) -> str:
        """Several things as one list, by CLDR, each isolated in a right-to-left language."""
        return self._lightened(str(format_list([self.isolated(item) for item in items], locale=self.language)))

    def isolated(self, text: str) -> str:
        """The text, kept from mixing with the direction of what surrounds it, where that could happen."""
        foreign = self.direction == "rtl" or _is_foreign(text)
        return f"{ISOLATE}{text}{RELEASE}" if foreign and text else text

    def _filled(self, name: str, args: Mapping[str, Any]) -> dict[str, Any]:
        filled = dict.fromkeys(self.entries[name]["uses"], ABSENT)
        filled.update({key: self._written(value) for key, value in args.items() if value is not None})
        return filled

    def _written(self, value: Any) -> Any:
        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, str):
            value = value if len(value) <= LONGEST else value[:LONGEST] + "\u2026"
            return self.isolated(value) if self.direction == "ltr" else value
        return value

    def _say(self, pattern: Any, args: dict[str, Any]) -> str:
        return str(self._bundle.format_pattern(pattern, args)[0])

    def _lightened(self, text: str) -> str:
        return lightened(text) if self.direction == "rtl" and ISOLATE in text else text

    def _load(self, name: str) -> None:
        """Give the bundle this message and all that it refers to."""
        if name in self._loaded:
            return
        self._loaded.add(name)
        entry = self.entries[name]
        self._bundle.add_resource(ast.Resource([ast.from_json(entry["entry"])]))
        for needed in entry["needs"]:
            self._load(needed)


def _standing_in() -> Mapping[str, Any]:
    """The messages of the language that stands in for what another one lacks."""
    return load_messages(FALLBACK).entries


def clean(text: str) -> str:
    """Words of an article on one line, without what could command a terminal or turn the direction of a line."""
    return " ".join(text.translate(COMMANDS).split())


def shorten(text: str, length: int) -> str:
    """The same, cut at a word when longer than `length` characters."""
    line = clean(text)
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + "\u2026"


@lru_cache(maxsize=KEPT)
def lightened(text: str) -> str:
    """The text without the isolates that a right-to-left sentence can do without.

    Those are the ones around its own letters and figures. Of two that enclose the same, one is enough. Signs between
    figures (a hyphen, a dash) and letters of another direction need theirs.
    """
    kept = list(text)
    opened: list[tuple[int, bool]] = []
    for at, char in enumerate(text):
        if char == ISOLATE:
            opened.append((at, True))
        elif char == RELEASE and opened:
            start, plain = opened.pop()
            doubled = bool(opened) and opened[-1][0] == start - 1 and text[at + 1 : at + 2] == RELEASE
            if plain or doubled:
                kept[start] = kept[at] = ""
            if doubled:
                opened[-1] = (start - 1, plain)  # the outer one now stands for both
        elif opened and not _keeps_order(char):
            opened[-1] = (opened[-1][0], False)
    return "".join(kept)


def _is_foreign(text: str) -> bool:
    """Whether a letter of it is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _keeps_order(char: str) -> bool:
    """Whether a character stays in its place in a right-to-left sentence whatever stands beside it."""
    return unicodedata.bidirectional(char) in OWN or unicodedata.category(char) in PUNCTUATION


@lru_cache(maxsize=4096, typed=True)
def _number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=language, format="#,##0.###"))


@lru_cache(maxsize=4096)
def _written(iso: str, locales: str, day_pattern: str, first_pattern: str, month_pattern: str) -> str:
    parts = iso.split("-")
    day_pattern = first_pattern if parts[-1] == FIRST else day_pattern
    if len(parts) == 1:
        return iso
    names = dict.fromkeys(get_month_names("wide", locale=name)[int(parts[1])] for name in locales.split())
    pattern = day_pattern if len(parts) == 3 else month_pattern
    if not parts[0].isdigit():
        pattern = pattern.replace("y", "").strip(" ,")
    pattern = pattern.replace("MMMM", "'" + "/".join(names) + "'")
    day = date(int(parts[0]) if parts[0].isdigit() else 2000, int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    return str(format_date(day, pattern, locale=locales.split()[0]))
