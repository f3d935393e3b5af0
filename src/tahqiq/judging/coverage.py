"""A figure that no definition ever gave: contradicted only as far as the record reaches and nothing may be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import inf
from typing import Any

from tahqiq.judging.verdicts import Question, Verdict, as_told, at_its_day, told
from tahqiq.model import Answer, AsOf, Reason
from tahqiq.record.windows import value_at

RATE_YEARS = 10
"""A count cannot have grown faster since the last day of the record than in the busiest of so many years before it."""
WHOLE = ("change", "growth", "total", "average")
"""Measures that are none where one of the rows that they are reckoned from is missing."""
YEAR = timedelta(days=366)
"""A fiscal year's money may be counted by others up to a year before this record knows it."""


def judge_reading(question: Question, answers: Sequence[Answer]) -> Verdict:
    """Hold a stated value against every answer of one reading, the usual definition first."""
    if not answers:
        return Verdict("out_of_coverage", Reason("not_in_any_edition", {"stated": question.stated}), ())
    at_day = [at_its_day(a, question.moment) for a in answers]
    found = as_told(question, at_day)
    if found is None or (found.name == "outdated" and _short(answers[:1], _lately(question, found))):
        return _never(question, answers)
    return found


def _lately(question: Question, outdated: Verdict) -> Question:
    """What may be missing is asked for the as-of day; where only a side definition of a sum held, since the period."""
    own = outdated.reason.details["definition"] == dict(outdated.answers[0].choices)
    earliest = question.earliest if question.adds_up and not own else question.moment.start
    return replace(question, earliest=earliest)


def _never(question: Question, answers: Sequence[Answer]) -> Verdict:
    """No definition gives the value up to the as-of date."""
    reason = _unknown(question, answers)
    if reason is not None:
        return Verdict("out_of_coverage", reason, tuple(answers))
    details = told(answers[0], question)
    later = [w[0] for a in answers for w in a.holds if w[0] > question.moment.end]
    if later:
        reason = Reason("reached_later", {**details, "reached": min(later).isoformat()})
    else:
        reason = Reason("never_reached", {**details, **_nearest(question, answers)})
    return Verdict("contradicted", reason, tuple(answers))


def _unknown(question: Question, answers: Sequence[Answer]) -> Reason | None:
    """Why the record cannot rule the value out: rows may be missing, days lie behind its end, it is no whole record."""
    details = told(answers[0], question)
    if short := _short(answers, question):
        most = max(a.missing_at_most for a in short)
        lacking = {"missing": None if most == inf else most}
        if isinstance(question.stated, int | float) and isinstance(answers[0].value, int | float):
            lacking["difference"] = question.stated - answers[0].value
        return Reason("may_be_missing", {**details, **lacking})
    if question.moment.end < question.register.start:
        return Reason("before_coverage", {**details, "from": question.register.start.isoformat()})
    if _silent(question, answers):
        return Reason("incomplete_record", {**details, "value": None})
    if not question.closed and _past_the_end(question, answers):
        return Reason("past_coverage", {**details, "to": question.register.end.isoformat()})
    if not question.register.complete and not _speaks(question, answers[0]):
        return Reason("incomplete_record", {**details, "value": details["value"] if answers[0].rows else None})
    return Reason("year_running", details) if question.adds_up and _soon(question, answers) else None


def _silent(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether a table in which each row has its own figure has no row of what is told: that says nothing of it."""
    return _of_rows(question, answers) and not any(a.steps for a in answers)


def _of_rows(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether each row has a figure of its own, of which the newest stands."""
    measures = question.register.measures
    measure = measures[answers[0].measure]
    return (measures[measure.of] if measure.of else measure).aggregate == "row"


def _speaks(question: Question, answer: Answer) -> bool:
    """Whether the rows themselves tell the figure: incompleteness excuses silence, not another number in a row.

    Those are one row that stands for the whole, or all the rows that the words single out ("the memorandum of 2016");
    the two of a change, each of the years that are summed. Who stands lower in an order than told does so, whoever is
    missing.
    """
    derive = question.register.measures[answer.measure].derive
    if derive == "rank":
        place, told = answer.value, _top(question.stated)
        return place is not None and told is not None and told < place
    if derive in WHOLE:
        return bool(answer.steps)
    return bool(answer.rows) and (question.named or (len(answer.rows) == 1 and len(answer.steps) == 1))


def _past_the_end(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether the days since the record ends could bring the value about."""
    register, target, rows = question.register, _top(question.stated), _of_rows(question, answers)
    early = 0 if rows else register.raw.get("announced", 0)  # a count does not grow by what is told beforehand
    day = question.moment.end - timedelta(days=early)
    if day <= register.end or target is None:
        return False
    years = 1 + (day - register.end).days // 365
    last = max((a.steps[-1][1] for a in answers if a.steps), default=0.0)
    if rows and all(len(a.steps) == 1 for a in answers):
        return day > register.end + YEAR  # an undated table, which tells nothing of how its figures grow
    return last < target <= max(_grown(a, register.end, years, rows=rows) for a in answers)


def _grown(answer: Answer, end: date, years: int, *, rows: bool = False) -> float:
    """The most a value can be so many years after a day: what it was, what may be missing, what those may add. `rows`:
    each row has a figure of its own, so that the coming of the first one is no growth.
    """
    since = date.fromordinal(answer.steps[0][0]) if rows and answer.steps else date.min
    days = [end, *(end - n * YEAR for n in range(1, RATE_YEARS + 1) if end - n * YEAR >= since)]
    at = [value_at(answer.steps, day) for day in days]
    busiest = max((a - b for a, b in pairwise(at)), default=0.0)
    return at[0] + answer.missing_at_most + max(1.0, busiest) * years


def _soon(question: Question, answers: Sequence[Answer]) -> bool:
    """Whether a sum is reached once the year then running is counted."""
    later = [w[0] for a in answers for w in a.holds if w[0] > question.moment.end]
    day = question.moment.end + YEAR
    ahead = replace(question, moment=AsOf(day, day, question.moment.basis), earliest=date.min)
    return bool(later) and (min(later) <= day or bool(_short(answers, ahead)))


def _short(answers: Sequence[Answer], question: Question) -> list[Answer]:
    return [a for a in answers if _may_be_missing(a, question)]


def _may_be_missing(answer: Answer, question: Question) -> bool:
    """Whether what is known to be missing could bring some value up to the stated one.

    Of the days before `earliest` none are looked at; without it the value on the as-of day, and all before.
    """
    most, earliest = answer.missing_at_most, question.earliest
    target = _top(question.stated)
    if most == inf:
        return True
    if not most or target is None:
        return False
    last = question.moment.end.toordinal()
    values = [v for day, v in answer.steps if earliest.toordinal() < day <= last]
    values.append(value_at(answer.steps, earliest if earliest != date.min else question.moment.start))
    return any(v < target <= v + most or question.holds(v + most) for v in values)


def _top(stated: Any) -> float | None:
    """A stated number, or the upper end of a stated range."""
    value = stated[1] if isinstance(stated, tuple | list) else stated
    return float(value) if isinstance(value, int | float) else None


def _nearest(question: Question, answers: Sequence[Answer]) -> Mapping[str, Any]:
    """The value nearest to the stated one on any day up to the as-of date, under any definition."""
    stated, end = question.stated, question.moment.end
    middle = sum(stated) / 2 if isinstance(stated, tuple | list) else stated
    seen = [(abs(v - middle), i, v) for i, a in enumerate(answers) for d, v in a.steps if d <= end.toordinal()]
    if not seen:
        return {"nearest": value_at(answers[0].steps, end)}
    _, index, value = min(seen)
    return {"nearest": value, "nearest_definition": dict(answers[index].choices)}
