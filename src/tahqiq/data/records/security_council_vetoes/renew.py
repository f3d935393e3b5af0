"""Add the vetoes that the Secretariat's list has of days after the last one that is here, once a person has coded them.

    python renew.py --from FOLDER     FOLDER holds vetoes.csv, and answers.yml with what a person said of each new veto

What a person says: unit, topic and about as in coding.yml, the tally ("14-1-0", or "unknown"), and whether the list of
the Library has the veto. Until all is said, the vetoes are put into questions.yml and nothing is added.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from build import BASES, HERE, UNITS, name_votes, vote_rows

from tahqiq.record.building import Row, folder_given, read, write
from tahqiq.record.coding import answered

DATA, SOURCE = HERE / "data", "DPPA"
MEMBERS = {
    "china": "CHN", "russian_federation_ussr": "RUS", "france": "FRA", "united_states": "USA", "united_kingdom": "GBR",
}  # fmt: skip
SAID = ("unit", "topic", "about", "tally", "listed")
TALLY = re.compile(r"(\d+)-(\d+)-(\d+)")


def newer(listed: list[Row], held: list[Row]) -> list[Row]:
    """The vetoes of the list after the last day that is here, each with who cast it."""
    last, rows = max(r["date"] for r in held), []
    for line in sorted(listed, key=lambda r: (r["date"], r["draft_res#"])):
        if line["date"] > last:
            members = [code for column, code in MEMBERS.items() if line[column].strip() == "1"]
            if not members or not re.fullmatch(r"\d{4}-\d\d-\d\d", line["date"]):
                raise SystemExit(f"{line['draft_res#']} of {line['date']}: no member that vetoed, or no day")
            rows.append({
                "date": line["date"], "draft": line["draft_res#"].strip(), "agenda_item": line["agenda"].strip(),
                "meeting": f"S/PV.{line['record'].strip()}", "members": members,
            })  # fmt: skip
    names = name_votes(rows)
    return [{"vote": name, **row} for name, row in zip(names, rows, strict=True)]


def coded(row: Row) -> Row:
    """A veto as build.py reads it. What a person said must be of the words that the register knows."""
    tally = TALLY.fullmatch(str(row["tally"]))
    places = row["about"] if isinstance(row["about"], dict) else {row["about"]: row["about"]}
    odd = {row["unit"]} - UNITS | set(places.values()) - BASES
    if odd or not (tally or row["tally"] == "unknown"):
        raise SystemExit(f"{row['vote']}: {', '.join(sorted(map(str, odd)) or [str(row['tally'])])} is not known")
    favour, against, abstaining = tally.groups() if tally else ("", "", "")
    told = {"votes_for": favour, "votes_against": against, "votes_abstain": abstaining}
    return {**row, **told, "sources": SOURCE, "meeting": row["meeting"]}


def marked(line: Row, row: Row) -> Row:
    """A line with whether the Library's list counts it."""
    listed = str(bool(row["listed"])).lower()
    return line | {"listed_2026": listed, "first_of_document": listed}


def grown(name: str, more: list[Row]) -> None:
    """Write a table with rows added at its end."""
    path: Path = DATA / f"{name}.csv"
    write(path, [*read(path), *more])


def add(folder: Path) -> None:
    """Write the tables with what is new in them."""
    rows = answered(folder, newer(read(folder / "vetoes.csv"), read(DATA / "votes.csv")), "vote", SAID)
    votes: dict[str, Row] = {row["vote"]: coded(row) for row in rows}
    coding: dict[str, Any] = {vote: {"topic": row["topic"]} for vote, row in votes.items()}
    if votes:
        lines = vote_rows(votes, coding, [], set())
        grown("votes", [marked(line, votes[line["vote"]]) for line in lines])
        casts = [{"vote": v, "member": m, "sources": SOURCE} for v, row in votes.items() for m in row["members"]]
        grown("vetoes", casts)
        abouts = [(v, p, basis) for v, row in votes.items() for p, basis in row["about"].items()]
        grown("about", [{"vote": v, "place": p, "basis": basis, "sources": "CODING"} for v, p, basis in abouts])


if __name__ == "__main__":
    add(folder_given(__doc__))
