"""Single rows: the query shown beside them gives exactly them."""

from __future__ import annotations

import pytest

import tahqiq
from tahqiq.catalog.registers import load_registers
from tahqiq.record.store import select

TEXTS = [
    "On 20 February 2024 the United States vetoed a draft resolution on Gaza by 13 votes in favour and 1 against.",
    "On 21 December 2017 the General Assembly adopted resolution ES-10/19 by 128 votes to 9, with 35 abstentions.",
    "In 2024 the United States vetoed a draft resolution on Gaza.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_query_of_rows_gives_them_and_no_others(text: str) -> None:
    shown = [
        answer
        for finding in tahqiq.check(text, published="2024-05-02").findings
        if finding.claim.kind in ("event", "tally")
        for answer in finding.answers
    ]
    assert shown
    for answer in shown:
        rows = select(load_registers()[answer.register], answer.query)
        assert sorted(str(row[0]) for row in rows) == sorted(answer.rows)
