"""Build conflict_years.csv from the UCDP/PRIO Armed Conflict Dataset, and places.csv.

    python build.py --from FOLDER     FOLDER holds the dataset as the one table in ucdp/

States get their codes by their English names or by coding.yml, by year where a state had a forerunner.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tahqiq.record.building import Row, codes_by_name, folder_given, load, read, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")
FIELDS = ["row", "conflict", "year", "location", "side_a", "side_b", "incompatibility", "intensity", "kind", "sources"]


def places(row: Row, known: dict[str, str]) -> Iterator[str]:
    """The states where the conflict was fought, as the dataset names them."""
    for name in (part.strip() for part in row["location"].split(",")):
        rule = CODING["places"].get(name) or known[name.lower()]
        yield rule if isinstance(rule, str) else next(r["is"] for r in rule if int(row["year"]) <= r.get("to", 9999))


def build(folder: Path) -> None:
    """Write one row for each conflict and year, and where it was fought."""
    known, rows, where = codes_by_name(), [], []
    (table,) = (folder / "ucdp").glob("*.csv")
    for line in read(table):
        name = f"{line['conflict_id']}-{line['year']}"
        rows.append({
            "row": name, "conflict": line["conflict_id"], "year": line["year"], "location": line["location"],
            "side_a": line["side_a"], "side_b": line["side_b"],
            "incompatibility": CODING["incompatibilities"][line["incompatibility"]],
            "intensity": CODING["intensities"][line["intensity_level"]],
            "kind": CODING["kinds"][line["type_of_conflict"]],
            "sources": CODING["source"],
        })  # fmt: skip
        codes = dict.fromkeys(places(line, known))
        where += [{"row": name, "place": code, "sources": CODING["source"]} for code in codes]
    write(HERE / "data" / "conflict_years.csv", sorted(rows, key=lambda r: (r["year"], r["row"])), FIELDS)
    write(HERE / "data" / "places.csv", sorted(where, key=lambda r: (r["row"], r["place"])))


if __name__ == "__main__":
    build(folder_given(__doc__))
