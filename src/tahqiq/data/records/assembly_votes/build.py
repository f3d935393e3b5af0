"""Build roll_calls.parquet, votes.parquet and about.csv from the General Assembly voting data.

    python build.py --from FOLDER     FOLDER holds unga_unvotes_un_{roll_calls,roll_call_issues}.csv and un_votes.csv.gz

Members, symbols, days and places follow coding.yml; an unknown member or a mend that no longer fits stops the build.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import yaml
from babel.core import get_global

HERE = Path(__file__).resolve().parent
DATA, PREFIX = HERE / "data", "unga_unvotes_un_"
CODING = yaml.safe_load((HERE / "coding.yml").read_text("utf-8"))
ISO = {v[0]: k for k, v in get_global("territory_aliases").items() if len(k) == 3 and k.isalpha() and len(v) == 1}
TALLY = {"yes": "in_favour", "no": "against", "abstain": "abstaining"}
TITLE_END = re.compile(r"\s*:\s*resolution\s*/\s*adopted by the General Assembly\s*$", re.IGNORECASE)
ODD = re.compile(r"\\[tn0-9\\]*|[^\x20-\x7e]|\"+")
TEXT = ("id", "date", "precision", "symbol", "reference", "part", "title", "topic", "corrected", "sources")
NUMBERS, DAYS = ("rcid", "session", "in_favour", "against", "abstaining"), ("first", "last")
COLUMNS = dict.fromkeys(TEXT, "VARCHAR") | dict.fromkeys(NUMBERS, "INTEGER") | dict.fromkeys(DAYS, "DATE")


def symbol(code: str) -> str:
    """The document symbol of a resolution, or nothing where the source gives pages of the records."""
    rules = CODING["symbols"]
    if code.startswith("A/RES/"):
        return code
    found = re.fullmatch(r"(R|ESS)/(\d+)/(\d+[A-Z]*)", code)
    if not found:
        return ""
    session, rest = int(found[2]), found[3]
    if found[1] == "ESS":
        return f"A/RES/ES-{session}/{rest}" if session >= rules["emergency_from"] else ""
    if session >= rules["slash_from"]:
        return f"A/RES/{session}/{rest}"
    return f"A/RES/{rest}({rules['roman'][session]})" if session in rules["roman"] else ""


def day_text(row: dict[str, str]) -> str:
    """The date as far as it can be trusted: the day, or only the month."""
    rules = CODING["days"]
    added = rules["added"][0] <= int(row["rcid"]) <= rules["added"][1]
    doubtful = int(row["session"]) <= rules["month_only_to"] and int(row["date"][8:]) <= rules["highest"]
    return row["date"][:7] if doubtful and not added else row["date"]


def window(text: str) -> tuple[date, date]:
    year, month, *day = map(int, text.split("-"))
    return date(year, month, *(day or [1])), date(year, month, *(day or [calendar.monthrange(year, month)[1]]))


def clean(text: str) -> str:
    return " ".join(ODD.sub(" ", TITLE_END.sub("", text)).split())[:200].strip()


def member(code: str, name: str, day: str) -> str | None:
    """The place that held the seat on that day; None for a member that coding.yml drops."""
    if name in CODING["dropped"]:
        return None
    rule = CODING["members"].get(code or name) or ISO[code]
    return rule if isinstance(rule, str) else next(r["is"] for r in rule if day <= str(r.get("to", "9")))


def places(row: dict[str, Any], issues: set[str]) -> set[tuple[str, str]]:
    words = row["title"].upper()
    named = {p for p, forms in CODING["about"].items() if any(f in words for f in forms)}
    coded = named.union(*(CODING["issues"].get(i, ()) for i in issues))
    return {(p, "title" if p in named else "issue") for p in coded}


def roll_calls(rows: list[dict[str, str]], tallies: dict[str, Counter[str]]) -> list[dict[str, Any]]:
    """Whole decisions first, so that a symbol alone names the decision and symbol#n a vote on its parts."""
    made, seen = [], Counter[str]()
    for row in sorted(rows, key=lambda r: ("1" in (r["amend"], r["para"]), int(r["rcid"]))):
        own, day, title = symbol(row["unres"]), day_text(row), clean(row["short"]) or clean(row["descr"])
        seen[own or day] += 1
        part = "amendment" if row["amend"] == "1" else "paragraph" if row["para"] == "1" else "whole"
        topic = next((t for t, forms in CODING["topics"].items() if any(f in title.upper() for f in forms)), "")
        call = {k: int(row[k]) for k in ("rcid", "session")} | {"date": day, "symbol": own, "reference": row["unres"]}
        call |= {"id": own if own and seen[own] == 1 else f"{own or day}#{seen[own or day]}", "part": part}
        call |= {"title": title, "topic": topic, "sources": "voeten_unvotes", "corrected": ""}
        made.append(call | {ours: tallies[row["rcid"]][theirs] for theirs, ours in TALLY.items()})
    return mended(made)


def mended(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_id = {r["id"]: r for r in rows}
    for fix in yaml.safe_load((HERE / "corrections.yml").read_text("utf-8")):
        row, field = by_id[fix["row"]], fix["field"]
        if str(row[field]) != str(fix["guard"]):
            raise SystemExit(f"{fix['row']}: the source now says {row[field]!r}; review this correction")
        row |= {field: type(row[field])(fix["to"]), "corrected": f"{row['corrected']};{field}".strip(";")}
        row["sources"] += f";{fix['source']}"
    for row in rows:
        row["first"], row["last"] = window(row["date"])
        row["precision"] = "day" if row["first"] == row["last"] else "month"
    return rows


def save(name: str, columns: dict[str, str], rows: Iterable[list[Any]], order: str) -> None:
    temporary = DATA / f"{name}.tmp"
    with temporary.open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows([list(columns), *rows])
    table = f"read_csv('{temporary}', header=true, columns={columns}, delim=',', quote='\"', escape='\"')"
    target = f"'{DATA / name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
    duckdb.connect().execute(f"COPY (SELECT * FROM {table} ORDER BY {order}) TO {target}")
    temporary.unlink()


def build(folder: Path) -> None:
    def read(name: str) -> list[dict[str, str]]:
        with (folder / f"{PREFIX}{name}.csv").open(encoding="utf-8", newline="") as f:
            return list(csv.DictReader(f))

    source, votes = read("roll_calls"), []
    days, tallies, issues = {r["rcid"]: r["date"] for r in source}, defaultdict(Counter), defaultdict(set)
    with gzip.open(folder / f"{PREFIX}votes.csv.gz", "rt", encoding="utf-8", newline="") as f:
        for v in csv.DictReader(f):
            tallies[v["rcid"]][v["vote"]] += 1
            code = member(v["country_code"], v["country"], days[v["rcid"]])
            if code:
                votes.append([int(v["rcid"]), code, TALLY[v["vote"]]])
    for r in read("roll_call_issues"):
        issues[int(r["rcid"])].add(r["short_name"])
    rows = roll_calls(source, tallies)
    save("roll_calls", COLUMNS, ([r[c] for c in COLUMNS] for r in rows), "rcid")
    save("votes", {"rcid": "INTEGER", "member": "VARCHAR", "vote": "VARCHAR"}, votes, "member, rcid")
    about = sorted((r["rcid"], p, rule) for r in rows for p, rule in places(r, issues[r["rcid"]]))
    with (DATA / "about.csv").open("w", encoding="utf-8", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows([["rcid", "place", "rule"], *about])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds the voting data")
    build(parser.parse_args().folder)
