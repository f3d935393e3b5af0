"""What `make audit` makes of what the index tells."""

from __future__ import annotations

from typing import Any

import pytest

import audit

SOUND: dict[str, Any] = {"name": "a", "version": "1", "vulns": []}
FAULTY: dict[str, Any] = {"name": "b", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["3"]}]}
UNKNOWN: dict[str, Any] = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("found", "code", "said"),
    [
        ([SOUND], 0, "1 of 1 packages looked up, known faults in 0"),
        ([SOUND, FAULTY, UNKNOWN], 1, "b 2: CVE-1, mended in 3"),
        ([SOUND, UNKNOWN], 2, "The index tells nothing of the faults of 1, which are not audited: c"),
    ],
)
def test_what_was_not_looked_up_is_not_sound(
    found: list[dict[str, Any]], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.told(found) == code
    assert said in capsys.readouterr().out.splitlines()
