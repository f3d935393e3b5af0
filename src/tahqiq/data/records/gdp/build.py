"""Build gdp.csv from the World Bank's figures of every state, and its own sum for the world as a second witness.

    python build.py --from FOLDER     FOLDER holds world_bank/gdp.csv (Country Name, Country Code, Year, Value)

Groups of states are left out: their codes are no places. A code that is neither a place nor named here stops the build.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tahqiq.catalog.places import load_places
from tahqiq.record.building import load, read, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")


def build(folder: Path) -> None:
    """Write the figures of states, and the world's sum by year."""
    places, rows, world = load_places()["places"], [], []
    for line in read(folder / "world_bank" / "gdp.csv"):
        code, value = line["Country Code"], round(float(line["Value"]))
        if code == CODING["world"]:
            world.append({"year": line["Year"], "value": value, "sources": CODING["source"]})
        elif code in places:
            rows.append({"country": code, "year": line["Year"], "value": value, "sources": CODING["source"]})
        elif code not in CODING["groups"] and code not in CODING["territories"]:
            raise SystemExit(f"{code} ({line['Country Name']}) is no place, no group and no territory left out")
    write(HERE / "data" / "gdp.csv", sorted(rows, key=lambda r: (r["country"], r["year"])))
    write(HERE / "data" / "witness_world.csv", sorted(world, key=lambda r: r["year"]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds the files")
    build(parser.parse_args().folder)
