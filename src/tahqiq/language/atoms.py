"""Heads gathered into atoms: a whole figure, a date in digits, or a word that figures go with."""

from __future__ import annotations

import re

from tahqiq.catalog.languages import Language, Word
from tahqiq.language.digits import Figure
from tahqiq.language.lexer import Head
from tahqiq.language.numerals import Numeral, Numerals

_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[^\w.;!?\n]*+\Z")
_NEXT = re.compile(r"[^\w.;!?\n]*([^\W\d_]+)")
REACH = 20
ENDS = ("", ".", "\n", ":", ";", "\u061b", "!", "?", "\u061f")
POINTS = (":", ",", "\u060c")
"""Signs before and behind a word that numbers a point of a speech."""
NOTHING = ""


class Atom:
    """A part of a mention: `numeral` or `figure` (a date in digits) is set, neither for a word; `word` is its first."""

    __slots__ = ("end", "figure", "gap", "glued", "numeral", "start", "word")

    def __init__(
        self, head: Head, start: int, end: int, gap: str, numeral: Numeral | None, figure: Figure | None
    ) -> None:
        self.start, self.end, self.gap, self.word, self.glued = start, end, gap, head.word, head.glued
        self.numeral, self.figure = numeral, figure


class Scene:
    """A folded text with its atoms and questions about what stands around a place."""

    __slots__ = ("_before", "atoms", "text")

    def __init__(self, text: str, atoms: list[Atom]) -> None:
        self.text, self.atoms = text, atoms
        self._before: dict[int, str] = {}

    def before(self, start: int) -> str:
        """The word right before a place, without crossing the end of a sentence; empty when there is none."""
        if start not in self._before:  # every reader of figures and dates asks it anew
            match = _LAST.search(self.text, max(0, start - REACH), start)
            self._before[start] = match[1] if match else NOTHING
        return self._before[start]

    def after(self, end: int) -> str:
        """The word right after a place, within the sentence; empty when a figure or nothing follows."""
        match = _NEXT.match(self.text, end, end + 2 * REACH)
        return match[1] if match else NOTHING

    def word_two_before(self, start: int) -> str:
        """The word before the word before a place."""
        match = _LAST.search(self.text, max(0, start - REACH), start)
        return self.before(match.start()) if match else NOTHING

    def phrase_before(self, start: int, phrases: frozenset[str]) -> str:
        """The word, or the two words, right before a place, where they are one of these; empty where they are none."""
        before = self.before(start)
        if before in phrases:
            return before
        pair = f"{self.word_two_before(start)} {before}"
        return pair if pair in phrases else NOTHING

    def numbers_item(self, atom: Atom) -> bool:
        """1. or 1) or 1- at the head of a line with text after it numbers an item."""
        text, start, end = self.text, atom.start, atom.end
        if end - start > 3 or text[end : end + 1] not in (".", ")", "-") or text[end + 1 : end + 2] != " ":
            return False
        return (start == 0 or text[start - 1] == "\n") and text[end + 2 : end + 3].isalnum()

    def numbers_point(self, atom: Atom) -> bool:
        """ "Thirdly, ..." at the head of a sentence numbers what is said."""
        before = self.text[max(0, atom.start - 2) : atom.start].rstrip(" ")[-1:]
        return before in ENDS and self.text[atom.end : atom.end + 1] in POINTS


def gather(text: str, heads: list[Head], numerals: Numerals) -> Scene:
    """All atoms of a text, in order. A head that belongs to nothing stays, so that nothing is joined across it."""
    atoms: list[Atom] = []
    at, count = 0, len(heads)
    while at < count:
        head = heads[at]
        figure, word = head.figure, head.word
        if figure is not None and figure.days:
            atoms.append(Atom(head, head.start, head.end, head.gap, None, figure))
        elif figure is not None or word.value is not None or word.rank is not None or word.fraction is not None:
            numeral = numerals.read(text, heads, at)
            if numeral is not None:
                atoms.append(Atom(head, numeral.start, numeral.end, head.gap, numeral, None))
                at += numeral.count
                continue
            atoms.append(Atom(head, head.start, head.end, head.gap, None, None))
        else:
            atoms.append(Atom(head, head.start, head.end, head.gap, None, None))
        at += 1
    return Scene(text, atoms)


MORE = (
    "quantity_before",
    "short_year_before",
    "label_before",
    "price_before",
    "year_prepositions",
    "day_words",
    "days_before",
    "first_day_words",
)


class Context:
    """The word lists of a language, as sets."""

    def __init__(self, language: Language) -> None:
        settings = language.settings
        for name in ("year_before", "date_before", "date_after", "range_before", "name_before", "hour_before", *MORE):
            setattr(self, name, frozenset(settings[name]))
        self.year_after = frozenset(settings.get("year_after", ()))
        self.roles = language.roles

    year_before: frozenset[str]
    date_before: frozenset[str]
    date_after: frozenset[str]
    range_before: frozenset[str]
    name_before: frozenset[str]
    hour_before: frozenset[str]
    quantity_before: frozenset[str]
    short_year_before: frozenset[str]
    label_before: frozenset[str]
    price_before: frozenset[str]
    year_prepositions: frozenset[str]
    day_words: frozenset[str]
    days_before: frozenset[str]
    first_day_words: frozenset[str]


def is_month(word: Word) -> bool:
    """A Gregorian month."""
    return word.month is not None and not word.calendar
