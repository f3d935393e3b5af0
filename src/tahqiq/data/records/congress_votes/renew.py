"""Add the roll calls that are not here yet, once a person has said what each is about.

    python renew.py --from FOLDER     FOLDER holds rollcalls.csv, and answers.yml with what a person said of each

Only roll calls whose words or whose bill could belong here are put to a person; a subject of "-" leaves one out.
"""

from __future__ import annotations

import re
from pathlib import Path

from build import CODING, FIELDS, HERE, about

from tahqiq.record.building import Row, folder_given, read, write
from tahqiq.record.coding import answered

TABLE, ABOUT, SOURCE = HERE / "data" / "roll_calls.csv", HERE / "data" / "about.csv", "voteview"
CHAMBERS = {"House": "house", "Senate": "senate"}
TEXTS = ("vote_question", "vote_desc", "dtl_desc")
WORDS = re.compile("|".join(rf"\b{re.escape(word)}" for word in CODING["words"]), re.IGNORECASE)


def newer(lines: list[Row], held: list[Row]) -> list[Row]:
    """The roll calls after the last one taken from this source which could belong here, as rows without a subject."""
    last = max(r["last"] for r in held if SOURCE in r["sources"])
    bills, known = {(r["congress"], r["bill"]) for r in held if r["bill"]}, {r["row"] for r in held}
    later = (r for r in lines if r["date"] > last and r["chamber"] in CHAMBERS)
    shown = [call(r) for r in later if (r["congress"], r["bill_number"]) in bills or WORDS.search(text(r, TEXTS))]
    shown = [row for row in shown if row["row"] not in known]
    return sorted(shown, key=lambda r: (r["date"], r["chamber"], int(r["number"])))


def text(line: Row, columns: tuple[str, ...]) -> str:
    """What a roll call is said to be about."""
    return " ".join(line[c] for c in columns if line[c])


def call(line: Row) -> Row:
    """The row of a roll call, with its description for the person who reads it."""
    chamber, number = CHAMBERS[line["chamber"]], int(float(line["clerk_rollnumber"]))
    session = int(float(line["session"]))
    return {
        "row": f"{chamber}/{line['congress']}-{session}/{number}", "chamber": chamber, "congress": line["congress"],
        "number": str(number), "date": line["date"], "bill": line["bill_number"], "question": line["vote_question"],
        "description": text(line, TEXTS[1:]), "told": line["vote_result"],
        "in_favour": line["yea_count"], "against": line["nay_count"],
    }  # fmt: skip


def taken(row: Row) -> Row:
    """A row as it stands in the table. A result that coding.yml does not know stops it."""
    if row["told"] not in CODING["results"]:
        raise SystemExit(f"{row['row']}: the result {row['told']!r} is not in coding.yml")
    more = {"first": row["date"], "last": row["date"], "result": CODING["results"][row["told"]]}
    blank = dict.fromkeys(FIELDS, "")
    return blank | {k: row[k] for k in row if k in FIELDS} | more | {"strength": "primary", "sources": SOURCE}


def add(folder: Path) -> None:
    """Write the table with what is new in it."""
    held = read(TABLE)
    rows = [taken(row) for row in answered(folder, newer(read(folder / "rollcalls.csv"), held), "row", ["subject"])]
    write(TABLE, sorted([*held, *rows], key=lambda r: (r["first"], r["row"])), FIELDS)
    places = [{"row": r["row"], "about": a} for r in rows for a in about(r["subject"])]
    write(ABOUT, [*read(ABOUT), *places])


if __name__ == "__main__":
    add(folder_given(__doc__))
