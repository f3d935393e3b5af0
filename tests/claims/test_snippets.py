"""The snippets of every register and language: their claims and verdicts, through the whole check."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

import quality
from tahqiq.catalog.language_folders import CASES, language_files
from tahqiq.catalog.version import records


def snippets() -> list[Any]:
    found = []
    for path in sorted([*records().glob("*/cases.yml"), *language_files(CASES)]):
        for n, case in enumerate(yaml.safe_load(path.read_text("utf-8")).get("snippets", ())):
            name = f"{path.parent.name}-{n}"
            found.append(pytest.param(case, id=name))
    return found


@pytest.mark.parametrize("case", snippets())
def test_a_snippet_gives_its_claims(case: dict[str, Any]) -> None:
    published = case.get("published")
    passage = {"id": "x", "lang": case["lang"], "text": case["text"], "published": published and str(published)}
    free = quality.run(passage)
    assert case["claims"] or not free
    for claim in case["claims"]:
        gold = quality._gold(case["text"], claim)
        fits = [f for f in free if quality.same(gold, f, case["text"])]
        right = [f for f in fits if not quality.differs(gold, f) and f["verdict"] in gold["verdict"]["accept"]]
        assert right, [(f["kind"], f["filters"], f["stated"], f["verdict"], f["reason"]["en"]) for f in fits or free]
        free.remove(right[0])
