"""Source files -> data/amounts.parquet and data/prices.csv. Says what changed, per recipient and year.

`--from FOLDER` reads the files named in sources.yml there, else from their addresses; `--dry-run` writes nothing.
Every recipient must be in recipients.csv and every guard of corrections.yml must hold; else the build stops.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import urllib.request
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import openpyxl
import yaml

DATA = Path(__file__).resolve().parent / "data"
SOURCES, FIXES = (yaml.safe_load((DATA.parent / f).read_text("utf-8")) for f in ("sources.yml", "corrections.yml"))
TRANSACTIONS = {"Obligations": "obligations", "Disbursements": "disbursements"}
CATEGORIES = {"Economic": "economic", "Military": "military"}
QUARTER, LAST_OF_GREENBOOK, MILITARY_SECTOR = "1976TQ", "2020", "3"
COLUMNS = ("edition", "transaction", "category", "recipient", "fiscal_year")


def read(source, folder):
    entry = SOURCES[source]
    if folder is None and "download" not in entry:
        raise SystemExit(f"{source} has no lasting address: give --from FOLDER with {entry['file']} (see sources.yml)")
    data = (folder / entry["file"]).read_bytes() if folder else urllib.request.urlopen(entry["download"]).read()
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        print(f"note: {source} is not the file this register was built from")
    return data


def table(data):
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines()))


def country_file(source, data):
    """Rows of (transaction, category, name, year, current, constant dollars). Column names differ between editions."""
    rows = [r[:11] for r in csv.reader(data.decode("utf-8-sig").splitlines())][1:]
    seen = Counter((code, kind, year) for code, *_, kind, year, _, _ in rows)
    for fix in (f for f in FIXES if f["source"] == source):
        found = seen[tuple(fix["guard"][k] for k in ("code", "transaction", "fiscal_year"))]
        if found != fix["guard"]["rows"]:
            raise SystemExit(f"correction {fix['id']}: {source} now has {found} such rows: it changed, look again")
    return [(TRANSACTIONS[r[7]], "total", r[1], r[8].upper(), *r[9:11]) for r in rows if r[7] in TRANSACTIONS]


def greenbook(source, data):
    """The same rows; the sheet writes the transition quarter as 1976.9."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    for year, _, name, kind, _, _, _, *pair in sheet.iter_rows(min_row=8, max_col=9, values_only=True):
        if year is not None:
            yield "obligations", CATEGORIES[kind], name, QUARTER if year == 1976.9 else str(int(year)), *pair


def summed(rows, known):
    """(transaction, category, recipient, year) -> [current, constant] dollars."""
    sums = defaultdict(lambda: [0, 0])
    for transaction, category, name, year, current, constant in rows:
        pair = sums[transaction, category, known[name], year]
        pair[0], pair[1] = pair[0] + int(current or 0), pair[1] + int(constant or 0)
    return sums


def index_of(sums):
    """Per year, current over constant dollars, from the largest amount: one ratio for all recipients."""
    return {k[-1]: round(p[0] / p[1], 9) for k, p in sorted(sums.items(), key=lambda s: abs(s[1][0])) if p[1]}


def consumer_prices(data):
    """Means of October to September; the transition quarter takes the index of fiscal year 1976."""
    months = {r["Date"][:7]: float(r["Index"]) for r in table(data)}
    of_year = {y: [f"{y - (m > 9)}-{m:02}" for m in range(1, 13)] for y in range(1946, 2026)}
    index = {str(y): round(sum(months[m] for m in wanted) / 12, 6) for y, wanted in of_year.items()}
    return index | {QUARTER: index["1976"]}


def after_greenbook(data, known, totals, last, source):
    """Military rows of the API; as economic aid, what the newest country file has beyond them."""
    sectors = {}
    for r in table(data):
        if r["transaction"] == "Obligations" and (r["level"] == "military" or r["sector_id"] == MILITARY_SECTOR):
            place = known[r["country_name"]], r["fiscal_year"], r["category_id"], r["sector_id"]
            sectors[place] = int(r["amount_current_usd"])
    for recipient, year in dict.fromkeys(place[:2] for place in sectors):
        amount = sum(a for place, a in sectors.items() if place[:2] == (recipient, year))
        yield ("obligations", "military", recipient, year), (amount, "fa_api_2026_09")
        if year <= last:
            rest = totals["obligations", "total", recipient, year][0] - amount
            yield ("obligations", "economic", recipient, year), (rest, f"fa_api_2026_09;{source}")


def build(folder):
    """The amounts by key with their sources, and the price indices."""
    recipients = table((DATA / "recipients.csv").read_bytes())
    known = {n: r["recipient"] for r in recipients for n in (r["name"], *r["aliases"].split("|")) if n}
    prices = [("cpi_u", y, i, "cpi_u") for y, i in consumer_prices(read("cpi_u", folder)).items()]
    amounts, sums, index = {}, {}, {}
    *files, split = table((DATA / "editions.csv").read_bytes())
    for edition in (*files, split):
        source, series = edition["sources"], edition["series"]
        reader = greenbook if edition is split else country_file
        sums[series] = summed(reader(source, read(source, folder)), known)
        index[series] = index_of(sums[series])
        prices += [(series, y, i, source) for y, i in index[series].items()]
        amounts |= {(edition["edition"], *key): (pair[0], source) for key, pair in sums[series].items()}
    newest, old = files[-1], index[split["series"]]
    api, totals = read("fa_api_2026_09", folder), sums[newest["series"]]
    later = after_greenbook(api, known, totals, newest["last_year"], newest["sources"])
    amounts |= {(split["edition"], *key): row for key, row in later}
    new, last = index[newest["series"]], LAST_OF_GREENBOOK
    chained = {y: round(old[last] * i / new[last], 9) for y, i in new.items() if y not in old}
    prices += [(split["series"], y, i, f"{split['sources']};{newest['sources']}") for y, i in chained.items()]
    return amounts, sorted(prices)


def write(amounts, prices):
    con, columns = duckdb.connect(), zip(*((*key, *row) for key, row in amounts.items()), strict=True)
    names = (*COLUMNS, "amount", "sources")
    con.execute(f"CREATE TABLE t AS SELECT {', '.join(f'unnest(?) AS {n}' for n in names)}", [list(c) for c in columns])
    order, form = ", ".join(COLUMNS[1:]), "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19"
    con.execute(f"COPY (FROM t ORDER BY {order}, edition) TO '{DATA / 'amounts.parquet'}' ({form})")
    with (DATA / "prices.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("series", "fiscal_year", "index", "sources"), *prices])


def report(amounts):
    rows = duckdb.connect().execute(f"FROM read_parquet('{DATA / 'amounts.parquet'}')").fetchall()
    old = {r[:5]: r[5:] for r in rows}
    changed = {k for k, _ in old.items() ^ amounts.items()}
    for key in sorted(changed, key=lambda k: (k[3], k[4], k)):
        print(*key, *(f"{d[key][0]:,}" if key in d else "absent" for d in (old, amounts)), sep="\t")
    print(f"{len(amounts)} amounts; {len(changed)} differ from the shipped data")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    built = build(options.folder)
    report(built[0])
    if not options.dry_run:
        write(*built)
