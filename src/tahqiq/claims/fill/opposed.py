"""Figures told behind a clause that sets two rows of a table side by side: "A overtook B, with 31 goals against 28"."""

from __future__ import annotations

from tahqiq.claims.fill.places import Filler
from tahqiq.claims.fill.scene import Filled, Scene
from tahqiq.claims.text.items import Item

AGAINST = ("lead.against", "join.contrast", "lead.compared", "lead.to")
"""What stands between the figure of one and that of the other."""


def opposed(sc: Scene, item: Item) -> dict[str, Filled]:
    """Whose a figure is that names nobody itself, behind a mark: the first that of who has more, the one set against it
    that of the other.
    """
    two = _set_side_by_side(sc)
    if two is None or not sc.s.broken(two[1].end, item.figure.head):
        return {}
    last = sc.items[item.at - 1].figure.end if item.at else two[1].end
    behind = item.at == len(sc.items) - 1 and sc.inside(two[0].role, item.figure.end, item.right)
    if behind or sc.inside(two[0].role, last, item.figure.head):
        return {}  # "to B's 28"
    second = item.at and sc.s.named(last, item.figure.head, AGAINST)
    who = two[1] if second else two[0]
    told = Filled(who.codes, "shared", who.start, who.end)
    return {who.role: told if not item.at or second else Filled(who.codes, "topic", who.start, who.end)}


def _set_side_by_side(sc: Scene) -> tuple[Filler, Filler] | None:
    """The two that a word of comparison stands between, or before where the verb is first; none where more are named
    before the first figure.
    """
    hit = next((h for h in sc.s.hits if h.has(sc.frame.more | sc.frame.fewer)), None)
    role = next((f.role for f in sc.named), None)
    named = [f for f in sc.named if f.role == role and f.end <= sc.items[0].figure.head]
    if hit is None or len(named) != 2 or any(len(f.codes) > 1 for f in named) or named[0].codes == named[1].codes:
        return None
    between = named[0].end <= hit.start and hit.end <= named[1].start
    first = sc.s.grammar.verb_first and hit.end <= named[0].start
    return (named[0], named[1]) if between or first else None
