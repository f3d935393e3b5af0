"""Add the years that the Board's own tables have after the last one that is here.

    python renew.py --from FOLDER     FOLDER holds governments.csv, others.csv and whole.csv

governments.csv and others.csv name donors; whole.csv has all that a body got, so that shares are of the whole. A year
is taken when all three have it, with about as many states as the year before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from build import CODING, FIELDS, HERE

from tahqiq.record.building import Row, codes_by_name, folder_given, read, write

TABLE = HERE / "data" / "revenue.csv"
KINDS = {word.lower(): kind for kind, words in CODING["types"].items() for word in words}
NO_STATES = {name.lower() for name in CODING["no_states"]}
KEPT = 0.8
"""The part of the states of a year that the next one must have."""
SMALL = 1000
"""Dollars of a rest that is told no more."""
Key = tuple[str, str, str]
"""A name, a body as the Board writes it, and a kind of money."""


def amounts(lines: list[Row], year: str, name: Callable[[Row], str]) -> Counter[Key]:
    """What each donor gave to each body in a year, in dollars; a kind of money that is not known stops it."""
    found: Counter[Key] = Counter()
    for line in lines:
        if line["calendar_year"].strip() == year and line["entity"] in CODING["entities"]:
            kind = KINDS.get(line["rev_type"].strip().lower())
            if kind is None:
                raise SystemExit(f"{line['rev_type']} is no kind of money that is known")
            figure = "".join(c for c in line["amount"] if c.isascii() and c in "0123456789.-")
            found[name(line), line["entity"], kind] += round(float(figure or 0))
    return found


def code(name: str, known: Mapping[str, str]) -> str:
    """The code of a government's state; none for a territory or what is no government, KeyError for an unknown one."""
    if name.lower() in NO_STATES:
        return ""
    return str(CODING["donors"].get(name) or known[name.lower()]).replace("-", "")


def year_rows(tables: Mapping[str, list[Row]], year: str, known: Mapping[str, str]) -> list[Row]:
    """The rows of a year: governments, others that are named, and the rest."""
    states = amounts(tables["governments"], year, lambda r: r["government_donor"].replace("*", "").strip())
    others = amounts(tables["others"], year, lambda r: r["donor"].strip())
    rest = amounts(tables["whole"], year, lambda _: CODING["rest"])
    for (_, entity, kind), usd in [*states.items(), *others.items()]:
        rest[CODING["rest"], entity, kind] -= usd
    rest = Counter({key: usd for key, usd in rest.items() if abs(usd) > SMALL})
    codes = {name: code(name, known) for name, _, _ in states}
    parts = [(states, "ceb_2024", codes), (others, "ceb_others", {}), (rest, "ceb_whole", {})]
    return [row(key, usd, year, source, of) for given, source, of in parts for key, usd in given.items()]


def row(key: Key, usd: int, year: str, source: str, codes: Mapping[str, str]) -> Row:
    """One row of the table."""
    name, entity, kind = key
    return {
        "row": f"{name}/{entity}/{kind}/{year}", "donor": codes.get(name, ""), "name": name,
        "entity": CODING["entities"][entity], "kind": kind, "year": year, "usd": usd, "sources": source,
    }  # fmt: skip


def add(folder: Path) -> None:
    """Write the table with the years that are new."""
    rows, known = read(TABLE), codes_by_name()
    tables = {name: read(folder / f"{name}.csv") for name in ("governments", "others", "whole")}
    there = set.intersection(*({r["calendar_year"].strip() for r in lines} for lines in tables.values()))
    for year in sorted(there - {r["year"] for r in rows}):
        found = year_rows(tables, year, known)
        before = {r["donor"] for r in rows if r["year"] == str(int(year) - 1)} - {""}
        if len({r["donor"] for r in found} - {""}) < KEPT * len(before):
            raise SystemExit(f"{year}: fewer states than the year before; the table is not whole")
        rows += found
    write(TABLE, sorted(rows, key=lambda r: str(r["row"])), FIELDS)


if __name__ == "__main__":
    add(folder_given(__doc__))
