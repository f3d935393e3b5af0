"""Abbreviations the registers know and what they stand for (`abbreviations.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tahqiq.catalog.compiled import compiled
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.registers import register_files

SHORT = 3
"""Words of fewer letters ("of") tell nothing of an expansion."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Letters with the words of their expansions, folded."""

    letters: str
    register: str
    words: frozenset[str]


@cache
def load_abbreviations(language: str) -> dict[str, Abbreviation]:
    """The abbreviations by their letters, with the words of their expansions in English and in a language."""
    files = register_files("abbreviations.yml")

    def build() -> Any:
        from tahqiq.catalog.models.abbreviations import Abbreviations
        from tahqiq.catalog.models.check import read_model

        return {f.parent.name: read_model(f, Abbreviations)["abbreviations"] for f in files}

    raw = compiled("abbreviations", files, build)
    return {
        letters: Abbreviation(letters, register, _words(entry, language))
        for register, listed in raw.items()
        for letters, entry in listed.items()
    }


def _words(entry: dict[str, Any], language: str) -> frozenset[str]:
    told = [entry["stands_for"][k] for k in ("en", language) if k in entry["stands_for"]]
    told += entry["also"].get(language, ())
    return frozenset(w for phrase in told for w in folded_words(phrase, language))


def folded_words(text: str, language: str) -> frozenset[str]:
    """The words of a text that say something, folded, without the article of the language."""
    spoken = load_language(language)
    article = str(spoken.settings["article"] or "")
    bare = [w.strip(".,;:()[]\"'\u060c\u061b\u00ab\u00bb\u201c\u201d") for w in spoken.fold(text).text.lower().split()]
    kept = [w[len(article) :] if article and w.startswith(article) else w for w in bare]
    return frozenset(w for w in kept if len(w) >= SHORT)
