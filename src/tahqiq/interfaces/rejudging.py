"""The claims of past reports judged by the version of the record that this process reads: run in one of its own.

python -m tahqiq.interfaces.rejudging REPORT.json ...     prints JSON: by report and claim, verdict and value
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tahqiq.catalog.registers import load_registers
from tahqiq.checker import check_claims
from tahqiq.model import Claim, Claims, Damage, Document, Reading, Stated, Text
from tahqiq.reporting.report.data import plain


def judge_anew(report: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The verdict on every claim of a report, and the value that stands first, by the record that is read now."""
    document = report["document"]
    published = date.fromisoformat(document["published"]) if document["published"] else None
    damage = tuple(Damage(d["kind"], d["start"], d["end"]) for d in report["damage"])
    text = Text(Document("", "txt", "", published), "", "", document["language"], damage=damage)
    dates = (document["written_after"],) if document["written_after"] else ()
    read = map(_claim, report["claims"])
    claims = Claims(tuple(claim for claim in read if claim.readings), dates=dates)
    findings = check_claims(claims, text, date.fromisoformat(document["as_of"])).findings
    first = {f.claim.id: f.answers[0].value if f.answers else None for f in findings}
    return {f.claim.id: {"verdict": f.verdict, "value": plain(first[f.claim.id])} for f in findings}


def _claim(told: Mapping[str, Any]) -> Claim:
    """A claim as the report keeps it, with the readings that this version has registers for.

    KeyError where an older report does not keep it whole.
    """
    read, stated = told["read"], told["stated"]
    known = [reading for reading in read["readings"] if reading["register"] in load_registers()]
    value = stated["value"]
    if isinstance(value, dict):
        value = {part: count for part, count in value.items() if count is not None}
    return Claim(
        id=told["id"],
        kind=told["kind"],
        start=told["start"],
        end=told["end"],
        readings=tuple(map(_reading, known)),
        stated=Stated(
            value=tuple(value) if isinstance(value, list) else value,
            step=read["step"],
            **{name: stated[name] for name in ("unit", "qualifier", "date", "period", "per")},
        ),
        group=told["group"],
        whole=read["whole"],
        parts=tuple(told["parts"]),
        filters_mode=told["filters_mode"],
        others=tuple(read["others"]),
        basis=told["basis"],
        aspect=told["aspect"],
        unread=tuple(map(tuple, told["unread"])),
        checked=tuple(map(tuple, told["checked"])),
        symbols=tuple(read["symbols"]),
        themes=tuple(read.get("themes", ())),
        ballots=tuple((place, cast) for place, cast in read.get("ballots", ())),
        says=frozenset(read["says"]),
    )


def _reading(told: Mapping[str, Any]) -> Reading:
    def lists(part: str) -> dict[str, tuple[str, ...]]:
        return {name: tuple(values) for name, values in told[part].items()}

    of = lists("of") if told["of"] is not None else None
    return Reading(
        told["register"], told["measure"], lists("filters"), lists("choices"), of, told["per"], told["basis"]
    )


def main(paths: list[str]) -> None:
    """Print what becomes of every report; null for one that is none, or too old to keep what was read."""
    told: dict[str, Any] = {}
    for path in paths:
        try:
            told[path] = judge_anew(json.loads(Path(path).read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            told[path] = None
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
