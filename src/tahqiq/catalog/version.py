"""Which version of the record is read: the one that ships, or one that an update made.

A version is a folder with `records/`, `compiled/` and `version.json`, kept below the user's data folder and never
changed once made. One setting in the environment chooses it, so that processes started from here read the same.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from tahqiq.errors import UsageError

PACKAGE = Path(__file__).resolve().parent.parent
DATA = PACKAGE / "data"
SETTING = "TAHQIQ_RECORD_VERSION"
"""The setting: the name of a version, `newest`, or the path of its folder. Without it the record that ships is read."""
SHIPPED, NEWEST = "shipped", "newest"
"""What the setting may say in place of a name."""
ABOUT = "version.json"
"""The file of a version that tells when and from what it was made; a folder without it is no version."""


def records() -> Path:
    """The folder of the registers."""
    return root() / "records"


def root() -> Path:
    """The folder that holds `records` and `compiled`. UsageError `unknown_version` for a version that is not kept."""
    named = os.environ.get(SETTING, "")
    return find(named) if named else DATA


def chosen() -> str | None:
    """The name of the version that is read; None for the record that ships."""
    found = root()
    return None if found == DATA else found.name


def choose(name: str) -> None:
    """Read this version from now on. It belongs before anything is read: what was read stays in memory."""
    find(name)
    os.environ[SETTING] = name


def home() -> Path:
    """Where versions are kept: below the user's data folder, as the system has it."""
    from platformdirs import user_data_path  # here, as the record that ships needs no such folder

    return user_data_path("tahqiq", appauthor=False) / "record"


def kept() -> list[str]:
    """The names of the versions that are kept, the oldest first: a name begins with the day and time of its making."""
    return sorted(path.parent.name for path in home().glob(f"*/{ABOUT}"))


@cache
def find(name: str) -> Path:
    """The folder of a version by what the setting may say. UsageError `unknown_version` where there is none."""
    if name == SHIPPED:
        return DATA
    if name == NEWEST:
        names = kept()
        return home() / names[-1] if names else DATA
    path = Path(name) if os.sep in name else home() / name
    if not (path / "records").is_dir():
        raise UsageError("unknown_version", name=name, known=", ".join([SHIPPED, *kept()]))
    return path.resolve()
