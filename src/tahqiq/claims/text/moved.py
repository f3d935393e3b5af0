"""What was claimed in a text written out with spaces, with offsets into the text as it was given."""

from __future__ import annotations

from dataclasses import replace

from tahqiq.model import Claim, Claims, Damage, ItemList, Span, Text
from tahqiq.reading.unspaced import Written


def moved_back(found: Claims, written: Written, text: Text) -> Claims:
    """The claims of a text written out, placed in the text itself."""
    return replace(
        found,
        claims=tuple(_claim(c, written) for c in found.claims),
        lists=tuple(_listed(x, written) for x in found.lists),
        damage=tuple(_damaged(d, text) for d in found.damage),
    )


def _claim(c: Claim, written: Written) -> Claim:
    start, end = written.back(c.start, c.end)
    return replace(c, start=start, end=end, unread=_spans(c.unread, written), checked=_spans(c.checked, written))


def _spans(spans: tuple[Span, ...], written: Written) -> tuple[Span, ...]:
    return tuple(written.back(*span) for span in spans)


def _listed(found: ItemList, written: Written) -> ItemList:
    start, end = written.back(found.start, found.end)
    items = []
    for item in found.items:
        first, last = written.back(item.start, item.end)
        items.append(replace(item, start=first, end=last))
    count = _claim(found.count, written) if found.count else None
    return replace(found, start=start, end=end, items=tuple(items), count=count)


def _damaged(d: Damage, text: Text) -> Damage:
    """Damage is placed in what was given; what was written out had the text itself for that."""
    start, end = text.to_raw(d.start, d.end)
    return replace(d, start=start, end=end)
