"""The Word document opens, reads as the article, and comments on what is to be corrected and on nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from tahqiq.model import Correction, Report, Stated, Text
from tahqiq.reporting.report import word
from tahqiq.reporting.report.view import TO_CORRECT
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import load_messages

docx = pytest.importorskip("docx")


def test_the_article_with_a_comment_at_each_place(report: Report, language: str, labels: Labels) -> None:
    made = docx.Document(io.BytesIO(word.render(report, language, labels=labels)))
    shown = "\n".join(_original(paragraph) for paragraph in made.paragraphs)
    for block in report.text.blocks:
        assert report.text.text[block.start : block.end].strip() in shown
    wrong = [f for f in report.findings if f.verdict in TO_CORRECT]
    names = [load_messages(language).format(f"verdict-{f.verdict}") for f in wrong]
    assert sorted(comment.text.split("\n")[0] for comment in made.comments) == sorted(names)


def _original(paragraph: Any) -> str:
    """What a paragraph says with every change refused."""
    return "".join(t.text for t in paragraph._p.xpath(".//w:delText | .//w:t[not(ancestor::w:ins)]"))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It used its veto 83 times, 46 of them for Israel.", {"83 times": (83, 86), "46 of them": (46, 48)}),
        (
            "\u0646\u0642\u0636\u062a 83 \u0645\u0631\u0629\u060c 46 \u0645\u0646\u0647\u0627.",
            {"83 \u0645\u0631\u0629": (83, 86), "46 \u0645\u0646\u0647\u0627": (46, 48)},
        ),
    ],
)
def test_only_what_is_wrong_is_changed_in_place(report: Report, text: str, quotes: dict[str, tuple[int, int]]) -> None:
    language = "en" if text.isascii() else "ar"
    asked = {"register": "security_council_vetoes", "measure": "vetoes_cast", "filters": {}, "definition": {}}
    found = []
    for at, (quote, (old, new)) in enumerate(quotes.items()):
        start = text.index(quote)
        claim = report.findings[at].claim
        claim = replace(claim, start=start, end=start + len(quote), stated=Stated(old, "vetoes"))
        told = Correction("figure", {**asked, "value": new, "as_of": "2024-05-02"})
        found.append(
            replace(report.findings[at], claim=replace(claim, checked=()), verdict="outdated", correction=told)
        )
    read = Text(report.text.document, text, text, language)
    report = replace(report, text=read, findings=tuple(found), groups=(), lists=(), damage=())
    made = docx.Document(io.BytesIO(word.render(report, "en")))
    body = made.element.body
    assert text in [_original(paragraph) for paragraph in made.paragraphs]
    accepted = "".join(t.text for t in body.xpath(".//w:t"))
    assert text.replace("83", "86").replace("46", "48") in accepted
    assert [t.text for t in body.xpath(".//w:delText")] == ["83", "46"]
    names = body.xpath(".//w:ins/@w:id | .//w:del/@w:id")
    assert len(names) == len(set(names)) == 4
    assert all("as of 2 May 2024" in comment.text for comment in made.comments)


def test_a_paragraph_runs_in_the_direction_of_the_article(report: Report, language: str, labels: Labels) -> None:
    made = docx.Document(io.BytesIO(word.render(report, "en", labels=labels)))
    assert {_turned(p) for p in made.paragraphs} == {language == "ar"}
    assert not any(_turned(p) for comment in made.comments for p in comment.paragraphs), "the comments are English"


def _turned(paragraph: Any) -> bool:
    return bool(paragraph._p.xpath("./w:pPr/w:bidi"))


def test_what_xml_cannot_hold_is_left_out(report: Report, labels: Labels) -> None:
    text = replace(report.text, text="\x01\ufffe" + report.text.text[2:])
    assert docx.Document(io.BytesIO(word.render(replace(report, text=text), "en", labels=labels))).paragraphs
