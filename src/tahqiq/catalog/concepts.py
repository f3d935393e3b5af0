"""Concepts: what the words of articles can mean to the registers. Lexemes: how a language says them.

General concepts stand in `data/concepts.yml`, their lexemes in `data/languages/<code>/lexemes.yml`; a register keeps
its own in `concepts.yml` and `lexemes.<code>.yml`. A concept's id is its kind and its name (`lead.about`, `act.veto`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tahqiq.catalog.compiled import DATA, compiled
from tahqiq.catalog.folders import folder_of
from tahqiq.catalog.inflection import read_inflection
from tahqiq.catalog.language_folders import INFLECTION, LEXEMES, language_file
from tahqiq.catalog.languages import load_language
from tahqiq.catalog.registers import own_registers, register_files, shipped_files

NEUTRAL = "neutral"
"""The id of words that never narrow a figure."""
THEME = "theme."
"""Kind of the concepts of what an act dealt with: their words are looked for only where an act is told, so that no
other figure is read otherwise for them."""
FOR_PEOPLE = ("means", "example")
"""What a concept says of itself for those who read or write its file, not for a check."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that words may say.

    `value`: the number it stands for. `periods`: the times it names, ISO intervals. `about`: codes of the places it is
    about. `acts_for`: codes of the places that act where it does. `scale`, `currency`: what the figures of a list are
    counted in. What it means stands in its file, for people alone.
    """

    value: float | None = None
    periods: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    acts_for: tuple[str, ...] = ()
    scale: float | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the rules of a language say of whole phrases.

    `attached`: letters written together with the word behind them, and what they say. `genitive`: endings of an owner.
    `elided`: words that stand before an apostrophe, as one with the word behind it. `governing`: prepositions behind
    which the case of a name says nothing. `adjective_after`: an adjective stands behind its noun. `owner_after`: an
    owner does. `verb_first`: who acts may stand behind the verb. `verb_last`: whom it concerns may stand before it.
    `verb_ends`: it ends its clause, once for all items of a row.
    `linking_dash`: a dash behind a name or before a figure stands for the verb. `decimal_comma`: decimals may stand
    behind a comma. `postpositions`: words that lead to a name or a date
    stand behind it, and the verb last. `part_endings`: endings that make a figure a part of what was told before it.
    `in_every`: what stands between the two numbers of a part ("four *in* ten").
    """

    attached: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    genitive: tuple[str, ...] = ()
    elided: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    adjective_after: bool = False
    owner_after: bool = False
    verb_first: bool = False
    verb_last: bool = False
    linking_dash: bool = False
    decimal_comma: bool = False
    verb_ends: bool = False
    postpositions: bool = False
    part_endings: tuple[str, ...] = ()
    in_every: frozenset[str] = frozenset()


@cache
def load_grammar(language: str) -> Grammar:
    """The grammar of a language; that of none where no rules are written."""
    file = inflection_file(language)
    raw = compiled(f"grammar.{language}", [file], lambda: _rules(file).get("grammar", {}))
    attached = {letters: tuple(said) for letters, said in raw.get("attached", {}).items()}
    elided, governing = frozenset(raw.get("elided", ())), frozenset(raw.get("governing", ()))
    after, first = bool(raw.get("adjective_after")), bool(raw.get("verb_first"))
    owner, dash = bool(raw.get("owner_after", after)), bool(raw.get("linking_dash"))
    comma, last = bool(load_language(language).settings["numbers"]["decimal_comma"]), bool(raw.get("verb_last"))
    genitive = tuple(raw.get("genitive", ()))
    behind, parts = bool(raw.get("postpositions")), tuple(raw.get("part_endings", ()))
    ends, every = bool(raw.get("verb_ends")), frozenset(raw.get("in_every", ()))
    told = (attached, genitive, elided, governing, after, owner, first, last, dash, comma, ends, behind, parts, every)
    return Grammar(*told)


@cache
def load_concepts() -> Mapping[str, Concept]:
    """All concepts, the general ones and those of every register."""
    files = [DATA / "concepts.yml", *register_files("concepts.yml")]

    def build() -> Any:
        from tahqiq.catalog.models.check import read_model  # here, as a check never needs it
        from tahqiq.catalog.models.concepts import Concepts

        return [read_model(f, Concepts)["concepts"] for f in files]

    raw = compiled("concepts", files, build)
    return {name: _concept(entry) for listed in raw for name, entry in listed.items()}


@cache
def load_forms(language: str, own: str | None = None) -> tuple[Mapping[str, list[str]], frozenset[str]]:
    """Every form of every lexeme with the concepts it may say, and the abbreviations that end with a full stop: of all
    registers that ship, or of an own one alone. Nothing for a language without lexemes.
    """
    files = lexeme_files(language, own)
    name = f"lexemes.{language}.{own}" if own else f"lexemes.{language}"
    sources = [f for f in {*files, _general(language), inflection_file(language)} if f.exists()]
    raw = compiled(name, sources, lambda: _forms(files, language)) if files else {"forms": {}, "abbreviations": []}
    return raw["forms"], frozenset(raw["abbreviations"])


@cache
def load_themes(language: str) -> Mapping[str, list[str]]:
    """Every form of what an act may have dealt with, in all registers, with its concepts."""
    files = [f for own in (None, *own_registers()) for f in lexeme_files(language, own)]
    sources = [f for f in {*files, _general(language), inflection_file(language)} if f.exists()]
    raw = compiled(f"themes.{language}", sources, lambda: _forms(files, language, THEME))
    found: Mapping[str, list[str]] = raw["forms"]
    return found


@cache
def spoken(language: str) -> frozenset[str]:
    """The concepts that a language has words for."""
    every = [*(load_forms(language, own)[0] for own in (None, *own_registers())), load_themes(language)]
    return frozenset(concept for forms in every for listed in forms.values() for concept in listed)


def lexeme_files(language: str, own: str | None = None) -> list[Path]:
    """The files of lexemes there are for a language, the general one first; those of an own register."""
    name = f"lexemes.{language}.yml"
    found = [folder_of(own) / name] if own else [_general(language), *shipped_files(name)]
    return [f for f in found if f.exists()]


def _general(language: str) -> Path:
    return language_file(language, LEXEMES)


def inflection_file(language: str) -> Path:
    """Where the rules of a language's inflection stand."""
    return language_file(language, INFLECTION)


def _rules(file: Path) -> Any:
    from tahqiq.catalog.models.check import as_written  # here, as a check never needs it
    from tahqiq.catalog.models.lexemes import Inflection

    return as_written(file, Inflection) if file.exists() else {"rules": {}}


def _forms(files: Iterable[Path], language: str, kind: str = "") -> dict[str, Any]:
    """The forms of the concepts of a kind; without one, of all but themes."""
    from tahqiq.catalog.models.check import as_written
    from tahqiq.catalog.models.lexemes import Lexemes

    rules = _rules(inflection_file(language))
    forms: dict[str, list[str]] = {}
    abbreviations: list[str] = []
    general = _general(language)
    parts = _parts(as_written(general, Lexemes)) if general.exists() else {}
    for file in files:
        raw = as_written(file, Lexemes)
        parts |= _parts(raw)
        inflection = read_inflection(rules, parts)
        abbreviations += raw.get("abbreviations", [])
        entries = dict(raw["lexemes"])
        if NEUTRAL in raw:
            entries[NEUTRAL] = raw[NEUTRAL].split()
        wanted = [c for c in entries if c.startswith(THEME) is (kind == THEME)]
        for concept, lexemes in ((c, entries[c]) for c in wanted):
            for said in (f for lexeme in lexemes for f in inflection.expand(lexeme)):
                listed = forms.setdefault(said.text, [])
                listed += [c for c in (concept, *said.also) if c not in listed]
    for form, listed in forms.items():
        listed += [i for i in _inner(form, forms) if i not in listed]
    for listed in forms.values():
        if NEUTRAL in listed and len(listed) > 1:
            listed.remove(NEUTRAL)  # a word that may say something is not passed over
    return {"forms": forms, "abbreviations": abbreviations}


def _parts(raw: Mapping[str, Any]) -> dict[str, list[str]]:
    """The parts of words that a file names, for its lexemes and those of later files."""
    return {k: [v] if isinstance(v, str) else v for k, v in raw.get("parts", {}).items()}


INNER = ("thing.", "category.", "body.", "time.since", "leader.")
"""Kinds of concepts that a longer form says too where a shorter one inside it does ("recipient of military aid")."""


SINCE, FROM = "time.since", "lead.from"
"""A word that says both ("from") says the first inside phrases of time alone, and not in "apart from"."""


def _inner(form: str, forms: Mapping[str, list[str]]) -> list[str]:
    words = form.split(" ")
    spans = [(i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if j - i < len(words)]
    inner = [forms.get(part, ()) for i, j in spans if len(part := " ".join(words[i:j])) > 1]
    timed = any(c.startswith(("time.", "period.")) for c in forms[form])
    return [c for ids in inner for c in ids if c.startswith(INNER) and (timed or c != SINCE or FROM not in ids)]


def _concept(entry: Mapping[str, Any]) -> Concept:
    told: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items() if k not in FOR_PEOPLE}
    return Concept(**told)
