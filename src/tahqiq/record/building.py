"""What every `build.py` needs: rows read and written, corrections applied with their guards."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tahqiq.errors import RecordError

Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    """The rows of a CSV file, packed with gzip or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def load(path: Path) -> Any:
    """A YAML file."""
    return yaml.safe_load(path.read_text("utf-8"))


def write(path: Path, rows: Sequence[Mapping[str, Any]], fields: Sequence[str] = ()) -> None:
    """One resource: the fields named, or those of the first row. What rows hold besides is left out."""
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.DictWriter(target, list(fields or rows[0]), lineterminator="\n", extrasaction="ignore")
        table.writeheader()
        table.writerows(rows)


def mend(rows: Mapping[str, Row], fixes: Iterable[Row]) -> None:
    """Put right what the corrections name; `attested` joins the row's sources. A row that no longer errs stops it."""
    for fix in fixes:
        row, field = rows[fix["row"]], fix["field"]
        if str(row[field]) != str(fix["guard"]):
            raise RecordError("source_changed", row=fix["row"], field=field, found=row[field], guard=fix["guard"])
        row[field] = fix["to"]
        row["sources"] = joined(row.get("sources"), fix.get("attested"))


def joined(*sources: str | None) -> str:
    """Source ids, each once, in the order given."""
    listed = (s for part in sources for s in (part or "").split(";"))
    return ";".join(dict.fromkeys(s for s in listed if s))
