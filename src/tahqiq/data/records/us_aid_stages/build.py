"""Build figures.csv and sources.yml from the tables of figures about American aid, each at the stage it speaks of.

    python build.py --from FOLDER     FOLDER holds aid2/ with the tables that coding.yml names

A figure keeps the words of its source for what it is (`item`) and how it was printed. Every source becomes an entry of
sources.yml under an id made of its day and a number. A stage, recipient or strength that coding.yml does not know stops
the build; a row without an amount is no figure.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from tahqiq.catalog.dates import bounds
from tahqiq.record.building import Row, load, read, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")
FIELDS = ["row", "recipient", "party", "fiscal_year", "stage", "programme", "item", "amount", "as_printed", "told"]
FIELDS += ["first", "last", "strength", "sources", "note"]
MILLION = 1_000_000


def day_of(row: Row) -> str:
    """The day, month or year in which the source says so, as far as it is told; else the end of the years meant."""
    told = re.match(r"\d{4}(-\d{2}(-\d{2})?)?", row["date_of_source"])
    return told[0] if told else max(re.findall(r"\d{4}", row["fiscal_year"]) or [CODING["collected"]])


def programme(item: str) -> str:
    """What the money is for, by the first words of coding.yml that the item has."""
    found = (name for name, words in CODING["programmes"].items() if any(map(partial(said, item), words)))
    return next(found, "other")


def note(text: str) -> str:
    """What the table remarks on a figure, unless it remarks on itself."""
    return "" if any(remark in text for remark in CODING["own_remarks"]) else text


def said(item: str, word: str) -> bool:
    """Whether the item has this word whole, whatever its case."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", item, re.IGNORECASE) is not None


def figures(folder: Path, known: dict[tuple[str, str, str], str]) -> Iterator[Row]:
    """Every figure of every table, in its order."""
    for prefix, table in CODING["tables"].items():
        for n, row in enumerate(read(folder / "aid2" / f"{table['file']}.csv"), 1):
            if not row["amount_musd"] or row["source_title"] in table.get("left_out", ()):
                continue
            told = day_of(row)
            source = (row["source_title"], row["source_url"], told)
            first, last = bounds(told)
            yield {
                "row": f"{prefix}-{n:03d}", "party": row["recipient"],
                "recipient": CODING["recipients"][row["recipient"]],
                "fiscal_year": row["fiscal_year"], "stage": CODING["stages"][row["stage"]],
                "programme": programme(row["item"]), "item": row["item"],
                "amount": round(float(row["amount_musd"]) * MILLION), "as_printed": row["as_printed"], "told": told,
                "first": first, "last": last, "strength": CODING["strengths"][row["confidence"]],
                "sources": known.setdefault(source, f"s{told[:4]}_{len(known) + 1:03d}"), "note": note(row["note"]),
            }  # fmt: skip


def described(known: dict[tuple[str, str, str], str]) -> dict[str, Any]:
    """The entries of sources.yml."""
    return {
        name: {
            "title": f"{title} ({told})",
            "publisher": re.split(r",| quoting | repost", title)[0],
            "licence": "facts only",
        }
        | ({"url": url} if url.startswith("http") else {"copy": url or "not told"})
        for (title, url, told), name in known.items()
    }


def build(folder: Path) -> None:
    """Write the figures, and what their sources are."""
    known: dict[tuple[str, str, str], str] = {}
    write(HERE / "data" / "figures.csv", list(figures(folder, known)), FIELDS)
    text = yaml.safe_dump(described(known), allow_unicode=True, sort_keys=False, width=200)
    (HERE / "sources.yml").write_text(f"# Made by build.py from the tables it reads.\n{text}", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder that holds aid2/")
    build(parser.parse_args().folder)
