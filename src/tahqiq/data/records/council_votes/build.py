"""Compile the decisions of the Council with their tallies, and how members voted as far as the sources name them.

    python build.py --from FOLDER

Vetoed votes come from the register of vetoes beside this one; resolutions adopted and drafts that failed without a veto
from sc_decisions/ in FOLDER; named votes from two lists in raw/, each believed for a vote only where its names agree
with the tally and with who vetoed, and from additions.yml.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from tahqiq.record.building import Row, joined, load, mend, read, write

HERE = Path(__file__).resolve().parent
VETOES = HERE.parent / "security_council_vetoes" / "data"
TABLE = "sc_decisions/sc_decisions_1946_2022-08.csv"
PARTS = ("in_favour", "against", "abstaining")
CODING = load(HERE / "coding.yml")
FIELDS = [
    "vote",
    "date",
    "first",
    "last",
    "symbol",
    "meeting",
    "outcome",
    "manner",
    "agenda",
    *PARTS,
    "sources",
    "note",
]
Cast = tuple[str, dict[str, list[str]], str]
"""A vote as a list tells it: draft symbol, names per part, source id."""


class BuildError(Exception):
    """The sources are not what this build was written for."""


def codes() -> dict[str, list[tuple[str, str]]]:
    """English names of places, to their code and, where a seat passed on, to the day from which each holder had it."""
    names = load(HERE.parents[1] / "languages" / "en" / "places.yml")["places"]
    places = load(HERE.parents[1] / "places.yml")["places"]
    holders = {code: [(str(place.get("from", "")), code)] for code, place in places.items()}
    for code, place in places.items():
        if "follows" in place:
            holders[code] = [("", place["follows"]), *holders[code]]
    return {term: holders[code] for code, place in names.items() for term in place["terms"]}


def code_of(name: str, day: str, known: dict[str, list[tuple[str, str]]]) -> str:
    """The code of a member as it was on that day; an unknown name stops the build."""
    plain = re.sub(r"\s*\(.*\)", "", name).strip()
    plain = CODING["names"].get(plain, plain)
    if plain not in known:
        raise BuildError(f"unknown member {name!r}")
    return known[plain][0][1] if len(known[plain]) == 1 else [c for start, c in known[plain] if start <= day][-1]


def days_of(row: Row, symbol: str) -> tuple[str, str]:
    """The first and the last day a decision may bear: one day, two where the table prints two, or its year."""
    day = row["date"] or CODING["days"].get(symbol, "")
    if not day:
        year = re.search(r"\((\d{4})\)", row["text"])
        return (f"{year[1]}-01-01", f"{year[1]}-12-31") if year else ("", "")
    printed = re.findall(r"\d+", row["date_as_printed"])
    return (f"{day[:8]}{printed[0]:0>2}", f"{day[:8]}{printed[1]:0>2}") if len(printed) == 2 else (day, day)


def decided(row: Row, symbol: str) -> Row:
    """One decision of the Library's table."""
    first, last = days_of(row, symbol)
    told = CODING["tallies"].get(symbol)
    tally = dict(zip(PARTS, told["votes"], strict=True)) if told else {p: row[p] for p in PARTS}
    return dict.fromkeys(FIELDS, "") | tally | {
        "date": first if first[:8] == last[:8] else first[:4], "first": first, "last": last, "symbol": symbol,
        "meeting": row["meeting"], "outcome": row["kind"], "printed": row["manner"],
        "agenda": row["topic"].strip("- |"), "sources": joined(row["sources"], told and told["source"]),
    }  # fmt: skip


def table(folder: Path, vetoed: list[Row]) -> list[Row]:
    """Resolutions and failed drafts; a vote that was vetoed is left to the register of vetoes."""
    taken = {(v["draft"].split(" ")[0], v["date"]) for v in vetoed if v["draft"]}
    rows: list[Row] = []
    lines = [row | {"sources": "MEET2022"} for row in read(folder / TABLE)]
    mend({f"{r['symbol']} of {r['date']}": r for r in lines}, load(HERE / "corrections.yml"))
    for n, row in enumerate(lines):
        base = row["symbol"] if row["symbol"].startswith("S/") and "PV" not in row["symbol"] else ""
        if row["kind"] == "vetoed" or (base, row["date"]) in taken:
            continue
        told = re.findall(r"S/RES/\d+", row["text"])[1:] if row["kind"] == "adopted" else []
        rows += [decided(row, name) | {"at": n} for name in dict.fromkeys([base, *told])]
    for added in load(HERE / "additions.yml")["decisions"]:
        days = {"first": added["date"], "last": added["date"], "printed": ""}
        rows.append({**dict.fromkeys(FIELDS, ""), **days, **added})
    return named(rows, {v["vote"] for v in vetoed})


def named(rows: list[Row], others: set[str]) -> list[Row]:
    """Each with its id: its symbol, `symbol#n` or `date#n` as in the register of vetoes; what stands twice, once."""
    kept: dict[tuple[str, str, str], Row] = {}
    for row in sorted(rows, key=lambda r: (r["first"], r["symbol"])):
        same = row["symbol"] if row["outcome"] == "adopted" else f"{row['symbol']}{row.get('at')}"
        kept.setdefault((same, row["date"], row["outcome"]), row)
    total = Counter(r["symbol"] or r["date"] for r in kept.values())
    seen = Counter(o.split("#")[0] for o in others)
    for row in kept.values():
        base = row["symbol"] or row["date"]
        seen[base] += 1
        row["vote"] = base if total[base] == 1 and seen[base] == 1 and row["symbol"] else f"{base}#{seen[base]}"
    return [r | {"manner": manner(r)} for r in kept.values()]


def manner(row: Row) -> str:
    """How a decision was taken: without a vote, by all members, unopposed, opposed; unknown without a tally."""
    if row["printed"] in ("unanimous", "without vote"):
        return {"unanimous": "unanimous", "without vote": "without_vote"}[row["printed"]]
    if not all(str(row[p]) for p in PARTS):
        return "unknown"
    favour, against, abstaining = (int(row[p]) for p in PARTS)
    seats = 15 if row["first"] >= "1966" else 11
    return "opposed" if against else "unanimous" if favour == seats and not abstaining else "unopposed"


def lists(folder: Path) -> Iterator[Cast]:
    """The named votes of the two lists."""
    for row in read(folder / "raw" / "voting_agent_vetoed_drafts_2020_2025_transcribed.csv"):
        columns = zip(PARTS, ("voted_yes", "voted_no", "abstained"), strict=True)
        yield row["draft"].strip(), {p: [n for n in row[c].split(";") if n] for p, c in columns}, "VA"
    sheet = openpyxl.load_workbook(folder / "raw" / "unscforus_cleaned_data_unsc.xlsx", read_only=True).active
    head, *lines = sheet.iter_rows(values_only=True)
    for line in lines:
        row = dict(zip(head, line, strict=True))
        columns = zip(PARTS, ("In Favor", "Against", "Abstain"), strict=True)
        yield row["Voting On"].strip(), {p: ast.literal_eval(row[c]) for p, c in columns}, "UNSCFORUS"


def agrees(vote: Row, names: dict[str, list[str]], vetoers: set[str]) -> bool:
    """Whether names fit the tally (a list may be cut short in the votes in favour) and hold every veto."""
    if not all(str(vote[p]) for p in PARTS) or not vetoers <= set(names["against"]):
        return False
    exact = all(len(names[p]) == int(vote[p]) for p in ("against", "abstaining"))
    return exact and len(names["in_favour"]) <= int(vote["in_favour"])


def member_votes(votes: list[Row], vetoers: dict[str, set[str]], folder: Path) -> list[Row]:
    """One line per member and vote; a veto is a vote against by its nature."""
    known, by_symbol = codes(), {v["vote"]: v for v in votes}
    found: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for vote in votes:
        for member in sorted(vetoers.get(vote["vote"], ())):
            found[vote["vote"], member] = ("against", set(vote["sources"].split(";")))
    for symbol, names, source in lists(folder):
        if symbol in by_symbol:
            vote = by_symbol[symbol]
            cast = {p: [code_of(n, vote["last"], known) for n in names[p]] for p in PARTS}
            if agrees(vote, cast, vetoers.get(symbol, set())):
                for part in PARTS:
                    for member in cast[part]:
                        add(found, symbol, member, part, source)
    for entry in load(HERE / "additions.yml")["ballots"]:
        for member in entry["member"].split(";"):
            add(found, entry["vote"], member, entry["cast"], entry["source"])
    order = {v["vote"]: n for n, v in enumerate(votes)}
    return [
        {"vote": v, "member": m, "cast": cast, "ballot": f"{m}:{cast}", "sources": ";".join(sorted(sources))}
        for (v, m), (cast, sources) in sorted(found.items(), key=lambda e: (order[e[0][0]], e[0][1]))
    ]


def add(found: dict[tuple[str, str], tuple[str, set[str]]], vote: str, member: str, cast: str, source: str) -> None:
    """Note a member's vote; two sources that differ stop the build."""
    known, sources = found.setdefault((vote, member), (cast, set()))
    if known != cast:
        raise BuildError(f"{vote}: {member} {known} in {sorted(sources)}, {cast} in {source}")
    sources.add(source)


def about(row: Row) -> Iterator[Row]:
    """The places that the agenda of a decision names, by the words that coding.yml gives."""
    words = row["agenda"].upper()
    for place, forms in CODING["about"].items():
        if any(re.search(rf"\b{form}", words) for form in forms):
            yield {"vote": row["vote"], "place": place, "basis": "agenda_words", "sources": "CODING"}


def tallies(folder: Path) -> Iterator[Row]:
    """The second witness: how many decisions of each kind the tables of 2019 have by year, to 2018."""
    sheet = openpyxl.load_workbook(folder / "raw" / "unscforus_sample_1946_2019.xlsx", read_only=True).active
    counted: Counter[tuple[str, str]] = Counter()
    for year, _, _, told in sheet.iter_rows(min_row=2, values_only=True):
        names = set(re.findall(r"S/RES/\d+", str(told))) if int(year) < 2019 else set()
        counted["adopted", str(year)] += len(names)
        counted["failed", str(year)] += len(re.findall("not adopted", str(told))) if int(year) < 2019 else 0
    for (outcome, year), n in sorted(counted.items()):
        if n:
            yield {"outcome": outcome, "year": year, "value": n, "sources": "MEET2019"}


def build(folder: Path, out: Path) -> None:
    """Write votes.csv, member_votes.csv, about.csv and the witness into `out`; rules.csv, written by hand, as it is."""
    vetoed = read(VETOES / "votes.csv")
    vetoers: dict[str, set[str]] = defaultdict(set)
    for row in read(VETOES / "vetoes.csv"):
        vetoers[row["vote"]].add(row["member"])
    ours = [
        {**v, "symbol": v["draft"], "first": v["date"], "last": v["date"], "outcome": "vetoed", "agenda": "",
         "manner": "opposed"} for v in vetoed
    ]  # fmt: skip
    rest = table(folder, vetoed)
    votes = sorted([*ours, *rest], key=lambda r: r["first"])
    write(out / "votes.csv", votes, FIELDS)
    write(out / "member_votes.csv", member_votes(votes, vetoers, folder))
    coded = [r for r in read(VETOES / "about.csv") if r["basis"] != "party"]
    write(out / "about.csv", [*coded, *(a for row in rest for a in about(row))])
    write(out / "witness_tables_2019.csv", list(tallies(folder)))
    (out / "rules.csv").write_bytes((HERE / "data" / "rules.csv").read_bytes())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=HERE / "data")
    given = parser.parse_args()
    build(given.folder, given.to)
