"""Which draft an act is told to be of, by its symbol or its number: "vetoed S/2023/970", "vetoed resolution 2334"."""

from __future__ import annotations

from tahqiq.catalog.hits import Hit
from tahqiq.claims.distances import VERB
from tahqiq.claims.fill.scene import Scene
from tahqiq.claims.fill.symbols import SYMBOL

GO_ON = ("lead.", "time.", "join.", "act.", "vote.", "say.", "aspect.")
"""Kinds of words that go on behind the number of a draft."""
LEAST = 100
"""A smaller figure behind a draft hardly is its number."""


def drafts_of(sc: Scene, act: Hit, low: int, high: int) -> tuple[str, ...]:
    """The symbol right behind the word for what was acted on: the first such word behind the act, else the last one
    before it in its clause.
    """
    s, frame = sc.s, sc.frame
    behind = [h for h in s.between(act.end, high) if h.has(frame.acted)]
    left = max(low, s.clause(act.start, act.end)[0])
    before = [h for h in s.between(left, act.start) if h.has(frame.acted)]
    near = [h for h in behind[:1] if s.words(act.end, h.start) <= VERB and not s.broken(act.end, h.start)]
    for draft in near or before[-1:]:
        found = SYMBOL.search(s.text, draft.end, s.end)
        if found and s.words(draft.end, found.start()) <= 1:
            return (found.group(),)
        number = next((m for m in s.mentions if m.start >= draft.end), None)
        if number is not None and frame.symbols and _is_number(sc, draft, number.start, number.end):
            value = number.value or 0
            return (frame.symbols.format(int(value)),) if number.type == "number" and value >= LEAST else ()
    return ()


def _is_number(sc: Scene, draft: Hit, start: int, end: int) -> bool:
    """Whether a figure behind a draft is what it is called by: nothing stands between, and behind it no noun that it
    counts ("a draft 130 states had backed").
    """
    s = sc.s
    between = s.between(draft.end, start)
    named = not s.words(draft.end, start) or (len(between) == 1 and between[0].has(("mark.number",)))
    after = s.after(end)
    goes_on = after is not None and s.bare(end, after.start) and after.of_kind(GO_ON) and not after.has(("noun.voter",))
    closed = not s.words(end, s.until(end, s.end))
    return named and not s.broken(draft.end, start) and (closed or goes_on)
