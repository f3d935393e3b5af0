"""What an article asserts, and what it may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tahqiq.model.sets import ClaimKind, Per, Qualifier

Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the article says. `value` is a number, a (low, high) range, a tally mapping, or None for a bare date.

    `date` and `period` are ISO strings (`2017-12`, `2023-10-07/..`); money is in dollars.
    """

    value: Any
    unit: str | None
    qualifier: Qualifier = "exactly"
    date: str | None = None
    period: str | None = None
    per: Per | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate meaning of a claim. `choices` names what an axis may be where the text settles it ("2019 dollars").

    `per` asks for the value of one year rather than the running sum; `of` is what a share is a share of.
    """

    register: str
    measure: str
    filters: Filters
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of: Filters | None = None
    per: Per | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article asserts, with the exact quote. Offsets into the mended text.

    `readings` lists candidate meanings, the likeliest first. `whole` is the id of the claim this one is a part of
    ("46 of them"), `parts` the claims a sum adds. `group` keys figures that are judged together (one sentence, one
    measure). `note` is "unsure" where a mismatch proves nothing; `others` holds further dates the words leave open.
    """

    id: str
    kind: ClaimKind
    start: int
    end: int
    readings: tuple[Reading, ...]
    stated: Stated
    group: str | None = None
    whole: str | None = None
    parts: tuple[str, ...] = ()
    filters_mode: str = "all"
    note: str | None = None
    others: tuple[str, ...] = ()
