"""The names of registers, measures, definitions, places and sources in one language, from the data of the catalogue."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tahqiq.catalog.compiled import compiled, read_yaml
from tahqiq.catalog.language_folders import FALLBACK
from tahqiq.catalog.places import load_names
from tahqiq.catalog.registers import Axis, Choice, Register, load_registers, register_files
from tahqiq.catalog.vocabularies import load_vocabularies


class Source(NamedTuple):
    """A source as a reader needs it; `url` is None where the source has no address."""

    title: str
    url: str | None


class Labels(Protocol):
    """Names in one language. What has no name is called by its id; nothing here raises."""

    def register(self, register: str) -> str:
        """The title of a register."""

    def measure(self, register: str, measure: str) -> str:
        """The title of a measure."""

    def dimension(self, register: str, dimension: str) -> str:
        """The title of a dimension: what a filter is about."""

    def choice(self, register: str, axis: str, choice: str) -> str:
        """The short name of a choice."""

    def meaning(self, register: str, axis: str, choice: str) -> str:
        """What a choice means, in one line."""

    def used_by(self, register: str, choices: Mapping[str, str]) -> str | None:
        """Who counts so, as far as the data says."""

    def reconstructed(self, register: str, choices: Mapping[str, str]) -> bool:
        """Whether a rule among the choices is worked out by us and stated by no publisher."""

    def definition(self, register: str, choices: Mapping[str, str]) -> str:
        """The short names of all choices of a definition."""

    def value(self, register: str, dimension: str, code: str) -> str:
        """The name of a filter's value: a place, an act, a category."""

    def inside(self, register: str, dimension: str, code: str) -> str:
        """A filter's value as it stands inside a sentence."""

    def phrase(self, register: str, measure: str) -> str | None:
        """The template of a measure that is asked, where the register has one (see `phrases`)."""

    def sentence(self, register: str, measure: str) -> str | None:
        """The template of a measure with its value, where the register has one (see `phrases`)."""

    def source(self, register: str, source: str) -> Source:
        """The title and address of a source."""

    def row(self, register: str, row: str) -> str:
        """What a row is about, in words; empty when the register says nothing of it."""

    def row_name(self, register: str, row: str) -> str | None:
        """What others call a row too: the symbol of a document; None where its id is the register's own."""

    def row_date(self, register: str, row: str) -> str | None:
        """The ISO date of a row, where it has one."""


@cache
def load_labels(language: str) -> CatalogLabels:
    """The names in one language, from the shipped data."""
    return CatalogLabels(language)


class CatalogLabels:
    """Names from register.yml, vocab.<language>.yml, places.yml of the language and sources.yml (see `Labels`)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._registers = load_registers()

    def register(self, register: str) -> str:
        """See `Labels`."""
        found = self._registers.get(register)
        return self._word(found.title, register, self._vocabulary(register).get("title")) if found else register

    def measure(self, register: str, measure: str) -> str:
        """See `Labels`."""
        found = self._registers.get(register)
        named = self._named(register, "measures", measure)
        if found is None or measure not in found.measures:
            return named or measure
        return self._word(found.measures[measure].title, measure, named)

    def dimension(self, register: str, dimension: str) -> str:
        """See `Labels`."""
        found = self._registers.get(register)
        if found is None or dimension not in found.dimensions:
            return dimension
        named = self._named(register, "dimensions", dimension)
        return named or self._word(found.dimensions[dimension].title, dimension)

    def choice(self, register: str, axis: str, choice: str) -> str:
        """See `Labels`."""
        found = self._choice(register, axis, choice)
        return self._word(found.label, choice, self._named(register, "choices", choice)) if found else choice

    def meaning(self, register: str, axis: str, choice: str) -> str:
        """See `Labels`."""
        found = self._choice(register, axis, choice)
        return self._word(found.meaning, choice, self._named(register, "meanings", choice)) if found else choice

    def used_by(self, register: str, choices: Mapping[str, str]) -> str | None:
        """See `Labels`."""
        found = [(choice, self._choice(register, axis, choice)) for axis, choice in choices.items()]
        named = [(c.used_by, self._named(register, "used_by", choice)) for choice, c in found if c is not None]
        users = dict.fromkeys(self._word(users, "", own) for users, own in named if users)
        return "; ".join(u for u in users if u) or None

    def reconstructed(self, register: str, choices: Mapping[str, str]) -> bool:
        """See `Labels`."""
        found = [self._choice(register, axis, choice) for axis, choice in choices.items()]
        return any(c is not None and c.reconstructed for c in found)

    def definition(self, register: str, choices: Mapping[str, str]) -> str:
        """See `Labels`."""
        return " \u00b7 ".join(self.choice(register, axis, choice) for axis, choice in choices.items())

    def value(self, register: str, dimension: str, code: str) -> str:
        """See `Labels`."""
        found = self._registers.get(register)
        spec = found.dimensions.get(dimension) if found else None
        name = spec.vocabulary or dimension if spec else dimension
        for language in (self.language, FALLBACK):
            named = _in_vocabulary(language, register, name, code) or _place(language, code)
            if named:
                return named
        return code

    def inside(self, register: str, dimension: str, code: str) -> str:
        """A filter's value as it stands inside a sentence: some places take an article there, a row says its title."""
        place = load_names(self.language)["places"].get(code)
        name = self.value(register, dimension, code)
        if name == code:
            return self.row(register, code) or code
        return str(place["inside"]) if place and place.get("inside") and name == place["name"] else name

    def phrase(self, register: str, measure: str) -> str | None:
        """See `Labels`."""
        found = self._vocabulary(register).get("phrases", {}).get(measure)
        return str(found) if found else None

    def sentence(self, register: str, measure: str) -> str | None:
        """See `Labels`."""
        found = self._vocabulary(register).get("told", {}).get(measure)
        return str(found) if found else None

    def source(self, register: str, source: str) -> Source:
        """See `Labels`."""
        found = _sources().get(register, {}).get(source)
        if not found:
            return Source(source, None)
        title = found.get("title", source)
        return Source(self._word(title, source) if isinstance(title, Mapping) else str(title), found.get("url"))

    def row(self, register: str, row: str) -> str:
        """See `Labels`."""
        found = _row(register, row) or {}
        own = found.get(f"title_{self.language}") or found.get("title") or found.get(f"title_{FALLBACK}")
        if own:
            return own
        said = [self.value(register, column, value) for column, value in found.items() if column != "date" and value]
        return " \u00b7 ".join(said)

    def row_name(self, register: str, row: str) -> str | None:
        """See `Labels`."""
        found = self._registers.get(register)
        return None if found and found.raw.get("own_ids") and self.row(register, row) else row

    def row_date(self, register: str, row: str) -> str | None:
        """See `Labels`."""
        found = _row(register, row)
        return found.get("date") if found else None

    def _word(self, words: Mapping[str, str] | str, otherwise: str, own: str | None = None) -> str:
        """The words in this language, else its own name for them, else those of the language that stands in."""
        return words if isinstance(words, str) else words.get(self.language) or own or words.get(FALLBACK, otherwise)

    def _named(self, register: str, kind: str, code: str) -> str | None:
        """The name of a code in this language, or in the one that stands in for a language without a word for it."""
        named = (_in_vocabulary(language, register, kind, code) for language in (self.language, FALLBACK))
        return next((name for name in named if name), None)

    def _choice(self, register: str, axis: str, choice: str) -> Choice | None:
        found: Register | None = self._registers.get(register)
        spec: Axis | None = found.axes.get(axis) if found else None
        return spec.choices.get(choice) if spec else None

    def _vocabulary(self, register: str) -> Mapping[str, Any]:
        own: Mapping[str, Any] = load_vocabularies(self.language).get(register, {})
        return own


@cache
def _sources() -> Mapping[str, Any]:
    files = register_files("sources.yml")
    value: Mapping[str, Any] = compiled("sources", files, lambda: {p.parent.name: _titles(p) for p in files})
    return value


def _titles(path: Path) -> dict[str, Any]:
    raw = read_yaml(path) or {}
    return {str(name): {"title": s.get("title", name), "url": s.get("url")} for name, s in raw.items()}


def _row(register: str, row: str) -> Mapping[str, str] | None:
    """A row by its id; the further rows of one symbol (`symbol#2`) are described by the first when not found."""
    rows = _rows(register)
    found: Mapping[str, str] | None = rows.get(row) or rows.get(row.partition("#")[0])
    return found


def _in_vocabulary(language: str, register: str, kind: str, code: str) -> str | None:
    named = load_vocabularies(language).get(register, {}).get(kind)
    return str(named[code]) if isinstance(named, Mapping) and code in named else None


def _place(language: str, code: str) -> str | None:
    place = load_names(language)["places"].get(code)
    return str(place["name"]) if place else None


@cache
def _rows(register: str) -> Mapping[str, Any]:
    """The date of every row and the columns that say what it is about, by id: titles, or those in `row_words`."""
    found = load_registers().get(register)
    if found is None:
        return {}
    files = [*(found.folder / "data").glob("*.csv"), found.folder / "register.yml"]
    ids = {m.row for m in found.measures.values()} | {"id"}
    named = found.raw.get("row_words", [])
    value: Mapping[str, Any] = compiled(f"rows.{register}", files, lambda: _described(files, ids, named))
    return value


def _described(files: list[Path], ids: set[str], named: Sequence[str]) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for path in sorted(f for f in files if f.suffix == ".csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines)
            columns = [c for c in table.fieldnames or () if c == "date" or c in named or c.startswith("title")]
            keys = [c for c in table.fieldnames or () if c in ids]
            for line in table if keys and columns else ():
                words = {c: line[c] for c in columns}
                rows.update({line[k]: words for k in keys if line[k] not in rows})
    return rows
