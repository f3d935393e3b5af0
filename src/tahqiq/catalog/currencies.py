"""The signs, codes and names of currencies in one language: what CLDR knows and what its YAML adds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

Data = Mapping[str, Any]
Sense = tuple[str, dict[str, Any]]


def senses(currency: Data, locale: str) -> Iterator[Sense]:
    """Every sign, code and name of a currency with what it means; `locale` is CLDR's for the language."""
    for sign, code in _symbols(currency).items():
        yield sign, {"currency": [code], "before": True}
    sign = currency.get("prefixed_symbol", "")
    for prefix, code in currency.get("symbol_prefixes", {}).items():
        yield from ((prefix + gap + sign, {"currency": [code], "before": True}) for gap in ("", " "))
    for prefix, code in currency.get("glued_prefixes", {}).items():
        yield prefix + sign, {"currency": [code], "before": True}
    for word, code in currency.get("abbreviations", {}).items():
        yield word, {"currency": [code], "before": True}
    yield from _codes(currency)
    for noun in (*currency["nouns"].values(), *currency.get("subunits", {}).values()):
        yield from _noun(currency, noun, locale)


def _symbols(currency: Data) -> dict[str, str]:
    """CLDR's one-character signs, and those written by hand, which win."""
    from babel import Locale

    signs: dict[str, str] = {}
    for locale in currency.get("symbol_locales", ()):
        for iso, sign in Locale.parse(locale).currency_symbols.items():
            if len(sign) == 1 and unicodedata.category(sign) == "Sc":
                signs.setdefault(sign, iso)
    return signs | dict(currency["symbols"])


def _codes(currency: Data) -> Iterator[Sense]:
    """ISO codes, in capitals unless the language names them; and with a scale in front (MEUR)."""
    from babel import Locale

    codes = {code: code for code in Locale.parse("en").currencies if code not in currency.get("not_codes", ())}
    for word, code in (codes | currency.get("extra_codes", {})).items():
        low = word.lower()
        yield low, {"currency": [code], "before": True, "upper": low not in currency.get("lower_codes", ())}
        if code in currency.get("scaled_codes", ()):
            for mark, factor in currency["code_scales"].items():
                yield mark + low, {"currency": [code], "factor": factor, "upper": True}


def _noun(currency: Data, noun: Data, locale: str) -> Iterator[Sense]:
    sense = {"currency": [noun.get("default")], "factor": noun.get("factor", 1), "before": False, "upper": False}
    forms = [(form, sense) for form in noun["forms"]]
    forms += [(form, sense | {"count": 2}) for form in noun.get("dual", ())]
    yield from forms
    adjectives = _cldr_adjectives(currency, noun, locale)
    for code, words in noun.get("of", {}).items():
        adjectives.update(dict.fromkeys(words, code))
    for (form, meaning), (adjective, code) in product(forms, adjectives.items()):
        for ending in currency["agreement"]:
            stem = adjective.removesuffix(currency.get("feminine", "")) + ending if ending else adjective
            phrase = f"{stem} {form}" if currency.get("adjective_first") else f"{form} {stem}"
            yield phrase, meaning | {"currency": [code]}


def _cldr_adjectives(currency: Data, noun: Data, locale: str) -> dict[str, str]:
    """`{"Kuwaiti": "KWD"}` for dinar: what CLDR's names of currencies put beside the noun."""
    from babel import Locale

    found: dict[str, str] = {}
    if noun.get("factor"):
        return found
    for code, name in Locale.parse(locale).currencies.items():
        words = name.lower().split()
        noun_word = words[-1] if currency.get("adjective_first") else words[0]
        rest = words[:-1] if currency.get("adjective_first") else words[1:]
        if noun_word in noun["forms"] and rest and all(word.replace("-", "").isalpha() for word in rest):
            found.setdefault(" ".join(rest), code)
    return found
