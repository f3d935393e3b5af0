"""A register described: nothing that bears on trusting its numbers is left out, in either language."""

from __future__ import annotations

import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.reporting.record.described import brief, to_json, whole
from tahqiq.reporting.words.messages import languages

REGISTERS = sorted(load_registers())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_is_told_whole(register: str, language: str) -> None:
    found = load_registers()[register]
    told = whole(found, language)
    assert told.startswith(brief(found, language))
    for measure in found.measures.values():
        assert f"{register}.{measure.id}" in told
        assert measure.title[language] in told
    for axis in found.axes.values():
        for choice in axis.choices.values():
            assert choice.id in told
            assert choice.meaning[language] in told
    for said in (*(gap.why for gap in found.gaps), *found.caveats):
        assert said[language] in told
    assert f"({next(iter(found.dimensions))})" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "  - the sums that the book itself prints under its columns: 5 of 6 numbers agree within 0.01 per cent"),
        ("ar", "5 من 6"),
    ],
)
def test_what_a_second_witness_says_is_told_in_numbers(language: str, said: str) -> None:
    found = load_registers()["arms_sales_book"]
    assert said in whole(found, language).replace("\u2068", "").replace("\u2069", "")
    assert to_json(found)["agreements"]["printed_totals"] == {"compared": 6, "agreeing": 5}


def test_that_no_witness_is_at_hand_is_said() -> None:
    assert "No second witness is at hand." in whole(load_registers()["events"], "en")


def test_the_size_of_a_register_is_that_of_its_largest_table() -> None:
    found = load_registers()["security_council_vetoes"]
    rows = to_json(found)["rows"]
    assert rows["vetoes"] < rows["about"]
    assert f"{max(rows.values())} entries" in brief(found, "en")
    assert "weak" not in to_json(found)
    assert to_json(load_registers()["events"])["weak"] > 0
