"""Second witnesses: what they are held against is counted here by plain Python; a false one is caught."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import tahqiq
from tahqiq.catalog.registers import Register, load_registers
from tahqiq.record.witnesses import agreement, agreements
from tahqiq.reporting.record.described import whole

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
NAMED = [(r.id, name) for r in load_registers().values() for name in r.raw.get("witnesses", {})]


def rows(register: str, name: str) -> list[dict[str, str]]:
    with (RECORDS / register / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(("register", "name"), NAMED)
def test_a_witness_agrees_as_far_as_the_register_says(register: str, name: str) -> None:
    found = agreement(load_registers()[register], name)
    spec = load_registers()[register].raw["witnesses"][name]
    assert found.compared >= 5
    assert len(found.differing) == found.allowed, found.differing[:5]
    assert ("why" in spec) == bool(found.differing)
    assert found.agreeing == found.compared - found.allowed


def test_vetoes_by_member_and_year_on_the_page_of_the_library() -> None:
    """The other road: no SQL."""
    votes = {v["vote"]: v for v in rows("security_council_vetoes", "votes")}
    cast = [(c["member"], votes[c["vote"]]) for c in rows("security_council_vetoes", "vetoes")]
    counted = Counter(
        (member, vote["date"][:4])
        for member, vote in cast
        if vote["listed_2022"] == "true" and vote["unit"] in ("draft", "procedural") and vote["date"] <= "2022-05-26"
    )
    told = rows("security_council_vetoes", "witness_library_page")
    assert counted == {(r["member"], r["year"]): int(r["value"]) for r in told}
    assert sum(n for (member, _), n in counted.items() if member == "FRA") == 17


def changed(register: Register, **spec: Any) -> Register:
    """The register with another word on its witness."""
    witnesses: Mapping[str, Any] = {k: {**v, **spec} for k, v in register.raw["witnesses"].items()}
    return replace(register, raw={**register.raw, "witnesses": witnesses})


def test_a_false_witness_is_caught() -> None:
    vetoes = load_registers()["security_council_vetoes"]
    wider = changed(vetoes, choices={"unit_rule": "every_vote"}, where="date <= DATE '2022-05-26'")
    (found,) = agreements(wider)
    assert not found.holds
    assert ("SUN", "1955") in {c.key for c in found.differing}


@pytest.mark.parametrize(("language", "said"), [("en", "agree"), ("ar", "\u0627\u0644\u0645\u062a\u0641\u0642\u0629")])
def test_a_description_tells_of_the_witness(language: str, said: str) -> None:
    assert said in whole(load_registers()["security_council_vetoes"], language)
