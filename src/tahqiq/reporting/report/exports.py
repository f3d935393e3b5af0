"""The claims of a report as tables, for spreadsheets: all of them, or those to be corrected."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from tahqiq.catalog.language_folders import in_language
from tahqiq.reporting.report.view import TO_CORRECT

COLUMNS = (
    "document",
    "id",
    "quote",
    "start",
    "end",
    "kind",
    "register",
    "measure",
    "filters",
    "stated",
    "unit",
    "qualifier",
    "verdict",
    "code",
    "reason",
    "definition",
    "value",
    "as_of",
    "holds",
    "rows",
    "sources",
)
CORRECTIONS = ("id", "verdict", "quote", "sentence", "correction", "reason", "mark", "note")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def claims_csv(report: Mapping[str, Any], language: str) -> str:
    """One line for each claim of a report (its JSON form), with the answer shown first; the reason in `language`."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for claim in report["claims"]:
        writer.writerow([safe(cell) for cell in [report["document"]["source"], *_line(claim, language)]])
    return out.getvalue()


FIGURES = ("stated", "value")
"""Columns whose cells are numbers, or figures of another kind (a range, a tally, a day)."""


def claims_columns(report: Mapping[str, Any], language: str) -> dict[str, list[Any]]:
    """The same as columns of one type each: figures that are no number stand in a column of text beside the numbers."""
    lines = [[report["document"]["source"], *_line(claim, language)] for claim in report["claims"]]
    columns = {name: [line[at] for line in lines] for at, name in enumerate(COLUMNS)}
    for name in FIGURES:
        told = columns[name]
        columns[name] = [float(cell) if _is_number(cell) else None for cell in told]
        columns[f"{name}_text"] = [None if cell is None or _is_number(cell) else str(cell) for cell in told]
    return columns


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def corrections_csv(
    report: Mapping[str, Any], language: str, marks: Mapping[str, tuple[str, str]] | None = None
) -> str:
    """One line for each claim of a report (its JSON form) that needs other words, the gravest first.

    `marks`: what an editor says of a finding (`handled`, `disputed`) and a note, by claim.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(CORRECTIONS)
    wrong = [c for c in report["claims"] if c["verdict"] in TO_CORRECT]
    for claim in sorted(wrong, key=lambda c: TO_CORRECT.index(c["verdict"])):
        correction = in_language(claim["correction"] or {}, language)
        told = [claim["id"], claim["verdict"], claim["quote"], claim["sentence"], correction]
        told += [in_language(claim["reason"], language), *(marks or {}).get(claim["id"], ("", ""))]
        writer.writerow([safe(cell) for cell in told])
    return out.getvalue()


def safe(cell: Any) -> Any:
    """A cell that no spreadsheet runs: text that begins like a formula is led by an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _line(claim: Mapping[str, Any], language: str) -> list[Any]:
    stated, reason = claim["stated"], claim["reason"]
    filters = "; ".join(f"{k}={_listed(v)}" for k, v in claim["filters"].items())
    head = [claim["id"], claim["quote"], claim["start"], claim["end"], claim["kind"], claim["register"]]
    head += [claim["measure"], filters, _figure(stated["value"], stated["date"]), stated["unit"], stated["qualifier"]]
    return [*head, claim["verdict"], reason["code"], in_language(reason, language), *_answer(claim["answers"])]


def _answer(answers: list[Mapping[str, Any]]) -> list[Any]:
    """The usual answer, else the first."""
    if not answers:
        return [None] * 6
    shown = next((a for a in answers if a["default"]), answers[0])
    held = "; ".join(f"{start}/{end or '..'}" for start, end in shown["holds"])
    rows, sources = ";".join(shown["rows"]), ";".join(shown["sources"])
    return [shown["definition"], _figure(shown["value"], None), shown["as_of"], held, rows, sources]


def _figure(value: Any, otherwise: Any) -> Any:
    if value is None:
        return otherwise
    if isinstance(value, list):
        return " to ".join(map(str, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{k}={v}" for k, v in value.items() if v is not None)
    return value


def _listed(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
