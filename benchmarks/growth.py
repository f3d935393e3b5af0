"""How reading and checking grow with their input: processor seconds from size to size, and the exponent between them.

    python benchmarks/growth.py                       # every input, read and checked, up to 10 MB or 60 s each
    python benchmarks/growth.py --stage read --only html
    python benchmarks/growth.py --most 1000000

An exponent of 1 is linear; more than 1.1 is told. Small times are noise, so exponents are taken where a size took
50 ms at least.
"""

from __future__ import annotations

import argparse
import io
import math
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from tahqiq.checker import check_text
from tahqiq.errors import TahqiqError
from tahqiq.model import Text
from tahqiq.reading import Limits, read
from tahqiq.reporting.report import data, html, markdown, terminal

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CLAIM = "By August 2024 Washington had used its veto 83 times, 46 of them for Israel. "
NEWS = "The members of the council met again on Monday to hear what the envoy had to say of the talks in the capital. "
ARABIC = (
    "\u0627\u062c\u062a\u0645\u0639 \u0623\u0639\u0636\u0627\u0621 \u0627\u0644\u0645\u062c\u0644\u0633 "
    "\u0645\u0631\u0629 \u0623\u062e\u0631\u0649 \u064a\u0648\u0645 \u0627\u0644\u0627\u062b\u0646\u064a\u0646. "
)
ARABIC_CLAIM = (
    "\u0627\u0633\u062a\u062e\u062f\u0645\u062a \u0627\u0644\u0648\u0644\u0627\u064a\u0627\u062a "
    "\u0627\u0644\u0645\u062a\u062d\u062f\u0629 \u062d\u0642 \u0627\u0644\u0646\u0642\u0636 83 \u0645\u0631\u0629. "
)
FIRST, TIMES, MOST = 10_000, 4, 10_000_000
LONGEST = 60.0
TOLD = 0.05
LIMITS = Limits(nodes=10**9, expanded=10**9, size=10**9, seconds=600, memory=8_000)


@dataclass(frozen=True, slots=True)
class Input:
    """A kind of document and how one of about a size is made."""

    kind: str
    make: Callable[[int], bytes]


def repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    return lambda size: f"{before}{piece * max(1, size // len(piece.encode()))}{after}".encode()


def docx(piece: str) -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        body = piece * max(1, size // len(piece))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
        return out.getvalue()

    return make


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(letter: str) -> Callable[[int], bytes]:
    """A page of one line: letters, or a letter and a mark in turn, as a font without a file draws them."""

    def make(size: int) -> bytes:
        shown = b"(" + letter.encode("latin-1") * (size // len(letter)) + b") Tj"
        objects = [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99999 99] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
            b"<</Length %d>>stream\nBT /F 9 Tf 1 9 Td %s ET\nendstream" % (len(shown) + 24, shown),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(MARKS), MARKS),
        ]
        out, places = io.BytesIO(), []
        out.write(b"%PDF-1.4\n")
        for number, content in enumerate(objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        start = out.tell()
        out.write(b"xref\n0 7\n0000000000 65535 f \n%strailer <</Size 7 /Root 1 0 R>>\n" % table)
        out.write(b"startxref\n%d\n%%%%EOF" % start)
        return out.getvalue()

    return make


MARKS = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"2 beginbfchar <41> <0628> <42> <064B> endbfchar endcmap end end"
)
"""A map from the letters A and B of the font to an Arabic letter and a mark that sits on it."""

INPUTS: dict[str, Input] = {
    "news, no claim": Input("txt", repeated(NEWS)),
    "news, Arabic": Input("txt", repeated(ARABIC)),
    "a claim in 2 KB": Input("txt", repeated(CLAIM + NEWS * 18 + "\n\n")),
    "dense claims": Input("txt", repeated(CLAIM + "\n\n")),
    "dense claims, Arabic": Input("txt", repeated(ARABIC_CLAIM + "\n\n")),
    "one sentence": Input("txt", repeated(CLAIM.replace(". ", ", "))),
    "repeated paragraph": Input("txt", repeated((CLAIM + NEWS * 4) + "\n\n")),
    "digits": Input("txt", repeated("1,234.5 ")),
    "dates": Input("txt", repeated("On 10 September 1972 and in May 2024. ")),
    "dots after a claim": Input("txt", repeated(".", CLAIM, "x")),
    "blanks after a claim": Input("txt", repeated(" ", CLAIM, "x")),
    "numbered list": Input("txt", repeated("1. On 10 September 1972 the vote was 13 to 1.\n")),
    "bullets under a heading": Input("txt", repeated("- 83\n", "Vetoes for Israel\n\n")),
    "rows of sums": Input(
        "txt", repeated("2011: 3,029\n", "Aid of the United States to Israel, in millions of dollars\n\n")
    ),
    "items that name": Input(
        "txt", repeated("- 83 vetoes cast for Israel\n", "Vetoes of the United States for Israel\n\n")
    ),
    "parts of a sum": Input(
        "txt", repeated("Of this, $33 billion are grants. ", "The United States gives Israel aid by a memorandum.\n\n")
    ),
    "pronouns": Input("txt", repeated("China used its veto 16 times. It cast 14 of them for Syria. ", CLAIM)),
    "acts": Input("txt", repeated("On 18 October 2023 the United States vetoed a draft resolution by Brazil. ")),
    "tallies": Input("txt", repeated("The draft got 13 votes in favour, one against and one abstention. ")),
    "markdown heading, blanks": Input("md", repeated(" ", "# Title", "x")),
    "markdown quotes": Input("md", repeated("> " + CLAIM + "\n")),
    "markdown links": Input("md", repeated("[a](https://example.org/a) ")),
    "markdown open links": Input("md", repeated("[a](")),
    "markdown images": Input("md", repeated("![")),
    "markdown brackets": Input("md", repeated("[![")),
    "markdown comments": Input("md", repeated("<!-- a -->\ntext\n")),
    "markdown table": Input("md", repeated("| a | 83 vetoes | b |\n", "| x | y | z |\n|---|---|---|\n")),
    "html paragraphs": Input("html", repeated(f"<p>{NEWS}</p>", "<html><body>")),
    "html claims": Input("html", repeated(f"<p>{CLAIM}</p>", "<html><body>")),
    "html blanks": Input("html", repeated(" ", "<html><body><p>83 vetoes", "x</p>")),
    "html sup": Input("html", repeated(" ", "<html><body><p>83<sup>", "x</sup></p>")),
    "html ordered list": Input("html", repeated("<li>83 vetoes</li>", "<html><body><ol>", "</ol>")),
    "html pre": Input("html", repeated("\n \n", "<html><body><pre>83", "x</pre>")),
    "html comments": Input("html", repeated("a<!-- b -->", "<html><body><p>", "</p>")),
    "html scripts": Input("html", repeated("a<script>b</script>", "<html><body><p>", "</p>")),
    "html cells": Input("html", repeated("<td>83</td>", "<html><body><table><tr>", "</tr></table>")),
    "html rows": Input("html", repeated("<tr><td>a</td><td>83</td></tr>", "<html><body><table>", "</table>")),
    "html nested lists": Input("html", repeated("<ul><li>a" * 60 + "</li></ul>" * 60, "<html><body>")),
    "html nested tables": Input("html", repeated("<table><tr><td>a" * 40 + "</table>" * 40, "<html><body>")),
    "docx claims": Input("docx", docx(paragraph(CLAIM))),
    "docx boxes": Input(
        "docx", docx(f"<w:p>{'<w:txbxContent><w:p>' * 40}{paragraph('a')}{'</w:p></w:txbxContent>' * 40}</w:p>")
    ),
    "docx rows": Input(
        "docx", docx(f"<w:tbl><w:tr><w:tc>{paragraph('83')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>")
    ),
    "pdf line": Input("pdf", pdf("a")),
    "pdf letters and marks": Input("pdf", pdf("AB")),
}
HEAVY = {"pdf line": 100_000, "pdf letters and marks": 100_000}
"""Inputs whose size is bounded by what is read of them."""

STAGES: dict[str, Callable[[Text], object]] = {
    "read": lambda text: None,
    "check": check_text,
    "json": lambda text: data.dump_line(check_text(text)),
    "html": lambda text: html.render(check_text(text), "en"),
    "md": lambda text: markdown.render(check_text(text), "en"),
    "text": lambda text: terminal.render(check_text(text), "en", color=False, width=100),
}


def spent(made: Input, size: int, stage: str) -> float:
    """Seconds of the processor for one document of about this size: what else runs does not count."""
    document = made.make(size)
    began = time.process_time()
    try:
        STAGES[stage](read(document, "a", kind=made.kind, language=None, limits=LIMITS))
    except TahqiqError as problem:
        print(f"  ({problem.code})", end="")
    return time.process_time() - began


def measured(made: Input, stage: str, most: int, longest: float = LONGEST) -> list[tuple[int, float]]:
    """Sizes and seconds, from the first size on, as far as there is time."""
    found: list[tuple[int, float]] = []
    size = FIRST
    while size <= most:
        found.append((size, spent(made, size, stage)))
        if found[-1][1] * TIMES > longest:
            break
        size *= TIMES
    return found


def exponents(found: list[tuple[int, float]]) -> list[float]:
    """The exponent between sizes that took long enough to be told."""
    pairs = ((a, b) for a, b in pairwise(found) if a[1] >= TOLD)
    return [math.log(b[1] / a[1]) / math.log(b[0] / a[0]) for a, b in pairs]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stage", choices=STAGES, default="check")
    parser.add_argument("--only", default="", help="inputs whose name holds this")
    parser.add_argument("--most", type=int, default=MOST)
    given = parser.parse_args()
    spent(INPUTS["dense claims"], 1000, given.stage)
    worst = 0.0
    for name, made in INPUTS.items():
        if given.only in name:
            found = measured(made, given.stage, min(given.most, HEAVY.get(name, given.most)))
            powers = exponents(found)
            worst = max([worst, *powers])
            steep = "  !" if max(powers, default=0) > 1.1 else ""
            last = f"{found[-1][0] / 1000:>8.0f} KB {found[-1][1]:>7.2f} s"
            print(f"{name:28}{last}   {' '.join(f'{p:.2f}' for p in powers)}{steep}")
    return 1 if worst > 1.1 else 0


if __name__ == "__main__":
    sys.exit(main())
