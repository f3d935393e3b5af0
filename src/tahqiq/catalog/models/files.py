"""Which model a file has, by its name; and a register's folder whole, set against the models of its files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.language_folders import (
    CASES,
    FIGURES,
    INFLECTION,
    LABELS,
    LEXEMES,
    PLACES,
    REPAIR,
    language_folders,
)
from tahqiq.catalog.models.abbreviations import Abbreviations
from tahqiq.catalog.models.base import DataFile, Folder, Listing
from tahqiq.catalog.models.cases import Cases, LanguageCases
from tahqiq.catalog.models.check import check_file, plain, shown
from tahqiq.catalog.models.concepts import Concepts
from tahqiq.catalog.models.frames import Frames
from tahqiq.catalog.models.language import LanguageFile
from tahqiq.catalog.models.lexemes import Inflection, Lexemes
from tahqiq.catalog.models.places import NamesFile, PlacesFile, RepairFile
from tahqiq.catalog.models.register import RegisterFile
from tahqiq.catalog.models.sources import Corrections, Sources
from tahqiq.catalog.models.triggers import Triggers
from tahqiq.catalog.models.updates import Updates
from tahqiq.catalog.models.vocabulary import Vocabulary
from tahqiq.errors import Flaw

REGISTER = "register.yml"


class Anything(Listing[Any]):
    """A file whose shape is left to what reads it; that it is sound YAML is seen to all the same."""


KINDS: dict[str, type[DataFile]] = {
    REGISTER: RegisterFile,
    "sources.yml": Sources,
    "corrections.yml": Corrections,
    "cases.yml": Cases,
    "triggers.*.yml": Triggers,
    "concepts.yml": Concepts,
    "lexemes.*.yml": Lexemes,
    "frames.yml": Frames,
    "abbreviations.yml": Abbreviations,
    "vocab.*.yml": Vocabulary,
    "updates.yml": Updates,
    "*": Anything,
}
"""The model of each file of a register, by a pattern of its name; the first that fits."""


LANGUAGE: dict[str, type[DataFile]] = {
    FIGURES: LanguageFile,
    INFLECTION: Inflection,
    LEXEMES: Lexemes,
    PLACES: NamesFile,
    REPAIR: RepairFile,
    CASES: LanguageCases,
    LABELS: Anything,
}
"""The model of each file of a language, by its name."""


def check_general() -> tuple[Flaw, ...]:
    """All that is wrong with the files that all registers share: places, concepts, and those of every language."""
    shared = (*check_file(DATA / PLACES, PlacesFile).flaws, *check_file(DATA / "concepts.yml", Concepts).flaws)
    return (*shared, *(flaw for folder in language_folders().values() for flaw in check_language(folder)))


def check_language(folder: Path) -> tuple[Flaw, ...]:
    """All that is wrong with the files of one language."""
    files = [(folder / name, model) for name, model in LANGUAGE.items() if (folder / name).exists()]
    return tuple(flaw for path, model in files for flaw in check_file(path, model).flaws)


def model_of(path: Path) -> type[DataFile]:
    """The model of a file of a register."""
    return next(model for pattern, model in KINDS.items() if fnmatch(path.name, pattern))


def check_folder(files: Iterable[Path]) -> tuple[RegisterFile | None, tuple[Flaw, ...]]:
    """What `register.yml` among the files of one folder says, and all that is wrong with any of them."""
    listed = sorted(files)
    path = next((f for f in listed if f.name == REGISTER), None)
    if path is None:
        return None, (Flaw(shown(listed[0].parent), 1, "no_register"),)
    checked = check_file(path, RegisterFile)
    register = checked.read
    if register is None:
        return None, checked.flaws
    folder = Folder(path.parent, register.asked_by, frozenset(register.dimensions))
    others = [check_file(f, model_of(f), folder) for f in listed if f != path]
    return register, tuple(flaw for other in others for flaw in other.flaws)


def read_registers(folders: Iterable[Iterable[Path]]) -> dict[str, Any]:
    """The registers that are sound, as JSON by id, and the flaws of those that are not, by the name of the folder."""
    sound, broken = {}, {}
    for files in folders:
        listed = list(files)
        register, flaws = check_folder(listed)
        if register is None or flaws:
            broken[listed[0].parent.name] = [asdict(flaw) for flaw in flaws]
        else:
            sound[register.id] = {k: v for k, v in plain(register).items() if k != "assertions"}
    return {"sound": sound, "broken": broken}
