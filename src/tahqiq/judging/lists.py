"""A list set against the record: each item, the lost ones, the rows left out, the figure above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tahqiq.catalog.dates import bounds
from tahqiq.model import AsOf, Damage, ItemList, ListFinding, ListGap, ListItem, Reading
from tahqiq.model import ListedItem as Item
from tahqiq.record.answers import answers
from tahqiq.record.lookup import Row, rows_of

NEAR = timedelta(days=31)
"""An item whose day is off but whose month is right, give or take, is a misdated one."""


def judge_list(found: ItemList, damage: Sequence[Damage], moment: AsOf) -> ListFinding:
    """Match every item with a row; tell what is lost, damaged, left out."""
    reading = Reading(found.register, found.measure, found.filters)
    default = answers(reading, moment.start)[0]
    counted = set(default.rows)
    rows = rows_of(reading)
    matched = _match(found.items, rows)
    items = [_item(item, matched.get(i), rows) for i, item in enumerate(found.items)]
    used = {i.row for i in items if i.row}
    heads = [d for d in damage if d.kind == "lost_head"]
    items, gaps = _holes(items, [r for r in rows if r.id in counted and r.id not in used], heads)
    in_gaps = {row for gap in gaps for row in gap.rows} | {i.row for i in items if i.row}
    days = [date.fromisoformat(i.date) for i in items if i.status == "matched" and i.date and len(i.date) == 10]
    between = [r.id for r in rows if days and r.id in counted and min(days) <= r.day <= max(days)]
    return ListFinding(
        heading=found.heading,
        start=found.start,
        end=found.end,
        register=found.register,
        filters=found.filters,
        items=tuple(items),
        gaps=tuple(gaps),
        missing=tuple(r for r in between if r not in in_gaps),
        extra=tuple(i.number for i in items if i.status == "not_in_record" and i.number is not None),
        stated_count=_top(found.count.stated.value) if found.count is not None else None,
        definition=default.definition,
        record_count=int(default.value),
    )


def _match(items: Sequence[Item], rows: Sequence[Row]) -> dict[int, Row]:
    """Rows of the very day (or the month, where no day is told), each used once, in order."""
    free = list(rows)
    found: dict[int, Row] = {}
    for i, item in enumerate(items):
        for stated in (item.date, *item.others):
            if stated is None:
                continue
            first, last = bounds(stated)
            row = next((r for r in free if first <= r.day <= last), None)
            if row is not None:
                found[i] = row
                free.remove(row)
                break
    return found


def _item(item: Item, row: Row | None, rows: Sequence[Row]) -> ListItem:
    shown = ListItem(item.number, item.start, item.end, item.date, row.id if row else None, "matched")
    if row is not None:
        return shown
    if item.date is None:
        return replace(shown, status="damaged")
    first, last = bounds(item.date)
    close = [r for r in rows if first - NEAR <= r.day <= last + NEAR]
    return replace(shown, row=close[0].id if close else None, status="misdated" if close else "not_in_record")


def _holes(
    items: Sequence[ListItem], free: Sequence[Row], heads: Sequence[Damage]
) -> tuple[list[ListItem], list[ListGap]]:
    """Lost numbers between two items, with the rows that fall between their dates.

    A fragment that survives of the last lost item (`heads`) makes it damaged; the row just before the next item is
    proposed for it.
    """
    result: list[ListItem] = []
    gaps: list[ListGap] = []
    last: ListItem | None = None
    for item in items:
        if last is not None and last.number is not None and item.number is not None and item.number > last.number + 1:
            low, high = _day(last), _day(item)
            between = [r for r in free if low and high and low < r.day < high]
            numbers = [last.number + 1, item.number - 1]
            head = next((d for d in heads if d.details.get("number") == item.number - 1), None)
            if head is not None:
                numbers[1] -= 1
            result += [
                ListItem(n, item.start, item.start, None, None, "lost") for n in range(numbers[0], numbers[1] + 1)
            ]
            if head is not None:
                proposed = between.pop() if between else None
                result.append(
                    ListItem(
                        item.number - 1, item.start, item.start, None, proposed.id if proposed else None, "damaged"
                    )
                )
            if numbers[0] <= numbers[1]:
                gaps.append(ListGap((numbers[0], numbers[1]), tuple(r.id for r in between)))
        result.append(item)
        last = item
    return result, gaps


def _day(item: ListItem) -> date | None:
    return bounds(item.date)[0] if item.date else None


def _top(value: object) -> int:
    """A stated number, or the upper end of a stated range."""
    return int(max(value)) if isinstance(value, tuple | list) else int(value)  # type: ignore[call-overload]
