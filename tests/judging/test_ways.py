"""One fact, said in many ways, is borne out in all of them; a wrong figure in its place in none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.checker import check
from tahqiq.model import Finding

FACTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "ways.yml").read_text("utf-8"))
PUBLISHED, TODAY = date(2026, 11, 20), date(2026, 11, 26)
BORNE_OUT = ("supported", "supported_under")
CONTRADICTED = 0.75
"""Of the ways of saying a wrong figure, the part that must be called wrong; of the rest nothing is said."""


def findings(text: str, language: str) -> list[Finding]:
    return list(check(text.encode(), "x.txt", published=PUBLISHED, language=language, today=TODAY).findings)


def meant(fact: dict[str, Any], finding: Finding) -> bool:
    """Whether a finding is of the fact, as far as the fact tells its kind and value."""
    kind, value = fact.get("kind"), fact.get("value")
    return kind in (None, finding.claim.kind) and value in (None, finding.claim.stated.value)


WAYS = [
    pytest.param(f, lang, t, id=f"{f['fact']}-{lang}-{i}")
    for f in FACTS
    for lang in ("en", "ar")
    for i, t in enumerate(f[lang])
]


@pytest.mark.parametrize(("fact", "language", "text"), WAYS)
def test_a_fact_is_borne_out_however_it_is_said(fact: dict[str, Any], language: str, text: str) -> None:
    found = findings(text, language)
    assert any(f.verdict in BORNE_OUT and meant(fact, f) for f in found)
    assert not any(f.verdict in ("contradicted", "outdated") for f in found)


@pytest.mark.parametrize("fact", [pytest.param(f, id=f["fact"]) for f in FACTS if "wrong" in f])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_wrong_figure_is_called_wrong_however_it_is_said(fact: dict[str, Any], language: str) -> None:
    right, wrong = fact["wrong"]
    said = [t.replace(right, wrong, 1) for t in fact[language] if right in t]
    found = [findings(text, language) for text in said]
    green = [(t, f) for t, fs in zip(said, found, strict=True) for f in fs if f.verdict in BORNE_OUT]
    assert [t for t, f in green if wrong in t[f.claim.start : f.claim.end]] == []
    assert sum(any(f.verdict == "contradicted" for f in fs) for fs in found) >= CONTRADICTED * len(said)
