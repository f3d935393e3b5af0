"""A correction changes the number, day or votes that are wrong and leaves a sentence that can be printed, or none."""

from __future__ import annotations

from typing import Any

import pytest

from tahqiq.model import Claim, Correction, Document, Finding, Reason, Stated, Text
from tahqiq.reporting.report.replacing import Replaced, agreed, edited, replaced

VETOES = {"register": "security_council_vetoes", "measure": "vetoes_cast", "filters": {}, "as_of": "2024-04-18"}


def finding(language: str, text: str, quote: str, stated: Stated, told: Correction, verdict: Any = "outdated") -> Any:
    start = text.index(quote)
    claim = Claim("c1", "count", start, start + len(quote), (), stated)
    read = Text(Document("text", "txt", "0"), text, text, language)
    return Finding(claim, verdict, Reason("window_ended"), (), told), read


def printed(found: Finding, text: Text) -> str:
    changes = agreed(replaced(found, text))
    parts = edited(text.text, 0, len(text.text), changes)
    return "".join(part.words for part in parts if part.kind != "gone")


def figure(value: float, **more: Any) -> Correction:
    return Correction("figure", {**VETOES, "definition": {}, "value": value, **more})


TIMES, THRICE = "\u0645\u0631\u0629", "\u0645\u0631\u0627\u062a"
EASTERN = {83: "\u0668\u0663", 86: "\u0668\u0666"}


@pytest.mark.parametrize(
    ("language", "text", "quote", "stated", "value", "wanted"),
    [
        ("en", "It had used its veto 83 times by then.", "83 times", (83, "vetoes"), 86, "used its veto 86 times by"),
        ("en", "It cast eighty-three vetoes.", "eighty-three vetoes", (83, "vetoes"), 86, "It cast 86 vetoes."),
        ("en", "It had vetoed twice.", "twice", (2, "vetoes"), 3, ""),
        ("en", "It cast 83 vetoes.", "83 vetoes", (83, "vetoes"), 1, ""),
        ("en", "It gave $310 billion in aid.", "$310 billion", (310e9, "USD"), 244e9, "gave $244 billion in aid"),
        ("en", "A share of 60% went there.", "60%", (0.6, "fraction"), 0.57, "A share of 57% went"),
        ("ar", f"83 {TIMES}.", f"83 {TIMES}", (83, "vetoes"), 86, f"86 {TIMES}."),
        ("ar", f"{EASTERN[83]} {TIMES}.", f"{EASTERN[83]} {TIMES}", (83, "vetoes"), 86, f"{EASTERN[86]} {TIMES}."),
        ("ar", f"9 {THRICE}.", f"9 {THRICE}", (9, "vetoes"), 12, ""),
    ],
)
def test_a_number_is_replaced_where_the_words_around_it_can_stay(
    language: str, text: str, quote: str, stated: tuple[float, str], value: float, wanted: str
) -> None:
    said = printed(*finding(language, text, quote, Stated(*stated), figure(value)))
    assert wanted in said
    assert bool(said) == bool(wanted)


def test_what_is_told_about_is_as_fine_as_it_was() -> None:
    stated = Stated(0.15, "fraction", "about", step=0.005)
    assert (
        printed(*finding("en", "That is about 15% of it.", "15%", stated, figure(0.1382))) == "That is about 14% of it."
    )


@pytest.mark.parametrize("qualifier", ["more_than", "less_than", "at_most"])
def test_a_bound_is_not_replaced_by_the_value_itself(qualifier: Any) -> None:
    stated = Stated(83, "vetoes", qualifier)
    assert not printed(*finding("en", "It cast more than 83 vetoes.", "83 vetoes", stated, figure(80)))


@pytest.mark.parametrize(
    ("text", "quote", "stated", "other", "wanted"),
    [
        ("It vetoed it on 18 April 2024.", "18 April 2024", "2024-04-18", "2024-04-19", "it on 19 April 2024."),
        ("It vetoed it in April 2024.", "in April 2024", "2024-04", "2024-02-20", "it in February 2024."),
        ("It vetoed it in April 2024.", "in April 2024", "2024-04", "2024-04-20", ""),
        ("It vetoed it on Thursday, 18 April 2024.", "18 April 2024", "2024-04-18", "2024-04-19", ""),
    ],
)
def test_a_day_is_replaced_as_precise_as_it_was(text: str, quote: str, stated: str, other: str, wanted: str) -> None:
    told = Correction("day", {"other_date": other, "register": "events"})
    said = printed(*finding("en", text, quote, Stated(None, None, date=stated), told, "contradicted"))
    assert wanted in said
    assert bool(said) == bool(wanted)


def test_all_votes_that_differ_are_replaced_or_none() -> None:
    stated = Stated({"in_favour": 12, "against": 3, "abstaining": None}, None)
    told = Correction("tally", {"value": {"in_favour": 14, "against": 0, "abstaining": 1}})
    text = "It passed by 12 to 3."
    assert printed(*finding("en", text, "12 to 3", stated, told, "contradicted")) == "It passed by 14 to 0."
    words = "It passed by 12 to three."
    assert not printed(*finding("en", words, "12 to three", stated, told, "contradicted"))


def test_a_right_figure_gets_its_way_of_counting() -> None:
    told = figure(46, definition={"unit_rule": "whole_drafts"})
    said = printed(*finding("en", "It cast 46 vetoes.", "46 vetoes", Stated(46, "vetoes"), told, "supported_under"))
    assert said == "It cast 46 vetoes (counted: whole drafts)."


def test_of_two_changes_for_one_place_neither_is_made() -> None:
    one, other, apart = Replaced(0, 2, "86"), Replaced(0, 2, "87"), Replaced(5, 7, "48")
    assert agreed([one, apart, one]) == (one, apart)
    assert agreed([one, other, apart]) == (apart,)
