"""A date that does not fall on the weekday named before it is told as damage, and contradicts no event."""

import pytest

import tahqiq

DAY = "2026-11-26"
WRONG = [
    ("It met on Tuesday, 17 September 2014.", "Tuesday, 17 September 2014", "a Wednesday", "الأربعاء"),
    ("It met on Tuesday 2014-09-17.", "Tuesday 2014-09-17", "a Wednesday", "الأربعاء"),
    ("It met on Friday, September 17, 2014, in Vienna.", "Friday, September 17, 2014", "a Wednesday", "الأربعاء"),
    ("عقد يوم الثلاثاء 18 نيسان/أبريل 2024.", "الثلاثاء 18 نيسان/أبريل 2024", "a Thursday", "الخميس"),
    ("عقد الاربعاء، ١٨ نيسان ٢٠٢٤ في نيويورك.", "الاربعاء، ١٨ نيسان ٢٠٢٤", "a Thursday", "الخميس"),
]
RIGHT = [
    "It met on Wednesday, 17 September 2014, and on Tuesday 18 September.",
    "The Sun, 18 April 2024. The paper said so.",
    "From Tuesday to Thursday, 18 April 2024.",
    "On Tuesday 17 people met on 18 April 2024.",
    "عقد يوم الخميس 18 نيسان/أبريل 2024، والثلاثاء الثالث من أيلول 2014.",
    "عقد الثلاثاء 3 محرم 1446.",
]


@pytest.mark.parametrize(("text", "place", "english", "arabic"), WRONG)
def test_a_wrong_weekday_is_told(text: str, place: str, english: str, arabic: str) -> None:
    (found,) = tahqiq.check(text, today=DAY).to_dict()["damage"]
    assert (found["kind"], text[found["start"] : found["end"]]) == ("weekday", place)
    assert english in found["reason"]["en"]
    assert arabic in found["reason"]["ar"]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_told_where_they_agree_or_say_different_things(text: str) -> None:
    assert not tahqiq.check(text, today=DAY).text.damage


def test_a_doubtful_day_contradicts_no_event() -> None:
    text = "On {} 2015 the nuclear agreement with Iran was concluded."
    told = {
        day: {f.verdict for f in tahqiq.check(text.format(day), today=DAY).findings if f.claim.kind == "date"}
        for day in ("Tuesday 14 July", "Friday 10 July", "Monday 10 July")
    }
    assert told == {
        "Tuesday 14 July": {"supported"},
        "Friday 10 July": {"contradicted"},
        "Monday 10 July": {"ambiguous"},
    }
