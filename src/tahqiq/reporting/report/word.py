"""The article as a Word document, with a comment at every place that needs other words.

The text is the one that was read, in paragraphs, headings and items; its own layout is not kept.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from tahqiq.errors import UsageError
from tahqiq.model import Report
from tahqiq.reporting.report.passages import Passage, passages
from tahqiq.reporting.report.view import TO_CORRECT, ClaimView
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import Messages, languages, load_messages

if TYPE_CHECKING:
    from docx.document import Document

STYLES = {"heading": "Heading 2"}
UNLAWFUL = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
AUTHOR, INITIALS = "Tahqiq", "T"


def render(report: Report, language: str, *, labels: Labels | None = None) -> bytes:
    """The document, its comments in `language`. UsageError `needs_extra` when the library for it is not installed."""
    try:
        import docx
    except ImportError as problem:
        raise UsageError("needs_extra", kind="docx", extra="web") from problem
    shown, text, messages = view(report, language, labels), report.text, load_messages(language)
    made = docx.Document()
    made.core_properties.title = shown.title
    made.core_properties.author = ""
    rtl = text.language in languages() and load_messages(text.language).direction == "rtl"
    _paragraph(made, shown.title, "Title", rtl)
    wrong = [c for c in shown.claims if c.verdict.code in TO_CORRECT]
    for passage in passages(text, wrong):
        if not passage.is_title:
            _passage(made, passage, messages, rtl=rtl)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _passage(made: Document, passage: Passage, messages: Messages, *, rtl: bool) -> None:
    """One block; the runs of a claim carry its comment."""
    paragraph = _paragraph(made, f"{passage.label} " if passage.label else "", STYLES.get(passage.kind), rtl)
    marked: dict[str, list[Any]] = {}
    for run in passage.runs:
        written = paragraph.add_run(_legal(run.text))
        written.font.rtl = rtl
        for claim in run.claims:
            marked.setdefault(claim.id, []).append(written)
    claims = {c.id: c for run in passage.runs for c in run.claims}
    for name, runs in marked.items():
        said = _legal(_comment(claims[name], messages))
        comment = made.add_comment([runs[0], runs[-1]], text=said, author=AUTHOR, initials=INITIALS)
        if messages.direction == "rtl":
            for line in comment.paragraphs:
                _turn(line)


def _paragraph(made: Document, words: str, style: str | None, rtl: bool) -> Any:
    paragraph = made.add_paragraph(style=style)
    if words:
        paragraph.add_run(_legal(words))
    if rtl:
        _turn(paragraph)
    return paragraph


def _turn(paragraph: Any) -> None:
    """Let a paragraph, and what it holds so far, run from right to left."""
    from docx.oxml import OxmlElement

    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _comment(claim: ClaimView, messages: Messages) -> str:
    """What to write first, then why."""
    lines = [claim.verdict.name]
    if claim.write:
        lines.append(messages.format("claim-filter", name=messages.format("claim-correction"), value=claim.write))
    return "\n".join([*lines, claim.reason])


def _legal(words: str) -> str:
    """Text without the characters that XML does not have."""
    return UNLAWFUL.sub("", words)
