"""Two reports side by side, of a text before and after it was edited: what was mended, what is left, what is new.

Claims are paired by what they speak of, not by their place: an edit moves everything behind it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from tahqiq.reporting.report.view import TO_CORRECT

State = Literal["left", "new", "unsure", "mended", "removed"]
"""What became of a claim that was or is to be corrected.

`left`: it still is. `new`: it was not before, or was not in the text. `unsure`: its new words cannot be judged.
`mended`: the record supports it now. `removed`: the text says nothing of the kind any more.
"""
STATES: tuple[State, ...] = get_args(State)
RIGHT = "supported"

Found = Mapping[str, Any]
Key = Callable[[Found], Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A claim before and after, in the JSON form of a report; None where one of them does not have it."""

    state: State
    old: Found | None
    new: Found | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, in the order of `STATES`, each state in the order of the text.

    `others` is how many more claims the new text has, none of them to be corrected, before or now.
    """

    changes: tuple[Change, ...]
    others: int

    def of(self, state: State) -> tuple[Change, ...]:
        """The changes of one state."""
        return tuple(change for change in self.changes if change.state == state)


def compare(old: Found, new: Found) -> Comparison:
    """Compare two reports (their JSON forms) of the same article."""
    pairs = list(_pairs(old["claims"], new["claims"]))
    changes = [Change(state, *pair) for pair in pairs if (state := _state(*pair)) is not None]
    changes.sort(key=lambda change: (STATES.index(change.state), (change.new or change.old or {})["start"]))
    return Comparison(tuple(changes), len(new["claims"]) - sum(1 for change in changes if change.new))


def to_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain JSON values: for each state its claims before and after."""
    told: dict[str, Any] = {s: [{"old": c.old, "new": c.new} for c in comparison.of(s)] for s in STATES}
    return told | {"others": comparison.others}


def _state(old: Found | None, new: Found | None) -> State | None:
    """What became of a claim; None where it was not and is not to be corrected."""
    was = old is not None and old["verdict"] in TO_CORRECT
    if new is not None and new["verdict"] in TO_CORRECT:
        return "left" if was else "new"
    if not was:
        return None
    if new is None:
        return "removed"
    return "mended" if new["verdict"] == RIGHT else "unsure"


def _pairs(old: Sequence[Found], new: Sequence[Found]) -> Iterator[tuple[Found | None, Found | None]]:
    """Each claim of one report with that of the other: those that say the same first, then those about the same."""
    for key in (_said, _subject, _matter):
        found, old, new = _matched(old, new, key)
        yield from found
    yield from ((claim, None) for claim in old)
    yield from ((None, claim) for claim in new)


def _matched(
    old: Sequence[Found], new: Sequence[Found], key: Key
) -> tuple[list[tuple[Found, Found]], list[Found], list[Found]]:
    """The claims with the same key, the first with the first; and those that are left of both."""
    waiting: dict[str, deque[Found]] = {}
    for claim in new:
        waiting.setdefault(repr(key(claim)), deque()).append(claim)
    pairs, single = [], []
    for claim in old:
        if others := waiting.get(repr(key(claim))):
            pairs.append((claim, others.popleft()))
        else:
            single.append(claim)
    return pairs, single, [claim for others in waiting.values() for claim in others]


def _said(claim: Found) -> Any:
    """All that a claim states."""
    return _subject(claim), claim["stated"], claim["filters"]


def _subject(claim: Found) -> Any:
    """What a claim is about, whatever figure it gives."""
    return _matter(claim), claim["filters"]


def _matter(claim: Found) -> Any:
    """Which measure of which register a claim speaks of, for whom its quote may now say something else."""
    return claim["kind"], claim["register"], claim["measure"]
