"""Build roll_calls.parquet, votes.parquet, about.csv and what the second witness says, from the voting data.

    python build.py --from FOLDER     FOLDER holds raw/ and the folders ga_*/

Members, symbols, days and places follow coding.yml; an unknown member or a mend that no longer fits stops the build.
Each source gives roll calls with what every member did; a state that was a member and cast nothing was absent.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
from babel.core import get_global

from tahqiq.catalog.dates import bounds
from tahqiq.record.building import Row, folder_given, joined, load, read, write

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
CODING = load(HERE / "coding.yml")
ISO = {v[0]: k for k, v in get_global("territory_aliases").items() if len(k) == 3 and k.isalpha() and len(v) == 1}
CAST = {"yes": "in_favour", "no": "against", "abstain": "abstaining"}
CODES = {"1": "in_favour", "2": "abstaining", "3": "against", "8": "absent"}
WORDS = {"YES": "in_favour", "NO": "against", "ABSTAIN": "abstaining", "": "absent"}
LETTERS = {"Y": "in_favour", "N": "against", "A": "abstaining", "": "absent"}
PARTS = ("in_favour", "against", "abstaining")
TITLE_END = re.compile(r"\s*:\s*(resolution\s*/\s*adopted by the General Assembly\s*)?$", re.IGNORECASE)
ODD = re.compile(r"\\[tn0-9\\]*|[^\x20-\x7e]|\"+")
TEXT = ("id", "date", "precision", "symbol", "reference", "part", "title", "topic", "corrected", "sources")
NUMBERS, DAYS = ("rcid", "session", *PARTS, "absent"), ("first", "last")
COLUMNS = dict.fromkeys(TEXT, "VARCHAR") | dict.fromkeys(NUMBERS, "INTEGER") | dict.fromkeys(DAYS, "DATE")


def symbol(code: str) -> str:
    """The document symbol of a resolution, or nothing where the source gives pages of the records."""
    rules = CODING["symbols"]
    if code.startswith("A/"):
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


def day_text(row: Row) -> str:
    """The date as far as it can be trusted: the day, or only the month."""
    rules = CODING["days"]
    added = rules["added"][0] <= int(row["rcid"]) <= rules["added"][1]
    doubtful = int(row["session"]) <= rules["month_only_to"] and int(row["date"][8:]) <= rules["highest"]
    return str(row["date"][:7] if doubtful and not added else row["date"])


def session_of(day: str) -> int:
    """The regular session in which a day falls: each opens in the middle of September."""
    return int(day[:4]) - (1945 if day[5:] >= CODING["sessions_open"] else 1946)


def clean(text: str) -> str:
    return " ".join(ODD.sub(" ", TITLE_END.sub("", text)).split())[:200].strip()


def member(code: str, name: str, day: str) -> str | None:
    """The place that held the seat on that day; None for a member that coding.yml drops."""
    if name in CODING["dropped"]:
        return None
    rule = CODING["members"].get(code or name) or (code if len(code) == 3 else ISO[code])
    return rule if isinstance(rule, str) else next(r["is"] for r in rule if day <= str(r.get("to", "9")))


def call(rcid: int, day: str, ballots: dict[str, str], **more: Any) -> Row:
    """A roll call as every source gives it; the tally is that of the ballots until something mends it."""
    counted = Counter(ballots.values())
    row = {"rcid": rcid, "session": session_of(day), "date": day, "reference": "", "part": "whole", "title": "",
           "issues": set(), "ballots": ballots, "corrected": ""} | {p: counted[p] for p in PARTS}  # fmt: skip
    own = symbol(more.get("reference", ""))
    told = re.match(r"A/[A-Z]+/(\d+)/", own)
    return row | ({"session": int(told[1])} if told else {}) | more | {"symbol": own}


def before_2020(folder: Path) -> Iterator[Row]:
    """The roll calls of the data set as packaged, with the absences of its newer edition."""
    ballots, tallies, issues = defaultdict(dict), defaultdict(Counter), defaultdict(set)
    source = {r["rcid"]: r for r in read(folder / "raw" / "unga_unvotes_un_roll_calls.csv")}
    for v in read(folder / "raw" / "unga_unvotes_un_votes.csv.gz"):
        tallies[v["rcid"]][CAST[v["vote"]]] += 1
        if code := member(v["country_code"], v["country"], source[v["rcid"]]["date"]):
            ballots[v["rcid"]][code] = CAST[v["vote"]]
    for r in read(folder / "raw" / "unga_unvotes_un_roll_call_issues.csv"):
        issues[r["rcid"]].add(r["short_name"])
    for row in read(folder / "ga_votes_2020_2024" / "voeten_1946_2024.csv.gz"):
        if row["rcid"] in source and row["date"] < "2020-01-15":
            away = (c for c in row if len(c) == 3 and c.isupper() and CODES.get(row[c].split(".")[0]) == "absent")
            for code in away:
                ballots[row["rcid"]].setdefault(str(member(code, "", row["date"])), "absent")
    for name, row in source.items():
        part = "amendment" if row["amend"] == "1" else "paragraph" if row["para"] == "1" else "whole"
        more = {p: tallies[name][p] for p in PARTS} | {"session": int(row["session"]), "part": part}
        title = clean(row["short"]) or clean(row["descr"])
        yield call(int(name), day_text(row), ballots[name], reference=row["unres"], title=title, issues=issues[name],
                   sources="voeten_unvotes;voeten_2024", **more)  # fmt: skip


def since_2020(folder: Path) -> Iterator[Row]:
    """The roll calls that the newer edition adds: without titles, but for those that coding.yml or the witness has."""
    known = {}
    for told in palestine(folder):
        day = told["meta"]["date"]
        known[day, frozenset(cast(told["votes"], LETTERS, day).items())] = told["meta"]["descrition"]
    for row in read(folder / "ga_votes_2020_2024" / "ga_roll_calls_2020-01_2024-06.csv"):
        ballots = cast({k: v.split(".")[0] for k, v in row.items() if len(k) == 3 and k.isupper()}, CODES, row["date"])
        issues = {i for i in CODING["issues"] if row[i] == "True"}
        named = CODING["named"].get(int(row["rcid"]), {})
        title = named.get("title", "")
        if described := known.get((row["date"], frozenset(ballots.items()))):
            title, named = clean(described), {"sources": "undl_palestine"}
        sources = joined("voeten_2024", named.get("sources"))
        yield call(int(row["rcid"]), row["date"], ballots, reference=named.get("symbol", ""), title=title,
                   issues=issues, part="unknown" if not title else "whole", sources=sources)  # fmt: skip


def of_the_library(folder: Path) -> Iterator[Row]:
    """Emergency sessions and votes missing elsewhere, then the year 2025, from records of the Library."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in read(folder / "ga_emergency" / "emergency_and_missing_votes_undl.csv"):
        if row["symbol"] not in CODING["not_taken"]:
            code = CODING["members"].get(row["name_in_source"], row["member"])
            found[row["symbol"], row["date"]][member(code, "", row["date"])] = row["vote"]
    for n, ((name, day), ballots) in enumerate(sorted(found.items()), CODING["numbers_from"]):
        yield call(n, day, ballots, reference=name, title=CODING["titles"][name], sources="undl_scrape")
    for row in read(folder / "ga_votes_2025" / "unga_2025_resolutions.csv")[1:]:
        ballots = cast({k: v for k, v in row.items() if len(k) == 3 and k.isupper()}, WORDS, row["Date"])
        number = int(row["UN Digital Library Link"].rsplit("/", 1)[1])
        told = {"reference": row["Resolution"], "title": clean(row["Title"]), "sources": "undl_2025"}
        yield call(number, row["Date"], ballots, **told)
    for n, told in enumerate(CODING["tallies_only"], CODING["numbers_from"] + 500):
        yield call(n, told["date"], {}, **{k: v for k, v in told.items() if k != "date"})


def cast(votes: dict[str, str], words: dict[str, str], day: str) -> dict[str, str]:
    """What each member did, in our words; what the words do not have (no member then) is left out."""
    return {str(member(m, "", day)): words[v] for m, v in votes.items() if v in words}


def palestine(folder: Path) -> list[Row]:
    return list(json.loads((folder / "ga_palestine_1983_2022" / "data_votes.json").read_text("utf-8"))["votes"])


def states_without_column(rows: list[Row]) -> None:
    """Absences of states that ended, which the newer edition has no column for: between their first and last vote."""
    for state in CODING["ended"]:
        held = [r for r in rows if state in r["ballots"]]
        first, last = min(r["date"] for r in held), max(r["date"] for r in held)
        for row in rows:
            if first <= row["date"] <= last and row["ballots"]:
                row["ballots"].setdefault(state, "absent")


def numbered(rows: list[Row]) -> list[Row]:
    """Whole decisions first, so that a symbol alone names the decision and symbol#n a vote on its parts."""
    seen = Counter[str]()
    for row in sorted(rows, key=lambda r: (r["part"] in ("amendment", "paragraph"), r["rcid"])):
        own, day = row["symbol"], row["date"]
        seen[own or day] += 1
        row["id"] = own if own and seen[own] == 1 else f"{own or day}#{seen[own or day]}"
        title = row["title"].upper()
        row["topic"] = next((t for t, forms in CODING["topics"].items() if any(f in title for f in forms)), "")
    return rows


def mend(rows: list[Row]) -> None:
    """Apply corrections.yml: fields, single ballots, and two states exchanged throughout a session."""
    by_id = {r["id"]: r for r in rows}
    for fix in load(HERE / "corrections.yml"):
        if fix.get("action") == "exchanged":
            named = fix["row"].split(";")
            exchange([r for r in rows if r["id"] in named or f"session {r['session']}" in named], fix)
            continue
        row, (kind, _, who) = by_id[fix["row"]], fix["field"].partition(" ")
        says = row["ballots"].get(who) if kind == "vote" else row[kind]
        if str(says) != str(fix["guard"]):
            raise SystemExit(f"{fix['row']}: the source now says {says!r}; review this correction")
        if kind == "vote":
            row["ballots"][who] = fix["to"]
            row |= {p: row[p] + (p == fix["to"]) - (p == says) for p in PARTS}
        else:
            row[kind] = type(says)(fix["to"])
        row["corrected"] = joined(row["corrected"], fix["field"])
        row["sources"] = joined(row["sources"], fix["source"])


def exchange(rows: list[Row], fix: Row) -> None:
    one, other = fix["from"], fix["to"]
    odd = [r for r in rows if r["ballots"].get(one) != r["ballots"].get(other) and "undl" not in r["sources"]]
    if len(odd) != fix["guard"]:
        raise SystemExit(f"{one} and {other} now differ in {len(odd)} roll calls; review this correction")
    for row in odd:
        held = row["ballots"]
        row["ballots"] = {m: v for m, v in held.items() if m not in (one, other)}
        row["ballots"] |= {m: held[n] for m, n in ((one, other), (other, one)) if n in held}
        row |= {"corrected": joined(row["corrected"], "vote"), "sources": joined(row["sources"], fix["source"])}


def places(row: Row) -> set[tuple[str, str]]:
    words = row["title"].upper()
    named = {p for p, forms in CODING["about"].items() if any(f in words for f in forms)}
    coded = named.union(*(CODING["issues"].get(i, ()) for i in row["issues"]))
    return {(p, "title" if p in named else "issue") for p in coded}


def save(name: str, columns: dict[str, str], rows: Iterable[list[Any]], order: str) -> None:
    temporary = DATA / f"{name}.tmp"
    with temporary.open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows([list(columns), *rows])
    table = f"read_csv('{temporary}', header=true, columns={columns}, delim=',', quote='\"', escape='\"')"
    target = f"'{DATA / name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
    duckdb.connect().execute(f"COPY (SELECT * FROM {table} ORDER BY {order}) TO {target}")
    temporary.unlink()


def witness(folder: Path, rows: list[Row]) -> Iterator[Row]:
    """The tallies of the Palestine roll calls in the Library's records, each beside the likest of its month."""
    by_month = defaultdict(list)
    for row in rows:
        by_month[row["date"][:7]].append(row)
    pairs = []
    for n, told in enumerate(palestine(folder)):
        day = told["meta"]["date"]
        ballots = cast(told["votes"], LETTERS, day)
        for row in by_month[day[:7]]:
            pairs.append((sum(row["ballots"].get(m) == v for m, v in ballots.items()), n, row["id"], ballots))
    used: set[Any] = set()
    for _, n, name, ballots in sorted(pairs, key=lambda p: -p[0]):
        if n not in used and name not in used:
            used |= {n, name}
            yield {"call": name, **{p: list(ballots.values()).count(p) for p in PARTS}, "sources": "undl_palestine"}


def build(folder: Path) -> None:
    rows = [*before_2020(folder), *since_2020(folder), *of_the_library(folder)]
    states_without_column(rows)
    mend(numbered(rows))
    for row in rows:
        row["first"], row["last"] = bounds(row["date"])
        row["precision"] = "day" if row["first"] == row["last"] else "month"
        row["absent"] = list(row["ballots"].values()).count("absent")
    save("roll_calls", COLUMNS, ([r[c] for c in COLUMNS] for r in rows), "rcid")
    votes = ([r["rcid"], m, v] for r in rows for m, v in r["ballots"].items())
    save("votes", {"rcid": "INTEGER", "member": "VARCHAR", "vote": "VARCHAR"}, votes, "member, rcid")
    about = sorted((r["rcid"], p, rule) for r in rows for p, rule in places(r))
    write(DATA / "about.csv", [dict(zip(("rcid", "place", "rule"), a, strict=True)) for a in about])
    told = [{"session": s, "value": n, "sources": "undl_summary"} for s, n in CODING["library_sessions"].items()]
    write(DATA / "witness_library_sessions.csv", told)
    write(DATA / "witness_palestine.csv", sorted(witness(folder, rows), key=lambda r: r["call"]))


if __name__ == "__main__":
    build(folder_given(__doc__))
