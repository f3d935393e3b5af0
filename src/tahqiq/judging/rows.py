"""Rows of the record, shown as an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tahqiq.model import Answer, AsOf, Reading
from tahqiq.record.lookup import Row, query_of


def with_rows(reading: Reading, rows: Iterable[Row], moment: AsOf, value: Any = None) -> tuple[Answer, ...]:
    """One answer that shows the rows found, with the record's own value; without one, how many there are."""
    listed = tuple(rows)
    answer = Answer(
        register=reading.register,
        measure=reading.measure,
        definition="all",
        choices={},
        default=True,
        value=len(listed) if value is None else value,
        as_of=moment.start,
        holds=(),
        query=query_of(listed),
        rows=tuple(r.id for r in listed),
        sources=tuple(dict.fromkeys(s for r in listed for s in r.sources)),
        details={"dates": [r.day.isoformat() for r in listed]},
    )
    return (answer,)
