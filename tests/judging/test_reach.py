"""How far the record reaches: when a figure that it never had is contradicted, and when it says nothing of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import inf
from typing import Any

import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.judging.coverage import YEAR, _grown, _may_be_missing, judge_reading
from tahqiq.judging.verdicts import Question, Verdict
from tahqiq.model import Answer, AsOf, Window

VETOES = load_registers()["security_council_vetoes"]
DAY = timedelta(days=1)


def answer(register: str = VETOES.id, measure: str = "vetoes_cast", *, value: float | None = 10, **more: Any) -> Answer:
    """Ten since the first day of the register, told by no row by itself."""
    since = load_registers()[register].start.toordinal()
    made = Answer(register, measure, "all", {}, True, value, date(2020, 1, 1), (), "", (), (), steps=((since, 10.0),))
    return replace(made, **more)


def judged(target: float | None, day: date, *answers: Answer, **more: Any) -> Verdict:
    register = load_registers()[(answers or (answer(),))[0].register]
    asked = Question(target, lambda value: value == target, AsOf(day, day, "published"), register, **more)
    return judge_reading(asked, answers)


def code(target: float | None, day: date, *answers: Answer, **more: Any) -> str:
    return judged(target, day, *answers, **more).reason.code


def test_without_an_answer_no_edition_has_it() -> None:
    assert code(12, VETOES.end) == "not_in_any_edition"


@pytest.mark.parametrize(
    ("target", "days", "expected"),
    [
        (11, 0, "never_reached"),  # on the last day of the record nothing is unknown
        (11, 1, "past_coverage"),  # a day later one more may have come
        (12, 1, "never_reached"),  # but not two
        (12, 364, "never_reached"),
        (12, 365, "past_coverage"),  # in two years two
        (13, 365, "never_reached"),
        (10, 1, "never_reached"),  # what the count was it has been told to be no longer
        (9, 1, "never_reached"),
    ],
)
def test_a_count_may_have_grown_since_the_record_ends(target: int, days: int, expected: str) -> None:
    assert code(target, VETOES.end + days * DAY, answer()) == expected


def test_a_period_that_ended_inside_the_record_grows_no_more() -> None:
    assert code(11, VETOES.end + DAY, answer(), closed=True) == "never_reached"


def test_days_before_the_record_are_not_known() -> None:
    assert code(12, VETOES.start - DAY, answer(steps=())) == "before_coverage"
    assert code(12, VETOES.start, answer(steps=())) == "never_reached"


@pytest.mark.parametrize(
    ("most", "target", "missing", "difference"), [(2, 12, 2, 2), (5, 13, 5, 3), (inf, 99, None, 89)]
)
def test_what_is_missing_is_told_with_what_it_would_have_to_bring(
    most: float, target: int, missing: float | None, difference: float
) -> None:
    reason = judged(target, date(2020, 1, 1), answer(missing_at_most=most)).reason
    assert reason.code == "may_be_missing"
    assert (reason.details["missing"], reason.details["difference"]) == (missing, difference)


def test_of_a_side_definition_alone_as_much_as_of_the_usual_one_may_be_missing() -> None:
    reason = judged(12, date(2020, 1, 1), answer(missing_at_most=1), answer(missing_at_most=2)).reason
    assert (reason.code, reason.details["missing"]) == ("may_be_missing", 2)


@pytest.mark.parametrize(
    ("later", "missing"),
    [(0, True), (1, False)],  # a step of the day itself counts, one of the next day does not
)
def test_only_steps_up_to_the_day_bring_a_value_about(later: int, missing: bool) -> None:
    last = date(2020, 1, 1)
    steps = (((last + later * DAY).toordinal(), 10.0),)
    asked = Question(12, lambda value: value == 12, AsOf(last, last, "published"), VETOES, earliest=date(2019, 1, 1))
    assert _may_be_missing(answer(steps=steps, missing_at_most=2), asked) is missing


def window(start: date, end: date | None = None) -> tuple[Window, ...]:
    return ((start, end),)


def test_what_comes_true_later_is_told_with_its_first_day() -> None:
    moment, first = date(2020, 1, 1), date(2022, 3, 1)
    later = answer(holds=window(date(2023, 1, 1))), answer(holds=window(first))
    reason = judged(12, moment, *later).reason
    assert (reason.code, reason.details["reached"]) == ("reached_later", first.isoformat())


def test_a_sum_is_reached_once_the_running_year_is_counted() -> None:
    moment = date(2020, 1, 1)
    assert code(12, moment, answer(holds=window(moment + YEAR)), adds_up=True) == "year_running"
    assert code(12, moment, answer(holds=window(moment + YEAR + DAY)), adds_up=True) == "reached_later"
    assert code(12, moment, answer(holds=window(moment + YEAR))) == "reached_later"


def test_the_nearest_value_up_to_the_day_is_told() -> None:
    steps = tuple((date(year, 1, 1).toordinal(), float(n)) for year, n in ((2000, 5), (2010, 10), (2021, 14)))
    assert judged(13, date(2020, 1, 1), answer(steps=steps)).reason.details["nearest"] == 10
    assert judged(6, date(2020, 1, 1), answer(steps=steps)).reason.details["nearest"] == 5
    assert judged(13, date(2021, 1, 1), answer(steps=steps)).reason.details["nearest"] == 14


SPENT = ("military_spending", "spending")
"""A table in which each row has a figure of its own, of a register that may lack states."""


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({"steps": (), "value": None}, "incomplete_record"),  # no row: that says nothing
        ({"rows": ("a",)}, "never_reached"),  # one row that tells another figure
        ({"rows": ("a", "b")}, "incomplete_record"),
        ({}, "incomplete_record"),
    ],
)
def test_incompleteness_excuses_silence_but_no_other_number_in_a_row(held: dict[str, Any], expected: str) -> None:
    register = load_registers()[SPENT[0]]
    assert not register.complete
    assert code(12, register.end, answer(*SPENT, **held), closed=True) == expected
    if held.get("rows") == ("a", "b"):
        assert code(12, register.end, answer(*SPENT, **held), closed=True, named=True) == "never_reached"


@pytest.mark.parametrize(
    ("told", "expected"), [(4, "never_reached"), (5, "incomplete_record"), (6, "incomplete_record")]
)
def test_who_stands_fifth_among_those_known_is_not_fourth_among_all(told: int, expected: str) -> None:
    """Others who are missing can only push it further down."""
    register = load_registers()["us_aid_accounts"]
    ranked = answer(register.id, "obligated_rank", value=5, steps=((register.start.toordinal(), 5.0),))
    assert code(told, register.end, ranked, closed=True) == expected


@pytest.mark.parametrize(("first", "most"), [(366, 15 + 5), (365, 15 + 1)])
def test_the_coming_of_the_first_row_is_no_growth(first: int, most: float) -> None:
    """Ten when the row came, fifteen at the end: five a year, where a whole year lies between; else one."""
    end = date(2020, 12, 31)
    steps = (((end - first * DAY).toordinal(), 10.0), (end.toordinal(), 15.0))
    assert _grown(answer(steps=steps), end, 1, rows=True) == most
    assert _grown(answer(steps=steps), end, 1) == 15 + (10 if first == 366 else 15)
