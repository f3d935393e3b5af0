"""Build events.csv and actors.csv from the list of dated events and this register's own coding.

    python build.py --from FOLDER     FOLDER holds EVENTS.csv (columns id, date, precision, instrument, ...)

The list gives the dates, additions.yml those of events it does not have; titles, actors, kind, strength and sources
are the register's own (coding.yml). An event that only one of the two knows, an unknown source or a mend that no longer
fits stops the build.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tahqiq.catalog.dates import bounds
from tahqiq.record.building import Row, folder_given, load, mend, read, write

HERE = Path(__file__).resolve().parent
FIELDS = ["id", "date", "precision", "first", "last", "title_en", "title_ar", "actors", "kind", "strength"]
FIELDS += ["instrument", "sources", "note"]
PRECISION = {4: "year", 7: "month", 10: "day"}


def event(row: Row, code: dict[str, str], sources: dict[str, Any]) -> Row:
    unknown = [s for s in code["sources"].split(";") if s not in sources]
    if unknown:
        raise SystemExit(f"{row['id']}: sources.yml does not explain {unknown}")
    first, last = bounds(row["date"])
    own = {k: code.get(k, "") for k in ("actors", "kind", "strength", "sources", "note")}
    return own | {
        "id": row["id"],
        "date": row["date"],
        "precision": PRECISION[len(row["date"])],
        "first": first,
        "last": last,
        "title_en": code["en"],
        "title_ar": code["ar"],
        "instrument": row["instrument"],
    }


def build(folder: Path) -> None:
    rows = {r["id"]: r for r in [*read(folder / "EVENTS.csv"), *load(HERE / "additions.yml")]}
    mend(rows, load(HERE / "corrections.yml"))
    coding, sources = load(HERE / "coding.yml"), load(HERE / "sources.yml")
    if rows.keys() != coding.keys():
        raise SystemExit(f"listed or coded only: {sorted(rows.keys() ^ coding.keys())}")
    events = [event(rows[i], coding[i], sources) for i in sorted(rows)]
    write(HERE / "data" / "events.csv", events, FIELDS)
    actors = [{"event": e["id"], "actor": a} for e in events for a in e["actors"].split(";")]
    write(HERE / "data" / "actors.csv", actors)


if __name__ == "__main__":
    build(folder_given(__doc__))
