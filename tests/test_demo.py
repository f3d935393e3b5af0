"""The first thing a newcomer runs speaks her language."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tahqiq.interfaces.telling import ui_language

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("TAHQIQ_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
SYSTEMS = [
    ({}, "en"),
    ({"LANG": "C.UTF-8"}, "en"),
    ({"LANG": "en_GB.UTF-8"}, "en"),
    ({"LANG": "ar_EG.UTF-8"}, "ar"),
    ({"LANG": "nl_NL.UTF-8"}, "en"),
    ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ar_MA.UTF-8"}, "ar"),
    ({"LANG": "ar_EG.UTF-8", "LC_ALL": "C"}, "en"),
    ({"LANG": "ar_EG.UTF-8", "LC_ALL": ""}, "ar"),
    ({"LANG": "en_GB.UTF-8", "TAHQIQ_LANG": "ar"}, "ar"),
    ({"LANG": "ar_EG.UTF-8", "TAHQIQ_LANG": "xx"}, "ar"),
]


@pytest.mark.parametrize(("system", "language"), SYSTEMS, ids=str)
def test_messages_follow_the_system(system: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in system.items():
        monkeypatch.setenv(name, value)
    assert ui_language() == language


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_demo_speaks_the_language_of_the_system(language: str) -> None:
    if not (ROOT / ".venv" / "bin" / "tahqiq").exists():
        pytest.skip("the demo runs in the environment that make has made")
    system = {name: value for name, value in os.environ.items() if name not in NAMES}
    told = subprocess.run(
        ["sh", "scripts/demo.sh"],
        cwd=ROOT,
        env={**system, "LANG": f"{language}.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert f"article.{language}.txt" in told.stdout
    assert f'<html lang="{language}"' in (ROOT / "out" / "report.html").read_text("utf-8")
    assert str(ROOT / "out" / "report.html") in told.stdout.splitlines()[-1]
