"""A figure as a sentence: both languages say the same of a measure, and a sentence has its value once."""

from __future__ import annotations

import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.templates import SLOT
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import languages, load_messages
from tahqiq.reporting.words.phrases import sentence

MEASURES = [(r.id, m) for r in load_registers().values() for m in r.measures]
VETOES = ("security_council_vetoes", "vetoes_cast", {"member": ["USA"], "about": ["ISR"]})


@pytest.mark.parametrize(("register", "measure"), MEASURES)
def test_a_sentence_names_what_its_phrase_names_in_every_language(register: str, measure: str) -> None:
    for language in languages():
        labels = load_labels(language)
        phrase, whole = labels.phrase(register, measure), labels.sentence(register, measure)
        if whole is None:
            continue
        slots = SLOT.findall(whole)
        assert slots.count("value") == 1
        assert phrase is not None
        assert sorted(slots) == sorted([*SLOT.findall(phrase), "value"])
        assert whole.count("[") == whole.count("]")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "As of 1 August 2024, the United States had cast 49 vetoes on matters concerning Israel "
            "(counted: whole drafts).",
        ),
        (
            "ar",
            "حتى 1 آب/أغسطس 2024، صدر عن الولايات المتحدة 49 عملية نقض في مسائل تخصّ إسرائيل "
            "(طريقة العدّ: whole drafts).",
        ),
    ],
)
def test_a_figure_is_told_as_a_sentence(language: str, said: str) -> None:
    told = sentence(
        load_labels(language),
        load_messages(language),
        *VETOES,
        value=49,
        unit="vetoes",
        day="2024-08-01",
        definition="whole drafts",
    )
    assert "".join(c for c in told if c not in "\u2068\u2069") == said


def test_nothing_and_what_has_no_sentence_are_told_as_a_phrase() -> None:
    labels, messages = load_labels("en"), load_messages("en")
    none = sentence(labels, messages, *VETOES, value=0, unit="vetoes", day="1960-01-01")
    assert none == "Vetoes cast by the United States on matters concerning Israel: 0 vetoes, as of 1 January 1960."
    assert sentence(labels, messages, "own", "cost", {}, value=3, unit="USD") == "Cost: $3."


@pytest.mark.parametrize(
    ("year", "day", "begins"),
    [
        ("2022", "2025-09-30", "The United States had"),
        ("2022", "2022-05-01", "As of 1 May 2022, the United States had"),
    ],
)
def test_a_year_that_is_over_needs_no_day(year: str, day: str, begins: str) -> None:
    asked = ("us_foreign_assistance", "obligations", {"recipient": ["ISR"], "fiscal_year": [year]})
    labels, messages = load_labels("en"), load_messages("en")
    told = sentence(labels, messages, *asked, value=3.3e9, unit="USD", day=day)
    assert told.startswith(begins)


def test_a_place_is_named_in_its_own_language_before_another_stands_in() -> None:
    labels = load_labels("fr")
    assert labels.value("us_foreign_assistance", "recipient", "ANT") == "Antilles néerlandaises"
