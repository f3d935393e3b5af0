"""What a word of time says beside a value: "in the year 2020" is no rate, and "27 years past" is not last year."""

from __future__ import annotations

from collections.abc import Sequence

from tahqiq.catalog.concepts import Grammar
from tahqiq.catalog.hits import Hit
from tahqiq.model import Mention

LAST = ("time.last_year", "time.last_month", "time.last_week")
HOW_LONG = ("time.open", "unit.time")


def beside_value(text: str, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> Hit:
    """The same word with what it says beside the values of its sentence.

    A phrase for "a year" and "in the year" says but the second where a time follows. One that says "last year" by its
    noun first ("year past") only tells how long behind a number, in languages where verbs stand last.
    """
    if hit.has(("time.during",)) and hit.of_kind("per."):
        times = (m for m in mentions if m.type in ("date", "period") and m.start >= hit.end)
        if any(not text[hit.end : m.start].strip() for m in times):
            return hit._replace(ids=tuple(i for i in hit.ids if not i.startswith("per.")))
    if grammar.verb_ends and hit.has(LAST):
        numbers = (m for m in mentions if m.type == "number" and m.end <= hit.start)
        if any(not text[m.end : hit.start].strip() for m in numbers):
            return hit._replace(ids=HOW_LONG)
    return hit
