"""Values with their units, as people write them: 46 vetoes, $3.8 billion, 15%, 14 in favour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tahqiq.model import Stated
from tahqiq.reporting.words.messages import Messages

LARGE = 1_000_000
"""From here on a number is written in words (3.8 billion)."""


def quantity(messages: Messages, value: Any, unit: str | None = None) -> str:
    """A number, range (low, high), tally, date or word with its unit; None is said to be unknown."""
    if value is None:
        return messages.format("unknown-value")
    if isinstance(value, bool):
        return messages.format("yes" if value else "no")
    if isinstance(value, date) or (isinstance(value, str) and is_date(value)):
        return messages.date(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return tally(messages, value)
    if isinstance(value, (list, tuple)):
        low, high = (quantity(messages, bound, unit) for bound in value)
        return messages.format("range", low=low, high=high)
    return _counted(messages, value, unit)


def tally(messages: Messages, votes: Mapping[str, Any]) -> str:
    """The votes of a tally that are stated, in the order given."""
    said = [_part(messages, name, count) for name, count in votes.items() if count is not None]
    return messages.join(said)


def stated(messages: Messages, claim: Stated) -> str:
    """What the article says, with its qualifier and `per`."""
    what = quantity(messages, claim.value if claim.value is not None else claim.date, claim.unit)
    said = messages.format(f"qualifier-{claim.qualifier}", what=what)
    return messages.format(f"per-{claim.per}", what=said) if claim.per else said


def age(messages: Messages, start: date, end: date) -> str:
    """How long lies between two days, in the largest unit of which it holds one: years, months or days."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if months >= 12:
        return quantity(messages, months // 12, "years")
    if months:
        return quantity(messages, months, "months")
    return quantity(messages, max(0, (end - start).days), "days")


def is_date(text: str) -> bool:
    """Whether a text is an ISO day, month or year (the year may be unknown: XXXX-12-08)."""
    parts = text.removeprefix("XXXX-").split("-")
    sizes = [len(p) for p in parts]
    whole = [4, 2, 2] if not text.startswith("XXXX-") else [2, 2]
    return sizes == whole[: len(sizes)] and all(p.isascii() and p.isdigit() for p in parts)


def _part(messages: Messages, name: str, count: Any) -> str:
    message = f"tally-{name}"
    if not messages.has(message):
        return messages.format("claim-filter", name=name, value=quantity(messages, count))
    return messages.format(message, number=messages.number(count), count=count)


def _counted(messages: Messages, value: float, unit: str | None) -> str:
    message = f"unit-{unit or 'plain'}"
    if not messages.has(message):
        message = "unit-other"
    count = int(value) if float(value).is_integer() else value
    count = LARGE if abs(value) >= LARGE else count  # behind a million in words the noun stands as behind one
    number = _figure(messages, value, unit)
    said = messages.format(message, count=count, number=number, unit=unit)
    signed = number.startswith("-") and not said.startswith(number)  # the sign before that of the currency: -$3
    return f"-{said.replace(number, number[1:], 1)}" if signed else said


def _figure(messages: Messages, value: float, unit: str | None) -> str:
    if unit == "fraction":
        return messages.percent(value)
    return messages.short(value) if abs(value) >= LARGE else messages.number(value)
