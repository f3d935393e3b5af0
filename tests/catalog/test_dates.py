from __future__ import annotations

from datetime import date

import pytest

import tahqiq
from tahqiq.catalog.dates import FIRST_DAY, LAST_DAY, bounds, parse_day
from tahqiq.errors import UsageError


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2017-12-18", date(2017, 12, 18), date(2017, 12, 18)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2011/2020-03", date(2011, 1, 1), date(2020, 3, 31)),
        ("2023-10-07/..", date(2023, 10, 7), date.max),
        ("../1999", date.min, date(1999, 12, 31)),
        ("9999-12", date(9900, 12, 31), date(9900, 12, 31)),
        ("0001-02-03", date(100, 1, 1), date(100, 1, 1)),
        ("0001/9999", date(100, 1, 1), date(9900, 12, 31)),
        ("XXXX-12-18", date.max, date.min),
        ("XXXX-12", date.max, date.min),
    ],
)
def test_the_days_of_a_date(stated: str, first: date, last: date) -> None:
    assert bounds(stated) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "2024-13", "2024-02-30", "2024-1-1-1", "10000", "0000", "-1", "XXXX-01"])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(UsageError):
        parse_day(text)


@pytest.mark.parametrize("day", ["0001-01-01", "1799-12-31", "2200-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_refused(day: str) -> None:
    for given in ({"published": day}, {"today": day}):
        with pytest.raises(UsageError, check=lambda e: e.code == "far_date"):
            tahqiq.check("12 vetoes in 1972", **given)
    with pytest.raises(UsageError, check=lambda e: e.code == "far_date") as caught:
        tahqiq.ask("security_council_vetoes.vetoes_cast", as_of=day)
    assert caught.value.details["value"] == day


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_days_at_the_ends_of_what_can_be_asked_are_answered(day: date) -> None:
    text = (
        "By May 2024 Washington had used its veto 83 times in 50 years. It gave Israel $3.8 billion a year since 1979."
    )
    assert tahqiq.check(text, published=day.isoformat()).as_of.end == day
    assert tahqiq.check(text, today=day.isoformat()).findings
    assert tahqiq.ask("security_council_vetoes.vetoes_cast", as_of=day.isoformat()).answers


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_page_that_names_such_a_day_has_none(day: str) -> None:
    page = f'<html><head><meta name="date" content="{day}"></head><body><p>12 vetoes in 1972.</p></body></html>'
    assert tahqiq.check(page.encode(), kind="html").text.document.published is None


def test_months_that_do_not_agree_in_no_year_are_no_fault() -> None:
    text = (
        "\u0646\u0634\u0631 \u0641\u064a 2 \u0623\u064a\u0627\u0631 2024\n\u0627\u0646\u062f\u0644\u0627\u0639"
        "\u062d\u0631\u0628 \u0641\u064a \u063a\u0632\u0629 \u062a\u0634\u0631\u064a\u0646 "
        "\u0627\u0644\u062b\u0627\u0646\u064a/\u0623\u0643\u062a\u0648\u0628\u0631"
    )
    assert not [f for f in tahqiq.check(text).findings if f.verdict == "contradicted"]
