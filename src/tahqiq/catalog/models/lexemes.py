"""`lexemes.yml` and `inflection.yml` of a language: how a language says the concepts, and how its words change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field, field_validator

from tahqiq.catalog.inflection import MOST, ManyFormsError, read_inflection, rules_of
from tahqiq.catalog.inflection import Inflection as Inflected
from tahqiq.catalog.models.base import Fault, File, Folder, OneOrMore, Strict, unknown
from tahqiq.catalog.models.known import known_concepts, known_parts, unknown_concepts
from tahqiq.catalog.models.marks import Trail

NAMED = re.compile(r"<([^<>]*)>")
TAG = re.compile(r"[^\s/]/([a-z])(?!\w)")
PAIRS = (("{", "}"), ("(", ")"), ("<", ">"))


class Lexemes(File):
    """The words of one language that say the concepts. A lexeme is written short: `{a|b}` is either one, `(a)` may be
    left out, `<name>` is one of the named parts; a word before `/v`, `/n` or another part of speech, or each first word
    of a group before it, is found in all its forms. A form is found folded and as a whole word; at its end, `*` lets
    letters follow."""

    parts: dict[str, OneOrMore[str]] = {}
    """Pieces of lexemes by name; those of the general file may be used in every register."""
    lexemes: dict[str, list[str]]
    """The lexemes of each concept, by its id. A word may say several; the text around it decides."""
    neutral: str = ""
    """Words, parted by spaces, that never narrow a figure (general file only)."""
    abbreviations: list[str] = []
    """Words whose full stop ends no sentence (general file only)."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Concepts, parts, parts of speech that are none, brackets that do not close, lexemes of too many forms."""
        known, parts = known_concepts(folder.path), known_parts(folder.language) | self.parts
        inflection = read_inflection(rules_of(folder.language), parts)
        written = {("lexemes", name): listed for name, listed in self.lexemes.items()}
        for trail, listed in (written | {("parts", name): listed for name, listed in self.parts.items()}).items():
            if trail in written:
                yield from unknown(trail, trail[1], known)
            for at, lexeme in enumerate(listed):
                yield from written_faults((*trail, at), lexeme, inflection)


def written_faults(trail: Trail, lexeme: str, inflection: Inflected) -> Iterator[Fault]:
    """Parts and parts of speech that are none, brackets that do not close, too many forms."""
    named = [fault for name in NAMED.findall(lexeme) for fault in unknown(trail, name, inflection.parts)]
    tagged = [fault for tag in TAG.findall(lexeme) for fault in unknown(trail, tag, inflection.rules)]
    yield from (*named, *tagged)
    if any(lexeme.count(opening) != lexeme.count(closing) for opening, closing in PAIRS):
        yield Fault(trail, "open_bracket", {"name": lexeme})
    elif not (named or tagged):
        try:
            inflection.expand(lexeme)
        except ManyFormsError:
            yield Fault(trail, "many_forms", {"name": lexeme, "most": MOST})


class Grammar(Strict):
    """What the rules of a language say of whole phrases."""

    attached: dict[str, list[str]] = {}
    """Letters written together with the word behind them, and the concepts they say."""
    genitive: list[str] = []
    """Endings that make a name an owner."""
    elided: list[str] = []
    """Words that lose their vowel and stand before an apostrophe, as one with the word behind it (l'ami)."""
    governing: list[str] = []
    """Prepositions behind which the case of a name says nothing (between, with)."""
    adjective_after: bool = False
    """An adjective stands behind its noun."""
    owner_after: bool | None = None
    """An owner stands behind what is its; where adjectives do, it is taken to."""
    verb_first: bool = False
    """Who acts may stand behind the verb."""
    verb_last: bool = False
    """The verb stands behind whom or what it concerns: a name with its preposition may part it from who acts."""
    verb_ends: bool = False
    """The verb ends its clause, behind all that belongs to it, and stands once for all items of a row."""
    linking_dash: bool = False
    """A dash behind a name or before a figure stands for the verb and parts nothing."""
    postpositions: bool = False
    """Words that lead to a name or a date stand behind it (ABD'ye kadar, 1970'ten beri), and the verb stands last."""
    part_endings: list[str] = []
    """Endings that make a figure a part of what was told before it (46'si: 46 of them), so that it counts no noun
    behind it."""
    in_every: list[str] = []
    """What stands between the two numbers of a part (four in ten, 3 out of every 5)."""


class Rule(Strict):
    """How the words that fit a pattern change."""

    fits: str
    """A regular expression that the whole lemma fits; rules are tried in order."""
    forms: list[str]
    """The forms, with the groups of the pattern as `\\1`, and alternatives in braces."""
    also: dict[str, list[str]] = {}
    """Forms that say one more concept, by that concept (a future is still to come)."""

    @field_validator("fits")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as problem:
            raise ValueError(str(problem)) from None
        return pattern


class Inflection(File):
    """How the words of one language change."""

    grammar: Grammar = Field(default_factory=Grammar)
    """What holds of whole phrases."""
    rules: dict[str, list[Rule]]
    """The rules of each part of speech, named by one letter (`/v` behind a word)."""
    irregular: dict[str, dict[str, list[str]]] = {}
    """By part of speech, words that follow no rule, with all their forms."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Concepts and parts of speech that are none, and forms with a group that the pattern lacks."""
        known = known_concepts(folder.path)
        for letters, said in self.grammar.attached.items():
            yield from unknown_concepts(("grammar", "attached", letters), said, known)
        for part in self.irregular:
            yield from unknown(("irregular", part), part, self.rules)
        for part, listed in self.rules.items():
            for at, rule in enumerate(listed):
                for concept in rule.also:
                    yield from unknown(("rules", part, at, "also", concept), concept, known)
