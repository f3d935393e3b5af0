"""Build roll_calls.csv and about.csv from the table of votes of Congress on aid, arms and the Middle East.

    python build.py --from FOLDER     FOLDER holds aid2/congress_votes.csv

A vote is named by chamber, Congress, session and number of the clerk; one that has no number, by chamber and day.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tahqiq.catalog.dates import bounds
from tahqiq.record.building import load, read, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")
FIELDS = ["row", "chamber", "congress", "number", "date", "first", "last", "bill", "question", "subject", "result"]
FIELDS += ["in_favour", "against", "present", "not_voting", "strength", "sources", "url", "note"]


def build(folder: Path) -> None:
    """Write one row for each vote."""
    rows, seen = [], Counter[str]()
    for line in read(folder / "aid2" / "congress_votes.csv"):
        base = f"{line['chamber']}/{line['congress']}-{line['session']}/{line['rollcall']}"
        base = base if line["rollcall"] else f"{line['chamber']}/{line['date']}"
        seen[base] += 1
        first, last = bounds(line["date"])
        rows.append({
            "row": base if seen[base] == 1 else f"{base}#{seen[base]}", "chamber": line["chamber"],
            "congress": line["congress"], "number": line["rollcall"], "date": line["date"],
            "first": first, "last": last,
            "bill": line["bill"], "question": line["question"], "subject": line["subject"],
            "result": CODING["results"][line["result"]], "in_favour": line["yea"], "against": line["nay"],
            "present": line["present"], "not_voting": line["not_voting"],
            "strength": CODING["strengths"][line["confidence"]],
            "sources": ";".join(s for s, words in CODING["sources"].items() if words in line["source"]) or "press",
            "url": line["source"] if line["source"].startswith("http") else "",
            "note": line["note"],
        })  # fmt: skip
    rows.sort(key=lambda r: (r["first"], r["row"]))
    write(HERE / "data" / "roll_calls.csv", rows, FIELDS)
    write(HERE / "data" / "about.csv", [{"row": r["row"], "about": a} for r in rows for a in about(r["subject"])])


def about(subject: str) -> list[str]:
    """The places that a vote is about, by the words of its subject."""
    return [code for code, words in CODING["about"].items() if any(word in subject for word in words)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds aid2/")
    build(parser.parse_args().folder)
