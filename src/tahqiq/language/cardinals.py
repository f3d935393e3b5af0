"""Cardinals and ordinals as sums of parts: "three hundred and sixty-six thousand", in words, digits or both.

The order of parts differs between languages by data only: whether units stand before tens (`order`), whether parts
are joined by "and" (`and`), which tens take teens or are multiplied (`teens_after`, `times`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tahqiq.catalog.languages import Language, Word
from tahqiq.language.lexer import Head

EMPTY, HUNDREDS, UNIT, TENS, CLOSED = range(5)
INFINITE = float("inf")
GAPS = frozenset(["", "a", "-", "A", "aA"])
_NOUN = re.compile(r" +([^\W\d_]+)")
_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[\s'\"(]*\Z")


@dataclass(slots=True)
class Sum:
    """The state of a sum while its parts come in.

    `group` is what stands below the next scale (None right after a scale), `state` how far it is filled; `part` is what
    the last scale gave, `last` that scale; `mark` keeps the sum as it was there: (heads, total, scale). `decimal`: it
    began with digits behind a point.
    """

    start: int
    article: bool = False
    total: float = 0.0
    part: float = 0.0
    group: float | None = None
    state: int = EMPTY
    last: float = INFINITE
    after: bool = False
    ordinal: bool = False
    definite: bool = False
    figures: bool = False
    decimal: bool = False
    mark: tuple[int, float, float] | None = None

    def value(self) -> float:
        """What has come in so far."""
        return self.total + (self.group or 0)

    def put(self, value: float, state: int) -> bool:
        """Set the group and its state; always True."""
        self.group, self.state = value, state
        return True


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a sum: its slot and value, its place in the sum and how it is joined to the part before."""

    word: Word
    slot: str
    value: float
    index: int
    gap: str
    joined: bool


class Sums:
    """Adds up the parts of a figure."""

    def __init__(self, language: Language) -> None:
        numbers = language.settings["numbers"]
        self.units_first = numbers["order"] == "units_first"
        self.mixed = bool(numbers["digits_after_scale"])
        self.carries = bool(numbers.get("scales_multiply"))
        self.joints = frozenset(["a", ""] if self.mixed and self.carries else ["a"])
        self.teens_after = frozenset(numbers.get("teens_after", ()))
        self.unit_joined = numbers["and"] == "required" or bool(self.teens_after)
        self.times = {float(value): tuple(before) for value, before in numbers.get("times", {}).items()}
        self.roles, self.words = language.roles, language.words
        joiners = [word for word, role in language.roles.items() if role == "a" and len(word) == 1]
        self.joiners = tuple(joiners) or ("\0",)

    def add_up(self, text: str, heads: list[Head], at: int, most: int) -> tuple[Sum, int]:
        """The sum that starts at heads[at] and how many heads belong to it; at most `most`."""
        start = self.with_article(text, heads[at])
        total, k = Sum(heads[at].start, article=start < heads[at].start), at
        stop = min(len(heads), at + (1 if self._dated(text, heads, at) else most))
        while k < stop and self._take(total, heads[k], k - at, heads[k].gap if k > at else "", text):
            k += 1
        if total.mark and k - at > total.mark[0] and total.group is not None and self._clash(total, heads, k):
            count, total.total, total.part = total.mark
            total.group, k = None, at + count
        total.start = start if heads[at].figure is None else heads[at].start
        return total, k - at

    def with_article(self, text: str, head: Head) -> int:
        """Where a figure starts that may take "a" before it (a hundred, a million, a dozen)."""
        if head.word.slot not in ("H", "s", "d") and head.word.fraction is None:
            return head.start
        match = _LAST.search(text, max(0, head.start - 6), head.start)
        return match.start() if match and self.roles.get(match[1]) == "A" else head.start

    def role_before(self, text: str, start: int) -> tuple[str, int]:
        """The role of the word before a place, and where that word starts."""
        match = _LAST.search(text, max(0, start - 16), start)
        return (self.roles.get(match[1], ""), match.start(1)) if match else ("", start)

    def word_before(self, text: str, start: int) -> str:
        """The word before a place."""
        match = _LAST.search(text, max(0, start - 16), start)
        return match[1] if match else ""

    def _dated(self, text: str, heads: list[Head], at: int) -> bool:
        """A year, told by the word before it, takes no scale: "in the year 2016 a billion litres"."""
        figure = heads[at].figure
        if figure is None or figure.digits != 4 or at + 1 >= len(heads) or heads[at + 1].word.slot != "s":
            return False
        return self.role_before(text, heads[at].start)[0].endswith("y")

    def _clash(self, total: Sum, heads: list[Head], k: int) -> bool:
        """The group after a scale turns out to belong to a scale as large: it is a figure of its own."""
        if k >= len(heads) or heads[k].gap not in ("", "-"):
            return False
        word = heads[k].word
        return word.slot == "s" and not word.dual and (word.value or 0) >= total.last

    def _take(self, total: Sum, head: Head, index: int, gap: str, text: str) -> bool:
        """Add one head to the sum; False when it does not belong there."""
        if head.figure is not None:
            return self._take_figure(total, head, index, gap, text)
        word = head.word
        value = word.rank if word.rank is not None else word.value
        if value is None or gap not in GAPS:
            return False
        part = Part(self._single(head, text), _slot(word, value), value, index, gap, "a" in gap)
        if total.decimal and total.last != INFINITE and part.slot != "s" and not part.joined:
            return False  # "3.25 million two years later"
        if not self._agrees(total, part) or not self._add(total, part):
            return False
        total.ordinal = total.ordinal or word.rank is not None
        total.definite = total.definite or word.definite
        if total.group is None:
            total.mark = (index + 1, total.total, total.last)
        return True

    def _agrees(self, total: Sum, part: Part) -> bool:
        """Ordinals end a figure where units stand last, and joined parts agree in being definite."""
        ranked = part.word.rank is not None
        if total.ordinal and (not self.units_first or (ranked and not part.joined)):
            return False
        if ranked and total.figures:
            return False
        if not part.index or not part.joined or part.word.definite == total.definite:
            return True
        return total.after and (ranked or not self.units_first)

    def _single(self, head: Head, text: str) -> Word:
        """A form that is dual before a noun and an accusative elsewhere ("a billion and ...") counts once there."""
        word = head.word
        if word.alone < 2 or (not head.glued and self._noun_follows(text, head.end)):
            return word
        return replace(word, alone=1)

    def _noun_follows(self, text: str, end: int) -> bool:
        match = _NOUN.match(text, end)
        if match is None:
            return False
        return not (match[1].startswith(self.joiners) and match[1][1:] in self.words)

    def _take_figure(self, total: Sum, head: Head, index: int, gap: str, text: str) -> bool:
        """Digits start a figure, or follow a scale or a hundred (65 thousand and 62, 3 mil 800)."""
        figure = head.figure
        if figure is None or figure.days:
            return False
        if index == 0:
            total.figures, total.decimal = True, bool(figure.value % 1)
            return total.put(figure.value, CLOSED)
        room = total.last if total.state == EMPTY and self.mixed else 100 if total.state == HUNDREDS else 0
        if (
            gap not in self.joints
            or total.ordinal
            or figure.fraction
            or figure.value % 1
            or not 0 < figure.value < room
        ):
            return False
        if "b" in self.role_before(text, total.start)[0]:  # "between 3 thousand and 500" is no 3,500
            return False
        return total.put((total.group or 0) + figure.value, CLOSED)

    def _add(self, total: Sum, part: Part) -> bool:
        if part.slot == "s":
            return self._add_scale(total, part)
        if total.state == EMPTY and total.after and not part.joined and (self.units_first or part.gap):
            return False
        if part.slot == "H":
            return self._add_hundred(total, part)
        if part.slot == "d":
            return self._add_dozen(total, part)
        state = self._state(total, part)
        if state is None:
            return False
        low = (total.group or 0) % 100
        multiplied = state == TENS and total.state == UNIT
        more = low * (part.value - 1) if multiplied else part.value
        return total.put((total.group or 0) + more, state)

    def _state(self, total: Sum, part: Part) -> int | None:
        """The state after a part below a hundred (or whole hundreds), None where it does not fit."""
        slot, state = part.slot, total.state
        if slot in "zh":
            fits = state == EMPTY and (part.index == 0 or (slot == "h" and total.after))
            return (CLOSED if slot == "z" else HUNDREDS) if fits else None
        if state == EMPTY or (state == HUNDREDS and (part.joined or not self.units_first)):
            if self.units_first:
                return UNIT if slot in "un" else CLOSED
            return TENS if slot == "t" else UNIT
        if state == UNIT:
            return self._after_unit(total, part)
        if state == TENS and slot == "x" and not part.joined and 10 in self.teens_after:
            return UNIT if (total.group or 0) % 100 in self.teens_after else None
        if state == TENS and (slot == "u" or (slot in "nx" and (total.group or 0) % 100 in self.teens_after)):
            return CLOSED if not part.joined or self.unit_joined else None
        return None

    def _after_unit(self, total: Sum, part: Part) -> int | None:
        """Six [and] ten, six and forty; four twenties; ten seven."""
        low, slot = (total.group or 0) % 100, part.slot
        if self.units_first:
            fits = (slot == "x" and not part.gap) or (slot == "t" and part.joined)
            return CLOSED if fits and 0 < low < 10 else None
        if slot == "u":
            return CLOSED if low % 20 == 10 and 10 in self.teens_after and not part.joined else None
        return TENS if slot == "t" and low in self.times.get(part.value, ()) and not part.joined else None

    def _add_dozen(self, total: Sum, part: Part) -> bool:
        """Two dozen, three score; a dozen."""
        if part.index and (total.state == EMPTY or part.gap not in ("", "-")):
            return False
        if not part.index and not total.article:
            return False
        return total.put((total.group or 1) * part.value, CLOSED)

    def _add_hundred(self, total: Sum, part: Part) -> bool:
        if total.state == EMPTY and (part.index == 0 or total.after):
            word = part.word
            counts = word.alone or total.article or word.rank or (total.after and part.joined)
            return bool(counts) and total.put((total.group or 1) * 100, HUNDREDS)
        if part.joined or total.state not in (UNIT, CLOSED) or not 0 < (total.group or 0) < 100:
            return False
        return total.put((total.group or 0) * 100, HUNDREDS)

    def _add_scale(self, total: Sum, part: Part) -> bool:
        """Multiply the group by a thousand or more; a scale may also stand for itself, or multiply what stands before
        it, a smaller scale included (tres mil ochocientos millones).
        """
        word, value, scale = part.word, part.value, part.value
        if total.group is not None:
            carried = total.part if self.carries and total.after and value > total.last else 0.0
            if word.dual or part.joined or (total.after and value >= total.last and not carried):
                return False
            total.part, total.group = times(carried + total.group, value), None
            total.total += total.part - carried
        elif part.index == 0 or (self._lower(total, part) and value < total.last and not word.definite):
            if part.index == 0 and word.alone == 0 and not total.article and word.rank is None:
                return False
            total.part = value if word.dual else value * max(1, word.alone)
            total.total += total.part
        elif total.after and not part.joined and value > total.last and not word.dual:
            total.total += total.part * value - total.part
            total.part, scale = total.part * value, value * total.last
        else:
            return False
        total.state, total.last, total.after = EMPTY, scale / 2 if word.dual else scale, True
        return True

    def _lower(self, total: Sum, part: Part) -> bool:
        """A scale of its own after a larger one: a million and a thousand, un million mille."""
        return total.after and (part.joined or (not self.units_first and part.word.alone > 0))


def _slot(word: Word, value: float) -> str:
    if word.rank is None:
        return word.slot
    if value >= 1000:
        return "s"
    return "u" if value < 10 else "x" if value == 10 else "n" if value < 20 else "t" if value < 100 else "H"


def times(value: float, scale: float) -> float:
    """A product without the dust of binary fractions (2084.2 million is a whole number)."""
    return round(value * scale, 4) if scale >= 1 else round(value * scale, 10)
