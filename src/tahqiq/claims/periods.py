"""When a figure holds: the dates and periods around it, and what the words before them make of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tahqiq.claims.sentences import Sentence
from tahqiq.model import Mention

REACH = 60
"""How many characters a word such as "since" reaches forward to its date ("since the war began on ...")."""


@dataclass(frozen=True, slots=True)
class When:
    """A day a figure is stated for, or the period it is counted over (ISO; either may be missing)."""

    date: str | None = None
    period: str | None = None


NEVER = When()


def when(s: Sentence, start: int, end: int, values: Mapping[str, Any]) -> When:
    """What the dates between two places of a sentence say, the named periods among them ("in the ... era")."""
    begin = finish = day = None
    for m in (_as_year(s, o) for o in s.mentions if start <= o.start < end):
        if m.type not in ("date", "period"):
            continue
        cue = cue_before(s, m)
        day_told = min(m.date, *m.others) if m.date and m.others else m.date
        first, last = (day_told, day_told) if m.type == "date" else (m.first, m.last)
        if first is None or first.startswith("XXXX") or (last or "").startswith("XXXX"):
            continue
        if m.type == "date" and (until := _between(s, m)):
            begin, finish = begin or first, finish or until
        elif cue == "since" and not _two_ends(s, m):
            begin = begin or first
        elif cue == "until":
            finish = finish or last
        elif m.type == "period":
            begin, finish = begin or first, finish or last
        elif cue == "as_of":
            finish = finish or last
        else:
            day = day or first
    if begin or finish:
        return When(None, f"{begin or '..'}/{finish or '..'}")
    named = _named(s, start, end, values)
    return When(None, named) if named else When(day)


def _as_year(s: Sentence, m: Mention) -> Mention:
    """A number that a word of time makes a year, where what follows hid it ("in 2023 the $3.3 billion grant")."""
    text = s.text[m.start : m.end]
    if m.type != "number" or len(text) != 4 or not text.isdecimal() or not 1940 <= (m.value or 0) < 2100:
        return m
    told = any(
        h.has(("during", "since", "until", "fiscal_year_word")) and s.bare(h.end, m.start)
        for h in s.hits
        if h.end <= m.start
    )
    return replace(m, type="date", date=str(int(m.value or 0))) if told else m


def _during(s: Sentence, start: int, end: int) -> bool:
    """Whether another word of time stands right before the date ("from Washington in 2024")."""
    return any(h.has(("during", "fiscal_year_word")) and s.bare(h.end, end) for h in s.between(start, end))


def _two_ends(s: Sentence, m: Mention) -> bool:
    """Whether a period is told by both its ends ("1949 through 2000"), not by one name ("the 1940s")."""
    return m.type == "period" and len(re.findall(r"\d+", s.text[m.start : m.end])) > 1 and m.first != m.last


def _between(s: Sentence, m: Mention) -> str | None:
    """The year after "and" where "between" stands before a year: an amount right behind it can hide it as a year."""
    before = next((h for h in reversed(s.hits) if h.end <= m.start), None)
    after = next((o for o in s.mentions if o.start >= m.end), None)
    if before is None or not before.has(("between",)) or not s.bare(before.end, m.start):
        return None
    if after is None or after.type not in ("number", "date") or after.start - m.end > 8:
        return None
    told = after.date or (str(int(after.value or 0)) if after.value else "")
    joined = any(h.has(("and",)) for h in s.between(m.end, after.start))
    return told if joined and len(told) == 4 and told > (m.date or "")[:4] else None


def one_year(moment: When) -> When:
    """A period of one year is that year."""
    first, _, last = (moment.period or "").partition("/")
    return When(first, None) if first and first == last and len(first) == 4 else moment


def relative_year(s: Sentence, start: int, end: int, published: date | None) -> When:
    """The year told from the day of publication ("last year")."""
    if published is not None and any(h.has(("last_year",)) for h in s.between(start, end)):
        return When(str(published.year - 1))
    return NEVER


def _named(s: Sentence, start: int, end: int, values: Mapping[str, Any]) -> str | None:
    """A period known by name; of several terms of office the last one."""
    for hit in s.between(start, end):
        for i in hit.ids:
            periods = values.get(i, {}).get("periods")
            if periods:
                return str(periods[-1])
    return None


def cue_before(s: Sentence, m: Mention) -> str | None:
    """The word of time that governs a date: "since" reaches over other words, the rest stand right before it."""
    for hit in reversed(s.hits):
        if hit.end > m.start:
            continue
        if m.start - hit.end > REACH or any(hit.end <= o.start < m.start for o in s.mentions if o.type != "ordinal"):
            return None
        if "since" in hit.ids and not ("between" in hit.ids and _during(s, hit.end, m.start)):
            return "since"
        near = next((c for c in ("until", "as_of") if c in hit.ids), None)
        if near and s.bare(hit.end, m.start):
            return near
    return None
