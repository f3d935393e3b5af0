"""Frames: what a statement about a measure looks like, as data (`frames.yml` of a register)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.places import members_of
from tahqiq.catalog.registers import register_files


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a dimension: places named as one of `kinds`, among a group, after one of the `cues`.

    A place after one of `skip_after` fills nothing ("the war on ..."). `inherit` says where a missing filler may come
    from: sentence, previous (sentence), whole (the figure this one is a part of), heading.
    """

    dimension: str
    kinds: tuple[str, ...] = ("place", "seat", "adj")
    among: frozenset[str] | None = None
    cues: tuple[str, ...] = ()
    skip_after: tuple[str, ...] = ()
    inherit: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of statement. Fields ending in plural names hold term ids; `more` holds what one kind alone needs."""

    id: str
    register: str
    kind: str
    measure: str
    unit: str | None
    anchors: frozenset[str]
    strong: frozenset[str]
    units: frozenset[str]
    bare_after: frozenset[str]
    blockers: frozenset[str]
    foreign: frozenset[str]
    roles: Mapping[str, Role]
    also: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@cache
def load_frames() -> tuple[Frame, ...]:
    """The frames of all registers."""
    files = register_files("frames.yml")
    raw = compiled("frames", files, lambda: {f.parent.name: _read(f) for f in files})
    return tuple(_frame(register, name, entry) for register, frames in raw.items() for name, entry in frames.items())


def _read(path: Path) -> Any:
    return read_yaml(path)["frames"]


def frames_of(kind: str) -> tuple[Frame, ...]:
    """The frames of one kind."""
    return tuple(f for f in load_frames() if f.kind == kind)


KNOWN = {"kind", "measure", "unit", "roles", "also", "anchors", "strong", "units", "bare_after", "blockers", "foreign"}


def _frame(register: str, name: str, raw: dict[str, Any]) -> Frame:
    sets = {k: frozenset(raw.get(k, ())) for k in ("anchors", "strong", "units", "bare_after", "blockers", "foreign")}
    return Frame(
        id=name,
        register=register,
        kind=raw["kind"],
        measure=raw["measure"],
        unit=raw.get("unit"),
        roles={r: _role(r, v or {}) for r, v in raw.get("roles", {}).items()},
        also=tuple(raw.get("also", ())),
        more={k: v for k, v in raw.items() if k not in KNOWN},
        **sets,
    )


def _role(dimension: str, raw: dict[str, Any]) -> Role:
    return Role(
        dimension,
        tuple(raw.get("kinds", ("place", "seat", "adj"))),
        members_of(raw["among"]) if "among" in raw else None,
        tuple(raw.get("cues", ())),
        tuple(raw.get("skip_after", ())),
        frozenset(raw.get("inherit", ())),
    )
