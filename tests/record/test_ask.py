"""Questions by name: the window around the day asked for, under every definition."""

from __future__ import annotations

from datetime import date

import pytest

from tahqiq.errors import UsageError
from tahqiq.model import Window
from tahqiq.record.ask import Asked, ask
from tahqiq.record.given import read_day, read_number

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


def usual(name: str, day: str = "2026-11-01", /, **filters: str) -> Asked:
    return ask(name, filters, as_of=date.fromisoformat(day))


AID, SPENDING = "us_foreign_assistance.obligations", "military_spending.spending"
SILENT = {
    "before the record": (VETOES, "1900-01-01", {"member": "USA"}, "before"),
    "a year before the first": ("population.people", "2026-11-01", {"country": "JOR", "year": "1930"}, "outside"),
    "a year after the last": (AID, "2026-11-01", {"recipient": "ISR", "fiscal_year": "2031"}, "outside"),
    "a value that no row has": (AID, "2026-11-01", {"recipient": "MCO"}, "absent"),
    "a year of a country that is lacking": (SPENDING, "2026-11-01", {"country": "SAU", "year": "2024"}, "empty"),
}


@pytest.mark.parametrize("case", SILENT)
def test_what_the_record_does_not_hold_is_no_nought(case: str) -> None:
    name, day, filters, code = SILENT[case]
    asked = usual(name, day, **filters)
    assert asked.silence is not None
    assert asked.silence.code == code
    assert {answer.value for answer in asked.answers} == {None}


def test_a_period_outside_the_record_is_none_either() -> None:
    for bounds in ({"since": "2030"}, {"until": "1930"}):
        asked = ask(VETOES, OF_THE_US, as_of=date(2050, 1, 1), **bounds)
        assert (asked.answers[0].value, asked.silence and asked.silence.code) == (None, "outside")


def test_none_of_what_is_counted_whole_is_an_answer_with_its_reason() -> None:
    asked = usual(VETOES, member="USA", about="FJI")
    assert asked.answers[0].value == 0
    assert asked.silence
    assert asked.silence.values == (("about", "FJI"),)
    assert usual(VETOES, member="USA", about="ISR").silence is None
    lone = usual("assembly_votes.roll_calls", "2026-01-01", alone_against="FJI")  # not all roll calls are at hand
    assert (lone.answers[0].value, lone.silence and lone.silence.complete) == (None, False)


@pytest.mark.parametrize("name", ["United States", "US", "us", "u.s.a.", "أمريكا", "USA"])
def test_places_are_asked_by_any_of_their_names(name: str) -> None:
    assert usual(VETOES, member=name).reading.filters == {"member": ("USA",)}


def test_other_values_are_asked_by_their_names_and_years_in_any_digits() -> None:
    killed = usual("casualties.killed", area="the Gaza Strip")
    assert killed.reading.filters == {"area": ("gaza",)}
    years = usual("gdp.product", country="France", year="٢٠١٩").reading.filters["year"]
    assert years == ("2019",)


def test_an_unknown_name_is_told_its_neighbours_by_name() -> None:
    for text, near in (("Amrica", "USA (United States)"), ("S/1997/1999", "S/1997/199")):
        name, filters = (VETOES, {"member": text}) if near[0] == "U" else ("council_votes.in_favour", {"symbol": text})
        with pytest.raises(UsageError) as caught:
            ask(name, filters, as_of=date(2024, 1, 1))
        assert near in caught.value.details["known"]


@pytest.mark.parametrize(
    "text",
    [
        "2017-12-18",
        "18 December 2017",
        "December 18, 2017",
        "18 \u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u0623\u0648\u0644 2017",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text) == date(2017, 12, 18)


def test_a_month_is_its_first_day_or_its_last_and_nonsense_is_none() -> None:
    assert (read_day("December 2017"), read_day("2017", last=True)) == (date(2017, 12, 1), date(2017, 12, 31))
    for text in ("yesterday", "3 vetoes", "18 or 19 December 2017", "1" * 200):
        with pytest.raises(UsageError):
            read_day(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3500000", 3.5e6),
        ("3,500,000", 3.5e6),
        ("3.5 billion", 3.5e9),
        ("$14 million", 14e6),
        ("3.5e9", 3.5e9),
        ("٣٫٥ مليار", 3.5e9),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: float) -> None:
    assert read_number(text) == value
    with pytest.raises(UsageError):
        read_number("much")
