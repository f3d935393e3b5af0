"""Decisions of the Council: the rows by themselves, counts in plain Python beside those asked of the record."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import tahqiq
from tahqiq.record.ask import ask

HERE = Path(tahqiq.__file__).parent / "data" / "records" / "council_votes"
TODAY = date(2026, 11, 26)
PARTS = ("in_favour", "against", "abstaining")


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


VOTES = rows("votes")
BY_ID = {v["vote"]: v for v in VOTES}


def test_every_resolution_but_the_missing_ones_is_there() -> None:
    numbers = {int(v["symbol"].split("/")[2]) for v in VOTES if v["outcome"] == "adopted"}
    register = yaml.safe_load((HERE / "register.yml").read_text("utf-8"))
    missing = set(range(1, 2641)) - numbers
    owned = sum(g.get("missing_at_most", 0) for g in register["gaps"])
    assert len(missing) == owned == 15


@pytest.mark.parametrize("year", [1946, 1956, 1966, 1990, 1993, 2001, 2015, 2021])
@pytest.mark.parametrize(("measure", "outcome"), [("resolutions_adopted", "adopted"), ("drafts_failed", "failed")])
def test_counts_by_year_on_two_roads(measure: str, outcome: str, year: int) -> None:
    counted = sum(v["outcome"] == outcome and v["first"][:4] == str(year) for v in VOTES)
    asked = ask(f"council_votes.{measure}", {}, as_of=TODAY, since=str(year), until=str(year)).answers[0]
    assert asked.value == counted


def test_a_draft_that_failed_lacked_the_votes_or_met_a_veto() -> None:
    """Seven of eleven votes to 1965, nine of fifteen since; a permanent member's vote against defeats the rest."""
    for vote in VOTES:
        if vote["in_favour"]:
            enough = int(vote["in_favour"]) >= (9 if vote["first"] >= "1966" else 7)
            assert enough == (vote["outcome"] != "failed"), vote["vote"]


def test_how_a_decision_was_taken_follows_from_its_tally() -> None:
    for vote in VOTES:
        if vote["outcome"] == "adopted" and all(vote[p] for p in PARTS):
            seats = 15 if vote["first"] >= "1966" else 11
            assert sum(int(vote[p]) for p in PARTS) <= seats, vote["vote"]
            assert (vote["manner"] == "opposed") == (int(vote["against"]) > 0)
            assert (vote["manner"] == "unanimous") == (int(vote["in_favour"]) == seats)


def test_named_votes_fit_the_tallies() -> None:
    named = Counter((r["vote"], r["cast"]) for r in rows("member_votes"))
    for (vote, cast), count in named.items():
        if cast in PARTS and BY_ID[vote][cast]:
            assert count <= int(BY_ID[vote][cast]), (vote, cast)


@pytest.mark.parametrize(
    ("symbol", "tally", "day"),
    [
        ("S/RES/242", ("15", "0", "0"), "1967-11-22"),
        ("S/RES/678", ("12", "2", "1"), "1990-11-29"),
        ("S/RES/1973", ("10", "0", "5"), "2011-03-17"),
        ("S/RES/2334", ("14", "0", "1"), "2016-12-23"),
        ("S/RES/666", ("13", "2", "0"), "1990-09-13"),
        ("S/RES/432", ("15", "0", "0"), "1978-07-27"),
    ],
)
def test_known_resolutions(symbol: str, tally: tuple[str, ...], day: str) -> None:
    row: dict[str, Any] = BY_ID[symbol]
    assert tuple(row[p] for p in PARTS) == tally
    assert row["date"] == day


def test_no_veto_where_nine_stood_against() -> None:
    """19 and 26 September 2025: permanent members voted against, and the draft had four votes in favour."""
    for name in ("2025-09-19#1", "2025-09-26#1"):
        assert BY_ID[name]["outcome"] == "failed"
