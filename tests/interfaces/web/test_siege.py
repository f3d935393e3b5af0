"""The site as it is started, attacked: a short form of `make siege`."""

from __future__ import annotations

from pathlib import Path

import pytest

import siege

pytest.importorskip("uvicorn", reason="the site needs the extra web")
pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")


def test_whatever_is_killed_nothing_is_lost_and_nobody_stays_behind() -> None:
    found = siege.kill(2)
    assert found["acknowledged"] > 0
    assert {name: found[name] for name in ("lost", "back", "orphans", "broken", "half", "alone")} == dict.fromkeys(
        ("lost", "back", "orphans", "broken", "half", "alone"), 0
    )


def test_slow_clients_neither_stop_the_site_nor_fill_its_disk() -> None:
    found = siege.slow(5)
    assert found["asked"] > 0
    assert found["failed"] == 0
    assert found["log bytes"] < 300_000
