"""Triggers: by which words a sentence names an event of a register (`triggers.<lang>.yml`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.hits import Hit, codes_of
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.lexicon import Lexicon
from tahqiq.catalog.registers import register_files

REACH = 500
"""So many letters between two places are sooner looked at than passed over."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """From each group at least one form must stand in the sentence, and none of `never`.

    `words`: the groups that hold no places. `unique`: the words fit no other known event, so that another date may be
    held against the text.
    """

    row: str
    groups: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    never: frozenset[str]
    unique: bool

    def whole(self, seen: Set[str]) -> bool:
        """Whether a form (or `place:` code) of every group is among these."""
        return all(seen & g for g in self.groups)

    def mostly(self, seen: Set[str]) -> bool:
        """Whether half or more of what tells the event apart is among these, places left out."""
        return 2 * sum(not seen.isdisjoint(g) for g in self.words) >= len(self.words)


@dataclass(frozen=True, slots=True)
class Triggers:
    """The triggers of one register in one language, with the automaton over their forms. Ids are the forms.

    `telling`: the automaton over the forms of groups alone.
    """

    register: str
    lexicon: Lexicon
    telling: Lexicon
    by_form: Mapping[str, tuple[Trigger, ...]]
    never: frozenset[str]
    unsure: frozenset[str]
    plain: frozenset[str]
    forms: frozenset[str]

    def named(self, seen: set[str]) -> tuple[list[Trigger], bool]:
        """The events a sentence names by the forms (and `place:` codes) in it; whether its date is surely theirs."""
        if seen & self.never:
            return [], False
        found = [t for t in self.complete(seen) if not seen & t.never]
        return found, not seen & self.unsure

    def possible(self, text: str, places: Set[str]) -> list[Trigger]:
        """Those of which the words of a text, wherever they stand, and the places it names leave a chance."""
        return self.complete(self.telling.ids_in(text) | places)

    def seen(
        self, text: str, starts: Sequence[int], places: Set[str], possible: Sequence[Trigger]
    ) -> tuple[list[int], dict[int, list[Hit]]]:
        """The numbers of the sentences that may name one of these events; and where there are any, the forms of all
        those that tell of the events and of those beside them.

        `starts`: where the sentences begin; what stands before the first has the number -1. `places`: those that the
        text names.
        """
        forms: dict[int, set[str]] = {}
        for start, form in self.telling.begin(text, frozenset().union(*(g for t in possible for g in t.groups))):
            forms.setdefault(bisect_right(starts, start) - 1, set()).update(form)
        wider = {n: own | forms.get(n - 1, set()) | places for n, own in forms.items()}
        may = sorted(n for n, own in forms.items() if any(t.mostly(own) or t.whole(wider[n]) for t in possible))
        near = {n + i for n in forms for i in (-1, 0, 1)} if may else ()
        found: dict[int, list[Hit]] = {}
        for hit in self.lexicon.find_all(text, _spans(near, starts, len(text))):
            found.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
        return may, found

    def complete(self, seen: set[str]) -> list[Trigger]:
        """The triggers with a form (or `place:` code) of every group among these."""
        tried = {t.row: t for form in sorted(self.by_form.keys() & seen) for t in self.by_form[form]}
        return [t for t in tried.values() if t.whole(seen)]


def _spans(near: Iterable[int], starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Where the sentences of these numbers stand, those near each other together with what stands between."""
    spans: list[tuple[int, int]] = []
    for at in sorted(n for n in near if -1 <= n < len(starts)):
        low, high = starts[at] if at >= 0 else 0, starts[at + 1] if at + 1 < len(starts) else end
        if spans and low - spans[-1][1] <= REACH:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return spans


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
        Trigger(row, groups, tuple(g for g in groups if not _holds_places(g)), never, entry.get("unique", False))
        for row, entry in raw["triggers"].items()
        for groups in [tuple(frozenset(map(str, group)) for group in entry["all"])]
        for never in [frozenset(map(str, entry.get("not", ())))]
    ]
    never, unsure, plain = (frozenset(map(str, raw.get(part, ()))) for part in ("never", "unsure", "plain"))
    forms = {f for t in found for g in (*t.groups, t.never) for f in g} | never | unsure | plain
    listed = {f: [f] for f in forms if not f.startswith("place:")}
    by_form: dict[str, list[Trigger]] = {}
    for t in found:
        for form in min(t.words, key=len, default=()):
            by_form.setdefault(form, []).append(t)
    lexicon = Lexicon(load_language(language), listed)
    told = {f for t in found for g in t.groups for f in g}
    telling = Lexicon(load_language(language), {f: [f] for f in told & listed.keys()})
    return Triggers(
        register, lexicon, telling, {f: tuple(ts) for f, ts in by_form.items()}, never, unsure, plain, frozenset(listed)
    )


def forms_of(language: str) -> Iterator[str]:
    """Every form that a trigger of this language looks for."""
    for told in load_triggers(language):
        yield from told.forms


def _holds_places(group: frozenset[str]) -> bool:
    """Whether a group holds places, which the automaton of the triggers does not look for."""
    return any(form.startswith("place:") for form in group)


def places_of(ids: Iterable[str]) -> set[str]:
    """The places that these terms name in any form, each as `place:` and its code."""
    return {f"place:{code}" for i in ids for code in codes_of((i,), ("place", "seat", "adj", "subject"))}
