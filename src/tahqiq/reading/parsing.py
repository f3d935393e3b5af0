"""The text and blocks of one format. Libraries for the heavy formats load only when needed."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.model import DocumentKind
from tahqiq.reading.decode import decode, unprintable
from tahqiq.reading.draft import MARKUP, Edit
from tahqiq.reading.limits import Limits
from tahqiq.reading.plain import Parsed, parse_plain


def parse(data: bytes, source: str, kind: DocumentKind, limits: Limits) -> Parsed:
    """The text of a document and its blocks. Raises InputError with the codes of its format."""
    if kind in ("txt", "md"):
        raw = decode(data, source, limits)
        parsed = _marked(raw) if kind == "md" else parse_plain(raw)
        hidden = [Edit(MARKUP, start, end) for start, end in unprintable(raw)]
        return replace(parsed, markup=(*parsed.markup, *hidden)) if hidden else parsed
    if kind == "html":
        from tahqiq.reading.html import parse_html

        return parse_html(data, source, limits)
    if kind == "docx":
        from tahqiq.reading.docx import parse_docx

        return parse_docx(data, source, limits)
    from tahqiq.reading.pdf import parse_pdf

    return parse_pdf(data, source, limits)


def _marked(raw: str) -> Parsed:
    from tahqiq.reading.markdown import parse_markdown

    return parse_markdown(raw)
