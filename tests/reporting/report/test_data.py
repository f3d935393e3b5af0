"""The JSON of a report is a contract: its keys are fixed, its offsets lead back to the text as read."""

from __future__ import annotations

import json

from tahqiq.model import Report
from tahqiq.reporting.report.data import dump, dump_line, to_json

CLAIM = (
    "id quote start end sentence kind group register measure filters filters_mode stated of parts basis aspect checked"
    " unread verdict reason correction answers read"
)
REPORT = "tahqiq document repairs damage claims groups lists unchecked beyond record_version record warnings"
DOCUMENT = "source kind sha256 language published as_of as_of_basis written_after language_read text"
ANSWER = "register measure definition choices default value as_of holds query rows sources"
LIST = "heading start end register filters items gaps missing extra stated_count"


def test_the_keys_are_those_of_the_contract(report: Report) -> None:
    made = to_json(report)
    assert list(made) == REPORT.split()
    assert list(made["document"]) == DOCUMENT.split()
    for claim in made["claims"]:
        assert list(claim) == CLAIM.split()
        assert list(claim["stated"]) == ["value", "unit", "qualifier", "date", "period", "per"]
        assert set(claim["reason"]) == {"code", "en", "ar"}
        for answer in claim["answers"]:
            assert [k for k in answer if k != "same"] == ANSWER.split()
    assert set(LIST.split()) <= set(made["lists"][0])
    assert list(made["lists"][0]["items"][0]) == ["number", "start", "end", "date", "row", "status"]


def test_a_claim_brings_its_whole_sentence(report: Report) -> None:
    for claim in to_json(report)["claims"]:
        assert " ".join(claim["quote"].split()) in claim["sentence"]
        assert len(claim["sentence"]) > len(claim["quote"])


def test_every_quote_is_its_span_of_the_text_as_read(report: Report) -> None:
    raw, made = report.text.raw, to_json(report)
    for claim in made["claims"]:
        assert raw[claim["start"] : claim["end"]] == claim["quote"]
    for repair in made["repairs"]:
        assert raw[repair["start"] : repair["end"]] == repair["before"]
    for item in made["lists"][0]["items"]:
        assert 0 <= item["start"] <= item["end"] <= len(raw)


def test_values_are_plain(report: Report) -> None:
    claims = {c["id"]: c for c in to_json(report)["claims"]}
    assert claims["c2"]["filters"] == {"member": "USA", "about": "ISR"}
    assert claims["c2"]["answers"][0]["holds"] == [["2023-12-08", "2024-02-19"]]
    assert claims["c2"]["answers"][2]["holds"][1] == ["2020-01-01", None]
    assert claims["c7"]["answers"][0]["value"] == 3800000000
    assert claims["c8"]["stated"]["value"] == {"in_favour": 13, "against": None, "abstaining": 1}
    assert claims["c12"]["register"] is None


def test_one_line_and_many_hold_the_same(report: Report) -> None:
    line = dump_line(report)
    assert "\n" not in line
    assert json.loads(line) == json.loads(dump(report)) == to_json(report)
