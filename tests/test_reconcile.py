"""A list held against a register: every row is told apart, and order does not matter where ids are single."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reconcile import Entry, reconcile

DAY = date(2000, 1, 1)
RECORD = [Entry(f"S/{n}", DAY + timedelta(n), frozenset({"AAA"})) for n in range(20)]


def test_each_kind_of_difference() -> None:
    found = [
        RECORD[0],
        RECORD[0],
        Entry("S/1", DAY, frozenset({"AAA"})),
        Entry("S/2", RECORD[2].day, frozenset({"BBB"})),
        Entry("S/99", RECORD[5].day, frozenset({"AAA"})),
    ]
    result = reconcile(found, RECORD)
    assert result.agreeing == (RECORD[0],)
    told = [(d.entry.id, d.reason, d.expected and d.expected.id) for d in result.differences]
    assert told == [
        ("S/0", "repeated", "S/0"),
        ("S/1", "wrong_date", "S/1"),
        ("S/2", "wrong_actor", "S/2"),
        ("S/99", "unknown_row", None),
    ]
    assert set(result.reasons().values()) == {1}
    assert not result.accepted
    assert result.absent == tuple(RECORD[3:6])


def test_votes_of_one_symbol_match_once_each() -> None:
    twice = [Entry("S/1", DAY, frozenset({"AAA"})), Entry("S/1", DAY, frozenset({"BBB"}))]
    assert len(reconcile(reversed(twice), twice).agreeing) == 2


def test_of_rows_that_share_an_id_the_nearest_is_compared() -> None:
    twins = [Entry("S/1", DAY + timedelta(n), frozenset({"AAA"})) for n in range(3)]
    found = [Entry("S/1", DAY + timedelta(1), frozenset({"BBB"})), twins[1]]
    (difference,) = reconcile(found[:1], twins).differences
    assert (difference.reason, difference.expected) == ("wrong_actor", twins[1])
    assert reconcile([twins[2], twins[0]], twins).agreeing == (twins[2], twins[0])
    assert not reconcile([twins[2], twins[0]], twins).differences


@given(st.lists(st.sampled_from(RECORD), unique=True), st.randoms())
def test_a_true_list_is_accepted_in_any_order(found: list[Entry], random: object) -> None:
    random.shuffle(found)  # type: ignore[attr-defined]
    result = reconcile(found, RECORD)
    assert result.accepted == bool(found)
    assert not result.differences
