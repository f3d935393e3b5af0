"""What the record installed now changes in a corpus: its claims are judged anew, its texts are not read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.checker import check_claims
from tahqiq.interfaces.corpus.questions import Table, connected
from tahqiq.interfaces.corpus.readings import back
from tahqiq.interfaces.corpus.tables import claim_row
from tahqiq.reporting.report.data import to_json

HELD = 500
"""Documents that are held at once."""
READ = "SELECT id, reading, language, as_of FROM documents WHERE reading IS NOT NULL ORDER BY id"
KNOWN = """SELECT document, claim, quote, register, measure, filters, stated_as, verdict, reason, value_as, definition,
windows FROM claims WHERE document IN (SELECT unnest(?))"""
COLUMNS = ("document", "claim", "quote", "register", "measure", "filters", "stated_as")
PAIRS = ("verdict", "reason", "value_as", "definition", "windows")


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many claims were judged anew, and those of which something changed: before, and now."""

    claims: int
    changes: Table


def recheck(folder: Path) -> Rechecked:
    """Judge every claim of a corpus by the record that is installed. Nothing in the folder is changed."""
    seen, changed = 0, []
    for known, now in _pairs(folder):
        seen += 1
        again = [now.get(name) if now else None for name in PAIRS]
        if again != [known[name] for name in PAIRS]:
            both = [value for name, after in zip(PAIRS, again, strict=True) for value in (known[name], after)]
            changed.append((*(known[name] for name in COLUMNS), *both))
    names = [name for pair in PAIRS for name in (pair, f"{pair}_now")]
    return Rechecked(seen, Table((*COLUMNS, *names), changed))


def _pairs(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Every claim as it is stored, and as it is judged now (None where it is no claim any more)."""
    with connected(folder) as con:
        documents = con.cursor().execute(READ)
        while batch := documents.fetchmany(HELD):
            now = {(row["document"], row["claim"]): row for given in batch for row in _judged(*given)}
            found = con.cursor().execute(KNOWN, [[given[0] for given in batch]])
            names = [column[0] for column in found.description or ()]
            for row in sorted(found.fetchall()):
                known = dict(zip(names, row, strict=True))
                yield known, now.get((known["document"], known["claim"]))


def _judged(document: str, reading: str, language: str, as_of: date) -> Iterator[dict[str, Any]]:
    claims, text = back(reading, language)
    for claim in to_json(check_claims(claims, text, as_of))["claims"]:
        yield claim_row(document, claim)
