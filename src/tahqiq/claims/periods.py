"""When a figure holds: the dates and periods around it, and what the words before them make of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
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
    for m in s.mentions:
        if m.type not in ("date", "period") or not start <= m.start < end:
            continue
        cue = cue_before(s, m)
        day_told = min(m.date, *m.others) if m.date and m.others else m.date
        first, last = (day_told, day_told) if m.type == "date" else (m.first, m.last)
        if first is None or first.startswith("XXXX") or (last or "").startswith("XXXX"):
            continue
        if cue == "since":
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
        if m.start - hit.end > REACH or any(hit.end <= o.start < m.start for o in s.mentions):
            return None
        if "since" in hit.ids:
            return "since"
        near = next((c for c in ("until", "as_of") if c in hit.ids), None)
        if near and s.bare(hit.end, m.start):
            return near
    return None


def relative_days(s: Sentence, published: date | None) -> list[tuple[str, int, int]]:
    """The days told from the day of publication ("today", "on Wednesday"), with their spans."""
    if published is None:
        return []
    return [(iso, hit.start, hit.end) for hit in s.hits for name in hit.ids if (iso := _told(name, published))]


def _told(name: str, published: date) -> str | None:
    if name in BACK:
        return (published - timedelta(days=BACK[name])).isoformat()
    if name.startswith("weekday_"):
        return (published - timedelta(days=(published.isoweekday() - int(name[-1])) % 7)).isoformat()
    if name == "last_week":
        monday = published - timedelta(days=published.weekday() + 7)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return None


BACK = {"today": 0, "yesterday": 1, "day_before_yesterday": 2}
