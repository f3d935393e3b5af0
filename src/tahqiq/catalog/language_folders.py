"""Where languages lie: each in a folder of its own, in the package."""

from __future__ import annotations

from pathlib import Path

from tahqiq.catalog.version import DATA

FIGURES = "language.yml"
"""What is known of a language's figures and dates: the file that makes a folder a language."""
INFLECTION, LEXEMES, PLACES, REPAIR = "inflection.yml", "lexemes.yml", "places.yml", "repair.yml"
"""How its words change, how it says the concepts, how it names places, and the words that mending needs."""


def language_folders() -> dict[str, Path]:
    """The folder of every language by its code."""
    return {path.parent.name: path.parent for path in sorted((DATA / "languages").glob(f"*/{FIGURES}"))}


def language_file(code: str, name: str) -> Path:
    """Where a file of a language lies, whether or not it is there."""
    return language_folders().get(code, DATA / "languages" / code) / name


def language_files(name: str) -> list[Path]:
    """The files of this name of all languages that have one, by code."""
    found = (folder / name for folder in language_folders().values())
    return [path for path in found if path.exists()]
