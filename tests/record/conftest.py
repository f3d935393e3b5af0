"""The rows of every register as a person would lay them out to count by hand: each in its usual way of counting."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

import tahqiq

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
Line = dict[str, str]
TALLY = ("in_favour", "against", "abstaining")


@dataclass(frozen=True)
class Row:
    """A row as a person would count it: known from, belonging to a day, of a value, under what it is filtered by."""

    id: str
    known: date
    within: date
    value: float
    by: Mapping[str, frozenset[str]]


def table(register: str, name: str) -> list[Line]:
    with (RECORDS / register / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def by(line: Line, *columns: str, **others: str) -> dict[str, frozenset[str]]:
    return {ours: one(line[theirs]) for ours, theirs in (*zip(columns, columns, strict=True), *others.items())}


def one(value: object) -> frozenset[str]:
    return frozenset() if value in (None, "") else frozenset([str(value)])


def day(text: str) -> date:
    return date.fromisoformat(text)


def end_of_fiscal_year(text: str) -> date:
    quarter = text == "1976tq"
    return date(int(text[:4]), 9 if quarter or int(text) > 1976 else 6, 30)


def yearly(register: str, name: str, value: str) -> list[Row]:
    """What is known of a state when the year has ended."""
    return [
        Row(f"{r['country']}-{r['year']}", date(int(r["year"]) + 1, 1, 1), date(int(r["year"]), 7, 1), float(r[value]),
            by(r, "country", "year"))
        for r in table(register, name)
    ]  # fmt: skip


def reported(value: str) -> list[Row]:
    return [
        Row(r["row"], day(r["date"]), day(r["date"]), float(r[value]), by(r, "area", "place", "reporter"))
        for r in table("casualties", "reported")
        if r[value]
    ]


def conflicts() -> list[Row]:
    places: dict[str, set[str]] = {}
    for r in table("conflicts", "places"):
        places.setdefault(r["row"], set()).add(r["place"])
    return [
        Row(r["row"], date(int(r["year"]), 12, 31), date(int(r["year"]), 7, 1), 1,
            by(r, "conflict", "intensity", "kind", "incompatibility", "year") | {"place": frozenset(places[r["row"]])})
        for r in table("conflicts", "conflict_years")
    ]  # fmt: skip


def revenue() -> list[Row]:
    return [
        Row(r["row"], date(int(r["year"]), 12, 31), date(int(r["year"]), 7, 1), float(r["usd"]),
            by(r, "donor", "name", "entity", "kind", "year"))
        for r in table("un_funding", "revenue")
    ]  # fmt: skip


def accounts() -> list[Row]:
    def within(text: str) -> date:
        return date(int(text[:4]), 9 if text == "1976tq" else 6, 30)

    return [
        Row(r["row"], end_of_fiscal_year(r["fiscal_year"]), within(r["fiscal_year"]), float(r["amount"]),
            by(r, "recipient", "account", "category", "fiscal_year"))
        for r in table("us_aid_accounts", "accounts")
    ]  # fmt: skip


def stages(stage: str | None = None) -> list[Row]:
    named = ("recipient", "programme", "fiscal_year", "strength", *(["stage"] if stage is None else []))
    return [
        Row(r["row"], day(r["last"]), day(r["first"]), float(r["amount"]),
            by(r, *named, figure="row"))
        for r in table("us_aid_stages", "figures")
        if r["amount"] and stage in (None, r["stage"])
    ]  # fmt: skip


def congress(value: str) -> list[Row]:
    return [
        Row(r["row"], day(r["last"]), day(r["first"]), float(r[value]),
            by(r, "chamber", "bill", "result", "date", call="row"))
        for r in table("congress_votes", "roll_calls")
        if r[value]
    ]  # fmt: skip


def notices(*, priced: bool) -> list[Row]:
    items: dict[str, set[str]] = {}
    for r in table("arms_sales", "items"):
        items.setdefault(r["notice"], set()).add(r["item"])
    return [
        Row(r["id"], day(r["last"]), day(r["first"]), float(r["value_usd"]) if priced else 1,
            by(r, "buyer", "date", "channel", "emergency", "balance_sentence", notice="id")
            | {"item": frozenset(items.get(r["id"], ()))})
        for r in table("arms_sales", "notices")
        if r["kind"] == "notice" and not r["same_as"] and (r["value_usd"] or not priced)
    ]  # fmt: skip


def book() -> list[Row]:
    return [
        Row(r["row"], day(r["ended"]), day(r["within"]), float(r["value_usd"]), by(r, "buyer", "fiscal_year"))
        for r in table("arms_sales_book", "agreements")
        if r["financing"] == "all"
    ]


def decisions(outcome: str | None, value: str | None = None) -> list[Row]:
    return [
        Row(r["vote"], day(r["last"]), day(r["first"]), float(r[value]) if value else 1,
            by(r, "date", "symbol", "outcome", "manner"))
        for r in table("council_votes", "votes")
        if outcome in (None, r["outcome"]) and (value is None or r[value])
    ]  # fmt: skip


def rules(value: str) -> list[Row]:
    starts = ((day(r["starts"]), r) for r in table("council_votes", "rules"))
    return [Row(r["rule"], start, start, float(r[value]), {}) for start, r in starts]


def vetoes(*, cast: bool) -> list[Row]:
    votes = {r["vote"]: r for r in table("security_council_vetoes", "votes") if r["unit"] == "draft"}
    members: dict[str, list[str]] = defaultdict(list)
    for r in table("security_council_vetoes", "vetoes"):
        members[r["vote"]].append(r["member"])

    def who(name: str, member: str) -> dict[str, frozenset[str]]:
        of, alone = frozenset(members[name]), len(members[name]) == 1
        return {"vetoed_by": of, "alone": of if alone else frozenset()} | ({"member": one(member)} if cast else {})

    return [
        Row(name, day(r["date"]), day(r["date"]), 1, by(r, "unit", "topic", "agenda_item", "date") | who(name, member))
        for name, r in votes.items()
        for member in (members[name] if cast else [""])
    ]


def memoranda(measure: str, scope: tuple[str, ...]) -> list[Row]:
    signed = {r["act"]: r["signed"] for r in table("us_appropriations", "acts")}
    sorts: dict[str, set[str]] = {}
    for r in table("us_appropriations", "line_categories"):
        sorts.setdefault(r["line"], set()).add(r["category"])
    return [
        Row(r["line"], day(signed[r["act"]]) if signed[r["act"]] else date(int(r["last_year"]), 10, 1),
            date(int(r["last_year"]), 6, 30), float(r["amount"]),
            by(r, "recipient", "act", "account", "fiscal_year") | {"category": frozenset(sorts.get(r["line"], ()))})
        for r in table("us_appropriations", "lines")
        if r["measure"] == measure and (measure == "committed" or r["scope"] in scope)
    ]  # fmt: skip


def packed(register: str, name: str, columns: str) -> list[tuple[Any, ...]]:
    """The rows of a Parquet file as they lie in it: DuckDB only unpacks them."""
    path = RECORDS / register / "data" / f"{name}.parquet"
    return list(duckdb.sql(f"SELECT {columns} FROM '{path}'").fetchall())


def ballots() -> dict[str, dict[int, frozenset[str]]]:
    """By what a member did: who did it, by roll call."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for call, member, vote in packed("assembly_votes", "votes", "rcid, member, vote"):
        found[vote][call].add(member)
    return {vote: {call: frozenset(who) for call, who in calls.items()} for vote, calls in found.items()}


def roll_calls(value: str | None) -> list[Row]:
    cast, nobody = ballots() if value is None else {}, frozenset[str]()

    def members(call: int) -> dict[str, frozenset[str]]:
        names = {"voted_for": "in_favour", "voted_against": "against", "abstained": "abstaining", "absent": "absent"}
        did = {name: cast[vote].get(call, nobody) for name, vote in names.items()}
        voted = did["voted_for"] | did["voted_against"] | did["abstained"]
        alone = did["voted_against"] if len(did["voted_against"]) == 1 else nobody
        return did | {"member": voted, "alone_against": alone}

    names = ("call", "date", "session", "symbol", "part", "topic")
    columns = f"first, last, {value or 1}, rcid, id, date, session, symbol, part, topic"
    return [
        Row(told[0], last, first, number,
            dict(zip(names, map(one, told), strict=True)) | (members(call) if cast else {}))
        for first, last, number, call, *told in packed("assembly_votes", "roll_calls", columns)
    ]  # fmt: skip


def aid(transaction: str) -> list[Row]:
    """The newest edition, in the dollars of each year."""
    years = {r["fiscal_year"]: r for r in table("us_foreign_assistance", "years")}
    regions = {r["recipient"]: r for r in table("us_foreign_assistance", "recipients")}
    states = {name for name, r in regions.items() if r["type"] == "country"}
    newest = max(table("us_foreign_assistance", "editions"), key=lambda r: r["published"])
    return [
        Row(f"{recipient}-{year}", day(years[year]["enters"]), day(years[year]["within"]), amount,
            {"recipient": one(recipient if recipient in states else None), "fiscal_year": one(year)}
            | by(regions[recipient], "region"))
        for edition, kind, recipient, year, amount in packed(
            "us_foreign_assistance", "amounts", "edition, \"transaction\", recipient, fiscal_year, amount")
        if (edition, kind) == (newest["edition"], transaction) and int(years[year]["year"]) <= int(newest["last_year"])
    ]  # fmt: skip


def law(change: str) -> list[Row]:
    """What the law asks for, as what each of its days added to it."""
    buyers: dict[str, list[str]] = defaultdict(list)
    for r in table("arms_export_law", "buyers"):
        buyers[r["profile"]].append(r["buyer"])
    return [
        Row(buyer + r["id"].removeprefix(r["profile"]), day(r["from"]), day(r["from"]), float(r[change]),
            by(r, "channel", "item_class") | {"buyer": one(buyer)})
        for r in table("arms_export_law", "values")
        if r[change]
        for buyer in buyers[r["profile"]]
    ]  # fmt: skip


def events() -> list[Row]:
    actors: dict[str, set[str]] = defaultdict(set)
    for r in table("events", "actors"):
        actors[r["event"]].add(r["actor"])
    return [
        Row(r["id"], day(r["last"]), day(r["first"]), 1,
            by(r, "kind", "strength", event="id") | {"actor": frozenset(actors[r["id"]])})
        for r in table("events", "events")
    ]  # fmt: skip


PLAIN: dict[str, Callable[[], list[Row]]] = {
    "gdp.product": lambda: yearly("gdp", "gdp", "value"),
    "population.people": lambda: yearly("population", "population", "value"),
    "military_spending.spending": lambda: yearly("military_spending", "spending", "usd"),
    **{f"casualties.{part}": partial(reported, part) for part in ("killed", "injured", "children_killed")},
    "conflicts.active_conflicts": conflicts,
    "un_funding.revenue": revenue,
    "us_aid_accounts.obligated": accounts,
    "us_aid_stages.amount": stages,
    "us_aid_stages.asked": lambda: stages("asked"),
    **{f"congress_votes.{part}": partial(congress, part) for part in ("in_favour", "against")},
    "arms_sales.notified_value": partial(notices, priced=True),
    "arms_sales.notifications": partial(notices, priced=False),
    "arms_sales_book.agreements": book,
    **{f"council_votes.{part}": partial(decisions, None, part) for part in TALLY},
    "council_votes.votes_needed": partial(rules, "needed"),
    "council_votes.seats": partial(rules, "seats"),
    "council_votes.decisions": partial(decisions, None),
    "council_votes.resolutions_adopted": lambda: decisions("adopted"),
    "council_votes.drafts_failed": lambda: decisions("failed"),
    "security_council_vetoes.vetoes_cast": lambda: vetoes(cast=True),
    "security_council_vetoes.drafts_vetoed": lambda: vetoes(cast=False),
    "us_appropriations.committed": lambda: memoranda("committed", ()),
    "us_appropriations.enacted": lambda: memoranda("enacted", ("recipient",)),
    "assembly_votes.roll_calls": lambda: roll_calls(None),
    **{f"assembly_votes.{part}": partial(roll_calls, part) for part in TALLY},
    **{f"us_foreign_assistance.{kind}": partial(aid, kind) for kind in ("obligations", "disbursements")},
    **{f"arms_export_law.{part}": partial(law, f"{part}_change") for part in ("threshold", "review_days")},
    "arms_export_law.qme_determination": partial(law, "qme_change"),
    "events.dated_events": events,
}


@pytest.fixture(scope="session")
def by_hand() -> dict[str, list[Row]]:
    """The rows of every measure."""
    return {name: make() for name, make in PLAIN.items()}
