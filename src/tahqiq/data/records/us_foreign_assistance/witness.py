"""Write data/witness_greenbook_2021.csv: the sums of an earlier edition of the Greenbook, which no build reads.

    python witness.py --from FOLDER     FOLDER holds greenbook_meflynn_2021-10.rda; needs the package pyreadr

By year and category; that edition has the transition quarter of 1976 in its year. Its last year was provisional and is
left out.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyreadr

from tahqiq.record.building import folder_given, write

TARGET = Path(__file__).resolve().parent / "data" / "witness_greenbook_2021.csv"
PROVISIONAL = 2019


def build(folder: Path) -> None:
    """Write one line for each year and category."""
    (table,) = pyreadr.read_r(str(folder / "greenbook_meflynn_2021-10.rda")).values()
    sums: Counter[tuple[str, str]] = Counter()
    for year, category, amount in zip(table.year, table.category, table.current, strict=True):
        if int(year) < PROVISIONAL:
            sums[category.lower(), str(int(year))] += float(amount)
    rows = [
        {"category": category, "year": year, "value": round(usd), "sources": "greenbook_2021_10"}
        for (category, year), usd in sorted(sums.items())
    ]
    write(TARGET, rows)


if __name__ == "__main__":
    build(folder_given(__doc__))
