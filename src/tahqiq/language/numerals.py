"""Figures in words and digits: cardinals, ordinals, fractions, scales. One left-to-right pass with a small state.

The grammar differs between languages by data only: whether units stand before tens (`order`), whether parts are
joined by "and" (`and`), which tens take teens or are multiplied (`teens_after`, `times`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from tahqiq.catalog.languages import Language, Word
from tahqiq.language.digits import Figure
from tahqiq.language.lexer import Head

MOST_HEADS = 24
NO_FIGURE = Figure(0)
EMPTY, HUNDREDS, UNIT, TENS, CLOSED = range(5)
_NEXT = re.compile(r"\s*([^\W\d_]+)")
_NOUN = re.compile(r" +([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)[\s'\"(]*\Z")


class Numeral:
    """A figure that was read. `count` is the number of heads, `scale` the scale that a range may share.

    kind: number or ordinal; digits: the length of a bare run of digits, -1 for other figures, 0 for words; alone: may be told by itself.
    """

    __slots__ = ("alone", "count", "definite", "digits", "end", "fraction", "kind", "pair", "scale", "start", "value")

    def __init__(self, value: float, start: int, end: int, count: int) -> None:
        self.value, self.start, self.end, self.count = value, start, end, count
        self.kind, self.scale, self.digits = "number", 1.0, 0
        self.definite, self.alone, self.fraction = False, True, False
        self.pair: tuple[int, int] | None = None


class _Sum:
    """The state of a cardinal or ordinal while its parts come in."""

    __slots__ = ("after", "definite", "figures", "group", "last", "mark", "ordinal", "part", "start", "state", "total")

    def __init__(self, start: int) -> None:
        self.start = start
        self.total = self.part = 0.0
        self.group: float | None = None
        self.state, self.last, self.after = EMPTY, float("inf"), False
        self.ordinal = self.definite = self.figures = False
        self.mark: tuple[int, float, float] | None = None

    def value(self) -> float:
        return self.total + (self.group or 0)


class Numerals:
    """Reads the figure that starts at a head."""

    def __init__(self, language: Language) -> None:
        numbers = language.settings["numbers"]
        self.units_first = numbers["order"] == "units_first"
        self.mixed = bool(numbers["digits_after_scale"])
        self.pairs = bool(numbers.get("year_pairs"))
        self.teens_after = frozenset(numbers.get("teens_after", ()))
        self.times = numbers.get("times", {})
        self.roles, self.words = language.roles, language.words
        joiners = [word for word, role in language.roles.items() if role == "a" and len(word) == 1]
        self.joiners = tuple(joiners) or ("\0",)
        self.not_before = frozenset(language.settings["not_fraction_before"])

    def read(self, text: str, heads: list[Head], at: int) -> Numeral | None:
        """The figure at heads[at], or None."""
        head = heads[at]
        if head.word.fraction is not None and head.word.value is None and head.word.rank is None:
            return self._fraction(text, heads, at)
        if head.word.needs in ("one", "both") and self._is_share(text, head):
            return self._fraction(text, heads, at)
        found = self._sum(text, heads, at)
        if found is None:
            return self._fraction(text, heads, at) if head.word.fraction is not None else None
        if head.figure is not None:
            self._suffix(heads, at, found)
        if found.kind == "number":
            self._decimals(text, heads, at, found)
            self._and_a_half(text, heads, at, found)
            self._sign(text, found)
            self._year_pair(text, heads, at, found)
        return found

    def _sum(self, text: str, heads: list[Head], at: int, most: int = MOST_HEADS) -> Numeral | None:
        tally, k, stop = _Sum(heads[at].start), at, min(len(heads), at + (1 if self._dated(text, heads, at) else most))
        start = self._with_article(text, heads[at])
        article = start < heads[at].start
        while k < stop and self._take(tally, heads[k], k - at, heads[k].gap if k > at else "", article, text):
            k += 1
        if tally.mark and k - at > tally.mark[0] and tally.group is not None and self._clash(tally, heads, k):
            count, total, scale = tally.mark
            k, tally.total, tally.group, tally.part = at + count, total, None, scale
        if k == at:
            return None
        found = Numeral(tally.value(), start if heads[at].figure is None else heads[at].start, heads[k - 1].end, k - at)
        found.kind = "ordinal" if tally.ordinal else "number"
        word = heads[at].word
        found.alone = k > at + 1 or not ((word.slot == "s" and word.definite) or (word.alone == 0 and not article))
        found.definite, found.scale = tally.definite, 1.0 if tally.group or tally.last == float("inf") else tally.last
        if k == at + 1 and heads[at].figure is not None:
            figure = heads[at].figure or NO_FIGURE
            found.digits, found.fraction, found.pair = figure.digits, figure.fraction, figure.pair
        return found

    def _dated(self, text: str, heads: list[Head], at: int) -> bool:
        """A year, told by the word before it, takes no scale: "in the year 2016 a billion litres"."""
        figure = heads[at].figure
        if figure is None or figure.digits != 4 or at + 1 >= len(heads) or heads[at + 1].word.slot != "s":
            return False
        match = _LAST.search(text, max(0, heads[at].start - 16), heads[at].start)
        return bool(match and self.roles.get(match[1], "").endswith("y"))

    def _clash(self, tally: _Sum, heads: list[Head], k: int) -> bool:
        """The group after a scale turns out to belong to a scale as large: it is a figure of its own."""
        if k >= len(heads) or heads[k].gap not in ("", "-"):
            return False
        word = heads[k].word
        return word.slot == "s" and not word.dual and (word.value or 0) >= tally.last

    def _take(self, t: _Sum, head: Head, index: int, gap: str, article: bool, text: str) -> bool:
        """Add one head to the sum; False when it does not belong there."""
        word = head.word
        if head.figure is not None:
            return self._take_figure(t, head, index, gap, text)
        value = word.rank if word.rank is not None else word.value
        if value is None or gap not in ("", "a", "-", "A", "aA") or (t.ordinal and not self.units_first):
            return False
        if word.rank is not None and t.figures:
            return False
        joined = "a" in gap
        if index and self.units_first and joined and word.definite != t.definite and not t.after:
            return False
        if index and joined and word.definite != t.definite and t.after and word.rank is None:
            return False
        if word.rank is not None and t.ordinal and not joined:
            return False
        taken = self._add(t, _slot(word, value), value, self._single(head, text), joined, gap, index, article)
        if taken:
            t.ordinal = t.ordinal or word.rank is not None
            t.definite = t.definite or word.definite
            if t.group is None:
                t.mark = (index + 1, t.total, t.last)
        return taken

    def _single(self, head: Head, text: str) -> Word:
        """A form that is dual before a noun and an accusative elsewhere ("a billion and ...") counts once there."""
        word = head.word
        if word.alone < 2 or (not head.glued and self._noun_follows(text, head.end)):
            return word
        return replace(word, alone=1)

    def _noun_follows(self, text: str, end: int) -> bool:
        match = _NOUN.match(text, end)
        return bool(match) and not (match[1].startswith(self.joiners) and match[1][1:] in self.words)

    def _take_figure(self, t: _Sum, head: Head, index: int, gap: str, text: str) -> bool:
        figure = head.figure
        assert figure is not None
        if figure.days:
            return False
        if index == 0:
            t.group, t.state, t.figures = figure.value, CLOSED, True
            return True
        room = t.last if t.state == EMPTY else 100 if t.state == HUNDREDS else 0
        fits = gap == "a" and not t.ordinal and 0 < figure.value < room and not figure.value % 1
        if not fits or not (self.mixed if t.state == EMPTY else True) or figure.fraction:
            return False
        if self._between(text, t.start):
            return False
        t.group, t.state = (t.group or 0) + figure.value, CLOSED
        return True

    def _between(self, text: str, start: int) -> bool:
        """The figure is the first of two: "between 3 thousand and 500" is no 3,500."""
        match = _LAST.search(text, max(0, start - 16), start)
        return bool(match and "b" in self.roles.get(match[1], ""))

    def _add(self, t: _Sum, slot: str, v: float, word: Word, joined: bool, gap: str, index: int, article: bool) -> bool:
        if slot == "s":
            return self._add_scale(t, v, word, joined, index, article)
        if t.state == EMPTY and t.after and not joined and (self.units_first or gap):
            return False
        if slot == "H":
            return self._add_hundred(t, word, joined, index, article)
        return self._add_small(t, slot, v, joined, gap, index)

    def _add_small(self, t: _Sum, slot: str, v: float, joined: bool, gap: str, index: int) -> bool:
        low = (t.group or 0) % 100
        state = None
        if slot in "zh" and t.state == EMPTY and (index == 0 or (slot == "h" and t.after)):
            state = CLOSED if slot == "z" else HUNDREDS
        elif slot == "d":
            return self._add_dozen(t, v, index, gap)
        elif t.state == EMPTY or (t.state == HUNDREDS and (joined or not self.units_first)):
            state = {"u": UNIT, "n": UNIT, "x": CLOSED if self.units_first else UNIT}.get(
                slot, CLOSED if self.units_first else TENS
            )
        elif t.state == UNIT and self.units_first and 0 < low < 10:
            state = CLOSED if (slot == "x" and not gap) or (slot == "t" and joined) else None
        elif t.state == UNIT and slot == "u" and low % 20 == 10 and 10 in self.teens_after and not joined:
            state = CLOSED
        elif t.state == UNIT and slot == "t" and low in self.times.get(v, ()) and not joined:
            t.group, t.state = (t.group or 0) + v * low - low, TENS
            return True
        elif t.state == TENS and (slot == "u" or (slot in "nx" and low in self.teens_after)):
            state = CLOSED if not joined or self.teens_after else None
        if state is None:
            return False
        t.group, t.state = (t.group or 0) + v, state
        return True

    def _add_dozen(self, t: _Sum, v: float, index: int, gap: str) -> bool:
        """Two dozen, three score; a dozen."""
        if index and (t.state == EMPTY or gap not in ("", "-")):
            return False
        t.group, t.state = (t.group or 1) * v, CLOSED
        return True

    def _add_hundred(self, t: _Sum, word: Word, joined: bool, index: int, article: bool) -> bool:
        if t.state == EMPTY and (index == 0 or t.after):
            if not (word.alone or article or word.rank or (t.after and joined)):
                return False
            t.group, t.state = (t.group or 1) * 100, HUNDREDS
            return True
        if joined or t.state not in (UNIT, CLOSED) or not 0 < (t.group or 0) < 100:
            return False
        t.group, t.state = (t.group or 0) * 100, HUNDREDS
        return True

    def _add_scale(self, t: _Sum, v: float, word: Word, joined: bool, index: int, article: bool) -> bool:
        if t.group is not None:
            if word.dual or joined or (t.after and v >= t.last):
                return False
            t.part, t.group = times(t.group, v), None
            t.total += t.part
        elif index == 0 or (t.after and joined and v < t.last and not word.definite):
            if index == 0 and word.alone == 0 and not article and word.rank is None:
                return False
            t.part = v if word.dual else v * max(1, word.alone)
            t.total += t.part
        elif t.after and not joined and v > t.last and not word.dual:
            t.total += t.part * v - t.part
            t.part *= v
            v *= t.last
        else:
            return False
        t.state, t.last, t.after = EMPTY, v / 2 if word.dual else v, True
        return True

    def _with_article(self, text: str, head: Head) -> int:
        """Where a figure starts that may take "a" before it (a hundred, a million, a dozen)."""
        if head.word.slot not in ("H", "s", "d") and head.word.fraction is None:
            return head.start
        match = _LAST.search(text, max(0, head.start - 6), head.start)
        return match.start() if match and self.roles.get(match[1]) == "A" else head.start

    def _suffix(self, heads: list[Head], at: int, found: Numeral) -> None:
        """What is glued to digits: 43rd, 100k. A short scale may need a capital or a sign of money (see the lexer)."""
        if found.count != 1 or at + 1 >= len(heads) or heads[at + 1].start != found.end:
            return
        word = heads[at + 1].word
        if word.suffix:
            found.kind, found.end, found.count, found.digits = "ordinal", heads[at + 1].end, 2, 0
        elif word.glued is not None and not word.narrow:
            found.value, found.scale = times(found.value, word.glued), word.glued
            found.end, found.count, found.digits = heads[at + 1].end, 2, 0

    def _decimals(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """Two point five; and the scale after it."""
        k = at + found.count
        if k >= len(heads) or "p" not in heads[k].gap or heads[k].gap.strip("aA") != "p" or found.value % 1:
            return
        digits, count = "", 0
        while k + count < len(heads) and (count == 0 or heads[k + count].gap == "") and len(digits) < 9:
            most = next(
                (j for j in range(3) if k + count + j == len(heads) or heads[k + count + j].word.slot == "s"), 3
            )
            part = self._sum(text, heads, k + count, most) if most else None
            if part is None or part.kind != "number" or part.value % 1 or part.value > 999:
                break
            taken = heads[k + count].figure
            digits += f"{part.value:0{max(1, taken.digits) if taken else 1}.0f}"
            count += part.count
            found.end = part.end
            if part.value > 9:
                break
        if not digits:
            return
        found.value, found.count, found.digits = float(f"{found.value:.0f}.{digits}"), found.count + count, 0
        self._scale(heads, at, found)

    def _scale(self, heads: list[Head], at: int, found: Numeral) -> None:
        """A scale right after what was read (half a million, 2.5 billion, two and a half million)."""
        k = at + found.count
        if (
            k >= len(heads)
            or heads[k].word.slot != "s"
            or heads[k].word.dual
            or heads[k].gap not in ("", "-", "A", "o", "oA")
        ):
            return
        found.scale = heads[k].word.value or 1
        found.value, found.end, found.count, found.digits = (
            times(found.value, found.scale),
            heads[k].end,
            found.count + 1,
            0,
        )

    def _and_a_half(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """Three and a half, 3 million and a half, 2 1/4, two thirds."""
        k = at + found.count
        if k >= len(heads):
            return
        head, unit = heads[k], found.scale
        if (
            head.figure is not None
            and head.figure.fraction
            and head.gap == ""
            and found.digits
            and head.figure.value < 1
        ):
            self._grow(found, head.figure.value, head.end, 1)
            return
        word = head.word
        if word.fraction is None:
            return
        if head.gap in ("", "-") and self._parts(word.needs, found.value):
            if found.scale == 1:
                found.value, found.end, found.count, found.fraction = (
                    found.value * word.fraction,
                    head.end,
                    found.count + 1,
                    True,
                )
                self._scale(heads, at, found)
        elif (
            head.gap in ("a", "aA")
            and word.needs != "many"
            and (word.needs in ("", "and") or "A" in head.gap)
            and not found.fraction
        ):
            if self._next(text, head.end) in self.not_before or word.definite:
                return
            self._grow(found, word.fraction * unit, head.end, 1)
            if unit == 1:
                self._scale(heads, at, found)
            else:
                self._same_scale(heads, at, found, unit)

    def _is_share(self, text: str, head: Head) -> bool:
        """A third of them: not the third."""
        return self._with_article(text, head) < head.start and self.roles.get(self._next(text, head.end)) == "o"

    def _parts(self, needs: str, value: float) -> bool:
        """How many parts may be counted: one third, two thirds."""
        return (needs in ("one", "both") and value == 1) or (needs in ("many", "both") and 1 < value < 20)

    def _same_scale(self, heads: list[Head], at: int, found: Numeral, unit: float) -> None:
        """The scale said again after the fraction (two millions and a half of the million)."""
        k = at + found.count
        if k < len(heads) and heads[k].gap == "" and heads[k].word.slot == "s" and heads[k].word.value == unit:
            found.end, found.count = heads[k].end, found.count + 1

    def _grow(self, found: Numeral, more: float, end: int, count: int) -> None:
        found.value, found.end, found.count, found.digits, found.fraction = (
            found.value + more,
            end,
            found.count + count,
            0,
            True,
        )
        found.alone = True

    def _fraction(self, text: str, heads: list[Head], at: int) -> Numeral | None:
        head = heads[at]
        assert head.word.fraction is not None
        found = Numeral(head.word.fraction, self._with_article(text, head), head.end, 1)
        article = found.start < head.start
        found.fraction = True
        self._scale(heads, at, found)
        follower = self._next(text, found.end)
        scaled = found.count > 1
        if scaled:
            return found if head.word.needs in ("", "one") and not (head.word.definite and head.word.part) else None
        found.alone = not head.word.definite and follower not in self.not_before
        if head.word.needs:
            found.alone = found.alone and article and head.word.needs == "one" and self.roles.get(follower) == "o"
        return found

    def _next(self, text: str, end: int) -> str:
        match = _NEXT.match(text, end)
        return match[1] if match else ""

    def _sign(self, text: str, found: Numeral) -> None:
        match = _LAST.search(text, max(0, found.start - 16), found.start)
        if match and self.roles.get(match[1]) == "n" and found.value > 0:
            found.value, found.start, found.digits = -found.value, match.start(1), 0

    def _year_pair(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """Nineteen eighty-six; nineteen oh five is not written so."""
        k = at + found.count
        if not self.pairs or not 16 <= found.value <= 20 or found.count != 1 or heads[at].figure or k >= len(heads):
            return
        if heads[k].gap not in ("", "-") or heads[k].figure:
            return
        second = self._sum(text, heads, k)
        if second is not None and second.kind == "number" and 10 <= second.value < 100:
            found.value, found.end, found.count = (
                found.value * 100 + second.value,
                second.end,
                found.count + second.count,
            )
            found.digits = 4


def _slot(word: Word, value: float) -> str:
    if word.rank is None:
        return word.slot
    if value >= 1000:
        return "s"
    return "u" if value < 10 else "x" if value == 10 else "n" if value < 20 else "t" if value < 100 else "H"


def times(value: float, scale: float) -> float:
    """A product without the dust of binary fractions (2084.2 million is a whole number)."""
    return round(value * scale, 4) if scale >= 1 else round(value * scale, 10)
