"""The Word document opens, reads as the article, and comments on what is to be corrected and on nothing else."""

from __future__ import annotations

import io
from typing import Any

import pytest

from tahqiq.model import Report
from tahqiq.reporting.report import word
from tahqiq.reporting.report.view import TO_CORRECT
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import load_messages

docx = pytest.importorskip("docx")


def test_the_article_with_a_comment_at_each_place(report: Report, language: str, labels: Labels) -> None:
    made = docx.Document(io.BytesIO(word.render(report, language, labels=labels)))
    shown = "\n".join(paragraph.text for paragraph in made.paragraphs)
    for block in report.text.blocks:
        assert report.text.text[block.start : block.end].strip() in shown
    wrong = [f for f in report.findings if f.verdict in TO_CORRECT]
    names = [load_messages(language).format(f"verdict-{f.verdict}") for f in wrong]
    assert sorted(comment.text.split("\n")[0] for comment in made.comments) == sorted(names)


def test_a_paragraph_runs_in_the_direction_of_the_article(report: Report, language: str, labels: Labels) -> None:
    made = docx.Document(io.BytesIO(word.render(report, "en", labels=labels)))
    assert {_turned(p) for p in made.paragraphs} == {language == "ar"}
    assert not any(_turned(p) for comment in made.comments for p in comment.paragraphs), "the comments are English"


def _turned(paragraph: Any) -> bool:
    return bool(paragraph._p.xpath("./w:pPr/w:bidi"))


def test_what_xml_cannot_hold_is_left_out(report: Report, labels: Labels) -> None:
    from dataclasses import replace

    text = replace(report.text, text="\x01\ufffe" + report.text.text[2:])
    assert docx.Document(io.BytesIO(word.render(replace(report, text=text), "en", labels=labels))).paragraphs
