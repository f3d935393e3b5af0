"""A single dated act ("on 8 December 2023 it vetoed a draft on ..."): looked for by day, actors and subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.places import seat_on, seated_since
from tahqiq.catalog.registers import Register, load_registers
from tahqiq.judging.ballots import other_ballots
from tahqiq.judging.drafts import known_elsewhere, named_among
from tahqiq.judging.figures import joint_of
from tahqiq.judging.rows import with_rows
from tahqiq.judging.themes import straying
from tahqiq.judging.verdicts import Verdict
from tahqiq.model import Answer, AsOf, Claim, Reading, Reason
from tahqiq.record.answers import allowed, answers, series_of
from tahqiq.record.lookup import Row, rows_of
from tahqiq.record.series import values_of

NEAR = timedelta(days=1)
"""A vote near midnight is dated a day apart by sources in other time zones."""
NEWS = timedelta(days=4)
"""A text may tell of an act of so few days before as news."""
FROM_THE_START = (None, None)


@dataclass(frozen=True, slots=True)
class Found:
    """Rows on the stated days, with the reading that has them, and those one day off.

    `other`: those of the day are about something else.
    """

    reading: Reading
    on: tuple[Row, ...] = ()
    near: tuple[Row, ...] = ()
    other: bool = False


def judge_act(claim: Claim, moment: AsOf, register: Register) -> tuple[Claim, Verdict]:
    """A dated act: supported by a row of that day that is all the text says of it; a day off is ambiguous.

    The claim comes back with the date, of those its words allow, and the reading that have a row.
    """
    tried = [(day, _look(claim, *_until(day, moment))) for day in _days(claim)]
    if not tried:
        return claim, Verdict("ambiguous", Reason("ambiguous_date"), ())
    if "none_since" in claim.says:
        return claim, _none_since(claim, register, moment)
    day, found = next((t for t in tried if t[1].on), tried[0])
    claim = _told(claim, day, found.reading)
    details = {"stated": day, "date": day, "register": register.id, "measure": found.reading.measure}
    if found.on:
        return claim, _on(claim, found, details, moment)
    if found.near:
        near = found.near[0]
        reason = Reason("near_date", {**details, "row": near.id, "other_date": near.day.isoformat()})
        return claim, Verdict("ambiguous", reason, with_rows(found.reading, found.near, moment))
    return claim, _absent(claim, register, day, details, moment)


def _none_since(claim: Claim, register: Register, moment: AsOf) -> Verdict:
    """Whether the last act was on the day told; one after it speaks against the text, an earlier last one does not."""
    first, last = _until(_days(claim)[0], moment)
    reading = _seated(claim.readings[0], last)
    rows = [r for r in rows_of(reading, joint_of(claim)) if r.day <= moment.end]
    if not rows:
        return Verdict("out_of_coverage", Reason("incomplete_record", {"register": register.id}), ())
    row = rows[-1]
    told = {"stated": _days(claim)[0], "date": row.day.isoformat(), "row": row.id, "register": register.id}
    details = {**told, "measure": reading.measure, "other_date": row.day.isoformat(), "says": "last"}
    shown = with_rows(reading, [row], moment)
    if row.first > last:
        return Verdict("contradicted", Reason("other_order", details), shown)
    if row.day < first:
        return Verdict("ambiguous", Reason("near_date", details), shown)
    return Verdict("supported", Reason("row_matched", details), shown)


def _days(claim: Claim) -> list[str]:
    """The date or period told, and further ones that the words allow."""
    return [day for day in (claim.stated.date or claim.stated.period, *claim.others) if day]


def _told(claim: Claim, day: str, reading: Reading) -> Claim:
    stated = claim.stated if day == claim.stated.period else replace(claim.stated, date=day)
    return replace(claim, stated=stated, readings=(reading, *(r for r in claim.readings if r != reading)))


def _until(stated: str, moment: AsOf) -> tuple[date, date]:
    """The days of a date or period, none after the as-of date."""
    first, last = bounds(stated)
    return first, min(last, max(moment.end, first))


def _look(claim: Claim, first: date, last: date) -> Found:
    """Rows of any reading between two days; else those of the same actors about something else; else those beside."""
    joint = joint_of(claim)
    seated = [_seated(reading, last) for reading in claim.readings]
    own = seated[0]
    acting = _acting(own)
    for reading in seated:
        if joint and acting and reading.filters.get(acting) != own.filters[acting]:
            continue  # of several who acted together, none alone is meant, nor whom one of them succeeded
        on = tuple(r for r in rows_of(reading, joint) if first <= r.day <= last)
        if on:
            return Found(reading, on)
    wide = rows_of(replace(own, filters={acting: own.filters[acting]} if acting else {}), joint)
    on = tuple(r for r in wide if first <= r.day <= last)
    if on:
        return Found(own, on, other=True)
    near = tuple(r for r in wide if first - NEAR <= r.day <= last + NEAR)
    return Found(own, near=near if first == last else ())


def _acting(reading: Reading) -> str | None:
    """The dimension of who acts: the one whose values can act together."""
    known = load_registers()[reading.register].dimensions
    return next((name for name in reading.filters if known[name].joint), None)


def _seated(reading: Reading, day: date) -> Reading:
    """The reading with those who held the seats on that day: the Soviet Union where Russia is named."""
    acting = _acting(reading)
    if acting is None:
        return reading
    codes = tuple(dict.fromkeys(seat_on(code, day) for code in reading.filters[acting]))
    return replace(reading, filters={**reading.filters, acting: codes})


def _on(claim: Claim, found: Found, details: dict[str, Any], moment: AsOf) -> Verdict:
    """Rows of the day: they must be about what the text says, and first, last, alone or joint where it says so."""
    named = named_among(claim, found.on)
    strayed = straying(claim, found.reading, named or found.on)
    on = strayed.fitting or named or found.on
    shown = with_rows(found.reading, on, moment)
    row = on[0]
    told = {**details, "row": row.id, "date": row.day.isoformat()}
    if found.other:
        return Verdict("contradicted", Reason("other_subject", told), shown)
    if claim.symbols and not named:
        known = known_elsewhere(claim, found.reading, found.on)
        return Verdict("contradicted" if known else "ambiguous", Reason("other_draft", told), shown)
    if strayed.named and not strayed.fitting:
        sure = strayed.surely and claim.basis.get(strayed.dimension) == "own"
        told["filters"] = {strayed.dimension: strayed.named}
        return Verdict("contradicted", Reason("other_subject", told), shown) if sure else _other_theme(told, shown)
    for word, differs in ORDERS.items():
        other = differs(claim, found, moment) if word in claim.says else None
        if other is not None:
            more = {"row": other.id, "other_date": other.day.isoformat(), "says": word}
            return Verdict("contradicted", Reason("other_order", {**told, **more}), shown)
    for word, alone in COMPANY.items():
        if word in claim.says and not any(_alone(found.reading, r) is alone for r in found.on):
            return Verdict("contradicted", Reason("other_company", {**told, "says": word}), shown)
    members, surely = other_ballots(claim, found.reading, on)
    if members:
        reason = Reason("other_ballot", {**told, "members": list(members)})
        return Verdict("contradicted" if surely else "ambiguous", reason, shown)
    return Verdict("supported", Reason("row_matched", told), shown)


def _other_theme(told: Mapping[str, Any], shown: tuple[Answer, ...]) -> Verdict:
    return Verdict("ambiguous", Reason("other_theme", told), shown)


COMPANY: Mapping[str, bool] = {"sole": True, "joint": False}
"""Whether an act that a text calls so was done by one alone."""


def _alone(reading: Reading, row: Row) -> bool:
    """Whether nobody else has the row too."""
    acting = _acting(reading)
    if acting is None:
        return True
    others = rows_of(replace(reading, filters={}))
    actors = values_of(reading.register, reading.measure, acting)
    return len({actors.get(r.position) for r in others if r.id == row.id}) == 1


def _not_first(claim: Claim, found: Found, moment: AsOf) -> Row | None:
    return _differs(found, [rows[0] for rows in _acts_so_far(claim, found, moment)])


def _not_last(claim: Claim, found: Found, moment: AsOf) -> Row | None:
    """A later act; not one so late that a text may tell of it as news and of the last one before ("it had last used it
    in 2021").
    """
    ends = [rows[-1] for rows in _acts_so_far(claim, found, moment)]
    before = replace(moment, start=min(moment.start, moment.end - NEWS), end=moment.end - NEWS)
    return _differs(found, ends) and _differs(found, [rows[-1] for rows in _acts_so_far(claim, found, before)])


def _not_only(claim: Claim, found: Found, moment: AsOf) -> Row | None:
    """A further act, where under every definition there is one."""
    held = {r.id for r in found.on}
    further = [[r for r in rows if r.id not in held] for rows in _acts_so_far(claim, found, moment)]
    return further[0][-1] if further and all(further) else None


def _not_most(claim: Claim, found: Found, moment: AsOf) -> Row | None:
    """One of the year that has more acts, where under every definition another year has."""
    held, others = found.on[0].day.year, []
    for rows in _acts_so_far(claim, found, moment):
        years = Counter(r.day.year for r in rows)
        most = max(years, key=years.__getitem__)
        if years[most] == years[held]:
            return None
        others += [r for r in rows if r.day.year == most]
    return others[-1] if others else None


ORDERS = {"first": _not_first, "last": _not_last, "only": _not_only, "most": _not_most}
"""What a text may say of an act's place among all, with the row that tells otherwise."""


def _differs(found: Found, ends: Sequence[Row]) -> Row | None:
    """The first of the rows at an end, unless one of them was found."""
    return ends[0] if ends and not {r.id for r in ends} & {r.id for r in found.on} else None


def _acts_so_far(claim: Claim, found: Found, moment: AsOf) -> Iterator[list[Row]]:
    """All acts of the actors up to the as-of day, in order: under each definition, and since their seat is theirs."""
    joint = joint_of(claim)
    for reading, since in _lines(claim.readings, found.reading):
        rows = {r.position: r for r in rows_of(reading, joint)}
        register = load_registers()[reading.register]
        for choices in allowed(register, register.measures[reading.measure], reading):
            counted = series_of(reading, choices, FROM_THE_START, joint).positions
            listed = [rows[p] for p in counted if since <= rows[p].day <= moment.end]
            if listed:
                yield listed


def _lines(readings: Sequence[Reading], chosen: Reading) -> Iterator[tuple[Reading, date]]:
    """The readings whose acts are in one order; of a seat that changed hands also those since then."""
    for reading in (chosen, *(r for r in readings if r != chosen)):
        yield reading, date.min
        acting = _acting(reading)
        since = [day for code in reading.filters.get(acting or "", ()) if (day := seated_since(code))]
        if since:
            yield reading, max(since)


def _absent(claim: Claim, register: Register, stated: str, details: dict[str, Any], moment: AsOf) -> Verdict:
    """No such row: said only for days the register covers whole."""
    first, last = _until(stated, moment)
    shown = answers(claim.readings[0], moment.start)
    gaps = [g for g in register.gaps if g.start <= last and g.end >= first and _same(claim.readings[0], g.filters)]
    if first > register.end:
        reason = Reason("past_coverage", {**details, "to": register.end.isoformat()})
    elif last < register.start:
        reason = Reason("before_coverage", {**details, "from": register.start.isoformat()})
    elif not register.complete:
        reason = Reason("incomplete_record", details)
    elif gaps:
        reason = Reason("may_be_missing", {**details, "missing": max(g.missing_at_most or 1 for g in gaps)})
    else:
        return Verdict("contradicted", Reason("no_such_row", details), shown)
    return Verdict("out_of_coverage", reason, shown)


def _same(reading: Reading, filters: Mapping[str, tuple[str, ...]]) -> bool:
    return all(k not in reading.filters or set(reading.filters[k]) & set(v) for k, v in filters.items())
