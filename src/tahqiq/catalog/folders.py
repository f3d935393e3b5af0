"""Where registers lie: in the package, and in the folders that a user names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from tahqiq.catalog.version import PACKAGE, records
from tahqiq.errors import UsageError

VARIABLE = "TAHQIQ_RECORDS"
"""The variable of the environment that names folders of registers, parted as those of PATH are."""
GROUP = "tahqiq.records"
"""The group of entry points by which a package says where its registers lie."""
SIGN = "register.yml"
"""The file that makes a folder a register."""


def named_folders(variable: str = VARIABLE) -> tuple[Path, ...]:
    """The folders that a variable of the environment names, each once. UsageError for one that there is not."""
    named = [Path(part).expanduser().resolve() for part in os.environ.get(variable, "").split(os.pathsep) if part]
    for path in named:
        if not path.is_dir():
            raise UsageError("no_records", path=str(path), variable=variable)
    return tuple(dict.fromkeys(named))


def name_folders(folders: Iterable[str | os.PathLike[str]], variable: str = VARIABLE) -> None:
    """Name further folders, for this process and those that it starts."""
    kept = os.environ.get(variable, "").split(os.pathsep)
    added = [str(Path(folder).expanduser().resolve()) for folder in folders]
    os.environ[variable] = os.pathsep.join(dict.fromkeys(part for part in (*kept, *added) if part))


def take_folders(folders: Iterable[str | os.PathLike[str]]) -> None:
    """Name further folders once the record has been read: what was read of it is forgotten and read anew."""
    name_folders(folders)
    register_folders()
    for name, module in list(sys.modules.items()):
        for held in vars(module).values() if name.startswith(PACKAGE.name) else ():
            if callable(getattr(held, "cache_clear", None)):
                held.cache_clear()


def register_folders() -> dict[str, Path]:
    """The folder of every register by its name: those that ship, then of installed packages, then named by the user.

    UsageError where two have one name.
    """
    found = {path.name: path for path in sorted(records().iterdir()) if any(path.glob("*.yml"))}
    for root in dict.fromkeys((*installed(), *named_folders())):
        for path in _registers_in(root):
            if path.name in found:
                raise UsageError("same_register", name=path.name, path=str(path), other=str(found[path.name]))
            found[path.name] = path
    return found


@cache
def installed() -> tuple[Path, ...]:
    """The folders that installed packages name as entry points of the group `tahqiq.records`; none of them is run."""
    return tuple(place for point in entry_points(group=GROUP) for place in _named_by(point))


def _named_by(point: EntryPoint) -> list[Path]:
    """The folder that an entry point names: beside its package's own files, else wherever Python would find it."""
    own = Path(str(point.dist.locate_file(point.value))).resolve() if point.dist else None
    if own is not None and own.is_dir():
        return [own]
    spec = find_spec(point.value)
    return [Path(place).resolve() for place in (spec.submodule_search_locations or () if spec else ())][:1]


def folder_of(register: str) -> Path:
    """The folder of a register that there is."""
    own = records() / register
    return own if own.exists() else register_folders()[register]


def _registers_in(root: Path) -> Iterator[Path]:
    """A folder that is a register itself, or the registers that lie in it."""
    if (root / SIGN).exists():
        yield root
        return
    yield from (path for path in sorted(root.iterdir()) if (path / SIGN).exists())
