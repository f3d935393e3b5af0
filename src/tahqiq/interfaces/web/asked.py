"""A question to a measure, asked once however many pages show its answer."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tahqiq.record.ask import ask
from tahqiq.reporting.record.figures import Figure, figure

Chosen = tuple[tuple[str, str], ...]
"""Values and choices by dimension and axis, sorted; several values joined by commas."""


@lru_cache(maxsize=1024)
def asked_figure(name: str, chosen: Chosen, day: date, since: str, until: str, lang: str) -> Figure:
    """The figure in the words of a language, worked out once for each question."""
    asked = ask(name, dict(chosen), as_of=day, since=since or None, until=until or None)
    return figure(asked, lang, since=since, until=until)
