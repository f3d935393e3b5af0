"""A measure asked, as a phrase or a sentence that says who did what to whom: its templates are data of the register."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.templates import SLOT, VALUE
from tahqiq.reporting.words.labels import Labels
from tahqiq.reporting.words.messages import Messages
from tahqiq.reporting.words.values import quantity

PART = re.compile(r"\[(?P<asked>[^\[\]|]*+)(?:\|(?P<otherwise>[^\[\]]*+))?\]")
"""A part that is said only where the dimension it names is asked, and what is said otherwise."""

Asked = Mapping[str, Sequence[str]]


def phrase(labels: Labels, messages: Messages, register: str, measure: str, filters: Asked) -> str:
    """The measure under these filters. What the template has no place for stands after it, by name and value."""
    template = labels.phrase(register, measure)
    if template is None:
        told = messages.format("separator").join(_named(labels, messages, register, filters))
        return messages.format("claim-reading", measure=labels.measure(register, measure), filters=told or None)
    return _filled(template, labels, messages, register, filters)


def sentence(
    labels: Labels,
    messages: Messages,
    register: str,
    measure: str,
    filters: Asked,
    *,
    value: float | str,
    unit: str | None,
    day: date | str | None = None,
    span: str | None = None,
    last: bool = False,
    definition: str | None = None,
) -> str:
    """The figure as a sentence that can stand in an article: who did what, how often or how much, by which day.

    `span`: the bounds of time that were asked, in words. `last`: the day is the last of the record. `definition`: how
    it is counted. A measure without a sentence, a value of nothing and a day are told as a phrase and the value. Of
    years that were over by the day, the day is not told.
    """
    if day and _are_over(register, measure, filters, day):
        day = None
    template = labels.sentence(register, measure)
    said = value if isinstance(value, str) else quantity(messages, value, unit)
    spoken = {
        "date": messages.date(day) if day else None,
        "last": "yes" if last else None,
        "value": said,
        "definition": definition,
    }
    if template is None or not value or unit == "date":
        asked = [phrase(labels, messages, register, measure, filters), *filter(None, [span])]
        told = messages.format("figure-sentence", measure=messages.format("separator").join(asked), **spoken)
        return capital(told)
    whole = _filled(template.replace(f"{{{VALUE}}}", said), labels, messages, register, filters)
    return capital(messages.format("figure-told", sentence=f"{whole} ({span})" if span else whole, **spoken))


def _are_over(register: str, measure: str, filters: Asked, day: date | str) -> bool:
    """Whether years are asked, and all of them have ended before the day."""
    found = load_registers().get(register)
    years = found.years_of(found.measures[measure]) if found and measure in found.measures else None
    spans = [years.year(code) for code in filters.get(years.id, ())] if years else []
    return bool(spans) and all(span is not None and span[1].isoformat() < str(day) for span in spans)


def capital(text: str) -> str:
    """The text with a capital, as a heading or sentence begins; letters without capitals stay."""
    return text[:1].upper() + text[1:]


def _filled(template: str, labels: Labels, messages: Messages, register: str, filters: Asked) -> str:
    """A template with the values of the filters in their slots, and after it what it has no slot for."""
    values = {name: messages.join(labels.inside(register, name, code) for code in v) for name, v in filters.items()}

    def part(found: re.Match[str]) -> str:
        names = SLOT.findall(found["asked"])
        return found["asked"] if all(name in values for name in names) else found["otherwise"] or ""

    said = SLOT.sub(lambda slot: values.get(slot[1], ""), PART.sub(part, template))
    left = {name: codes for name, codes in filters.items() if f"{{{name}}}" not in template}
    return messages.format("separator").join([said, *_named(labels, messages, register, left)])


def _named(labels: Labels, messages: Messages, register: str, filters: Asked) -> list[str]:
    return [
        messages.format(
            "claim-filter",
            name=labels.dimension(register, name),
            value=messages.join(labels.value(register, name, code) for code in codes),
        )
        for name, codes in filters.items()
    ]
