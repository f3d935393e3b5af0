"""From a language's YAML and CLDR to one dictionary of surfaces: the work a check never does (see catalog.compiled).

The result is plain JSON: `entries` (what a word may mean), `words` (surface -> its entry), `tails` (first word ->
[rest of a phrase, its entry], the longest first) and `roles` (joining word -> letters, see ROLES).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from tahqiq.catalog import currencies

Data = Mapping[str, Any]
Sense = tuple[str, dict[str, Any]]

ROLES = {
    "and": "a",
    "or": "r",
    "to": "t",
    "of": "o",
    "in": "i",
    "year": "y",
    "month": "m",
    "article": "",
    "day": "",
    "one": "A",
    "between": "b",
    "after": "f",
    "point": "p",
    "minus": "n",
}


def build(data: Data, fold: Callable[[str], str]) -> dict[str, Any]:
    """The compiled dictionary of one language; `fold` writes a surface the way texts are compared."""
    lexicon = _Lexicon(data, fold)
    numeral_senses = [*_cardinals(data["numbers"]), *_fractions(data["numbers"]), *_ordinals(data)]
    for surface, sense in numeral_senses:
        lexicon.add(surface, sense, article=True)
    for surface, sense in _months(data, fold):
        lexicon.add(surface, sense)
    for surface, sense in (*_parts(data), *_decades(data), *_weekdays(data)):
        lexicon.add(surface, sense, article=True)
    for surface, sense in (*currencies.senses(data["currency"], data["cldr"][0]), *_percent(data), *_suffixes(data)):
        lexicon.add(surface, sense, clitics=False)
    return lexicon.result()


class _Lexicon:
    """Collects senses per surface, with the clitics a surface may carry."""

    def __init__(self, data: Data, fold: Callable[[str], str]) -> None:
        self.data, self.fold = data, fold
        self.words: dict[str, tuple[int, bool, dict[str, Any]]] = {}
        self.tails: dict[str, dict[str, dict[str, Any]]] = {}
        self.entries: dict[str, int] = {}
        self.banned = {fold(word) for word in data["not_words"]}
        self.dependent = {fold(word) for word in data["not_alone"]}

    def add(self, surface: str, sense: dict[str, Any], *, article: bool = False, clitics: bool = True) -> None:
        """Add a word or a phrase: only the first word of a phrase takes clitics."""
        first, rest = _split(self.fold(surface))
        forms = self._forms(first, article) if clitics else [(first, 0, False)]
        for form, letters, definite in forms:
            if form in self.banned:
                continue
            if rest:
                self.tails.setdefault(form, {}).setdefault(rest, {"skip": letters}).update(sense)
                continue
            if form in self.words and self.words[form][0] != letters and "definite" not in sense:
                if self.words[form][0] < letters:
                    continue
                del self.words[form]
            self.words.setdefault(form, (letters, definite, {}))[2].update(sense)
            if form in self.dependent:
                self.words[form][2]["alone"] = 0

    def _forms(self, word: str, article: bool) -> Iterator[tuple[str, int, bool]]:
        clitics, fold = self.data["clitics"], self.fold
        yield word, 0, False
        for letters in map(fold, clitics["before"]):
            yield letters + word, len(letters), False
        if article and clitics["article"] and not word.startswith(fold(clitics["article"])):
            yield fold(clitics["article"]) + word, 0, True
            for letters, joined in clitics["with_article"].items():
                yield fold(joined) + word, len(fold(letters)), True

    def result(self) -> dict[str, Any]:
        words = {form: self._entry(sense, letters, definite) for form, (letters, definite, sense) in self.words.items()}
        tails = {
            first: [(rest, self._entry(sense, 0, False)) for rest, sense in sorted(rests.items(), key=_longest_first)]
            for first, rests in self.tails.items()
        }
        entries = list(map(json.loads, self.entries))
        return {"entries": entries, "words": words, "tails": tails, "roles": _roles(self.data, self.fold)}

    def _entry(self, sense: dict[str, Any], letters: int, definite: bool) -> int:
        """The place of a meaning among all entries: most surfaces share one with others."""
        key = json.dumps({"skip": letters, "definite": definite, **sense}, sort_keys=True)
        return self.entries.setdefault(key, len(self.entries))


def _longest_first(item: tuple[str, Any]) -> tuple[int, str]:
    return -len(item[0]), item[0]


def _split(surface: str) -> tuple[str, str]:
    """The first run of letters or the first sign, and the rest of a phrase."""
    head = re.match(r"[^\W\d_]+|.", surface)
    assert head is not None
    return head[0], surface[head.end() :]


def _roles(data: Data, fold: Callable[[str], str]) -> dict[str, str]:
    roles: dict[str, str] = {}
    plain = {fold(word): ROLES[role] for role, words in data["roles"].items() for word in words}
    joiners = [fold(word) for word in data["roles"]["and"] if word in data["clitics"]["before"]]
    for joiner, (word, letter) in product(joiners, plain.items()):
        roles[joiner + word] = "a" + letter
    for letters in map(fold, data["clitics"]["before"]):
        roles.setdefault(letters, "".join(plain.get(letter, "?") for letter in letters))
    for letters, joined in data["clitics"]["with_article"].items():
        roles.setdefault(fold(joined), "".join(plain.get(letter, "?") for letter in fold(letters)))
    return roles | plain


def _each(groups: Mapping[Any, Iterable[str]]) -> Iterator[tuple[float, str]]:
    return ((value, word) for value, words in groups.items() for word in words)


def _cardinals(n: Data) -> Iterator[Sense]:
    yield from ((word, {"value": 0, "slot": "z"}) for word in n["zero"])
    for slot, key in (("u", "units"), ("n", "teens"), ("t", "tens"), ("h", "hundreds"), ("d", "multipliers")):
        for value, word in _each(n.get(key, {})):
            yield word, {"value": value, "slot": slot} | ({"alone": 0} if slot == "d" else {})
    yield from ((word, {"value": value, "slot": "u", "alone": 0}) for value, word in _each(n.get("joined_units", {})))
    for value, word in _each(n.get("half_more", {})):
        yield word, {"value": value + 0.5, "slot": "u"}
    yield from ((word, {"value": 10, "slot": "x"}) for word in n["ten"])
    one = 0 if n["and"] == "optional" else 1
    yield from ((word, {"value": 100, "slot": "H", "alone": n.get("bare_hundred", one)}) for word in n["hundred"])
    yield from ((word, {"value": 100, "slot": "H", "alone": 0}) for word in n.get("hundred_many", ()))
    for value, forms in n["scales"].items():
        for count, key in ((1, "one"), (2, "two"), (0, "many")):
            yield from ((word, {"value": value, "slot": "s", "alone": count}) for word in forms.get(key, ()))
        yield from ((word, {"value": 2 * value, "slot": "s", "dual": True}) for word in forms.get("dual", ()))


def _fractions(n: Data) -> Iterator[Sense]:
    for parts, forms in n["fractions"].items():
        yield from ((word, {"fraction": 1 / parts}) for word in forms.get("one", ()))
        yield from ((word, {"fraction": 2 / parts}) for word in forms.get("two", ()))
        yield from ((word, {"fraction": 1 / parts, "needs": "and"}) for word in forms.get("after_and", ()))
        many, one = forms.get("many", ()), forms.get("after_one", ())
        for word in (*many, *one):
            needs = "both" if word in many and word in one else "many" if word in many else "one"
            yield word, {"fraction": 1 / parts, "needs": needs}


def _ordinals(data: Data) -> Iterator[Sense]:
    for value, word in _each(data["ordinals"]):
        yield word, {"rank": value}
    for value, word in _each(data["joined_ordinals"]):
        yield word, {"rank": value, "alone": 0}


NUMBERED = 3
"""How careful to be with the number of a month: it is none but after a day."""


def _months(data: Data, fold: Callable[[str], str]) -> Iterator[Sense]:
    from babel import Locale

    careful, capital = map(fold, data["months"]["careful"]), set(data["months"].get("capital", ()))
    care = {name: 1 if name in capital else 2 for name in careful}
    systems = _systems(data, fold)
    first = Locale.parse(data["cldr"][0]).months["format"]["abbreviated"]
    short = [(number, str(name).rstrip(".").lower()) for number, name in first.items()]
    for number, name in month_names(data) + short:
        key = fold(name)
        bits = systems.get(key) or systems.get((number, _split(key)[0]), 1)
        yield name, {"month": number, "careful": care.get(key, 0), "systems": bits}
    for number, name in _each(data["months"]["numbered"]):
        yield name, {"month": number, "careful": NUMBERED}
    for calendar, entry in data.get("calendars", {}).items():
        for number, name in _each(entry["months"]):
            yield name, {"month": number, "calendar": calendar}


def _systems(data: Data, fold: Callable[[str], str]) -> dict[Any, int]:
    """Which of CLDR's locales use a month name, as bits: names without a common bit are of different systems."""
    from babel import Locale

    bits: dict[Any, int] = {}
    for place, code in enumerate(data["cldr"]):
        for number, name in Locale.parse(code).months["format"]["wide"].items():
            for key in (fold(name), (number, _split(fold(name))[0])):
                bits[key] = bits.get(key, 0) | 1 << place
    return bits


def month_names(data: Data) -> list[tuple[int, str]]:
    """Every Gregorian month name of the language: of CLDR's locales for it, and those written by hand."""
    from babel import Locale

    names = {
        (number, str(name).lower())
        for code in data["cldr"]
        for number, name in Locale.parse(code).months["format"]["wide"].items()
    }
    return sorted(names | {(int(number), name) for number, name in _each(data["months"]["gregorian"])})


def _parts(data: Data) -> Iterator[Sense]:
    for count, words in data["parts"].items():
        yield from ((word, {"part": count}) for word in words["words"])
        yield from ((word, {"part": count, "short": True}) for word in words.get("short", ()))


def _decades(data: Data) -> Iterator[Sense]:
    yield from ((word, {"decade": value}) for value, word in _each(data["decades"]))
    yield from ((word, {"century": True}) for word in data["century"]["words"])


def _weekdays(data: Data) -> Iterator[Sense]:
    return ((word, {"weekday": day}) for day, word in _each(data["weekdays"]))


def _percent(data: Data) -> Iterator[Sense]:
    yield from ((word, {"percent": True}) for word in data["percent"])
    yield from ((word, {"percent": True, "before": True}) for word in data.get("percent_before", ()))


def _suffixes(data: Data) -> Iterator[Sense]:
    yield from ((word.lstrip("-. '"), {"suffix": True}) for word in data.get("ordinal_suffixes", ()))
    yield from ((word, {"tens": True}) for word in data.get("decade_suffixes", ()) if word.isalpha())
    short = data["numbers"].get("glued", {})
    narrow = data["numbers"].get("glued_upper_or_money", ())
    yield from ((word, {"glued": value, "narrow": word in narrow}) for word, value in short.items())
