"""Figures of which one is a part of the next: "49 of its 88 vetoes concerned ..."."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tahqiq.catalog.frames import Frame
from tahqiq.claims.distances import PHRASE, VERB
from tahqiq.claims.fill.places import Filler
from tahqiq.claims.text.figures import Figure, unit_of
from tahqiq.claims.text.items import Item
from tahqiq.claims.text.sentences import Sentence

OF = ("lead.of", "part.out_of")
BETWEEN = ("neutral", "ref.its", "ref.those")
"""Words between the two figures, beside the name of whose the acts are ("49 of America's 88")."""


def parted(s: Sentence, items: Sequence[Item], frame: Frame, named: Sequence[Filler]) -> list[Item]:
    """The items, each that is told as a part of the next one set behind it, as its part.

    What the whole is of ends with its noun and those who acted; what follows is told of the part.
    """
    found = list(items)
    for part, whole in itertools.pairwise(items):
        if part.whole is None and whole.whole is None and _is_part(s, part.figure, whole.figure):
            end = _end(s, whole.figure, frame, named)
            found[part.at] = replace(
                whole,
                at=part.at,
                left=part.figure.end,
                near_left=part.figure.end,
                right=end,
                near_right=end,
                parted=True,
            )
            right, near = max(whole.right, end), max(whole.near_right, end)
            found[whole.at] = replace(part, at=whole.at, right=right, near_right=near, whole=part.at, joined=True)
    return found


def _is_part(s: Sentence, part: Figure, whole: Figure) -> bool:
    """Whether "of" stands between two figures, with no other words than those of whose the whole is."""
    of = s.after(part.end)
    if of is None or not of.has(OF) or not s.bare(part.end, of.start) or s.broken(of.end, whole.head):
        return False
    alike = part.type == whole.type == "number" and 1 <= part.value < whole.value
    inside = s.between(of.end, whole.head)
    known = all(h.has(BETWEEN) or h.codes("place", "seat", "adj") for h in inside)
    return alike and known and s.words(of.end, whole.head) <= VERB


def _end(s: Sentence, whole: Figure, frame: Frame, named: Sequence[Filler]) -> int:
    """Where the phrase of a whole ends: behind its noun, and behind those who acted ("88 vetoes cast by X")."""
    unit = unit_of(s, whole, frame.counts | frame.acted)
    end = max(whole.end, unit.end if unit is not None else 0)
    for f in named:
        role = frame.roles.get(f.role)
        if role is not None and role.among and end - 1 <= f.start and s.words(end, f.start) <= PHRASE:
            return max(end, f.end)
    return end
