"""The figures of a sentence: numbers, ordinals, sums of money, fractions, and words that stand for a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from tahqiq.catalog.concepts import load_concepts
from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import UNIT
from tahqiq.claims.text.sentences import DASHES, Sentence
from tahqiq.model import Mention, Qualifier

QUALIFIERS: dict[str, Qualifier] = {
    "lead.roughly": "about",
    "lead.more_than": "more_than",
    "lead.at_least": "at_least",
    "lead.at_most": "at_most",
    "lead.less_than": "less_than",
}
PASSING: dict[str, Qualifier] = {"state.exceeds": "more_than", "state.within": "at_most"}
TRANSPARENT = ("neutral", "focus.only", "ref.such", "ref.its", "state.stood", *QUALIFIERS)
PARTS_OF_ONE = ("number.half", "number.third", "number.quarter", "number.fifth", "number.tenth")
PERIODS = ("period.first_decade",)
MEMBERS = ("noun.members", "noun.elected")
TYPES = ("number", "ordinal", "money", "percentage")
COUNTED = ("number", "money", "percentage")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its type as of a mention, its value, the word it is when it is one, the low end of its range.

    `currency` is that of money; `unit` a hit that is figure and unit at once ("twice").
    """

    start: int
    end: int
    type: str
    value: float
    currency: str | None = None
    unit: Hit | None = None
    low: Figure | None = None

    @property
    def head(self) -> int:
        """Where the figure or its range begins."""
        return self.low.start if self.low else self.start


def figures(s: Sentence) -> list[Figure]:
    """The figures of a sentence in order, the two ends of a range as one."""
    found = [
        Figure(m.start, m.end, m.type, abs(m.value), m.currency)  # "United States - 87" is no negative number
        for m in s.mentions
        if m.type in TYPES
        and m.value is not None
        and not (_names_members(s, m) or _torn(s, m) or _in_part(s, m) or _of_note(s, m))
    ]
    words = _number_words()
    for hit in s.hits if s.has(words) else ():
        value = next((words[i] for i in hit.ids if i in words), None)
        if value is not None and not any(f.start < hit.end and hit.start < f.end for f in found):
            kind = "percentage" if value < 1 else "number"
            found.append(Figure(hit.start, hit.end, kind, value, unit=hit))
    return _ranges(s, _parts(s, sorted(found, key=lambda f: f.start)))


@cache
def _number_words() -> Mapping[str, float]:
    """The concepts that stand for a number, with their values."""
    return {name: c.value for name, c in load_concepts().items() if c.value is not None}


def _names_members(s: Sentence, m: Mention) -> bool:
    """Whether a number only says which members are meant ("the five permanent members"), or is part of a name: of a
    law, of a time ("the first decade of the century").
    """
    members = s.has(MEMBERS) and any(h.start <= m.start and m.end <= h.end and h.has(MEMBERS) for h in s.hits)
    return members or in_period(s, m) or in_name(s, m.start, m.end)


def in_period(s: Sentence, m: Mention) -> bool:
    """Whether a number is part of the name of a time ("the first decade of the century")."""
    return s.has(PERIODS) and any(h.start <= m.start and m.end < h.end and h.has(PERIODS) for h in s.hits)


def in_name(s: Sentence, start: int, end: int) -> bool:
    """Whether figures are part of the name of a law ("Public Law 118-50"), or stand right behind a word for one."""
    named = (h for h in s.hits if h.has(_laws())) if s.has(_laws()) else iter(())
    return any(h.start <= start and (end <= h.end or s.bare(h.end, start)) for h in named)


@cache
def _laws() -> frozenset[str]:
    """The concepts that name a law."""
    return frozenset(name for name in load_concepts() if name.startswith("law."))


def _in_part(s: Sentence, m: Mention) -> bool:
    """Whether a whole number is a word of a part of a whole ("one in three")."""
    if m.type != "number" or m.value is None or m.value < 1 or not s.has(PARTS_OF_ONE):
        return False
    return any(h.start <= m.start and m.end <= h.end and h.has(PARTS_OF_ONE) for h in s.hits)


def _parts(s: Sentence, listed: list[Figure]) -> list[Figure]:
    """The figures, the two numbers of a part as one share ("four in ten", "one bed in eight")."""
    found: list[Figure] = []
    for f in listed:
        if found and _is_part(s, found[-1], f):
            found[-1] = Figure(found[-1].start, f.end, "percentage", found[-1].value / f.value)
        else:
            found.append(f)
    return found


def _is_part(s: Sentence, few: Figure, whole: Figure) -> bool:
    """Whether two numbers tell a part: the first in letters, and the second no length of time ("two in ten years")."""
    if not (few.type == whole.type == "number" and few.unit is whole.unit is None and few.value < whole.value <= CENT):
        return False
    gap = " ".join(s.text[few.end : whole.start].lower().split())
    after = s.after(whole.end)
    timed = after is not None and after.has(("unit.time",)) and s.bare(whole.end, after.start)
    told = gap in s.grammar.in_every or (gap.partition(" ")[2] in s.grammar.in_every and _in_letters(s, whole))
    return told and _in_letters(s, few) and not timed


def _in_letters(s: Sentence, f: Figure) -> bool:
    return not any(c.isdigit() for c in s.text[f.start : f.end])


CENT = 100
"""The whole of a part that is told in two numbers is no larger."""


def _of_note(s: Sentence, m: Mention) -> bool:
    """Whether a number is that of a note: "29 vetoes[4]"."""
    written = s.text[m.start - 1 : m.start] == "[" and s.text[m.end : m.end + 1] == "]"
    return m.type == "number" and written and not s.text[m.start - 2 : m.start - 1].isspace()


def _torn(s: Sentence, m: Mention) -> bool:
    """Whether a blank parts the digits of one number, so that neither part is its value ("1 1 members")."""
    left = s.text[m.start - 2 : m.start] if m.start >= 2 else ""
    right = s.text[m.end : m.end + 2]
    digits = s.text[m.start : m.start + 1].isdigit() and s.text[m.end - 1 : m.end].isdigit()
    return digits and any(p.strip().isdigit() and " " in p and len(p) == 2 for p in (left[::-1], right))


def _ranges(s: Sentence, listed: list[Figure]) -> list[Figure]:
    joined: list[Figure] = []
    for f in listed:
        low = joined[-1] if joined else None
        if low is not None and low.low is None and is_range(s, low, f):
            joined[-1] = Figure(f.start, f.end, f.type, f.value, f.currency, f.unit, low)
        else:
            joined.append(f)
    return joined


def is_range(s: Sentence, low: Figure, high: Figure) -> bool:
    """Whether two figures are the ends of one range: "40-50", "3 to 4 billion", "between 40 and 50"."""
    if not low.value < high.value or "ordinal" in (low.type, high.type) or s.words(low.end, high.start) > 1:
        return False
    gap = s.text[low.end : high.start].strip()
    if gap and all(c in DASHES for c in gap):
        return low.type == high.type or low.type == "number"
    before = s.before(low.start)
    between = before is not None and before.has(("time.between",)) and s.bare(before.end, low.start)
    inside = s.between(low.end, high.start)
    if any(h.has(("join.and",)) for h in inside) or (len(gap) == 1 and gap.isalpha()):
        return between and any(h.has(("time.between",)) and not h.has(("lead.from",)) for h in [before] if h)
    if before is not None and before.has(("lead.from",)) and low.type == "money":
        return False  # "rises from 3.1 to 3.8 billion" tells two
    if low.type not in (high.type, "number"):
        return False  # "raised by 3% to 66 billion"
    joined = any(h.has(("lead.to", "time.until")) and s.bare(low.end, h.start) for h in inside)
    words = any(c.isalpha() for c in s.text[low.start : low.end])
    return joined and not s.broken(low.end, high.start) and (not words or between or low.type == high.type == "money")


def unit_of(s: Sentence, f: Figure, units: Iterable[str]) -> Hit | None:
    """The noun a figure counts: behind it past adjectives ("12 UN resolutions"), else right before it
    ("vetoes: 83").
    """
    wanted = frozenset(units)
    if f.unit is not None:
        return f.unit
    if s.text[f.start : f.end].endswith(s.grammar.part_endings):
        return _unit_before(s, f, wanted)
    for hit in s.hits:
        if hit.start < f.end:
            continue
        if s.broken(f.end, hit.start) or s.words(f.end, hit.start) > UNIT:
            break
        if hit.has(wanted):
            return hit if _unknown(s, f.end, hit.start) <= 1 else None
        if hit.has(("vote.counted",)) and s.bare(f.end, hit.start):
            return None  # "the draft 14 votes to 1", where what counts votes bears no preposition
        if not (hit.has(TRANSPARENT) or is_modifier(hit)):
            break
    return _unit_before(s, f, wanted)


def _unknown(s: Sentence, start: int, end: int) -> int:
    """How many words between two places are not known."""
    return s.words(start, end) - sum(s.words(h.start, h.end) for h in s.between(start, end))


def is_modifier(hit: Hit) -> bool:
    """Whether a word may stand between a figure and its noun: a place, a body, a kind of thing."""
    return any(
        i.partition(":")[0] in ("place", "adj", "subject") or i.startswith(("body.", "category.")) for i in hit.ids
    )


def _unit_before(s: Sentence, f: Figure, wanted: frozenset[str]) -> Hit | None:
    """A noun right before its figure: "veto number 83", "vetoes: 83"."""
    at = f.head
    for hit in reversed(s.hits):
        if hit.end > at:
            continue
        gap = s.text[hit.end : at].strip()
        if gap.strip(":=" + DASHES):
            return None
        if hit.has(wanted):
            return hit
        named = f.type == "ordinal" or numbered(s, f)
        if not (hit.has(("mark.number", *TRANSPARENT)) or (named and is_modifier(hit))):
            return None
        at = hit.start
    return None


def numbered(s: Sentence, f: Figure) -> bool:
    """Whether a word such as "number" makes the figure the name of one thing."""
    before = s.before(f.start)
    return before is not None and before.has(("mark.number",)) and s.bare(before.end, f.start)


def qualifier(s: Sentence, start: int, end: int) -> Qualifier:
    """The word that weakens a figure, before it or behind: about, more_than, at_least, at_most, less_than."""
    at = start
    for hit in reversed(s.hits):
        if hit.end > at:
            continue
        if s.broken(hit.end, at) or s.words(hit.end, at) > 0:
            break
        told = next((QUALIFIERS[i] for i in hit.ids if i in QUALIFIERS), None)
        if told:
            return told
        if not hit.has(("neutral", "focus.only")):
            break
        at = hit.start
    after = s.after(end)
    if after and after.has(("tail.at_least",)) and s.bare(end, after.start):
        return "at_least"
    if after and s.grammar.postpositions and s.bare(end, after.start):
        told = next((QUALIFIERS[i] for i in after.ids if i in QUALIFIERS), None)
        if told:
            return told  # "80'den fazla"
    return _by_verb(s, start) or "exactly"


def _by_verb(s: Sentence, start: int) -> Qualifier | None:
    """What the verb of the clause says of the first figure behind it: "exceeded, in those ten years, 3 billion"."""
    verb = next((h for h in reversed(s.between(s.clause(start, start)[0], start)) if h.has(PASSING)), None)
    if verb is None or any(verb.end <= m.start < start and m.type in COUNTED for m in s.mentions):
        return None
    return next(PASSING[i] for i in verb.ids if i in PASSING)
