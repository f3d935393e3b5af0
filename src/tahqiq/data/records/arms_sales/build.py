"""Build notices.csv and items.csv from two lists of arms-sale notices and this register's coding.

    python build.py --from FOLDER     FOLDER holds the files that SAMPLE and LIST name

A notice that stands in both lists is one row: the sample's id and item, the earlier day, the number that either gives.
A row of the sample that the full list lacks must be coded as such; a mend that no longer fits stops the build.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tahqiq.catalog.dates import bounds
from tahqiq.record.building import Row, folder_given, joined, load, mend, read, write

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
SAMPLE, LIST = "law/raw/notifications/NOTIFICATIONS.csv", "arms/us_major_arms_sales_notices.csv"
FIELDS = ["id", "date", "precision", "first", "last", "date_kind", "transmittal", "channel", "buyer", "item"]
FIELDS += ["value_usd", "value_kind", "item_class", "emergency", "balance_sentence", "kind", "same_as", "strength"]
FIELDS += ["fr_document", "sources", "url", "note"]
PRECISION = {4: "year", 7: "month", 10: "day"}


CODING = load(HERE / "coding.yml")


def common(name: str, text: str, row: Row) -> Row:
    """What rows of both lists have: id, day, kind of row."""
    (first, last), kinds = bounds(text), CODING["kinds"]
    return row | {
        "id": name, "date": text, "precision": PRECISION[len(text)], "first": first, "last": last,
        "kind": next((k for k in kinds if name in kinds[k]), "notice"),
        "same_as": CODING["same_case"].get(name, ""),
    }  # fmt: skip


def sampled(row: Row) -> Row:
    name = row["row_id"]
    return common(name, row["date"], {
        "date_kind": row["date_kind"], "transmittal": row["transmittal"], "channel": row["channel"],
        "buyer": CODING["buyers"][row["buyer"]], "item": row["item"], "value_usd": row["total_usd"],
        "value_kind": CODING["value_kinds"].get(name, "as_printed") if row["total_usd"] else "",
        "item_class": CODING["classes"][row["item_class_by_text"]],
        "emergency": {"yes": "yes", "": "not_stated"}[row["emergency_stated"]],
        "balance_sentence": row["balance_sentence"],
        "strength": "press" if row["source_kind"] == "news_page" else "primary", "fr_document": "",
        "sources": joined(CODING["sources"][row["source_ref"]], row["sources"]),
        "url": row["url"], "note": row["fault_or_note"],
    })  # fmt: skip


def listed(row: Row, name: str) -> Row:
    """A row of the full list under its own id: a day that only stands for a month is a month."""
    exact = CODING["exact_values"].get(name)
    return common(name, row["date"][:7] if row["date_doubt"] else row["date"], {
        "date_kind": "delivered" if row["fr_delivered"] else "announced",
        "transmittal": row["transmittal"], "channel": "FMS", "buyer": row["iso3"] or "NATO", "item": row["item"],
        "value_usd": str(exact or row["value_usd"]), "value_kind": "exact" if exact else "as_printed",
        "item_class": "unknown", "emergency": "yes" if row["emergency"].startswith("yes") else "not_stated",
        "balance_sentence": "not_in_excerpt",
        "strength": CODING["strengths"][row["source_kind"]], "fr_document": row["fr_document"],
        "sources": "atlas;fr_36b1" if row["fr_delivered"] else "atlas", "url": "", "note": row["note"],
    })  # fmt: skip


def names_of(rows: list[Row]) -> Iterator[tuple[str, Row]]:
    """Each row of the list with its id: the transmittal number, `number#n` when shared, `date#n` without one."""
    total, seen = Counter(r["transmittal"] for r in rows), Counter[str]()
    for row in rows:
        base = row["transmittal"] or row["date"]
        seen[base] += 1
        yield (base if row["transmittal"] and total[base] == 1 else f"{base}#{seen[base]}"), row


def same(own: Row, other: Row) -> bool:
    """One notice in two lists: the buyer, and the number, or amount and day as far as they are known."""
    if own["buyer"] != other["buyer"] or own["kind"] != "notice" or own["same_as"]:
        return False
    if own["transmittal"] and other["transmittal"]:
        return bool(own["transmittal"] == other["transmittal"])
    near = abs(int(own["value_usd"] or 0) - int(other["value_usd"])) <= int(other["value_usd"]) / 100
    return near and (own["first"] - other["last"]).days <= 3 and (other["first"] - own["last"]).days <= 3


def merged(own: Row, other: Row) -> Row:
    """The sample's row with what the list adds. Of two days the earlier stands: what is printed was sent before."""
    row = dict(own)
    if other["precision"] == "day" and (own["precision"] != "day" or other["first"] < own["first"]):
        row |= {k: other[k] for k in ("date", "precision", "first", "last", "date_kind")}
        row["note"] = "; ".join(filter(None, [own["note"], f"also dated {own['date']}"]))
    if other["value_kind"] == "exact":
        row |= {k: other[k] for k in ("value_usd", "value_kind")}
    for field in ("transmittal", "fr_document"):
        row[field] = own[field] or other[field]
    row["item"] = other["item"] if own["item"].startswith("(") or not own["item"] else own["item"]
    row["note"] = row["note"].removeprefix("item not kept").strip("; ")
    row["emergency"] = "yes" if "yes" in (own["emergency"], other["emergency"]) else "not_stated"
    row["sources"] = joined(own["sources"], other["sources"])
    return row


def parts(row: Row) -> list[Row]:
    """The row, or the notices of a package that the source gives as one row."""
    package = CODING["packages"].get(row["id"])
    if package is None:
        return [row]
    if sum(p["value"] for p in package) != int(row["value_usd"]):
        raise SystemExit(f"{row['id']}: the parts do not add up to the package")
    return [row | {"id": row["id"] + p["part"], "item": p["item"], "value_usd": str(p["value"])} for p in package]


def notices(folder: Path) -> list[Row]:
    sample = {r["row_id"]: r | {"sources": ""} for r in read(folder / SAMPLE)}
    mend(sample, load(HERE / "corrections.yml"))
    own = [p for r in sample.values() for p in parts(sampled(r))]
    rest = [listed(row, name) for name, row in names_of(read(folder / LIST))]
    made, alone = [], []
    for row in own:
        twins = [r for r in rest if same(row, r)]
        rest = [r for r in rest if r not in twins[:1]]
        made.append(merged(row, twins[0]) if twins else row)
        alone += [] if twins else [row["id"]]
    if sorted(alone) != sorted(CODING["only_in_sample"]):
        raise SystemExit(f"rows that only the sample has: {alone}")
    return sorted([*made, *rest], key=lambda r: (r["first"], r["id"]))


def items(row: Row) -> list[Row]:
    """The items that a notice names."""
    named = [i for i, words in CODING["items"].items() if any(names(row["item"], w) for w in words)]
    return [{"notice": row["id"], "item": i} for i in named]


def names(text: str, word: str) -> bool:
    """Whether a text holds a word, not as a part of another ("TOW" in "Tower", "C-17" in "C-172")."""
    flag = 0 if word in CODING["capitals"] else re.IGNORECASE
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?!\d)", text, flag) is not None


def build(folder: Path) -> None:
    rows, sources = notices(folder), load(HERE / "sources.yml")
    if unknown := {s for r in rows for s in r["sources"].split(";")} - sources.keys():
        raise SystemExit(f"sources.yml does not explain {sorted(unknown)}")
    write(DATA / "notices.csv", rows, FIELDS)
    write(DATA / "items.csv", [i for r in rows for i in items(r)])


if __name__ == "__main__":
    build(folder_given(__doc__))
