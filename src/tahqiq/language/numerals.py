"""Whole figures: a sum with what may follow it (a suffix, decimals, a half, a scale), or a fraction in words."""

from __future__ import annotations

import re
from typing import Literal

from tahqiq.catalog.languages import Language
from tahqiq.language.cardinals import INFINITE, Sums, times
from tahqiq.language.lexer import Head

MOST_HEADS = 24
MOST_DECIMALS = 9
ENDS = " .,;:!?)\n"
_NEXT = re.compile(r"\s*([^\W\d_]+)")


class Numeral:
    """A figure that was read. `count` is the number of heads, `scale` the scale that a range may share.

    digits: the length of a bare run of digits, -1 for other figures, 0 for words;
    pair: the two numbers of 3/4; alone: may be told by itself; definite: an article is part of it.
    """

    __slots__ = ("alone", "count", "definite", "digits", "end", "fraction", "kind", "pair", "scale", "start", "value")

    def __init__(self, value: float, start: int, end: int, count: int) -> None:
        self.value, self.start, self.end, self.count = value, start, end, count
        self.kind: Literal["number", "ordinal"] = "number"
        self.scale, self.digits = 1.0, 0
        self.definite, self.alone, self.fraction = False, True, False
        self.pair: tuple[int, int] | None = None

    def grow(self, value: float, head: Head, count: int = 1) -> None:
        """Take in the heads up to `head`; the figure is then no bare run of digits any more."""
        self.value, self.end, self.count, self.digits = value, head.end, self.count + count, 0


class Numerals:
    """Reads the figure that starts at a head."""

    def __init__(self, language: Language) -> None:
        self.sums = Sums(language)
        self.pairs = bool(language.settings["numbers"].get("year_pairs"))
        self.roles = language.roles
        self.names = frozenset(language.settings["name_before"])
        self.not_before = frozenset(language.settings["not_fraction_before"])
        self.joints = {s[0] for s in language.settings.get("ordinal_suffixes", ()) if not s[0].isalnum()}

    def read(self, text: str, heads: list[Head], at: int) -> Numeral | None:
        """The figure at heads[at], or None."""
        word = heads[at].word
        whole = word.value is not None or word.rank is not None or heads[at].figure is not None
        if not whole or (word.needs in ("one", "both") and self._is_share(text, heads[at])):
            return self._fraction(text, heads, at)
        found = self._sum(text, heads, at)
        if found is None:
            return self._fraction(text, heads, at) if word.fraction is not None else None
        if heads[at].figure is not None:
            self._suffix(text, heads, at, found)
        if found.kind == "number":
            self._decimals(text, heads, at, found)
            self._fraction_after(text, heads, at, found)
            self._sign(text, found)
            self._year_pair(text, heads, at, found)
        else:
            self._after_hundred(heads, at, found)
        return found

    def _sum(self, text: str, heads: list[Head], at: int, most: int = MOST_HEADS) -> Numeral | None:
        total, count = self.sums.add_up(text, heads, at, most)
        if not count:
            return None
        head = heads[at]
        found = Numeral(total.value(), total.start, heads[at + count - 1].end, count)
        found.kind = "ordinal" if total.ordinal else "number"
        found.definite, found.scale = total.definite, 1.0 if total.group or total.last == INFINITE else total.last
        dependent = (head.word.slot == "s" and head.word.definite) or (head.word.alone == 0 and not total.article)
        found.alone = count > 1 or not dependent
        if count == 1 and head.figure is not None:
            found.digits, found.fraction, found.pair = head.figure.digits, head.figure.fraction, head.figure.pair
        return found

    def _suffix(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """What is glued to digits: 43rd, 100k; not Section 502B. Narrow short scales are for the quantities."""
        if (
            found.count != 1
            or at + 1 >= len(heads)
            or not self._glued(text[found.end : heads[at + 1].start], heads[at + 1])
        ):
            return
        word = heads[at + 1].word
        if word.suffix and not (word.tens and self._decade(text, found, heads[at + 1].end)):
            found.kind = "ordinal"
            found.grow(found.value, heads[at + 1])
        elif word.glued is not None and not word.narrow and self.sums.word_before(text, found.start) not in self.names:
            found.scale = word.glued
            found.grow(times(found.value, word.glued), heads[at + 1])

    def _decade(self, text: str, found: Numeral, end: int) -> bool:
        """Whether an ending that ordinals and decades share makes a decade: of a year, or before a word for years."""
        follower = _NEXT.match(text, end)
        years = follower is not None and self.roles.get(follower[1]) == "y"
        return found.value % 10 == 0 and (found.value >= 1000 or years)

    def _glued(self, between: str, head: Head) -> bool:
        """Whether nothing, or the mark that the language writes before an ordinal's ending, stands between."""
        return not between or (between in self.joints and head.word.suffix)

    def _decimals(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """Two point five; and the scale after it."""
        k = at + found.count
        if k >= len(heads) or heads[k].gap.strip("aA") != "p" or found.value % 1:
            return
        digits, count = "", 0
        while len(digits) < MOST_DECIMALS and k + count < len(heads) and (count == 0 or heads[k + count].gap == ""):
            part = self._below_scale(text, heads, k + count)
            if part is None:
                break
            figure = heads[k + count].figure
            digits += f"{part.value:0{max(1, figure.digits) if figure else 1}.0f}"
            count += part.count
            if part.value > 9:
                break
        if digits:
            found.grow(float(f"{found.value:.0f}.{digits}"), heads[k + count - 1], count)
            self._scale(heads, at, found)

    def _below_scale(self, text: str, heads: list[Head], k: int) -> Numeral | None:
        """The figure below a thousand at heads[k]: one piece of the decimals."""
        most = next((j for j in range(3) if k + j == len(heads) or heads[k + j].word.slot == "s"), 3)
        part = self._sum(text, heads, k, most) if most else None
        fits = part is not None and part.kind == "number" and not part.value % 1 and part.value <= 999
        return part if fits else None

    def _scale(self, heads: list[Head], at: int, found: Numeral) -> None:
        """A scale right after what was read (half a million, 2.5 billion, two and a half million)."""
        k = at + found.count
        if k >= len(heads) or heads[k].gap not in ("", "-", "A", "o", "oA", "-A-"):
            return
        word = heads[k].word
        if word.slot in ("s", "d") and not word.dual and word.value:
            found.scale = word.value
            found.grow(times(found.value, word.value), heads[k])

    def _fraction_after(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """Three and a half, 3 million and a half, 2 1/4, two thirds."""
        k = at + found.count
        if k >= len(heads):
            return
        head = heads[k]
        if self._and_parts(heads, at, found):
            return
        if head.figure is not None:
            if head.figure.fraction and head.gap == "" and found.digits and head.figure.value < 1:
                found.grow(found.value + head.figure.value, head)
                found.fraction = True
        elif head.word.fraction is None:
            return
        elif head.gap in ("", "-"):
            self._parts(heads, at, found)
        elif head.gap in ("a", "aA") and not found.fraction and head.word.needs != "many":
            self._and_a_half(text, heads, at, found)

    def _and_parts(self, heads: list[Head], at: int, found: Numeral) -> bool:
        """Five and three quarters (of a million)."""
        k = at + found.count
        if k + 1 >= len(heads) or heads[k].gap != "a" or found.scale != 1 or found.fraction:
            return False
        figure, parts = heads[k].figure, heads[k + 1].word
        count = heads[k].word.value if figure is None else figure.value
        if (
            not count
            or parts.fraction is None
            or parts.needs not in ("many", "both")
            or heads[k + 1].gap not in ("", "-")
        ):
            return False
        if not 1 < count < 1 / parts.fraction:
            return False
        found.grow(found.value + round(count * parts.fraction, 15), heads[k + 1], 2)
        found.fraction = found.alone = True
        self._scale(heads, at, found)
        return True

    def _parts(self, heads: list[Head], at: int, found: Numeral) -> None:
        """One third, two thirds, three quarters of a billion."""
        head = heads[at + found.count]
        needs, value = head.word.needs, found.value
        counted = (needs != "many" and value == 1) or (needs in ("many", "both") and 1 < value < 20)
        if counted and found.scale == 1 and head.word.fraction:
            found.grow(round(value * head.word.fraction, 15), head)
            found.fraction = found.alone = True
            self._scale(heads, at, found)

    def _and_a_half(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        head, unit = heads[at + found.count], found.scale
        if head.word.definite or (head.word.needs == "one" and "A" not in head.gap) or head.word.fraction is None:
            return
        if self._next(text, head.end) in self.not_before:
            return
        found.grow(found.value + head.word.fraction * unit, head)
        found.fraction = found.alone = True
        if unit == 1:
            self._scale(heads, at, found)
        else:
            self._same_scale(heads, at, found, unit)

    def _same_scale(self, heads: list[Head], at: int, found: Numeral, unit: float) -> None:
        """The scale said again after the fraction (two millions and a half of the million)."""
        k = at + found.count
        if k < len(heads) and heads[k].gap == "" and heads[k].word.slot == "s" and heads[k].word.value == unit:
            found.grow(found.value, heads[k])

    def _is_share(self, text: str, head: Head) -> bool:
        """A third of them: not the third."""
        return self.sums.with_article(text, head) < head.start and self.roles.get(self._next(text, head.end)) == "o"

    def _fraction(self, text: str, heads: list[Head], at: int) -> Numeral | None:
        """Half, a quarter of, half a million."""
        head = heads[at]
        if head.word.fraction is None:
            return None
        found = Numeral(head.word.fraction, self.sums.with_article(text, head), head.end, 1)
        article, needs = found.start < head.start, head.word.needs
        found.fraction = True
        self._scale(heads, at, found)
        if found.count > 1:
            return found if needs in ("", "one") and not (head.word.definite and head.word.part) else None
        follower = self._next(text, found.end)
        found.alone = not head.word.definite and follower not in self.not_before
        if text[head.start - 1 : head.start] in self.sums.joiners and not text[found.end : found.end + 2].strip(ENDS):
            found.alone = False  # "three times and a half": it belongs to a noun before it
        if needs:
            found.alone = found.alone and article and needs in ("one", "both") and self.roles.get(follower) == "o"
        return found

    def _after_hundred(self, heads: list[Head], at: int, found: Numeral) -> None:
        """The twenty-fifth after the hundred: Arabic for the 125th."""
        k = at + found.count
        if k < len(heads) and heads[k].gap == "f" and heads[k].word.definite and found.value < 100:
            word = heads[k].word
            if word.slot in ("H", "h") and word.value:
                found.grow(found.value + word.value, heads[k])

    def _next(self, text: str, end: int) -> str:
        match = _NEXT.match(text, end)
        return match[1] if match else ""

    def _sign(self, text: str, found: Numeral) -> None:
        role, start = self.sums.role_before(text, found.start)
        if role == "n" and found.value > 0:
            found.value, found.start, found.digits = -found.value, start, 0

    def _year_pair(self, text: str, heads: list[Head], at: int, found: Numeral) -> None:
        """Nineteen eighty-six."""
        k = at + found.count
        if not self.pairs or not 16 <= found.value <= 20 or found.count != 1 or heads[at].figure or k >= len(heads):
            return
        if heads[k].gap not in ("", "-") or heads[k].figure:
            return
        second = self._sum(text, heads, k)
        if second is not None and second.kind == "number" and 10 <= second.value < 100:
            found.grow(found.value * 100 + second.value, heads[k + second.count - 1], second.count)
            found.digits = 4
