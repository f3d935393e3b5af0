"""What is said of a claim beside its verdict: what to write instead, what it rests on, which words were not read."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.model import Claim, Finding, Text
from tahqiq.reporting.report.reasons import words
from tahqiq.reporting.words.labels import Labels, load_labels
from tahqiq.reporting.words.messages import load_messages, shorten

QUOTE = 80
"""How many characters of a place that was not checked are quoted."""
TAKEN = ("carried", "topic", "assumed")
"""Ways by which a role comes to a claim that a reader should know of."""


def tell_correction(finding: Finding, language: str, labels: Labels | None = None) -> str | None:
    """The sentence to use instead, where one follows from the record."""
    if finding.correction is None:
        return None
    messages, claim = load_messages(language), finding.claim
    details = {"unit": claim.stated.unit, **finding.correction.details}
    said = words(details, messages, labels or load_labels(language))
    if claim.stated.per and "value" in said:
        said["value"] = messages.format(f"per-{claim.stated.per}", what=said["value"])
    return messages.format(f"correction-{finding.correction.code}", **said)


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
