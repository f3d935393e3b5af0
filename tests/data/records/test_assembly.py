"""The Assembly's roll calls: tallies against the votes themselves, members and days as coded, known decisions."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

import tahqiq
from tahqiq.catalog.places import load_places
from tahqiq.record.ask import ask

PARTS = ("in_favour", "against", "abstaining")
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
    bare = {t["reference"] for t in load("coding.yml")["tallies_only"]}
    told = {r["rcid"] for r in table("roll_calls") if r["id"] in bare}
    assert {v["rcid"] for v in table("votes")} == known - told
    assert {a["rcid"] for a in table("about")} <= known
    assert {v["member"] for v in table("votes")} <= load_places()["places"].keys()


def test_tallies_are_the_votes() -> None:
    """Second road: every tally counted from the ballots, but for mended ones and a member without a code."""
    off = []
    for call in table("roll_calls"):
        counted = {kind: len(who) for kind, who in ballots()[call["rcid"]].items()}
        missing = sum(abs(call[kind] - counted.get(kind, 0)) for kind in PARTS)
        if missing:
            off.append((call["id"], missing))
        assert call["absent"] == counted.get("absent", 0)
    mended = {f["row"] for f in load("corrections.yml") if f["field"] in PARTS}
    known = mended | {told["reference"] for told in load("coding.yml")["tallies_only"]}
    assert {name for name, _ in off if name in known} == known
    rest = [(n, m) for n, m in off if n not in known]
    assert all((m == 1 and n.startswith("1963-12")) or "XVIII" in n for n, m in rest)
    assert len(rest) <= 2


def test_who_did_not_vote_was_a_member() -> None:
    """Nobody is absent before its admission or after its end: no vote of its own lies on that side."""
    days = {r["rcid"]: r["first"] for r in table("roll_calls")}
    voted: dict[str, list[Any]] = defaultdict(list)
    away: dict[str, list[Any]] = defaultdict(list)
    for vote in table("votes"):
        (away if vote["vote"] == "absent" else voted)[vote["member"]].append(days[vote["rcid"]])
    for state in ("SUN", "CSK", "DDR", "YMD"):
        assert max(away[state], default=max(voted[state])) <= max(voted[state])
    assert min(away["SSD"], default=min(voted["SSD"])).year >= 2011
    assert {"USA", "ISR"} <= set(away) | set(voted)


def test_the_two_pairs_are_no_longer_exchanged() -> None:
    """Grenada votes with the Caribbean, Greece with Europe; Monaco was seldom there in 1993."""
    by_id = {r["id"]: ballots()[r["rcid"]] for r in table("roll_calls")}
    assert "GRC" in by_id["A/RES/65/13"]["abstaining"]
    assert "GRD" in by_id["A/RES/65/13"]["in_favour"]
    assert "MNG" in by_id["A/RES/48/158A"]["in_favour"]
    assert "MCO" in by_id["A/RES/48/158A"]["absent"]


USA_BY_SESSION = {64: (13, 45, 11), 68: (13, 44, 7), 69: (19, 51, 10), 71: (23, 49, 11), 73: (21, 79, 10)}
"""American votes on adopted resolutions as the Library's file of February 2026 has them: for, against, abstaining."""


@pytest.mark.parametrize("session", [68, 69])
def test_american_votes_of_a_session_that_lacks_nothing(session: int) -> None:
    rows = [r for r in table("roll_calls") if r["session"] == session and r["part"] == "whole"]
    cast = tuple(sum("USA" in ballots()[r["rcid"]][kind] for r in rows) for kind in PARTS)
    assert cast == USA_BY_SESSION[session]


@pytest.mark.parametrize("session", USA_BY_SESSION)
def test_what_a_session_lacks_is_said(session: int) -> None:
    """The count of a session falls short of the Library's by no more than its gap owns up to."""
    register = load("register.yml")
    first = f"{1945 + session}-09-05"
    said = [g["missing_at_most"] for g in register["gaps"] if str(g["from"]) == first]
    rows = [r for r in table("roll_calls") if r["session"] == session and r["part"] in ("whole", "unknown")]
    regular = [r for r in rows if "ES-" not in (r["symbol"] or "")]
    for kind, told in zip(PARTS, USA_BY_SESSION[session], strict=True):
        held = sum("USA" in ballots()[r["rcid"]][kind] for r in regular)
        assert told - held <= (said[0] if said else 0)


def agree(one: str, other: str, kinds: tuple[str, ...]) -> float:
    """How often two members voted alike, in plain Python."""
    sides = [ballots()[r["rcid"]] for r in table("roll_calls")]
    both = [s for s in sides if any(one in s[k] for k in kinds) and any(other in s[k] for k in kinds)]
    return sum(any({one, other} <= s[k] for k in kinds) for s in both) / len(both)


@pytest.mark.parametrize(("one", "other"), [("USA", "ISR"), ("USA", "RUS"), ("SUN", "CSK"), ("EGY", "SAU")])
def test_agreement_on_two_roads(one: str, other: str) -> None:
    found = ask("assembly_votes.agreement", {"member": one, "other": other}, as_of=date(2026, 1, 1)).answers
    values = {a.choices["sides"]: a.value for a in found}
    assert values["same_ballot"] == pytest.approx(agree(one, other, PARTS))
    assert values["yes_or_no"] == pytest.approx(agree(one, other, PARTS[:2]))


def test_lone_votes_on_two_roads() -> None:
    alone = Counter(m for s in ballots().values() if len(s["against"]) == 1 for m in s["against"])
    for member in ("USA", "ISR", "FRA", "MHL"):
        asked = ask("assembly_votes.roll_calls", {"alone_against": member}, as_of=date(2026, 1, 1)).answers[0]
        assert (asked.value or 0) == alone[member]  # none found is no number where roll calls are missing


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
            assert call["rcid"] > 100_000 or 5640 <= call["rcid"] <= 6058 or call["first"].day > 7
    assert Counter(c["precision"] for c in table("roll_calls"))["day"] > 1500


def test_corrections_are_in_the_rows() -> None:
    by_id = {r["id"]: r for r in table("roll_calls")}
    for fix in load("corrections.yml"):
        if fix.get("action") == "exchanged":
            continue
        kind, _, who = fix["field"].partition(" ")
        says = who in ballots()[by_id[fix["row"]]["rcid"]][fix["to"]] if who else by_id[fix["row"]][kind] == fix["to"]
        assert says
        assert fix["field"] in by_id[fix["row"]]["corrected"]
        assert set(by_id[fix["row"]]["sources"].split(";")) <= load("sources.yml").keys()


def test_ships_small() -> None:
    assert sum(f.stat().st_size for f in (HERE / "data").iterdir()) < 3_000_000
