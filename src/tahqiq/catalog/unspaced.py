"""How a script without spaces between words is cut: into the longest words that are known, from left to right.

What a language says of it stands under `unspaced` in its `language.yml`; the words are all those of its other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import ahocorasick

from tahqiq.catalog.concepts import load_forms
from tahqiq.catalog.languages import Language, available, load_language
from tahqiq.catalog.lexicon import OPEN, place_forms
from tahqiq.catalog.places import load_names
from tahqiq.catalog.registers import own_registers
from tahqiq.catalog.triggers import forms_of

LONGEST = 40
"""No word has more characters."""
SHORTEST_DIGITS = 3
"""So many signs for digits in a row are read as digits."""
GROUP = re.compile(r"\\(\d)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A stretch that is written in another way: numbers of groups, and what stands between them."""

    fits: re.Pattern[str]
    written: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Unspaced:
    """What cuts the texts of one language. `words`: the automaton over all words, each with its length; `parts`: over
    the words of which numbers are made.
    """

    language: Language
    script: re.Pattern[str]
    marks: Mapping[int, str]
    mark: re.Pattern[str]
    digits: Mapping[int, str]
    equal: Mapping[str, str]
    run: re.Pattern[str]
    alike: re.Pattern[str]
    number: re.Pattern[str]
    scale: re.Pattern[str]
    rules: tuple[Rule, ...]
    words: ahocorasick.Automaton
    parts: ahocorasick.Automaton

    def even(self, text: str) -> str:
        """The text with marks as they are read, and runs of signs for digits as digits: of the same length."""
        plain = self.run.sub(lambda found: found[0].translate(self.digits), text)
        return self.alike.sub(lambda found: self.equal[found[0]], plain.translate(self.marks))

    def folded(self, text: str) -> str:
        """The text as its words are compared, where that is of the same length."""
        folded = self.language.fold(text).text
        return folded if len(folded) == len(text) else text

    def pieces(self, text: str, counting: bool) -> Iterator[int]:
        """Where the words of a stretch of the script end: the longest first; what no word holds is one together.
        `counting`: a digit stands before it.
        """
        folded = self.folded(text)
        longest, at, unknown = _longest(self.words, folded), 0, False
        while at < len(folded):
            number = (self.number if at or not counting else self.scale).match(folded, at)
            size, count = longest.get(at, 0), number.end() - at if number else 0
            if unknown and (size or count):
                yield at
            unknown = not (size or count)
            if count > size:
                yield from self._number(folded, at, at + count)
                at += count
            elif size:
                at += size
                yield at
            else:
                at += 1
        if unknown:
            yield at

    def words_of(self, text: str) -> list[str]:
        """The words of a stretch of the script."""
        ends = list(self.pieces(text, counting=False))
        return [text[a:b] for a, b in pairwise([0, *ends])]

    def _number(self, folded: str, start: int, end: int) -> Iterator[int]:
        longest, at = _longest(self.parts, folded[start:end]), 0
        while start + at < end:
            at += longest.get(at, 1)
            yield start + at


def _longest(words: ahocorasick.Automaton, text: str) -> dict[int, int]:
    """The length of the longest word that begins at each place."""
    found: dict[int, int] = {}
    for last, size in words.iter(text):
        first = last + 1 - size
        if size > found.get(first, 0):
            found[first] = size
    return found


@cache
def load_unspaced(code: str) -> Unspaced | None:
    """What cuts the texts of a language; None where spaces part its words, or it is not read."""
    told = load_language(code).settings.get("unspaced") if code in available() else None
    return _unspaced(load_language(code), told) if told else None


def spaced(text: str, code: str) -> str:
    """A few words with spaces between them, as the lexicon finds them; as they are where the language has spaces."""
    cutter = load_unspaced(code)
    if cutter is None:
        return text
    return cutter.script.sub(lambda run: f" {' '.join(cutter.words_of(run[0]))} ", cutter.even(text)).strip()


def _unspaced(language: Language, told: Mapping[str, Any]) -> Unspaced:
    wide = {ord(d): str(value) for row in language.settings["normalise"]["digits"] for value, d in enumerate(row)}
    signs = "".join(told["digits"])
    numbers = told["numbers"]
    return Unspaced(
        language=language,
        script=re.compile(f"[{told['script']}]+"),
        marks={ord(mark): other for mark, other in told["marks"].items()} | wide,
        mark=re.compile(_any(told["marks"])),
        digits={ord(sign): str(value) for row in told["digits"] for value, sign in enumerate(row)},
        equal=told["equal"],
        alike=re.compile(f"(?<![0-9.])(?:{_any(told['equal'])})"),
        run=re.compile(f"(?<![{numbers}])[{signs}]{{{SHORTEST_DIGITS},}}(?![{numbers}])"),
        number=re.compile(f"[{numbers}]{{2,}}|[{numbers}](?={_any(told['counted'])})"),
        scale=re.compile(f"[{numbers}]+"),
        rules=tuple(Rule(re.compile(rule["fits"]), _written(rule["written"])) for rule in told["rewrite"]),
        words=_automaton(_words(language, numbers), language),
        parts=_automaton(_numbers(language, numbers), language),
    )


def _any(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first; one that nothing fits where there are none."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _written(template: str) -> tuple[int | str, ...]:
    """What a rule writes: the numbers of groups, and the characters between them."""
    pieces = GROUP.split(template)
    return tuple(int(piece) if at % 2 else piece for at, piece in enumerate(pieces) if piece)


def _automaton(words: Iterator[str], language: Language) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        plain = language.fold(word).text
        automaton.add_word(plain, len(plain))
    if not len(automaton):
        automaton.add_word("\0", 1)
    automaton.make_automaton()
    return automaton


def _numbers(language: Language, numbers: str) -> Iterator[str]:
    """The words of which numbers are made."""
    made = re.compile(f"[{numbers}]+")
    return (word for word in language.words if made.fullmatch(word))


def _words(language: Language, numbers: str) -> Iterator[str]:
    """Every word of the script that any file of the language names, numbers left out: these stand among other words."""
    script = re.compile(f"[{language.settings['unspaced']['script']}]+")
    number = re.compile(f"[{numbers}]+")
    for form in _forms(language):
        for word in script.findall(language.fold(form.rstrip(OPEN)).text):
            if len(word) <= LONGEST and not number.fullmatch(word):
                yield word
    yield from language.settings["unspaced"]["words"]


def _forms(language: Language) -> Iterator[str]:
    for own in (None, *own_registers()):
        yield from load_forms(language.code, own)[0]
    yield from (form for _, form in place_forms(language.code))
    yield from load_names(language.code).get("not_places", ())
    yield from forms_of(language.code)
    yield from language.words
    yield from language.roles
    for value in language.settings.values():
        if isinstance(value, list):
            yield from (word for word in value if isinstance(word, str))
    yield from (word for words in language.settings["eras"].values() for word in words)
