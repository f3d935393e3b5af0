"""The definitions and days that serve several figures at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tahqiq.model import Answer, Window

FAR = date.max
Joint = tuple[dict[str, str], Window, bool]
"""Choices that serve several figures, the window in which they do, and whether all are the usual ones."""


def definitions_of(answer: Answer) -> Iterator[Mapping[str, str]]:
    """Every definition that counts the rows of an answer."""
    yield answer.choices
    for name in answer.same:
        yield dict(zip(answer.choices, name.split("/"), strict=True))


def joint_windows(members: Sequence[Sequence[Answer]]) -> list[Joint]:
    """Choices that agree on every axis two figures share, with each common window, and whether all are defaults."""
    found: list[Joint] = []
    open_to = [[(a, tuple(definitions_of(a))) for a in answers if a.holds] for answers in members]
    _extend(open_to, 0, {}, (date.min, None), True, found)
    return found


def _extend(
    members: Sequence[Sequence[tuple[Answer, tuple[Mapping[str, str], ...]]]],
    at: int,
    chosen: dict[str, str],
    window: Window,
    default: bool,
    found: list[Joint],
) -> None:
    if at == len(members):
        found.append((chosen, window, default))
        return
    for answer, definitions in members[at]:
        for choices in definitions:
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


def told(joint: Sequence[Joint]) -> tuple[Mapping[str, Any], ...]:
    """The joint definitions as a report shows them: one entry per definition, windows gathered."""
    merged: dict[tuple[tuple[str, str], ...], list[list[str | None]]] = {}
    for choices, window, _ in joint:
        low, high = window[0].isoformat(), window[1].isoformat() if window[1] else None
        windows = merged.setdefault(tuple(choices.items()), [])
        if [low, high] not in windows:
            windows.append([low, high])
    return tuple({"choices": dict(choices), "holds": windows} for choices, windows in merged.items())
