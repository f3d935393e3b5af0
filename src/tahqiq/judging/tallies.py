"""Tallies held against the rows of a vote: by symbol where the text gives one, else by day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register
from tahqiq.judging.rows import with_rows
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import AsOf, Claim, Reading, Reason, VerdictCode
from tahqiq.record.lookup import Row, rows_of

PARTS = ("in_favour", "against", "abstaining")
LONE = 7
"""A lone figure of fewer votes may be a part of something else: it contradicts nothing."""
TELLING = 10
"""So many votes against, or abstentions, are hardly shared by two votes of one day."""
MONTH = 31
"""A vote is singled out by its figures within fewer days than these."""
ANOTHER = timedelta(days=12 * 366)
"""A number whose decision lies so far from the day told is rather that of another body."""
ASSUMED = timedelta(days=3)
"""A vote whose day is not told was held within so many days before publication."""
Tally = tuple[Row, dict[str, int | None]]


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes a tally may be of: those that the sentence names by their symbols, those of the days, those beside."""

    named: Sequence[Tally]
    on: Sequence[Tally]
    near: Sequence[Tally]


class Table:
    """The votes of a register in order of time."""

    def __init__(self, votes: Sequence[Tally]) -> None:
        self._votes = votes
        self._days = [row.day for row, _ in votes]
        self._longest = max((row.day - row.first for row, _ in votes), default=timedelta(0))
        self._places = {row.id: place for place, (row, _) in enumerate(votes)}

    def of(self, symbols: Iterable[str]) -> list[Tally]:
        """The votes that have these symbols."""
        return [self._votes[place] for place in sorted(self._places[s] for s in {*symbols} & self._places.keys())]

    def between(self, first: date, last: date) -> list[Tally]:
        """The votes held between two days, or in days of which one is."""
        low = bisect_left(self._days, first)
        high = bisect_right(self._days, last, key=lambda day: day - self._longest)
        return [vote for vote in self._votes[low:high] if vote[0].first <= last]


def judge_tally(claim: Claim, moment: AsOf, register: Register) -> tuple[Claim, Verdict]:
    """The verdict for the date told, or for another one that its words allow where only that one fits.

    The claim comes back with that date, and with the symbol of the vote it fits.
    """
    dated = [replace(claim, stated=replace(claim.stated, date=day)) for day in claim.others]
    tried = [(c, _on_day(c, moment, register)) for c in (claim, *dated)]
    told, verdict = next((t for t in tried if t[1].name == "supported"), tried[0])
    return _with_symbol(told, verdict, register), verdict


def judge_decision(claim: Claim, moment: AsOf, register: Register) -> tuple[Claim, Verdict]:
    """The verdict on the day of a decision that is called by its number; a day off is ambiguous."""
    named = tallies(register.id, tuple(p for p in PARTS if p in register.measures)).of(claim.symbols)
    days = [day for day in (claim.stated.date, *claim.others) if day]
    if not named or not days:
        return claim, Verdict("out_of_coverage", Reason("incomplete_record", {"register": register.id}), ())
    row = named[0][0]
    day = next((d for d in days if _apart(row, d) == timedelta(0)), days[0])
    apart = _apart(row, day)
    code, name = _dated(apart, timedelta(days=int(register.raw.get("date_tolerance", 1))))
    told = {"stated": day, "date": day, "register": register.id, "row": row.id, "other_date": row.day.isoformat()}
    claim = replace(claim, stated=replace(claim.stated, date=day))
    return claim, Verdict(name, Reason(code, told), with_rows(claim.readings[0], [row], moment))


def _apart(row: Row, day: str) -> timedelta:
    """How far the day of a row is from a day, month or year told."""
    first, last = bounds(day)
    return max(row.first - last, first - row.day, timedelta(0))


def _dated(apart: timedelta, slack: timedelta) -> tuple[str, VerdictCode]:
    if not apart:
        return "row_matched", "supported"
    if apart <= slack:
        return "near_date", "ambiguous"
    return ("wrong_date", "contradicted") if apart < ANOTHER else ("incomplete_record", "out_of_coverage")


def _with_symbol(claim: Claim, verdict: Verdict, register: Register) -> Claim:
    """A tally that fits one vote is told as a claim about the decision of that symbol."""
    row = str(verdict.reason.details.get("row", "")).partition("#")[0]
    if verdict.name != "supported" or "/" not in row or "symbol" not in register.dimensions:
        return claim
    return replace(claim, readings=tuple(replace(r, filters={**r.filters, "symbol": (row,)}) for r in claim.readings))


def _on_day(claim: Claim, moment: AsOf, register: Register) -> Verdict:
    """Supported by a vote of the day with these figures; contradicted by the one that the text singles out."""
    stated = claim.stated.date or claim.stated.period
    filters = tuple((name, tuple(codes)) for name, codes in claim.readings[0].filters.items())
    votes = tallies(register.id, tuple(p for p in PARTS if p in register.measures), filters)
    named = votes.of(claim.symbols)
    stated = None if named and claim.basis.get("time") != "own" else stated
    if stated is None and not named:
        return Verdict("ambiguous", Reason("ambiguous_date"), ())
    first, last = _days(claim, stated, moment)
    slack = timedelta(days=int(register.raw.get("date_tolerance", 1)))
    held = Votes(named, votes.between(first, last), votes.between(first - slack, last + slack))
    told = {"stated": dict(claim.stated.value), "date": stated, "register": register.id}
    return _fitting(claim, held, told, moment) or _differing(claim, register, held, told, (first, last), moment)


def _days(claim: Claim, stated: str | None, moment: AsOf) -> tuple[date, date]:
    """The days the vote may have been held on; any day for one that is named and not dated."""
    if stated is None:
        return date.min + timedelta(days=31), moment.end
    first, last = bounds(stated)
    first -= ASSUMED if claim.basis.get("time") == "topic" else timedelta(0)
    return first, min(last, max(moment.end, first))


def _fitting(claim: Claim, votes: Votes, told: Mapping[str, Any], moment: AsOf) -> Verdict | None:
    """The vote with these figures: on the day told, beside it; the one that is named, on any other day."""
    on = [v for v in votes.on if v in votes.named] or ([] if votes.named else votes.on)
    near = [v for v in votes.near if v in votes.named] or ([] if votes.named else votes.near)
    ways: tuple[tuple[Sequence[Tally], str, VerdictCode], ...] = (
        (on, "tally_matches", "supported"),
        (near, "near_date", "ambiguous"),
        (votes.named, "wrong_date", "contradicted"),
    )
    for group, code, name in ways:
        fitting = [(row, value) for row, value in group if _fits(claim.stated.value, value)]
        if fitting:
            row, value = fitting[0]
            details = {**told, "row": row.id, "value": value, "other_date": row.day.isoformat()}
            shown = with_rows(claim.readings[0], [row], moment, value)
            if len({r.day for r, _ in fitting}) > 1 and code == "tally_matches":
                return Verdict("ambiguous", Reason("ambiguous_date", details), shown)  # "in 2016": which of its votes?
            return Verdict(name, Reason(code, details), shown)
    return None


def _differing(
    claim: Claim, register: Register, votes: Votes, told: Mapping[str, Any], days: tuple[date, date], moment: AsOf
) -> Verdict:
    """No vote has these figures. The text is contradicted where it says which vote it means, and its row is trusted.

    It does so by a symbol; by the day and by what became of the draft, where the register has every such vote; or by
    all figures but one of the only such vote of the day or month, or by two of them exchanged.
    """
    reading, meant = claim.readings[0], votes.named or votes.on
    slack = _slack(register, days[0])
    known = [v for v in meant if _parts(claim.stated.value, v[1], slack or 0)]
    of_day = days[0] == days[1] and (register.complete or "failed" in claim.says) and not claim.symbols
    whole = len(votes.named) == 1 or of_day
    close = [v for v in votes.on if _but_one(claim.stated.value, v[1], slack)] if slack is not None else []
    against = []
    if known and len(known) == len(meant) and whole and slack is not None and not _lone(claim.stated.value):
        against = [min(known, key=lambda v: len(_parts(claim.stated.value, v[1])))]
    elif len(close) == 1 and (days[1] - days[0]).days < MONTH and not claim.symbols:
        against = close
    for row, value in against:
        details = {**told, "row": row.id, "value": value, "parts": _parts(claim.stated.value, value)}
        return Verdict("contradicted", Reason("tally_differs", details), with_rows(reading, [row], moment, value))
    if days[0] > register.end:
        return Verdict("out_of_coverage", Reason("past_coverage", {**told, "to": register.end.isoformat()}), ())
    beside = (known or list(votes.near))[:3]
    shown = with_rows(reading, [v[0] for v in beside], moment, beside[0][1]) if beside else ()
    return Verdict("out_of_coverage", Reason("incomplete_record", told), shown)


def _slack(register: Register, day: date) -> int | None:
    """By how many votes a figure of the register may be off; None where no figure of it speaks against a text."""
    by_year = {int(year): votes for year, votes in register.raw.get("tally_tolerance_in", {}).items()}
    told: int | None = by_year.get(day.year, register.raw.get("tally_tolerance"))
    return told


def _lone(stated: Mapping[str, int | None]) -> bool:
    figures = [n for n in stated.values() if n is not None]
    return len(figures) < 2 and max(figures, default=0) < LONE


@cache
def tallies(register_id: str, parts: tuple[str, ...], filters: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Table:
    """Every row of the register that the filters let through, with its three figures; None where none is attested."""
    found: dict[str, Tally] = {}
    for part in parts:
        for row in rows_of(Reading(register_id, part, dict(filters))):
            found.setdefault(row.id, (row, dict.fromkeys(PARTS)))[1][part] = int(row.value)
    return Table(sorted(found.values(), key=lambda v: v[0].day))


def _fits(stated: Mapping[str, int | None], value: Mapping[str, int | None]) -> bool:
    """Every figure stated equals the row's; at least one figure is stated and attested."""
    pairs = [(stated[p], value[p]) for p in PARTS if stated.get(p) is not None]
    return bool(pairs) and all(a == b for a, b in pairs)


def _but_one(stated: Mapping[str, int | None], value: Mapping[str, int | None], slack: int) -> bool:
    """Whether a tally of three figures is that of a vote but for one of them, or has those against and the abstentions
    exchanged: no other vote of the day is likely to share two such figures.
    """
    if any(stated.get(p) is None or value[p] is None for p in PARTS):
        return False
    same = [p for p in PARTS if stated[p] == value[p]]
    if PARTS[0] in same and stated[PARTS[1]] == value[PARTS[2]] and stated[PARTS[2]] == value[PARTS[1]]:
        return True
    large = PARTS[0] in same or all((value[p] or 0) >= TELLING for p in same)
    return len(same) == len(PARTS) - 1 and large and bool(_parts(stated, value, slack))


def _parts(stated: Mapping[str, int | None], value: Mapping[str, int | None], slack: int = 0) -> list[str]:
    """The parts in which a tally differs by more than `slack` votes from what the row attests."""
    pairs = [(p, stated.get(p), value[p]) for p in PARTS]
    return [p for p, told, held in pairs if told is not None and held is not None and abs(told - held) > slack]
