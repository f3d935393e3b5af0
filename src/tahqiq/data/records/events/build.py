"""Build events.csv and actors.csv from the list of dated events and this register's own coding.

    python build.py --from FOLDER     FOLDER holds EVENTS.csv (columns id, date, precision, instrument, ...)

The list gives the dates; titles, actors, kind, strength and sources are the register's own (coding.yml). An event that
only one of the two knows, an unknown source or a mend that no longer fits stops the build.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.dates import bounds

HERE = Path(__file__).resolve().parent
FIELDS = ["id", "date", "precision", "first", "last", "title_en", "title_ar", "actors", "kind", "strength"]
FIELDS += ["instrument", "sources", "note"]
PRECISION = {4: "year", 7: "month", 10: "day"}


def load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


def mended(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    for fix in load("corrections.yml"):
        row = rows[fix["row"]]
        if row[fix["field"]] != fix["guard"]:
            raise SystemExit(f"{fix['row']}: the source now says {row[fix['field']]!r}; review this correction")
        row[fix["field"]] = fix["to"]
    return rows


def event(row: dict[str, str], code: dict[str, str], sources: dict[str, Any]) -> dict[str, Any]:
    unknown = [s for s in code["sources"].split(";") if s not in sources]
    if unknown:
        raise SystemExit(f"{row['id']}: sources.yml does not explain {unknown}")
    first, last = bounds(row["date"])
    own = {k: code.get(k, "") for k in ("actors", "kind", "strength", "sources", "note")}
    return own | {
        "id": row["id"],
        "date": row["date"],
        "precision": PRECISION[len(row["date"])],
        "first": first,
        "last": last,
        "title_en": code["en"],
        "title_ar": code["ar"],
        "instrument": row["instrument"],
    }


def build(folder: Path) -> None:
    with (folder / "EVENTS.csv").open(encoding="utf-8", newline="") as f:
        rows = mended({r["id"]: r for r in csv.DictReader(f)})
    coding, sources = load("coding.yml"), load("sources.yml")
    if rows.keys() != coding.keys():
        raise SystemExit(f"listed or coded only: {sorted(rows.keys() ^ coding.keys())}")
    events = [event(rows[i], coding[i], sources) for i in sorted(rows)]
    write("events.csv", FIELDS, events)
    write(
        "actors.csv",
        ["event", "actor"],
        [{"event": e["id"], "actor": a} for e in events for a in e["actors"].split(";")],
    )


def write(name: str, fields: list[str], rows: list[dict[str, Any]]) -> None:
    with (HERE / "data" / name).open("w", encoding="utf-8", newline="") as f:
        out = csv.DictWriter(f, fields, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds EVENTS.csv")
    build(parser.parse_args().folder)
