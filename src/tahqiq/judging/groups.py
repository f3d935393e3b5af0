"""Figures of one sentence: a definition and a day must serve them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tahqiq.judging.gate import bears_out
from tahqiq.judging.joint import Joint, joint_windows, told
from tahqiq.judging.verdicts import FITS
from tahqiq.model import Answer, AsOf, Finding, Group, GroupVerdict, Reason, VerdictCode

WRITTEN = ("supported_under", "outdated")
"""Verdicts on a figure by itself that its group may change: no other figure makes a right one wrong, or an open one."""


def together(findings: Sequence[Finding], general: AsOf) -> tuple[tuple[Finding, ...], tuple[Group, ...]]:
    """The findings with the verdicts of their groups, and the groups."""
    by_id = {f.claim.id: f for f in findings}
    by_group: dict[str, list[Finding]] = {}
    for f in findings:
        if f.claim.group:
            by_group.setdefault(f.claim.group, []).append(f)
    groups = []
    for name, members in by_group.items():
        verdict, joint = _verdict(members, general)
        groups.append(Group(name, tuple(f.claim.id for f in members), verdict, told(joint)))
        if verdict != "each_alone":
            by_id |= _written(_held(members), verdict)
    return tuple(by_id.values()), tuple(groups)


def _held(members: Sequence[Finding]) -> list[Finding]:
    """Those that held some day: what no definition ever gave is judged alone, and takes nothing from the others."""
    return [f for f in members if any(a.holds for a in f.answers)]


def _verdict(members: Sequence[Finding], general: AsOf) -> tuple[GroupVerdict, list[Joint]]:
    """The verdict on the figures that held, where the text says enough to hold them against each other."""
    if not all(bears_out(f.claim) for f in members):
        return "each_alone", []
    if all(f.claim.kind == "amount" for f in members):
        verdict, joint = judge_prices(members, general)
    else:
        held = _held(members)
        verdict, joint = judge_group([f.answers for f in held], general) if len(held) > 1 else (None, [])
    return verdict or "each_alone", joint


def _written(members: Sequence[Finding], verdict: VerdictCode) -> dict[str, Finding]:
    """The joint verdict on the figures that it changes, by the id of their claim. They share what is said of them."""
    changed = [f for f in members if f.verdict != verdict and f.verdict in WRITTEN]
    changed = [f for f in changed if not (f.verdict in FITS and verdict == "outdated")]
    code = "no_common_window" if verdict == "mixed" else "figures_agree"
    figures = [_figure(f) if verdict == "mixed" else f.claim.stated.value for f in members] if changed else []
    return {
        f.claim.id: replace(f, verdict=verdict, reason=Reason(code, {**f.reason.details, "figures": figures}))
        for f in changed
    }


def _figure(finding: Finding) -> dict[str, Any]:
    """One of several figures, with the windows in which it held: under the usual definition where it did there."""
    holder = next((a for a in finding.answers if a.holds), finding.answers[0])
    return {
        "stated": finding.claim.stated.value,
        "windows": [[first.isoformat(), last.isoformat() if last else None] for first, last in holder.holds],
        "definition": dict(holder.choices),
        "value": finding.answers[0].value,
    }


def judge_group(members: Sequence[Sequence[Answer]], moment: AsOf) -> tuple[VerdictCode | None, list[Joint]]:
    """The verdict for all figures together and the definitions and windows that serve; None: each alone."""
    joint = joint_windows(members)
    now = [j for j in joint if j[1][0] <= moment.end and (j[1][1] is None or j[1][1] >= moment.start)]
    if now:
        whole = [j for j in now if j[2]]
        return ("supported", whole) if whole else ("supported_under", now)
    past = [j for j in joint if j[1][1] is not None and j[1][1] < moment.start]
    if past:
        return "outdated", past
    before = [any(w[0] <= moment.end for a in answers for w in a.holds) for answers in members]
    return ("mixed", []) if before and all(before) else (None, [])


def judge_prices(findings: Sequence[Finding], moment: AsOf) -> tuple[VerdictCode | None, list[Joint]]:
    """One amount told in two prices: mixed when no edition gives both, though each could be right by itself.

    The axes that the words settle for one of them are no ground for a difference. A figure that only money outside the
    record could make true does not go with one that holds without it.
    """
    settled = {axis for f in findings for axis in f.claim.readings[0].choices}
    plain = [[replace(a, choices=_without(a, settled), same=()) for a in f.answers] for f in findings]
    if any(j[1][0] <= moment.end for j in joint_windows(plain)):
        return None, []
    names = {f.verdict for f in findings}
    split = "out_of_coverage" in names and names & {"supported", "supported_under"}
    lacking = all(f.reason.code == "may_be_missing" for f in findings if f.verdict == "out_of_coverage")
    return ("mixed", []) if split and lacking else (None, [])


def _without(answer: Answer, axes: set[str]) -> dict[str, str]:
    return {axis: choice for axis, choice in answer.choices.items() if axis not in axes}
