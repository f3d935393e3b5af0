"""Who or what a row of a table is about, where it is no place: a party, a city, a player."""

from __future__ import annotations

from collections.abc import Iterator

from tahqiq.catalog.frames import Frame
from tahqiq.claims.fill.places import Filler, fillers
from tahqiq.claims.text.sentences import Sentence


def all_fillers(s: Sentence, frame: Frame) -> list[Filler]:
    """Every name of a sentence that plays a role of the frame, places and others, in order."""
    places = [f for f in fillers(s, frame) if s.text[f.end : f.end + 1] != "$"]  # "US$" is a currency
    return sorted([*places, *_named(s, frame)], key=lambda f: f.start)


def _named(s: Sentence, frame: Frame) -> Iterator[Filler]:
    for hit in s.hits:
        for dimension, named in frame.classed.items():
            value = next((named[i] for i in hit.ids if i in named), None)
            if value is not None:
                yield Filler(dimension, (value,), hit.start, hit.end)
