"""What a corpus tells as one page in both languages: no script, nothing fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from tahqiq.interfaces.corpus import words
from tahqiq.interfaces.corpus.life import Life
from tahqiq.interfaces.corpus.manifest import read_manifest
from tahqiq.interfaces.corpus.questions import QUESTIONS, ready
from tahqiq.model import VERDICTS
from tahqiq.reporting.drawing.charts import INLINE, steps
from tahqiq.reporting.report.html import environment
from tahqiq.reporting.words.messages import languages, load_messages
from tahqiq.reporting.words.values import quantity

ROWS = 30
"""Rows of each table on a page."""


def render(folder: Path, found: Life | None = None) -> str:
    """The page of a corpus: its counts, the life of a figure where one is asked for, and the ready questions."""
    parts = [_part(folder, found, language) for language in sorted(languages(), reverse=True)]
    return environment().get_template("corpus.html.j2").render(parts=parts, folder=folder.name)


def _part(folder: Path, found: Life | None, language: str) -> dict[str, Any]:
    messages, manifest = load_messages(language), read_manifest(folder)
    counts = manifest.get("counts", {"documents": 0, "claims": 0, "read": 0, "verdicts": {}})
    asked = [(name, ready(folder, name, ROWS)) for name in QUESTIONS]
    return {
        "t": messages.format,
        "language": language,
        "direction": messages.direction,
        "counts": [
            (messages.format("corpus-count-documents"), quantity(messages, counts["documents"], "documents")),
            (messages.format("corpus-count-read"), messages.number(counts["read"])),
            (messages.format("corpus-count-claims"), quantity(messages, counts["claims"], "claims")),
            (messages.format("corpus-count-program"), manifest["tahqiq"]),
        ],
        "verdicts": [
            (v, messages.format(f"verdict-{v}"), messages.number(counts["verdicts"][v]))
            for v in VERDICTS
            if v in counts["verdicts"]
        ],
        "life": _life(found, language) if found else None,
        "tables": [words.tell(name, table, language) for name, table in asked if table.rows],
    }


def _life(found: Life, language: str) -> dict[str, Any]:
    reading = found.asked.reading
    filters = {name: list(values) for name, values in reading.filters.items()}
    drawn = {"course": words.course(found, language), "years": words.sayings(found, language)}
    return {
        "title": words.named(reading.register, reading.measure, filters, language),
        "charts": [Markup(steps(data, language, f"{name}-{language}", INLINE)) for name, data in drawn.items()],
        "tables": list(words.tell_life(found, language)),
    }
