"""What articles ask for and the record once lacked: what can be asked now gives the figure that was published."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.catalog.registers import definition_id, find_measure
from tahqiq.record.ask import ask

KINDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("asked_for.yml").read_text("utf-8"))
ASKED = [(kind, asked) for kind, listed in KINDS.items() if isinstance(listed, list) for asked in listed]


@pytest.mark.parametrize(("kind", "asked"), ASKED, ids=[f"{kind} {n}" for n, (kind, _) in enumerate(ASKED)])
def test_the_record_gives_what_was_published(kind: str, asked: dict[str, Any]) -> None:
    filters = {**asked.get("filters", {}), **asked.get("choices", {})}
    period = {name: str(asked[name]) if name in asked else None for name in ("since", "until")}
    register, _ = find_measure(asked["ask"])
    when: date = asked.get("as_of") or register.end
    first = ask(asked["ask"], filters, as_of=when, **period).answers[0]
    target = float(asked["value"])
    assert abs(float(first.value) - target) <= float(asked.get("within", 0)), (kind, definition_id(first.choices))


def test_all_thirty_kinds_are_there_and_those_that_cannot_be_asked_say_why() -> None:
    assert len(KINDS) == 30
    assert sum(isinstance(listed, str) for listed in KINDS.values()) == 5
