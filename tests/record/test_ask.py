"""Questions by name: the window around the day asked for, under every definition."""

from __future__ import annotations

from datetime import date

import pytest

from tahqiq.errors import UsageError
from tahqiq.model import Window
from tahqiq.record.ask import ask

VETOES = "security_council_vetoes.vetoes_cast"
OF_THE_US = {"member": "USA"}


def held(day: str, definition: str) -> tuple[float, tuple[Window, ...]]:
    found = ask(VETOES, OF_THE_US, as_of=date.fromisoformat(day)).answers
    (answer,) = (a for a in found if a.definition == definition)
    return answer.value, answer.holds


@pytest.mark.parametrize("day", ["2023-10-18", "2023-11-20", "2023-12-07"])
def test_the_window_is_the_one_around_the_day(day: str) -> None:
    assert held(day, "whole_drafts") == (83, ((date(2023, 10, 18), date(2023, 12, 7)),))


def test_the_window_before_and_after_is_another() -> None:
    assert held("2023-10-17", "whole_drafts") == (82, ((date(2020, 8, 31), date(2023, 10, 17)),))
    assert held("2023-12-08", "whole_drafts") == (84, ((date(2023, 12, 8), date(2024, 2, 19)),))


def test_the_last_window_has_no_end() -> None:
    ((_, end),) = held("2027-01-01", "whole_drafts")[1]
    assert end is None


def test_bounds_of_time_bound_what_is_counted() -> None:
    def value(**bounds: str) -> float:
        return float(ask(VETOES, OF_THE_US, as_of=date(2024, 1, 1), **bounds).answers[0].value)

    assert value() == 84
    assert value(since="2023-10-18") == 2
    assert value(since="2023-10-19") == 1
    assert value(until="2023-10-18") == 83
    assert value(until="2023-10-17") == 82
    assert value(since="2023", until="2023-11") == 1


def test_several_values_are_summed_and_codes_may_be_small() -> None:
    def value(member: str) -> float:
        return float(ask(VETOES, {"member": member}, as_of=date(2024, 1, 1)).answers[0].value)

    assert value("usa") == value("USA")
    assert value("USA, GBR") == value("USA") + value("GBR")


def test_a_rank_is_that_of_the_one_asked_for() -> None:
    found = ask("us_foreign_assistance.rank", {"recipient": "ISR"}, as_of=date(2024, 1, 1))
    assert found.answers[0].value == 1
    assert found.answers[0].default


@pytest.mark.parametrize(
    ("recipient", "day"),
    [("AND", date(2024, 1, 1)), ("ARG", date(1963, 10, 3))],
    ids=["no rows at all", "none by then"],
)
def test_nobody_without_rows_has_a_place(recipient: str, day: date) -> None:
    found = ask("us_foreign_assistance.rank", {"recipient": recipient, "fiscal_year": "1996"}, as_of=day)
    assert found.answers
    assert {answer.value for answer in found.answers} == {None}


@pytest.mark.parametrize(
    ("name", "filters", "code"),
    [
        (VETOES, {"member": "ZZZ"}, "unknown_value"),
        (VETOES, {"colour": "red"}, "unknown_filter"),
        (VETOES, {"unit_rule": "whole"}, "unknown_value"),
        ("us_foreign_assistance.rank", {}, "missing_filter"),
        ("security_council_vetoes.goals", {}, "unknown_measure"),
        ("goals.vetoes_cast", {}, "unknown_register"),
    ],
)
def test_what_is_not_known_is_said_with_its_name(name: str, filters: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        ask(name, filters, as_of=date(2024, 1, 1))
    assert caught.value.code == code
