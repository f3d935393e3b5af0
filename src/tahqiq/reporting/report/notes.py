"""What is said of a claim beside its verdict: what to write instead, what it rests on, which words were not read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tahqiq.catalog.registers import load_registers
from tahqiq.model import Claim, Finding, Text
from tahqiq.reporting.report.reasons import words
from tahqiq.reporting.words.labels import Labels, load_labels
from tahqiq.reporting.words.messages import clean, load_messages, shorten
from tahqiq.reporting.words.phrases import sentence
from tahqiq.reporting.words.values import quantity

FIGURE = "figure"
"""The code of a correction that gives the value, its definition and its day."""
QUOTE = 80
"""How many characters of a place that was not checked are quoted."""
TITLE = 70
"""How many characters of a text without any name stand for its title."""
TAKEN = ("carried", "topic", "assumed")
"""Ways by which a role comes to a claim that a reader should know of."""


def tell_correction(finding: Finding, language: str, labels: Labels | None = None) -> str | None:
    """The sentence to use instead, where one follows from the record; it stands without the text."""
    if finding.correction is None or finding.correction.code != FIGURE:
        return _corrected("correction", finding, language, labels)
    messages, names, details = load_messages(language), labels or load_labels(language), finding.correction.details
    register, stated = str(details["register"]), finding.claim.stated
    value = quantity(messages, details["value"], stated.unit)
    return sentence(
        names,
        messages,
        register,
        str(details["measure"]),
        details["filters"],
        value=messages.format(f"per-{stated.per}", what=value) if stated.per else value,
        unit=stated.unit,
        day=_known(details),
        definition=names.definition(register, details["definition"]) or None,
    )


def tell_write(finding: Finding, language: str, labels: Labels | None = None) -> str | None:
    """The words to put into the sentence of the text, which says itself what they are about."""
    return _corrected("write", finding, language, labels)


def _corrected(family: str, finding: Finding, language: str, labels: Labels | None) -> str | None:
    if finding.correction is None:
        return None
    messages, claim = load_messages(language), finding.claim
    details = {"unit": claim.stated.unit, **finding.correction.details}
    details["as_of"] = _known(details)
    said = words(details, messages, labels or load_labels(language))
    if claim.stated.per and "value" in said:
        said["value"] = messages.format(f"per-{claim.stated.per}", what=said["value"])
    return messages.format(f"{family}-{finding.correction.code}", **said)


def _known(details: Mapping[str, Any]) -> str | None:
    """The day a figure is told for: never one after the last day of its register."""
    day, register = details.get("as_of"), load_registers().get(str(details.get("register")))
    return min(str(day), register.end.isoformat()) if day and register else day


def brief(finding: Finding, language: str, labels: Labels, others: Sequence[str]) -> str:
    """The reason on one line. `others` are the figures that are judged with this one, as the text states them."""
    messages, reason = load_messages(language), finding.reason
    if not messages.has(f"reason-{reason.code}"):
        return reason.code
    details = {"unit": finding.claim.stated.unit, **reason.details}
    said = words(details, messages, labels)
    usual = next((a.holds for a in finding.answers if a.default and a.holds), ())
    if usual:
        said.setdefault("span", messages.span(*usual[-1]))
    if others:
        said["others"] = messages.join(others)
    if row := details.get("row"):
        day = labels.row_date(str(details.get("register")), str(row))
        said["day"] = messages.date(day) if day else None
    name = f"brief-{reason.code}"
    return messages.format(name if messages.has(name) else f"reason-{reason.code}", **said)


def taken(claim: Claim, language: str, labels: Labels) -> Iterator[str]:
    """Each role that the sentence itself does not give, and where it is taken from.

    A dated event is named by the words that were checked, which are told beside.
    """
    if claim.kind == "date":
        return
    messages, register = load_messages(language), claim.readings[0].register if claim.readings else ""
    for basis in TAKEN:
        roles = [name for name, own in claim.basis.items() if own == basis]
        if roles:
            said = words({"register": register, "open": roles}, messages, labels)
            yield messages.format(f"taken-{basis}", what=said["open"])


def quotes(spans: tuple[tuple[int, int], ...], text: Text) -> tuple[str, ...]:
    """The words at some places, as the text was read."""
    return tuple(shorten(text.raw[slice(*text.to_raw(*span))], QUOTE) for span in spans)


def title_of(text: Text) -> str:
    """The title of a text; without one the name of its file or its address, and where it has none its beginning."""
    document = text.document
    named = document.source if is_name(document.source) else shorten(text.text, TITLE)
    return clean(document.title or named or document.source)


def is_name(source: str) -> bool:
    """Whether it names a file or an address; what was pasted or piped has no name of its own."""
    return "." in source
