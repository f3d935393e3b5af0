"""The judging stage: every claim alone, then figures of one sentence together, then the lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import load_registers
from tahqiq.claims import Claims
from tahqiq.judging.compare import tester
from tahqiq.judging.events import judge_event
from tahqiq.judging.groups import judge_group, judge_prices, told
from tahqiq.judging.lists import judge_list
from tahqiq.judging.moments import as_of, moment_of, period_of
from tahqiq.judging.readings import choose
from tahqiq.judging.rows import judge_act
from tahqiq.judging.rules import judge_rule
from tahqiq.judging.sales import judge_sale
from tahqiq.judging.sums import judge_sum
from tahqiq.judging.tallies import judge_tally
from tahqiq.judging.verdicts import Candidate, Verdict, judge_reading
from tahqiq.model import Answer, AsOf, Claim, Finding, Group, ListFinding, Reading, Reason, Stated, Text, VerdictCode
from tahqiq.record.answers import answers, series_of
from tahqiq.record.series import load_rows

UNFIT = ("contradicted", "outdated")
LONG = 15 * 365
"""A figure that stopped being true so many days ago is not meant as the whole count."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All that judging found."""

    as_of: AsOf
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    lists: tuple[ListFinding, ...]


def judge(claims: Claims, text: Text, today: date) -> Judged:
    """Hold every claim against the record."""
    general = as_of(text.document, claims.dates, today)
    lists = tuple(judge_list(found, text.damage, general) for found in claims.lists)
    listed = {
        found.count.id: frozenset(i.row for i in shown.items if i.status == "matched" and i.row)
        for found, shown in zip(claims.lists, lists, strict=True)
        if found.count is not None
    }
    by_id = {c.id: c for c in claims.claims}
    judged = [_alone(c, text, general, listed.get(c.id, frozenset()), by_id) for c in claims.claims]
    kept = [f for f in judged if f is not None]
    findings = {f.claim.id: f for f in kept if not _dated_otherwise(f, kept)}
    groups = _groups([f.claim for f in findings.values()], findings, general)
    return Judged(general, tuple(findings.values()), groups, lists)


def _alone(
    claim: Claim, text: Text, general: AsOf, listed: frozenset[str], claims: Mapping[str, Claim]
) -> Finding | None:
    """The verdict on a claim by itself; None when it turns out to be none."""
    register = load_registers()[claim.readings[0].register]
    first = register.measures[claim.readings[0].measure] if claim.kind == "share" else None
    moment = moment_of(claim, general, yearly=first is not None and first.derive == "ratio")
    if claim.kind == "date":
        verdict = judge_event(claim, moment, register)
        return _finding(_dated(claim, verdict, "date"), verdict) if verdict else None
    if claim.kind == "event":
        act = judge_act(claim, moment, register)
        return _finding(_dated(claim, act, "stated"), act) if act else None
    if claim.kind == "tally":
        tally = judge_tally(claim, text, moment, register)
        return _finding(_with_symbol(_dated(claim, tally, "date"), tally), tally)
    if claim.kind == "sum":
        return _finding(claim, judge_sum(claim, claims))
    holds = tester(claim, text)
    if claim.kind == "sale":
        return _finding(claim, judge_sale(claim, holds, moment, register))
    if claim.kind == "rule" and claim.readings[0].measure not in register.measures:
        return _finding(claim, Verdict("not_checkable", Reason("other_meaning", {"register": register.id}), ()))
    if claim.kind == "rule":
        return _finding(claim, judge_rule(claim, holds, moment, register))
    readings = _readings(claim)
    verdicts: list[Verdict] = []
    for reading in readings:
        verdicts.append(_reading(claim, reading, text, moment, listed))
        if verdicts[-1].name == "supported":
            break
    readings = readings[: len(verdicts)]
    best = choose(claim, readings, verdicts, moment)
    chosen, reading = verdicts[best], readings[best]
    if chosen.name == "supported" and _measured(reading) != _measured(claim.readings[0]):
        chosen = replace(chosen, name="supported_under", reason=replace(chosen.reason, code="other_reading"))
    told = replace(claim, readings=(reading, *(r for r in claim.readings if r != reading)))
    chosen = _left_open(claim, chosen)
    if chosen.name == "contradicted" and claim.kind == "count" and _bare_period(claim):
        by_then = _alone(replace(claim, stated=_by_then(claim.stated)), text, general, listed, claims)
        if by_then is not None and by_then.verdict in ("supported", "supported_under"):
            chosen = replace(chosen, name="ambiguous", reason=replace(chosen.reason, code="left_open"))
    return _finding(told, chosen)


def _bare_period(claim: Claim) -> bool:
    """Whether a figure stands beside a mere year or month, so that it may count all acts up to it."""
    return claim.stated.period is not None and "/" not in claim.stated.period


def _by_then(stated: Stated) -> Stated:
    return replace(stated, date=stated.period, period=None)


def _left_open(claim: Claim, verdict: Verdict) -> Verdict:
    """A figure that does not say whose acts it counts, or since when, proves nothing by not fitting.

    One without any time that was true long ago only counts a part of the acts: which one the text leaves open.
    """
    if claim.kind not in ("count", "ordinal") or verdict.name not in UNFIT:
        return verdict
    timeless = claim.stated.period is None and claim.stated.date is None
    ended = verdict.reason.details.get("days", 0) if verdict.name == "outdated" else 0
    if claim.note != "unsure" and not (timeless and ended > LONG):
        return verdict
    return replace(verdict, name="ambiguous", reason=replace(verdict.reason, code="left_open"))


def _measured(reading: Reading) -> tuple[str, str]:
    return reading.register, reading.measure


def _dated(claim: Claim, verdict: Verdict, detail: str) -> Claim:
    """The claim with the date, of those its words allow, that was held against the record."""
    if not claim.others:
        return claim
    return replace(claim, stated=replace(claim.stated, date=verdict.reason.details[detail]))


def _with_symbol(claim: Claim, verdict: Verdict) -> Claim:
    """A tally that fits one vote is told as a claim about the decision of that symbol."""
    row = str(verdict.reason.details.get("row", "")).partition("#")[0]
    if verdict.name != "supported" or "/" not in row:
        return claim
    return replace(claim, readings=tuple(replace(r, filters={**r.filters, "symbol": (row,)}) for r in claim.readings))


def _dated_otherwise(finding: Finding, all_of_them: Sequence[Finding]) -> bool:
    """Whether the date of a sentence that names several events fits another of them: it is not this one's then."""
    claim = finding.claim
    if claim.kind != "date" or finding.verdict == "supported":
        return False
    same = [f for f in all_of_them if f.claim.kind == "date" and f.claim.start == claim.start]
    return any(f.verdict == "supported" for f in same)


def _readings(claim: Claim) -> list[Reading]:
    """The readings of a claim; one of a measure whose text usually means a single act is also read act by act."""
    found = []
    for reading in claim.readings:
        register = load_registers()[reading.register]
        measure = register.measures[reading.measure]
        found.append(reading)
        for name in measure.dimensions:
            if register.dimensions[name].single and name not in reading.filters:
                values = sorted(load_rows(register, measure).index[name][""], reverse=True)
                found += [replace(reading, filters={**reading.filters, name: (value,)}) for value in values]
    return found


def _finding(claim: Claim, verdict: Verdict) -> Finding:
    return Finding(claim, verdict.name, verdict.reason, verdict.answers)


def _reading(claim: Claim, reading: Reading, text: Text, moment: AsOf, listed: frozenset[str]) -> Verdict:
    """One reading under every definition; those that drop items of the list below the figure are left out."""
    register = load_registers()[reading.register]
    holds, period = tester(claim, text), period_of(claim)
    if period[1] is not None and period[1] > register.end:
        period = (period[0], None)  # a time still to come limits nothing that is recorded
    moment = replace(moment, end=moment.end + timedelta(days=register.raw.get("announced", 0)))
    joint = joint_of(claim)
    found = answers(reading, moment.start, holds=holds, period=period, joint=joint)
    if listed:
        found = tuple(a for a in found if listed <= frozenset(answer_rows(reading, a, moment.end)))
    candidates = [Candidate(a, series_of(reading, a.choices, period, joint).steps) for a in found]
    measure = register.measures[reading.measure]
    adds_up = measure.aggregate == "sum" and reading.per is None
    ends = (adds_up or measure.derive is not None) and period[1] is not None and claim.stated.period is not None
    earliest = bounds(str(claim.stated.period))[1] if ends else date.min
    return judge_reading(candidates, claim.stated.value, holds, moment, register, earliest, adds_up=adds_up)


def joint_of(claim: Claim) -> str | None:
    """The dimension whose several values the text names together ("Russia and China vetoed")."""
    if claim.filters_mode != "all":
        return None
    return next((d for d, codes in claim.readings[0].filters.items() if len(codes) > 1 and d == "member"), None)


def answer_rows(reading: Reading, answer: Answer, until: date) -> tuple[str, ...]:
    """The rows an answer counts up to a day later than its own."""
    later = next(a for a in answers(reading, until) if a.definition == answer.definition or answer.definition in a.same)
    return later.rows


def _groups(claims: Sequence[Claim], findings: dict[str, Finding], general: AsOf) -> tuple[Group, ...]:
    """Judge groups together, writing the joint verdict into the findings of their figures."""
    made = []
    for name in dict.fromkeys(c.group for c in claims if c.group):
        members = [c for c in claims if c.group == name]
        if all(c.kind == "amount" for c in members):
            verdict, joint = judge_prices([findings[c.id] for c in members], general)
        else:
            verdict, joint = judge_group([findings[c.id].answers for c in members], general)
        if verdict is None:
            made.append(Group(name, tuple(c.id for c in members), "each_alone"))
            continue
        for c in members:
            findings[c.id] = _together(findings[c.id], verdict, members, findings)
        made.append(Group(name, tuple(c.id for c in members), verdict, told(joint)))
    return tuple(made)


def _together(
    finding: Finding, verdict: VerdictCode, members: Sequence[Claim], findings: Mapping[str, Finding]
) -> Finding:
    """The joint verdict on one figure; figures that no day serves together say when each of them held."""
    if verdict != "mixed":
        if finding.verdict == verdict:
            return finding
        details = {**finding.reason.details, "figures": [c.stated.value for c in members]}
        return replace(finding, verdict=verdict, reason=Reason("figures_agree", details))
    figures = [
        {
            "stated": c.stated.value,
            "windows": [[w[0].isoformat(), w[1].isoformat() if w[1] else None] for w in _own_windows(findings[c.id])],
            "definition": dict(_holder(findings[c.id]).choices),
            "value": findings[c.id].answers[0].value,
        }
        for c in members
    ]
    details = {**finding.reason.details, "figures": figures}
    return replace(finding, verdict="mixed", reason=Reason("no_common_window", details))


def _holder(finding: Finding) -> Answer:
    """The first definition under which the figure ever held: the default where it did."""
    return next((a for a in finding.answers if a.holds), finding.answers[0])


def _own_windows(finding: Finding) -> tuple[tuple[date, date | None], ...]:
    return _holder(finding).holds
