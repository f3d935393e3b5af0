"""What judging reckons of a claim by itself: on hand-made answers, items and rows, at the edges of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.checker import check
from tahqiq.judging import compare
from tahqiq.judging.acts import judge_act
from tahqiq.judging.coverage import _grown
from tahqiq.judging.events import printed
from tahqiq.judging.lists import _holes, _match
from tahqiq.judging.readings import Tried, choose
from tahqiq.judging.tallies import judge_tally
from tahqiq.judging.verdicts import Question, Verdict, as_told
from tahqiq.model import (
    Answer,
    AsOf,
    Claim,
    Damage,
    ListedItem,
    ListItem,
    Per,
    Qualifier,
    Reading,
    Reason,
    Says,
    Step,
    Window,
)
from tahqiq.record.lookup import Row


def day(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> AsOf:
    return AsOf(day(text), day(text), "published")


@cache
def claim(sentence: str) -> Claim:
    return check(sentence.encode(), "x", kind="txt", language="en", published=day("2024-06-01")).findings[0].claim


def answer(*holds: Window, steps: tuple[Step, ...] = (), most: float = 0) -> Answer:
    return Answer(
        register="security_council_vetoes",
        measure="vetoes_cast",
        definition="whole_drafts",
        choices={"unit_rule": "whole_drafts"},
        default=True,
        value=0,
        as_of=day("2020-01-01"),
        holds=holds,
        query="",
        rows=(),
        sources=(),
        missing_at_most=most,
        steps=steps,
    )


@pytest.mark.parametrize(
    ("stated", "qualifier", "fits", "fails"),
    [
        (46, "exactly", [46], [45, 47]),
        (46, "about", [44, 48], [43, 49]),  # five in a hundred
        (4, "about", [3, 5], [2, 6]),  # at least one either way
        (46, "more_than", [47, 57], [46, 58]),
        (46, "at_least", [46, 57], [45, 90]),
        (46, "at_most", [46, 37], [47, 1]),
        (46, "less_than", [45], [46]),
    ],
)
def test_a_count_allows_as_much_as_its_words(
    stated: int, qualifier: Qualifier, fits: list[int], fails: list[int]
) -> None:
    counted = claim("The United States has used its veto 86 times.")
    holds = compare.tester(replace(counted, stated=replace(counted.stated, value=stated, qualifier=qualifier)))
    assert [v for v in [*fits, *fails] if holds(v)] == fits


def test_a_count_grows_no_faster_than_in_its_busiest_year() -> None:
    """Three in the busiest of the last years; two years on, six more, and what may be missing."""
    end = day("2020-12-31")
    rises = [("2001-06-01", 50), ("2012-06-01", 51), ("2015-06-01", 54), ("2019-06-01", 55)]
    steps = tuple((day(text).toordinal(), float(value)) for text, value in rises)
    assert _grown(answer(steps=steps, most=2), end, 2) == 55 + 2 + 2 * 3
    assert _grown(answer(steps=steps[:1]), end, 2) == 50 + 2 * 1  # at least one a year


@pytest.mark.parametrize(
    ("holds", "since", "verdict"),
    [
        (("2018-01-01", "2018-12-31"), "1900-01-01", "outdated"),
        (("2018-01-01", "2019-12-31"), "1900-01-01", "outdated"),  # ended the day before
        (("2018-01-01", "2018-12-31"), "2018-12-31", "outdated"),
        (("2018-01-01", "2018-12-31"), "2019-01-01", None),  # the text counts only since then
        (("2021-01-01", None), "1900-01-01", None),  # not yet
        (("2018-01-01", None), "1900-01-01", "supported"),
        (("2020-01-01", "2020-01-01"), "1900-01-01", "supported"),
    ],
)
def test_a_figure_is_told_by_the_window_it_once_had(
    holds: tuple[str, str | None], since: str, verdict: str | None
) -> None:
    window = (day(holds[0]), day(holds[1]) if holds[1] else None)
    register = load_registers()["security_council_vetoes"]
    question = Question(46, lambda value: value == 46, at("2020-01-01"), register, earliest=day(since))
    found = as_told(question, [answer(window)])
    assert (found and found.name) == verdict


def row(text: str, first: str | None = None) -> Row:
    return Row(text, day(text), day(first or text), 1, (), "", 0)


def test_a_date_is_printed_as_precisely_as_it_is_known() -> None:
    assert printed(row("2018-05-14")) == "2018-05-14"
    assert printed(row("2018-05-31", "2018-05-01")) == "2018-05"
    assert printed(row("2018-12-31", "2018-01-01")) == "2018"


ITEMS = [
    ListItem(1, 0, 9, "2011-10-04", "2011-10-04", "matched"),
    ListItem(5, 20, 29, "2014-05-22", "2014-05-22", "matched"),
]
FREE = [row(text) for text in ("2011-10-04", "2012-02-04", "2012-07-19", "2014-05-22")]


def test_lost_numbers_of_a_list_stand_for_the_rows_between_their_neighbours() -> None:
    items, gaps = _holes(ITEMS, FREE, [])
    assert [(i.number, i.status) for i in items] == [
        (1, "matched"), (2, "lost"), (3, "lost"), (4, "lost"), (5, "matched"),
    ]  # fmt: skip
    assert [(g.numbers, g.rows) for g in gaps] == [((2, 4), ("2012-02-04", "2012-07-19"))]


def test_what_is_left_of_a_lost_item_is_the_last_before_the_next() -> None:
    items, gaps = _holes(ITEMS, FREE, [Damage("lost_head", 12, 19, {"number": 4})])
    assert [(i.number, i.status, i.row) for i in items[1:-1]] == [
        (2, "lost", None), (3, "lost", None), (4, "damaged", "2012-07-19"),
    ]  # fmt: skip
    assert [(g.numbers, g.rows) for g in gaps] == [((2, 3), ("2012-02-04",))]


@pytest.mark.parametrize(
    ("stated", "place"),
    [("2012-02-04", 1), ("2012-02", 1), ("2012-07", 2), ("2011", 0), ("2012-02-03", None), ("2013", None)],
)
def test_an_item_stands_for_the_row_of_its_day_or_of_its_month(stated: str, place: int | None) -> None:
    ends = [row(text) for text in ("2011-12-31", "2012-02-04", "2012-07-31")]
    found = _match([ListedItem(1, 0, 9, stated)], ends)
    assert found == ({} if place is None else {0: ends[place]})


def test_two_items_of_a_month_stand_for_two_rows() -> None:
    two = [row("2012-07-01"), row("2012-07-19")]
    assert _match([ListedItem(n, 0, 9, "2012-07") for n in (1, 2, 3)], two) == {0: two[0], 1: two[1]}


def test_nothing_is_lost_between_numbers_that_follow_each_other() -> None:
    follow = [ITEMS[0], replace(ITEMS[1], number=2)]
    assert _holes(follow, FREE, []) == (follow, [])


@pytest.mark.parametrize(
    ("sentence", "says", "verdict", "code"),
    [
        ("The United States vetoed a draft on 17 March 1970.", "first", "supported", "row_matched"),
        ("The United States vetoed a draft on 18 October 2023.", "first", "contradicted", "other_order"),
        ("The United States vetoed a draft on 18 April 2024.", "last", "supported", "row_matched"),
        ("The United States vetoed a draft on 18 October 2023.", "last", "contradicted", "other_order"),
        ("Russia vetoed a draft on Syria on 4 October 2011.", "joint", "supported", "row_matched"),
        ("Russia vetoed a draft on Syria on 4 October 2011.", "sole", "contradicted", "other_company"),
        ("The United States vetoed a draft on 18 October 2023.", "sole", "supported", "row_matched"),
        ("The United States vetoed a draft on 18 October 2023.", "joint", "contradicted", "other_company"),
    ],
)
def test_an_act_is_the_first_the_last_alone_or_joint_as_told(
    sentence: str, says: Says, verdict: str, code: str
) -> None:
    told = replace(claim(sentence), says=frozenset({says}))
    _, found = judge_act(told, at("2024-06-01"), load_registers()["security_council_vetoes"])
    assert (found.name, found.reason.code) == (verdict, code)


def test_a_vote_that_the_text_singles_out_contradicts_other_figures() -> None:
    """A symbol, or a day and that the draft failed, says which vote is meant, even where the record may lack others."""
    told = claim("On 18 October 2023 the Security Council voted 11 in favour, 1 against, with 3 abstentions.")
    register = load_registers()[told.readings[0].register]
    _, unnamed = judge_tally(told, at("2024-06-01"), register)
    assert unnamed.reason.code == "incomplete_record"
    for single in (replace(told, symbols=("S/2023/773",)), replace(told, says=frozenset({"failed"}))):
        _, found = judge_tally(single, at("2024-06-01"), register)
        assert (found.name, found.reason.code) == ("contradicted", "tally_differs")


def test_a_vote_with_the_figures_told_lies_a_day_beside() -> None:
    told = claim("On 19 October 2023 the Security Council voted 12 in favour, 1 against, with 2 abstentions.")
    _, found = judge_tally(told, at("2024-06-01"), load_registers()[told.readings[0].register])
    assert (found.name, found.reason.code) == ("ambiguous", "near_date")
    assert found.reason.details["other_date"] == "2023-10-18"


@pytest.mark.parametrize(
    ("per", "days", "verdict"),
    [("year", 20_000, "ambiguous"), ("year", 30, "outdated"), (None, 20_000, "outdated")],
)
def test_a_yearly_amount_that_fitted_very_long_ago_proves_nothing(per: Per | None, days: int, verdict: str) -> None:
    amount = claim("U.S. aid to Israel amounted to $3.8 billion in 2023.")
    reading: Reading = replace(amount.readings[0], per=per)
    once = Verdict("outdated", Reason("window_ended", {"days": days}), (answer(),))
    tried = choose(amount, [Tried(reading, once)], at("2024-06-01"))
    assert tried.verdict.name == verdict
    counted = replace(amount, says=frozenset({"measured"}), stated=replace(amount.stated, unit="people"))
    assert choose(counted, [Tried(reading, once)], at("2024-06-01")).verdict.name == "outdated"
