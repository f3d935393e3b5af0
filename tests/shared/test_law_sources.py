"""The registers of law, notices, events and Assembly votes against the material they were built from."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tahqiq.interfaces.law import ask_sale
from tahqiq.record.rules import decide

CHECKOUT = Path(__file__).resolve().parents[2]
SHARED = CHECKOUT.parent / "shared"
LAW, ASSEMBLY = SHARED / "sources" / "law", SHARED / "sources" / "un"
RECORDS = CHECKOUT / "src" / "tahqiq" / "data" / "records"
BUILDS = {
    "events": (LAW, ["events.csv", "actors.csv"]),
    "arms_export_law": (LAW, ["values.csv", "buyers.csv"]),
    "arms_sales": (SHARED / "sources", ["notices.csv", "items.csv"]),
    "assembly_votes": (ASSEMBLY, ["about.csv", "roll_calls.parquet", "votes.parquet"]),
}
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not LAW.exists(), reason="the source material does not lie beside this checkout"),
]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def content(path: Path) -> object:
    """What a file holds; of Parquet the rows, as its bytes may vary."""
    if path.suffix != ".parquet":
        return path.read_bytes()
    return duckdb.connect().execute(f"SELECT * FROM '{path}'").fetchall()


@pytest.mark.parametrize("register", list(BUILDS))
def test_a_build_gives_what_is_shipped(register: str, tmp_path: Path) -> None:
    folder, names = BUILDS[register]
    copy = tmp_path / register
    shutil.copytree(RECORDS / register, copy)
    for name in names:
        (copy / "data" / name).unlink()
    subprocess.run([sys.executable, copy / "build.py", "--from", folder], check=True)
    for name in names:
        assert content(copy / "data" / name) == content(RECORDS / register / "data" / name)


def worked() -> list[dict[str, str]]:
    return read(LAW / "RULE_EXAMPLES.csv") if LAW.exists() else []


@pytest.mark.parametrize("row", worked(), ids=lambda r: r["example_id"])
def test_worked_examples(row: dict[str, str]) -> None:
    decision = ask_sale(
        row["buyer"].removesuffix(" (organization)"),
        row["channel"],
        row["item_class"],
        float(row["usd"]),
        date.fromisoformat(row["on_date"]),
        emergency=row["emergency"] == "1",
        new_sales_territory=row["new_sales_territory"] == "1",
    )
    days = decision["review_days"].value
    assert decision["notice"].value == row["notify"]
    assert str(decision["threshold"].value) == row["threshold_usd"]
    assert ("" if days is None else str(days)) == row["review_days"]
    assert decision["qme_determination"].value == row["qme"]
    assert decision["qme_detail"].value == row["qme_detail"]
    assert decision["threshold"].section.startswith(row["cite_threshold"])
    if row["cite_days"]:
        assert decision["review_days"].section.startswith(row["cite_days"])


def test_no_notice_was_given_that_the_law_did_not_ask_for() -> None:
    """Notices whose class of item the text itself gives: each was due, and with the amount of that class."""
    classes = {"mde": "MDE", "mde_value_0": "ARTICLES_SERVICES", "design_construction": "DESIGN_CONSTRUCTION"}
    classes["non_mde_services"] = "ARTICLES_SERVICES"
    buyers = {r["id"]: r["buyer"] for r in read(RECORDS / "arms_sales" / "data" / "notices.csv")}
    seen = Counter[str]()
    for row in read(LAW / "raw" / "notifications" / "NOTIFICATIONS.csv"):
        item = classes.get(row["item_class_by_text"])
        if item is None or len(row["date"]) < 10:
            continue
        facts = {"buyer": buyers[row["row_id"]], "channel": row["channel"], "item": item}
        decision = decide("arms_export_law", facts | {"value": int(row["total_usd"])}, date.fromisoformat(row["date"]))
        assert decision["notice"].value == "yes", row["row_id"]
        seen[item] += 1
    assert min(seen.values()) >= 3


def test_the_register_of_the_state_bears_out_days_and_buyers() -> None:
    """The Federal Register says on which day a notice reached Congress; 177 of them stand in the list, none later."""
    known = {(r["transmittal"], r["buyer"]): r for r in read(RECORDS / "arms_sales" / "data" / "notices.csv")}
    listed = read(SHARED / "sources" / "arms" / "federal_register_36b1_delivered_dates.csv")
    both = [(r, known[r["transmittal"], r["iso3"]]) for r in listed if (r["transmittal"], r["iso3"]) in known]
    assert len(both) >= 170
    off = [ours["id"] for theirs, ours in both if ours["first"] != theirs["delivered_to_congress"]]
    assert len(off) <= 2, off


def test_dates_agree_with_the_list_save_where_mended() -> None:
    ours = {r["id"]: r for r in read(RECORDS / "events" / "data" / "events.csv")}
    for row in read(LAW / "EVENTS.csv"):
        assert ours[row["id"]]["date"].startswith(row["date"])
