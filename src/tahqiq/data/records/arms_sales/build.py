"""Build notices.csv and items.csv from the sample of arms-sale notices and this register's coding.

    python build.py --from FOLDER     FOLDER holds NOTIFICATIONS.csv

Every buyer and source of the sample must be coded, every mend must still fit: else the build stops.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.dates import bounds

HERE = Path(__file__).resolve().parent
FIELDS = ["id", "date", "precision", "first", "last", "date_kind", "transmittal", "channel", "buyer", "item"]
FIELDS += ["value_usd", "value_kind", "item_class", "emergency", "balance_sentence", "kind", "same_as"]
FIELDS += ["sources", "url", "note"]
PRECISION = {4: "year", 7: "month", 10: "day"}
CLASSES = {
    "unknown": "unknown",
    "non_mde_services": "ARTICLES_SERVICES",
    "mde_value_0": "ARTICLES_SERVICES",
    "design_construction": "DESIGN_CONSTRUCTION",
    "mde": "MDE",
    "mde_inferred": "MDE_inferred",
}
SENTENCES = ["not_in_excerpt", "exact", "paraphrase", "other_wording"]


def load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def mended(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    by_id = {r["row_id"]: r for r in rows}
    for fix in load("corrections.yml"):
        row = by_id[fix["row"]]
        if row[fix["field"]] != fix["guard"]:
            raise SystemExit(f"{fix['row']}: the source now says {row[fix['field']]!r}; review this correction")
        row[fix["field"]] = fix["to"]
    return rows


def notice(row: dict[str, str], coding: dict[str, Any]) -> dict[str, Any]:
    name = row["row_id"]
    first, last = bounds(row["date"])
    if row["balance_sentence"] not in SENTENCES:
        raise SystemExit(f"{name}: unknown balance sentence {row['balance_sentence']!r}")
    return {
        "id": name,
        "date": row["date"],
        "precision": PRECISION[len(row["date"])],
        "first": first,
        "last": last,
        "date_kind": row["date_kind"],
        "transmittal": row["transmittal"],
        "channel": row["channel"],
        "buyer": coding["buyers"][row["buyer"]],
        "item": row["item"],
        "value_usd": row["total_usd"],
        "value_kind": coding["value_kinds"].get(name, "as_printed") if row["total_usd"] else "",
        "item_class": CLASSES[row["item_class_by_text"]],
        "emergency": {"yes": "yes", "": "not_stated"}[row["emergency_stated"]],
        "balance_sentence": row["balance_sentence"],
        "kind": "upgrade_report" if name in coding["upgrade_reports"] else "notice",
        "same_as": coding["same_case"].get(name, ""),
        "sources": coding["sources"][row["source_ref"]],
        "url": row["url"],
        "note": row["fault_or_note"],
    }


def parts(row: dict[str, Any], coding: dict[str, Any]) -> list[dict[str, Any]]:
    """The row, or the notices of a package that the source gives as one row."""
    package = coding["packages"].get(row["id"])
    if package is None:
        return [row]
    if sum(p["value"] for p in package) != int(row["value_usd"]):
        raise SystemExit(f"{row['id']}: the parts do not add up to the package")
    return [row | {"id": row["id"] + p["part"], "item": p["item"], "value_usd": p["value"]} for p in package]


def items(row: dict[str, Any], coding: dict[str, Any]) -> list[dict[str, str]]:
    named = [i for i, words in coding["items"].items() if any(w.lower() in row["item"].lower() for w in words)]
    return [{"notice": row["id"], "item": i} for i in named]


def build(folder: Path) -> None:
    coding, sources = load("coding.yml"), load("sources.yml")
    with (folder / "NOTIFICATIONS.csv").open(encoding="utf-8", newline="") as f:
        rows = [n for r in mended(list(csv.DictReader(f))) for n in parts(notice(r, coding), coding)]
    unknown = {s for r in rows for s in r["sources"].split(";")} - sources.keys()
    if unknown:
        raise SystemExit(f"sources.yml does not explain {sorted(unknown)}")
    write("notices.csv", FIELDS, rows)
    write("items.csv", ["notice", "item"], [i for r in rows for i in items(r, coding)])


def write(name: str, fields: list[str], rows: list[dict[str, Any]]) -> None:
    with (HERE / "data" / name).open("w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, fields, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds NOTIFICATIONS.csv")
    build(parser.parse_args().folder)
