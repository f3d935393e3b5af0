"""`abbreviations.yml`: the short names of a field and what they stand for."""

from __future__ import annotations

from tahqiq.catalog.models.base import File, Strict, Words


class Abbreviation(Strict):
    """What some letters stand for."""

    stands_for: Words
    """The words, as they are usually written."""
    also: dict[str, list[str]] = {}
    """Other ways to write them, by language."""
    only: bool = False
    """The letters are not in common use for anything else."""
    section: str | None = None
    """Where the law has the words."""


class Abbreviations(File):
    """The abbreviations of a field, against which a text may give another expansion."""

    abbreviations: dict[str, Abbreviation]
    """What they stand for, by their letters."""
