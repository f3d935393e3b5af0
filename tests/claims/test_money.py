"""Passages about money and law: every claim with its filters, times and verdict; other money gives none."""

from __future__ import annotations

from pathlib import Path

import pytest

import quality

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def cases(name: str) -> list[object]:
    passages, gold = quality.load_cases(HERE / name)
    return [pytest.param(p, gold[p["id"]], id=p["id"]) for p in passages]


def differences(passage: dict[str, str], gold: list[dict[str, object]]) -> list[str]:
    """What is missed, too much, or judged otherwise in one passage."""
    found = quality.run(passage)
    score = quality.Score()
    score.add(passage, gold, found, show=False)
    counted = score.n[passage["lang"]]
    told = [f"{c['kind']} {c['filters']} {c['stated']['value']} {c['verdict']}: {c['quote']}" for c in found]
    missed = counted["gold"] - counted["found"]
    told += [f"{missed} missed"] if missed else []
    return told if missed or counted["extra"] or counted["verdict_wrong"] else []


@pytest.mark.parametrize(("passage", "gold"), [*cases("money.ar.yml"), *cases("money.en.yml")])
def test_claims_about_money_are_found_and_judged(passage: dict[str, str], gold: list[dict[str, object]]) -> None:
    assert differences(passage, gold) == []


@pytest.mark.parametrize(("passage", "gold"), [*cases("money_negatives.ar.yml"), *cases("money_negatives.en.yml")])
def test_other_money_is_no_claim(passage: dict[str, str], gold: list[dict[str, object]]) -> None:
    assert differences(passage, gold) == []
