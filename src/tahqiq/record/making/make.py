"""From a table to a register: read, planned, given its first words, written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tahqiq.errors import InputError
from tahqiq.record.making.plan import Plan
from tahqiq.record.making.words import speak
from tahqiq.record.making.write import About, write_register


def make_register(plan: Plan, about: About, folder: Path, synonyms: Mapping[str, list[str]]) -> None:
    """Write the register of a plan into a folder that there is not yet: whole, or not at all.

    InputError where the folder exists or cannot be written.
    """
    if folder.exists():
        raise InputError("folder_exists", path=str(folder))
    spoken = speak(plan, about.titles, synonyms)
    try:
        write_register(plan, about, spoken, folder)
    except OSError as problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise InputError("cannot_write", path=str(folder), problem=problem.strerror) from problem
