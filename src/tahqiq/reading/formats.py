"""What kind of document some bytes are, from what they begin with, then from the name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tahqiq.errors import InputError
from tahqiq.model import DOCUMENT_KINDS, DocumentKind

_SUFFIXES: dict[str, DocumentKind] = {
    "htm": "html",
    "xhtml": "html",
    "markdown": "md",
    "text": "txt",
    **{kind: kind for kind in DOCUMENT_KINDS},
}
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}\?>")
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.I)
# Beginnings of files that are no text and that no format here reads.
_FOREIGN = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"MZ\x90",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"OggS",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)


def kind_of(data: bytes, source: str, kind: str | None = None) -> DocumentKind:
    """The kind of a document. Raises InputError `unknown_kind` for a kind given that is none, `binary`."""
    if kind is not None:
        known = next((k for k in DOCUMENT_KINDS if k == kind), None)
        if known is None:
            raise InputError("unknown_kind", source=source, kind=kind)
        return known
    start = data[:4096].lstrip(b"\xef\xbb\xbf")
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx"
    if start.startswith(_FOREIGN):
        raise InputError("binary", source=source)
    if _is_page(start):
        return "html"
    named = _SUFFIXES.get(PurePosixPath(urlsplit(source).path or source).suffix.lower().lstrip("."), "txt")
    return named if named in ("txt", "md", "html") else "txt"


def _is_page(start: bytes) -> bool:
    """Whether a page begins here, after a declaration and comments."""
    declared = _DECLARATION.match(start)
    at = declared.end() if declared else 0
    while start[at:].lstrip().startswith(b"<!--"):
        close = start.find(b"-->", at)
        if close < 0:
            return False
        at = close + 3
    return bool(_PAGE.match(start, at))
