"""Where languages lie: each in a folder of its own, in the package or in the folders that a user names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tahqiq.catalog.folders import named_folders
from tahqiq.catalog.version import DATA
from tahqiq.errors import UsageError

VARIABLE = "TAHQIQ_LANGUAGES"
"""The variable of the environment that names folders of languages, parted as those of PATH are."""
FIGURES = "language.yml"
"""What is known of a language's figures and dates: the file that makes a folder a language."""
INFLECTION, LEXEMES, PLACES, REPAIR = "inflection.yml", "lexemes.yml", "places.yml", "repair.yml"
"""How its words change, how it says the concepts, how it names places, and the words that mending needs."""
LABELS = "labels.yml"
"""What the codes of registers are called, where a register's own folder does not say it."""
FALLBACK = "en"
"""The language whose words stand where another one has none."""
CASES = "cases.yml"
"""Sentences with the claims in them."""


def in_language(words: Mapping[str, Any], language: str) -> str:
    """A text that is told in several languages, in this one, or in the one that stands in for it; else nothing."""
    return str(words.get(language) or words.get(FALLBACK) or "")


def language_folders() -> dict[str, Path]:
    """The folder of every language by its code: those that ship, then those that the user names.

    UsageError where two have one code.
    """
    found = {path.name: path for path in _languages_in(DATA / "languages")}
    for root in named_folders(VARIABLE):
        for path in _languages_in(root):
            if path.name in found:
                raise UsageError("same_language", name=path.name, path=str(path), other=str(found[path.name]))
            found[path.name] = path
    return found


def language_file(code: str, name: str) -> Path:
    """Where a file of a language lies, whether or not it is there."""
    return language_folders().get(code, DATA / "languages" / code) / name


def language_files(name: str) -> list[Path]:
    """The files of this name of all languages that have one, by code."""
    found = (folder / name for folder in language_folders().values())
    return [path for path in found if path.exists()]


def _languages_in(root: Path) -> Iterator[Path]:
    """A folder that is a language itself, or the languages that lie in it."""
    if (root / FIGURES).exists():
        yield root
        return
    yield from (path.parent for path in sorted(root.glob(f"*/{FIGURES}")))
