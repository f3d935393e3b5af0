"""Triggers: by which words a sentence names an event of a register (`triggers.<lang>.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.lexicon import Lexicon, codes_of
from tahqiq.catalog.registers import register_files


@dataclass(frozen=True, slots=True)
class Trigger:
    """From each group at least one form must stand in the sentence, and none of `never`.

    `unique`: the words fit no other known event, so that another date may be held against the text.
    """

    row: str
    groups: tuple[frozenset[str], ...]
    never: frozenset[str]
    unique: bool


@dataclass(frozen=True, slots=True)
class Triggers:
    """The triggers of one register in one language, with the automaton over their forms. Ids are the forms."""

    register: str
    lexicon: Lexicon
    by_form: Mapping[str, tuple[Trigger, ...]]
    never: frozenset[str]
    unsure: frozenset[str]
    plain: frozenset[str]

    def named(self, seen: set[str]) -> tuple[list[Trigger], bool]:
        """The events a sentence names by the forms (and `place:` codes) in it; whether its date is surely theirs."""
        if seen & self.never:
            return [], False
        found = [t for t in self.complete(seen) if not seen & t.never]
        return found, not seen & self.unsure

    def complete(self, seen: set[str]) -> list[Trigger]:
        """The triggers with a form (or `place:` code) of every group among these."""
        tried = {t.row: t for form in sorted(self.by_form.keys() & seen) for t in self.by_form[form]}
        return [t for t in tried.values() if all(seen & g for g in t.groups)]


@cache
def load_triggers(language: str) -> tuple[Triggers, ...]:
    """The triggers of every register that has some in this language."""
    files = register_files(f"triggers.{language}.yml")
    raw = compiled(f"triggers.{language}", files, lambda: {f.parent.name: _read(f) for f in files})
    return tuple(_triggers(register, entry, language) for register, entry in raw.items())


def _read(path: Path) -> Any:
    return read_yaml(path)


def _triggers(register: str, raw: Mapping[str, Any], language: str) -> Triggers:
    found = [
        Trigger(
            row,
            tuple(frozenset(map(str, group)) for group in entry["all"]),
            frozenset(map(str, entry.get("not", ()))),
            entry.get("unique", False),
        )
        for row, entry in raw["triggers"].items()
    ]
    never, unsure, plain = (frozenset(map(str, raw.get(part, ()))) for part in ("never", "unsure", "plain"))
    forms = {f for t in found for g in (*t.groups, t.never) for f in g} | never | unsure | plain
    listed = {f: [f] for f in forms if not f.startswith("place:")}
    by_form: dict[str, list[Trigger]] = {}
    for t in found:
        for form in min((g for g in t.groups if not places_only(g)), key=len, default=()):
            by_form.setdefault(form, []).append(t)
    lexicon = Lexicon(load_language(language), listed)
    return Triggers(register, lexicon, {f: tuple(ts) for f, ts in by_form.items()}, never, unsure, plain)


def places_only(group: frozenset[str]) -> bool:
    """Whether a group holds places, which the automaton of the triggers does not look for."""
    return any(form.startswith("place:") for form in group)


def places_of(ids: Iterable[str]) -> set[str]:
    """The places that these terms name in any form, each as `place:` and its code."""
    return {f"place:{code}" for i in ids for code in codes_of((i,), ("place", "seat", "adj", "subject"))}
