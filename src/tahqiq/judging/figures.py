"""Figures held against the series of their measures: counts, ordinals, amounts, ranks, shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register, load_registers
from tahqiq.judging.compare import far_off, tester
from tahqiq.judging.coverage import judge_reading
from tahqiq.judging.gate import AGAINST, SURE
from tahqiq.judging.moments import period_of
from tahqiq.judging.readings import COUNTS, Tried, choose, of_another
from tahqiq.judging.verdicts import FITS, Question, Verdict
from tahqiq.model import Answer, AsOf, Claim, Reading
from tahqiq.record.answers import answers
from tahqiq.record.series import load_rows

AMONG = "among_rows"
"""The code of an order that holds among the rows of a register that may lack others."""
REVERSED = "other_way_round"
"""The code of "more than" where it is less, and of "rose" where it fell."""
LONG = 15 * 365
"""A count that stopped being true so many days ago is not meant as the count of all acts."""


def judge_figure(claim: Claim, moment: AsOf, listed: frozenset[str]) -> tuple[Claim, Verdict]:
    """The claim with the reading that is told first, and the verdict on it. `listed`: rows its list matches."""
    told, verdict = _judged(claim, moment, listed)
    if verdict.name in AGAINST and joint_of(claim) and not _by_nobody(claim, moment, listed):
        return told, replace(verdict, name="ambiguous", reason=replace(verdict.reason, code="left_open"))
    return told, _left_open(told, verdict, moment, listed)


def _judged(claim: Claim, moment: AsOf, listed: frozenset[str]) -> tuple[Claim, Verdict]:
    tried: list[Tried] = []
    for reading in _readings(claim):
        tried.append(_tried(claim, reading, moment, listed))
        last = tried[-1]
        act_open = claim.stated.date is not None and not last.named and of_another(last.reading)
        if last.verdict.name == "supported" and last.alike(tried[0]) and not act_open:
            break
    chosen = choose(claim, tried, moment)
    return _with_reading(claim, chosen.reading), chosen.verdict


def joint_of(claim: Claim) -> str | None:
    """The dimension whose several values the text names as acting together ("Russia and China vetoed")."""
    if claim.filters_mode != "all":
        return None
    reading = claim.readings[0]
    known = load_registers()[reading.register].dimensions
    return next((d for d, codes in reading.filters.items() if len(codes) > 1 and known[d].joint), None)


def _with_reading(claim: Claim, reading: Reading) -> Claim:
    """The claim with the reading that is told put first, and what that one takes from elsewhere."""
    others = tuple(r for r in claim.readings if r != reading)
    return replace(claim, readings=(reading, *others), basis=claim.basis if reading.basis is None else reading.basis)


def _readings(claim: Claim) -> Iterator[Reading]:
    """The readings of a claim; one of a measure whose text usually means a single act is also read act by act."""
    for reading in claim.readings:
        register = load_registers()[reading.register]
        measure = register.measures[reading.measure]
        yield reading
        for name in register.acts_among(measure.dimensions):
            if name not in reading.filters:
                values = sorted(load_rows(register, measure).index[name][""], reverse=True)
                yield from (replace(reading, filters={**reading.filters, name: (value,)}) for value in values)


def _tried(claim: Claim, reading: Reading, moment: AsOf, listed: frozenset[str]) -> Tried:
    """One reading under every definition; those that drop items of the list below the figure are left out."""
    register = load_registers()[reading.register]
    holds, period = tester(claim), period_of(claim)
    if period[1] is not None and period[1] > register.end:
        period = (period[0], None)  # a time still to come limits nothing that is recorded
    moment = replace(moment, end=moment.end + timedelta(days=register.raw.get("announced", 0)))
    found = answers(reading, moment.start, holds=holds, period=period, joint=joint_of(claim))
    if listed:
        found = tuple(a for a in found if listed <= frozenset(_rows_until(reading, a, moment.end)))
    measure = register.measures[reading.measure]
    adds_up = measure.aggregate == "sum" and reading.per is None
    ends = (adds_up or measure.derive is not None) and period[1] is not None and claim.stated.period is not None
    question = Question(
        stated=claim.stated.value,
        holds=holds,
        moment=moment,
        register=register,
        earliest=bounds(str(claim.stated.period))[1] if ends else date.min,
        adds_up=adds_up,
        closed=_closed(claim, register),
        named=_named(claim, reading, register, found),
    )
    verdict = judge_reading(question, found)
    if verdict.name == "contradicted" and measure.derive == "change" and claim.stated.value == 0:
        verdict = replace(verdict, reason=replace(verdict.reason, code=REVERSED))
    if verdict.name == "supported" and measure.derive == "rank" and not register.complete:
        verdict = replace(verdict, name="supported_under", reason=replace(verdict.reason, code=AMONG))
    far = verdict.name not in FITS and bool(found) and far_off(claim, found[0].value)
    if far:
        verdict = replace(verdict, name="ambiguous", reason=replace(verdict.reason, code="far_above"))
    settled = _settled(claim, reading, found) if question.named else reading
    return Tried(settled, verdict, question.named, _names_line(claim, reading, register))


def _settled(claim: Claim, reading: Reading, found: tuple[Answer, ...]) -> Reading:
    """A reading whose act the words single out: who grants it, and by which measure, needs no words of its own; nor
    who gets it, where the same rows are found without.
    """
    told = {k: v for k, v in claim.basis.items() if k in (*reading.filters, "time")}
    kept = {k: v for k, v in told.items() if v in SURE or k == "time" or not _alone(reading, k, found[0])}
    return replace(reading, basis=kept)


def _alone(reading: Reading, dimension: str, found: Answer) -> bool:
    """Whether the rows of an answer are all there are, whoever fills this dimension, and none may be missing."""
    wider = replace(reading, filters={d: v for d, v in reading.filters.items() if d != dimension})
    every = answers(wider, found.as_of)[0]
    return bool(found.rows) and every.rows == found.rows and not every.missing_at_most


def _names_line(claim: Claim, reading: Reading, register: Register) -> bool:
    """Whether more is told of an act than who gets its money and when: from which account, or for what."""
    years = register.years_of(register.measures[reading.measure])
    roles = {*claim.basis, *register.acts_among(reading.filters), years.id if years else None}
    return not set(reading.filters) <= roles


def _closed(claim: Claim, register: Register) -> bool:
    """Whether the figure is one of a year or a period that ended inside the coverage."""
    told = claim.stated.period or (claim.stated.date if claim.kind not in COUNTS else None)
    return told is not None and bounds(told)[1] <= register.end


def _named(claim: Claim, reading: Reading, register: Register, found: tuple[Answer, ...]) -> bool:
    """Whether the words single out one act: by its number or title, or by the year or day when one of its rows came
    into force.
    """
    single = next(iter(register.acts_among(reading.filters)), None)
    if single is None or not (found and found[0].steps):
        return False
    if not claim.stated.date:
        return single in claim.readings[0].filters
    first, last = bounds(claim.stated.date)
    return first <= date.fromordinal(found[0].steps[0][0]) <= last


def _rows_until(reading: Reading, answer: Answer, until: date) -> tuple[str, ...]:
    """The rows an answer counts up to a day later than its own."""
    later = answers(reading, until)
    return next(a.rows for a in later if a.definition == answer.definition or answer.definition in a.same)


def _by_nobody(claim: Claim, moment: AsOf, listed: frozenset[str]) -> bool:
    """Whether those named did it that often neither together nor each for itself ("36 drafts vetoed by the five")."""
    return _judged(replace(claim, filters_mode="any"), moment, listed)[1].name in AGAINST[:1]


def _left_open(claim: Claim, verdict: Verdict, moment: AsOf, listed: frozenset[str]) -> Verdict:
    """A count that says too little of what it counts: held long ago and told without any time; or beside a bare year.

    "The United States has vetoed 33 drafts" may be of some of them; "in 2012 it had vetoed 79" of all up to then.
    """
    if claim.kind not in COUNTS:
        return verdict
    period, timeless = claim.stated.period, claim.stated.period is None and claim.stated.date is None
    long_ago = timeless and verdict.reason.details.get("days", 0) > LONG
    as_of = period is not None and period.startswith("..")  # "by August 2024 it had cast 83" is the state of a day
    closed = not as_of and _closed(claim, load_registers()[claim.readings[0].register])
    if verdict.name == "outdated" and (long_ago or closed):
        return replace(verdict, name="ambiguous", reason=replace(verdict.reason, code="left_open"))
    year = claim.stated.date
    if verdict.name in ("outdated", "contradicted") and period is None and year and len(year) == 4:
        within = replace(claim, stated=replace(claim.stated, date=None, period=year))
        told = _judged(within, moment, listed)[1]  # "the number of vetoes in 2017 was six"
        return told if told.name in FITS else verdict
    if verdict.name == "contradicted" and period is not None and "/" not in period:
        first, last = bounds(period)
        then = AsOf(first, min(last, moment.end), moment.basis)
        by_then = replace(claim, stated=replace(claim.stated, date=period, period=None))
        if _judged(by_then, then, listed)[1].name in FITS:
            return replace(verdict, name="ambiguous", reason=replace(verdict.reason, code="left_open"))
    return verdict
