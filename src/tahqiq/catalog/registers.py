"""What the registers can be asked: measures, dimensions, axes, coverage. No rows are read here."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.schema import RECORDS, Axis, Choice, Dimension, Gap, Measure, Register, Words
from tahqiq.errors import UsageError

__all__ = [
    "RECORDS",
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
    "load_registers",
]


@cache
def load_registers() -> Mapping[str, Register]:
    """All registers that ship, by id."""
    files = list(RECORDS.glob("*/register.yml"))
    raw = compiled("registers", files, lambda: {p.parent.name: _plain(p) for p in files})
    return {name: _register(raw[name]) for name in sorted(raw)}


def find_measure(name: str) -> tuple[Register, Measure]:
    """The register and measure named `register.measure`; UsageError names the nearest ones."""
    register_id, _, measure_id = name.partition(".")
    registers = load_registers()
    if register_id not in registers:
        raise UsageError("unknown_register", name=register_id, known=", ".join(registers))
    register = registers[register_id]
    if measure_id not in register.measures:
        raise UsageError("unknown_measure", name=name, known=", ".join(register.measures))
    return register, register.measures[measure_id]


def definitions(measure: Measure, register: Register, filtered: frozenset[str]) -> list[dict[str, str]]:
    """Every definition of the measure that can differ under these filters, the default first.

    An axis bound to a dimension is left out when that dimension is not filtered.
    """
    base = register.measures[measure.of] if measure.of else measure
    own = measure.axes if measure.derive == "ratio" else ()
    live = [
        a for a in (*base.axes, *own) if register.axes[a].dimension is None or register.axes[a].dimension in filtered
    ]
    if base.definitions:
        kept = [{a: d[a] for a in live if a in d} for d in base.definitions]
        return [d for i, d in enumerate(kept) if d not in kept[:i]]
    options = [list(register.axes[a].choices) for a in live]
    return [dict(zip(live, picked, strict=True)) for picked in itertools.product(*options)]


def definition_id(choices: Mapping[str, str]) -> str:
    """The choices joined by a slash, in the order of the axes."""
    return "/".join(choices.values()) or "all"


def _plain(path: Path) -> Any:
    """The YAML as JSON can hold it: dates become ISO strings."""
    return _iso(read_yaml(path))


def _iso(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(_iso(k)): _iso(v) for k, v in value.items()}
    return [_iso(v) for v in value] if isinstance(value, list) else value


def _register(raw: dict[str, Any]) -> Register:
    axes = {name: _axis(name, a) for name, a in raw.get("axes", {}).items()}
    ratios = raw.get("ratios", {})
    axes |= {name: _axis(name, a) for ratio in ratios.values() for name, a in ratio.get("axes", {}).items()}
    measures = {name: _measure(raw["id"], name, m, axes) for name, m in raw["measures"].items()}
    measures |= {name: _ratio(raw["id"], name, m) for name, m in ratios.items()}
    return Register(
        id=raw["id"],
        version=str(raw["version"]),
        title=raw["title"],
        description=raw.get("description", raw["title"]),
        complete=raw.get("complete", True),
        start=date.fromisoformat(raw["coverage"]["from"]),
        end=date.fromisoformat(raw["coverage"]["to"]),
        tables=raw.get("tables", {}),
        dimensions={name: _dimension(name, d) for name, d in raw.get("dimensions", {}).items()},
        axes=axes,
        measures=measures,
        gaps=tuple(_gap(g) for g in raw.get("gaps", ())),
        caveats=tuple(raw.get("caveats", ())),
        assertions=tuple(raw.get("assertions", ())),
        raw=raw,
    )


def _axis(name: str, raw: dict[str, Any]) -> Axis:
    choices = {c: _choice(c, v or {}) for c, v in raw["choices"].items()}
    return Axis(name, raw["title"], choices, raw.get("default", next(iter(choices))), raw.get("dimension"))


def _choice(name: str, raw: dict[str, Any]) -> Choice:
    return Choice(
        id=name,
        meaning=raw["meaning"],
        label=raw.get("label", raw["meaning"]),
        where=raw.get("where"),
        value=raw.get("value"),
        used_by=raw.get("used_by"),
        reconstructed=raw.get("reconstructed", False),
        published=date.fromisoformat(raw["published"]) if raw.get("published") else None,
        through=date.fromisoformat(raw["through"]) if raw.get("through") else None,
        only={k: tuple(v) for k, v in raw.get("only", {}).items()},
    )


def _dimension(name: str, raw: dict[str, Any]) -> Dimension:
    return Dimension(
        id=name,
        title=raw["title"],
        column=raw.get("column", name),
        vocabulary=raw.get("vocabulary"),
        bridge=raw.get("bridge"),
        key=raw.get("key"),
        joint=raw.get("joint"),
        single=raw.get("single", False),
        exact=raw.get("exact", False),
    )


def _measure(register: str, name: str, raw: dict[str, Any], axes: Mapping[str, Axis]) -> Measure:
    listed = raw.get("definitions", "cross")
    day = raw.get("date", "date")
    return Measure(
        register=register,
        id=name,
        title=raw["title"],
        unit=raw["unit"],
        aggregate=raw.get("aggregate", "derived" if "derive" in raw else "count"),
        table=raw.get("table", ""),
        row=raw.get("row", "row"),
        date=day,
        period=raw.get("period", day),
        value=raw.get("value", "1"),
        dimensions=tuple(raw.get("dimensions", ())),
        axes=tuple(raw.get("axes", ())),
        definitions=() if listed == "cross" else tuple(_whole(d, raw["axes"], axes) for d in listed),
        derive=raw.get("derive"),
        of=raw.get("of"),
        over=raw.get("over"),
        needs=tuple(raw.get("needs", ())),
    )


def _ratio(register: str, name: str, raw: dict[str, Any]) -> Measure:
    whole = raw["whole"]
    return Measure(
        register=register,
        id=name,
        title=raw["title"],
        unit=raw["unit"],
        aggregate="derived",
        axes=tuple(raw.get("axes", ())),
        derive="ratio",
        of=raw["part"]["measure"],
        whole=f"{whole['register']}.{whole['measure']}",
        match=raw["match"],
    )


def _whole(picked: Mapping[str, str], order: list[str], axes: Mapping[str, Axis]) -> dict[str, str]:
    return {a: picked.get(a, axes[a].default) for a in order}


def _gap(raw: dict[str, Any]) -> Gap:
    def lists(part: str) -> dict[str, tuple[str, ...]]:
        return {k: tuple(v) if isinstance(v, list) else (str(v),) for k, v in raw.get(part, {}).items()}

    return Gap(
        lists("filters"),
        lists("choices"),
        date.fromisoformat(str(raw["from"])),
        date.fromisoformat(str(raw["to"])),
        raw.get("missing_at_most"),
        raw["why"],
        tuple(raw.get("measures", ())),
        lists("except"),
        tuple(raw.get("needs", ())),
    )
