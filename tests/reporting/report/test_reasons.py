"""Parts of reasons: a row in words, a window and its age, figures that differ."""

from __future__ import annotations

from typing import Any

from tahqiq.model import Reason
from tahqiq.reporting.report.reasons import row_words, tell
from tahqiq.reporting.words.labels import Labels, load_labels
from tahqiq.reporting.words.messages import load_messages

VETOES = "security_council_vetoes"


ROWS = {
    "en": {
        "S/2023/970": "S/2023/970, 8 December 2023 (ceasefire in Gaza)",
        "S/11940": "S/11940, 26 January 1976",
        "S/0": "S/0",
    },
    "ar": {
        "S/2023/970": "S/2023/970، 8 كانون الأول/ديسمبر 2023 (وقف إطلاق النار في غزة)",
        "S/11940": "S/11940، 26 كانون الثاني/يناير 1976",
        "S/0": "S/0",
    },
}


def plain(text: str) -> str:
    """The text without isolates."""
    return text.replace("\u2068", "").replace("\u2069", "")


def test_a_row_is_told_with_what_is_known_of_it(language: str, labels: Labels) -> None:
    told = {row: plain(row_words(VETOES, row, load_messages(language), labels)) for row in ROWS[language]}
    assert told == ROWS[language]


def test_an_id_that_only_the_register_knows_is_not_told() -> None:
    messages, labels = load_messages("en"), load_labels("en")
    told = row_words("events", "E038", messages, labels)
    assert told.startswith("Ten-year memorandum of understanding signed")
    assert told.endswith(", 14 September 2016")
    assert row_words("events", "E999", messages, labels) == "E999", "there is nothing else to call it by"


WINDOW: dict[str, Any] = {
    "register": VETOES,
    "stated": 83,
    "value": 84,
    "today": 84,
    "from": "2023-10-18",
    "to": "2023-12-07",
    "as_of": "2023-12-08",
}


AGES = {"en": ("1 day", "2 years"), "ar": ("يوم", "سنتان")}
LACKING = {"en": ("3 entries", "$2 billion"), "ar": ("3 قيود", "2 مليار دولار")}


def test_a_window_that_ended_is_told_with_its_age(language: str, labels: Labels) -> None:
    short, long = AGES[language]
    told = tell(Reason("window_ended", WINDOW), language, labels, "vetoes")
    assert load_messages(language).date("2023-12-07") in told
    assert short in told
    later = tell(Reason("window_ended", {**WINDOW, "as_of": "2025-12-07"}), language, labels, "vetoes")
    assert long in later


def test_what_may_be_missing_is_counted_in_entries_but_for_money(language: str, labels: Labels) -> None:
    entries, dollars = LACKING[language]
    details = {"register": VETOES, "stated": 32, "value": 29, "missing": 3, "as_of": "2003-03-10"}
    assert entries in plain(tell(Reason("may_be_missing", details), language, labels, "vetoes"))
    money = {**details, "stated": 5e9, "value": 4e9, "missing": 2e9}
    assert dollars in plain(tell(Reason("may_be_missing", money), language, labels, "USD"))


def test_a_code_without_a_message_is_told_by_its_code() -> None:
    assert tell(Reason("no_such_code"), "en") == "no_such_code"


def test_places_in_an_order_have_no_difference(language: str) -> None:
    reason = Reason("may_be_missing", {"register": VETOES, "stated": 1, "value": 4, "difference": -3})
    counted, placed = (plain(tell(reason, language, unit=unit)) for unit in ("vetoes", "rank"))
    assert "3" in counted
    assert "4" in placed
    assert "3" not in placed
