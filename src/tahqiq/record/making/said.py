"""How a measure and what its table is of are said: in the words of heads and titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tahqiq.catalog.headers import load_headers, words_of
from tahqiq.catalog.languages import load_language
from tahqiq.record.making.derived import LANGUAGES
from tahqiq.record.making.heads import entry, read_head
from tahqiq.record.making.plan import Measure, Plan

SIGNS = re.compile(r"[{}()|<>/*]")
WORD = re.compile(r"(?<!/)[^\W\d_]+")
"""A word of a lexeme, but not the kind of word behind its stroke."""
ASCII = 0x250


def topic_of(plan: Plan, titles: Mapping[str, str]) -> dict[str, list[str]]:
    """What the table is of, without the words of its measure: "World Cup titles" is of the World Cup."""
    said = {code: [_behind_preposition(title)] for code, title in titles.items() if title}
    heads = [plain(m.topic) for m in plan.measures if m.known and m.topic]
    return {code: list(dict.fromkeys([*words, *(heads if code == "en" else [])])) for code, words in said.items()}


def _behind_preposition(title: str) -> str:
    """Where or whose a title says its figures are: "Paris Olympics" of "medals at the Paris Olympics"; else what it
    says besides its measure.
    """
    words, headers = plain(title).split(), load_headers()
    led = {*headers["prepositions"], *headers["generic"]}
    stop = next((at for at, word in enumerate(words) if at and word in headers["prepositions"]), None)
    told = words[stop:] if stop is not None else plain(read_head(title).rest).split()
    return " ".join(told[next((at for at, word in enumerate(told) if word not in led), len(told)) :])


def specific(measures: Sequence[Measure]) -> dict[str, list[str]]:
    """By the id of a measure, the others of its table that are said in its own words and more: "gold medals" are no
    "medals".
    """
    words = {m.id: [set(WORD.findall(form)) for forms in said_of(m, {}).values() for form in forms] for m in measures}
    return {
        one: [
            other
            for other, forms in words.items()
            if all(form not in own for form in forms) and any(a < b for a in own for b in forms)
        ]
        for one, own in words.items()
    }


def said_of(
    measure: Measure, synonyms: Mapping[str, list[str]], titles: Mapping[str, str] = MappingProxyType({})
) -> dict[str, list[str]]:
    """How a measure is said: in the words known for it, else in those of its head and, where the table has no other, of
    the titles; and in those that its maker gives.
    """
    known = load_headers()["measures"][measure.known]["says"] if measure.known else {}
    own = {code: [] if measure.known else [*_own(measure).get(code, ())] for code in LANGUAGES}
    for code, title in titles.items() if not measure.known else ():
        words = _before_preposition(plain(read_head(title).rest), plain(title))
        own[code] += [_bare(code, words)] if words and in_letters_of(code, words) and words not in own[code] else []
    return {code: [*known.get(code, ()), *own[code], *synonyms.get(code, ())] for code in LANGUAGES}


def _before_preposition(words: str, title: str) -> str:
    """What a title is of, without where: "gold medals" of "gold medals at the Paris Olympics"."""
    known = set(load_headers()["prepositions"])
    stop = next((at for at, word in enumerate(title.split()) if at and word in known), None)
    kept = set(title.split()[:stop])
    return " ".join(word for word in words.split() if word in kept)


def _bare(code: str, words: str) -> str:
    """Words with every article that is written together with one left open."""
    article = load_language(code).settings["article"]
    if not article:
        return words
    parts = ((w, w.removeprefix(article)) for w in words.split())
    return " ".join(f"{{{w}|{bare}}}" if bare != w and len(bare) > 2 else w for w, bare in parts)


def _own(measure: Measure) -> dict[str, list[str]]:
    """The head itself, as a word of the language in whose letters it is."""
    words = plain(measure.title)
    return {code: [words] for code in LANGUAGES if words and in_letters_of(code, words)}


def in_letters_of(code: str, words: str) -> bool:
    """Whether words are in the script of a language: that of the name it has for itself."""
    return (
        (ord(next(c for c in words if c.isalpha())) < ASCII) == (code == LANGUAGES[0])
        if any(c.isalpha() for c in words)
        else False
    )


def plain(text: str) -> str:
    """A text in small letters, without the signs that mean something in a lexeme."""
    return " ".join(SIGNS.sub(" ", words_of(text)).split())


def title_in(title: str, language: str) -> str:
    """A title in another language, where it is no more than the name of a known measure; else as it is."""
    head = read_head(title)
    return str(entry(head.measure)["names"][language]) if head.measure and not head.rest else title
