"""Figures of one sentence: which definitions and days serve them all, reckoned on hand-made windows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tahqiq.checker import check
from tahqiq.judging.groups import _written, judge_group
from tahqiq.judging.joint import joint_windows, told
from tahqiq.model import Answer, AsOf, VerdictCode, Window


def day(text: str) -> date:
    return date.fromisoformat(text)


def answer(choices: dict[str, str], *holds: Window, default: bool = True, same: tuple[str, ...] = ()) -> Answer:
    return Answer(
        register="r",
        measure="m",
        definition="/".join(choices.values()),
        choices=choices,
        default=default,
        value=1,
        as_of=day("2024-01-01"),
        holds=holds,
        query="",
        rows=(),
        sources=(),
        same=same,
    )


def at(text: str) -> AsOf:
    return AsOf(day(text), day(text), "published")


EARLY: Window = (day("2020-01-01"), day("2020-12-31"))
LATE: Window = (day("2020-12-31"), day("2021-06-30"))
AFTER: Window = (day("2021-01-01"), None)


def test_windows_that_share_one_day_are_joint() -> None:
    (found,) = joint_windows([[answer({"rule": "a"}, EARLY)], [answer({"rule": "a"}, LATE)]])
    assert found == ({"rule": "a"}, (day("2020-12-31"), day("2020-12-31")), True)


def test_windows_that_only_touch_are_not() -> None:
    assert joint_windows([[answer({"rule": "a"}, EARLY)], [answer({"rule": "a"}, AFTER)]]) == []


def test_figures_must_agree_on_every_axis_they_share() -> None:
    whole = [answer({"rule": "a"}, EARLY)]
    assert joint_windows([whole, [answer({"rule": "b", "about": "x"}, EARLY)]]) == []
    (found,) = joint_windows([whole, [answer({"rule": "a", "about": "x"}, EARLY)]])
    assert found[0] == {"rule": "a", "about": "x"}


def test_a_definition_that_counts_the_same_rows_serves_too_but_is_no_default() -> None:
    found = joint_windows([[answer({"rule": "a"}, AFTER, same=("b",))]])
    assert [(choices["rule"], default) for choices, _, default in found] == [("a", True), ("b", False)]


def test_an_open_end_stays_open() -> None:
    (found,) = joint_windows([[answer({"rule": "a"}, AFTER)], [answer({"rule": "a"}, AFTER)]])
    assert found[1] == AFTER


@pytest.mark.parametrize(
    ("first", "second", "on", "verdict"),
    [
        (EARLY, EARLY, "2020-12-31", "supported"),
        (EARLY, EARLY, "2021-01-01", "outdated"),
        (EARLY, AFTER, "2021-01-01", "mixed"),
        (EARLY, AFTER, "2020-12-31", None),
        (AFTER, AFTER, "2020-12-31", None),
    ],
)
def test_the_day_decides_between_now_once_and_never_together(
    first: Window, second: Window, on: str, verdict: str | None
) -> None:
    members = [[answer({"rule": "a"}, first)], [answer({"rule": "a"}, second)]]
    assert judge_group(members, at(on))[0] == verdict


def test_another_definition_supports_only_under_its_name() -> None:
    members = [[answer({"rule": "a"}, EARLY), answer({"rule": "b"}, AFTER, default=False)]]
    verdict, joint = judge_group(members, at("2022-01-01"))
    assert verdict == "supported_under"
    assert [choices for choices, _, _ in joint] == [{"rule": "b"}]


def test_a_report_names_each_definition_once_and_each_of_its_windows_once() -> None:
    joint = [({"rule": "a"}, EARLY, True), ({"rule": "a"}, AFTER, True), ({"rule": "a"}, EARLY, True)]
    assert told(joint) == ({"choices": {"rule": "a"}, "holds": [["2020-01-01", "2020-12-31"], ["2021-01-01", None]]},)


@pytest.mark.parametrize(
    ("verdict", "together", "changed"),
    [
        ("supported_under", "supported", True),  # under the definition that serves all it is simply right
        ("supported_under", "outdated", False),  # a right figure is made wrong by no other
        ("outdated", "supported_under", True),
        ("outdated", "mixed", True),
        ("supported", "mixed", False),
        ("ambiguous", "mixed", False),
    ],
)
def test_a_group_changes_only_what_is_not_settled_by_itself(
    verdict: VerdictCode, together: VerdictCode, changed: bool
) -> None:
    text = b"The United States has used its veto 86 times."
    (alone,) = check(text, "x", kind="txt", language="en", published=day("2024-06-01")).findings
    written = _written([replace(alone, verdict=verdict)], together)
    assert [f.verdict for f in written.values()] == ([together] if changed else [])
