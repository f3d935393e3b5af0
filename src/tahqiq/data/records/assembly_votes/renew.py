"""Add the roll calls that the Library has of days after the last one that is here.

    python renew.py --from FOLDER     FOLDER holds ga_voting.csv: a line for each member and recorded vote

Roll calls that are here stay as they are: they were put together, and mended, from several sources (build.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
from build import COLUMNS, DATA, PARTS, call, cast, clean, numbered, places, save

from tahqiq.catalog.dates import bounds
from tahqiq.record.building import Row, folder_given, read, write

VOTES = {"rcid": "INTEGER", "member": "VARCHAR", "vote": "VARCHAR"}
WORDS = {"Y": "in_favour", "N": "against", "A": "abstaining", "X": "absent"}
TOLD = ("total_yes", "total_no", "total_abstentions")
QUERY = f"""SELECT undl_id, any_value(resolution), any_value(date), any_value(title), any_value({TOLD[0]}),
any_value({TOLD[1]}), any_value({TOLD[2]}), map_from_entries(list((ms_code, ms_vote)))
FROM read_csv(?, header=true, all_varchar=true) WHERE date > ? GROUP BY undl_id ORDER BY ALL"""


def newer(table: Path, last: str) -> list[Row]:
    """The roll calls after a day. A tally that is not that of the votes stops it: the file is not whole."""
    rows = []
    for name, symbol, day, title, *tally, votes in duckdb.connect().execute(QUERY, [str(table), last]).fetchall():
        more = {"reference": "".join(symbol.split()), "title": clean(title), "sources": "undl_voting"}
        row = call(int(name), day, cast(votes, WORDS, day), **more)
        if [row[part] for part in PARTS] != [int(float(n or 0)) for n in tally]:
            raise SystemExit(f"{symbol}: the votes are not those of the tally ({', '.join(map(str, tally))})")
        first, end = bounds(day)
        absent = list(row["ballots"].values()).count("absent")
        rows.append(row | {"first": first, "last": end, "precision": "day", "absent": absent})
    return numbered(rows)


def held(name: str, columns: dict[str, str]) -> list[tuple[Any, ...]]:
    """The rows of a table that are here."""
    return duckdb.connect().execute(f"SELECT {', '.join(columns)} FROM '{DATA / name}.parquet'").fetchall()


def add(folder: Path) -> None:
    """Write the tables with what is new in them."""
    calls = held("roll_calls", COLUMNS)
    rows = newer(folder / "ga_voting.csv", str(max(c[list(COLUMNS).index("last")] for c in calls)))
    save("roll_calls", COLUMNS, [*map(list, calls), *([row[c] for c in COLUMNS] for row in rows)], "rcid")
    votes = [[row["rcid"], member, vote] for row in rows for member, vote in row["ballots"].items()]
    save("votes", VOTES, [*map(list, held("votes", VOTES)), *votes], "member, rcid")
    about = [{"rcid": row["rcid"], "place": p, "rule": rule} for row in rows for p, rule in sorted(places(row))]
    write(DATA / "about.csv", sorted([*read(DATA / "about.csv"), *about], key=lambda r: (int(r["rcid"]), r["place"])))


if __name__ == "__main__":
    add(folder_given(__doc__))
