"""Add acts of Congress that the list of public laws has, once a person has read what they give to whom.

    python renew.py --from FOLDER     FOLDER holds laws.csv (title, signed, number, text), and answers.yml

Only laws whose title has a word that coding.yml names are put to a person; lines of "-" leave a law out.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

from build import DATA, HERE, LINE, rows_of

from tahqiq.record.building import Row, folder_given, load, read, write
from tahqiq.record.coding import answered

SOURCE = "congress_laws"
WORDS = re.compile("|".join(load(HERE / "coding.yml")["spending"]), re.IGNORECASE)
PUBLIC = re.compile(r"\d+-\d+")
SAID = ("title_ar", "lines")


def newer(laws: list[Row], held: set[str]) -> list[Row]:
    """The laws that spend and are not here: an act may be here by its divisions (pl_118_50_b)."""
    rows = []
    for law in sorted(laws, key=lambda r: r["signed"]):
        if not PUBLIC.fullmatch(law["number"]):
            raise SystemExit(f"{law['number']} is no number of a public law")
        act = f"pl_{law['number'].replace('-', '_')}"
        if WORDS.search(law["title"]) and not any(h == act or h.startswith(f"{act}_") for h in held):
            title = f"{law['title']} (P.L. {law['number']})"
            rows.append({"act": act, "kind": "law", "title_en": title, "signed": law["signed"]})
    return rows


def lines_of(row: Row) -> list[tuple[Row, list[str]]]:
    """The lines that a person read in an act, each with its categories."""
    found = []
    for told in row["lines"]:
        entry = {**told, "act": row["act"], "measure": "enacted", "sources": [SOURCE]}
        entry["line"] = "-".join((row["act"], told["account"], told["recipient"]))
        amount = Decimal(str(told["amount"]))
        found += [(line, told["categories"]) for line in rows_of(entry, told["recipient"], amount)]
    return found


def label(rows: list[Row]) -> None:
    """Give each act its name in the words of every language."""
    for path in HERE.glob("vocab.*.yml"):
        language = path.name.split(".")[1]
        names = (f"    {r['act']}: {json.dumps(r[f'title_{language}'], ensure_ascii=False)}\n" for r in rows)
        path.write_text(path.read_text("utf-8").replace("  acts:\n", "  acts:\n" + "".join(names), 1), encoding="utf-8")


def add(folder: Path) -> None:
    """Write the tables with what is new in them."""
    acts, lines, sorts = (read(DATA / f"{name}.csv") for name in ("acts", "lines", "line_categories"))
    laws = read(folder / "laws.csv")
    rows = answered(folder, newer(laws, {a["act"] for a in acts}), "act", SAID)
    found = [pair for row in rows for pair in lines_of(row)]
    label(rows)
    write(DATA / "acts.csv", [*acts, *(r | {"sources": SOURCE} for r in rows)], list(acts[0]))
    write(DATA / "lines.csv", [*lines, *(line for line, _ in found)], LINE)
    more = [{"line": line["line"], "category": c} for line, categories in found for c in categories]
    write(DATA / "line_categories.csv", [*sorts, *more])


if __name__ == "__main__":
    add(folder_given(__doc__))
