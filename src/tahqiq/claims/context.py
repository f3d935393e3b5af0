"""What the readers of claims share: the sentences, the lexicon's values, the day of publication, spans already read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.lexicon import Hit
from tahqiq.catalog.places import load_places
from tahqiq.claims.periods import When
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Claim, Filters, Mention, Per, Qualifier, Reading, Stated

CARRY = 12
"""How many sentences back the last subject of the text may stand."""


@dataclass(slots=True)
class Context:
    """The material of one text while its claims are read."""

    sentences: Sequence[Sentence]
    values: Mapping[str, Any]
    published: date | None
    claims: list[Claim] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    _inside: dict[int, list[int]] = field(default_factory=dict)

    def free(self, start: int, end: int) -> bool:
        """Whether no claim has used the figure at this span yet."""
        return (start, end) not in self.taken

    def add(self, claim: Claim, *figures: tuple[int, int]) -> None:
        """Keep a claim and mark its figures as read."""
        self._inside.setdefault(self.sentence_at(claim.start).at, []).append(len(self.claims))
        self.claims.append(claim)
        self.taken.update(figures)

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds a position of the text."""
        return self.sentences[max(0, bisect_right(self.sentences, position, key=lambda s: s.start) - 1)]

    def near(self, s: Sentence, before: int, after: int = 0) -> Sequence[Sentence]:
        """The sentences around one, itself left out."""
        return [*self.sentences[max(0, s.at - before) : s.at], *self.sentences[s.at + 1 : s.at + 1 + after]]

    def within(self, s: Sentence) -> list[Claim]:
        """The claims read so far in a sentence, in the order they were read."""
        return [self.claims[i] for i in self._inside.get(s.at, ())]

    def regroup(self, s: Sentence, changed: Mapping[str, Claim]) -> None:
        """Put changed claims of a sentence in the place of the old ones of the same id."""
        for i in self._inside.get(s.at, ()):
            self.claims[i] = changed.get(self.claims[i].id, self.claims[i])

    def before(self, s: Sentence, sentences: int) -> list[Claim]:
        """The claims of the sentences just before, in order of place."""
        found = [c for x in self.near(s, sentences) for c in self.within(x)]
        return sorted(found, key=lambda c: c.start)

    def name(self) -> str:
        """The id of the next claim."""
        return f"c{len(self.claims) + 1}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence: a number or ordinal mention, or a word that carries a value ("twice")."""

    start: int
    end: int
    value: float
    ordinal: bool = False
    unit: Hit | None = None


def figures(s: Sentence, values: Mapping[str, Any]) -> list[Figure]:
    """The numbers, ordinals and valued words of a sentence, in order."""
    found = [
        Figure(m.start, m.end, m.value, m.type == "ordinal")
        for m in s.mentions
        if m.type in ("number", "ordinal") and m.value is not None
    ]
    for hit in s.hits:
        carried = [values[i]["value"] for i in hit.ids if "value" in values.get(i, {})]
        if carried and not any(f.start < hit.end and hit.start < f.end for f in found):
            found.append(Figure(hit.start, hit.end, float(carried[0]), unit=hit))
    return sorted(found, key=lambda f: f.start)


def unit_of(s: Sentence, figure: Figure, units: frozenset[str]) -> Hit | None:
    """The unit word beside a figure: right after it, past words such as "other" or a place; or right before it."""
    if figure.unit is not None:
        return figure.unit if figure.unit.has(units) else None
    at = figure.end
    for hit in s.hits:
        if hit.start < at:
            continue
        if not s.bare(at, hit.start):
            break
        if hit.has(units):
            return hit
        if not (hit.has(("filler", "only")) or hit.codes("place", "adj", "subject")):
            break
        at = hit.end
    at = figure.start
    for hit in reversed(s.hits):
        if hit.end > at:
            continue
        if not s.bare(hit.end, at):
            break
        if hit.has(units):
            return hit
        if not (hit.has(("filler", "number_sign")) or hit.codes("adj")):
            break
        at = hit.start
    return None


def qualifier(s: Sentence, start: int, end: int | None = None) -> Qualifier:
    """The word that weakens a figure, right before it (or right after its end): about, more_than, at_least ..."""
    for hit in reversed(s.hits):
        if hit.end <= start:
            near = s.bare(hit.end, start)
            found = next((q for i in hit.ids for q in WEAKENED if i == q), None)
            if near and found:
                return found
            if not (near and hit.has(("filler", "money_word"))):
                break
            start = hit.start
    for hit in s.hits:
        if end is not None and hit.start >= end:
            return "at_least" if hit.has(("at_least",)) and s.bare(end, hit.start) else "exactly"
    return "exactly"


WEAKENED: tuple[Qualifier, ...] = ("about", "more_than", "at_least", "at_most", "less_than")


def readings_of(frame: Frame, filters: Filters) -> tuple[Reading, ...]:
    """The readings a frame opens, the likeliest first: as named, then with a member's predecessor and successor."""
    found = [Reading(frame.register, frame.measure, filters)]
    for dimension, codes in filters.items():
        wider = line_of(codes)
        if wider != codes:
            found.append(Reading(frame.register, frame.measure, {**filters, dimension: wider}))
    return tuple(found)


def line_of(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes with every state they succeeded or were succeeded by."""
    pairs = list(load_places().get("succession", {}).items())
    more = [other for pair in pairs for code in codes if code in pair for other in pair if other not in codes]
    return (*codes, *more)


def stated(value: Any, unit: str | None, q: Qualifier, when: When, per: Per | None = None) -> Stated:
    """A stated value with its date or period."""
    return Stated(value, unit, q, when.date, when.period, per)


def top(value: Any) -> float:
    """A stated number, or the upper end of a stated range."""
    return float(max(value)) if isinstance(value, tuple | list) else float(value)


def whole_number(value: float) -> float | int:
    """An integer when it is one."""
    return int(value) if float(value).is_integer() else value


def mention_at(s: Sentence, kinds: tuple[str, ...]) -> list[Mention]:
    """The mentions of these types in a sentence."""
    return [m for m in s.mentions if m.type in kinds]
