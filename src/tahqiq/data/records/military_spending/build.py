"""A table of military spending -> data/spending.csv. Says what changed, per country and year.

    python build.py --from FOLDER --country ISR --name israel --sources ID [--dry-run]

FOLDER holds sipri_<name>_milex.csv with the columns year and usd_bn (current dollars, billions). Rows of other
countries already in data/spending.csv are kept. The source may not be handed on whole; how to add a country is told in
docs/how-to/add-military-spending.md.
"""

from __future__ import annotations

import argparse
import csv
from decimal import Decimal
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
TABLE = HERE / "data" / "spending.csv"
FIELDS = ["country", "year", "usd", "sources"]
BILLION = 1_000_000_000


def shipped():
    rows = csv.DictReader(TABLE.open(encoding="utf-8", newline="")) if TABLE.exists() else []
    return {(r["country"], r["year"]): (int(r["usd"]), r["sources"]) for r in rows}


def country_rows(path, country, sources):
    """(country, year) -> (dollars, sources); a year without a figure has no row."""
    rows = csv.DictReader(path.open(encoding="utf-8-sig", newline=""))
    return {(country, r["year"]): (int(Decimal(r["usd_bn"]) * BILLION), sources) for r in rows if r["usd_bn"].strip()}


def report(old, new):
    changed = sorted({key for key, _ in old.items() ^ new.items()})
    for key in changed:
        print(*key, *(d[key][0] if key in d else "absent" for d in (old, new)), sep="\t")
    print(f"{len(new)} rows; {len(changed)} differ from the shipped data")


def write(rows):
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows([*key, *row] for key, row in sorted(rows.items()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--country", required=True, help="ISO 3166 alpha-3")
    parser.add_argument("--name", required=True, help="as in the file name")
    parser.add_argument("--sources", required=True, help="an id of sources.yml")
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    if options.sources not in yaml.safe_load((HERE / "sources.yml").read_text("utf-8")):
        parser.error(f"sources.yml does not explain {options.sources}")
    kept = {key: row for key, row in shipped().items() if key[0] != options.country}
    built = kept | country_rows(options.folder / f"sipri_{options.name}_milex.csv", options.country, options.sources)
    report(shipped(), built)
    if not options.dry_run:
        write(built)
