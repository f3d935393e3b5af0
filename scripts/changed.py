"""Writes CHANGES.md of the data from src/tahqiq/data/changes.json."""

from __future__ import annotations

from itertools import groupby

from tahqiq.record.history import KINDS, Entry, shipped

MADE = "<!-- Made by `make docs` from what `make changes` finds in the history; do not edit. -->"
HEAD = """What changed in the data, day by day: rows added, changed and gone in each table, and what was done.
Two versions are held against each other row by row with `tahqiq record diff`
([renew the record](docs/how-to/renew-the-record.md)); the site has this as a feed at `/en/changes.atom`."""


def changes_page() -> str:
    """Every day with its registers and tables."""
    days = (list(found) for _, found in groupby(shipped(), key=lambda entry: entry.day))
    return "\n\n".join(["# Changes of the data", MADE, HEAD, *map(_day, days)]) + "\n"


def _day(entries: list[Entry]) -> str:
    why = "\n".join(f"- {subject}" for subject in entries[0].why)
    lines = [
        f"| {entry.register} | {entry.version} | {table} | {' | '.join(f'{counts[kind]:,}' for kind in KINDS)} |"
        for entry in entries
        for table, counts in entry.tables.items()
    ]
    head = ["| register | version | table | added | changed | gone |", "|---|---|---|---:|---:|---:|"]
    return "\n\n".join([f"## {entries[0].day}", why, "\n".join([*head, *lines])])
