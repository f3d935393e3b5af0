"""Frames: what a statement about a measure looks like, as data (`frames.yml` of a register).

A frame says which concepts speak of its measure, which figures fit, who fills its roles. The words themselves are
lexemes of the concepts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.places import members_of
from tahqiq.catalog.registers import own_registers, register_files

Shape = Literal["count", "act", "list", "tally", "amount", "rank", "share", "sale", "value", "duty", "quantity"]
Ids = frozenset[str]
NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Role:
    """Who fills a dimension of the measure, or is what the frame is about at all. Keys: models/frames.py."""

    dimension: str
    kinds: tuple[str, ...] = ("place", "seat", "adj")
    among: Ids | None = None
    not_among: Ids = NONE
    leads: Ids = NONE
    tails: Ids = NONE
    bare: bool = False
    owner: bool = False
    matter: bool = False
    subject_of: Ids = NONE
    object_of: Ids = NONE
    fixed: Ids = NONE
    bodies: Ids = NONE
    others: Ids = NONE
    joint: bool = False
    carried: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One kind of statement. What each key means is told at its model, in models/frames.py."""

    id: str
    register: str
    shape: Shape
    measure: str
    unit: str | None = None
    speaks: Ids = NONE
    weak: Ids = NONE
    beside: Ids = NONE
    foreign: Ids = NONE
    ours: Ids = NONE
    unless: Ids = NONE
    things: Ids = NONE
    counts: Ids = NONE
    acted: Ids = NONE
    acts: Ids = NONE
    currency: str | None = None
    also: tuple[str, ...] = ()
    pointed: Mapping[str, Ids] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    accounts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: Ids = NONE
    halves: Ids = NONE
    added: Ids = NONE
    unsplit: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    running: Ids = NONE
    alls: Ids = NONE
    prices: str | None = None
    year: str | None = None
    tops: Ids = NONE
    nouns: Ids = NONE
    wholes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    size: int = 0
    least: int = 0
    symbols: str = ""
    serial: bool = False
    bodies: Ids = NONE
    value: str | None = None
    beside_value: Ids = NONE
    heads: Ids = NONE
    classed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    former: Ids = NONE
    law: Ids = NONE
    asks: Ids = NONE
    mistaken: Ids = NONE
    below_zero: Ids = NONE
    rises: Ids = NONE
    falls: Ids = NONE
    more: Ids = NONE
    fewer: Ids = NONE
    than: Ids = NONE
    multiples: Mapping[str, float] = field(default_factory=dict)
    fold: Ids = NONE
    manifold: Ids = NONE
    by: Ids = NONE
    whence: Ids = NONE
    levels: Ids = NONE
    ties: Ids = NONE
    verbs: Ids = NONE
    holders: Ids = NONE
    some: Ids = NONE
    means: Ids = NONE
    converted: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    flow: bool = False
    nominal: bool = False
    summed: tuple[str, ...] = ()
    within: Ids = NONE
    ballots: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    @property
    def name_of_measure(self) -> str:
        """Its measure as `register.measure`."""
        return f"{self.register}.{self.measure}"

    @property
    def classed_ids(self) -> Ids:
        """The concepts that name a value of a dimension."""
        return frozenset(concept for named in self.classed.values() for concept in named)

    @property
    def accounts_named(self) -> Ids:
        """The concepts that name an account, alone or together with another."""
        return frozenset(part for name in self.accounts for part in name.split("+"))


@cache
def load_frames() -> tuple[Frame, ...]:
    """The frames of all sound registers."""
    files = register_files("frames.yml")
    raw = compiled("frames", files, lambda: {f.parent.name: _read(f) for f in files})
    return tuple(
        read_frame(register, name, entry) for register, listed in raw.items() for name, entry in listed.items()
    )


def _read(path: Path) -> Any:
    return read_yaml(path)["frames"]


def frames_of(shape: Shape, own: str | None) -> tuple[Frame, ...]:
    """The frames of one shape: of the registers that ship, or of an own one."""
    return tuple(f for f in frames_read_with(own) if f.shape == shape)


@cache
def frames_read_with(own: str | None) -> tuple[Frame, ...]:
    """The frames that see a text with the words of the registers that ship alone, or with those of an own one too."""
    apart = own_registers()
    return tuple(f for f in load_frames() if (f.register == own if own else f.register not in apart))


def read_frame(register: str, name: str, raw: Mapping[str, Any]) -> Frame:
    """One frame of a file that is sound."""
    roles = {dimension: _role(dimension, entry or {}) for dimension, entry in raw.get("roles", {}).items()}
    own = {key: _value(Frame, key, value) for key, value in raw.items() if key != "roles"}
    return Frame(id=name, register=register, roles=roles, **own)


def _role(dimension: str, raw: Mapping[str, Any]) -> Role:
    own = {key: _value(Role, key, value) for key, value in raw.items()}
    if isinstance(raw.get("among"), str):
        own["among"] = members_of(raw["among"])
    if isinstance(raw.get("not_among"), str):
        own["not_among"] = members_of(raw["not_among"])
    return Role(dimension, **own)


def _value(kind: type, key: str, value: Any) -> Any:
    """A value of the file in the type of its field: lists of ids as sets, other lists as tuples."""
    hint = next((str(f.type) for f in fields(kind) if f.name == key), "")
    if isinstance(value, list):
        return frozenset(value) if hint.startswith("Ids") else tuple(value)
    if isinstance(value, dict):
        as_set = "Ids" in hint
        return {k: (frozenset(v) if as_set else tuple(v)) if isinstance(v, list) else v for k, v in value.items()}
    return value
