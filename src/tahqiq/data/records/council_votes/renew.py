"""Add the resolutions that the Library has after those that are here, and the vetoes that the register beside has.

    python renew.py --from FOLDER     FOLDER holds sc_voting.csv: a line for each member and resolution adopted

Resolutions are numbered without a hole: a file in which a number is missing after those that are here is not whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from build import FIELDS, HERE, PARTS, VETOES, about, manner

from tahqiq.record.building import Row, folder_given, read, write

DATA, SOURCE = HERE / "data", "UNDL_SC"
CASTS = {"Y": "in_favour", "N": "against", "A": "abstaining", "X": "not_voting"}
TALLY = dict(zip(PARTS, ("total_yes", "total_no", "total_abstentions"), strict=True))
WITHOUT = "without vote"


def number(symbol: str) -> int:
    """The number of a resolution by its symbol, with or without its year."""
    found = re.match(r"S/RES/(\d+)", symbol)
    if found is None:
        raise SystemExit(f"{symbol} is no symbol of a resolution")
    return int(found[1])


def newer(lines: list[Row], known: set[int]) -> Iterator[tuple[Row, dict[str, str]]]:
    """Each resolution that is not here, with what members did. A tally that is not that of the votes stops it."""
    last = max(n for n in known if n - 1 in known)  # single later ones may be here
    later = sorted((r for r in lines if number(r["resolution"]) > last), key=lambda r: number(r["resolution"]))
    there = {number(r["resolution"]) for r in later}
    if holes := sorted(set(range(last + 1, max(there, default=last))) - there):
        raise SystemExit(f"resolution {holes[0]} is not in the file: it is not whole")
    for name, of in groupby(later, key=lambda r: number(r["resolution"])):
        votes = list(of)
        cast = {r["ms_code"]: CASTS[r["ms_vote"]] for r in votes}
        if name not in known:
            yield resolution(name, votes[0], cast), cast


def resolution(name: int, line: Row, cast: dict[str, str]) -> Row:
    """The row of a resolution."""
    unvoted = line["modality"].lower().replace("a vote", "vote") == WITHOUT
    counted, told = Counter(cast.values()), {part: int(float(line[column] or 0)) for part, column in TALLY.items()}
    if not unvoted and told != {part: counted[part] for part in PARTS}:
        raise SystemExit(f"S/RES/{name}: the votes are not those of the tally")
    row = dict.fromkeys(FIELDS, "") | (dict.fromkeys(PARTS, "") if unvoted else told) | {
        "vote": f"S/RES/{name}", "symbol": f"S/RES/{name}", "date": line["date"], "first": line["date"],
        "last": line["date"], "meeting": line["meeting"], "outcome": "adopted", "agenda": line["agenda"],
        "sources": SOURCE, "printed": WITHOUT if unvoted else "",
    }  # fmt: skip
    return row | {"manner": manner(row)}


def vetoed(known: set[str]) -> tuple[list[Row], list[Row], list[Row]]:
    """Of the vetoes that are not here: the rows, who vetoed, and what they are about."""
    rows = [r for r in read(VETOES / "votes.csv") if r["vote"] not in known]
    ours = [
        dict.fromkeys(FIELDS, "") | {k: r[k] for k in ("vote", "date", "meeting", *PARTS, "sources", "note")} | {
            "first": r["date"], "last": r["date"], "symbol": r["draft"], "outcome": "vetoed", "manner": "opposed",
        } for r in rows
    ]  # fmt: skip
    new = {r["vote"] for r in rows}
    vetoes = [r for r in read(VETOES / "vetoes.csv") if r["vote"] in new]
    casts = [cast(r["vote"], r["member"], "against", r["sources"]) for r in vetoes]
    places = [r for r in read(VETOES / "about.csv") if r["vote"] in new and r["basis"] != "party"]
    return ours, casts, places


def cast(vote: str, member: str, did: str, sources: str) -> Row:
    """What a member did."""
    return {"vote": vote, "member": member, "cast": did, "ballot": f"{member}:{did}", "sources": sources}


def add(folder: Path) -> None:
    """Write the tables with what is new in them."""
    held, ballots, places = (read(DATA / f"{name}.csv") for name in ("votes", "member_votes", "about"))
    known = {number(r["vote"]) for r in held if r["outcome"] == "adopted"}
    rows, casts, abouts = vetoed({r["vote"] for r in held if r["outcome"] == "vetoed"})
    for row, did in newer(read(folder / "sc_voting.csv"), known):
        rows.append(row)
        if row["manner"] != "without_vote":
            casts += [cast(row["vote"], member, what, SOURCE) for member, what in did.items()]
        abouts += about(row)
    write(DATA / "votes.csv", sorted([*held, *rows], key=lambda r: r["first"]), FIELDS)
    write(DATA / "member_votes.csv", [*ballots, *casts])
    write(DATA / "about.csv", [*places, *abouts])


if __name__ == "__main__":
    add(folder_given(__doc__))
