"""The names of columns, tables and values in one language."""

from __future__ import annotations

from datetime import date
from typing import Any

from tahqiq.catalog.language_folders import in_language
from tahqiq.catalog.registers import Register
from tahqiq.record.tables import Column, Facet, Table
from tahqiq.reporting.words.labels import CatalogLabels, load_labels
from tahqiq.reporting.words.messages import Messages, load_messages

SEPARATED = ("actors", "keywords", "sources", "aliases")
"""Columns that hold several ids joined by a semicolon."""


class Words:
    """Names in one language; what has none is called by its id."""

    def __init__(self, language: str) -> None:
        self.messages: Messages = load_messages(language)
        self.labels: CatalogLabels = load_labels(language)
        self.language = language

    def named(self, family: str, name: str) -> str | None:
        """The message of a family, where there is one."""
        found = f"{family}-{name}"
        return self.messages.format(found) if self.messages.has(found) else None

    def table(self, table: Table) -> str:
        """What a table is called: what its measure counts, or the name of its file."""
        own = self.named("table", table.name)
        if own:
            return own
        if table.measure:
            return self.labels.measure(table.register.id, table.measure.id)
        return table.name.replace("_", " ")

    def column(self, register: Register, column: Column) -> str:
        """The heading of a column."""
        own = self.named("column", column.name)
        if own is None and column.dimension:
            own = self.labels.dimension(register.id, column.dimension)
        return own or column.name.replace("_", " ")

    def facet(self, register: Register, facet: Facet) -> str:
        """What a filter is called."""
        if facet.kind == "axis":
            return self.word(register.axes[facet.name].title)
        if facet.name in register.dimensions:
            return self.labels.dimension(register.id, facet.name)
        return self.named("column", facet.name) or facet.name.replace("_", " ")

    def value(self, register: Register, facet: Facet, code: str) -> str:
        """A value of a filter."""
        if facet.kind == "axis":
            return self.labels.choice(register.id, facet.name, code)
        return self.code(register.id, facet.name, code)

    def code(self, register: str, dimension: str, code: str) -> str:
        """A code in words."""
        if code in ("true", "false"):
            return self.messages.format("yes" if code == "true" else "no")
        place, _, what = code.partition(":")
        told = self.named("column", what)
        if what and told:
            return self.messages.format("claim-filter", name=self.code(register, "", place), value=told)
        return self.labels.value(register, dimension, code)

    def cell(self, register: str, column: Column, value: Any) -> str:
        """The value of a cell as people read it."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.messages.format("yes" if value else "no")
        if isinstance(value, date):
            return self.messages.date(value)
        if isinstance(value, (int, float)):
            plain = "year" in column.name or column.name in ("session", "rcid")
            return str(value) if plain else self.messages.number(value)
        text = str(value)
        if column.name in SEPARATED:
            return self.messages.join(self._listed(register, column, v) for v in text.split(";") if v)
        return self.code(register, column.dimension or column.name, text)

    def _listed(self, register: str, column: Column, code: str) -> str:
        """One of the codes of a cell: named under the column's own name, or under that of one of its things."""
        told = self.code(register, column.name, code)
        return told if told != code else self.code(register, column.name.removesuffix("s"), code)

    def word(self, words: Any) -> str:
        """A text given in each language."""
        return in_language(words, self.language)
