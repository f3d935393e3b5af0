"""Sums inside a text: a total beside its parts, also across two sentences. Only arithmetic, no register."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.claims.context import Context
from tahqiq.model import Claim, Stated

CLOSE = 0.0051
"""Relative difference that rounding of the printed figures explains."""


def read_sums(context: Context) -> None:
    """A claim for each total that the text says is made of two or more amounts after it."""
    amounts = [c for c in context.claims if c.kind in ("amount", "sale") and isinstance(c.stated.value, int | float)]
    amounts.sort(key=lambda c: c.start)
    for at, total in enumerate(amounts):
        parts = _parts(context, total, amounts[at + 1 : at + 6])
        if len(parts) > 1:
            context.claims.append(
                replace(
                    total,
                    id=context.name(),
                    kind="sum",
                    end=parts[-1].end,
                    parts=tuple(p.id for p in parts),
                    stated=Stated(total.stated.value, total.stated.unit, total.stated.qualifier),
                    group=None,
                )
            )


def _parts(context: Context, total: Claim, after: list[Claim]) -> list[Claim]:
    """The amounts that the words after the total enumerate: from "made of" on, joined by "plus" or "and"."""
    around = context.sentence_at(total.start)
    hits = [h for s in (around, *context.near(around, 0, 2)) for h in s.hits]
    cue = next((h for h in hits if h.has(("made_of",)) and h.start >= total.end), None)
    if cue is None or not after or not 0 <= after[0].start - cue.end < 60 or cue.start - total.end > 160:
        return []
    joined = [after[0]]
    for part in after[1:]:
        gap = [h for h in hits if joined[-1].end <= h.start and h.end <= part.start]
        joins = any(h.has(("plus", "and")) for h in gap) or around.text[part.start - 2 : part.start].strip().isalpha()
        if not joins or part.start - joined[-1].end > 90:
            break
        joined.append(part)
    return joined
