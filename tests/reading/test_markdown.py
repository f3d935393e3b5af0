"""Markdown: what of it is text, in which blocks, and the way back to the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.checker import check
from tahqiq.reading import read, rebuild

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "markdown.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_shown_is_read(case: dict[str, Any]) -> None:
    text = read(case["md"].encode(), "a.md", language="en")
    found = [(b.kind, f"[{b.number}] " if b.number else "", text.text[b.start : b.end]) for b in text.blocks]
    assert [f"{kind}: {number}{said}" for kind, number, said in found] == case["blocks"]
    assert rebuild(text.text, text.pieces) == text.raw == case["md"]
    assert not text.repairs


@pytest.mark.parametrize(
    ("language", "md", "quote"),
    [
        ("en", "The United States gives Israel $3.8&nbsp;billion a year in military aid.", "$3.8&nbsp;billion"),
        ("ar", "تقدم الولايات المتحدة لإسرائيل 3.8&nbsp;مليار دولار سنويا مساعدات عسكرية.", "3.8&nbsp;مليار دولار"),
        ("en", "A text.[^1]\n\n[^1]: The United States has used its veto *83* times.", "83* times"),
        ("ar", "نص.[^1]\n\n[^1]: استخدمت الولايات المتحدة حق النقض *83* مرة.", "83* مرة"),
    ],
)
def test_claims_behind_markup_are_found_where_they_stand(language: str, md: str, quote: str) -> None:
    report = check(md.encode(), "a.md", language=language, published=date(2023, 11, 20))
    (claim,) = (f.claim for f in report.findings)
    start, end = report.text.to_raw(claim.start, claim.end)
    assert quote in md[start : end + 1]


@given(
    st.lists(
        st.sampled_from(
            [*"*_`~[](){}<>!#>|-+.:&;^ \n\t\\1246aب", "&nbsp;", "[^1]", "[^1]: ", "    ", "](", "<b>", "```"]
        )
    )
)
def test_nothing_of_a_file_is_lost_and_blocks_keep_their_order(pieces: list[str]) -> None:
    raw = "x" + "".join(pieces)
    text = read(raw.encode(), "a.md", language="en")
    assert rebuild(text.text, text.pieces) == raw
    edges = [edge for block in text.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(block.start < block.end <= len(text.text) for block in text.blocks)
