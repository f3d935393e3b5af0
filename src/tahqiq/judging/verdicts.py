"""The verdict of one reading by itself, in the order DESIGN gives: now, elsewhere, before, never."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.registers import Register
from tahqiq.judging.groups import definitions_of
from tahqiq.model import Answer, AsOf, Reason, VerdictCode, Window
from tahqiq.record.series import Step
from tahqiq.record.windows import value_at

RANKS = ("supported", "supported_under", "outdated", "out_of_coverage", "ambiguous", "contradicted", "not_checkable")
"""From the reading that fits best to the one that fits worst: where the text leaves several, the best one is told."""


RECENT = timedelta(days=5 * 365)
YEAR = timedelta(days=366)
"""A fiscal year's money may be counted by others up to a year before this record knows it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer with its series, to be judged."""

    answer: Answer
    steps: tuple[Step, ...]


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


def judge_reading(
    candidates: Sequence[Candidate],
    stated: Any,
    holds: Callable[[float], bool],
    moment: AsOf,
    register: Register,
    earliest: date = date.min,
    *,
    adds_up: bool = False,
) -> Verdict:
    """Hold a stated value against every answer of one reading.

    `earliest`: a window that ended before it cannot be meant (the text itself says until when it counts). `adds_up`: a
    running sum of money passes every amount at some time, so long-past windows of side definitions mean nothing.
    """
    answers = tuple(_at_its_day(c, moment) for c in candidates)
    if not answers:
        return Verdict("out_of_coverage", Reason("not_in_any_edition", {"stated": stated}), ())
    default = answers[0]
    now = [a for a in answers if _active(a, moment)]
    early = any(not _later_edition(a, moment, register) for a in answers)
    timely = [a for a in now if not (early and _later_edition(a, moment, register))]
    if timely and now[0].default:
        return Verdict("supported", Reason("default_holds", _told(default, stated, moment)), answers)
    if now:
        return Verdict(
            "supported_under", _under((timely or now)[0], default, stated, moment, later=not timely), answers
        )
    past = [(w, a) for a in answers for w in a.holds if w[1] is not None and earliest <= w[1] < moment.start]
    if adds_up:
        past = [p for p in past if p[1] is default or (p[0][1] or date.max) >= moment.start - RECENT]
    own = [p for p in past if p[1] is default]
    short = _may_be_missing(candidates[0], stated, holds, moment, earliest if adds_up and not own else moment.start)
    if past and not short:
        return Verdict(
            "outdated", _ended(*max(own or past, key=lambda p: p[0][1] or date.max), default, stated, moment), answers
        )
    return _never(candidates, stated, holds, moment, register, earliest, adds_up=adds_up)


def _at_its_day(candidate: Candidate, moment: AsOf) -> Answer:
    """The answer at the as-of date; where the stated value comes true later within the interval, at that day."""
    answer = candidate.answer
    if any(w[0] <= moment.start and (w[1] is None or w[1] >= moment.start) for w in answer.holds):
        return answer
    opened = [w[0] for w in answer.holds if moment.start < w[0] <= moment.end]
    return replace(answer, as_of=opened[0], value=value_at(candidate.steps, opened[0])) if opened else answer


def _active(answer: Answer, moment: AsOf) -> bool:
    return any(w[0] <= moment.end and (w[1] is None or w[1] >= moment.start) for w in answer.holds)


def _told(answer: Answer, stated: Any, moment: AsOf) -> dict[str, Any]:
    return {
        "stated": stated,
        "value": answer.value,
        "register": answer.register,
        "measure": answer.measure,
        "definition": dict(answer.choices),
        "as_of": answer.as_of.isoformat(),
        "as_of_end": moment.end.isoformat(),
    }


def _under(answer: Answer, default: Answer, stated: Any, moment: AsOf, *, later: bool) -> Reason:
    details = {**_told(answer, stated, moment), "today": default.value}
    return Reason("later_edition" if later else "other_definition", details)


def _later_edition(answer: Answer, moment: AsOf, register: Register) -> bool:
    """Whether every definition that counts the answer's rows rests on an edition published after the as-of date."""
    return all(
        any((day := register.axes[a].choices[c].published) is not None and day > moment.end for a, c in d.items())
        for d in definitions_of(answer)
    )


def _ended(window: Window, answer: Answer, default: Answer, stated: Any, moment: AsOf) -> Reason:
    return Reason(
        "window_ended",
        {
            **_told(answer, stated, moment),
            "from": window[0].isoformat(),
            "to": window[1].isoformat() if window[1] else None,
            "days": (moment.start - window[1]).days if window[1] else 0,
            "today": default.value,
        },
    )


def _never(
    candidates: Sequence[Candidate],
    stated: Any,
    holds: Callable[[float], bool],
    moment: AsOf,
    register: Register,
    earliest: date,
    *,
    adds_up: bool,
) -> Verdict:
    """No definition gives the value up to the as-of date: contradicted only where coverage allows it."""
    answers = tuple(c.answer for c in candidates)
    default = answers[0]
    short = [c for c in candidates if _may_be_missing(c, stated, holds, moment, earliest)]
    if short:
        most = max(c.answer.missing_at_most for c in short)
        details = {**_told(default, stated, moment), "missing": None if most == float("inf") else most}
        if isinstance(stated, int | float):
            details["difference"] = stated - value_at(short[0].steps, moment.end)
        return Verdict("out_of_coverage", Reason("may_be_missing", details), answers)
    if moment.end > register.end and isinstance(stated, int | float) and stated > max(_last(c) for c in candidates):
        return Verdict(
            "out_of_coverage",
            Reason("past_coverage", {**_told(default, stated, moment), "to": register.end.isoformat()}),
            answers,
        )
    if not register.complete:
        told = _told(default, stated, moment)
        told["value"] = told["value"] if default.rows else None
        return Verdict("out_of_coverage", Reason("incomplete_record", told), answers)
    later = [w[0] for a in answers for w in a.holds if w[0] > moment.end]
    soon = moment.end + YEAR
    if (
        later
        and adds_up
        and (min(later) <= soon or any(_may_be_missing(c, stated, holds, AsOf(soon, soon, "")) for c in candidates))
    ):
        return Verdict("out_of_coverage", Reason("year_running", _told(default, stated, moment)), answers)
    if later:
        details = {**_told(default, stated, moment), "reached": min(later).isoformat()}
        return Verdict("contradicted", Reason("reached_later", details), answers)
    close = _nearest(candidates, stated, moment)
    return Verdict("contradicted", Reason("never_reached", {**_told(default, stated, moment), **close}), answers)


def _last(candidate: Candidate) -> float:
    return candidate.steps[-1][1] if candidate.steps else 0.0


def _may_be_missing(
    candidate: Candidate, stated: Any, holds: Callable[[float], bool], moment: AsOf, earliest: date = date.min
) -> bool:
    """Whether what is known to be missing could bring some value up to the stated one.

    With `earliest` only the value on that day and later ones are looked at.
    """
    most = candidate.answer.missing_at_most
    if most == float("inf"):
        return True
    target = stated[1] if isinstance(stated, tuple | list) else stated
    values = [v for d, v in candidate.steps if earliest.toordinal() < d <= moment.end.toordinal()]
    values.append(value_at(candidate.steps, earliest if earliest != date.min else moment.start))
    return any(v < target <= v + most or holds(v + most) for v in values) if most else False


def _nearest(candidates: Sequence[Candidate], stated: Any, moment: AsOf) -> Mapping[str, Any]:
    """The value nearest to the stated one on any day up to the as-of date, under any definition."""
    if isinstance(stated, tuple | list):
        stated = sum(stated) / 2
    end = moment.end.toordinal()
    seen = [(abs(v - stated), i, v) for i, c in enumerate(candidates) for d, v in c.steps if d <= end]
    if not seen:
        return {"nearest": value_at(candidates[0].steps, moment.end)}
    _, index, value = min(seen)
    return {"nearest": value, "nearest_definition": dict(candidates[index].answer.choices)}
