"""The view of a report: which answers show their rows, and when a window holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tahqiq.model import Report, Window
from tahqiq.reporting.report.view import AnswerView
from tahqiq.reporting.report.wording import view
from tahqiq.reporting.words.labels import Labels

DAY = date(2024, 4, 18)


Answers = Callable[[list[bool], tuple[Window, ...]], list[AnswerView]]


@pytest.fixture
def answers(report: Report, language: str, labels: Labels) -> Answers:
    """The answers of the first claim as shown, made alike but for which of them is the usual one."""

    def shown(defaults: list[bool], holds: tuple[Window, ...]) -> list[AnswerView]:
        finding = report.findings[0]
        first = replace(finding.answers[0], rows=("S/10784",), holds=holds, as_of=DAY)
        told = replace(finding, answers=tuple(replace(first, default=usual) for usual in defaults))
        changed = replace(report, findings=(told, *report.findings[1:]))
        return list(view(changed, language, labels).claims[0].answers)

    return shown


@pytest.mark.parametrize(
    ("defaults", "shown"),
    [([True, False], [True, False]), ([False, True, False], [True, True, False])],
)
def test_rows_are_shown_for_the_first_answer_and_for_the_usual_one(
    defaults: list[bool], shown: list[bool], answers: Answers
) -> None:
    assert [bool(a.rows) for a in answers(defaults, ())] == shown


@pytest.mark.parametrize(
    ("start", "end", "now"),
    [
        (DAY, None, True),
        (DAY, DAY, True),
        (date(2024, 4, 19), None, False),
        (date(2024, 1, 1), date(2024, 4, 17), False),
        (date(2024, 1, 1), DAY, True),
    ],
)
def test_a_window_holds_from_its_first_day_to_its_last(
    start: date, end: date | None, now: bool, answers: Answers
) -> None:
    (answer,) = answers([True], ((start, end),))
    assert answer.holds_now == now
