"""The site as it is started, attacked: a short form of `make siege`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("uvicorn", reason="the site needs the extra web")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def siege() -> ModuleType:
    if not Path("/proc/self/task").exists():
        pytest.skip("processes are looked up in /proc")
    sys.path.insert(0, str(ROOT / "benchmarks"))
    spec = importlib.util.spec_from_file_location("siege", ROOT / "benchmarks" / "siege.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["siege"] = module
    spec.loader.exec_module(module)
    sys.path.remove(str(ROOT / "benchmarks"))
    return module


def test_whatever_is_killed_nothing_is_lost_and_nobody_stays_behind(siege: ModuleType) -> None:
    found = siege.kill(2)
    assert found["acknowledged"] > 0
    assert {name: found[name] for name in ("lost", "back", "orphans", "broken", "half", "alone")} == dict.fromkeys(
        ("lost", "back", "orphans", "broken", "half", "alone"), 0
    )


def test_slow_clients_neither_stop_the_site_nor_fill_its_disk(siege: ModuleType) -> None:
    found = siege.slow(5)
    assert found["asked"] > 0
    assert found["failed"] == 0
    assert found["log bytes"] < 300_000
