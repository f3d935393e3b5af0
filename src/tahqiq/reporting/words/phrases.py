"""A measure asked, as a phrase that says who did what to whom: its template is data of the register."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tahqiq.reporting.words.labels import CatalogLabels
from tahqiq.reporting.words.messages import Messages

PART = re.compile(r"\[(?P<asked>[^\[\]|]*+)(?:\|(?P<otherwise>[^\[\]]*+))?\]")
"""A part that is said only where the dimension it names is asked, and what is said otherwise."""
SLOT = re.compile(r"\{(\w+)\}")


def phrase(
    labels: CatalogLabels, messages: Messages, register: str, measure: str, filters: Mapping[str, Sequence[str]]
) -> str:
    """The measure under these filters. What the template has no place for stands after it, by name and value."""
    template = labels.phrase(register, measure)
    if template is None:
        told = messages.format("separator").join(_named(labels, messages, register, filters))
        return messages.format("claim-reading", measure=labels.measure(register, measure), filters=told or None)
    values = {name: messages.join(labels.inside(register, name, code) for code in v) for name, v in filters.items()}

    def part(found: re.Match[str]) -> str:
        names = SLOT.findall(found["asked"])
        return found["asked"] if all(name in values for name in names) else found["otherwise"] or ""

    said = SLOT.sub(lambda slot: values.get(slot[1], ""), PART.sub(part, template))
    left = {name: codes for name, codes in filters.items() if f"{{{name}}}" not in template}
    return messages.format("separator").join([said, *_named(labels, messages, register, left)])


def capital(text: str) -> str:
    """The text with a capital, as a heading or sentence begins; letters without capitals stay."""
    return text[:1].upper() + text[1:]


def _named(labels: CatalogLabels, messages: Messages, register: str, filters: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        messages.format(
            "claim-filter",
            name=labels.dimension(register, name),
            value=messages.join(labels.value(register, name, code) for code in codes),
        )
        for name, codes in filters.items()
    ]
