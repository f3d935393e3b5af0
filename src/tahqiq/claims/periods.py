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
        first, last = (m.date, m.date) if m.type == "date" else (m.first, m.last)
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
    named = next(
        (values[i]["period"] for h in s.between(start, end) for i in h.ids if "period" in values.get(i, {})), None
    )
    if begin or finish:
        return When(None, f"{begin or '..'}/{finish or '..'}")
    return When(day, str(named) if named else None)


def cue_before(s: Sentence, m: Mention) -> str | None:
    """The nearest word of time before a date, if no other date or figure stands between."""
    for hit in reversed(s.hits):
        if hit.end > m.start or m.start - hit.end > REACH:
            continue
        for cue in ("since", "until", "as_of", "between", "during"):
            if cue in hit.ids:
                clear = not any(hit.end <= o.start < m.start for o in s.mentions)
                return cue if clear and (s.bare(hit.end, m.start) or cue == "since") else None
    return None


def relative_day(s: Sentence, start: int, end: int, published: date | None) -> tuple[str, int, int] | None:
    """A day told from the day of publication ("today", "on Wednesday"), with its span; None without one."""
    if published is None:
        return None
    for hit in s.between(start, end):
        for name in hit.ids:
            if name in BACK:
                return (published - timedelta(days=BACK[name])).isoformat(), hit.start, hit.end
            if name.startswith("weekday_"):
                back = (published.isoweekday() - int(name[-1])) % 7
                return (published - timedelta(days=back)).isoformat(), hit.start, hit.end
            if name == "last_week":
                monday = published - timedelta(days=published.weekday() + 7)
                return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", hit.start, hit.end
    return None


BACK = {"today": 0, "yesterday": 1, "day_before_yesterday": 2}
