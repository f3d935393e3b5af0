"""What running text must give, per language; the cases are complete, so anything found beside them is a failure."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.catalog.languages import load_language
from tahqiq.language import read
from tahqiq.model import Mention

CASES = [
    (path.name.split(".")[1], case)
    for path in sorted(Path(__file__).parent.glob("cases.*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


def told(mention: Mention) -> str:
    if mention.type == "date":
        return " | ".join([mention.date or "", *mention.others])
    if mention.type == "period":
        return f"{mention.first}..{mention.last}"
    return f"{mention.value:.15g}" + (f" {mention.currency}" if mention.type == "money" else "")


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case["text"][:60] for _, case in CASES])
def test_running_text(language: str, case: dict[str, Any]) -> None:
    text = case["text"]
    found = [f"[{text[m.start : m.end]}] {m.type} {told(m)}" for m in read(text, load_language(language))]
    assert found == case["finds"]
