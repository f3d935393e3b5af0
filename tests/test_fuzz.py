"""Whatever the bytes, a report or one plain line: a minute of what `make fuzz` does in an hour, and what once broke."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import attempt
from fuzz_inputs import CORPUS, families, mutated

KNOWN = families()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bin")), ids=lambda p: p.stem)
def test_what_once_broke_is_read(path: Path) -> None:
    assert attempt(path.read_bytes())


@pytest.mark.timeout(300)
@settings(max_examples=1_500, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**64))
def test_what_chance_makes_is_read(seed: int) -> None:
    dice = random.Random(seed)
    assert attempt(mutated(dice, dice.choice(KNOWN)))


@settings(max_examples=300, database=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(content: bytes) -> None:
    assert attempt(content)
