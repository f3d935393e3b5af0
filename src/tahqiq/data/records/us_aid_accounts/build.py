"""Build accounts.csv from the Greenbook's obligations by account, and sums of two accounts as another copy has them.

    python build.py --from FOLDER     FOLDER holds aid2/aid_by_account.csv.gz and arms/us_military_assistance_*.csv.gz

Recipients get their codes from the register of foreign assistance beside this one. An account that coding.yml neither
names nor leaves out, or a recipient without a code, stops the build.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tahqiq.record.building import load, read, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")
RECIPIENTS = HERE.parent / "us_foreign_assistance" / "data" / "recipients.csv"
SECOND = "us_military_assistance_by_country_fy1946_2020.csv.gz"


def codes() -> dict[str, str]:
    """Every name of a recipient, to its code; regions and the World have none, as they are not ranked."""
    found = {}
    for row in read(RECIPIENTS):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found[name.lower()] = row["recipient"] if row["type"] == "country" else ""
    return found


def build(folder: Path) -> None:
    """Write one row for each recipient, account and fiscal year, and the witness by account and year."""
    known, sums = codes(), Counter[tuple[str, str, str, str]]()
    for line in read(folder / "aid2" / "aid_by_account.csv.gz"):
        if line["account"] not in CODING["left_out"]:
            account, code = CODING["accounts"][line["account"]], known[line["country"].lower()]
            amount = int(float(line["obligations_current_usd"]))
            sums[code or line["country"], line["fiscal_year"].lower(), account, line["category"]] += amount
    rows = [
        {"row": f"{who}/{year}/{account}.{category[0]}", "recipient": who if len(who) == 3 else "",
         "region": "" if len(who) == 3 else who,
         "fiscal_year": year, "account": account, "category": category, "amount": amount, "sources": CODING["source"]}
        for (who, year, account, category), amount in sorted(sums.items())
    ]  # fmt: skip
    write(HERE / "data" / "accounts.csv", rows)
    second = Counter[tuple[str, str]]()
    for line in read(folder / "arms" / SECOND):
        if account := CODING["second"].get(line["account"]):
            second[account, line["fiscal_year"].lower()] += int(float(line["obligations_usd"]))
    told = sorted(second.items())
    cells = [{"account": a, "fiscal_year": y, "value": v, "sources": "greenbook_second"} for (a, y), v in told]
    write(HERE / "data" / "witness_military_accounts.csv", cells)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds aid2/ and arms/")
    build(parser.parse_args().folder)
