"""The files of a new language, each key and each concept with what it means."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from tahqiq.catalog.compiled import DATA, read_yaml
from tahqiq.catalog.concepts import lexeme_files
from tahqiq.catalog.language_folders import CASES, FALLBACK, FIGURES, INFLECTION, LEXEMES, PLACES, REPAIR
from tahqiq.catalog.making import cldr
from tahqiq.catalog.making.skeleton import CLDR, OPEN, comment, flow, skeleton
from tahqiq.catalog.models.language import LanguageFile
from tahqiq.catalog.models.lexemes import Inflection
from tahqiq.catalog.models.places import RepairFile
from tahqiq.catalog.places import load_names, load_places
from tahqiq.catalog.registers import load_registers
from tahqiq.errors import InputError, UsageError

USUAL = DATA / "templates" / "language.yml"
"""What most languages have in their files, and the currencies whose names are asked of CLDR."""
GENERAL = "concepts.yml"
SHOWN = FALLBACK
"""The language whose words are shown beside each concept."""
MOST = 12
"""How many of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new folder, how many concepts it lists, and how many places are named by CLDR, of all."""

    folder: Path
    concepts: int
    named: int
    places: int


def make_language(code: str, folder: Path) -> Made:
    """Write the files of a language into a folder that there is not yet: whole, or not at all.

    UsageError where CLDR does not know the code, InputError where the folder exists or cannot be written.
    """
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError) as problem:
        raise UsageError("no_locale", name=code) from problem
    if code != locale.language:
        raise UsageError("no_locale", name=code)  # a region or a script is no language of its own
    if folder.exists():
        raise InputError("language_exists", path=str(folder))
    usual, named, listed = read_yaml(USUAL), cldr.places(locale), _concepts()
    files = {
        FIGURES: skeleton(LanguageFile, cldr.language(locale, usual["currencies"]), usual[FIGURES]),
        REPAIR: skeleton(RepairFile, cldr.repair(locale), usual[REPAIR]),
        INFLECTION: skeleton(Inflection, {}, usual[INFLECTION]),
        PLACES: _places(named),
        LEXEMES: _lexemes(listed),
        CASES: [
            "# Sentences with every claim in them, right ones and wrong ones, and such as must give none.",
            "snippets: []",
        ],
    }
    try:
        folder.mkdir(parents=True)
        for name, lines in files.items():
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise InputError("cannot_write", path=str(folder), problem=problem.strerror) from problem
    return Made(folder, sum(map(len, listed.values())), len(named), len(load_places()["places"]))


def _concepts() -> Mapping[str, Mapping[str, Any]]:
    """All concepts as their files tell them: the general ones first, then those of each register."""
    files = {GENERAL: DATA / GENERAL} | {r.id: r.folder / GENERAL for r in load_registers().values()}
    return {name: read_yaml(file)["concepts"] for name, file in files.items() if file.exists()}


def _lexemes(listed: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    shown = _words(SHOWN)
    yield f"# {OPEN} For each concept, the words that say it: docs/how-to/add-a-language.md."
    yield "parts: {}"
    yield "lexemes:"
    for owner, concepts in listed.items():
        yield "" if owner == GENERAL else f"\n  # {owner}"
        for name, concept in concepts.items():
            yield f"  # {concept['means']}: {concept['example']}"
            if name in shown:
                yield from comment(f"{SHOWN}: {flow(shown[name][:MOST])}", "  ")
            yield f"  {name}: []"
    yield f"# {OPEN} Frequent words that never narrow a figure, parted by spaces: articles, prepositions, auxiliaries."
    yield 'neutral: ""'
    yield f"# {OPEN} Words whose full stop ends no sentence."
    yield "abbreviations: []"


def _words(code: str) -> Mapping[str, list[str]]:
    """The words of a language for each concept, from all its files."""
    found: dict[str, list[str]] = {}
    for file in lexeme_files(code):
        for name, lexemes in read_yaml(file)["lexemes"].items():
            found.setdefault(name, []).extend(lexemes)
    return found


def _places(named: Mapping[str, str]) -> Iterator[str]:
    shown = load_names(SHOWN)["places"]
    yield f"# `terms` {CLDR} holds the name alone: add other names, `adjectives` with all their forms (also of the"
    yield "# people) and `metonyms` (a capital that stands for the government)."
    yield "places:"
    for code in load_places()["places"]:
        name = named.get(code, "")
        entry = {"name": name, "terms": [name] if name else [], "adjectives": [], "metonyms": []}
        mark = CLDR if name else f"{OPEN} {shown[code]['name']}"
        yield f"  {code}: {flow(entry)}  # {mark}"
    yield f"# {OPEN} Regions and matters, with the places that each concerns."
    yield "subjects: {}"
