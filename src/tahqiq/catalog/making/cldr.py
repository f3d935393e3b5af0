"""What CLDR (through Babel) knows of a language, in the form of its files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from tahqiq.catalog.models.base import TOLD_IN
from tahqiq.catalog.places import load_places

COUNTS = (1, 2, 3, 5, 11)
"""Counts that between them take every plural form of a language."""
SPACE = " \u00a0\u200e\u200f"
"""What CLDR writes between a figure and its word."""
MANY_LETTERS = 200
"""A script of more letters than these is told by its first and its last one."""


def language(locale: Locale, currencies: Iterable[str]) -> dict[str, Any]:
    """What goes into `language.yml`; of `currencies`, codes, the names."""
    code, order = str(locale.language), locale.date_formats["long"].pattern.lower()
    eras = locale.eras["abbreviated"]
    return {
        "language": code,
        "name": {told: str(Locale.parse(told).languages.get(code, code)) for told in (*TOLD_IN, code)},
        "letters": _letters(locale),
        "cldr": [code],
        "numbers": {"decimal_comma": _decimal(locale) == ",", "scales": _scales(locale)},
        "currency": {"symbol_locales": [code], "nouns": dict(_nouns(currencies, code))},
        "weekdays": {day: _forms(locale.days, day) for day in range(7)},
        "date_order": "dmy" if order.index("d") < order.index("m") else "mdy",
        "eras": {"before": [eras[0]], "gregorian": [eras[1]]},
    }


def repair(locale: Locale) -> dict[str, Any]:
    """What goes into `repair.yml`."""
    months = locale.months["format"]
    named = {
        name: [months[width][n] for n in range(1, 13)] for name, width in (("long", "wide"), ("short", "abbreviated"))
    }
    return {"language": str(locale.language), "direction": locale.text_direction, "months": named}


def places(locale: Locale) -> dict[str, str]:
    """The name of every place that CLDR has one for, by our code."""
    aliases = get_global("territory_aliases")
    today = [code for code, place in load_places()["places"].items() if place["kind"] != "former"]
    codes = {code: found[0] for code in today if len(found := aliases.get(code, [])) == 1}
    return {code: locale.territories[short] for code, short in codes.items() if short in locale.territories}


def _decimal(locale: Locale) -> str:
    symbols = locale.number_symbols
    return str(symbols.get(locale.default_numbering_system, symbols.get("latn", {})).get("decimal", "."))


def _forms(names: Mapping[str, Any], key: int) -> list[str]:
    """The names of a day or a month, inside a sentence and alone."""
    return list(dict.fromkeys(names[how]["wide"][key] for how in ("format", "stand-alone")))


def _scales(locale: Locale) -> dict[int, dict[str, list[str]]]:
    """The words for a thousand and up, in all their plural forms."""
    found: dict[int, dict[str, None]] = {}
    formats = locale.compact_decimal_formats
    for forms in (formats.get("long") or formats["short"]).values():
        for value, pattern in forms.items():
            word = pattern.pattern.replace("0", "", 1).strip(SPACE)
            if word and "0" not in word:  # "00 thousand" tells of another ten
                found.setdefault(int(value), {})[word] = None
    return {value: {"many": list(words)} for value, words in sorted(found.items())}


def _nouns(currencies: Iterable[str], code: str) -> Iterator[tuple[str, Any]]:
    for currency in currencies:
        names = dict.fromkeys(get_currency_name(currency, count, code).lower() for count in COUNTS)
        yield currency.lower(), {"forms": list(names), "default": currency}


def _letters(locale: Locale) -> str:
    """The letters of all names that CLDR has in a language, as ranges of a regular expression, both cases."""
    names = (*locale.territories.values(), *locale.languages.values(), *locale.months["format"]["wide"].values())
    found = {c for c in "".join(map(str, names)) if unicodedata.category(c).startswith("L")}
    own = _of_one_script(found)
    every = sorted({ord(c) for letter in own for c in letter.lower() + letter.upper()})
    if len(every) > MANY_LETTERS:
        return f"{chr(every[0])}-{chr(every[-1])}"
    return "".join(_ranges(every))


def _of_one_script(letters: Iterable[str]) -> list[str]:
    """The letters of the script that has most of them, as far as their names tell it."""
    scripts: dict[str, list[str]] = {}
    for letter in letters:
        scripts.setdefault(unicodedata.name(letter, "").partition(" ")[0], []).append(letter)
    return max(scripts.values(), key=len)


def _ranges(codes: list[int]) -> Iterator[str]:
    start = last = codes[0]
    for code in [*codes[1:], -1]:
        if code != last + 1:
            yield chr(start) if start == last else f"{chr(start)}-{chr(last)}"
            start = code
        last = code
