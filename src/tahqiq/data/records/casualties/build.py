"""Build reported.csv: what each reporting body had counted as killed and injured by a day.

    python build.py --from FOLDER     FOLDER holds casualties/*.min.json

A day on which the body reported nothing has no row; figures that the data set carries over or reckons are left out.
"""

from __future__ import annotations

import json
from pathlib import Path

from tahqiq.record.building import folder_given, load, write

HERE = Path(__file__).resolve().parent
CODING = load(HERE / "coding.yml")
FIELDS = ["row", "area", "place", "date", "reporter", "killed", "injured", "children_killed", "sources"]


def build(folder: Path) -> None:
    """Write one row for each area and day with a report of its own."""
    rows = []
    for area, spec in CODING["areas"].items():
        for told in json.loads((folder / "casualties" / spec["file"]).read_text("utf-8")):
            reporter = CODING["reporters"].get(told.get("report_source", told.get("flash_source")))
            if reporter is None or told.get("killed_cum") is None:
                continue
            figures = CODING["figures"].items()
            counted = {ours: told.get(f"{theirs}_reported", told.get(theirs, "")) for ours, theirs in figures}
            named = spec.get("phases", {}).get(told.get("phase"), area)
            rows.append({
                "row": f"{named}/{told['report_date']}", "area": named, "place": spec["place"],
                "date": told["report_date"],
                "reporter": reporter, **counted, "sources": spec["source"],
            })  # fmt: skip
    write(HERE / "data" / "reported.csv", sorted(rows, key=lambda r: (r["area"], r["date"])), FIELDS)


if __name__ == "__main__":
    build(folder_given(__doc__))
