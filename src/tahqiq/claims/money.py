"""Sums of money in a sentence: what is one, how far its own words reach, in whose prices it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tahqiq.catalog.frames import Frame
from tahqiq.catalog.registers import find_measure
from tahqiq.claims.context import Context
from tahqiq.claims.cues import AND
from tahqiq.claims.sentences import Sentence
from tahqiq.model import Mention

MILLION = 1_000_000
"""A bare number of this size beside words of aid is an amount whose currency the text leaves out."""
LEAST = 10_000
"""Smaller sums ("5 cents of every dollar") are no amounts that a state gives."""
NEAR = 40
"""How far from an amount a word such as "military" or "a year" still belongs to it."""
RANGE = 8
"""The two ends of a range stand this near."""
UNCOUNTED = ("per_year", "until", "since", "during", "to_place", "as_of", "and", "of_them", "more_than", "at_least")
"""What may follow an amount without a currency; a noun after a number makes it a number of something."""


LONGEST = 400
"""No sentence that people write holds more known words; a longer run of text is not searched for amounts."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount with the stretch of its sentence that speaks of it: from the last amount to the next.

    `value` is a number or a (low, high) range; `item` its place among the amounts of the sentence.
    """

    start: int
    end: int
    value: Any
    currency: str | None
    before: int
    after: int
    item: int
    mentions: tuple[Mention, ...]

    def own(self, s: Sentence) -> tuple[int, int]:
        """The part of its clause that speaks of no other amount: a further verb of giving or getting opens its own."""
        left, right = s.clause(self.start, self.end)
        left = max(left, self.before)
        if self.item:
            verbs = [h.start for h in s.between(left, self.start) if h.has(("aid_got", "aid_given"))]
            left = max([left, *verbs])
        return left, min(right, self.after)


def sums_of(context: Context, frame: Frame, s: Sentence) -> list[Sum]:
    """The amounts of a sentence that no claim has used yet, in order."""
    if len(s.hits) > LONGEST:
        return []
    told = any(m.type == "money" for m in s.mentions)
    listed = [m for m in s.mentions if m.value is not None and (m.type == "money" or _bare(frame, s, m, told))]
    money = [m for m in listed if (m.value or 0) >= LEAST]
    if not told and not s.has(frame.strong):
        return []
    groups = _ranges(context, s, money)
    found = []
    for i, group in enumerate(groups):
        before = groups[i - 1][-1].end if i else s.start
        after = groups[i + 1][0].start if i + 1 < len(groups) else s.end
        first, last = group[0], group[-1]
        value = first.value if first is last else (first.value, last.value)
        if all(context.free(m.start, m.end) for m in group):
            found.append(Sum(first.start, last.end, value, last.currency, before, after, i, tuple(group)))
    return found


def _bare(frame: Frame, s: Sentence, m: Mention, told: bool) -> bool:
    """Whether a number is an amount that leaves its currency out: large, and counting no noun or beside other money."""
    if m.type != "number" or (m.value or 0) < MILLION:
        return False
    if told and any(c.isalpha() for c in s.text[m.start : m.end]):
        return True
    rest = s.text[m.end : s.end].lstrip(" \u00a0")
    if not rest or not rest[0].isalnum():
        return True
    after = next((h for h in s.hits if h.start >= m.end), None)
    if after is None or s.text[m.end : after.start].strip(" \u00a0").count(" ") > 0:
        return False
    near = after.start - m.end <= 3
    return near and (
        after.has(UNCOUNTED) or after.has(frame.strong | frame.anchors) or bool(after.codes("place", "seat"))
    )


def _ranges(context: Context, s: Sentence, money: Sequence[Mention]) -> list[list[Mention]]:
    """The amounts, the two ends of a range ("3 to 4 billion", "between 3 and 4 billion") as one."""
    groups: list[list[Mention]] = []
    for m in money:
        last = groups[-1][-1] if groups else None
        if last is not None and len(groups[-1]) == 1 and is_range(context, s, last, m):
            groups[-1].append(m)
        else:
            groups.append([m])
    return groups


def is_range(context: Context, s: Sentence, low: Mention, high: Mention) -> bool:
    """Whether two values are the ends of one range, the first told without a scale of its own or after "between"."""
    if high.start - low.end > RANGE or not (low.value or 0) < (high.value or 0):
        return False
    gap = s.between(low.end, high.start)
    between = any(h.has(("between",)) and s.bare(h.end, low.start) for h in s.hits if h.end <= low.start)
    words = "".join(s.text[low.end : high.start].split())
    if any(h.has(("and",)) for h in gap) or words in context.values.get(AND, {}).get("prefixes", ()):
        return between
    dashed = words in ("-", "\u2013", "\u2014") or any(h.has(("to_place", "until", "range_to")) for h in gap)
    return dashed and not any(c.isalpha() for c in s.text[low.start : low.end])


def price_years(frame: Frame, s: Sentence) -> dict[int, str]:
    """Years that name a price base ("2019 dollars"), by where they stand."""
    words = [h for h in s.hits if h.has(("dollars",))]
    return {
        m.start: m.date
        for m in s.mentions
        if m.type == "date" and m.date and any(s.bare(m.end, h.start) or s.bare(h.end, m.start) for h in words)
    }


def prices(frame: Frame, s: Sentence, amount: Sum) -> tuple[str, ...]:
    """The choices on the axis of prices that the words around the amount leave open; empty when they say nothing.

    Words before the first amount of a sentence hold for all of them.
    """
    if not frame.more.get("prices"):
        return ()
    start, end = max(amount.before, amount.start - NEAR), min(amount.after, amount.end + 2 * NEAR)
    first = next((m.start for m in s.mentions if m.type == "money"), s.start)
    return _told_prices(frame, s, start, end) or _told_prices(frame, s, s.start, min(first, amount.start))


def _told_prices(frame: Frame, s: Sentence, start: int, end: int) -> tuple[str, ...]:
    axis = find_measure(f"{frame.register}.{frame.measure}")[0].axes["prices"]
    years = [y for at, y in price_years(frame, s).items() if start <= at < end]
    around = s.between(start, end)
    if years:
        return tuple(c for c in axis.choices if c.endswith(f"_{years[0]}")) or (years[0],)  # no such base: no answer
    if any(h.has(("not_adjusted",)) for h in around):
        return (axis.default,)
    if any(h.has(("adjusted",)) for h in around):
        return tuple(c for c in axis.choices if c != axis.default)
    return ()
