"""What sentences are judged to be: verdict, reason and windows exactly, the same in both languages."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.checker import check
from tahqiq.model import Finding, Report

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))
TODAY = date(2028, 1, 1)


def cases() -> list[Any]:
    """Every case; one that is open is expected to fail, and told when it no longer does."""
    gap = pytest.mark.xfail(reason="an open gap", strict=True)
    return [pytest.param(c, id=c["name"], marks=[gap] if c.get("open") else []) for c in CASES]


@cache
def judged(text: str, language: str, published: date) -> Report:
    return check(text.encode(), "x.txt", published=published, language=language, today=TODAY)


def told(finding: Finding, case: dict[str, Any]) -> dict[str, Any]:
    """The finding in the form of a case, with as much of its windows and reason as the case gives."""
    found: dict[str, Any] = {
        "kind": finding.claim.kind,
        "stated": finding.claim.stated.value,
        "verdict": finding.verdict,
        "code": finding.reason.code,
    }
    windows = {a.definition: [list(w) for w in a.holds] for a in finding.answers}
    if "holds" in case:
        found["holds"] = {name: windows.get(name) for name in case["holds"]}
    if "told" in case:
        found["told"] = {key: finding.reason.details.get(key) for key in case["told"]}
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("case", cases())
def test_a_sentence_gets_its_verdict_reason_and_windows(case: dict[str, Any], language: str) -> None:
    report = judged(case[language], language, case["published"])
    assert len(report.findings) == len(case["findings"])
    assert [told(f, c) for f, c in zip(report.findings, case["findings"], strict=True)] == case["findings"]
    groups = [(g.verdict, {"/".join(j["choices"].values()): j["holds"] for j in g.joint}) for g in report.groups]
    assert groups == ([(case["group"]["verdict"], case["group"]["joint"])] if "group" in case else [])
