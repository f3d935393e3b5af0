"""What changed in the data: the record that ships tells it day by day, a version made here tells its own first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tahqiq.catalog.registers import load_registers
from tahqiq.catalog.version import ABOUT, SETTING
from tahqiq.record.history import KINDS, history, shipped


def test_what_ships_tells_days_that_its_registers_have() -> None:
    told = shipped()
    assert [entry.day for entry in told] == sorted((entry.day for entry in told), reverse=True)
    assert {entry.register for entry in told} == set(load_registers())
    assert all(sum(entry.count(kind) for kind in KINDS) > 0 and entry.why for entry in told)
    vetoes = [entry for entry in told if entry.register == "security_council_vetoes"]
    assert vetoes[-1].tables["votes"] == {"added": 263, "changed": 0, "gone": 0}


def test_a_version_made_here_tells_its_changes_and_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    base = "shipped"
    for name, register in (("2026-12-01-000000-aa", "gdp"), ("2026-12-02-000000-bb", "population")):
        folder = tmp_path / "tahqiq" / "record" / name
        (folder / "records").mkdir(parents=True)
        changes = {"t": {"added": 2, "changed": 1, "gone": 0}}
        about = {"made": name[:10] + "T00:00:00+00:00", "base": base, "renewed": [register]}
        (folder / ABOUT).write_text(json.dumps(about | {"registers": {register: {"changes": changes}}}), "utf-8")
        base = name
    monkeypatch.setenv(SETTING, base)
    first, second, *rest = history()
    assert [(e.day, e.register, e.version, e.count("added")) for e in (first, second)] == [
        ("2026-12-02", "population", "2026.12.02", 2),
        ("2026-12-01", "gdp", "2026.12.01", 2),
    ]
    assert rest == shipped()
