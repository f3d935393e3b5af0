"""Packed columns: what goes in comes out, and a name that is none is no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tahqiq.record.packed import Columns, Either, Positions, pack, unpack


@given(st.lists(st.integers(0, 2**32 - 1)), st.lists(st.floats(allow_nan=False)))
def test_numbers_come_out_as_they_went_in(places: list[int], values: list[float]) -> None:
    assert list(unpack("I", pack("I", places))) == places
    assert list(unpack("d", pack("d", values))) == values


def test_columns_and_positions_open_by_name() -> None:
    columns = Columns({"a": (pack("I", [1, 4]), pack("d", [0.5, -2.0]))})
    assert (dict(columns), len(columns)) == ({"a": {1: 0.5, 4: -2.0}}, 1)
    positions = Positions({"USA": pack("I", [0, 3]), "ISR": pack("I", [])})
    assert dict(positions) == {"USA": frozenset({0, 3}), "ISR": frozenset()}
    assert len(positions) == 2


def test_a_value_of_any_index_is_found_in_all_that_have_it() -> None:
    either = Either([{"a": frozenset({1})}, {"a": frozenset({2}), "b": frozenset()}])
    assert either["a"] == frozenset({1, 2})
    assert either["b"] == frozenset()
    with pytest.raises(KeyError):
        either["c"]
    assert (sorted(either), len(either)) == (["a", "b"], 2)
