"""coding.yml and the table of quoted figures -> data/lines.csv, data/line_categories.csv, data/acts.csv.

    python build.py --from FOLDER [--dry-run]     FOLDER holds crs_fragments.csv (fiscal_year, item, amount_musd, ...)

There is no official table of appropriations by recipient: acts and reports are read one by one, and coding.yml says
what each line is. A figure of the table that no line takes and `ignored` does not name stops the build, and so does a
sum that does not come out. Prints what changed against the shipped data, per recipient and year.
"""

from __future__ import annotations

import argparse
import csv
from decimal import Decimal
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"
MILLION = 1_000_000
LINE = ["line", "act", "measure", "recipient", "fiscal_year", "first_year", "last_year", "account", "scope", "amount"]
LINE += ["strength", "sources", "note"]
ACT = ["act", "kind", "title_en", "title_ar", "signed", "sources"]


def fragments(folder):
    rows = csv.DictReader((folder / "crs_fragments.csv").open(encoding="utf-8", newline=""))
    return {(r["fiscal_year"], r["item"]): Decimal(r["amount_musd"]) for r in rows}


def taken(coding):
    """The rows of the table that the coding uses or sets aside."""
    used = {tuple(entry[k]) for entry in coding["lines"] for k in ("fragment", "whole", "rest_of") if k in entry}
    return used | {(year, entry["item"]) for entry in coding["ignored"] for year in entry["rows"]}


def check(coding, quoted):
    """Every figure is used or ignored, every sum comes out."""
    odd = set(quoted) ^ taken(coding)
    if odd:
        raise SystemExit(f"neither coded nor ignored, or no longer in the table: {sorted(odd)}")
    for entry in coding["lines"]:
        if "whole" in entry:
            parts = [Decimal(str(e["amount"])) for e in coding["lines"] if e.get("whole") == entry["whole"]]
            if sum(parts) != quoted[tuple(entry["whole"])]:
                raise SystemExit(
                    f"{entry['whole']}: the lines give {sum(parts)}, the table {quoted[tuple(entry['whole'])]}"
                )
        if "each_year" in entry:
            years = entry["years"][1] - entry["years"][0] + 1
            if Decimal(entry["each_year"]) * years != quoted[tuple(entry["fragment"])]:
                raise SystemExit(f"{entry['line']}: {years} years of {entry['each_year']} are not the total")


def amount_of(entry, coding, quoted):
    if "rest_of" in entry:
        others = [e for e in coding["lines"] if e["act"] == entry["act"] and e is not entry]
        return quoted[tuple(entry["rest_of"])] - sum(amount_of(e, coding, quoted) for e in others)
    if "amount" in entry:
        return Decimal(str(entry["amount"]))
    return Decimal(entry["each_year"]) if "each_year" in entry else quoted[tuple(entry["fragment"])]


def rows_of(entry, recipient, amount):
    first, last = entry["years"]
    spans = [(y, y) for y in range(first, last + 1)] if "each_year" in entry else [(first, last)]
    for low, high in spans:
        yield {
            **{k: entry[k] for k in ("act", "measure", "account", "strength")},
            "line": f"{entry['line']}-{low}" if "each_year" in entry else entry["line"],
            "recipient": recipient,
            "fiscal_year": str(low) if low == high else f"{low}-{high}",
            "first_year": low,
            "last_year": high,
            "scope": entry.get("scope", "recipient"),
            "amount": int(amount * MILLION),
            "sources": ";".join(entry["sources"]),
            "note": entry.get("note", ""),
        }


def build(folder):
    """The rows of the three tables."""
    coding, quoted = yaml.safe_load((HERE / "coding.yml").read_text("utf-8")), fragments(folder)
    check(coding, quoted)
    lines, categories = [], []
    for entry in coding["lines"]:
        rows = list(rows_of(entry, entry.get("recipient", coding["recipient"]), amount_of(entry, coding, quoted)))
        lines += rows
        categories += [{"line": r["line"], "category": c} for r in rows for c in entry["categories"]]
    acts = [
        {**a, "act": i, "signed": a["signed"] or "", "sources": ";".join(a["sources"])}
        for i, a in coding["acts"].items()
    ]
    return {"lines": (LINE, lines), "line_categories": (["line", "category"], categories), "acts": (ACT, acts)}


def report(lines):
    path = DATA / "lines.csv"
    shipped = list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.exists() else []
    old, new = ({r["line"]: {k: str(v) for k, v in r.items()} for r in rows} for rows in (shipped, lines))
    changed = [k for k in sorted(old.keys() | new.keys()) if old.get(k) != new.get(k)]
    for key in changed:
        row = new.get(key) or old[key]
        amounts = (d[key]["amount"] if key in d else "absent" for d in (old, new))
        print(row["recipient"], row["fiscal_year"], key, *amounts, sep="\t")
    print(f"{len(new)} lines; {len(changed)} differ from the shipped data")


def write(tables):
    for name, (fields, rows) in tables.items():
        with (DATA / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, fields, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    built = build(options.folder)
    report(built["lines"][1])
    if not options.dry_run:
        write(built)
