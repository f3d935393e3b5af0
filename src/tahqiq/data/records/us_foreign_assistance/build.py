"""Source files -> data/amounts.parquet and data/prices.csv. Says what changed, per recipient and year.

`--from FOLDER` reads the files named in sources.yml there, else from their addresses; of a source found in neither, the
shipped rows are kept. `--dry-run` writes nothing. An unknown recipient or a failing guard of corrections.yml stops it.
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
TRANSACTIONS, CATEGORIES = ("Obligations", "Disbursements"), {"Economic": "economic", "Military": "military"}
QUARTER, LAST_OF_GREENBOOK, MILITARY_SECTOR, API = "1976TQ", "2020", "3", "fa_api_2026_09"
COLUMNS = ("edition", "transaction", "category", "recipient", "fiscal_year", "amount", "sources")


def read(source, folder):
    path = folder / SOURCES[source]["file"] if folder else SOURCES[source].get("download")
    if path is None or (folder and not path.exists()):
        return print(f"note: {source} is kept as shipped")
    try:
        data = path.read_bytes() if folder else urllib.request.urlopen(path, timeout=60).read()
    except OSError as problem:
        return print(f"note: {source} is kept as shipped, {path} cannot be read: {problem}")
    if hashlib.sha256(data).hexdigest() != SOURCES[source]["sha256"]:
        print(f"note: {source} is not the file this register was built from")
    return data


def table(data):
    data = data if isinstance(data, bytes) else (DATA / f"{data}.csv").read_bytes()
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines()))


def country_file(source, data):
    """Rows of (transaction, category, name, year, current, constant dollars). Column names differ between editions."""
    rows = [r[:11] for r in csv.reader(data.decode("utf-8-sig").splitlines())][1:]
    seen = Counter((code, kind, year) for code, *_, kind, year, _, _ in rows)
    for fix in (f for f in FIXES if f["source"] == source):
        *key, rows_then = fix["guard"].values()
        if seen[tuple(key)] != rows_then:
            raise SystemExit(f"correction {fix['id']}: {source} has {seen[tuple(key)]} such rows now, look again")
    return [(r[7].lower(), "total", r[1], r[8].upper(), *r[9:11]) for r in rows if r[7] in TRANSACTIONS]


def greenbook(source, data):
    """The same rows; the sheet writes the transition quarter as 1976.9."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    for year, _, name, kind, _, _, _, *pair in sheet.iter_rows(min_row=8, max_col=9, values_only=True):
        if year is not None:
            yield "obligations", CATEGORIES[kind], name, QUARTER if year == 1976.9 else str(int(year)), *pair


def summed(rows, known):
    """(transaction, category, recipient, year) -> [current, constant] dollars."""
    sums = defaultdict(lambda: [0, 0])
    for transaction, category, name, year, *pair in rows:
        held = sums[transaction, category, known[name], year]
        held[:] = (a + int(b or 0) for a, b in zip(held, pair, strict=True))
    return sums


def consumer_prices(data):
    """Means of October to September; the transition quarter takes the index of fiscal year 1976."""
    months = {r["Date"][:7]: float(r["Index"]) for r in table(data)}
    of_year = {y: [f"{y - (m > 9)}-{m:02}" for m in range(1, 13)] for y in range(1946, 2026)}
    index = {str(y): round(sum(months[m] for m in wanted) / 12, 6) for y, wanted in of_year.items() if months}
    return index | {QUARTER: index["1976"]} if index else {}


def after_greenbook(data, known, totals, last, source):
    """Military rows of the API; as economic aid, what the newest country file has beyond them."""
    military = defaultdict(dict)
    for r in table(data):
        if r["transaction"] == "Obligations" and (r["level"] == "military" or r["sector_id"] == MILITARY_SECTOR):
            held = military[known[r["country_name"]], r["fiscal_year"]]
            held[r["category_id"], r["sector_id"]] = int(r["amount_current_usd"])
    for place, sectors in military.items():
        yield ("obligations", "military", *place), (sum(sectors.values()), API)
        if place[1] <= last:
            rest = totals["obligations", "total", *place][0] - sum(sectors.values())
            yield ("obligations", "economic", *place), (rest, f"{API};{source}")


def build(folder):
    """The amounts by key and the price indices by series and year, with their sources."""
    known = {n: r["recipient"] for r in table("recipients") for n in (r["name"], *r["aliases"].split("|")) if n}
    *_, newest, split = editions = table("editions")
    data = {source: read(source, folder) for source in (*(e["sources"] for e in editions), API, "cpi_u")}
    missing, joint = {s for s in data if data[s] is None}, {newest["sources"], split["sources"], API}
    missing |= joint if joint & missing else set()
    amounts, prices, sums = {}, {}, {}
    for edition in (e for e in editions if e["sources"] not in missing):
        source, series = edition["sources"], edition["series"]
        sums[series] = summed((greenbook if edition is split else country_file)(source, data[source]), known)
        # Current over constant dollars is one ratio a year; the largest amount comes last and gives it best.
        pairs = sorted(((k[-1], p) for k, p in sums[series].items() if p[1]), key=lambda pair: abs(pair[1][0]))
        prices |= {(series, year): (round(now / then, 9), source) for year, (now, then) in pairs}
        amounts |= {(edition["edition"], *key): (pair[0], source) for key, pair in sums[series].items()}
    prices |= {("cpi_u", y): (i, "cpi_u") for y, i in consumer_prices(data["cpi_u"] or b"").items()}
    if not joint & missing:
        later = after_greenbook(data[API], known, sums[newest["series"]], newest["last_year"], newest["sources"])
        amounts |= {(split["edition"], *key): row for key, row in later}
        old, new, both = split["series"], newest["series"], f"{split['sources']};{newest['sources']}"
        scale = prices[old, LAST_OF_GREENBOOK][0] / prices[new, LAST_OF_GREENBOOK][0]
        prices = {(old, y): (round(scale * i, 9), both) for (s, y), (i, _) in prices.items() if s == new} | prices
    kept = ({k: v for k, v in rows.items() if missing & set(v[1].split(";"))} for rows in shipped())
    return amounts | next(kept), dict(sorted((prices | next(kept)).items()))


def shipped():
    rows = duckdb.connect().execute(f"FROM read_parquet('{DATA / 'amounts.parquet'}')").fetchall()
    prices = {(r["series"], r["fiscal_year"]): (float(r["index"]), r["sources"]) for r in table("prices")}
    return {r[:5]: r[5:] for r in rows}, prices


def write(amounts, prices):
    con, columns = duckdb.connect(), zip(*((*key, *row) for key, row in amounts.items()), strict=True)
    select, order = ", ".join(f"unnest(?) AS {name}" for name in COLUMNS), ", ".join(COLUMNS[1:5])
    con.execute(f"CREATE TABLE t AS SELECT {select} ORDER BY {order}, edition", [list(c) for c in columns])
    con.execute(f"COPY t TO '{DATA / 'amounts.parquet'}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19)")
    rows = [("series", "fiscal_year", "index", "sources"), *((*k, *v) for k, v in prices.items())]
    with (DATA / "prices.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def report(amounts):
    old = shipped()[0]
    changed = sorted({k for k, _ in old.items() ^ amounts.items()}, key=lambda k: k[3:5])
    for key in changed:
        print(*key, *(f"{d[key][0]:,}" if key in d else "absent" for d in (old, amounts)), sep="\t")
    print(f"{len(amounts)} amounts; {len(changed)} differ from the shipped data")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    report((built := build(options.folder))[0])
    if not options.dry_run:
        write(*built)
