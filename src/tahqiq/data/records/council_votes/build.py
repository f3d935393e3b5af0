"""Compile the tallies of vetoed votes and how members voted, as far as the sources name them.

    python build.py --from FOLDER

Reads the register of vetoes beside this one, and in FOLDER/raw two lists of named votes. A list is believed for a vote
only where its names agree with the tally and with who vetoed.
"""

from __future__ import annotations

import argparse
import ast
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import yaml

HERE = Path(__file__).resolve().parent
VETOES = HERE.parent / "security_council_vetoes" / "data"
PARTS = ("in_favour", "against", "abstaining")
Row = dict[str, Any]
Cast = tuple[str, dict[str, list[str]], str]
"""A vote as a list tells it: draft symbol, names per part, source id."""


class BuildError(Exception):
    """The sources are not what this build was written for."""


def read(path: Path) -> list[Row]:
    """The lines of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(out: Path, name: str, rows: list[Row]) -> None:
    """Write one resource."""
    with (out / name).open("w", encoding="utf-8", newline="") as target:
        table = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def codes() -> dict[str, list[tuple[str, str]]]:
    """English names of places, to their code and, where a seat passed on, to the day from which each holder had it."""
    names = yaml.safe_load((HERE.parents[1] / "places.en.yml").read_text("utf-8"))["places"]
    places = yaml.safe_load((HERE.parents[1] / "places.yml").read_text("utf-8"))["places"]
    holders = {code: [(str(place.get("from", "")), code)] for code, place in places.items()}
    for code, place in places.items():
        if "follows" in place:
            holders[code] = [("", place["follows"]), *holders[code]]
    return {term: holders[code] for code, place in names.items() for term in place["terms"]}


def code_of(name: str, day: str, known: dict[str, list[tuple[str, str]]]) -> str:
    """The code of a member as it was on that day; an unknown name stops the build."""
    plain = re.sub(r"\s*\(.*\)", "", name).strip()
    if plain not in known:
        raise BuildError(f"unknown member {name!r}")
    return known[plain][0][1] if len(known[plain]) == 1 else [c for start, c in known[plain] if start <= day][-1]


def listed(folder: Path) -> Iterator[Cast]:
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


def agrees(vote: Row, named: dict[str, list[str]], vetoers: set[str]) -> bool:
    """Whether names fit the tally (a list may be cut short in the votes in favour) and hold every veto."""
    if not vote["against"] or not vetoers <= set(named["against"]):
        return False
    exact = all(len(named[p]) == int(vote[p]) for p in ("against", "abstaining"))
    return exact and len(named["in_favour"]) <= int(vote["in_favour"])


def member_votes(votes: list[Row], vetoers: dict[str, set[str]], folder: Path) -> list[Row]:
    """One line per member and vote; a veto is a vote against by its nature."""
    known, by_symbol = codes(), {v["vote"]: v for v in votes}
    found: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for vote in votes:
        for member in sorted(vetoers[vote["vote"]]):
            found[vote["vote"], member] = ("against", set(vote["sources"].split(";")))
    for symbol, names, source in listed(folder):
        if symbol not in by_symbol:
            continue
        vote = by_symbol[symbol]
        named = {p: [code_of(n, vote["date"], known) for n in names[p]] for p in PARTS}
        if agrees(vote, named, vetoers[symbol]):
            for part in PARTS:
                for member in named[part]:
                    add(found, symbol, member, part, source)
    for entry in yaml.safe_load((HERE / "additions.yml").read_text("utf-8")):
        add(found, entry["vote"], entry["member"], entry["cast"], entry["source"])
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


def build(folder: Path, out: Path) -> None:
    """Write votes.csv, member_votes.csv and about.csv into `out`."""
    votes = read(VETOES / "votes.csv")
    vetoers: dict[str, set[str]] = defaultdict(set)
    for row in read(VETOES / "vetoes.csv"):
        vetoers[row["vote"]].add(row["member"])
    kept = ("vote", "date", "draft", "meeting", *PARTS, "sources", "note")
    write(out, "votes.csv", [{("symbol" if k == "draft" else k): v[k] for k in kept} for v in votes])
    write(out, "member_votes.csv", member_votes(votes, vetoers, folder))
    write(out, "about.csv", [r for r in read(VETOES / "about.csv") if r["basis"] != "party"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=HERE / "data")
    given = parser.parse_args()
    build(given.folder, given.to)
