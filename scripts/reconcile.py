"""Hold a list from elsewhere against a register: is it worth reading, and where does it differ?

A list that circulates in public may be largely invented. Nothing of it is taken over; it is told row by row what
agrees, and the whole is thrown out below a stated share of agreement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LEAST_SHARE = 0.95
"""Lists of one publisher read years apart agree on more than this share of rows; below it a list is no witness."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as two lists can be compared: its id, its day, and who acted."""

    id: str
    day: date
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of the list that the register does not bear out. reason: unknown_row, wrong_date, wrong_actor, repeated."""

    entry: Entry
    reason: str
    expected: Entry | None = None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """How a list stands to the register. `absent` holds rows of the register within the list's span that it lacks."""

    agreeing: tuple[Entry, ...]
    differences: tuple[Difference, ...]
    absent: tuple[Entry, ...]
    least_share: float

    @property
    def share(self) -> float:
        """The part of the list's rows that the register bears out, 0 for an empty list."""
        total = len(self.agreeing) + len(self.differences)
        return len(self.agreeing) / total if total else 0.0

    @property
    def accepted(self) -> bool:
        """Whether the list may serve as a witness at all."""
        return self.share >= self.least_share

    def reasons(self) -> dict[str, int]:
        """How many rows differ, by reason."""
        counts: dict[str, int] = {}
        for difference in self.differences:
            counts[difference.reason] = counts.get(difference.reason, 0) + 1
        return counts


def reconcile(found: Iterable[Entry], record: Iterable[Entry], least_share: float = LEAST_SHARE) -> Reconciliation:
    """Compare a list with the register's rows. Several rows of the register may share an id: each matches once.

    A row is compared with the row of its id that is nearest to it: all equal, else the same day, else any.
    """
    known: dict[str, list[Entry]] = {}
    for row in record:
        known.setdefault(row.id, []).append(row)
    agreeing: list[Entry] = []
    differences: list[Difference] = []
    used: set[int] = set()
    for entry in found:
        twins = known.get(entry.id, [])
        free = [t for t in twins if id(t) not in used]
        if not free:
            differences.append(Difference(entry, "repeated" if twins else "unknown_row", twins[0] if twins else None))
            continue
        nearest = max(free, key=lambda t: (t == entry, t.day == entry.day))
        used.add(id(nearest))
        if nearest == entry:
            agreeing.append(entry)
        else:
            reason = "wrong_date" if nearest.day != entry.day else "wrong_actor"
            differences.append(Difference(entry, reason, nearest))
    return Reconciliation(tuple(agreeing), tuple(differences), _absent(agreeing, differences, known, used), least_share)


def _absent(
    agreeing: list[Entry], differences: list[Difference], known: dict[str, list[Entry]], used: set[int]
) -> tuple[Entry, ...]:
    days = [e.day for e in agreeing] + [d.entry.day for d in differences]
    if not days:
        return ()
    rows = (row for rows in known.values() for row in rows)
    left = [row for row in rows if id(row) not in used and min(days) <= row.day <= max(days)]
    return tuple(sorted(left, key=lambda row: (row.day, row.id)))
