"""What the processes of the site do: check a document and write its report, and draw."""

from __future__ import annotations

import base64
import gc
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tahqiq.errors import InputError

if TYPE_CHECKING:
    from tahqiq.model import Report

CLAIMS = 400
"""Of a text with more claims the first are judged: a page with more is too large to read."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be checked: the bytes, the name to show, and what was said of it."""

    data: bytes
    source: str
    kind: str | None
    published: date | None
    language: str | None
    today: date
    characters: int


def forms(given: Given, wanted: tuple[str, ...]) -> dict[str, str]:
    """Check, and write the report in every form wanted: `json`, `head`, or a form and a language (`body.ar`, `md.en`).

    `head` is what a page about the report needs to know of it; a document for Word is told in base 64.
    """
    from tahqiq.checker import check_text
    from tahqiq.reading import read

    text = read(given.data, given.source, kind=given.kind, published=given.published, language=given.language)
    if len(text.raw) > given.characters:
        raise InputError("too_large", source=given.source, limit=f"{given.characters:,}")
    report = check_text(text, given.today, CLAIMS)
    return {name: _told(report, *name.partition(".")[::2]) for name in wanted}


def text_of(given: Given) -> str:
    """The text of a document as it is read."""
    from tahqiq.reading import read

    return read(given.data, given.source, kind=given.kind, published=given.published, language=given.language).raw


def _told(report: Report, form: str, language: str) -> str:
    from tahqiq.reporting.report import data, html, markdown, word
    from tahqiq.reporting.report.notes import title_of

    if form == "json":
        return data.dump_line(report)
    if form == "head":
        return json.dumps({"title": title_of(report.text)})
    if form == "md":
        return markdown.render(report, language)
    if form == "html":
        return html.render(report, language)
    if form == "docx":
        return base64.b64encode(word.render(report, language)).decode()
    body = html.environment().get_template("report_body.html.j2")
    return body.render({**html.context(report, language), "embedded": True})


def warm() -> None:
    """Load what every check needs."""
    from tahqiq.reporting.words.messages import languages

    given = Given(b"Vetoes: 83 in 2024.", "text", "txt", None, None, date.today(), 100)
    forms(given, ("json", *(f"body.{name}" for name in languages())))
    settle()


def settle() -> None:
    """Spare the collector of garbage what is loaded for good."""
    gc.collect()
    gc.freeze()
