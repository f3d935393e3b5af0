"""The Word document opens, reads as the article, and comments on what is to be corrected and on nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from tahqiq.model import Correction, Report
from tahqiq.reporting.report import word
from tahqiq.reporting.report.notes import tell_write
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


def test_what_to_write_is_a_change_in_the_language_of_the_article(
    report: Report, language: str, labels: Labels
) -> None:
    asked = {"register": "security_council_vetoes", "measure": "vetoes_cast", "filters": {}, "definition": {}}
    told = Correction("figure", {**asked, "value": 86, "as_of": "2024-05-02"})
    report = replace(report, findings=tuple(replace(f, correction=told) for f in report.findings))
    other = "en" if language == "ar" else "ar"
    body = docx.Document(io.BytesIO(word.render(report, other, labels=labels))).element.body
    new = [t.text for t in body.xpath(".//w:ins//w:t")]
    assert new
    assert set(new) <= {tell_write(f, language, labels) for f in report.findings}
    assert len(new) == len(body.xpath(".//w:del"))
    names = body.xpath(".//w:ins/@w:id | .//w:del/@w:id")
    assert len(names) == len(set(names))


def test_a_paragraph_runs_in_the_direction_of_the_article(report: Report, language: str, labels: Labels) -> None:
    made = docx.Document(io.BytesIO(word.render(report, "en", labels=labels)))
    assert {_turned(p) for p in made.paragraphs} == {language == "ar"}
    assert not any(_turned(p) for comment in made.comments for p in comment.paragraphs), "the comments are English"


def _turned(paragraph: Any) -> bool:
    return bool(paragraph._p.xpath("./w:pPr/w:bidi"))


def test_what_xml_cannot_hold_is_left_out(report: Report, labels: Labels) -> None:
    text = replace(report.text, text="\x01\ufffe" + report.text.text[2:])
    assert docx.Document(io.BytesIO(word.render(replace(report, text=text), "en", labels=labels))).paragraphs
