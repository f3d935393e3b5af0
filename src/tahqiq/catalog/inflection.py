"""Lexemes written short become the forms a text may hold: alternatives, named parts, and words that change.

A lexeme is words with `{one|other}` alternatives, `(what may be left out)`, `<a named part>` and, behind a word or a
group, `/v` or another part of speech of the language's `inflection.<code>.yml`: "{use|wield}/v (its) veto".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from tahqiq.catalog.compiled import read_yaml
from tahqiq.catalog.language_folders import INFLECTION, language_file

_GROUP = re.compile(r"\{([^{}()]*)\}|\(([^{}()]*)\)")
TAGGED = re.compile(r"(?<![^\s/])([^\s/]++)/([a-z])(?!\w)")
NAMES = ("terms", "adjectives", "metonyms", "ambiguous", "cased")
"""The lists of a place's names, which may be written like lexemes."""
MOST = 2000
"""More forms than this of one lexeme are a slip of the pen."""


class ManyFormsError(ValueError):
    """A lexeme that has more forms than anybody means."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it may stand in a text, and the concepts it says beside those of its lexeme."""

    text: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inflection:
    """The rules of one language: part of speech -> (pattern, forms, forms that say more); listed words come first."""

    rules: Mapping[str, Sequence[tuple[re.Pattern[str], Sequence[str], Mapping[str, Sequence[str]]]]]
    irregular: Mapping[str, Mapping[str, Sequence[str]]]
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def forms(self, lemma: str, part: str) -> list[Form]:
        """Every form of a word. Raises KeyError for a part of speech the language does not know."""
        listed = self.irregular.get(part, {}).get(lemma)
        if listed:
            return [Form(text) for text in listed]
        for pattern, templates, also in self.rules[part]:
            fit = pattern.match(lemma)
            if fit:
                plain = [Form(text) for t in templates for text in _plain(fit.expand(t))]
                more = [Form(text, (c,)) for c, ts in also.items() for t in ts for text in _plain(fit.expand(t))]
                return plain + more
        return [Form(lemma)]

    def expand(self, lexeme: str) -> list[Form]:
        """Every form of a lexeme, each once. Raises ValueError of one not well written, ManyFormsError of too many."""
        found: dict[Form, None] = {}
        for plain in _plain(self._named(lexeme)):
            for form in self._inflected(plain):
                found[form] = None
                if len(found) > MOST:
                    raise ManyFormsError(lexeme)
        return list(found)

    def _named(self, lexeme: str) -> str:
        """The named parts written out, and the tags of groups moved to the words inside."""
        while True:
            found = re.search(r"<([^<>]*)>", lexeme)
            if not found:
                break
            lexeme = lexeme.replace(found.group(), "{" + "|".join(self.parts[found.group(1)]) + "}")
        return re.sub(r"\{([^{}]*)\}/([a-z])", _spread, lexeme)

    def _inflected(self, plain: str) -> Iterator[Form]:
        """The forms of a lexeme without groups: each tagged word in each of its forms."""
        pieces: list[list[Form]] = []
        at = 0
        for found in TAGGED.finditer(plain):
            pieces.append([Form(plain[at : found.start()])])
            pieces.append(self.forms(found.group(1), found.group(2)))
            at = found.end()
        pieces.append([Form(plain[at:])])
        for chosen in product(*pieces):
            text = " ".join("".join(c.text for c in chosen).split())
            yield Form(text, tuple(dict.fromkeys(i for c in chosen for i in c.also)))


def rules_of(language: str) -> Mapping[str, object]:
    """The rules of a language as they stand in its file; none without one."""
    file = language_file(language, INFLECTION)
    return dict(read_yaml(file)) if file.exists() else {"rules": {}}


def read_inflection(raw: Mapping[str, object], parts: Mapping[str, Sequence[str]]) -> Inflection:
    """The rules as they stand in a file, ready for use."""
    rules = {
        part: [(re.compile(r["fits"]), r["forms"], r.get("also", {})) for r in listed]
        for part, listed in dict(raw["rules"]).items()  # type: ignore[call-overload]
    }
    return Inflection(rules, dict(raw.get("irregular", {})), parts)  # type: ignore[call-overload]


def _spread(group: re.Match[str]) -> str:
    """`{use|resort to}/v` is `{use/v|resort/v to}`: the first word of each alternative changes."""
    words = [w.strip().split(" ", 1) for w in group.group(1).split("|")]
    return "{" + "|".join(f"{w[0]}/{group.group(2)}" + "".join(f" {r}" for r in w[1:]) for w in words) + "}"


def _plain(text: str) -> Iterator[str]:
    """The text with every choice of its alternatives, the innermost first."""
    group = _GROUP.search(text)
    if group is None:
        if any(mark in text for mark in "{}()<>"):
            raise ValueError(f"brackets that do not close: {text}")
        yield text
        return
    inner = group.group(1) if group.group(1) is not None else f"{group.group(2)}|"
    for choice in inner.split("|"):
        yield from _plain(text[: group.start()] + choice + text[group.end() :])
