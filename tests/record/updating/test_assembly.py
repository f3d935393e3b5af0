"""The Library's newer roll calls added to those that ship, over loopback."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tahqiq.catalog.version import DATA, home
from tahqiq.record.updating.making import begin

LIST = "/digitallibrary.un.org/api/v1/file?recid=4060887"
FILE = "/digitallibrary.un.org/record/4060887/files/2026_06_30_ga_voting.csv"
WORDS = {"in_favour": "Y", "against": "N", "abstaining": "A", "absent": "X"}
HEAD = [
    "undl_id",
    "ms_code",
    "ms_name",
    "ms_vote",
    "date",
    "session",
    "resolution",
    "title",
    "total_yes",
    "total_no",
    "total_abstentions",
]
PALESTINE = (
    "4100001",
    "A/RES/80/300",
    "2026-03-02",
    "Peaceful settlement of the question of Palestine : resolution / adopted by the General Assembly",
)
OTHER = ("4100002", "A/RES/ES-11/12 A", "2026-05-10", "Principles for a peace")
OLD = ("4096575", "A/RES/80/199", "2025-12-18", "Held already")


def ballots() -> dict[str, str]:
    """What every member did in the last roll call that ships."""
    votes = DATA / "records" / "assembly_votes" / "data" / "votes.parquet"
    return dict(duckdb.sql(f"SELECT member, vote FROM '{votes}' WHERE rcid = 4096575").fetchall())


def table(calls: list[tuple[str, ...]], votes: dict[str, str]) -> bytes:
    """The Library's file: a line for each member and roll call."""
    counted, text = Counter(votes.values()), io.StringIO()
    lines = csv.DictWriter(text, HEAD)
    lines.writeheader()
    for name, symbol, day, title in calls:
        for member, vote in votes.items():
            told = (name, member, member, WORDS[vote], day, "80", symbol, title)
            tally = (f"{counted[part]}.0" for part in ("in_favour", "against", "abstaining"))
            lines.writerow(dict(zip(HEAD, (*told, *tally), strict=True)))
    return text.getvalue().encode()


@pytest.fixture
def library(publisher: Any) -> Any:
    """The list of editions, and the newest of them."""
    names = ["2026_02_06_ga_voting", "2026_06_30_ga_voting", "readme"]
    address = "https://digitallibrary.un.org/record/4060887/files/{}.csv"
    publisher.bodies[LIST] = publisher.body([{"name": n, "url": address.format(n), "format": ".csv"} for n in names])
    publisher.bodies[FILE] = table([OLD, PALESTINE, OTHER], ballots())
    return publisher


def test_newer_roll_calls_are_added_and_the_others_stay(library: Any) -> None:
    making = begin(["assembly_votes"], library.address)
    (outcome,) = making.outcomes()
    assert outcome.problem is None
    assert outcome.renewed is not None
    counts = {t.table: [t.count(kind) for kind in ("added", "changed", "gone")] for t in outcome.renewed.changes}
    assert counts == {"roll_calls": [2, 0, 0], "votes": [2 * len(ballots()), 0, 0], "about": [1, 0, 0]}
    folder = home() / str(making.name) / "records" / "assembly_votes"
    held = f"FROM '{folder}/data/roll_calls.parquet' WHERE rcid > 4100000 ORDER BY rcid"
    assert duckdb.sql(f"SELECT id, session, title, in_favour, CAST(last AS VARCHAR), sources {held}").fetchall() == [
        ("A/RES/80/300", 80, "Peaceful settlement of the question of Palestine", 173, "2026-03-02", "undl_voting"),
        ("A/RES/ES-11/12A", 80, "Principles for a peace", 173, "2026-05-10", "undl_voting"),
    ]
    told = (folder / "register.yml").read_text("utf-8")
    assert "coverage: {from: 1946-01-01, to: 2026-05-10}" in told
    assert {row["place"] for row in rows(folder / "data" / "about.csv") if row["rcid"] == "4100001"} == {"PSE"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_votes_that_do_not_make_the_tally_stop_it(library: Any) -> None:
    lines = table([PALESTINE], ballots()).splitlines(keepends=True)
    library.bodies[FILE] = b"".join(lines[:100])
    (outcome,) = begin(["assembly_votes"], library.address).outcomes()
    assert outcome.problem is not None
    assert outcome.problem.code == "build_failed"
    assert "A/RES/80/300" in outcome.problem.details["problem"]


def test_a_member_that_nobody_knows_stops_it(library: Any) -> None:
    library.bodies[FILE] = table([PALESTINE], {**ballots(), "QQQ": "in_favour"})
    (outcome,) = begin(["assembly_votes"], library.address).outcomes()
    assert outcome.problem is not None
    assert outcome.problem.code == "not_sound"
    assert "QQQ" in outcome.problem.details["problem"]
