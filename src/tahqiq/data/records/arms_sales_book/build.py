"""Build agreements.csv from the table of the Historical Sales Book of fiscal year 2024, and its printed totals.

    python build.py --from FOLDER     FOLDER holds dsca_historical_sales_book_fy2024.csv

Rows that overlap are left out: fiscal 1950 to 2019 stands together, then every year. What the book prints as the sum
of all is kept apart, to hold the sums of the rows against it. A party without a code of its own must be named here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tahqiq.record.building import Row, folder_given, read, write

DATA = Path(__file__).resolve().parent / "data"
FIELDS = ["row", "buyer", "party", "fiscal_year", "within", "ended", "financing", "value_usd", "sources", "note"]
FINANCING = {"Total": "all", "FMS (Title 22)": "own_money", "FMS funded with FMF (Title 22)": "granted"}
PARTIES = {
    "United Nations": "", "Regional Security System": "", "Indochina": "", "Classified Totals": "",
    "General and Regional Costs": "", "International Organizations": "", "Gulf Cooperation Council (GCC)": "",
    "Seasparrow (Sec 1004, P.L. 98-525)": "", "Yugoslavia": "YUG", "NATO": "NATO", "Totals": "",
}  # fmt: skip
SOURCE = "sales_book_2024"


def rows(folder: Path) -> Iterator[Row]:
    """Every cell of the book that no other one holds already."""
    for row in read(folder / "dsca_historical_sales_book_fy2024.csv"):
        span = row["period"].removeprefix("FY")
        if span in ("2020-2024", "1950-2024"):
            continue
        low, high = int(span[:4]), int(span[-4:])
        part, code = FINANCING[row["measure"]], row["iso3"] or PARTIES[row["buyer"]]
        yield {
            "row": f"{code or row['buyer']}/{span}/{part}", "buyer": code, "party": row["buyer"], "fiscal_year": span,
            "within": date(low, 6, 30), "ended": date(high, 9, 30), "financing": part, "value_usd": row["value_usd"],
            "sources": SOURCE, "note": row["doubt"] if len(row["doubt"]) < 60 else "",
            "total": row["row_kind"] == "grand total",
        }  # fmt: skip


def build(folder: Path) -> None:
    """Write agreements.csv and the printed totals."""
    made = list(rows(folder))
    write(DATA / "agreements.csv", [r for r in made if not r["total"]], FIELDS)
    printed = [r | {"value": r["value_usd"]} for r in made if r["total"] and r["financing"] == "all"]
    write(DATA / "witness_printed_totals.csv", printed, ["fiscal_year", "value", "sources"])


if __name__ == "__main__":
    build(folder_given(__doc__))
