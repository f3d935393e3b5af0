"""Notices of arms sales that the Federal Register prints, added over loopback to those that ship."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tahqiq.catalog.version import DATA, home
from tahqiq.record.updating.making import Outcome, begin
from tahqiq.record.updating.renewing import read_updates

PRINTED = """
[Transmittal No. {number}]

DEPARTMENT OF DEFENSE

ACTION: {action}

SUMMARY: The DoD is publishing the unclassified text of an arms sales notification.

Transmittal No. {number}
Notice of Proposed Issuance of Letter of Offer Pursuant to Section 36(b)(1) of the Arms Export Control Act, as amended
    (i) Prospective Purchaser: {buyer}
    (ii) Total Estimated Value:

Major Defense Equipment *..........................    $1.10 billion
Other..............................................    $ .25 billion
                                                    ----------------
    TOTAL..........................................    {total}

    (viii) Date Report Delivered to Congress: {day}

POLICY JUSTIFICATION

{short}--{item}

    The Government of {short} has requested to buy it. The proposed sale of this equipment and support will not alter
the basic military balance in the region.
"""
NOTICE = "Arms sales notice."
SALES = [
    ("2026-90001", "27-01", NOTICE, "Government of Israel", "$1.35 billion", "December 4, 2026", "Israel", "F-35"),
    ("2026-90002", "27-02", NOTICE, "Taipei Economic and Cultural Representative Office in the United States (TECRO)",
     "$300 million", "December 9, 2026", "TECRO", "Hellfire Missiles"),
    ("2026-90003", "26-79", NOTICE, "Government of Argentina", "$140 million", "September 10, 2026", "Argentina", ""),
    ("2026-90004", "26-0Z", NOTICE, "Government of Egypt", "$50 million", "November 2, 2026", "Egypt", "An upgrade"),
    ("2026-90005", "27-03", "Arms sales notice; correction.", "Government of Egypt", "$9 million", "December 1, 2026",
     "Egypt", "A correction"),
]  # fmt: skip


def serve(publisher: Any, sales: Sequence[tuple[str, ...]]) -> None:
    """The list of documents, and the text of each."""
    updates = read_updates(DATA / "records" / "arms_sales")
    assert updates is not None
    results = []
    for document, number, action, buyer, total, day, short, item in sales:
        path = f"/www.federalregister.gov/documents/full_text/text/2026/12/28/{document}.txt"
        address = f"https:/{path}"
        results.append(
            {"document_number": document, "html_url": f"https://x.example/{document}", "raw_text_url": address}
        )
        told = {"number": number, "action": action, "buyer": buyer, "total": total, "day": day, "short": short}
        publisher.bodies[path] = PRINTED.format(**told, item=item).encode()
    listed = str(updates.files["documents.json"].address).removeprefix("https:/")
    publisher.bodies[listed] = publisher.body({"count": len(results), "total_pages": 1, "results": results})


def update(publisher: Any) -> tuple[Outcome, str | None]:
    making = begin(["arms_sales"], publisher.address)
    (outcome,) = making.outcomes()
    return outcome, making.name


def rows(version: str) -> dict[str, dict[str, str]]:
    path = Path(home() / version / "records" / "arms_sales" / "data" / "notices.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def test_printed_notices_are_added_but_those_that_are_here_and_what_is_no_sale(publisher: Any) -> None:
    serve(publisher, SALES)
    outcome, name = update(publisher)
    assert outcome.problem is None
    assert outcome.renewed is not None
    assert name is not None
    added = {c.key[0] for t in outcome.renewed.changes if t.table == "notices" for c in t.rows}
    assert added == {"27-01", "27-02"}
    assert {c.key for t in outcome.renewed.changes if t.table == "items" for c in t.rows} == {
        ("27-01", "f35"),
        ("27-02", "hellfire"),
    }
    told = rows(name)["27-01"]
    assert [told[c] for c in ("date", "buyer", "value_usd", "item", "balance_sentence", "fr_document")] == [
        "2026-12-04",
        "ISR",
        "1350000000",
        "F-35",
        "exact",
        "2026-90001",
    ]
    assert rows(name)["27-02"]["buyer"] == "TWN"
    asked = len(publisher.asked)
    serve(publisher, [*SALES, ("2026-90006", "27-04", NOTICE, *SALES[0][3:])])
    update(publisher)
    assert [path[-14:] for path, _, _ in publisher.asked[asked:]][1:] == ["2026-90006.txt"]


@pytest.mark.parametrize("column", [3, 4, 5], ids=["buyer", "amount", "day"])
def test_notices_that_cannot_be_read_add_nothing(publisher: Any, column: int) -> None:
    sales = [list(sale) for sale in SALES]
    sales[0][column] = "Atlantis"
    serve(publisher, [tuple(sale) for sale in sales])
    outcome, name = update(publisher)
    assert outcome.problem is not None
    assert outcome.problem.code == "build_failed"
    assert "2026-90001" in outcome.problem.details["problem"]
    assert name is None
