"""`concepts.yml`: what the words of articles can mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import StringConstraints

from tahqiq.catalog.models.base import Fault, File, Folder, Strict, unknown
from tahqiq.catalog.models.known import known_places

DAY = r"\d{4}-\d\d-\d\d"
Span = Annotated[str, StringConstraints(pattern=rf"^{DAY}/({DAY}|\.\.)$")]
"""An ISO interval of two days, or of a day and `..` for one that has not ended."""
KINDS = {
    "lead": "stands before what it tells the role or the bounds of",
    "tail": "stands behind what it tells the role or the bounds of",
    "focus": "stresses a figure",
    "number": "a word that is a number",
    "unit": "what a figure counts",
    "mark": "makes a figure the name of something",
    "part": "makes a figure a part, or what follows true of a part",
    "sum": "makes a figure a total, or opens its parts",
    "dist": "how a figure is shared among several named",
    "minus": "takes a figure off a whole",
    "ref": "points back at what was told",
    "time": "when, by words",
    "per": "a rate",
    "scale": "what the figures of a list are counted in",
    "period": "a period known by name",
    "leader": "someone who acts for a state, by name",
    "join": "joins names or clauses",
    "noun": "stands beside a name and tells what of it is meant",
    "narrow": "says that the figure beside it is none of a measure, and nothing to any other frame",
    "say": "tells of talk or of another event beside",
    "not": "denies, or lifts a denial",
    "aspect": "makes a thing other than done",
    "state": "a figure as it stood",
    "says": "tells the place of an act among its like",
    "rank": "tells an order",
    "price": "in the prices of which year",
    "body": "who votes, gives, sells or decides",
    "thing": "what a statement is about",
    "act": "what somebody does",
    "vote": "how a vote went",
    "category": "a kind of money",
    "account": "a fund of money",
    "whole": "what a share is a share of",
    "name": "someone or something that rows are about, by name",
    "theme": "what an act dealt with",
    "law": "a law by its number, which is no figure",
}
"""The kinds of concepts: what stands before the full stop of an id. Code asks for some by their kind."""


class Concept(Strict):
    """One thing that words may say."""

    means: str
    """Its meaning, in one line."""
    example: str
    """Words that say it, in English."""
    value: float | None = None
    """The number it stands for."""
    periods: list[Span] = []
    """The times it names, as ISO intervals; of several, the last one that had begun is meant."""
    scale: float | None = None
    """The size of one unit of the figures of a list (a billion: 1000000000)."""
    currency: str | None = None
    """The ISO 4217 code of the money they are."""
    about: list[str] = []
    """Codes of the places it is about."""
    acts_for: list[str] = []
    """Codes of the places that act where it is told to act."""


class Concepts(File):
    """What words can mean, whatever the language: the general concepts, or those of a register."""

    concepts: dict[str, Concept]
    """Every concept by its id: its kind, a full stop, its name (`lead.about`)."""

    def faults(self, folder: Folder) -> Iterator[Fault]:
        """Kinds and places that are none."""
        places = known_places()
        for name, concept in self.concepts.items():
            where = ("concepts", name)
            yield from unknown(where, name.partition(".")[0], KINDS)
            for key, codes in (("about", concept.about), ("acts_for", concept.acts_for)):
                for at, code in enumerate(codes):
                    yield from unknown((*where, key, at), code, places)
