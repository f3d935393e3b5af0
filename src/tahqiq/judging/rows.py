"""Claims about single rows: a dated act, a tally. The row is looked for by its day, its places, its symbol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.registers import Register
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import Answer, AsOf, Claim, Reading, Reason
from tahqiq.record.answers import answers
from tahqiq.record.lookup import Row, rows_of

NEAR = timedelta(days=1)
"""A vote near midnight is dated a day apart by sources in other time zones."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows on the stated day, and those one day off."""

    on: tuple[Row, ...]
    near: tuple[Row, ...]


def judge_act(claim: Claim, moment: AsOf, register: Register) -> Verdict | None:
    """A dated act: supported by a row of that day; a day off is ambiguous; contradicted only where nothing is missing.

    None where an unsure one finds no row: its date is another's then.
    """
    reading = claim.readings[0]
    stated = claim.stated.date or claim.stated.period
    if stated is None:
        return Verdict("ambiguous", Reason("ambiguous_date"), ())
    details: dict[str, Any] = {"stated": stated, "date": stated, "register": register.id, "measure": reading.measure}
    for other in claim.others:
        if not look(claim, *_until(stated, moment)).on and look(claim, *_until(other, moment)).on:
            details["stated"] = details["date"] = stated = other
    first, last = bounds(stated)
    found = look(claim, *_until(stated, moment))
    if found.on:
        shown = found.on[0]
        told = {**details, "row": shown.id, "date": shown.day.isoformat(), "rows": len(found.on)}
        return Verdict("supported", Reason("row_matched", told), _with_rows(claim, found.on, moment))
    if claim.note == "unsure":
        return None
    if found.near:
        shown = found.near[0]
        told = {**details, "row": shown.id, "other_date": shown.day.isoformat()}
        return Verdict("ambiguous", Reason("near_date", told), _with_rows(claim, found.near, moment))
    return _absent(claim, register, first, last, details, moment)


def _until(stated: str, moment: AsOf) -> tuple[date, date]:
    """The days of a date or period, none after the as-of date."""
    first, last = bounds(stated)
    return first, min(last, max(moment.end, first))


def look(claim: Claim, first: date, last: date) -> Found:
    """Rows of any reading between two days; the subject the text names must agree unless it leaves no row at all."""
    for reading in claim.readings:
        wide = {k: v for k, v in reading.filters.items() if k != "about"}
        joint = "member" if claim.filters_mode == "all" and len(reading.filters.get("member", ())) > 1 else None
        for filters in (reading.filters, wide):
            rows = rows_of(replace(reading, filters=filters), joint)
            on = tuple(r for r in rows if first <= r.day <= last)
            if on:
                return Found(on, ())
        near = tuple(r for r in rows_of(replace(reading, filters=wide), joint) if first - NEAR <= r.day <= last + NEAR)
        if near and first == last:
            return Found((), near)
    return Found((), ())


def _absent(
    claim: Claim, register: Register, first: date, last: date, details: dict[str, Any], moment: AsOf
) -> Verdict:
    """No such row: said only for days the register covers whole."""
    shown = answers(claim.readings[0], moment.start)
    if first > register.end:
        return Verdict("out_of_coverage", Reason("past_coverage", {**details, "to": register.end.isoformat()}), shown)
    if last < register.start:
        return Verdict(
            "out_of_coverage", Reason("before_coverage", {**details, "from": register.start.isoformat()}), shown
        )
    if not register.complete:
        return Verdict("out_of_coverage", Reason("incomplete_record", details), shown)
    gaps = [g for g in register.gaps if g.start <= last and g.end >= first and _same(claim.readings, g.filters)]
    if gaps:
        return Verdict(
            "out_of_coverage",
            Reason("may_be_missing", {**details, "missing": max(g.missing_at_most or 1 for g in gaps)}),
            shown,
        )
    return Verdict("contradicted", Reason("no_such_row", details), shown)


def _same(readings: Sequence[Reading], filters: Any) -> bool:
    own = readings[0].filters
    return all(k not in own or set(own[k]) & set(v) for k, v in filters.items())


def _with_rows(claim: Claim, rows: Iterable[Row], moment: AsOf) -> tuple[Answer, ...]:
    """One answer that shows the rows found."""
    listed = tuple(rows)
    reading = claim.readings[0]
    sources = tuple(dict.fromkeys(s for r in listed for s in r.sources))
    return (
        Answer(
            register=reading.register,
            measure=reading.measure,
            definition="all",
            choices={},
            default=True,
            value=len(listed),
            as_of=moment.start,
            holds=(),
            query=listed[0].query if listed else "",
            rows=tuple(r.id for r in listed),
            sources=sources,
            details={"dates": [r.day.isoformat() for r in listed]},
        ),
    )


def with_rows(claim: Claim, rows: Iterable[Row], moment: AsOf, value: Any) -> tuple[Answer, ...]:
    """The rows found, as one answer with the record's own value."""
    return tuple(replace(a, value=value) for a in _with_rows(claim, rows, moment))
