"""The verdict of one reading by itself, in the order DESIGN gives: now, elsewhere, before, never."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.registers import Register
from tahqiq.judging.joint import definitions_of
from tahqiq.model import Answer, AsOf, Reason, VerdictCode, Window
from tahqiq.record.windows import value_at

RANKS = ("supported", "supported_under", "outdated", "out_of_coverage", "ambiguous", "contradicted", "not_checkable")
"""From the reading that fits best to the one that fits worst: where the text leaves several, the best one is told."""
FITS = ("supported", "supported_under")
RECENT = timedelta(days=5 * 365)
"""A running sum passes every amount some day: an older window of a side definition means nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the answers of one reading are held against.

    `holds` tells whether a value is the stated one. `earliest`: a window that ended before it cannot be meant (the text
    itself says until when it counts). `adds_up`: the figure is a running sum of money. `closed`: it is one of a period
    that ended inside the coverage. `named`: the words single out the rows that are asked for.
    """

    stated: Any
    holds: Callable[[float], bool]
    moment: AsOf
    register: Register
    earliest: date = date.min
    adds_up: bool = False
    closed: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict, its reason, and the answers behind it."""

    name: VerdictCode
    reason: Reason
    answers: tuple[Answer, ...]

    @property
    def rank(self) -> int:
        """Lower fits better."""
        return RANKS.index(self.name)


def as_told(question: Question, answers: Sequence[Answer]) -> Verdict | None:
    """The verdict where some definition gives the stated value now, or gave it once; None where none ever did."""
    now = [a for a in answers if _active(a, question.moment)]
    return _now(question, answers, now) if now else _before(question, answers)


def _now(question: Question, answers: Sequence[Answer], now: Sequence[Answer]) -> Verdict:
    """What some definition gives on the day: the usual one, another one, or only an edition of later on."""
    early = any(not _later_edition(a, question) for a in answers)
    timely = [a for a in now if not (early and _later_edition(a, question))]
    default, shown = answers[0], tuple(answers)
    if timely and now[0].default:
        return Verdict("supported", Reason("default_holds", told(default, question)), shown)
    code = "other_definition" if timely else "later_edition"
    details = {**told((timely or now)[0], question), "today": default.value}
    return Verdict("supported_under", Reason(code, details), shown)


def _before(question: Question, answers: Sequence[Answer]) -> Verdict | None:
    """The window in which the figure was last true: of the usual definition where it has one.

    Of a text without a date, the days that count are those from the last event on that it tells of.
    """
    default, start, since = answers[0], question.moment.start, question.moment.written_after or date.min
    past = [(w, a) for a in answers for w in a.holds if w[1] is not None and question.earliest <= w[1] < start]
    if question.adds_up:
        past = [p for p in past if p[1] is default or (p[0][1] or date.max) >= start - RECENT]
    if not past:
        return None
    when_written = [p for p in past if _end(p[0]) >= since]
    chosen = when_written or past
    window, answer = max([p for p in chosen if p[1] is default] or chosen, key=lambda p: _end(p[0]))
    details = {
        **told(answer, question),
        "from": window[0].isoformat(),
        "to": _end(window).isoformat(),
        "days": (start - _end(window)).days,
        "today": default.value,
    }
    if when_written and since > date.min:
        details["written_after"] = since.isoformat()
    return Verdict("outdated", Reason("window_ended", details), tuple(answers))


def _end(window: Window) -> date:
    return window[1] or date.max


def at_its_day(answer: Answer, moment: AsOf) -> Answer:
    """The answer at the as-of date; where the stated value comes true later within the interval, at that day."""
    if any(w[0] <= moment.start <= _end(w) for w in answer.holds):
        return answer
    opened = [w[0] for w in answer.holds if moment.start < w[0] <= moment.end]
    return replace(answer, as_of=opened[0], value=value_at(answer.steps, opened[0])) if opened else answer


def told(answer: Answer, question: Question) -> dict[str, Any]:
    """The details that every reason about an answer has."""
    return {
        "stated": question.stated,
        "value": answer.value,
        "register": answer.register,
        "measure": answer.measure,
        "definition": dict(answer.choices),
        "as_of": answer.as_of.isoformat(),
        "as_of_end": question.moment.end.isoformat(),
    }


def _active(answer: Answer, moment: AsOf) -> bool:
    return any(w[0] <= moment.end and _end(w) >= moment.start for w in answer.holds)


def _later_edition(answer: Answer, question: Question) -> bool:
    """Whether every definition that counts the answer's rows rests on an edition published after the as-of date."""
    axes, end = question.register.axes, question.moment.end

    def later(definition: Mapping[str, str]) -> bool:
        published = (axes[axis].choices[choice].published for axis, choice in definition.items())
        return any(day is not None and day > end for day in published)

    return all(later(d) for d in definitions_of(answer))
