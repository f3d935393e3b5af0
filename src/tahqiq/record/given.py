"""Days and numbers as people write them: `1 August 2024`, `3.5 billion`, in any language that is read here."""

from __future__ import annotations

from datetime import date

from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.languages import detect, load_language
from tahqiq.errors import UsageError
from tahqiq.language import read
from tahqiq.model import Mention

LONGEST = 60
"""Characters of a day or a number; a longer text is none."""


def read_day(text: str, *, last: bool = False) -> date:
    """A day, ISO or in words; of a month or year the first day, or the last. UsageError `bad_date`, `far_date`."""
    try:
        return parse_day(text, last=last)
    except UsageError:
        found = _only(text)
        if found is None or found.type != "date" or found.others or not found.date:
            raise
        return parse_day(found.date, last=last)


def read_number(text: str) -> float:
    """A number or an amount of money, in digits of any writing or in words. UsageError `bad_number`."""
    found = _only(text)
    if found is not None and found.type in ("number", "money") and found.value is not None:
        return found.value
    try:
        return float(text)
    except ValueError as problem:
        raise UsageError("bad_number", value=text) from problem


def _only(text: str) -> Mention | None:
    """The one value that the whole text is."""
    if len(text) > LONGEST:
        return None
    found = read(text, load_language(detect(text)))
    whole = len(found) == 1 and not (text[: found[0].start] + text[found[0].end :]).strip()
    return found[0] if whole else None
