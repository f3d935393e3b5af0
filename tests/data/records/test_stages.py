"""Aid by account and by stage, memoranda and acts, votes of Congress: rows counted by hand."""

from __future__ import annotations

import csv
import random
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import tahqiq
from tahqiq.errors import UsageError
from tahqiq.record.ask import ask

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
TODAY = date(2026, 11, 26)


@cache
def rows(register: str, name: str) -> list[dict[str, str]]:
    with (RECORDS / register / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def asked(measure: str, filters: dict[str, str], as_of: date = TODAY) -> float:
    return float(ask(measure, filters, as_of=as_of).answers[0].value or 0)


def test_accounts_on_two_roads() -> None:
    sums = Counter[tuple[str, str]]()
    for row in rows("us_aid_accounts", "accounts"):
        sums[row["recipient"], row["account"]] += int(row["amount"])
    drawn = random.Random(3).sample(sorted(k for k in sums if k[0]), 100)
    for recipient, account in drawn:
        found = asked("us_aid_accounts.obligated", {"recipient": recipient, "account": account})
        assert found == sums[recipient, account], (recipient, account)


def test_first_of_an_account() -> None:
    paid = {
        r["recipient"]: int(r["amount"])
        for r in rows("us_aid_accounts", "accounts")
        if (r["account"], r["fiscal_year"]) == ("fmf", "2018") and r["recipient"]
    }
    first = max(paid, key=lambda who: paid[who])
    filters = {"recipient": first, "account": "fmf", "fiscal_year": "2018"}
    assert asked("us_aid_accounts.obligated_rank", filters) == 1


def test_accounts_are_not_added_up_to_all_aid() -> None:
    """Accounts that have no name are left out: a sum over all would be short, so the account has to be said."""
    with pytest.raises(UsageError, check=lambda e: e.plain() == "missing_filter: measure=obligated, name=account"):
        ask("us_aid_accounts.obligated", {"recipient": "ISR"}, as_of=TODAY)


def test_a_request_never_meets_what_was_enacted() -> None:
    figures = rows("us_aid_stages", "figures")
    both = [r for r in figures if r["amount"] == "14300000000" and r["recipient"] == "ISR"]
    assert {"asked", "passed_house"} <= {r["stage"] for r in both}
    assert not {"enacted", "provided"} & {r["stage"] for r in both}


@pytest.mark.parametrize(
    ("item", "programme"),
    [
        ("supplemental, Ukraine: State and USAID", "other"),
        ("supplemental, Ukraine: refugees (HHS)", "refugees"),
        ("fourth memorandum, ESF USAID programmes a year", "esf"),
        ("bilateral and missile defence", "missile_defence"),
    ],
)
def test_what_a_figure_is_for(item: str, programme: str) -> None:
    assert {r["programme"] for r in rows("us_aid_stages", "figures") if r["item"] == item} == {programme}


@pytest.mark.parametrize(
    ("act", "recipient", "total"),
    [
        ("mou_2007", "ISR", 30_000_000_000),
        ("mou_jordan_2008", "JOR", 3_300_000_000),
        ("mou_jordan_2018", "JOR", 6_375_000_000),
        ("mou_jordan_2022", "JOR", 10_150_000_000),
    ],
)
def test_years_of_a_memorandum_add_up(act: str, recipient: str, total: int) -> None:
    lines = [r for r in rows("us_appropriations", "lines") if r["act"] == act]
    assert sum(int(r["amount"]) for r in lines) == total
    assert asked("us_appropriations.committed", {"act": act, "recipient": recipient}) == total


@pytest.mark.parametrize(
    ("filters", "tally"),
    [
        ({"chamber": "house", "bill": "HR8034", "date": "2024-04-20"}, (366, 58)),
        ({"chamber": "house", "bill": "HR6126", "date": "2023-11-02"}, (226, 196)),
        ({"chamber": "senate", "bill": "HR815", "date": "2024-04-23"}, (79, 18)),
    ],
)
def test_votes_of_congress(filters: dict[str, str], tally: tuple[int, int]) -> None:
    calls = [r for r in rows("congress_votes", "roll_calls") if all(r[k] == v for k, v in filters.items())]
    assert tally in {(int(r["in_favour"]), int(r["against"])) for r in calls}
