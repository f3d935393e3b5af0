"""Add the notices that the Federal Register has printed and that are not here.

    python renew.py --from FOLDER     FOLDER holds documents.json and, in printed/, the text of each document in it

Only notices of a sale are taken: a correction is none, nor a report of a change under section 36(b)(5), whose number
has letters. A notice without a buyer, an amount or a day that can be read is left out; where more than one in ten is,
the layout is another one, and nothing is added.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

from build import CODING, DATA, FIELDS, items

from tahqiq.catalog.dates import bounds
from tahqiq.catalog.places import load_names
from tahqiq.record.building import Row, folder_given, read, write

NUMBER = re.compile(r"\[Transmittal No\.\s*(\d\d-\d+)\]")
CORRECTION = re.compile(r"ACTION:\s*Arms sales notice;\s*correction", re.IGNORECASE)
BUYER = re.compile(r"Prospective Purchaser:\s*(?:The\s+)?(?:Government of\s+(?:the\s+)?)?([^\n]+)", re.IGNORECASE)
TOTAL = re.compile(r"^\W*TOTAL[\s.]+\$\s*([\d,.]+)\s*(billion|million)", re.IGNORECASE | re.MULTILINE)
DAY = re.compile(r"Date Report Delivered to Congress:\s*([A-Z][a-z]+ \d{1,2},\s*\d{4})")
ITEM = re.compile(r"POLICY JUSTIFICATION\s+[^\n]*?(?:--|[\u2013\u2014])\s*([^\n]+)", re.IGNORECASE)
EMERGENCY = re.compile(r"emergency exists (?:that|which) requires", re.IGNORECASE)
BALANCE = re.compile(r"will\s+not\s+alter\s+the\s+basic\s+military\s+balance\s+in\s+the\s+region", re.IGNORECASE)
MILLIONS = {"billion": 1000, "million": 1}
DAYS = timedelta(days=3)
UNREAD = 0.1


def buyer(name: str) -> str | None:
    """The code of a purchaser as the Register names it; None for a name that is not known."""
    known = {str(t).lower(): code for code, p in load_names("en")["places"].items() for t in (p["name"], *p["terms"])}
    wanted = name.strip().rstrip(".").lower()
    return CODING["purchasers"].get(wanted) or known.get(wanted)


def is_notice(text: str) -> bool:
    """Whether a document prints a notice of a sale."""
    return bool(NUMBER.search(text)) and not CORRECTION.search(text)


def notice(document: Row, text: str) -> Row | None:
    """The row of a printed notice; None where its buyer, amount or day cannot be read."""
    number, named, total, told, item = (found.search(text) for found in (NUMBER, BUYER, TOTAL, DAY, ITEM))
    code = buyer(named[1]) if named else None
    if not (number and code and total and told):
        return None
    day = datetime.strptime(" ".join(told[1].split()), "%B %d, %Y").date()
    millions = float(total[1].replace(",", "").rstrip(".")) * MILLIONS[total[2].lower()]
    return {
        "id": number[1], "date": day.isoformat(), "precision": "day", "first": day, "last": day,
        "date_kind": "delivered", "transmittal": number[1], "channel": "FMS", "buyer": code,
        "item": item[1].strip() if item else "", "value_usd": str(round(millions * 1_000_000)),
        "value_kind": "as_printed", "item_class": "unknown",
        "emergency": "yes" if EMERGENCY.search(text) else "not_stated",
        "balance_sentence": "exact" if BALANCE.search(text) else "not_in_excerpt", "kind": "notice", "same_as": "",
        "strength": "primary", "fr_document": document["document_number"], "sources": "fr_printed",
        "url": document["html_url"], "note": "",
    }  # fmt: skip


def held(row: Row, rows: list[Row]) -> bool:
    """Whether a notice is here: by number and buyer, else by buyer, day and amount."""
    return any(
        r["transmittal"] == row["transmittal"]
        if r["transmittal"]
        else abs(bounds(r["date"])[0] - row["first"]) <= DAYS and r["value_usd"] == row["value_usd"]
        for r in rows
        if r["buyer"] == row["buyer"]
    )


def add(folder: Path) -> None:
    """Write the tables with what is new in them."""
    rows = read(DATA / "notices.csv")
    documents = json.loads((folder / "documents.json").read_text("utf-8"))["results"]
    texts = [(d, (folder / "printed" / d["document_number"]).read_text("utf-8")) for d in documents]
    printed = [(d, notice(d, text)) for d, text in texts if is_notice(text)]
    unread = [d["document_number"] for d, row in printed if row is None]
    if len(unread) > len(printed) * UNREAD:
        raise SystemExit(f"{len(unread)} of {len(printed)} notices cannot be read: {', '.join(unread[:5])}")
    for _, row in printed:
        if row and not held(row, rows):
            rows.append(row | {"first": str(row["first"]), "last": str(row["last"])})
    rows.sort(key=lambda r: (r["first"], r["id"]))
    write(DATA / "notices.csv", rows, FIELDS)
    write(DATA / "items.csv", [i for r in rows for i in items(r)])


if __name__ == "__main__":
    add(folder_given(__doc__))
