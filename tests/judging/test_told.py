"""What is told beside a verdict: the value to write instead, and the rows of a list with what it lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tahqiq.checker import check
from tahqiq.model import ListFinding, Report

DEFAULT = {"unit_rule": "whole_drafts"}


def report(text: str, published: str) -> Report:
    return check(text.encode(), "x", kind="txt", language="en", published=date.fromisoformat(published))


def of_all(value: int, as_of: str, definition: dict[str, str] = DEFAULT) -> dict[str, Any]:
    asked = {"register": "security_council_vetoes", "measure": "vetoes_cast", "filters": {"member": ["USA"]}}
    return {**asked, "value": value, "definition": definition, "as_of": as_of}


@pytest.mark.parametrize(
    ("text", "published", "code", "told"),
    [
        ("The United States has used its veto 83 times.", "2024-06-01", "figure", of_all(86, "2024-06-01")),
        ("The United States has used its veto 95 times.", "2024-06-01", "figure", of_all(86, "2024-06-01")),
        (
            "The United States has used its veto 85 times.",
            "2023-11-20",
            "figure",
            of_all(85, "2023-11-20", {"unit_rule": "proposals"}),
        ),
        (
            "The United States moved its embassy to Jerusalem on 14 May 2017.",
            "2024-06-01",
            "day",
            {"register": "events", "row": "E044", "other_date": "2018-05-14"},
        ),
        ("The United States has used its veto 83 times.", "2023-11-20", None, None),  # right as it is
        ("The United States vetoed a draft on 19 October 2023.", "2024-06-01", None, None),  # open
        ("In fiscal 2022 Egypt was the largest recipient of U.S. foreign aid.", "2024-06-01", None, None),
    ],
)
def test_a_correction_gives_the_value_of_the_record_on_the_day_and_how_it_is_counted(
    text: str, published: str, code: str | None, told: dict[str, Any] | None
) -> None:
    (finding,) = report(text, published).findings
    found = finding.correction
    assert (found and found.code, found and dict(found.details)) == (code, told)


def listed(*items: str, published: str = "2017-02-01") -> ListFinding:
    (found,) = report("Russian vetoes on Syria\n\n" + "\n\n".join(items), published).lists
    return found


def test_a_list_is_matched_row_by_row() -> None:
    found = listed("1. 4 October 2011", "2. 4 February 2012", "5. 8 October 2016", "6. 5 December 2016")
    assert [(i.number, i.row, i.status) for i in found.items] == [
        (1, "S/2011/612", "matched"),
        (2, "S/2012/77", "matched"),
        (3, None, "lost"),
        (4, None, "lost"),
        (5, "S/2016/846", "matched"),
        (6, "S/2016/1026", "matched"),
    ]
    assert [(g.numbers, g.rows) for g in found.gaps] == [((3, 4), ("S/2012/538", "S/2014/348"))]
    assert (found.missing, found.extra, found.record_count) == ((), (), 6)
    assert found.definition == "whole_drafts/by_subject"


def test_rows_between_the_first_and_the_last_that_no_number_stands_for_are_missing() -> None:
    found = listed("1. 4 October 2011", "2. 19 July 2012", "3. 8 October 2016")
    assert found.missing == ("S/2012/77", "S/2014/348")
    assert found.gaps == ()


def test_an_item_of_another_day_is_misdated_and_one_of_none_is_extra() -> None:
    found = listed("1. 4 October 2011", "2. 5 February 2012", "3. 1 March 2015", "4. 5 December 2016")
    assert [(i.row, i.status) for i in found.items[1:3]] == [("S/2012/77", "misdated"), (None, "not_in_record")]
    assert found.extra == (3,)
    assert found.missing == ("S/2012/538", "S/2014/348", "S/2016/846")
