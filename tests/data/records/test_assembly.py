"""The Assembly's roll calls: tallies against the votes themselves, members and days as coded, known decisions."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

import tahqiq
from tahqiq.catalog.places import load_places

HERE = Path(tahqiq.__file__).parent / "data" / "records" / "assembly_votes"


def load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


@cache
def table(name: str) -> list[dict[str, Any]]:
    """The rows of a resource as plain dictionaries."""
    path = next((HERE / "data").glob(f"{name}.*"))
    found = duckdb.connect().execute(f"SELECT * FROM '{path}'")
    names = [d[0] for d in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@cache
def ballots() -> dict[int, dict[str, set[str]]]:
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for vote in table("votes"):
        found[vote["rcid"]][vote["vote"]].add(vote["member"])
    return found


def test_tables_keep_their_schema() -> None:
    package = json.loads((HERE / "datapackage.json").read_text("utf-8"))
    types = {"string": str, "integer": int}
    for resource in package["resources"]:
        rows, fields = table(resource["name"]), resource["schema"]["fields"]
        assert set(rows[0]) == {f["name"] for f in fields}
        for field in fields:
            values = {r[field["name"]] for r in rows}
            allowed = field.get("constraints", {}).get("enum")
            assert not allowed or values <= set(allowed)
            assert not field.get("constraints", {}).get("required") or None not in values
            kind = types.get(field["type"])
            assert kind is None or all(isinstance(v, kind) for v in values if v is not None)
        keys = Counter(tuple(r[k] for k in resource["schema"]["primaryKey"]) for r in rows)
        assert max(keys.values()) == 1


def test_votes_and_places_belong_to_roll_calls() -> None:
    known = {r["rcid"] for r in table("roll_calls")}
    assert {v["rcid"] for v in table("votes")} == known
    assert {a["rcid"] for a in table("about")} <= known
    assert {v["member"] for v in table("votes")} <= load_places()["places"].keys()


def test_tallies_are_the_votes() -> None:
    """Second road: every tally counted from the votes, but for mended ones and a member without a code."""
    off = []
    for call in table("roll_calls"):
        counted = {kind: len(who) for kind, who in ballots()[call["rcid"]].items()}
        given = {kind: call[kind] for kind in ("in_favour", "against", "abstaining")}
        missing = sum(given.values()) - sum(counted.values())
        if missing:
            off.append((call["id"], missing))
    mended = {f["row"] for f in load("corrections.yml") if f["field"] != "date"}
    assert {name for name, _ in off if name in mended} == mended
    rest = [(n, m) for n, m in off if n not in mended]
    assert all((m == 1 and n.startswith("1963-12")) or "XVIII" in n for n, m in rest)
    assert len(rest) <= 2


@pytest.mark.parametrize("case", load("cases.yml")["own"]["members"], ids=lambda c: c["symbol"])
def test_who_voted(case: dict[str, Any]) -> None:
    (call,) = [r for r in table("roll_calls") if r["id"] == case["symbol"]]
    for kind in ("against", "abstaining"):
        if kind in case:
            assert sorted(ballots()[call["rcid"]][kind]) == case[kind]


def test_seats_change_hands_on_their_day() -> None:
    days = {r["rcid"]: str(r["first"]) for r in table("roll_calls")}
    spans: dict[str, list[str]] = defaultdict(list)
    for vote in table("votes"):
        spans[vote["member"]].append(days[vote["rcid"]])
    assert max(spans["SUN"]) < "1992" <= min(spans["RUS"])
    assert max(spans["CSK"]) < min(spans["CZE"])
    assert max(spans["DDR"]) < "1990-10"


def test_only_trusted_days_are_days() -> None:
    for call in table("roll_calls"):
        assert call["precision"] == ("day" if len(call["date"]) == 10 else "month")
        if call["precision"] == "day" and call["session"] <= 57 and "date" not in (call["corrected"] or ""):
            assert 5640 <= call["rcid"] <= 6058 or call["first"].day > 7
    assert Counter(c["precision"] for c in table("roll_calls"))["day"] > 1500


def test_corrections_are_in_the_rows() -> None:
    by_id = {r["id"]: r for r in table("roll_calls")}
    for fix in load("corrections.yml"):
        assert by_id[fix["row"]][fix["field"]] == fix["to"]
        assert fix["field"] in by_id[fix["row"]]["corrected"]
        assert set(by_id[fix["row"]]["sources"].split(";")) <= load("sources.yml").keys()


def test_ships_small() -> None:
    assert sum(f.stat().st_size for f in (HERE / "data").iterdir()) < 3_000_000
    assert len((HERE / "build.py").read_text("utf-8").splitlines()) <= 150
