"""Two thousand questions at random, answered by the program and by plain Python over the CSV files: no SQL, no series.

Every register whose rows are CSV and counted without a bridge of places takes part, each in its usual way of counting.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

import tahqiq
from tahqiq.catalog.registers import definitions, load_registers
from tahqiq.model import Reading
from tahqiq.record.answers import series_of
from tahqiq.record.windows import value_at

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
QUESTIONS = 2000
Line = dict[str, str]


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
    named = {c: line[c] for c in columns} | {ours: line[theirs] for ours, theirs in others.items()}
    return {name: frozenset([value] if value else []) for name, value in named.items()}


def day(text: str) -> date:
    return date.fromisoformat(text)


def end_of_fiscal_year(text: str) -> date:
    if text == "1976tq":
        return date(1976, 9, 30)
    return date(int(text), 6, 30) if int(text) < 1977 else date(int(text), 9, 30)


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
        return date(1976, 9, 30) if text == "1976tq" else date(int(text), 6, 30)

    return [
        Row(r["row"], end_of_fiscal_year(r["fiscal_year"]), within(r["fiscal_year"]), float(r["amount"]),
            by(r, "recipient", "account", "category", "fiscal_year"))
        for r in table("us_aid_accounts", "accounts")
    ]  # fmt: skip


def stages() -> list[Row]:
    return [
        Row(r["row"], day(r["last"]), day(r["first"]), float(r["amount"]),
            by(r, "recipient", "stage", "programme", "fiscal_year", "strength", figure="row"))
        for r in table("us_aid_stages", "figures")
        if r["amount"]
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


def decisions(outcome: str | None) -> list[Row]:
    return [
        Row(r["vote"], day(r["last"]), day(r["first"]), 1, by(r, "date", "symbol", "outcome", "manner"))
        for r in table("council_votes", "votes")
        if outcome in (None, r["outcome"])
    ]


def vetoes(*, cast: bool) -> list[Row]:
    votes = {r["vote"]: r for r in table("security_council_vetoes", "votes") if r["unit"] == "draft"}
    members: dict[str, list[str]] = {}
    for r in table("security_council_vetoes", "vetoes"):
        members.setdefault(r["vote"], []).append(r["member"])
    return [
        Row(name, day(r["date"]), day(r["date"]), 1, by(r, "unit", "topic", "agenda_item", "date")
            | {"vetoed_by": frozenset(members[name])} | ({"member": frozenset([member])} if cast else {}))
        for name, r in votes.items()
        for member in (members[name] if cast else [""])
    ]  # fmt: skip


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


PLAIN: dict[str, Callable[[], list[Row]]] = {
    "gdp.product": lambda: yearly("gdp", "gdp", "value"),
    "population.people": lambda: yearly("population", "population", "value"),
    "military_spending.spending": lambda: yearly("military_spending", "spending", "usd"),
    "casualties.killed": lambda: reported("killed"),
    "casualties.injured": lambda: reported("injured"),
    "casualties.children_killed": lambda: reported("children_killed"),
    "conflicts.active_conflicts": conflicts,
    "un_funding.revenue": revenue,
    "us_aid_accounts.obligated": accounts,
    "us_aid_stages.amount": stages,
    "congress_votes.in_favour": lambda: congress("in_favour"),
    "congress_votes.against": lambda: congress("against"),
    "arms_sales.notified_value": lambda: notices(priced=True),
    "arms_sales.notifications": lambda: notices(priced=False),
    "arms_sales_book.agreements": book,
    "council_votes.decisions": lambda: decisions(None),
    "council_votes.resolutions_adopted": lambda: decisions("adopted"),
    "council_votes.drafts_failed": lambda: decisions("failed"),
    "security_council_vetoes.vetoes_cast": lambda: vetoes(cast=True),
    "security_council_vetoes.drafts_vetoed": lambda: vetoes(cast=False),
    "us_appropriations.committed": lambda: memoranda("committed", ()),
    "us_appropriations.enacted": lambda: memoranda("enacted", ("recipient",)),
}


def counted(
    rows: list[Row], aggregate: str, filters: Mapping[str, tuple[str, ...]], period: tuple[date, date], when: date
) -> float:
    """What a person would count."""
    kept = [
        r
        for r in rows
        if r.known <= when
        and period[0] <= r.within <= period[1]
        and all(r.by[name].intersection(wanted) for name, wanted in filters.items())
    ]
    if aggregate == "row":
        return max(kept, key=lambda r: (r.known, r.id)).value if kept else 0
    return sum(r.value for r in kept)


def asked(
    name: str, rows: list[Row], known: Mapping[str, list[str]], chance: random.Random
) -> tuple[float, float, object]:
    """One question: by the program, by hand, and the question itself."""
    register = load_registers()[name.partition(".")[0]]
    measure = register.measures[name.partition(".")[2]]
    picked = chance.sample(sorted(d for d in known if known[d]), chance.randint(0, 2))
    filters = {d: tuple(chance.sample(known[d], min(chance.choice((1, 1, 2)), len(known[d])))) for d in picked}
    span = (register.end - register.start).days
    first, last, when = (register.start + timedelta(days=chance.randint(0, span)) for _ in range(3))
    period = chance.choice([(date.min, date.max), (min(first, last), max(first, last))])
    when = chance.choice([register.end, when])
    choices = definitions(measure, register, frozenset(filters))[0]
    bounds = (None, None) if period[0] == date.min else period
    steps = series_of(Reading(register.id, measure.id, filters), choices, bounds).steps
    person = counted(rows, measure.aggregate, filters, period, when)
    return float(value_at(steps, when) or 0), person, (name, filters, period, when)


def test_the_program_counts_as_a_person_would() -> None:
    chance, odd, nonzero = random.Random(1945), [], 0
    rows = {name: make() for name, make in PLAIN.items()}
    known = {name: {d: sorted({v for r in of for v in r.by[d]}) for d in of[0].by} for name, of in rows.items()}
    for n in range(QUESTIONS):
        name = list(rows)[n % len(rows)]
        program, person, question = asked(name, rows[name], known[name], chance)
        nonzero += person != 0
        if program != pytest.approx(person, rel=1e-9, abs=1e-6):
            odd.append((question, program, person))
    assert not odd, odd[:3]
    assert nonzero > QUESTIONS / 4


def test_every_register_of_rows_in_csv_is_asked() -> None:
    aside = {"assembly_votes", "us_foreign_assistance", "arms_export_law", "events"}  # Parquet, rules, single days
    assert {name.partition(".")[0] for name in PLAIN} == set(load_registers()) - aside
