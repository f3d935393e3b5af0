"""The edges of what judging reckons: which days count, what may be missing, which row and which reading is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.checker import check
from tahqiq.judging.coverage import _may_be_missing, _past_the_end
from tahqiq.judging.figures import _left_open, _settled
from tahqiq.judging.groups import judge_group
from tahqiq.judging.lists import NEAR, _holes, _item
from tahqiq.judging.readings import Tried, choose
from tahqiq.judging.sales import judge_sale
from tahqiq.judging.tallies import Tally, Votes, _fits, _fitting, _lone, _parts
from tahqiq.judging.verdicts import Question, Verdict, as_told, at_its_day
from tahqiq.model import Answer, AsOf, Basis, Claim, ListedItem, ListItem, Reason, Step, Window
from tahqiq.record.lookup import Row, rows_of

VETOES = "security_council_vetoes"


def day(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str) -> AsOf:
    return AsOf(day(text), day(text), "published")


@cache
def claim(sentence: str, published: str = "2024-06-01") -> Claim:
    return check(sentence.encode(), "x", kind="txt", language="en", published=day(published)).findings[0].claim


COUNT = "The United States has used its veto 86 times."
AMOUNT = "U.S. aid to Israel amounted to $3.8 billion in 2023."
SALE = "The State Department approved the sale of tank ammunition to Israel for $106.5 million on 8 December 2023."


def answer(*holds: Window, steps: tuple[Step, ...] = (), most: float = 0, default: bool = True) -> Answer:
    return Answer(
        VETOES, "vetoes_cast", "whole_drafts", {"unit_rule": "whole_drafts"}, default, 0, day("2020-01-01"),
        holds, "", (), (), missing_at_most=most, steps=steps,
    )  # fmt: skip


def question(target: float, moment: AsOf, **more: Any) -> Question:
    return Question(target, lambda value: value == target, moment, load_registers()[VETOES], **more)


@pytest.mark.parametrize(
    ("target", "most", "earliest", "missing"),
    [
        (12, 2, None, True),  # ten on the day, and two that may be missing
        (13, 2, None, False),
        (10, 2, None, False),  # none missing would make less of it
        (7, 2, None, True),  # five, before the last came in
        (8, 2, None, False),
        (7, 2, "2005-01-01", True),  # five on that day
        (7, 2, "2010-01-01", False),  # the text counts only since then: ten and no less
        (12, 2, "2010-01-01", True),
        (12, 0, None, False),
        (999, float("inf"), None, True),
    ],
)
def test_what_may_be_missing_brings_a_value_about(
    target: float, most: float, earliest: str | None, missing: bool
) -> None:
    steps = ((day("2000-01-01").toordinal(), 5.0), (day("2010-01-01").toordinal(), 10.0))
    since = day(earliest) if earliest else date.min
    asked = question(target, at("2020-01-01"), earliest=since)
    assert _may_be_missing(answer(steps=steps, most=most), asked) is missing


@pytest.mark.parametrize(("end", "verdict"), [("2019-12-31", "outdated"), ("2014-12-31", None)])
def test_a_running_sum_passes_every_amount_so_an_old_window_of_a_side_definition_means_nothing(
    end: str, verdict: str | None
) -> None:
    side = answer((day("2010-01-01"), day(end)), default=False)
    found = as_told(question(46, at("2020-01-01"), adds_up=True), [answer(), side])
    assert (found and found.name) == verdict


@pytest.mark.parametrize(
    ("days", "period", "stated", "code"),
    [
        (15 * 365, None, None, "window_ended"),
        (15 * 365 + 1, None, None, "left_open"),  # so long ago that it may be of some of them
        (15 * 365 + 1, None, "2024-05-01", "window_ended"),  # a day is told
        (30, "2017-01-01/2017-12-31", None, "left_open"),  # of a period that is over
        (30, "../2017-12-31", None, "window_ended"),  # the state of a day
    ],
)
def test_a_count_that_once_held_may_be_of_some_of_them(
    days: int, period: str | None, stated: str | None, code: str
) -> None:
    told = claim(COUNT)
    told = replace(told, stated=replace(told.stated, period=period, date=stated))
    once = Verdict("outdated", Reason("window_ended", {"days": days}), (answer(),))
    found = _left_open(told, once, at("2024-06-01"), frozenset())
    assert (found.name, found.reason.code) == ("ambiguous" if code == "left_open" else "outdated", code)


def test_a_sum_that_once_held_is_left_as_it_is() -> None:
    once = Verdict("outdated", Reason("window_ended", {"days": 9999}), (answer(),))
    assert _left_open(claim(AMOUNT), once, at("2024-06-01"), frozenset()) is once


def test_a_reading_that_is_singled_out_takes_no_role_of_another_measure() -> None:
    told = replace(claim(AMOUNT), basis={"recipient": "own", "time": "own", "member": "assumed"})
    assert dict(_settled(told, told.readings[0], (answer(),)).basis or {}) == {"recipient": "own", "time": "own"}


def row(text: str, name: str | None = None) -> Row:
    return Row(name or text, day(text), day(text), 1, (), "", 0)


def test_an_item_is_misdated_by_a_month_at_most() -> None:
    held = row("2012-02-04")
    for off, status in ((0, "misdated"), (NEAR.days, "misdated"), (NEAR.days + 1, "not_in_record")):
        for sign in (1, -1):
            told = (held.day + sign * timedelta(days=off)).isoformat()
            found = _item(ListedItem(1, 0, 9, told), None, [held])
            assert (found.status, found.row) == (status, held.id if status == "misdated" else None)
    assert _item(ListedItem(1, 0, 9, None), None, [held]).status == "damaged"
    assert _item(ListedItem(1, 0, 9, "2012-02-04"), held, [held]).status == "matched"


def test_rows_of_the_very_days_of_the_neighbours_are_not_lost_between_them() -> None:
    ends = [ListItem(1, 0, 9, "2012-02-04", None, "matched"), ListItem(3, 20, 29, "2012-07-19", None, "matched")]
    free = [row(text) for text in ("2012-02-04", "2012-02-05", "2012-07-18", "2012-07-19")]
    _, gaps = _holes(ends, free, [])
    assert [g.rows for g in gaps] == [("2012-02-05", "2012-07-18")]


TALLY = "On 18 October 2023 the Security Council voted 12 in favour, 1 against, with 2 abstentions."
TOLD = {"in_favour": 12, "against": 1, "abstaining": 2}


def test_a_tally_fits_where_every_figure_told_is_that_of_the_row() -> None:
    assert _fits(TOLD, TOLD)
    assert _fits({**TOLD, "against": None}, TOLD)
    assert not _fits({**TOLD, "against": 0}, TOLD)
    assert not _fits(dict.fromkeys(TOLD), TOLD)


@pytest.mark.parametrize(
    ("held", "slack", "parts"), [(12, 0, []), (11, 0, ["in_favour"]), (11, 1, []), (10, 1, ["in_favour"])]
)
def test_a_tally_differs_where_a_figure_is_off_by_more_than_the_source_may_err(
    held: int, slack: int, parts: list[str]
) -> None:
    assert _parts(TOLD, {**TOLD, "in_favour": held}, slack) == parts
    assert _parts({**TOLD, "in_favour": None}, {**TOLD, "in_favour": held}, slack) == []
    assert _parts(TOLD, {**TOLD, "in_favour": None}, slack) == []


def test_a_lone_small_figure_contradicts_nothing() -> None:
    assert _lone({"in_favour": None, "against": 6, "abstaining": None})
    assert not _lone({"in_favour": 7, "against": None, "abstaining": None})
    assert not _lone({"in_favour": 3, "against": 2, "abstaining": None})


@pytest.mark.parametrize(
    ("named", "on", "near", "code"),
    [
        ([], ["S/1"], ["S/1"], "tally_matches"),
        (["S/1"], ["S/1", "S/2"], ["S/1"], "tally_matches"),
        (["S/1"], ["S/2"], ["S/1"], "near_date"),
        (["S/1"], ["S/2"], ["S/2"], "wrong_date"),  # a vote with these figures was held, but another is named
        ([], [], ["S/1"], "near_date"),
        ([], [], [], None),
    ],
)
def test_the_vote_that_is_named_is_meant_whatever_else_was_held(
    named: list[str], on: list[str], near: list[str], code: str | None
) -> None:
    every: dict[str, Tally] = {name: (row("2023-10-18", name), dict(TOLD)) for name in ("S/1", "S/2")}
    votes = Votes(*([every[n] for n in names] for names in (named, on, near)))
    found = _fitting(claim(TALLY), votes, {}, at("2024-06-01"))
    assert (found and found.reason.code) == code


def test_a_window_that_opens_on_the_as_of_day_serves_and_one_that_opens_later_does_not() -> None:
    for opens, verdict in (("2020-01-01", "supported"), ("2020-01-02", None)):
        members = [[answer((day(opens), None))], [answer((day(opens), None))]]
        assert judge_group(members, at("2020-01-01"))[0] == verdict


@pytest.mark.parametrize(("later", "past"), [(0, False), (366, False), (367, True)])
def test_an_undated_table_says_nothing_of_a_figure_a_year_past_its_end(later: int, past: bool) -> None:
    """Each row has one figure, of one step: how it grows is not told, so a year is as far as it reaches."""
    register = load_registers()["population"]
    (measure,) = [name for name, m in register.measures.items() if m.aggregate == "row"][:1]
    single = replace(answer(steps=((register.start.toordinal(), 10.0),)), register="population", measure=measure)
    end = register.end + timedelta(days=later)
    asked = Question(12, lambda value: value == 12, AsOf(end, end, "published"), register)
    assert _past_the_end(asked, [single]) is past


@pytest.mark.parametrize(
    ("time", "before", "verdict"),
    [
        ("topic", 21, "out_of_coverage"),
        ("topic", 20, "supported"),
        ("topic", -120, "supported"),
        ("topic", -121, "out_of_coverage"),
        ("own", -20, "supported"),
        ("own", -21, "out_of_coverage"),
    ],
)
def test_a_text_tells_of_a_notice_before_it_is_printed_and_for_months_after_but_of_one_it_dates_on_its_day(
    time: Basis, before: int, verdict: str
) -> None:
    sold = claim(SALE, "2023-12-10")
    held = next(iter(rows_of(sold.readings[0])))
    told = held.day - timedelta(days=before)
    stated = replace(sold.stated, value=held.value, date=told.isoformat())
    sold = replace(sold, readings=sold.readings[:1], stated=stated, basis={**sold.basis, "time": time})
    register = load_registers()[sold.readings[0].register]
    found = judge_sale(sold, lambda value: value == held.value, AsOf(told, told, "published"), register)
    assert found.name == verdict


@pytest.mark.parametrize(
    ("kind", "side", "chosen"),
    [("amount", "outdated", "readings_disagree"), ("count", "outdated", "never_reached")],
)
def test_an_amount_that_another_measure_once_had_speaks_against_nobody(kind: str, side: str, chosen: str) -> None:
    told = claim(AMOUNT if kind == "amount" else COUNT)
    first = told.readings[0]
    never = Verdict("contradicted", Reason("never_reached", {"value": 1}), (answer(),))
    details = {"from": "2010-01-01", "to": "2010-12-31", "days": 9, "stated": 2, "register": VETOES}
    once = Verdict("outdated", Reason("window_ended", details), (answer(),))
    found = choose(told, [Tried(first, never), Tried(replace(first, measure="other"), once)], at("2024-06-01"))
    assert found.verdict.reason.code == chosen


@pytest.mark.parametrize(("told", "verdict"), [("2024-03-09", "out_of_coverage"), ("2024-03-10", "supported")])
def test_an_act_is_told_while_it_is_being_passed(told: str, verdict: str) -> None:
    """The amounts of an act are told up to 45 days before it is signed, here on 24 April."""
    text = b"The April 2024 act gave Israel $8.7 billion in military aid."
    assert [f.verdict for f in check(text, "x", kind="txt", language="en", published=day(told)).findings] == [verdict]


def test_the_usual_definition_tells_when_a_running_sum_once_held() -> None:
    """Of two windows that have ended, that of the usual definition is told, though the other is the newer."""
    usual = answer((day("2010-01-01"), day("2014-12-31")))
    side = answer((day("2016-01-01"), day("2018-12-31")), default=False)
    found = as_told(question(46, at("2020-01-01"), adds_up=True), [usual, side])
    assert found is not None
    assert found.reason.details["to"] == "2014-12-31"


@pytest.mark.parametrize(
    ("opens", "shown"),
    [
        ("2020-01-01", "2020-01-01"),
        ("2020-06-01", "2020-06-01"),
        ("2020-12-31", "2020-12-31"),
        ("2021-01-01", "2020-01-01"),
    ],
)
def test_of_a_text_of_some_day_of_a_year_the_first_day_on_which_it_fits_is_shown(opens: str, shown: str) -> None:
    year = AsOf(day("2020-01-01"), day("2020-12-31"), "published")
    held = answer((day(opens), None), steps=((day(opens).toordinal(), 46.0),))
    found = at_its_day(held, year)
    assert found.as_of == day(shown)
    assert found.value == (46 if opens in ("2020-06-01", "2020-12-31") else held.value)


@pytest.mark.parametrize(
    ("value", "most", "code"),
    [(95, 0, "counted_otherwise"), (50, 0, "never_reached"), (95, 7, "never_reached")],
)
def test_a_sum_of_about_the_size_told_may_be_counted_otherwise(value: float, most: float, code: str) -> None:
    told = claim(AMOUNT)
    told = replace(told, stated=replace(told.stated, value=100, date=None, period=None))
    never = Verdict("contradicted", Reason("never_reached", {}), (replace(answer(most=most), value=value),))
    tried = Tried(replace(told.readings[0], per=None), never)
    assert choose(told, [tried], at("2024-06-01")).verdict.reason.code == code
