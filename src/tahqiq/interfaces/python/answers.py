"""The answers that `tahqiq.ask` gives: what the record says, with its forms."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from tahqiq.interfaces.python.frames import Library, frame
from tahqiq.interfaces.telling import ui_language
from tahqiq.record.ask import Asked as Found


class Asked(Found):
    """A question and its answers, the usual way of counting first. `language` of the methods: `ar` or `en`."""

    __slots__ = ()

    @property
    def value(self) -> float | int | None:
        """The value in the usual way of counting; None where the record has none."""
        return self.answers[0].value if self.answers else None

    def sentence(self, language: str | None = None) -> str:
        """The answer as a sentence that can stand in an article."""
        from tahqiq.reporting.record.figures import figure

        since, until = (day.isoformat() if day else None for day in self.period)
        return figure(self, language or ui_language(), since=since, until=until).sentence

    def to_dict(self) -> dict[str, Any]:
        """The answers as plain values, as `tahqiq ask --format json` writes them."""
        from tahqiq.reporting.record.asked import to_json

        return to_json(self)

    def to_json(self) -> str:
        """The answers as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1)

    def to_text(self, language: str | None = None) -> str:
        """The answers as a terminal shows them."""
        from tahqiq.reporting.record.asked import render

        return render(self, language or ui_language())

    def to_frame(self, library: Library = "pandas") -> Any:
        """One row for each way of counting: its value, and the days between which it holds (`until` open: None)."""
        held = [a.holds[-1] if a.holds else (None, None) for a in self.answers]
        columns: dict[str, list[Any]] = {
            "definition": [a.definition for a in self.answers],
            "default": [a.default for a in self.answers],
            "value": [a.value for a in self.answers],
            "since": [since for since, _ in held],
            "until": [until for _, until in held],
            "missing_at_most": [a.missing_at_most for a in self.answers],
            "rows": [len(a.rows) for a in self.answers],
        }
        return frame(columns, library)

    def __repr__(self) -> str:
        filters = ", ".join(f"{name}={','.join(values)}" for name, values in self.reading.filters.items())
        told = f"{self.register.id}.{self.measure.id}({filters}) as of {self.as_of.isoformat()}"
        return f"<Asked {told}: {self.value} {self.measure.unit}, {len(self.answers)} ways of counting>"

    def _repr_html_(self) -> str:
        from tahqiq.reporting.record.asked import brief

        return brief(self, ui_language())


def of(found: Found) -> Asked:
    """Answers with their methods."""
    return Asked(**{field.name: getattr(found, field.name) for field in fields(found)})
