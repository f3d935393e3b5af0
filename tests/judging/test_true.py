"""True sentences in which times, members and sums stand side by side: none is called wrong, whatever else is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.checker import check

TRUE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "true.yml").read_text("utf-8"))
TODAY = date(2026, 11, 26)
GAP = pytest.mark.xfail(reason="an open gap of the reader", strict=True)
SENTENCES = [pytest.param(lang, t, id=f"{lang}-{i}") for lang in ("en", "ar") for i, t in enumerate(TRUE[lang])]
SENTENCES += [pytest.param("en", t, id=f"open-{i}", marks=[GAP]) for i, t in enumerate(TRUE["open"])]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_true_sentence_is_not_called_wrong(language: str, text: str) -> None:
    report = check(text.encode(), "x.txt", published=TRUE["published"], language=language, today=TODAY)
    assert [f.claim.stated.value for f in report.findings if f.verdict in ("contradicted", "outdated", "mixed")] == []
