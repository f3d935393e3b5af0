"""Tallies held against the rows of a vote: by symbol where the text gives one, else by day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register
from tahqiq.judging.rows import with_rows
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reading, Reason, Text, VerdictCode
from tahqiq.record.lookup import Row, rows_of

PARTS = ("in_favour", "against", "abstaining")
ASSUMED = timedelta(days=3)
"""A vote whose day is not told was held within so many days before publication."""
Tally = tuple[Row, dict[str, int | None]]
SYMBOL = re.compile(r"\b[A-Z]/[A-Z0-9][\w./]*\w")


def judge_tally(claim: Claim, text: Text, moment: AsOf, register: Register) -> Verdict:
    """The verdict for the date told, or for another one that its words allow where only that one fits."""
    first = _on_day(claim, text, moment, register)
    for day in claim.others if first.name != "supported" else ():
        other = _on_day(replace(claim, stated=replace(claim.stated, date=day)), text, moment, register)
        if other.name == "supported":
            return other
    return first


def _on_day(claim: Claim, text: Text, moment: AsOf, register: Register) -> Verdict:
    """Supported by a row of the day with these figures; contradicted only by a complete day of a trusted register."""
    stated = claim.stated.date or claim.stated.period
    if stated is None:
        return Verdict("ambiguous", Reason("ambiguous_date"), ())
    first, last = bounds(stated)
    first -= ASSUMED if claim.note == "assumed" else timedelta(0)
    last = min(last, max(moment.end, first))
    votes = tallies(register.id, tuple(p for p in PARTS if p in register.measures))
    named = _by_symbol(claim, text, votes)
    slack = timedelta(days=int(register.raw.get("date_tolerance", 1)))
    on = [v for v in named or votes if v[0].first <= last and v[0].day >= first]
    near = [v for v in votes if v[0].first <= last + slack and v[0].day >= first - slack]
    told: dict[str, Any] = {"stated": dict(claim.stated.value), "date": stated, "register": register.id}
    ways: tuple[tuple[list[Tally], str, VerdictCode], ...]
    ways = ((on, "tally_matches", "supported"), (near, "near_date", "ambiguous"))
    for group, code, name in ways:
        fits = [v for v in group if _fits(claim.stated.value, v[1])]
        if fits:
            row, value = fits[0]
            details = {**told, "row": row.id, "value": value, "other_date": row.day.isoformat()}
            return Verdict(name, Reason(code, details), with_rows(claim, [row], moment, value))
    elsewhere = [v for v in named if _fits(claim.stated.value, v[1])]
    if elsewhere:
        row, value = elsewhere[0]
        details = {**told, "row": row.id, "value": value, "other_date": row.day.isoformat()}
        return Verdict("contradicted", Reason("wrong_date", details), with_rows(claim, [row], moment, value))
    return _other(claim, register, on, near, first, last, told, moment)


def _other(
    claim: Claim,
    register: Register,
    on: list[Tally],
    near: list[Tally],
    first: date,
    last: date,
    told: dict[str, Any],
    moment: AsOf,
) -> Verdict:
    known = [v for v in on if any(x is not None for x in v[1].values())]
    if len(known) == 1 and first == last and register.raw.get("tallies_trusted", False) and len(known) == len(on):
        row, value = known[0]
        details = {**told, "row": row.id, "value": value}
        return Verdict("contradicted", Reason("tally_differs", details), with_rows(claim, [row], moment, value))
    if first > register.end:
        return Verdict("out_of_coverage", Reason("past_coverage", {**told, "to": register.end.isoformat()}), ())
    close = (known or near)[:3]
    shown = with_rows(claim, [v[0] for v in close], moment, close[0][1]) if close else ()
    return Verdict("out_of_coverage", Reason("incomplete_record", told), shown)


@cache
def tallies(register_id: str, parts: tuple[str, ...]) -> tuple[Tally, ...]:
    """Every row of the register with its three figures; None where none is attested."""
    found: dict[str, Tally] = {}
    for part in parts:
        for row in rows_of(Reading(register_id, part, {})):
            found.setdefault(row.id, (row, dict.fromkeys(PARTS)))[1][part] = int(row.value)
    return tuple(sorted(found.values(), key=lambda v: v[0].day))


def _fits(stated: Mapping[str, int | None], value: Mapping[str, int | None]) -> bool:
    """Every figure stated equals the row's; at least one figure is stated and attested."""
    pairs = [(stated[p], value[p]) for p in PARTS if stated.get(p) is not None]
    return bool(pairs) and all(a == b for a, b in pairs)


def _by_symbol(claim: Claim, text: Text, votes: Sequence[Tally]) -> list[Tally]:
    """The rows whose symbol stands in the line or sentence of the claim."""
    start = max(0, text.text.rfind("\n", 0, claim.start), claim.start - 200)
    symbols = set(SYMBOL.findall(text.text[start : claim.end]))
    return [v for v in votes if v[0].id in symbols]
