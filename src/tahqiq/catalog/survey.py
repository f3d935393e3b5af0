"""What a language lacks: concepts without words, words that say too much, words that no case holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from tahqiq.catalog.compiled import read_yaml
from tahqiq.catalog.concepts import NEUTRAL, load_forms, spoken
from tahqiq.catalog.language_folders import CASES, FIGURES, language_file, language_files
from tahqiq.catalog.languages import available
from tahqiq.catalog.lexicon import load_lexicon, reads_claims
from tahqiq.catalog.places import load_names, load_places
from tahqiq.catalog.registers import own_registers, register_files
from tahqiq.catalog.triggers import load_triggers
from tahqiq.catalog.unspaced import spaced


@dataclass(frozen=True, slots=True)
class Survey:
    """What a language lacks, each list in order.

    keys: lists of `language.yml` that are empty though every other language has words there; concepts: those that
    another language has words for; places: codes without a name; events: how many of the events that another language
    has triggers for have none; ambiguous: two concepts that one form says, with the form, where no other language says
    both in one; uncovered: concepts whose words stand in no case; cases: how many sentences there are.
    """

    keys: tuple[str, ...]
    concepts: tuple[str, ...]
    places: tuple[str, ...]
    events: int
    ambiguous: tuple[tuple[str, str, str], ...]
    uncovered: tuple[str, ...]
    cases: int


def survey(code: str) -> Survey:
    """Look at one language beside all others that are read."""
    others = [other for other in available() if other != code and reads_claims(other)]
    said = set().union(*(spoken(other) for other in others)) - {NEUTRAL}
    own, sentences = spoken(code) - {NEUTRAL}, _sentences(code)
    named = load_names(code)["places"]
    return Survey(
        _empty_keys(code),
        tuple(sorted(said - own)),
        tuple(code for code in load_places()["places"] if not named.get(code, {}).get("terms")),
        len(set().union(*map(_events, others)) - _events(code)),
        tuple(_ambiguous(code, others)),
        tuple(sorted(own - _covered(code, sentences))),
        len(sentences),
    )


def _empty_keys(code: str) -> tuple[str, ...]:
    """The lists of `language.yml` without words, where all other languages have some."""
    own = dict(_lists(read_yaml(language_file(code, FIGURES))))
    others = [dict(_lists(read_yaml(file))) for file in language_files(FIGURES) if file.parent.name != code]
    return tuple(key for key, value in own.items() if not value and all(other.get(key) for other in others))


def _lists(value: Mapping[Any, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Every list or text of a file by the keys that lead to it."""
    for key, inner in value.items():
        name = f"{above}{key}"
        if isinstance(inner, dict) and inner:
            yield from _lists(inner, f"{name}.")
        else:
            yield name, inner or inner is False


def _sentences(code: str) -> list[str]:
    """The sentences of all cases in a language: its own, and those of the registers."""
    files = [f for f in (language_file(code, CASES), *register_files(CASES)) if f.exists()]
    found = (snippet for file in files for snippet in read_yaml(file).get("snippets") or ())
    return [snippet["text"] for snippet in found if snippet["lang"] == code]


def _covered(code: str, sentences: Sequence[str]) -> set[str]:
    """The concepts that the sentences hold words of, of the registers that ship and of own ones."""
    lexicons = [load_lexicon(code, own) for own in (None, *own_registers())]
    cut = [spaced(sentence, code) for sentence in sentences]
    return {i for words in lexicons for sentence in cut for hit in words.find_all(sentence) for i in hit.ids}


def _events(code: str) -> set[str]:
    """The events of all registers that the language has triggers for, as `register.row`."""
    return {f"{t.register}.{x.row}" for t in load_triggers(code) for listed in t.by_form.values() for x in listed}


def _ambiguous(code: str, others: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    usual = set().union(*(_pairs(other).keys() for other in others))
    yield from ((*pair, form) for pair, form in sorted(_pairs(code).items()) if pair not in usual)


@cache
def _pairs(code: str) -> Mapping[tuple[str, str], str]:
    """Two concepts that one form of a language says, with the first such form."""
    found: dict[tuple[str, str], str] = {}
    for form, said in sorted(load_forms(code)[0].items()):
        for pair in combinations(sorted(said), 2):
            found.setdefault(pair, form)
    return found
