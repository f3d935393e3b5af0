"""The article as a Word document: at every place that needs other words a comment, and a change to accept or refuse.

The text is the one that was read, in paragraphs, headings and items; its own layout is not kept.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
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
    own = text.language if text.language in languages() else language
    words = {c.id: c.write for c in (shown if own == language else view(report, own, labels)).claims}
    rtl = text.language in languages() and load_messages(text.language).direction == "rtl"
    _paragraph(made, shown.title, "Title", rtl)
    wrong = [c for c in shown.claims if c.verdict.code in TO_CORRECT]
    for passage in passages(text, wrong):
        if not passage.is_title:
            _passage(made, passage, messages, words, rtl=rtl)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _passage(
    made: Document, passage: Passage, messages: Messages, words: Mapping[str, str | None], *, rtl: bool
) -> None:
    """One block; the runs of a claim carry its comment, and the `words` to write instead as a tracked change."""
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
    alone = {c.id for c in claims.values() if all(len(r.claims) == 1 for r in passage.runs if c in r.claims)}
    for name, runs in marked.items():
        if name in alone and words.get(name):
            _suggest(runs, _legal(words[name] or ""))


def _suggest(runs: list[Any], words: str) -> None:
    """Mark what some neighbouring runs say as deleted and the words after them as inserted, for the editor to judge."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if any(one._r.getnext() is not other._r for one, other in pairwise(runs)):
        return
    gone, new = (_tracked(runs[0], kind) for kind in ("w:del", "w:ins"))
    run = deepcopy(runs[-1]._r)
    runs[0]._r.addprevious(gone)
    for one in runs:
        for text in one._r.findall(qn("w:t")):
            text.tag = qn("w:delText")
            text.set(qn("xml:space"), "preserve")
        gone.append(one._r)
    for old in run.findall(qn("w:t")):
        run.remove(old)
    said = OxmlElement("w:t")
    said.text = words
    run.append(said)
    new.append(run)
    gone.addnext(new)


def _tracked(run: Any, kind: str) -> Any:
    """A tracked change without a time: the same report gives the same file."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = OxmlElement(kind)
    number = len(run.part.element.xpath("//w:ins | //w:del")) * 2 + (kind == "w:ins")
    found.set(qn("w:id"), str(number))
    found.set(qn("w:author"), AUTHOR)
    return found


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
