"""Floors on the shared extraction benchmark: they only rise."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from tahqiq.catalog.languages import load_language
from tahqiq.interfaces.mentions import _plain
from tahqiq.language import read

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not BENCH.is_dir(), reason="the shared benchmark does not lie beside this checkout"),
]
FLOORS = {
    "ar": {"number": 1.0, "ordinal": 1.0, "percentage": 1.0, "money": 1.0, "date": 1.0, "period": 1.0},
    "en": {"number": 0.99, "ordinal": 1.0, "percentage": 1.0, "money": 1.0, "date": 1.0, "period": 1.0},
}


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_mentions", BENCH / "score_mentions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", sorted(FLOORS))
def test_every_type_keeps_its_floor_and_beats_the_peers(code: str) -> None:
    score = scorer()
    name = f"extraction.{code}.jsonl"
    rows, language = score.read(BENCH / name), load_language(code)
    found = {row["id"]: [_plain(mention) for mention in read(row["text"], language)] for row in rows}
    types = score.report(rows, found, None)[0]["types"]
    best = json.loads((BENCH / "peers.json").read_text("utf-8"))["best"][name]
    for kind, floor in FLOORS[code].items():
        assert types[kind]["exact"] >= floor, kind
        assert types[kind]["exact"] >= best[kind]["exact"]["exact"], kind
        assert types[kind]["precision"] >= 0.98, kind
