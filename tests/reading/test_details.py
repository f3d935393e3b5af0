"""The small print of formats: where digits meet markup, and where lines run both ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.model import Text
from tahqiq.reading import read
from tahqiq.reading.pdf.bidi import logical, oriented

CASES = yaml.safe_load((Path(__file__).parent / "details.yml").read_text("utf-8"))


def page(body: str) -> Text:
    return read(f"<html><body>{body}</body></html>".encode(), "a.html", language="en")


@pytest.mark.parametrize("case", CASES["html"], ids=lambda case: case["name"])
def test_html(case: dict[str, str]) -> None:
    assert page(case["body"]).raw == case["text"]


@pytest.mark.parametrize("case", CASES["lines"], ids=lambda case: case["name"])
def test_a_line_is_read_as_it_was_written(case: dict[str, str]) -> None:
    """`seen` is the line from left to right as printed."""
    texts, _ = logical(list(case["seen"]), "ltr" not in case, case.get("before", ""))
    assert oriented("".join(texts)) == case["read"]


@pytest.mark.parametrize("case", CASES["published"])
def test_only_an_explicit_day_of_publication_is_taken(case: dict[str, str]) -> None:
    text = read(
        f"<html><head>{case['head']}</head><body><p>On 3 May 2001 it began.</p></body></html>".encode(), "a.html"
    )
    assert str(text.document.published) == str(case["day"])


@pytest.mark.parametrize("case", CASES["dated_lines"], ids=lambda case: case["line"])
def test_a_date_that_stands_alone_near_the_head_is_that_of_publication(case: dict[str, Any]) -> None:
    text = f"{case['line']}\n\nChina has cast 19 vetoes in the Council, and the record has each of them.\n"
    arabic = any("\u0621" <= letter <= "\u064a" for letter in case["line"])
    language = case.get("lang", "ar" if arabic else "en")
    assert read(text.encode(), "a.txt", language=language).document.published == case["day"]
