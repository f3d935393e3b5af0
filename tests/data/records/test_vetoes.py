"""The second road to the same numbers: vetoes counted in plain Python over the CSV files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[3] / "src/tahqiq/data/records/security_council_vetoes"
Row = dict[str, str]
UNIT_RULES: dict[str, Callable[[Row], bool]] = {
    "whole_drafts": lambda r: r["unit"] == "draft",
    "library_2022": lambda r: r["unit"] in ("draft", "procedural"),
    "library_2026": lambda r: r["listed_2026"] == "true",
    "library_2026_without_sg": lambda r: r["listed_2026"] == "true" and r["unit"] != "recommendation",
    "every_vote": lambda r: True,
    "every_vote_without_sg": lambda r: r["unit"] != "recommendation",
    "proposals": lambda r: r["unit"] != "recommendation" and r["first_of_proposal"] == "true",
    "documents": lambda r: r["unit"] != "recommendation" and r["first_of_document"] == "true",
}
BASES = ["party", "subject", "agenda", "agenda_question", "agenda_wording"]
ABOUT_RULES = {  # the least basis that counts, and whether only whole drafts do
    "by_subject": (1, True),
    "by_subject_with_amendments": (1, False),
    "by_agenda_item": (2, True),
    "by_agenda_question": (3, True),
    "by_agenda_wording": (4, True),
    "by_party": (0, False),
}
SHARED_SUBJECT = ("ISR", "PSE")


def read(name: str) -> list[Row]:
    with (FOLDER / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


VOTES = {r["vote"]: r for r in read("votes")}
CASTS = [VOTES[r["vote"]] | {"member": r["member"]} for r in read("vetoes")]
ABOUT: dict[str, dict[str, int]] = {}
for link in read("about"):
    ABOUT.setdefault(link["vote"], {})[link["place"]] = BASES.index(link["basis"])
REGISTER: dict[str, Any] = yaml.safe_load((FOLDER / "register.yml").read_text("utf-8"))
CASES: dict[str, Any] = yaml.safe_load((FOLDER / "cases.yml").read_text("utf-8"))


def concerns(row: Row, place: str, rule: str) -> bool:
    least, whole = ABOUT_RULES[rule]
    places = SHARED_SUBJECT if place in SHARED_SUBJECT else (place,)
    return (row["unit"] == "draft" or not whole) and any(ABOUT.get(row["vote"], {}).get(p, -1) >= least for p in places)


def many(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def days(question: dict[str, Any]) -> list[date]:
    """The day of each vote or veto that counts, in order."""
    choices = {"unit_rule": "whole_drafts", "about_rule": "by_subject"} | question.get("choices", {})
    filters = question.get("filters", {})
    kept = CASTS if question["measure"] == "vetoes_cast" else list(VOTES.values())
    kept = [r for r in kept if UNIT_RULES[choices["unit_rule"]](r)]
    if "member" in filters:
        kept = [r for r in kept if r["member"] in many(filters["member"])]
    if "about" in filters:
        kept = [r for r in kept if any(concerns(r, p, choices["about_rule"]) for p in many(filters["about"]))]
    first, last = str(question.get("since", "")), str(question.get("until", "9"))
    kept = [r for r in kept if first <= r["date"] <= last]
    return sorted(date.fromisoformat(r["date"]) for r in kept)


def count(question: dict[str, Any], day: date) -> int:
    return sum(d <= day for d in days(question))


def windows(question: dict[str, Any], value: int) -> list[tuple[date, date | None]]:
    """The single span of days on which the count is the value: a count only grows."""
    at = days(question)
    if not 0 < value <= len(at) or (value < len(at) and at[value] == at[value - 1]):
        return []
    return [(at[value - 1], at[value] - timedelta(1) if value < len(at) else None)]


@pytest.mark.parametrize(
    "claim", REGISTER["assertions"], ids=lambda a: f"{a.get('filters')}-{a['choices']}-{a['as_of']}"
)
def test_assertion(claim: dict[str, Any]) -> None:
    assert count(claim, claim["as_of"]) == claim["value"]
    if "holds" in claim:
        assert windows(claim, claim["value"]) == [tuple(w) for w in claim["holds"]]


def definitions(question: dict[str, Any]) -> list[dict[str, str]]:
    about = ABOUT_RULES if "about" in question.get("filters", {}) else ["by_subject"]
    return [{"unit_rule": u, "about_rule": a} for u in UNIT_RULES for a in about]


@pytest.mark.parametrize("case", CASES["questions"], ids=lambda c: c["name"])
def test_published_figure(case: dict[str, Any]) -> None:
    question = case | {"measure": case["ask"]}
    for name, value in case.get("values", {}).items():
        axis = "about_rule" if name in ABOUT_RULES else "unit_rule"
        assert count(question | {"choices": {axis: name}}, case["as_of"]) == value, name


@pytest.mark.parametrize("case", [c for c in CASES["questions"] if "stated" in c], ids=lambda c: c["name"])
def test_rules_that_reproduce_a_published_figure(case: dict[str, Any]) -> None:
    question = case | {"measure": case["ask"]}
    found = [d for d in definitions(question) if count(question | {"choices": d}, case["as_of"]) == case["stated"]]
    if isinstance(case["reproduced_by"], str):
        held = [w for d in definitions(question) for w in windows(question | {"choices": d}, case["stated"])]
        assert not found
        assert (case["reproduced_by"] == "earlier") == any(w[0] <= case["as_of"] for w in held)
    elif "about" in case.get("filters", {}):
        assert [d["about_rule"] for d in found if d["unit_rule"] == "every_vote"] == case["reproduced_by"]
    else:
        assert [d["unit_rule"] for d in found] == case["reproduced_by"]


def test_ids_follow_the_symbols() -> None:
    for vote, row in VOTES.items():
        base = vote.split("#")[0]
        assert row["draft"].startswith(base) if row["draft"] else base == row["date"]


def test_soviet_seat_ends_with_the_soviet_union() -> None:
    assert (
        max(r["date"] for r in CASTS if r["member"] == "SUN")
        < "1991-12-24"
        < min(r["date"] for r in CASTS if r["member"] == "RUS")
    )


def test_every_row_names_known_sources_and_places() -> None:
    known = set(yaml.safe_load((FOLDER / "sources.yml").read_text("utf-8")))
    places = set(yaml.safe_load((FOLDER.parents[1] / "places.yml").read_text("utf-8"))["places"])
    for name in ("votes", "vetoes", "about"):
        for row in read(name):
            assert set(row["sources"].split(";")) <= known
    assert {r["place"] for r in read("about")} | {r["member"] for r in read("vetoes")} <= places


def test_a_tally_leaves_room_for_the_veto() -> None:
    vetoers = {v: [c["member"] for c in CASTS if c["vote"] == v] for v in VOTES}
    for vote, row in VOTES.items():
        if all(row[k] for k in ("in_favour", "against", "abstaining")):
            tally = [int(row[k]) for k in ("in_favour", "against", "abstaining")]
            seats, majority = (15, 9) if row["date"] >= "1966" else (11, 7)
            assert tally[0] >= majority, vote
            assert len(vetoers[vote]) <= tally[1] <= seats - tally[0] - tally[2], vote


def test_named_votes_fit_the_tallies() -> None:
    folder = FOLDER.parent / "council_votes" / "data"
    with (folder / "member_votes.csv").open(encoding="utf-8", newline="") as lines:
        named = list(csv.DictReader(lines))
    assert {(r["vote"], r["member"]) for r in named if r["cast"] == "against"} >= {
        (c["vote"], c["member"]) for c in CASTS
    }
    for vote, row in VOTES.items():
        for part in (k for k in ("in_favour", "against", "abstaining") if row[k]):
            assert sum(r["vote"] == vote and r["cast"] == part for r in named) <= int(row[part]), vote
