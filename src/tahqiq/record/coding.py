"""New rows that a person has to read: put down with what is to be said of each, and taken once all of it is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from tahqiq.record.building import Row, load

QUESTIONS, ANSWERS = "questions.yml", "answers.yml"
LEFT_OUT = "-"
"""What a person writes for a row that is not to be taken."""


def answered(folder: Path, rows: Sequence[Row], key: str, blanks: Sequence[str]) -> list[Row]:
    """The rows with what answers.yml of the folder says of them, without those left out.

    Where something is not said yet, the rows are written to questions.yml, with what is said, and none is returned.
    """
    path = folder / ANSWERS
    said: dict[str, Row] = {str(e[key]): e for e in load(path) or []} if path.exists() else {}
    known = [{**row, **{b: said.get(str(row[key]), {}).get(b) for b in blanks}} for row in rows]
    taken = [row for row in known if LEFT_OUT not in [row[b] for b in blanks]]
    if all(row[b] is not None for row in taken for b in blanks):
        return taken
    asked = {str(row[key]) for row in known}
    write_sheet(folder / QUESTIONS, [*(e for k, e in said.items() if k not in asked), *known])
    return []


def write_sheet(path: Path, rows: Sequence[Row], head: str = "") -> None:
    """Rows for a person to fill in: what is to be said has no value yet."""
    text = yaml.safe_dump(list(rows), allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(head + text.replace(": null\n", ":\n"), encoding="utf-8")


def unanswered(path: Path) -> int:
    """How many rows of a sheet have something left to say."""
    return sum(None in row.values() for row in load(path))
