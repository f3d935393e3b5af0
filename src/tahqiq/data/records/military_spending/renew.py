"""Renew the figures of all states that were not added one by one, from the newest file of the World Bank.

    python renew.py --from FOLDER     FOLDER holds world_bank/military_spending.csv (country, code, year, value)

Of the states that were added one by one the Bank's figures become the witness.
"""

from __future__ import annotations

from pathlib import Path

from build import HERE, WORLD, keep_apart

from tahqiq.record.building import Row, folder_given, load, world_bank_rows


def renewed(folder: Path) -> list[Row]:
    """The rows of every state; the Bank's codes of groups are those that it has for the product of states."""
    states, _ = world_bank_rows(folder, HERE.name, load(HERE.parent / "gdp" / "coding.yml"))
    return [{"country": r["country"], "year": r["year"], "usd": r["value"], "sources": WORLD} for r in states]


if __name__ == "__main__":
    keep_apart(renewed(folder_given(__doc__)))
