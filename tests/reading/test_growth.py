"""Every reader takes time in proportion to what it is given: counted in time of the processor, not of the clock."""

from __future__ import annotations

import pytest

import growth

SMALL, TIMES = 10_000, 8
LIGHT = 2_000
"""Bytes of the smaller of two inputs, and of one of a kind that takes long in its nature."""
SLACK = 3
"""So much longer than in proportion a larger input may take; what grows with the square takes TIMES times as long."""
LEAST = 0.004
"""Seconds below which a time says nothing."""


@pytest.mark.parametrize("name", growth.INPUTS)
def test_a_reader_takes_time_in_proportion(name: str) -> None:
    made, size = growth.INPUTS[name], LIGHT if name in growth.HEAVY else SMALL
    growth.spent(made, LIGHT, "read")
    small = max(LEAST, min(growth.spent(made, size, "read") for _ in range(2)))
    large = min(growth.spent(made, TIMES * size, "read") for _ in range(2))
    assert large < SLACK * TIMES * small
