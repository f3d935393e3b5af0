"""Compile the register: the reconciled table of votes, our coding and our corrections become data/*.csv.

    python build.py --from FOLDER

FOLDER holds `vetoes.csv` (one vetoed vote a line, with tally, unit, sources) and the lists that corrections.yml guards.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any

from tahqiq.record.building import Row, joined, load, read, write

HERE = Path(__file__).resolve().parent
UNITS = {"draft", "amendment", "paragraph", "procedural", "recommendation", "unknown"}
WHOLE = "nothing_else"
"""The theme that says that a vote dealt with none but its others."""
BASES = {"party", "subject", "agenda", "agenda_question", "agenda_wording"}


class BuildError(Exception):
    """The sources are not what this build was written for."""


def symbol(draft: str) -> str:
    """The draft symbol without remarks; empty where the list shows a meeting record in its place."""
    return m.group() if (m := re.match(r"S/(?!PV)[^\s,]+", draft)) else ""


def name_votes(rows: list[Row]) -> list[str]:
    """The id of each vote: its symbol, `symbol#n` when repeated, `date#n` without one."""
    bases = [symbol(r["draft"]) or r["date"] for r in rows]
    total, seen, names = Counter(bases), Counter[str](), []
    for base in bases:
        seen[base] += 1
        names.append(f"{base}#{seen[base]}" if total[base] > 1 or "/" not in base else base)
    return names


def check_guards(folder: Path, corrections: list[Row]) -> None:
    """Stop when a source no longer says what a correction corrects, or a witness what it corrects it to."""
    for entry in corrections:
        guard = entry["guard"]
        lines = (r for r in read(folder / guard["file"]) if all(r[k] == str(v) for k, v in guard["match"].items()))
        says = [r[guard["field"]] for r in lines]
        if says != [str(v) for v in guard["says"]]:
            raise BuildError(f"a source has changed: {guard} is now {says}; look at this correction again")


def correct(votes: dict[str, Row], corrections: list[Row]) -> None:
    """Apply the corrections; the table may have them already."""
    for entry in corrections:
        if "row" in entry:
            row, field = votes[entry["row"]], entry["field"]
            if row[field] not in (entry["from"], entry["to"]):
                raise BuildError(f"{entry['row']}: {field} is {row[field]!r}, neither the error nor its correction")
            row[field] = entry["to"]
            attest(row, entry)


def attest(row: Row, entry: Row) -> None:
    """Add the source that a correction or a note rests on."""
    row["sources"] = joined(row["sources"], entry.get("attested"))


def coded(coding: list[Row], votes: dict[str, Row]) -> dict[str, Row]:
    """The coding of each vote; every vote must be coded exactly once."""
    found: dict[str, Row] = {}
    for group in coding:
        if bad := set(group["about"].values()) - BASES:
            raise BuildError(f"unknown basis {bad} in {group}")
        for vote in map(str, group["votes"]):
            if vote in found or vote not in votes:
                raise BuildError(f"{vote} is coded twice or is no vote")
            found[vote] = group
    if left := set(votes) - set(found):
        raise BuildError(f"not coded: {sorted(left)}")
    return found


def vote_rows(votes: dict[str, Row], coding: dict[str, Row], notes: list[Row], split: set[str]) -> list[Row]:
    """One line per vote, with the marks that the counting rules read; `split` holds votes listed in another's line."""
    proposals: set[Any] = set()
    documents: set[str] = set()
    rows = []
    for vote, row in votes.items():
        unit, sources = row["unit"] or "unknown", row["sources"].split(";")
        if unit not in UNITS:
            raise BuildError(f"{vote}: unknown unit {unit!r}")
        library = "DHL2026" in sources
        document = (vote if unit == "procedural" else symbol(row["draft"])) or vote
        proposal = (row["date"], row["draft"]) if unit == "paragraph" else vote
        new_proposal, new_document = proposal not in proposals, library and document not in documents
        proposals.add(proposal)
        documents.update([document] if library else [])
        rows.append({
            "vote": vote, "date": row["date"], "draft": row["draft"] if symbol(row["draft"]) else "",
            "meeting": row["meeting"], "agenda_item": row["agenda_item"], "unit": unit,
            "in_favour": row["votes_for"], "against": row["votes_against"], "abstaining": row["votes_abstain"],
            "topic": coding[vote]["topic"], "keywords": ";".join(coding[vote].get("keywords", [])),
            "listed_2022": str("DHL2022" in sources).lower(),
            "listed_2026": str(library and vote not in split).lower(),
            "first_of_proposal": str(new_proposal).lower(), "first_of_document": str(new_document).lower(),
            "sources": row["sources"], "note": " ".join(n["note"] for n in notes if vote in map(str, n["votes"])),
        })  # fmt: skip
    return rows


def has_it(vote: str, group: Row, told: Row) -> bool:
    """Whether a vote is among those that its coding, or the list of a theme, tells: by topic, by keyword or by name."""
    keywords = set(group.get("keywords", ())) & set(told.get("keywords", ()))
    return bool(keywords) or group["topic"] in told.get("topics", ()) or vote in map(str, told.get("votes", ()))


def themes(book: Row, coding: dict[str, Row]) -> list[Row]:
    """One line per vote and theme; a last one where the themes told are all that the vote dealt with."""
    told = {**book["themes"], WHOLE: book["whole"]}
    named = {str(v) for entry in told.values() for v in entry.get("votes", ())}
    if left := named - set(coding):
        raise BuildError(f"themes of what is no vote: {sorted(left)}")
    return [
        {"vote": vote, "theme": theme, "sources": "CODING"}
        for vote, group in coding.items()
        for theme, entry in told.items()
        if has_it(vote, group, entry)
    ]


def build(folder: Path, out: Path) -> None:
    """Write votes.csv, vetoes.csv, about.csv and themes.csv into `out`."""
    book, corrections, rows = load(HERE / "coding.yml"), load(HERE / "corrections.yml"), read(folder / "vetoes.csv")
    check_guards(folder, corrections)
    votes = dict(zip(name_votes(rows), rows, strict=True))
    correct(votes, corrections)
    for note in book["notes"]:
        attest(votes[str(note["votes"][0])], note)
    coding = coded(book["coding"], votes)
    split = {c["row"] for c in corrections if c.get("action") == "split"}
    write(out / "votes.csv", vote_rows(votes, coding, book["notes"], split))
    write(out / "vetoes.csv", [
        {"vote": vote, "member": book["members"][m], "sources": row["sources"]}
        for vote, row in votes.items() for m in row["vetoing_members"].split(";")
    ])  # fmt: skip
    write(out / "about.csv", [
        {"vote": vote, "place": place, "basis": basis, "sources": "CODING"}
        for vote in votes for place, basis in coding[vote]["about"].items()
    ])  # fmt: skip
    write(out / "themes.csv", themes(book, {vote: coding[vote] for vote in votes}))
    write(out / "witness_library_page.csv", witness(folder, book["witness"]))


def year_of(day: str) -> str:
    """The year of a day, or of two days as the page writes them ("7-9 January 1980", "30 January 86")."""
    year = day[:4] if re.match(r"\d{4}-", day) else day.split()[-1]
    return year if len(year) == 4 else f"19{year}"


def witness(folder: Path, names: Row) -> list[Row]:
    """Vetoes by member and year on the Library's page of 2022 as it was saved."""
    lines = read(folder / "sc_decisions" / "un_library_veto_list_2022.csv")
    cast = Counter((names[m.strip()], year_of(r["date"])) for r in lines for m in re.split(r"[,|]", r["members"]))
    return [{"member": m, "year": y, "value": n, "sources": "DHL2022_PAGE"} for (m, y), n in sorted(cast.items())]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    build(parser.parse_args().folder, HERE / "data")
