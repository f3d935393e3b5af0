"""A text cut into heads: figures, signs and the words that may belong to a figure or a date, with what lies between.

One pass of one regular expression; a word that is not in the language's dictionary costs a look-up and no more.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tahqiq.catalog.languages import Folded, Language, Word
from tahqiq.language.digits import Figure, Style, figures

LONGEST_GAP = 32
LONGEST_RUN = 160
LONGEST_CODE = 24
LONGEST_ORDINAL = 3
"""Digits of an ordinal that a point makes."""
CODE_MARKS = frozenset("/.-(")
NO_WORD = Word()
ORDINAL = Word(suffix=True)
"""The point behind the digits of an ordinal."""
CAPITAL = "A"
JOINER = "\u200c"
"""The half-space: it joins what is one word, such as a prefix to its verb."""


class Head:
    """A figure or a word that matters. `gap` holds the roles of what stands between it and the head before it.

    figure is None for a word; word is NO_WORD for a figure. `glued` holds the letters that stand directly before a
    figure, and CAPITAL for a short scale in capitals or before a plural.
    """

    __slots__ = ("end", "figure", "gap", "glued", "start", "word")

    def __init__(self, start: int, end: int, word: Word, figure: Figure | None, glued: str = "") -> None:
        self.start, self.end, self.word, self.figure, self.glued = start, end, word, figure, glued
        self.gap = "?"


TOKENS = (
    r"(?:https?://|www\.)\S+"
    r"|([\u00bc-\u00be\u2150-\u215e])"
    r"|([^\W\d_]+)"
    r"|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"
    r"|([0-9]{1,3}(?: [0-9]{3}){1,6}(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,/-][0-9]+)*"
    r"|(?<![\w.,)])\.[0-9]+(?![0-9.]))"
    r"|([^\w\s.,;:!?()/\[\]'\"-])"
)
WORD, DIGITS, SIGN = 2, 3, 4
"""Groups of `TOKENS`; the first is a fraction in one character."""
WORDLIKE = (WORD, SIGN)


class Lexer:
    """Cuts texts of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words, self.tails, self.roles = language.words, language.tails, language.roles
        self.exact = language.settings["exact"]
        self.vowelled = language.settings["vowelled"]
        self.spelt = frozenset([*self.exact, *self.vowelled])
        self.singular = tuple(language.settings["singular_marks"])
        self.joiners = tuple(word for word, role in language.roles.items() if role == "a" and len(word) == 1)
        self.glue = bool(language.settings["clitics"]["glued_digits"])
        self.hyphen = _hyphen(language)
        self.apostrophe = _apostrophe(language)
        self.pointed = bool(language.settings.get("ordinal_point"))
        self.style = _style(language)
        self.people = frozenset(language.settings["glued_before_words"])
        self.plurals = tuple(language.settings["glued_before_endings"])
        self.commas = frozenset(language.settings["decimal_letters"])
        self.tokens = re.compile(TOKENS)
        self._gaps: dict[str, str] = {"": "", " ": ""}
        self._patterns: dict[str, list[tuple[re.Pattern[str], Word]]] = {}

    def heads(self, folded: Folded, first: int, last: int) -> list[Head]:
        """All heads of text[first:last], in order, with their gaps."""
        text, words, found = folded.text, self.words, list[Head]()
        skip_to = first
        for match in self.tokens.finditer(text, first, last):
            kind = match.lastindex
            if kind in WORDLIKE:
                if match[kind] not in words or match.start() < skip_to:
                    continue
                head = self._word(folded, match[kind], *match.span())
                if head is not None:
                    skip_to = head.end
                    found.append(head)
            elif kind is None or match.start() < skip_to:
                continue
            elif kind == DIGITS:
                self._figure(match, folded, found)
            else:
                figure = Figure(unicodedata.numeric(match[kind]), fraction=True)
                found.append(Head(*match.span(), NO_WORD, figure))
        self._join(text, found)
        return found

    def _word(self, folded: Folded, surface: str, start: int, end: int) -> Head | None:
        """The head of a surface that is in the dictionary; the longest phrase it begins wins."""
        word = self.words[surface]
        if surface in self.tails:
            for pattern, phrase in self._tails(surface):
                match = pattern.match(folded.text, end)
                if match:
                    word, end = phrase, match.end()
                    break
        if word is None or (word.upper and not folded.raw[slice(*folded.span(start, end))].isupper()):
            return None
        if word.month is not None and self._joined(folded, end):
            return None
        start += word.skip
        if folded.text[start:end] in self.spelt:
            return self._by_spelling(folded, start, end, word)
        return Head(start, end, word, None, self._mark(folded, start, end, word))

    @staticmethod
    def _joined(folded: Folded, end: int) -> bool:
        """A joiner, compared as a space, ties the word to the next: it begins one, and is no name of a month."""
        return folded.text[end : end + 1] == " " and folded.raw[slice(*folded.span(end, end + 1))] == JOINER

    def _by_spelling(self, folded: Folded, start: int, end: int, word: Word) -> Head | None:
        """Words that fold alike: the marks and letters as written tell which it is."""
        stem = folded.text[start:end]
        raw = folded.raw[slice(*folded.span(start, end))]
        for spelling, parts in self.vowelled.get(stem, ()):
            if raw.startswith(spelling):
                return Head(start, end, Word(fraction=1 / parts), None)
        joined = next((j for j in self.joiners if stem.startswith(j) and stem[len(j) :] in self.words), "")
        rest = self.words[stem[len(joined) :]] if joined else None
        if rest is not None and rest.alone == 0 and self._ten_follows(folded.text, end):
            return Head(start + len(joined), end, rest, None)
        if stem in self.exact and self.language.deleted.sub("", raw) not in self.exact[stem]:
            return Head(start + len(joined), end, rest, None) if rest is not None else None
        return Head(start, end, word, None, self._mark(folded, start, end, word))

    def _ten_follows(self, text: str, end: int) -> bool:
        """And eleven: a unit that only stands before ten, with "and", where the two fold like another unit."""
        match = FOLLOWING.match(text, end)
        word = self.words.get(match[1]) if match else None
        return word is not None and word.slot == "x"

    def _mark(self, folded: Folded, start: int, end: int, word: Word) -> str:
        """CAPITAL for a short scale in capitals or before a plural, and for a dual form that is marked as singular."""
        if word.alone == 2:
            raw = folded.raw[slice(*folded.span(start, end))]
            return CAPITAL if any(mark in raw for mark in self.singular) else ""
        if not word.narrow:
            return ""
        capital = folded.raw[slice(*folded.span(start, end))].isupper()
        return CAPITAL if capital or self._counted(folded.text, end) else ""

    def _counted(self, text: str, end: int) -> bool:
        """People or things in the plural follow a short scale: 2.3m people, not 100 m."""
        match = FOLLOWING.match(text, end)
        return match is not None and (match[1] in self.people or match[1].endswith(self.plurals))

    def _tails(self, surface: str) -> list[tuple[re.Pattern[str], Word]]:
        """The patterns of what may follow a first word, built when it is first met."""
        known = self._patterns.get(surface)
        if known is None:
            known = [(_tail(rest), word) for rest, word in self.tails[surface]]
            self._patterns[surface] = known
        return known

    def _figure(self, match: re.Match[str], folded: Folded, found: list[Head]) -> None:
        """Add the figures of a run of digits, unless they are part of a name or a code."""
        text, start, end = folded.text, *match.span()
        before = text[start - 1] if start else " "
        glued = self._letters_before(text, start) if before.isalpha() else ""
        if end - start > LONGEST_RUN or self._torn(text, start, end):
            return
        if before in CODE_MARKS or glued:
            known = self.roles.get(glued) == "y" or (bool(found) and self._carries(found[-1], text, start, end))
            if not known and (self._foreign(before) or self._code(folded, start, end)):
                return
        for figure, first, last in figures(match[0], self.style):
            sign = first == 0 and _negative(text, start)
            told = figure.negated() if sign else figure
            found.append(Head(start + first - sign, start + last, NO_WORD, told, glued))
        if self.pointed and end - start <= LONGEST_ORDINAL and points_on(folded.raw, folded.span(start, end)[1]):
            found.append(Head(end, end + 1, ORDINAL, None))

    def _carries(self, head: Head, text: str, start: int, end: int) -> bool:
        """The word before the digits may have them glued on or after a mark: a month, a sign of money, Q4."""
        if head.word.month:
            return start - head.end <= len(".-")
        glued = head.word.currency is not None or (head.word.short and not text[end : end + 1].isalnum())
        return glued and head.end == start

    def _torn(self, text: str, start: int, end: int) -> bool:
        """Digits on both sides of a letter that stands for the decimal sign: which side is which cannot be told."""
        after = text[end : end + 1] in self.commas and text[end + 1 : end + 2].isdigit()
        return bool(self.commas) and (after or (text[start - 1 : start] in self.commas and text[start - 2].isdigit()))

    def _foreign(self, before: str) -> bool:
        """A letter is glued to the digits, and letters of this language are not written so (A320, H1N1)."""
        return before.isalpha() and not (self.glue and self.language.letter.match(before))

    def _code(self, folded: Folded, start: int, end: int) -> bool:
        """The digits end a code: F-35, COVID-19, S/RES/2334. A year may follow a word and a hyphen (mid-1972)."""
        first = start
        while first and start - first < LONGEST_CODE and not folded.text[first - 1].isspace():
            first -= 1
        piece = folded.raw[slice(*folded.span(first, start))].lstrip("([\"'") if first < start else ""
        name = CODE.match(piece)
        return bool(name) and not (end - start == 4 and piece.endswith("-"))

    def _letters_before(self, text: str, start: int) -> str:
        first = start
        while first and start - first < 12 and text[first - 1].isalpha():
            first -= 1
        return text[first:start]

    def _join(self, text: str, found: list[Head]) -> None:
        gaps, last = self._gaps, -LONGEST_GAP - 1
        for head in found:
            if head.start - last <= LONGEST_GAP:
                gap = text[last : head.start]
                known = gaps.get(gap)
                head.gap = self._gap(gap) if known is None else known
                if "\n" in gap and (head.figure or gap.count("\n") > 1):
                    head.gap = "?"
            last = head.end

    def _gap(self, gap: str) -> str:
        """Roles of the joining words and the marks between two heads; `?` where a word has no role."""
        plain = self.hyphen.sub(r"\1", gap) if self.hyphen else gap
        plain = self.apostrophe.sub(" ", plain) if self.apostrophe else plain
        roles = "".join(self.roles.get(piece, "?" if piece.isalnum() else piece) for piece in PIECES.findall(plain))
        if len(self._gaps) < 20_000:
            self._gaps[gap] = roles
        return roles


def _hyphen(language: Language) -> re.Pattern[str] | None:
    """The hyphen that the language writes between letters attached in front and a figure, if it does."""
    if not language.settings["clitics"].get("hyphen"):
        return None
    attached = {*language.clitics_before, language.settings["article"]}
    return re.compile(rf"(?<![^\W\d_])({'|'.join(map(re.escape, sorted(attached)))})-\Z")


def _apostrophe(language: Language) -> re.Pattern[str] | None:
    """The apostrophe that the language writes between a figure and its ending, if it does."""
    endings = language.settings["clitics"].get("figures", ())
    listed = "|".join(re.escape(language.fold(e).text) for e in endings)
    return re.compile(rf"\A'(?=(?:{listed})(?![^\W\d_]))") if listed else None


def _style(language: Language) -> Style:
    numbers, names = language.settings["numbers"], frozenset(language.settings.get("name_figures", ()))
    points, slash = bool(numbers.get("point_groups")), bool(numbers.get("decimal_slash"))
    return Style(bool(numbers["decimal_comma"]), language.settings["date_order"], points, slash, names)


def points_on(text: str, at: int) -> bool:
    """Whether a point stands at a place behind a digit and the sentence goes on with a small letter ("83. kez")."""
    behind = text[at + 1 : at + 3]
    return text[at : at + 1] == "." and text[at - 1 : at].isdigit() and behind[:1] == " " and behind[1:].islower()


CODE = re.compile(r"[A-Z]{1,6}[0-9]*/\S*|(?:[A-Z]{1,6}|[A-Z][a-z]{1,2}|[A-Z][A-Za-z]*[A-Z])-\Z|[A-Z][a-z]+-(?=\Z)")
FOLLOWING = re.compile(r" ([^\W\d_]{3,})")
PIECES = re.compile(r"[^\W_]+|[^\w\s]")


@cache
def _tail(rest: str) -> re.Pattern[str]:
    """The pattern of the rest of a phrase: any white space where it has a space, none of its last kind after it."""
    pieces = re.findall(r"\s+|[^\W\d_]+|.", rest)
    body = "".join(r"\s+" if piece.isspace() else re.escape(piece) for piece in pieces)
    end = r"(?![^\W\d_])" if rest[-1].isalpha() else r"(?![.,]?\d)" if rest[-1].isdigit() else ""
    return re.compile(body + end)


def _negative(text: str, start: int) -> bool:
    """A minus sign right before a figure, with nothing but white space or a bracket before the sign."""
    return start > 0 and text[start - 1] == "-" and (start == 1 or text[start - 2] in " \n\t(")
