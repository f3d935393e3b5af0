"""What the registers can be asked: measures, dimensions, axes, coverage. No rows are read here."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import DATA, compiled
from tahqiq.catalog.folders import folder_of, register_folders
from tahqiq.catalog.language_folders import INFLECTION, LEXEMES, language_files
from tahqiq.catalog.schema import Axis, Choice, Dimension, Gap, Measure, Register, Spread, Words
from tahqiq.catalog.version import records
from tahqiq.errors import DataError, Flaw, UsageError
from tahqiq.model import LeftOut

__all__ = [
    "Axis",
    "Choice",
    "Dimension",
    "Gap",
    "Measure",
    "Register",
    "Words",
    "definition_id",
    "definitions",
    "find_measure",
    "find_register",
    "folders",
    "left_out",
    "load_registers",
    "register_files",
]
ASIDE = frozenset({"additions.yml", "cases.yml", "coding.yml", "corrections.yml", "updates.yml"})
"""Files that only builds and `tahqiq record validate` read: a flaw in them keeps no register out of a check."""


@cache
def load_registers() -> Mapping[str, Register]:
    """All registers that are sound, by id."""
    raw = _found()["sound"]
    return {name: _register(raw[name]) for name in sorted(raw)}


def left_out() -> tuple[LeftOut, ...]:
    """The registers that are broken, each with the first of its flaws."""
    return tuple(
        LeftOut(register, Flaw(**flaws[0]), len(flaws) - 1) for register, flaws in sorted(_found()["broken"].items())
    )


def register_files(pattern: str) -> list[Path]:
    """The files of this name in the folders of all sound registers."""
    return [path for name in load_registers() for path in sorted(folder_of(name).glob(pattern))]


@cache
def own_registers() -> tuple[str, ...]:
    """The sound registers that do not ship: texts are read with the words of each by themselves."""
    return tuple(name for name in load_registers() if not folder_of(name).is_relative_to(records()))


def shipped_files(pattern: str) -> list[Path]:
    """The files of this name in the folders of the sound registers that ship."""
    own = {folder_of(name) for name in own_registers()}
    return [path for path in register_files(pattern) if path.parent not in own]


def folders() -> dict[str, list[Path]]:
    """The YAML files of every register, sound or not, by the name of its folder."""
    return {name: sorted(folder.glob("*.yml")) for name, folder in register_folders().items()}


@cache
def _found() -> Mapping[str, Any]:
    """What compiling found: `sound` registers as JSON, and the flaws of `broken` ones."""

    def build() -> Any:
        from tahqiq.catalog.models.files import read_registers  # here, as a check never needs it

        return read_registers(read)

    read = [[f for f in files if f.name not in ASIDE] for files in folders().values()]
    named = [DATA / "concepts.yml", *language_files(LEXEMES), *language_files(INFLECTION)]
    found: Mapping[str, Any] = compiled("registers", [*named, *(f for files in read for f in files)], build)
    return found


def find_register(name: str) -> Register:
    """The register of that id. DataError tells what is wrong with a broken one, UsageError that there is none."""
    registers = load_registers()
    if name in registers:
        return registers[name]
    if name in _found()["broken"]:
        raise DataError([Flaw(**flaw) for flaw in _found()["broken"][name]])
    every = [f"{r.id}.{m}" for r in registers.values() for m in r.measures if m == name]
    raise UsageError("unknown_register", name=name, near=_near(name, registers, every), known=", ".join(registers))


def _near(name: str, known: Iterable[str], first: list[str]) -> str | None:
    """What may be meant: names found otherwise, else those that look alike."""
    import difflib

    return ", ".join(first or difflib.get_close_matches(name, known, 3)) or None


def find_measure(name: str) -> tuple[Register, Measure]:
    """The register and measure named `register.measure`; UsageError names those known."""
    register_id, _, measure_id = name.partition(".")
    register = find_register(register_id)
    if measure_id not in register.measures:
        near = _near(measure_id, register.measures, [])
        raise UsageError("unknown_measure", name=name, near=near, known=", ".join(register.measures))
    return register, register.measures[measure_id]


def definitions(measure: Measure, register: Register, filtered: frozenset[str]) -> list[dict[str, str]]:
    """Every definition of the measure that can differ under these filters, the default first.

    An axis bound to a dimension is left out when that dimension is not filtered.
    """
    base = register.measures[measure.of] if measure.of else measure
    bound = {name: axis.dimension for name, axis in register.axes.items()}
    live = [a for a in (*base.axes, *measure.own_axes) if bound[a] is None or bound[a] in filtered]
    if base.definitions:
        kept = [{a: d[a] for a in live if a in d} for d in base.definitions]
        return [d for i, d in enumerate(kept) if d not in kept[:i]]
    options = [list(register.axes[a].choices) for a in live]
    return [dict(zip(live, picked, strict=True)) for picked in itertools.product(*options)]


def definition_id(choices: Mapping[str, str]) -> str:
    """The choices joined by a slash, in the order of the axes."""
    return "/".join(choices.values()) or "all"


def _register(raw: dict[str, Any]) -> Register:
    ratios = raw["ratios"]
    stated = raw["axes"] | {name: a for ratio in ratios.values() for name, a in ratio["axes"].items()}
    axes = {name: _axis(name, a) for name, a in stated.items()}
    measures = {name: _measure(raw["id"], name, m, axes) for name, m in raw["measures"].items()}
    measures |= {name: _ratio(raw["id"], name, m) for name, m in ratios.items()}
    return Register(
        id=raw["id"],
        version=raw["version"],
        title=raw["title"],
        description=raw.get("description", raw["title"]),
        complete=raw["complete"],
        start=date.fromisoformat(raw["coverage"]["from"]),
        end=date.fromisoformat(raw["coverage"]["to"]),
        tables=raw["tables"],
        dimensions={name: _dimension(name, d) for name, d in raw["dimensions"].items()},
        axes=axes,
        measures=measures,
        gaps=tuple(_gap(g) for g in raw["gaps"]),
        caveats=tuple(raw["caveats"]),
        raw=raw,
    )


def _axis(name: str, raw: dict[str, Any]) -> Axis:
    choices = {c: _choice(c, v) for c, v in raw["choices"].items()}
    return Axis(name, raw["title"], choices, raw.get("default", next(iter(choices))), raw.get("dimension"))


def _choice(name: str, raw: dict[str, Any]) -> Choice:
    return Choice(
        id=name,
        meaning=raw["meaning"],
        label=raw.get("label", raw["meaning"]),
        where=raw.get("where"),
        value=raw.get("value"),
        used_by=raw.get("used_by"),
        reconstructed=raw["reconstructed"],
        published=date.fromisoformat(raw["published"]) if "published" in raw else None,
        through=date.fromisoformat(raw["through"]) if "through" in raw else None,
        only={k: tuple(v) for k, v in raw["only"].items()},
    )


def _dimension(name: str, raw: dict[str, Any]) -> Dimension:
    begins = {int(year): tuple(map(int, day.split("-"))) for year, day in raw["year_begins"].items()}
    more = {"either": tuple(raw["either"]), "year_begins": tuple(sorted(begins.items()))}
    return Dimension(**{"id": name, "column": name, **raw, **more})


def _measure(register: str, name: str, raw: dict[str, Any], axes: Mapping[str, Axis]) -> Measure:
    return Measure(
        register=register,
        id=name,
        title=raw["title"],
        unit=raw["unit"],
        aggregate="derived" if "derive" in raw else raw["aggregate"],
        table=raw["table"],
        row=raw["row"],
        date=raw["date"],
        period=raw.get("period", raw["date"]),
        value=raw["value"],
        dimensions=tuple(raw["dimensions"]),
        axes=tuple(raw["axes"]),
        definitions=tuple(_whole(d, raw["axes"], axes) for d in raw["definitions"]),
        derive=raw.get("derive"),
        of=raw.get("of"),
        over=raw.get("over"),
        beside=raw.get("beside"),
        needs=tuple(raw["needs"]),
        order=raw["order"],
        spread=_spread(raw.get("spread")),
    )


def _ratio(register: str, name: str, raw: dict[str, Any]) -> Measure:
    whole = raw["whole"]
    return Measure(
        register=register,
        id=name,
        title=raw["title"],
        unit=raw["unit"],
        aggregate="derived",
        axes=tuple(raw["axes"]),
        derive="ratio",
        of=raw["part"]["measure"],
        whole=f"{whole['register']}.{whole['measure']}",
        match=raw["match"],
        spread=_spread(raw.get("spread")),
    )


def _spread(raw: dict[str, float] | None) -> Spread | None:
    return Spread(**raw) if raw else None


def _whole(picked: Mapping[str, str], order: list[str], axes: Mapping[str, Axis]) -> dict[str, str]:
    return {a: picked.get(a, axes[a].default) for a in order}


def _gap(raw: dict[str, Any]) -> Gap:
    def lists(part: str) -> dict[str, tuple[str, ...]]:
        return {k: tuple(v) for k, v in raw[part].items()}

    return Gap(
        filters=lists("filters"),
        choices=lists("choices"),
        start=date.fromisoformat(raw["from"]),
        end=date.fromisoformat(raw["to"]),
        missing_at_most=raw.get("missing_at_most"),
        why=raw["why"],
        measures=tuple(raw["measures"]),
        excepted=lists("except"),
        whole_with=lists("whole_with"),
        needs=tuple(raw["needs"]),
        together=raw["together"],
    )
