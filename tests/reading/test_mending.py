"""Mending by form: damaged texts are mended or named, sound texts stay as they are, and every mend can be undone."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tahqiq.errors import InputError
from tahqiq.model import Text
from tahqiq.reading import read, rebuild

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))


def load(raw: str, lang: str, kind: str = "txt") -> Text:
    return read(raw.encode(), "case", kind=kind, language=lang)


def assert_whole(text: Text) -> None:
    """The raw text can be rebuilt, repairs quote it, blocks lie in order, every position leads back."""
    assert rebuild(text.text, text.pieces) == text.raw
    for repair in text.repairs:
        assert text.raw[repair.start : repair.end] == repair.before
        assert repair.after in text.text
    for damage in text.damage:
        assert 0 <= damage.start <= damage.end <= len(text.raw)
    edges = [edge for block in text.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(block.start < block.end <= len(text.text) for block in text.blocks)
    for start, end in pairwise(edges):
        low, high = text.to_raw(start, end)
        assert 0 <= low <= high <= len(text.raw)


@pytest.mark.parametrize("case", CASES["damaged"], ids=lambda case: case["name"])
def test_damage_is_mended_or_named(case: dict[str, Any]) -> None:
    text = load(case["raw"], case["lang"])
    assert text.text == case.get("text", case["raw"])
    assert [repair.kind for repair in text.repairs] == case.get("repairs", [])
    assert [damage.kind for damage in text.damage] == case.get("damage", [])
    for damage, details in zip(text.damage, case.get("details", []), strict=False):
        assert details.items() <= dict(damage.details).items()
    assert_whole(text)


@pytest.mark.parametrize("case", CASES["sound"])
def test_a_sound_text_is_left_alone(case: dict[str, Any]) -> None:
    text = load(case["raw"], case["lang"])
    damage = [d for d in text.damage if d.kind != "list_gap"]
    assert (text.text, text.pieces, text.repairs, damage) == (case["raw"], (), (), [])


def test_a_mended_date_leads_back_to_both_of_its_parts() -> None:
    case = CASES["damaged"][0]
    text = load(case["raw"], "ar")
    date = text.text[3 : text.text.index("1972") + 4]
    assert date.split()[0] == "10"
    low, high = text.to_raw(3, 3 + len(date))
    assert text.raw[low:high] == text.raw[3 : text.raw.index("10.") + 2]


LETTERS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)
FRAGMENTS = [c["raw"] for c in CASES["damaged"]] + [
    "**bold** and [a link](http://x.org/a_(b)) and `code`",
    "# Title #",
    "> quoted *text* with a note[^1]",
    "```\n1. literal *stars*\n```",
    "\r\n\r\n",
    "\n\n",
    " . ",
    "12. ",
    "| 1 | 2 |\n|---|---|",
    "![alt [x](y)](z) <b>bold</b> <https://un.org>",
    "\\* \\1. a_b_c __d__",
]


@settings(max_examples=150)
@given(
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["txt", "md"]),
    st.sampled_from(["ar", "en"]),
    st.sampled_from(["\n", "\n\n", " ", "\r\n"]),
)
def test_every_mend_can_be_undone(parts: list[str], kind: str, lang: str, joint: str) -> None:
    raw = joint.join(parts)
    printable = "".join(c for c in raw if c.isprintable() or c in "\r\n\t").strip("\ufeff\ufffd")
    if printable.strip():
        try:
            text = load("x " + printable, lang, kind)
        except InputError:  # an accident of letters that looks like text saved twice
            reject()
        assert text.raw == "x " + printable
        assert_whole(text)
