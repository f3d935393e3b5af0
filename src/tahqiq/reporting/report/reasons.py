"""A verdict's reason in words.

A `Reason` carries a code and primitive details; `reason-<code>` of the messages says it. What the details may hold:

    stated value today nearest whole sum difference missing   numbers, ranges or tallies, in the claim's unit
    as_of date other_date reached from to                           ISO dates (or dates); `to` None: it still holds
    definition nearest_definition   axis -> choice of `register`; told by its short names
    row nearest_row rows row ids of `register`
    figures              a list of such details, one for each figure or reading
    windows              how many windows there are, or (of a figure) the windows; `parts` names of tally parts
    open                 names of roles, and "time"
    measure filters      an id; filters of `register`, by dimension

A detail that is not there is not spoken of.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tahqiq.model import Damage, Filters, Reason
from tahqiq.reporting.words.labels import Labels, load_labels
from tahqiq.reporting.words.messages import Messages, clean, load_messages
from tahqiq.reporting.words.values import age, quantity

ORDER = "rank"
"""The unit of places in an order, whose difference is told by the places themselves."""
AMOUNTS = ("stated", "value", "today", "nearest", "whole", "sum", "difference", "missing")
DATES = ("as_of", "date", "other_date", "reached", "as_of_end", "written_after")
MONTHS = ("first", "second")
"""The two months (numbers) that a pair of month names stands for."""
MISSING_UNIT = "rows"


def tell(reason: Reason, language: str, labels: Labels | None = None, unit: str | None = None) -> str:
    """The reason in a few sentences, values in `unit`; a code without a message of its own is told by the code."""
    messages = load_messages(language)
    name = f"reason-{reason.code}"
    if not messages.has(name):
        return reason.code
    return messages.sentences(
        name, **words({"unit": unit, **reason.details}, messages, labels or load_labels(language))
    )


def tell_damage(damage: Damage, language: str) -> str:
    """What is wrong at a damaged place, in one sentence."""
    messages = load_messages(language)
    name = f"damage-{damage.kind}"
    if not messages.has(name):
        name = "damage-other"
    said = {k: _plain(v) for k, v in damage.details.items()}
    if "second" in said:
        said |= {k: messages.date(f"XXXX-{said[k]:02d}") for k in MONTHS}
    if "weekday" in said:
        day = date.fromisoformat(str(said["date"]))
        names = {"weekday": messages.weekday(said["weekday"]), "fell_on": messages.weekday(day.weekday())}
        said |= {**names, "date": messages.date(day)}
    return messages.sentences(name, **said)


def words(details: Mapping[str, Any], messages: Messages, labels: Labels) -> dict[str, Any]:
    """The details written out in the language of `messages`, ready to fill a message."""
    register, unit = str(details.get("register", "")), details.get("unit")
    said: dict[str, Any] = {k: v for k, v in details.items() if isinstance(v, (str, int, float)) and k not in AMOUNTS}
    for name in AMOUNTS:
        if details.get(name) is not None and not (name == "difference" and unit == ORDER):
            said[name] = quantity(messages, details[name], _unit(name, unit))
    for name in DATES:
        if details.get(name) is not None:
            said[name] = _day_or_period(details[name], messages)
    said.update(_times(details, messages))
    said.update(_names(details, register, messages, labels))
    if details.get("figures"):
        said["figures"] = messages.join(_figure(details, figure, messages, labels) for figure in details["figures"])
    return {k: v for k, v in said.items() if v is not None}


def _day_or_period(told: Any, messages: Messages) -> str:
    """A day, or both ends of a period where the text gives one ("in the first half of 2008")."""
    if not isinstance(told, str) or "/" not in told:
        return messages.date(told)
    start, end = (part if part != ".." else None for part in told.split("/"))
    return messages.span(start, end)


def _unit(name: str, unit: str | None) -> str | None:
    """What may be missing is counted in entries, but for money."""
    return MISSING_UNIT if name == "missing" and not (unit or "").isupper() else unit


def _figure(whole: Mapping[str, Any], figure: Any, messages: Messages, labels: Labels) -> str:
    """One of several figures: it inherits register, unit and as-of date from the reason it is part of."""
    if not isinstance(figure, Mapping):
        return quantity(messages, figure, whole.get("unit"))
    shared = {k: whole[k] for k in ("register", "unit", "as_of") if k in whole}
    said = words({**shared, **figure}, messages, labels)
    if "stated" in said and "value" in said:
        said.setdefault("today", said["value"])
    return messages.sentences("figure", **said)


def _times(details: Mapping[str, Any], messages: Messages) -> dict[str, Any]:
    """The window in words, how many there are if more than one, and how long ago it ended."""
    start, end, as_of = (_day(details.get(name)) for name in ("from", "to", "as_of"))
    windows = details.get("windows")
    said: dict[str, Any] = {"windows": windows if isinstance(windows, int) and windows > 1 else None}
    if isinstance(windows, (list, tuple)) and windows:
        said["span"] = messages.join(messages.span(*window) for window in windows)
    if start or end:
        said["span"] = messages.span(details.get("from"), details.get("to"))
        said |= {name: day and messages.date(day) for name, day in (("from", start), ("to", end))}
    if end and as_of and end < as_of:
        said["age"] = age(messages, end, as_of)
    return said


def _names(details: Mapping[str, Any], register: str, messages: Messages, labels: Labels) -> dict[str, Any]:
    said: dict[str, Any] = {}
    choices = details.get("definition")
    if isinstance(choices, Mapping):
        said["definition"] = labels.definition(register, choices) or None
        said["used_by"] = labels.used_by(register, choices)
        said["reconstructed"] = labels.reconstructed(register, choices) or None
    if details.get("measure"):
        said["measure"] = labels.measure(register, str(details["measure"]))
        said["reading"] = said["measure_words"] = said["measure"]
    nearest = details.get("nearest_definition")
    if isinstance(nearest, Mapping):
        said["nearest_definition"] = labels.definition(register, nearest) or None
    for name in ("row", "nearest_row"):
        if details.get(name):
            said["row_words" if name == "row" else name] = row_words(register, str(details[name]), messages, labels)
    if details.get("row"):
        said["about"] = labels.row(register, str(details["row"])) or None
    if details.get("filters"):
        said["filters"] = filters_words(register, details["filters"], messages, labels)
    if details.get("open"):
        said["open"] = messages.join(_role(register, name, messages, labels) for name in details["open"])
    if details.get("members"):
        said["members"] = messages.join(labels.value(register, "", code) for code in details["members"])
    if details.get("parts"):
        said["part"] = messages.join(messages.format(f"part-{part}") for part in details["parts"])
    return said


def filters_words(register: str, filters: Filters, messages: Messages, labels: Labels) -> str:
    """What a question is narrowed down to: each dimension with its values."""
    said = []
    for name, values in filters.items():
        what = messages.join(labels.value(register, name, v) for v in values)
        said.append(messages.format("claim-filter", name=labels.dimension(register, name), value=what))
    return messages.format("separator").join(said)


def _role(register: str, name: str, messages: Messages, labels: Labels) -> str:
    """What a role is called; those that no register has are named by the messages."""
    message = f"open-{name}"
    return messages.format(message) if messages.has(message) else labels.dimension(register, name)


def row_words(register: str, row: str, messages: Messages, labels: Labels) -> str:
    """A row of the record in words: its symbol where it has one, and what the register says of it."""
    day, about = labels.row_date(register, row), labels.row(register, row)
    said = {"about": about if about not in ("", row) else None, "day": messages.date(day) if day else None}
    return messages.format("row-words", row=labels.row_name(register, row), **said)


def _day(value: Any) -> date | None:
    """A date, or None for what is not a whole ISO day."""
    if isinstance(value, date) or value is None:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _plain(value: Any) -> Any:
    return value if isinstance(value, (int, float)) else clean(str(value))
