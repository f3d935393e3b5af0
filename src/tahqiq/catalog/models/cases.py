"""`cases.yml`: questions with their answers, and sentences with the claims in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from pydantic import Field

from tahqiq.catalog.models.base import Fault, File, Folder, Strict, unknown
from tahqiq.catalog.models.evidence import Slice
from tahqiq.catalog.models.known import known_measures
from tahqiq.model import ClaimKind, Per, Qualifier, VerdictCode


class Question(Slice):
    """A question to a measure of this register, and what it gives."""

    ask: str
    """The measure."""
    name: str | None = None
    """What the question is about, in a few words."""
    values: dict[str, float] = {}
    """What it gives, by a choice of the axis that matters or by a whole definition; `all` where there is none."""
    stated: float | None = None
    """A figure that was published."""
    reproduced_by: Literal["none", "earlier"] | list[str] | None = None
    """The choices that give the figure; `earlier`: only before `as_of`; `none`: none up to that day."""
    source: str | None = None
    """Where the figure was published."""


class Expected(Strict):
    """A claim that a sentence makes, and its verdict."""

    kind: ClaimKind
    """What is claimed."""
    verdict: VerdictCode | None = None
    """What a check says of it on the day of publication."""
    accept: list[VerdictCode] = []
    """Several verdicts, where more than one is right."""
    never: list[VerdictCode] = []
    """Verdicts that would be wrong."""
    quote: str | None = None
    """The words of the claim; they may stand anywhere in the sentence unless named."""
    register_: str | None = Field(None, alias="register")
    """The register that answers, where it is another one."""
    measure: str | None = None
    """The measure."""
    filters: dict[str, Any] = {}
    """What the figure is about."""
    value: Any = None
    """The figure; `[low, high]` of a range, a mapping of a tally."""
    qualifier: Qualifier | None = None
    """How exactly it is told."""
    date_: str | None = Field(None, alias="date")
    """The day, month or year of it."""
    period: str | None = None
    """The stretch of time of it: 2023-10-07/.."""
    per: Per | None = None
    """What the figure is told for each of."""
    choices: dict[str, str] = {}
    """By axis, the choice that the text makes."""
    definition: str | None = None
    """The definition that serves it."""
    event: str | None = None
    """The row of an event."""


class Snippet(Strict):
    """A sentence, or a few, with every claim in it."""

    text: str
    """The words, your own or quoted."""
    lang: str
    """The language."""
    published: date | None = None
    """The day of publication."""
    claims: list[Expected]
    """The claims; none, where a check must stay silent."""


class LanguageCases(File):
    """Sentences of one language with the claims in them; a claim names its register."""

    snippets: list[Snippet]
    """The sentences."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Sentences of another language, and claims of no register."""
        known = known_measures(folder.path)
        for at, snippet in enumerate(self.snippets):
            yield from unknown(("snippets", at, "lang"), snippet.lang, [folder.language])
            for place, claim in enumerate(snippet.claims):
                if claim.measure:
                    where = ("snippets", at, "claims", place, "measure")
                    yield from unknown(where, f"{claim.register_}.{claim.measure}", known)


class Cases(File):
    """What the register must answer, and what a check must find in sentences."""

    questions: list[Question] = []
    """Questions with their answers."""
    snippets: list[Snippet] = []
    """Sentences with the claims in them."""
    own: dict[str, Any] = {}
    """Cases that only the tests of this register ask, in the shape they need."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Measures and dimensions that the register does not have."""
        for at, question in enumerate(self.questions):
            yield from unknown(("questions", at, "ask"), question.ask, folder.measures)
            for name in question.filters:
                yield from unknown(("questions", at, "filters", name), name, folder.dimensions)
        for at, snippet in enumerate(self.snippets):
            for place, claim in enumerate(snippet.claims):
                if claim.measure and not claim.register_:
                    yield from unknown(("snippets", at, "claims", place, "measure"), claim.measure, folder.measures)
