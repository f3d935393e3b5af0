"""Data files that all registers share against their models; and that every key of every model says what it holds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

import tahqiq
from tahqiq.catalog.models.base import DataFile
from tahqiq.catalog.models.check import check_file
from tahqiq.catalog.models.concepts import Concepts
from tahqiq.catalog.models.files import KINDS, check_general
from tahqiq.catalog.models.language import LanguageFile
from tahqiq.catalog.models.lexemes import Inflection, Lexemes
from tahqiq.catalog.models.places import NamesFile, PlacesFile, RepairFile
from tahqiq.reporting.words.flaws import tell_flaw
from tahqiq.reporting.words.messages import languages, load_messages

PACKAGE = Path(tahqiq.__file__).parent
CHECK = "from tahqiq.interfaces.cli import main; main()"
SHARED: dict[str, type[DataFile]] = {
    "languages/en/language.yml": LanguageFile,
    "places.yml": PlacesFile,
    "languages/en/places.yml": NamesFile,
    "languages/en/repair.yml": RepairFile,
    "concepts.yml": Concepts,
    "languages/en/lexemes.yml": Lexemes,
    "languages/en/inflection.yml": Inflection,
}
SLIPS = {
    "a bare word": ("languages/en/language.yml", 'was, "on", with', "was, on, with", "bare_word"),
    "a number among words": ("languages/en/language.yml", "year_before: [year,", "year_before: [1950,", "wrong_type"),
    "a misspelt key": ("languages/en/language.yml", "range_before:", "range_befor:", "unknown_key"),
    "an order that is none": ("languages/en/language.yml", "order: tens_first", "order: tens_frist", "unknown_name"),
    "a character mapped twice": ("languages/en/language.yml", '"–": "-"', '"–": "—"', "mapped_twice"),
    "a place that is none": ("places.yml", "permanent_members: [CHN", "permanent_members: [CHI", "unknown_name"),
    "a misspelt part of a name": ("languages/en/places.yml", "adjectives:", "adjective:", "unknown_key"),
    "a code that is none": ("languages/en/places.yml", "subjects:\n", "subjects:\n  there: [XXX]\n", "unknown_name"),
    "a part of speech that a name has not": ("languages/en/places.yml", '"Albania"]', '"Albania/q"]', "unknown_name"),
    "another language than its folder": ("languages/en/language.yml", "language: en", "language: fr", "unknown_name"),
    "a month too few": ("languages/en/repair.yml", "long: [January, ", "long: [", "not_twelve"),
    "a kind of concepts that is none": ("concepts.yml", "  lead.roughly:", "  leads.roughly:", "unknown_name"),
    "an interval that is none": ("concepts.yml", "[1945-09-02/..]", "[1945-09/..]", "wrong_value"),
    "a comma that ends a meaning": ("concepts.yml", "{means: two times,", "{means: two times, twice,", "unknown_key"),
    "a pattern that is none": ("languages/en/inflection.yml", 'fits: "^(.*)e$"', 'fits: "^(.*e$"', "wrong_value"),
    "a part without rules": ("languages/en/inflection.yml", "irregular:\n  v:", "irregular:\n  x:", "unknown_name"),
}


@pytest.mark.parametrize("case", SLIPS.values(), ids=SLIPS.keys())
def test_files_that_all_registers_share_are_read_as_strictly(case: tuple[str, str, str, str], tmp_path: Path) -> None:
    file, old, new, code = case
    text = (PACKAGE / "data" / file).read_text("utf-8")
    assert old in text
    path = tmp_path / "file.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    flaws = check_file(path, SHARED[file]).flaws
    assert code in [flaw.code for flaw in flaws]
    for language in languages():
        assert all("\n" not in tell_flaw(flaw, load_messages(language)) for flaw in flaws)


def test_a_broken_language_is_told_by_the_command_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "tahqiq", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "tahqiq" / "data" / "languages" / "en" / "language.yml"
    path.write_text(path.read_text("utf-8").replace("range_before:", "range_befor:"), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", CHECK, "check", "-"],
        input="83 vetoes",
        env={"PYTHONPATH": str(tmp_path), "TAHQIQ_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 1
    first, *_ = told.stderr.splitlines()
    assert first.startswith("tahqiq: languages/en/language.yml:")
    assert "Did you mean “range_before”?" in first


def test_the_words_that_all_registers_share_are_sound() -> None:
    assert not [tell_flaw(flaw, load_messages("en")) for flaw in check_general()]


def test_a_slip_in_the_words_that_all_share_is_told_by_validate(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "tahqiq", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "tahqiq" / "data" / "languages" / "en" / "lexemes.yml"
    path.write_text(path.read_text("utf-8").replace("  unit.times: [time/n", "  unit.times: [time/q"), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", CHECK, "record", "validate", "security_council_vetoes"],
        env={"PYTHONPATH": str(tmp_path), "TAHQIQ_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 1
    assert "languages/en/lexemes.yml:" in told.stderr
    assert "“q” is not known here" in told.stderr


def parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from parts(kind)


@pytest.mark.parametrize("model", [*KINDS.values(), *SHARED.values()], ids=lambda m: m.__name__)
def test_every_key_says_what_it_holds(model: type[DataFile]) -> None:
    for part in parts(model):
        silent = [name for name, field in part.model_fields.items() if name != "root" and not field.description]
        assert not silent, f"{part.__name__}: {silent}"
