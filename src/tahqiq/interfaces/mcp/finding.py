"""Measures by the words of a question, in any language that has words, and the codes of the places those words name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rapidfuzz import fuzz

from tahqiq.catalog.concepts import NEUTRAL
from tahqiq.catalog.frames import load_frames
from tahqiq.catalog.languages import available
from tahqiq.catalog.lexicon import words_in
from tahqiq.catalog.places import load_names
from tahqiq.catalog.registers import Measure, Register, load_registers
from tahqiq.catalog.unspaced import spaced
from tahqiq.interfaces.mcp.results import Coverage, Dimension, Found, FoundMeasures, Language
from tahqiq.record.tables import load_table
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import languages

ALIKE = 88.0
"""How alike (of 100) a word must be to a part of a title: endings and prefixes differ, roots do not."""
SHORTEST = 3
"""Shorter words tell nothing of what is asked."""
LEADS = 4
"""Letters of the longest conjunction, preposition and article that are written into a word."""
TELLING = ("thing.", "act.", "rank.")
"""Kinds of concepts that tell which measure is meant; others (leads, times) stand in sentences about anything."""
CLOSE = 0.4
"""Measures whose score is less than this part of the best are left out."""
VALUES = 12
"""Codes of a dimension that are listed."""


def find_measures(words: str, language: Language, limit: int) -> FoundMeasures:
    """The measures that fit the words best; all of them, up to the limit, where none fits."""
    padded = _padded(folded(words))
    places = _places(padded, language)
    wanted = [w for w in _without_places(padded).split() if len(w) >= SHORTEST and not _is_neutral(w)]
    scores = _scores(wanted, _concepts(words))
    best = max(scores, default=0.0)
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    kept = [at for at in order if scores[at] >= best * CLOSE]
    known = _known()
    found = [_found(*known[at][:2], language) for at in kept[:limit]]
    return FoundMeasures(matched=best > 0, measures=found, places=places)


def _scores(wanted: Iterable[str], concepts: frozenset[str]) -> list[float]:
    """How well each measure fits: by words of its title and of its register's, and by the concepts that speak of it.

    A word or concept counts the more the fewer measures have it.
    """
    known, scores = _known(), [0.0] * len(_known())
    asked = [[2 * _has(word, title) or int(_has(word, rest)) for _, _, (title, rest) in known] for word in wanted]
    asked += [[2 * (c in _spoken().get((r.id, m.id), ())) for r, m, _ in known] for c in sorted(concepts)]
    for has in asked:
        spread = sum(map(bool, has))
        for at, count in enumerate(has):
            scores[at] += count / spread if spread else 0
    return scores


@cache
def _spoken() -> Mapping[tuple[str, str], frozenset[str]]:
    """The concepts by which articles speak of each measure."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for frame in load_frames():
        speaks = frame.speaks | frame.things | frame.acts | frame.heads | frame.nouns
        for measure in (frame.measure, *frame.also):
            before = found.get((frame.register, measure), frozenset())
            found[frame.register, measure] = before | {c for c in speaks if c.startswith(TELLING)}
    return found


def _is_neutral(word: str) -> bool:
    """Whether a word is one of those that tell nothing in its language."""
    return _concepts(word) == {NEUTRAL}


def _concepts(words: str) -> frozenset[str]:
    """What the words may say, in any language."""
    return frozenset(i for code in available() for hit in words_in(spaced(words, code), code) for i in hit.ids)


def folded(text: str) -> str:
    """A text without marks, capitals and punctuation, so that words can be compared."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c))


def _has(word: str, text: str) -> bool:
    """Whether a text has a word, or one of its root: a prefix, an ending or a vowel may differ."""
    return any(
        fuzz.ratio(word, other) >= ALIKE or (len(other) > SHORTEST and (other in word or word in other))
        for other in text.split()
        if len(other) >= SHORTEST
    )


@cache
def _known() -> tuple[tuple[Register, Measure, tuple[str, str]], ...]:
    """Every measure, with the words of its title and those of its register, in all languages."""
    return tuple(
        (register, measure, (_title(register, measure), _rest(register)))
        for register in load_registers().values()
        for measure in register.measures.values()
    )


def _title(register: Register, measure: Measure) -> str:
    named = (load_labels(code).measure(register.id, measure.id) for code in languages())
    return folded(" ".join([measure.id.replace("_", " "), *measure.title.values(), *named]))


def _rest(register: Register) -> str:
    told = (*register.title.values(), *register.description.values())
    return folded(" ".join([register.id.replace("_", " "), *told]))


def _found(register: Register, measure: Measure, language: Language) -> Found:
    labels = load_labels(language)
    base = register.measures[measure.of] if measure.of else measure
    axes = (*base.axes, *measure.own_axes)
    return Found(
        measure=f"{register.id}.{measure.id}",
        title=labels.measure(register.id, measure.id),
        register_title=register.title[language],
        about=register.description[language],
        unit=measure.unit,
        dimensions=list(_dimensions(register, base, measure, language)),
        definitions={name: list(register.axes[name].choices) for name in axes},
        table=base.table,
        coverage=coverage(register),
    )


def _dimensions(register: Register, base: Measure, measure: Measure, language: Language) -> Iterator[Dimension]:
    facets = {f.name: f.values for f in load_table(register.id, base.table).facets} if base.table else {}
    for name in base.dimensions:
        yield Dimension(
            id=name,
            title=load_labels(language).dimension(register.id, name),
            needed=name in (*base.needs, *measure.needs),
            values=list(facets.get(name, ())[:VALUES]),
        )


def coverage(register: Register) -> Coverage:
    """How far a register reaches."""
    first, last = register.start.isoformat(), register.end.isoformat()
    return Coverage(first=first, last=last, complete=register.complete, version=register.version)


def _padded(words: str) -> str:
    return f" {' '.join(words.split())} "


def _places(padded: str, language: Language) -> dict[str, str]:
    """The places that the words name, in any language, with their names in this one."""
    codes = dict.fromkeys(code for code, term in _terms() if _named(padded, term))
    own = load_names(language)["places"]
    return {code: own[code]["name"] if code in own else code for code in codes}


def _without_places(padded: str) -> str:
    """The words that name no place: places say nothing of which measure is meant."""
    for _, term in _terms():
        padded = padded.replace(_named(padded, term) or "\0", " ")
    return padded


@cache
def _terms() -> tuple[tuple[str, str], ...]:
    """Every name of every place, folded, with its code."""
    named = (load_names(code)["places"] for code in available())
    return tuple(
        (code, " ".join(folded(term).split()))
        for places in named
        for code, place in places.items()
        for term in (place["name"], *place.get("terms", ()), *place.get("adjectives", ()))
    )


def _named(padded: str, term: str) -> str:
    """What of the words names a term: the term itself, or with what leads to it; empty where none does."""
    if not term or f" {term} " in padded:
        return term
    at = padded.find(f"{term} ")
    lead = padded[padded.rfind(" ", 0, at) + 1 : at] if at > 0 else ""
    known = lead and len(lead) <= LEADS and len(term) >= SHORTEST and not lead.isascii()
    return lead + term if known else ""
