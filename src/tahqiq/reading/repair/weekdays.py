"""Days that do not fall on the weekday named before them. Which of the two is wrong, form cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tahqiq.catalog.repairs import RepairWords
from tahqiq.model import Damage
from tahqiq.reading.dateline import day_at

_BETWEEN = re.compile(r"[,\u060c]?[ \t\u00a0]+")
_LONGEST = 60


def wrong_weekdays(text: str, words: RepairWords) -> Iterator[tuple[int, int, Damage]]:
    """Each weekday with the date after it, where the date is told in full and is another day."""
    for found in words.weekday.finditer(text):
        between = _BETWEEN.match(text, found.end())
        dated = day_at(text[between.end() : between.end() + _LONGEST], words) if between else None
        told = words.weekdays.get(words.fold(found["name"]))
        if between and dated and told is not None and dated[0].weekday() != told:
            details = {"date": dated[0].isoformat(), "weekday": told}
            yield found.start(), between.end() + dated[1], Damage("weekday", 0, 0, details)
