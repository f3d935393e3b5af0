"""What an article asserts, and what it may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tahqiq.model.document import Damage
from tahqiq.model.sets import Aspect, Basis, ClaimKind, Per, Qualifier, Says

Filters = Mapping[str, tuple[str, ...]]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the article says. `value` is a number, a (low, high) range, a tally mapping, or None for a bare date.

    `date` and `period` are ISO strings (`2017-12`, `2023-10-07/..`); money is in dollars.
    `step` is half a unit of the last digit printed, in the unit of the value; None where no digits are.
    """

    value: Any
    unit: str | None
    qualifier: Qualifier = "exactly"
    date: str | None = None
    period: str | None = None
    per: Per | None = None
    step: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One candidate meaning of a claim. `choices` names what an axis may be where the text settles it ("2019 dollars").

    `per` asks for the value of one year rather than the running sum; `of` is what a share is a share of. `basis` is
    given where the reading takes a role or a time from elsewhere than its claim does.
    """

    register: str
    measure: str
    filters: Filters
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of: Filters | None = None
    per: Per | None = None
    basis: Mapping[str, Basis] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article asserts, with the exact quote. Offsets into the mended text.

    `readings` lists candidate meanings, the likeliest first. `whole` is the id of the claim this one is a part of
    ("46 of them"), `parts` the claims a sum adds. `group` keys figures that are judged together (one sentence, one
    measure). `others` holds further dates the words leave open. `basis`: how each role, and "time", comes to the claim.
    `unread`: words of its phrase that nothing explains. `checked`: the words that are held against the record (none:
    all of them). `symbols`: the documents its sentence names. `themes`: what it tells an act to have dealt with.
    `ballots`: who is told to have voted how beside an act. `quote`: its words as given, in a report for Python.
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
    others: tuple[str, ...] = ()
    basis: Mapping[str, Basis] = field(default_factory=dict)
    aspect: Aspect = "fact"
    unread: tuple[Span, ...] = ()
    checked: tuple[Span, ...] = ()
    symbols: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    ballots: tuple[tuple[str, str], ...] = ()
    says: frozenset[Says] = frozenset()
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A list item of the text: its printed number, its span and the date it opens with."""

    number: int | None
    start: int
    end: int
    date: str | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of the text, what it lists, and the figure said to be its length."""

    heading: str
    start: int
    end: int
    register: str
    measure: str
    filters: Filters
    items: tuple[ListedItem, ...]
    count: Claim | None


@dataclass(frozen=True, slots=True)
class Claims:
    """All that a text asserts: the claims in order of place, the lists, the days that tell when it can be written.

    `damage`: places that only what the text claims shows to be damaged (raw offsets).
    """

    claims: tuple[Claim, ...] = ()
    lists: tuple[ItemList, ...] = ()
    dates: tuple[str, ...] = ()
    damage: tuple[Damage, ...] = ()
