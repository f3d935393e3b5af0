"""A new version of the record: the one before with some registers renewed, put in place whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tahqiq.catalog.models.updates import Updates
from tahqiq.catalog.version import ABOUT, DATA, SHIPPED, home, kept
from tahqiq.errors import TahqiqError, UsageError
from tahqiq.record.updating.renewing import (
    UPDATES,
    Renewed,
    as_told,
    compile_version,
    read_updates,
    renew,
    restore,
    validate,
)
from tahqiq.release import __version__

PARTS = ("records", "compiled")
"""What a version is made of; what is compiled of registers that stay as they were is good in the new one too."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one register: renewed, nothing new (neither), or why it was left as it was."""

    register: str
    renewed: Renewed | None = None
    problem: TahqiqError | None = None


@dataclass
class Making:
    """A version being made. `outcomes` does the work, register by register; `name` is set once it is in place."""

    registers: Sequence[str]
    mirror: str | None
    moment: datetime
    name: str | None = None
    base: Path = field(init=False)
    about: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.base, self.about = _base()
        known = renewable(self.base)
        for name in self.registers:
            if name not in known:
                raise UsageError("no_updates", name=name, known=", ".join(known))
        again = self.about["registers"] if self.base == DATA else {}
        chosen = {n for n in known if not self.registers or n in self.registers or n in again}
        reads = {name: set(_updates(self.base, name).reads) for name in known}
        readers = [name for name in known if reads[name] and (name in chosen or reads[name] & chosen)]
        self.registers = [*(name for name in known if name in chosen and not reads[name]), *readers]

    def outcomes(self) -> Iterator[Outcome]:
        """Renew one register after the other. What fails leaves its register as it was, and the others go on."""
        folder = home() / f".making-{os.getpid()}"
        for part in PARTS:
            shutil.copytree(self.base / part, folder / part)
        told: dict[str, Any] = {}
        try:
            for name in self.registers:
                outcome = self._renewed(folder, name)
                yield outcome
                if outcome.renewed:
                    told[name] = as_told(outcome.renewed)
            if told:
                self._finish(folder, told)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _renewed(self, version: Path, name: str) -> Outcome:
        folder, before = version / "records" / name, self.base / "records" / name
        made_from = self.about["registers"].get(name, {}).get("fetched", {}) if self.base != DATA else {}
        known = {file: had["sha256"] for file, had in made_from.items()}
        try:
            renewed = renew(folder, before, known, self.mirror, self.moment.date())
            if renewed:
                for other in _askers(version, name):
                    validate(version, other)
        except (TahqiqError, OSError) as problem:
            restore(folder, before)
            return Outcome(name, problem=problem if isinstance(problem, TahqiqError) else _wrapped(problem))
        if renewed is None:
            restore(folder, before)
        return Outcome(name, renewed)

    def _finish(self, folder: Path, told: Mapping[str, Any]) -> None:
        compile_version(folder)
        before = self.about["registers"] if self.base != DATA else {}
        about = {
            "made": self.moment.isoformat(timespec="seconds"),
            "tahqiq": __version__,
            "shipped": digest(DATA / "records"),
            "base": SHIPPED if self.base == DATA else self.base.name,
            "renewed": list(told),
            "registers": {**before, **told},
        }
        (folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        name = f"{self.moment:%Y-%m-%d-%H%M%S}-{digest(folder / 'records')[:8]}"
        folder.rename(home() / name)
        self.name = name


def _updates(version: Path, register: str) -> Updates:
    told = read_updates(version / "records" / register)
    assert told is not None
    return told


def renewable(version: Path) -> list[str]:
    """The registers of a version that say where their newest files lie."""
    return sorted(path.parent.name for path in (version / "records").glob(f"*/{UPDATES}"))


def begin(registers: Sequence[str], mirror: str | None) -> Making:
    """A version to be made now. UsageError `no_updates` for a register that does not say how it is renewed."""
    return Making(registers, mirror, datetime.now(UTC))


def read_about(name: str) -> dict[str, Any]:
    """What a version that is kept tells of itself."""
    told: dict[str, Any] = json.loads((home() / name / ABOUT).read_text("utf-8"))
    return told


def digest(folder: Path) -> str:
    """A hash of every file below a folder, with its name."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _base() -> tuple[Path, Mapping[str, Any]]:
    """The version that the new one starts from: the newest, unless it stands on another record than ships now.

    Then it is the one that ships, in which all that was renewed before is renewed again.
    """
    names = kept()
    if not names:
        return DATA, {"registers": {}}
    about = read_about(names[-1])
    return (home() / names[-1] if about["shipped"] == digest(DATA / "records") else DATA), about


def _askers(version: Path, register: str) -> list[str]:
    """The registers whose measures are reckoned from those of this one."""
    files = (version / "records").glob("*/register.yml")
    return [
        f.parent.name for f in files if f.parent.name != register and f"register: {register}," in f.read_text("utf-8")
    ]


def _wrapped(problem: OSError) -> TahqiqError:
    from tahqiq.errors import RecordError

    return RecordError("build_failed", register=str(problem.filename), problem=problem.strerror or str(problem))
