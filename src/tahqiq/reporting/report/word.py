"""The article as a Word document: at every place that needs other words a comment, and a change to accept or refuse.

The text is the one that was read, in paragraphs, headings and items; its own layout is not kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tahqiq.errors import UsageError
from tahqiq.model import Report
from tahqiq.reporting.report.passages import Passage, Run, passages
from tahqiq.reporting.report.replacing import Replaced
from tahqiq.reporting.report.view import TO_CORRECT, ClaimView
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import TURNING, Messages, languages, load_messages

if TYPE_CHECKING:
    from docx.document import Document

STYLES = {"heading": "Heading 2"}
UNLAWFUL = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
AUTHOR, INITIALS = "Tahqiq", "T"
DELETED, INSERTED = "w:del", "w:ins"


def render(report: Report, language: str, *, labels: Labels | None = None) -> bytes:
    """The document, its comments in `language`. UsageError `needs_extra` when the library for it is not installed."""
    try:
        import docx
    except ImportError as problem:
        raise UsageError("needs_extra", kind="docx", extra="web") from problem
    shown, text = view(report, language, labels), report.text
    made = docx.Document()
    made.core_properties.title = shown.title
    made.core_properties.author = ""
    rtl = text.language in languages() and load_messages(text.language).direction == "rtl"
    _paragraph(made, shown.title, "Title", rtl)
    wrong = [c for c in shown.claims if c.verdict.code in TO_CORRECT]
    writer = _Writer(made, text.text, shown.changes, load_messages(language), rtl=rtl)
    for passage in passages(text, wrong):
        if not passage.is_title:
            writer.passage(passage)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


class _Writer:
    """Writes one block after the other; the runs of a claim carry its comment, and its words are changed in place."""

    def __init__(
        self, made: Document, text: str, changed: Sequence[Replaced], messages: Messages, *, rtl: bool
    ) -> None:
        self.made, self.text, self.changed, self.messages, self.rtl = made, text, changed, messages, rtl

    def passage(self, passage: Passage) -> None:
        """A paragraph, heading or item with its comments and changes."""
        label = f"{passage.label} " if passage.label else ""
        paragraph = _paragraph(self.made, label, STYLES.get(passage.kind), self.rtl)
        marked: dict[str, list[Any]] = {}
        tracked: list[tuple[Any, str]] = []
        for run in passage.runs:
            for written, kind in self._run(paragraph, run):
                for claim in run.claims:
                    marked.setdefault(claim.id, []).append(written)
                if kind:
                    tracked.append((written, kind))
        claims = {c.id: c for run in passage.runs for c in run.claims}
        for name, runs in marked.items():
            self._comment(claims[name], runs)
        for written, kind in tracked:
            _track(written, kind)

    def _run(self, paragraph: Any, run: Run) -> Iterator[tuple[Any, str]]:
        """A run of the text, cut where words give way to others, and what becomes of each part."""
        here = [c for c in self.changed if run.start <= c.start < run.end or run.start < c.end <= run.end]
        edges = {run.start, run.end, *(at for c in here for at in (c.start, c.end) if run.start < at < run.end)}
        for low, high in pairwise(sorted(edges)):
            gone = any(c.start <= low and high <= c.end for c in here)
            yield self._written(paragraph, self.text[low:high].translate(TURNING)), DELETED if gone else ""
            for change in here:
                if change.end == high:
                    yield self._written(paragraph, change.words), INSERTED

    def _written(self, paragraph: Any, words: str) -> Any:
        written = paragraph.add_run(_legal(words))
        written.font.rtl = self.rtl
        return written

    def _comment(self, claim: ClaimView, runs: list[Any]) -> None:
        said = _legal(_comment(claim, self.messages))
        comment = self.made.add_comment([runs[0], runs[-1]], text=said, author=AUTHOR, initials=INITIALS)
        if self.messages.direction == "rtl":
            for line in comment.paragraphs:
                _turn(line)


def _track(run: Any, kind: str) -> None:
    """Put a run into a change that an editor accepts or refuses.

    It has no time: the same report gives the same file.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    change = OxmlElement(kind)
    change.set(qn("w:id"), str(len(run.part.element.xpath("//w:ins | //w:del"))))
    change.set(qn("w:author"), AUTHOR)
    run._r.addprevious(change)
    change.append(run._r)
    if kind == DELETED:
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")
            text.set(qn("xml:space"), "preserve")


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
