"""How states are told to have voted beside an act, held against the rolls: "... vetoed it and France abstained"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tahqiq.catalog.places import seat_on
from tahqiq.catalog.registers import load_registers
from tahqiq.judging.tallies import PARTS, tallies
from tahqiq.model import Claim, Reading
from tahqiq.record.lookup import Row, rows_of
from tahqiq.record.series import sets_of

Rules = dict[str, Any]


def other_ballots(claim: Claim, reading: Reading, on: Sequence[Row]) -> tuple[tuple[str, ...], bool]:
    """The states that voted otherwise than told on every act found; and whether they did so on all votes of the day.

    A state whose vote is not known speaks for nothing, unless all who voted as told are known by name.
    """
    rules = load_registers()[reading.register].raw.get("ballots")
    if not rules or not claim.ballots:
        return (), False
    wrong = [_wrong(claim, rules, row) for row in on]
    if not wrong or not all(wrong):
        return (), False
    first, last = min(r.first for r in on), max(r.day for r in on)
    every = rows_of(Reading(rules["register"], rules["measure"], {}))
    sure = all(_wrong(claim, rules, r) for r in every if r.first <= last and r.day >= first)
    return tuple(sorted(set(wrong[0]))), sure


def _wrong(claim: Claim, rules: Rules, row: Row) -> list[str]:
    """Those told to have voted in a way that the roll of a vote has otherwise."""
    register = rules["register"]
    known = dict(told.split(":") for told in sets_of(register, rules["measure"], rules["dimension"]).get(row.id, ()))
    value = next((v for _, v in tallies(register, PARTS).of([row.id])), {})
    found = []
    for named, cast in claim.ballots:
        code = seat_on(named, row.day)
        all_named = value.get(cast) == sum(c == cast for c in known.values())
        lasting = code in rules["always"]
        none_so = value.get(cast) == 0
        if none_so or known.get(code, cast) != cast or (all_named and lasting and code not in known):
            found.append(named)
    return found
