"""The judging stage: every claim alone, then figures of one sentence together, then the lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from tahqiq.catalog.registers import Register, load_registers
from tahqiq.judging.acts import judge_act
from tahqiq.judging.compare import tester
from tahqiq.judging.corrections import correction
from tahqiq.judging.events import judge_event
from tahqiq.judging.figures import judge_figure
from tahqiq.judging.gate import AGAINST, bears_out, gate, unanswerable
from tahqiq.judging.groups import together
from tahqiq.judging.lists import judge_list
from tahqiq.judging.moments import as_of, moment_of
from tahqiq.judging.rules import judge_rule
from tahqiq.judging.sales import judge_sale
from tahqiq.judging.sums import judge_sum
from tahqiq.judging.tallies import PARTS, judge_decision, judge_tally
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, ClaimKind, Claims, Finding, Group, ListFinding, Reason, Text, Unchecked


@dataclass(frozen=True, slots=True)
class Judged:
    """All that judging found. `unchecked`: claims that turned out to be none."""

    as_of: AsOf
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    lists: tuple[ListFinding, ...]
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A claim to be judged: the day in question, the rows its list matches, the other claims of the text."""

    claim: Claim
    general: AsOf
    listed: frozenset[str]
    claims: Mapping[str, Claim]

    @property
    def register(self) -> Register:
        """The register of the likeliest reading."""
        return load_registers()[self.claim.readings[0].register]

    @property
    def moment(self) -> AsOf:
        """The day or interval the claim is held against: its own where it has one."""
        yearly = False
        if self.claim.kind == "share":
            yearly = self.register.measures[self.claim.readings[0].measure].derive == "ratio"
        return moment_of(self.claim, self.general, yearly=yearly)


Told = tuple[Claim, Verdict]
"""The claim as it is told and the verdict on it."""


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
    cases = [Case(c, general, listed.get(c.id, frozenset()), by_id) for c in claims.claims]
    told = [_alone(case) for case in cases]
    kept = [f for f in told if f is not None and not (_dated_otherwise(f, told) or _of_another(f, told))]
    judged = {f.claim.id for f in kept}
    findings, groups = together(kept, general)
    corrected = tuple(replace(f, correction=correction(f)) for f in findings)
    return Judged(
        general, corrected, groups, lists, tuple(_unchecked(c.claim) for c in cases if _passed_over(c.claim, judged))
    )


def _alone(case: Case) -> Finding | None:
    """The verdict on a claim by itself, as far as the text bears it out; None where it turns out to be none."""
    reason = unanswerable(case.claim)
    if reason is not None:
        return Finding(case.claim, "not_checkable", reason, ())
    told = JUDGES[case.claim.kind](case)
    if told is None:
        return None
    claim, verdict = told
    verdict = gate(claim, verdict)
    return Finding(claim, verdict.name, verdict.reason, verdict.answers)


def _figure(case: Case) -> Told:
    measure = case.register.measures[case.claim.readings[0].measure]
    yearly = case.register.years_of(measure) is not None or "measured" in case.claim.says
    if case.claim.kind == "amount" and measure.aggregate == "row" and not yearly:
        return _sale(case)  # figures as printed, which are never added
    return judge_figure(case.claim, case.moment, case.listed)


def _act(case: Case) -> Told:
    if case.claim.readings[0].measure in PARTS:
        return judge_decision(case.claim, case.moment, case.register)
    return judge_act(case.claim, case.moment, case.register)


def _event(case: Case) -> Told | None:
    verdict = judge_event(case.claim, case.moment, case.register)
    if verdict is None:
        return None
    dated = replace(case.claim.stated, date=verdict.reason.details["date"])
    return replace(case.claim, stated=dated), verdict


def _tally(case: Case) -> Told:
    return judge_tally(case.claim, case.moment, case.register)


def _sum(case: Case) -> Told:
    return case.claim, judge_sum(case.claim, case.claims)


def _sale(case: Case) -> Told:
    return case.claim, judge_sale(case.claim, tester(case.claim), case.moment, case.register)


def _rule(case: Case) -> Told:
    if case.claim.readings[0].measure not in case.register.measures:
        return case.claim, Verdict("not_checkable", Reason("other_meaning", {"register": case.register.id}), ())
    return case.claim, judge_rule(case.claim, tester(case.claim), case.moment, case.register)


JUDGES: Mapping[ClaimKind, Callable[[Case], Told | None]] = {
    "count": _figure,
    "ordinal": _figure,
    "amount": _figure,
    "rank": _figure,
    "share": _figure,
    "event": _act,
    "date": _event,
    "tally": _tally,
    "sale": _sale,
    "rule": _rule,
    "sum": _sum,
}


def _dated_otherwise(finding: Finding, told: Sequence[Finding | None]) -> bool:
    """Whether the date of a sentence that names several events fits another of them: it is not this one's then."""
    claim = finding.claim
    if claim.kind != "date" or finding.verdict == "supported":
        return False
    return any(f and f.claim.kind == "date" and f.claim.start == claim.start and f.verdict == "supported" for f in told)


def _of_another(finding: Finding, told: Sequence[Finding | None]) -> bool:
    """Whether a figure that one register speaks against is read as surely of another register, which does not: that
    one may be meant ("spent $877 billion on defence, against $292 billion for X", which is no aid to X).
    """
    claim = finding.claim
    if finding.verdict not in AGAINST or not claim.readings:
        return False
    others = [f for f in told if f is not None and f.verdict not in AGAINST and f.claim.readings and bears_out(f.claim)]
    register, span = claim.readings[0].register, (claim.start, claim.end)
    return any((o.claim.start, o.claim.end) == span and o.claim.readings[0].register != register for o in others)


def _passed_over(claim: Claim, judged: Set[str]) -> bool:
    """Whether a date was held against nothing, as its sentence speaks of another event."""
    return claim.kind == "date" and claim.id not in judged


def _unchecked(claim: Claim) -> Unchecked:
    """A sentence that speaks of another event than its words seemed to name: its date was held against nothing."""
    start, end = claim.checked[-1] if claim.checked else (claim.start, claim.end)
    return Unchecked(start, end, "date", Reason("other_event"))
