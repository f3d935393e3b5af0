"""Sentences that others wrote about three public tables, held against registers made of these by one command.

They have been looked at since their first run: the floors hold what has been reached. A finding counts whichever
register answers, as it does for a reader.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources" / "world"
SENTENCES = Path(__file__).with_name("own_tables")
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the tables do not lie beside this checkout"),
]
TABLES: dict[str, dict[str, Any]] = yaml.safe_load((SENTENCES / "tables.yml").read_text("utf-8"))
FITS = {"supported", "supported_under"}
PROGRAM = """
import json, sys, tahqiq
tahqiq.load_record(sys.argv[1])
for call in json.load(sys.stdin):
    report = tahqiq.check(call["text"], language=sys.argv[2], published=call["published"], today="2026-11-27")
    print(json.dumps([[f.claim.start, f.claim.end, f.verdict] for f in report.findings]))
"""


def run(home: Path, *command: str, given: str = "") -> str:
    more = {"XDG_CACHE_HOME": str(home), "TAHQIQ_RECORDS": "", "TAHQIQ_LANG": "en"}
    done = subprocess.run(
        [sys.executable, *command], input=given, capture_output=True, text=True, check=False, env={**os.environ, **more}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module", params=TABLES)
def counted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, int]]:
    """By language: how many statements there are and were read right, how many findings contradict, and rightly."""
    told, home = TABLES[request.param], tmp_path_factory.mktemp(request.param)
    given = [part for key, value in told["call"].items() for part in (f"--{key}", *([value] if value else []))]
    made = ["-m", "tahqiq", "record", "new", str(SOURCES / told["table"]), "-o", str(home), "--yes", "--name", "own"]
    run(home / "cache", *made, *given)
    found = {}
    for language, floors in told["floors"].items():
        asked = sentences(language)[request.param]
        said = run(home / "cache", "-c", PROGRAM, str(home / "own"), language, given=json.dumps(asked))
        judged = [tally(call, json.loads(line)) for call, line in zip(asked, said.splitlines(), strict=True)]
        found[language] = {k: sum(j[k] for j in judged) for k in judged[0]} | {
            f"{k}_floor": v for k, v in floors.items()
        }
    return found


@cache
def sentences(language: str) -> dict[str, list[dict[str, Any]]]:
    told: dict[str, list[dict[str, Any]]] = yaml.safe_load((SENTENCES / f"sentences.{language}.yml").read_text("utf-8"))
    return told


def tally(call: dict[str, Any], findings: list[list[Any]]) -> dict[str, int]:
    """What was read of one text: a finding counts for the shortest statement that holds it."""
    told = [(quote, right) for key, right in (("right", True), ("wrong", False)) for quote in call.get(key, ())]
    spans = [(call["text"].find(q), call["text"].find(q) + len(q), q, right) for q, right in told]
    verdicts: dict[str, list[str]] = {quote: [] for quote, _ in told}
    false_alarms = 0
    for start, end, verdict in findings:
        held = [s for s in spans if s[0] < end and start < s[1]]
        held = [s for s in held if s[0] <= start and end <= s[1]] or held
        if held:
            verdicts[min(held, key=lambda s: s[1] - s[0])[2]].append(verdict)
        false_alarms += not held and verdict == "contradicted"
    right = sum("contradicted" not in v and bool(FITS & set(v)) for q, v in verdicts.items() if dict(told)[q])
    caught = sum("contradicted" in v for q, v in verdicts.items() if not dict(told)[q])
    false_alarms += sum("contradicted" in v for q, v in verdicts.items() if dict(told)[q])
    return {"told": len(told), "right": right + caught, "caught": caught, "false_alarms": false_alarms}


def test_readings_keep_their_floors(counted: dict[str, dict[str, int]]) -> None:
    below = {code: c for code, c in counted.items() if c["right"] < c["right_floor"] or c["caught"] < c["caught_floor"]}
    assert not below


def test_no_right_statement_is_contradicted(counted: dict[str, dict[str, int]]) -> None:
    assert not {code: c for code, c in counted.items() if c["false_alarms"] > c["false_alarms_floor"]}
