"""Of which kind an amount of aid is: military, economic, missile defence, or a named account."""

from __future__ import annotations

from collections.abc import Iterable

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.lexicon import Hit
from tahqiq.claims.context import CARRY, Context
from tahqiq.claims.cues import after_and
from tahqiq.claims.money import NEAR, Sum
from tahqiq.claims.sentences import Sentence

BEFORE = 4
"""A kind stands this near before the amount it opens."""


def kind_of(context: Context, frame: Frame, s: Sentence, amount: Sum) -> str | None:
    """The kind named nearest to the amount, after it first, else before it; both halves of all aid are no kind."""
    start, end = amount.own(s)
    spans = [(amount.end, min(end, amount.end + 2 * NEAR)), (start, amount.start)]
    if amount.item == 0 or not any(h.has(frame.strong) for h in s.between(start, end)):
        first = next((m.start for m in s.mentions if m.type == "money"), amount.start)
        spans.append((s.start, min(first, amount.start)))
    for low, high in spans:
        hits = s.between(low, high)
        told = [h for h in hits if _first((h,), tuple(frame.more["categories"]))]
        if low == amount.end:
            told = [h for h in told if not _next(context, s, h, amount.after)]
        if not told:
            continue
        if _whole(context, frame, s, told):
            return None
        return _first(told if low == amount.end else reversed(told), tuple(frame.more["categories"]))
    return None


def _next(context: Context, s: Sentence, hit: Hit, after: int) -> bool:
    """Whether a kind opens the next amount ("... billion, and military 104 billion")."""
    return after < s.end and after - hit.end <= BEFORE and after_and(context, s, hit.start) is not None


def _whole(context: Context, frame: Frame, s: Sentence, told: list[Hit]) -> bool:
    """Whether the words name all aid: both its halves, or a part that is only added to the rest."""
    if all(any(h.has((half,)) for h in told) for half in frame.more["halves"]):
        return True
    added = frame.more["added"]
    return any(h.has(added) and _is_added(context, frame, s, h) for h in told)


def _is_added(context: Context, frame: Frame, s: Sentence, hit: Hit) -> bool:
    """Whether "and", "with" or "included" joins the part to aid of another kind."""
    earlier = after_and(context, s, hit.start)
    if earlier is not None:
        if earlier.codes("adj"):
            earlier = s.hits[max(0, s.hits.index(earlier) - 1)]
        return earlier.has(frame.strong | {"military"}) and not earlier.has(frame.more["added"])
    at = s.hits.index(hit)
    beside = [h for h in s.hits[max(0, at - 1) : at + 2] if h is not hit and h.has(("with_added",))]
    return any(s.bare(h.end, hit.start) if h.end <= hit.start else s.bare(hit.end, h.start) for h in beside)


def kind_before(context: Context, frame: Frame, s: Sentence) -> str | None:
    """The kind of aid that the sentences just before speak of."""
    around = reversed(context.near(s, CARRY if s.kind == "item" else 2))
    for before in (x for x in around if s.kind != "item" or x.kind != "item"):
        found = _first(before.hits, tuple(frame.more["categories"]))
        if found:
            return found
    return None


def accounts(frame: Frame, s: Sentence, amount: Sum) -> tuple[str, ...]:
    """The accounts that the amount's own words name; several named together may be one account."""
    start, end = amount.own(s)
    hits = s.between(amount.end, min(end, amount.end + 2 * NEAR)) or s.between(start, amount.start)
    named = [t for t in frame.more["accounts"] if any(h.has((t,)) for h in hits)]
    joined = "+".join(named)
    wanted = [joined, *named] if len(named) > 1 else named
    return tuple(a for n in wanted for a in frame.more["accounts"].get(n, ()))


def _first(hits: Iterable[Hit], names: tuple[str, ...]) -> str | None:
    for hit in hits:
        for name in names:
            if name in hit.ids:
                return name
    return None
