"""What of a text a correction replaces: the number, the day or the votes that are wrong and nothing around them.

The sentence can then be printed as its author built it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import isclose
from typing import Any

from babel import Locale

from tahqiq.catalog.languages import load_language
from tahqiq.language import read
from tahqiq.model import Claim, Finding, Mention, Report, Stated, Text
from tahqiq.reporting.report.context import sentences_at
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import TURNING, languages, load_messages
from tahqiq.reporting.words.values import quantity

KEPT = ("exactly", "about", "at_least")
"""Qualifiers that are true of the value that the record gives too; nothing is more than itself."""
NOUNLESS = 10
"""A number in words up to here may hold its noun ("twice"); a larger one, or one in figures, stands before it."""
NEAR = 20
"""Characters before and after a date in which the name of its weekday would stand."""
UNDER = "supported_under"


@dataclass(frozen=True, slots=True)
class Replaced:
    """The place of the mended text that gives way to `words`; where they are only put in, it starts where it ends."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence as it is edited: `kept`, `gone` or `new`."""

    kind: str
    words: str


def agreed(changes: Iterable[Replaced]) -> tuple[Replaced, ...]:
    """The changes in order of place, each once; of two for one place neither is made."""
    found = sorted(set(changes), key=lambda change: (change.start, change.end))
    clash = {one for a, b in pairwise(found) if b.start < a.end or b.start == a.start for one in (a, b)}
    return tuple(change for change in found if change not in clash)


def edited(text: str, start: int, end: int, changes: Iterable[Replaced]) -> tuple[Part, ...]:
    """text[start:end] with the changes that fall into it; nothing where none does."""
    parts, at = [], start
    for change in changes:
        if start <= change.start and change.end <= end:
            parts += [Part("kept", text[at : change.start]), Part("gone", text[change.start : change.end])]
            parts.append(Part("new", change.words))
            at = change.end
    told = (Part(part.kind, part.words.translate(TURNING)) for part in [*parts, Part("kept", text[at:end])])
    return tuple(part for part in told if part.words) if parts else ()


class Edits:
    """All that is to be changed in the text of a report, and how its sentences read then."""

    def __init__(self, report: Report) -> None:
        self.text = report.text
        self.own = {f.claim.id: replaced(f, report.text) for f in report.findings if f.correction}
        self.changes = agreed(change for found in self.own.values() for change in found)
        self.around = sentences_at(report.text)

    def sentence_of(self, claim: Claim) -> tuple[Part, ...]:
        """The sentence of a claim with all that is to be changed in it; nothing where nothing is of this claim."""
        if set(self.changes).isdisjoint(self.own.get(claim.id, ())):
            return ()
        return edited(self.text.text, *self.around(claim.start, claim.end), self.changes)


def replaced(finding: Finding, text: Text) -> tuple[Replaced, ...]:
    """What to change in the text, in its language; nothing where the sentence would have to be built anew."""
    told, claim = finding.correction, finding.claim
    if told is None or text.language not in languages():
        return ()
    if told.code == "figure" and finding.verdict == UNDER:
        return _counted(finding, text.language)
    within = text.text[claim.start : claim.end]
    found = read(within, load_language(text.language), text.document.published)
    teller = _Teller(text, [_moved(mention, claim.start) for mention in found])
    if told.code == "figure":
        return tuple(teller.figure(claim.stated, told.details["value"]))
    if told.code == "day":
        return tuple(teller.day(claim.stated, str(told.details["other_date"])))
    return tuple(teller.votes(claim.stated, told.details["value"]))


def _counted(finding: Finding, language: str) -> tuple[Replaced, ...]:
    """How a figure is counted, put in after it: it is right, and what is missing is the way of counting."""
    details = finding.correction.details if finding.correction else {}
    definition = load_labels(language).definition(str(details["register"]), details["definition"])
    end, said = finding.claim.end, load_messages(language).format("write-counted", definition=definition)
    return (Replaced(end, end, said),) if definition else ()


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


class _Teller:
    """The values that the words of one claim name, and what to write in their place."""

    def __init__(self, text: Text, mentions: Sequence[Mention]) -> None:
        self.text, self.mentions = text.text, mentions
        self.messages = load_messages(text.language)
        self.plural = Locale.parse(text.language).plural_form

    def figure(self, stated: Stated, value: Any) -> Iterator[Replaced]:
        """The one number, amount or share that the claim states; what is told "about", as finely as it is printed."""
        number = isinstance(stated.value, (int, float)) and isinstance(value, (int, float))
        if number and stated.qualifier in KEPT:
            mention = self._only(stated.value)
            if stated.qualifier == "about" and stated.step:
                value = round(value / (2 * stated.step)) * 2 * stated.step
            if mention is not None and (words := self._written(mention, value, stated.unit)):
                yield Replaced(mention.start, mention.end, words)

    def votes(self, stated: Stated, value: Mapping[str, Any]) -> Iterator[Replaced]:
        """Each part of a tally that differs; all of them, or none."""
        wrong = {name: said for name, said in dict(stated.value).items() if said not in (None, value.get(name))}
        found = [(self._only(said), value.get(name)) for name, said in wrong.items()]
        told = [Replaced(m.start, m.end, self._written(m, new, None)) for m, new in found if m and new is not None]
        if len(told) == len(wrong) and all(change.words for change in told):
            yield from told

    def day(self, stated: Stated, other: str) -> Iterator[Replaced]:
        """The one date that the claim states, as precise as it is; not where a weekday stands beside it."""
        said = stated.date or ""
        found = [m for m in self.mentions if m.date and m.date.replace("XXXX", said[:4]) == said]
        new = other[: len(said)]
        if len(found) != 1 or new == said:
            return
        start, end = found[0].start, found[0].end
        around = self.text[max(0, start - NEAR) : end + NEAR]
        if any(self.messages.weekday(number) in around for number in range(7)):
            return
        short = found[0].date != said and new[:4] == said[:4]
        yield Replaced(start, end, self.messages.date(f"XXXX{new[4:]}" if short else new))

    def _only(self, value: float) -> Mention | None:
        """The mention of a value, where there is one alone."""
        found = [m for m in self.mentions if m.value is not None and isclose(m.value, value, rel_tol=1e-9)]
        return found[0] if len(found) == 1 else None

    def _written(self, mention: Mention, value: float, unit: str | None) -> str:
        """The new value as the old one is written; empty where the words around it would have to change too."""
        old = self.text[mention.start : mention.end]
        if mention.type in ("money", "percentage"):
            return _in_figures_of(old, quantity(self.messages, value, unit))
        figures = any(char.isdigit() for char in old) or (mention.value or 0) > NOUNLESS
        alike = self.plural(mention.value or 0) == self.plural(value)
        if mention.type != "number" or not figures or not alike:
            return ""
        return _in_figures_of(old, quantity(self.messages, value))


def _in_figures_of(old: str, new: str) -> str:
    """The new words with the figures (0 to 9 of one script) that the old ones have."""
    digits = [char for char in old if char.isdecimal()]
    if not digits or digits[0].isascii():
        return new
    zero = ord(digits[0]) - unicodedata.decimal(digits[0])
    return "".join(chr(zero + int(char)) if char.isascii() and char.isdecimal() else char for char in new)
