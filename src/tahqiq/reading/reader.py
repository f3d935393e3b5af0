"""Bytes to Text: the formats, then the mending."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

from tahqiq.catalog.dates import is_usable, usable
from tahqiq.catalog.languages import load_language
from tahqiq.errors import InputError, UsageError
from tahqiq.model import Document, DocumentKind, Text
from tahqiq.reading.dateline import published_in
from tahqiq.reading.decode import to_unicode
from tahqiq.reading.formats import kind_of
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reading.parsing import parse
from tahqiq.reading.plain import Parsed
from tahqiq.reading.repair import mend
from tahqiq.reading.repair.mending import Mended
from tahqiq.reading.unspaced import write_out


def read(
    data: bytes,
    source: str,
    *,
    kind: str | None = None,
    published: date | None = None,
    language: str | None = None,
    encoding: str | None = None,
    limits: Limits = LIMITS,
    apart: bool = False,
) -> Text:
    """The readable text of a document, mended by form.

    `source` is the name shown (a file name or an address); `kind` one of txt md html pdf docx, found when not given;
    `published` overrides a date in the document; `encoding` what it says of its own, or what is found; `language` is
    found when not given (see `tongue`). `apart` reads all but plain text in a process of their own, bounded in time
    and memory (see `Limits`), where this is not one.

    `raw` is the text as read, exactly: of a plain text its decoded characters, with its own line breaks.

    Raises UsageError `unknown_language`, `far_date`, `unknown_encoding`, `no_encoding`, and InputError with a code:
    empty, too_large, binary, wrong_encoding, unknown_kind, and those of the formats.
    """
    source = source.encode("utf-8", "replace").decode()  # the name of a file may hold what is no character
    if not data:
        raise InputError("empty", source=source)
    if len(data) > limits.size:
        raise InputError("too_large", source=source, size=len(data), limit=limits.size)
    found = kind_of(data, source, kind)
    parsed = _parser(found, apart)(_decoded(data, source, found, encoding), source, found, limits)
    language = load_language(language).code if language else _detected(parsed.raw)
    mended = mend(parsed.raw, parsed.blocks, parsed.markup, language)
    told = parsed.published or _published(mended, language)
    when = usable(published) if published else told if told and is_usable(told) else None
    document = Document(source, found, hashlib.sha256(data).hexdigest(), when, parsed.title)
    return Text(
        document=document,
        raw=parsed.raw,
        text=mended.draft.text,
        language=language,
        blocks=mended.blocks,
        pieces=mended.draft.pieces(),
        repairs=tuple(sorted(mended.draft.repairs, key=lambda r: (r.start, -r.end))),
        damage=tuple(sorted((*parsed.damage, *mended.damage), key=lambda d: (d.start, d.end))),
        language_read=_reads_claims(language),
    )


def _published(mended: Mended, language: str) -> date | None:
    """The day of publication that the head of a text tells."""
    written = write_out(mended.draft.text, mended.blocks, language)
    text, blocks = (written.draft.text, written.blocks) if written else (mended.draft.text, mended.blocks)
    return published_in(text, blocks, language)


def _decoded(data: bytes, source: str, kind: DocumentKind, encoding: str | None) -> bytes:
    """The document in the encoding that was named for it, which only a text or a page can have."""
    if encoding is None:
        return data
    if kind in ("pdf", "docx"):
        raise UsageError("no_encoding", source=source, kind=kind)
    return to_unicode(data, encoding)


def _parser(kind: DocumentKind, apart: bool) -> Callable[[bytes, str, DocumentKind, Limits], Parsed]:
    if not apart or kind == "txt":
        return parse
    from tahqiq.reading.apart import parse_apart

    return parse_apart


def _detected(text: str) -> str:
    from tahqiq.reading.tongue import language_of

    return language_of(text)


def _reads_claims(language: str) -> bool:
    from tahqiq.catalog.lexicon import reads_claims

    return reads_claims(language)
