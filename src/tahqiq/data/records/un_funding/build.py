"""Build revenue.csv from the table of what donors gave to bodies of the United Nations.

    python build.py --from FOLDER     FOLDER holds un_funding/un_revenue_by_donor_2013_2024.csv

States get their codes by their English names or by coding.yml; a state without one stops the build. Other donors keep
their names and have no code.
"""

from __future__ import annotations

from pathlib import Path

from tahqiq.record.building import codes_by_name, folder_given, load, read, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")
FIELDS = ["row", "donor", "name", "entity", "kind", "year", "usd", "sources"]
STATES = ("member", "nonmember", "observer")


def build(folder: Path) -> None:
    """Write one row for each donor, body, kind of money and year; donors of one code keep their names."""
    known, rows = codes_by_name(), []
    for line in read(folder / "un_funding" / "un_revenue_by_donor_2013_2024.csv"):
        name = line["donor"]
        code = CODING["donors"].get(name) or (known[name.lower()] if line["status"] in STATES else "")
        kind = CODING["kinds"][line["type"]]
        rows.append({
            "row": f"{name}/{line['entity']}/{kind}/{line['year']}", "donor": "" if code == "-" else code, "name": name,
            "entity": CODING["entities"][line["entity"]], "kind": kind, "year": line["year"],
            "usd": round(float(line["usd"])), "sources": CODING["source"],
        })  # fmt: skip
    write(HERE / "data" / "revenue.csv", sorted(rows, key=lambda r: str(r["row"])), FIELDS)
    told = [{"year": y, "value": v * 1_000_000, "sources": s} for y, (v, s) in CODING["witness"].items()]
    write(HERE / "data" / "witness_unrwa.csv", told)


if __name__ == "__main__":
    build(folder_given(__doc__))
