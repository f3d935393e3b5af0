"""The numbers a word processor prints before the items of a list: they are counted, not stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEPTHS = frozenset(map(str, range(10)))
_DECIMAL = {"decimal", "decimalZero", "hindiNumbers", "arabicIndic", "numberInDash", "decimalFullWidth"}


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Any, name: str) -> Any:
    """The first child of that name, or None."""
    return next((part for part in element if local(part) == name), None) if element is not None else None


def value(element: Any) -> str | None:
    """The `val` attribute of an element."""
    if element is None:
        return None
    return next((str(text) for key, text in element.attrib.items() if key.rpartition("}")[2] == "val"), None)


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands before an item: its number, or None for a bullet and for letters."""

    number: int | None


@dataclass(frozen=True, slots=True)
class _Level:
    decimal: bool
    start: int


class Numbering:
    """Counts the items of every list of a document, level by level."""

    def __init__(self, root: Any) -> None:
        elements = list(root) if root is not None else []
        abstract = {_attribute(e, "abstractNumId"): dict(_levels(e)) for e in elements if local(e) == "abstractNum"}
        self.lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        for element in elements:
            if local(element) == "num":
                kind = value(child(element, "abstractNumId")) or ""
                levels = abstract.get(kind, {}) | dict(_overrides(element))
                shared = kind if levels == abstract.get(kind) else _attribute(element, "numId")
                self.lists[_attribute(element, "numId")] = (shared, levels)
        self.counts: dict[str, dict[int, int]] = {}

    def next(self, properties: Any) -> Printed | None:
        """What is printed before the next item of the list that paragraph properties name."""
        identifier, depth = value(child(properties, "numId")) or "0", value(child(properties, "ilvl")) or "0"
        if identifier == "0" or depth not in _DEPTHS:
            return None
        key, levels = self.lists.get(identifier, (identifier, {}))
        level = levels.get(int(depth), _Level(False, 1))
        counts = {k: n for k, n in self.counts.get(key, {}).items() if k <= int(depth)}
        count = counts.get(int(depth), level.start - 1) + 1
        self.counts[key] = counts | {int(depth): count}
        return Printed(count if level.decimal and 0 <= count <= 999 else None)


def _attribute(element: Any, name: str) -> str:
    return next((str(text) for key, text in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _levels(element: Any) -> Iterator[tuple[int, _Level]]:
    for level in element:
        depth = _attribute(level, "ilvl")
        if local(level) == "lvl" and depth.isdigit():
            start = value(child(level, "start")) or "1"
            decimal = (value(child(level, "numFmt")) or "decimal") in _DECIMAL
            yield int(depth), _Level(decimal, int(start) if start.isdigit() else 1)


def _overrides(element: Any) -> Iterator[tuple[int, _Level]]:
    """Levels that one list changes: a whole level, or only where it starts."""
    for override in element:
        depth = _attribute(override, "ilvl")
        if local(override) != "lvlOverride" or not depth.isdigit():
            continue
        changed = dict(_levels(override))
        start = value(child(override, "startOverride"))
        if changed:
            yield from changed.items()
        elif start and start.isdigit():
            yield int(depth), _Level(True, int(start))
