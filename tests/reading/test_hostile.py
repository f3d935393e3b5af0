"""Hostile and broken files: one clear line each, soon, and without eating the machine."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from tahqiq.errors import InputError
from tahqiq.reading import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(document: bytes, extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"word/document.xml": document, **(extra or {})}.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: str) -> bytes:
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()


def pdf(objects: list[bytes]) -> bytes:
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%strailer <</Size %d /Root 1 0 R>>\n" % (size, table, size))
    out.write(b"startxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def pages(count: int) -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(count))
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count %d /Kids [%s]>>" % (count, kids), page])


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + k, b"&%c;" % (97 + k) * 10) for k in range(9)
)
BOMB = b"<w:t>" + b"7" * 70_000_000

HOSTILE: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "zip bomb": ("docx", "too_expanded", lambda: docx(BOMB)),
    "zip of very many parts": ("docx", "too_expanded", lambda: docx(word(""), {f"p{k}": b"" for k in range(3000)})),
    "billion laughs": ("docx", "unsafe_xml", lambda: docx(LAUGHS + b"]>" + word("<w:p>&i;</w:p>"))),
    "outer entity": ("docx", "unsafe_xml", lambda: docx(b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + word("<w:p/>"))),
    "deep xml": ("docx", "too_deep", lambda: docx(word("<w:p>" * 5000 + "</w:p>" * 5000))),
    "cut zip": ("docx", "bad_archive", lambda: docx(word("<w:p/>"))[:60]),
    "zip of something else": ("docx", "not_docx", lambda: docx(word("")).replace(b"word/document", b"data/document")),
    "empty document": ("docx", "no_text", lambda: docx(word("<w:p/>"))),
    "deep page": ("html", "too_deep", lambda: b"<html><body>" + b"<div>" * 10_000 + b"46"),
    "page of tags": ("html", "too_complex", lambda: b"<html>" + b"<b>" * 1_200_000),
    "page without text": ("html", "no_text", lambda: b"<html><body><script>var a = 46;</script></body></html>"),
    "100,000 pages": ("pdf", "too_many_pages", lambda: pages(100_000)),
    "pages without text": ("pdf", "no_text", lambda: pages(3)),
    "cut pdf": ("pdf", "bad_pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj << " * 5),
    "picture": ("txt", "binary", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)),
    "100 MB of digits": ("txt", "too_large", lambda: b"7" * 100_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_give_one_clear_line(name: str) -> None:
    kind, code, make = HOSTILE[name]
    data = make()
    start = time.perf_counter()
    with pytest.raises(InputError) as caught:
        read(data, f"file.{kind}", kind=None if name == "picture" else kind, language="en")
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert time.perf_counter() - start < 10


def test_entities_in_a_page_are_not_expanded() -> None:
    page = (
        LAUGHS.replace(b"DOCTYPE x", b"DOCTYPE html") + b"]><html><body><p>The vote was 13 &i; to 1.</p></body></html>"
    )
    assert len(read(page, "a.html", language="en").raw) < 5000


@pytest.mark.parametrize("number", [4_000, 16_000])
def test_a_long_page_and_a_long_document_take_time_by_their_length(number: int) -> None:
    page = b"<html><body>" + b"<p>On 10 September 1972 the vote was 13 to 1.</p>" * number + b"</body></html>"
    paragraph = "<w:p><w:r><w:t>On 10 September 1972 the vote was 13 to 1.</w:t></w:r></w:p>"
    file = docx(word(paragraph * number))
    for data, kind in ((page, "html"), (file, "docx")):
        start = time.perf_counter()
        assert read(data, "a", kind=kind, language="en").raw.count("1972") == number
        assert time.perf_counter() - start < number / 400
