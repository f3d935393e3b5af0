"""What no text holds never gets past reading: unknown encodings, control characters, half characters."""

from __future__ import annotations

import importlib.util
import json
import re
import zlib
from pathlib import Path

import pytest

import tahqiq
from tahqiq.errors import InputError
from tahqiq.reading import Limits, read, rebuild
from tahqiq.reporting.report import data, html, markdown, terminal

spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("test_hostile.py"))
assert spec is not None
assert spec.loader is not None
hostile = importlib.util.module_from_spec(spec)
spec.loader.exec_module(hostile)
NEVER = re.compile("[\x00-\x08\x0b\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
SENTENCE = "By August 2024 Washington had used its veto 83 times."
ARABIC = (
    "\u0628\u062d\u0644\u0648\u0644 2024 \u0627\u0633\u062a\u062e\u062f\u0645\u062a "
    "\u0627\u0644\u0648\u0644\u0627\u064a\u0627\u062a \u0627\u0644\u0645\u062a\u062d\u062f\u0629 "
    "\u062d\u0642 \u0627\u0644\u0646\u0642\u0636 83 \u0645\u0631\u0629 \u0641\u064a \u0645\u062c\u0644\u0633 "
    "\u0627\u0644\u0623\u0645\u0646 \u0639\u0644\u0649 \u0645\u0631 \u0627\u0644\u0633\u0646\u064a\u0646."
)


def every_form(document: bytes, kind: str) -> str:
    """A report in every form, which must all be text that can be written."""
    report = tahqiq.check(document, kind=kind)
    told = [data.dump(report), data.dump_line(report)]
    for language in ("en", "ar"):
        told += [html.render(report, language), markdown.render(report, language)]
        told.append(terminal.render(report, language, color=False, width=80))
    json.loads(told[0])
    return "".join(told).encode().decode()


LABELS = ["iso-8859-6", "x-mac-roman", "ISO-8859-1", "us-ascii", "utf-16", "undefined", "unicode_escape", "utf-7"]
LABELS += ["raw_unicode_escape", "rot13", "base64", "zlib", "idna", "punycode", "mbcs", "utf-32", "charmap", "-", "x"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("content", [b"\xff\\ud800 +AGE- 12 vetoes in 1972", ARABIC.encode("cp1256")])
def test_a_page_may_name_any_encoding(label: str, content: bytes) -> None:
    try:
        raw = read(named(label, content), "a.html", kind="html").raw
    except InputError:
        return
    assert not NEVER.search(raw)
    assert "\\ud800" in raw or "83" in raw


@pytest.mark.parametrize(("label", "codec"), [("windows-1256", "cp1256"), ("ISO-8859-6", "iso8859-6")])
def test_an_encoding_of_the_web_is_believed(label: str, codec: str) -> None:
    assert ARABIC in read(named(label, ARABIC.encode(codec)), "a.html", kind="html").raw


def named(label: str, content: bytes) -> bytes:
    return f'<html><head><meta charset="{label}"></head><body><p>'.encode() + content + b"</p></body></html>"


@pytest.mark.parametrize(
    "char", ["\x01", "\x0e", "\x1b", "\x7f", "\ufffe", "&#14;", "&#xd800;", "&#0;", "\x1d", "\x0c", "&#12;"]
)
def test_no_control_character_gets_past_a_page(char: str) -> None:
    filler = "The council met again on Monday. " * 20
    page = f"<html><body><p>{filler}{SENTENCE}</p><aside>x</aside>{char}<p>a{char}b {filler}</p></body></html>"
    told = every_form(page.encode(), "html")
    assert not NEVER.search(told)
    assert "83" in told


@pytest.mark.parametrize("char", ["\x01", "\x0e", "\x1b", "\x7f", "\ufffe", "\ufdd0"])
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_control_characters_of_a_plain_text_are_kept_and_not_shown(char: str, kind: str) -> None:
    raw = f"{SENTENCE}\n\nWashington{char} used its veto 4{char}6 times for Israel.\n\n" + "A line.\n" * 100
    text = read(raw.encode(), "a", kind=kind, language="en")
    assert text.raw == raw
    assert char not in text.text
    assert rebuild(text.text, text.pieces) == raw
    for finding in tahqiq.check(raw.encode(), kind=kind).findings:
        assert not NEVER.search(text.text[finding.claim.start : finding.claim.end])


def test_half_a_character_of_a_pdf_is_none() -> None:
    shown = f"BT /F 9 Tf 1 9 Td ({SENTENCE}) Tj ET BT /F 9 Tf 1 30 Td (~~) Tj ET".encode()
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        b"endcodespacerange 2 beginbfrange <20> <7D> <0020> <7E> <7E> <D800> endbfrange endcmap end end"
    )
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 99] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>"
    packed = zlib.compress(shown)
    document = hostile.pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            page,
            b"<</Length %d /Filter /FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(table), table),
        ]
    )
    assert "83" in every_form(document, "pdf")


@pytest.mark.parametrize("text", ["```", "```\n```", "> ", "---\n", "<!-- a -->\n```", "#", "- \n- "])
def test_markdown_without_words_has_a_report_in_every_form(text: str) -> None:
    assert every_form(text.encode(), "md")


def test_a_book_is_told_what_is_too_much_of_it() -> None:
    document = hostile.pages(3)
    with pytest.raises(InputError, check=lambda e: e.code == "no_text"):
        read(document, "a.pdf")
    with pytest.raises(InputError, check=lambda e: e.code == "too_many_pages"):
        read(document, "a.pdf", limits=Limits(pages=2))
    files = Path(__file__).resolve().parent / "files"
    path = next(files.glob("*.pdf"))
    with pytest.raises(InputError) as caught:
        read(path.read_bytes(), path.name, limits=Limits(glyphs=10))
    assert caught.value.code == "too_many_letters"
