"""Tables of a register: their columns, and rows by filter, day, word, order and page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tahqiq.errors import UsageError
from tahqiq.record.browse import Ask, bridged, count, parquet, rows, rows_of
from tahqiq.record.tables import Table, load_table


@pytest.fixture(scope="module")
def casts() -> Table:
    return load_table("security_council_vetoes", "casts")


def column(table: Table, name: str, found: Any) -> list[Any]:
    at = [c.name for c in table.columns].index(name)
    return [row[at] for row in found]


def test_every_column_is_there_once_the_key_and_the_day_first_the_flags_last(casts: Table) -> None:
    names = [c.name for c in casts.columns]
    assert len(set(names)) == len(names)
    assert names[:3] == ["vote", "date", "member"]
    flags = [c.type == "boolean" for c in casts.columns]
    assert flags == sorted(flags)
    assert any(flags)


def test_columns_say_what_they_stand_for(casts: Table) -> None:
    known = {c.name: c for c in casts.columns}
    assert known["member"].dimension == "member"
    assert known["note"].dimension is None
    assert {known[n].type for n in ("date", "in_favour", "vote", "listed_2022")} == {
        "date",
        "number",
        "string",
        "boolean",
    }
    assert known["meeting"].about


@pytest.mark.parametrize(
    ("table", "key"),
    [("casts", "vote"), ("votes", "vote"), ("vetoes", None), ("about", None)],
)
def test_a_row_has_an_id_where_one_column_alone_tells_rows_apart(table: str, key: str | None) -> None:
    assert load_table("security_council_vetoes", table).row == key


def test_a_resource_with_a_key_of_one_column_has_it_as_id() -> None:
    assert load_table("events", "events").row == "id"
    assert load_table("events", "actors").row is None


def test_the_newest_rows_come_first(casts: Table) -> None:
    days = column(casts, "date", rows(casts, Ask()))
    assert len(days) == casts.total == count(casts, Ask())
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("down", [False, True])
def test_rows_come_in_the_order_asked_for(casts: Table, down: bool) -> None:
    found = column(casts, "meeting", rows(casts, Ask(sort="meeting", down=down)))
    told = [m for m in found if m is not None]
    assert told == sorted(told, reverse=down)
    assert found == told + [None] * (len(found) - len(told)), "what is not known comes last either way"


def test_pages_make_up_the_whole(casts: Table) -> None:
    whole = list(rows(casts, Ask()))
    pages = [row for at in range(0, len(whole), 100) for row in rows(casts, Ask(), limit=100, offset=at)]
    assert pages == whole
    assert list(rows(casts, Ask(), limit=0)) == []


def test_an_order_by_a_column_that_is_none_is_refused(casts: Table) -> None:
    with pytest.raises(UsageError) as caught:
        list(rows(casts, Ask(sort="colour")))
    assert (caught.value.code, caught.value.details["value"]) == ("unknown_value", "colour")


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        (Ask(filters={"member": ("USA",)}, until=date(2023, 10, 17)), 87),
        (Ask(filters={"member": ("USA",)}, until=date(2023, 10, 18)), 88),
        (Ask(filters={"member": ("USA",)}, since=date(2023, 10, 18), until=date(2023, 10, 18)), 1),
        (Ask(filters={"member": ("USA",), "unit_rule": ("whole_drafts",)}, until=date(2023, 10, 18)), 83),
        (
            Ask(
                filters={"member": ("USA",), "about": ("ISR",), "unit_rule": ("whole_drafts",)}, until=date(2024, 8, 1)
            ),
            48,
        ),
    ],
)
def test_days_and_filters_include_their_bounds(casts: Table, asked: Ask, most: int) -> None:
    found = list(rows(casts, asked))
    assert len(found) == count(casts, asked) == most


def test_words_are_looked_for_in_every_text_and_in_what_they_name(casts: Table) -> None:
    gaza = list(rows(casts, Ask(words=("gaza",))))
    assert gaza
    assert all("gaza" in " ".join(map(str, row)).lower() for row in gaza)
    named = count(casts, Ask(words=("america",), named={"america": {"member": ("USA",)}}))
    assert named >= count(casts, Ask(filters={"member": ("USA",)}))
    assert count(casts, Ask(words=("no such word anywhere",))) == 0


@pytest.mark.parametrize(
    ("filters", "code"), [({"colour": ("red",)}, "unknown_filter"), ({"member": ("USA", "ZZZ")}, "unknown_value")]
)
def test_a_filter_that_is_none_is_refused(casts: Table, filters: dict[str, tuple[str, ...]], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        count(casts, Ask(filters=filters))
    assert caught.value.code == code


def test_a_row_is_found_by_its_id_once_for_each_that_shares_it(casts: Table) -> None:
    assert sorted(column(casts, "member", rows_of(casts, "S/2026/273"))) == ["CHN", "RUS"]
    assert rows_of(casts, "S/0") == []
    assert rows_of(load_table("security_council_vetoes", "vetoes"), "S/2026/273") == []


def test_a_row_tells_what_it_is_about(casts: Table) -> None:
    about = casts.register.dimensions["about"]
    votes = load_table("security_council_vetoes", "votes")
    assert "ISR" in bridged(votes, "S/2023/773", about)
    assert bridged(votes, "S/0", about) == []


def test_rows_as_parquet_are_the_same_rows(casts: Table, tmp_path: Path) -> None:
    asked = Ask(filters={"member": ("FRA",)}, sort="vote")
    path = tmp_path / "rows.parquet"
    path.write_bytes(parquet(casts, asked))
    found = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    assert found.columns == [c.name for c in casts.columns]
    assert found.fetchall() == list(rows(casts, asked))


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        load_table("security_council_vetoes", "goals")
    assert caught.value.code == "unknown_table"


def test_a_file_of_rows_is_made_of_the_register_alone(casts: Table, tmp_path: Path) -> None:
    """Whatever SQL might slip in: neither another file nor the net is read."""
    outside = tmp_path / "outside.csv"
    outside.write_text("vote\nS/1\n")
    sql = f"SELECT o.* FROM read_csv('{outside.as_posix()}') o"
    register = replace(casts.register, tables={casts.name: sql})
    with pytest.raises(duckdb.PermissionException):
        parquet(replace(casts, register=register), Ask())
