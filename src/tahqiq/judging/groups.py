"""Figures of one sentence: a definition and a day must serve them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tahqiq.model import Answer, AsOf, Finding, VerdictCode, Window

FAR = date.max


def definitions_of(answer: Answer) -> Iterator[Mapping[str, str]]:
    """Every definition that counts the rows of an answer."""
    yield answer.choices
    for name in answer.same:
        yield dict(zip(answer.choices, name.split("/"), strict=True))


def joint_windows(members: Sequence[Sequence[Answer]]) -> list[tuple[dict[str, str], Window, bool]]:
    """Choices that agree on every axis two figures share, with each common window, and whether all are defaults."""
    found: list[tuple[dict[str, str], Window, bool]] = []
    _extend(members, 0, {}, (date.min, None), True, found)
    return found


def _extend(
    members: Sequence[Sequence[Answer]],
    at: int,
    chosen: dict[str, str],
    window: Window,
    default: bool,
    found: list[tuple[dict[str, str], Window, bool]],
) -> None:
    if at == len(members):
        found.append((chosen, window, default))
        return
    for answer in members[at]:
        if not answer.holds:
            continue
        for choices in definitions_of(answer):
            if any(chosen.get(axis, choice) != choice for axis, choice in choices.items()):
                continue
            for own in answer.holds:
                common = _common(window, own)
                if common is not None:
                    first = answer.default and choices == answer.choices
                    _extend(members, at + 1, {**chosen, **choices}, common, default and first, found)


def _common(a: Window, b: Window) -> Window | None:
    low, high = max(a[0], b[0]), min(a[1] or FAR, b[1] or FAR)
    return (low, None if high == FAR else high) if low <= high else None


def judge_group(
    members: Sequence[Sequence[Answer]], moment: AsOf
) -> tuple[VerdictCode | None, list[tuple[dict[str, str], Window, bool]]]:
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


def judge_prices(
    findings: Sequence[Finding], moment: AsOf
) -> tuple[VerdictCode | None, list[tuple[dict[str, str], Window, bool]]]:
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


def told(joint: Sequence[tuple[dict[str, str], Window, bool]]) -> tuple[Mapping[str, Any], ...]:
    """The joint definitions as a report shows them: one entry per definition, windows gathered."""
    merged: dict[tuple[tuple[str, str], ...], list[list[str | None]]] = {}
    for choices, window, _ in joint:
        low, high = window[0].isoformat(), window[1].isoformat() if window[1] else None
        windows = merged.setdefault(tuple(choices.items()), [])
        if [low, high] not in windows:
            windows.append([low, high])
    return tuple({"choices": dict(choices), "holds": windows} for choices, windows in merged.items())
