"""Documents that make a library work without end: each is read apart, and ends in one clear line, soon."""

from __future__ import annotations

import importlib.util
import io
import os
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tahqiq.errors import InputError
from tahqiq.reading import Limits, read

FILES = Path(__file__).resolve().parent / "files"
spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("test_hostile.py"))
assert spec is not None
assert spec.loader is not None
hostile = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hostile)
docx, word, pdf = hostile.docx, hostile.word, hostile.pdf
SOON = Limits(seconds=10, memory=400)


def nested_tables(depth: int) -> bytes:
    return ("<table><tr><td>a" * depth + "</td></tr></table>" * depth).encode()


def nested_boxes(depth: int) -> bytes:
    box = "<w:p><w:r><w:pict><w:txbxContent>" * depth + "<w:p><w:r><w:t>One sentence.</w:t></w:r></w:p>"
    return bytes(docx(word(box + "</w:txbxContent></w:pict></w:r></w:p>" * depth)))


def lying_zip() -> bytes:
    """An archive whose part says that it holds 1,000 bytes, and holds 300 MB."""
    data = bytearray(docx(b"7" * 300_000_000))
    data[22:26] = struct.pack("<I", 1000)
    listed = data.rfind(b"PK\x01\x02")
    data[listed + 24 : listed + 28] = struct.pack("<I", 1000)
    return bytes(data)


def odd_zip(method: int, broken: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("word/document.xml", word("<w:p/>") * 50)
    data = bytearray(out.getvalue())
    if broken:
        data[60:70] = b"\xff" * 10
    return bytes(data)


def negative_zip() -> bytes:
    data = bytearray(docx(word("<w:p/>")))
    end = data.rfind(b"PK\x05\x06")
    data[end + 16 : end + 20] = struct.pack("<I", 0x7FFFFFFF)
    return bytes(data)


def page(content: bytes, resources: bytes = b"", *more: bytes, packed: bool = False) -> bytes:
    body = zlib.compress(content, 9) if packed else content
    kind = b"/Filter /FlateDecode " if packed else b""
    return bytes(
        pdf(
            [
                b"<</Type /Catalog /Pages 2 0 R>>",
                b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
                b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources <<%s>>>>" % resources,
                b"<<%s/Length %d>>stream\n%s\nendstream" % (kind, len(body), body),
                *more,
            ]
        )
    )


def nested_forms(levels: int, calls: int) -> bytes:
    forms = []
    for level in range(levels):
        body = b"/F Do\n" * calls if level < levels - 1 else b"0 0 m 1 1 l S\n"
        inner = b"/Resources <</XObject <</F %d 0 R>>>> " % (6 + level) if level < levels - 1 else b""
        head = b"<</Type /XObject /Subtype /Form /BBox [0 0 9 9] %s/Length %d>>" % (inner, len(body))
        forms.append(head + b"stream\n" + body + b"\nendstream")
    return page(b"/F Do", b"/XObject <</F 5 0 R>>", *forms)


FONT = b"/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
HOSTILE: dict[str, tuple[str, tuple[str, ...], Callable[[], bytes]]] = {
    "tables in tables": ("html", (), lambda: nested_tables(60)),
    "boxes in boxes": ("docx", (), lambda: nested_boxes(60)),
    "a zip that lies": ("docx", ("bad_archive", "too_expanded"), lying_zip),
    "a zip with a place before its beginning": ("docx", ("bad_archive",), negative_zip),
    "a zip by another method": ("docx", ("bad_archive",), lambda: odd_zip(zipfile.ZIP_LZMA)),
    "a zip broken in another method": ("docx", ("bad_archive",), lambda: odd_zip(zipfile.ZIP_LZMA, True)),
    "forms in forms": ("pdf", ("too_complex", "too_slow"), lambda: nested_forms(8, 10)),
    "very many lines": ("pdf", ("too_complex", "too_slow"), lambda: page(b"0 0 m 1 1 l S\n" * 8_000_000, packed=True)),
    "very many letters": (
        "pdf",
        ("too_complex", "too_slow", "too_many_letters"),
        lambda: page(b"BT /F 9 Tf 1 1 Td " + b"(a) Tj " * 2_500_000 + b"ET", FONT, packed=True),
    ),
    "very many blanks": ("pdf", ("too_complex", "too_slow"), lambda: page(b" " * 500_000_000, packed=True)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_never_ends_ends_apart(name: str) -> None:
    kind, codes, make = HOSTILE[name]
    data = make()
    began = time.perf_counter()
    if codes:
        with pytest.raises(InputError) as caught:
            read(data, f"a.{kind}", kind=kind, language="en", limits=SOON, apart=True)
        assert caught.value.code in codes
    else:
        assert read(data, f"a.{kind}", kind=kind, language="en", limits=SOON, apart=True).raw
    assert time.perf_counter() - began < SOON.seconds + 5


def test_what_is_nested_is_read_once() -> None:
    text = read(nested_boxes(3), "a.docx", language="en").raw
    assert text.count("One sentence.") == 1
    assert read(nested_tables(5), "a.html", kind="html", language="en").raw.split() == ["a"] * 5


def test_a_kind_is_told_soon_whatever_a_file_begins_with() -> None:
    began = time.perf_counter()
    assert read(b"<!---->" * 40 + b"x", "a.txt", language="en").document.kind == "txt"
    assert read(b"<!---->" * 400 + b"<html><p>12 vetoes</p>", "a", language="en").document.kind == "html"
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("path", sorted(FILES.glob("*.*")), ids=lambda p: p.name)
def test_reading_apart_gives_the_same(path: Path) -> None:
    data = path.read_bytes()
    assert read(data, path.name, apart=True) == read(data, path.name)


def test_errors_are_the_same_apart() -> None:
    for data, kind in ((b"%PDF-1.7\nrubbish", "pdf"), (b"PK\x03\x04rubbish", "docx"), (b"<html></html>", "html")):
        told = []
        for apart in (False, True):
            with pytest.raises(InputError) as caught:
                read(data, "a", kind=kind, language="en", apart=apart)
            told.append((caught.value.code, caught.value.details))
        assert told[0] == told[1]


def test_nothing_beside_the_document_is_loaded(tmp_path: Path) -> None:
    """A folder of downloads may hold anything, such as a module of a well-known name."""
    (tmp_path / "json.py").write_text("raise SystemExit('loaded')")
    (tmp_path / "a.html").write_text("<html><body><p>By 2024 Washington had used its veto 83 times.</p></body></html>")
    script = Path(sys.executable).with_name("tahqiq")
    told = subprocess.run(
        [script, "check", "a.html", "--format", "json"], cwd=tmp_path, capture_output=True, timeout=60
    )
    assert (told.returncode, told.stderr) == (0, b"")


def test_the_other_process_ends_with_its_time_even_when_nobody_waits_for_it() -> None:
    """The parent is killed; the child goes on working in a library, until the system ends it."""
    code = (
        "import sys; from tahqiq.reading import read, Limits; "
        "read(sys.stdin.buffer.read(), 'a', kind='pdf', limits=Limits(seconds=2, memory=20_000), apart=True)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert parent.stdin is not None
    parent.stdin.write(page(b"0 0 m 1 1 l S\n" * 8_000_000, packed=True))
    parent.stdin.close()
    children: list[int] = []
    while not children and parent.poll() is None:
        time.sleep(0.02)
        found = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        children = [int(pid) for pid in found.read_text().split()] if found.exists() else []
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 30
    while any(os.path.exists(f"/proc/{pid}") for pid in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert children
    assert not [pid for pid in children if os.path.exists(f"/proc/{pid}")]
