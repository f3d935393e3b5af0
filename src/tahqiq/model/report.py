"""What the record says of a claim, and the report of a check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tahqiq.errors import Flaw
from tahqiq.model.claims import Claim, Filters
from tahqiq.model.document import Damage, Text
from tahqiq.model.sets import GroupVerdict, ItemStatus, MentionType, VerdictCode


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict was given: the code of a message and what fills it, told in both languages by reporting."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """What to say instead, as far as it follows from the record: the code of a message and what fills it."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


Window = tuple[date, date | None]
Step = tuple[int, float]
"""The ordinal day from which a value holds, and the value."""


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """A reading's value at the as-of date and the windows in which the stated value holds (last day included).

    `rows` are row ids, `definition` the choices joined by "/", `same` further definitions that count the same rows.
    `value` is None where the record cannot answer. `steps` is the value through time, where it changes with time.
    """

    register: str
    measure: str
    definition: str
    choices: Mapping[str, str]
    default: bool
    value: Any
    as_of: date
    holds: tuple[Window, ...]
    query: str
    rows: tuple[str, ...]
    sources: tuple[str, ...]
    same: tuple[str, ...] = ()
    missing_at_most: float = 0
    details: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()

    def __repr__(self) -> str:
        return f"<Answer {self.definition}: {self.value} as of {self.as_of.isoformat()}, {len(self.rows)} rows>"


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """A claim with its verdict, the reason, every answer, and what to say instead where that follows."""

    claim: Claim
    verdict: VerdictCode
    reason: Reason
    answers: tuple[Answer, ...]
    correction: Correction | None = None

    def __repr__(self) -> str:
        words = f" {self.claim.quote!r}" if self.claim.quote else ""
        return f"<Finding {self.claim.id}{words}: {self.verdict} ({self.reason.code})>"


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A figure, date or name of the text that was not judged, and why. Offsets into the mended text."""

    start: int
    end: int
    type: MentionType
    reason: Reason


@dataclass(frozen=True, slots=True)
class Group:
    """Figures judged together. `joint` names the definitions and windows that serve them all."""

    id: str
    claims: tuple[str, ...]
    verdict: GroupVerdict
    joint: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list in the article."""

    number: int | None
    start: int
    end: int
    date: str | None
    row: str | None
    status: ItemStatus


@dataclass(frozen=True, slots=True)
class ListGap:
    """A run of lost numbers (first, last) and the rows that fall between the dates of its neighbours."""

    numbers: tuple[int, int]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListFinding:
    """A list of the article set against the record. Offsets into the mended text."""

    heading: str
    start: int
    end: int
    register: str
    filters: Filters
    items: tuple[ListItem, ...]
    gaps: tuple[ListGap, ...]
    missing: tuple[str, ...]
    extra: tuple[int, ...]
    stated_count: int | None
    definition: str = ""
    record_count: int | None = None


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date figures are held against: the day of publication, else today; or the days of a claim's own date.

    `written_after` is the latest completed event that the text tells of.
    """

    start: date
    end: date
    basis: str
    written_after: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A register that a check does without, as its folder is broken: the first flaw, and how many more there are."""

    register: str
    flaw: Flaw
    more: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check found. `warnings` names the registers that it had to do without.

    `record_version` names the version of the record, None for the one that ships. `unchecked` lists what the text tells
    and nothing was said of. `beyond`: how many more claims the text has than were wanted at most, all after these.
    """

    text: Text
    as_of: AsOf
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    lists: tuple[ListFinding, ...]
    damage: tuple[Damage, ...]
    record: Mapping[str, Mapping[str, str]]
    warnings: tuple[LeftOut, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    record_version: str | None = None
    beyond: int = 0
