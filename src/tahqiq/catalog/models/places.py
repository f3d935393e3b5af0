"""`places.yml`; of a language, `places.yml` and `repair.yml`: places, their names, the words that mending needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from tahqiq.catalog.inflection import NAMES, TAGGED, read_inflection, rules_of
from tahqiq.catalog.inflection import Inflection as Inflected
from tahqiq.catalog.models.base import Fault, File, Folder, Strict, unknown
from tahqiq.catalog.models.lexemes import written_faults
from tahqiq.catalog.models.marks import Trail


class Place(Strict):
    """A place in use."""

    kind: Literal["member", "observer", "state", "territory", "former"]
    """Member or observer of the United Nations, a state that is neither, a territory, or a state that ended."""
    from_: date | None = Field(None, alias="from")
    """The first day, where it began after others that are still in use."""
    to: date | None = None
    """The last day, where it ended."""
    follows: str | None = None
    """The place that it succeeded."""
    seated: date | None = None
    """From when on its present government holds its seat, where another one held it before."""


class PlacesFile(File):
    """The places in use, by ISO 3166 alpha-3 code; states that ended keep their own."""

    places: dict[str, Place]
    """Every place by its code."""
    groups: dict[str, list[str]]
    """Named groups, for roles that only some places can fill."""
    succession: dict[str, str]
    """A text that names the later state may mean the earlier one too."""
    subject_groups: dict[str, list[str]]
    """A decision about one of the group may be named by another of it."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Codes that are no place."""
        for part, groups in (("groups", self.groups), ("subject_groups", self.subject_groups)):
            for name, codes in groups.items():
                for at, code in enumerate(codes):
                    yield from unknown((part, name, at), code, self.places)
        for before, after in self.succession.items():
            for code in (before, after):
                yield from unknown(("succession", before), code, self.places)


class PlaceNames(Strict):
    """How a language names a place."""

    name: str
    """The name shown."""
    inside: str | None = None
    """The name inside a sentence, where it takes an article."""
    terms: list[str]
    """Nouns."""
    adjectives: list[str] = []
    """Adjectives, and names of the people."""
    metonyms: list[str] = []
    """A seat that stands for the government."""
    ambiguous: list[str] = []
    """Forms that need another cue nearby."""
    cased: list[str] = []
    """Forms that count only as printed."""


class NamesFile(File):
    """Places as the texts of a language name them."""

    places: dict[str, PlaceNames]
    """The names of every place, by its code."""
    subjects: dict[str, list[str]] = {}
    """A region or a matter and the places it concerns; a form that two places share is here too."""
    not_places: list[str] = []
    """Longer phrases that hold a form but name something else."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Codes of subjects that no place has; names that are wrongly written."""
        inflection = read_inflection(rules_of(folder.language), {})
        for code, names in self.places.items():
            for part in NAMES:
                for at, name in enumerate(getattr(names, part)):
                    yield from _named(("places", code, part, at), name, inflection)
        for form in self.subjects:
            yield from _named(("subjects", form), form, inflection)
        for form, codes in self.subjects.items():
            for at, code in enumerate(codes):
                yield from unknown(("subjects", form, at), code, self.places)


def _named(trail: Trail, name: str, inflection: Inflected) -> Iterator[Fault]:
    """What is wrong with a name that is written like a lexeme; any other is as it stands."""
    return written_faults(trail, name, inflection) if TAGGED.search(name) else iter(())


class RepairFile(File):
    """Words that the mending of damaged text needs. Form only: nothing here says what a text is about."""

    language: str
    """The code, as the folder is called."""
    direction: Literal["rtl", "ltr"]
    """The direction of the script."""
    encodings: list[str]
    """Encodings older than Unicode in which texts are met; the first that shows `common` words wins."""
    common: list[str]
    """Frequent words."""
    prefixes: list[str]
    """Letters that open most nouns: evidence where a text is too short for `common` words."""
    variants: dict[str, str]
    """By letter, those written for one another; a word also matches its other spellings."""
    joined: list[str]
    """Letters that join a sentence to the one before; a word that opens with one opens a sentence."""
    openers: list[str]
    """Words that open a sentence."""
    questions: list[str]
    """Words that open a question."""
    dangling: list[str]
    """Words that no line ends with."""
    before_count: list[str]
    """Words before a number that is no number of a list."""
    published: list[str]
    """Words before a day of publication."""
    updated: list[str]
    """Words before the day on which a text was last changed."""
    bylines: list[str]
    """Words before the name of an author."""
    months: dict[str, list[str]]
    """The twelve names of each tradition, in order."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Another language than the folder's; traditions that have not twelve months."""
        yield from unknown(("language",), self.language, [folder.language])
        for name, months in self.months.items():
            if len(months) != 12:
                yield Fault(("months", name), "not_twelve", {"name": name, "count": len(months)})
