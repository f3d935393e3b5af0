"""Tables of military spending -> data/spending.csv, and what a second source says of the same countries.

    python build.py --from FOLDER --country ISR --name israel --sources ID     adds or renews one country
    python build.py --from FOLDER --world                                      renews all the others

FOLDER holds sipri_<name>_milex.csv (year, usd_bn in billions of current dollars), or the Bank's MS.MIL.XPND.CD.csv
and gdp.csv, which gives countries their codes. Countries added one by one keep their own rows; the World Bank's figures
of them become the witness. How to add a country is told in docs/how-to/add-military-spending.md.
"""

from __future__ import annotations

import argparse
from decimal import Decimal
from pathlib import Path

from tahqiq.catalog.places import load_places
from tahqiq.record.building import Row, load, read, write

HERE = Path(__file__).resolve().parent
DATA, SOURCES = HERE / "data", load(HERE / "sources.yml")
FIELDS = ["country", "year", "usd", "sources"]
WORLD = "wb_milex"
BILLION = 1_000_000_000


def shipped() -> list[Row]:
    """The rows there are."""
    return read(DATA / "spending.csv") if (DATA / "spending.csv").exists() else []


def country_rows(path: Path, country: str, source: str) -> list[Row]:
    """The years of one country; a year without a figure has no row."""
    table = ((r["year"], r["usd_bn"].strip()) for r in read(path))
    return [
        {"country": country, "year": year, "usd": int(Decimal(told) * BILLION), "sources": source}
        for year, told in table
        if told
    ]


def world_rows(folder: Path) -> list[Row]:
    """Every country and year of the World Bank's table; groups of countries are no places and are left out."""
    codes = {r["Country Name"]: r["Country Code"] for r in read(folder / "gdp.csv")}
    rows = []
    for line in read(folder / "MS.MIL.XPND.CD.csv"):
        country = codes.get(line.pop(next(iter(line))))
        for year, told in line.items() if country in load_places()["places"] else ():
            if figure := told.replace("$", "").replace(",", "").strip():
                spent = 0 if figure == "-" else int(figure)  # a dash is how the table prints nothing
                rows.append({"country": country, "year": year, "usd": spent, "sources": WORLD})
    return rows


def save(rows: list[Row]) -> None:
    """Write the table, and say how many rows are new or other than before."""
    before = {(r["country"], r["year"]): str(r["usd"]) for r in shipped()}
    changed = sum(before.get((r["country"], r["year"])) != str(r["usd"]) for r in rows)
    write(DATA / "spending.csv", sorted(rows, key=lambda r: (r["country"], r["year"])), FIELDS)
    print(f"{len(rows)} rows; {changed} differ from the shipped data")


def keep_apart(found: list[Row]) -> None:
    """Write the rows of all states; of those that were added one by one the Bank's figures become the witness."""
    own = [r for r in shipped() if r["sources"] != WORLD]
    apart = {r["country"] for r in own}
    save([*own, *(r for r in found if r["country"] not in apart)])
    told = [r | {"value": r["usd"]} for r in found if r["country"] in apart]
    write(DATA / "witness_world_bank.csv", told, ["country", "year", "value", "sources"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--country", help="ISO 3166 alpha-3")
    parser.add_argument("--name", help="as in the file name")
    parser.add_argument("--sources", help="an id of sources.yml")
    parser.add_argument("--world", action="store_true", help="all the countries that were not added one by one")
    options = parser.parse_args()
    if options.world:
        keep_apart(world_rows(options.folder))
    elif options.sources not in SOURCES or not (options.country and options.name):
        parser.error(f"name a country, its file and one of the sources: {', '.join(SOURCES)}")
    else:
        table = options.folder / f"sipri_{options.name}_milex.csv"
        kept = [r for r in shipped() if r["country"] != options.country]
        save([*kept, *country_rows(table, options.country, options.sources)])
