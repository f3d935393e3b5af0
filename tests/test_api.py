"""The Python interface: a few functions, the same answers as the command, and nothing done on import."""

from __future__ import annotations

import doctest
import json
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import tahqiq
from tahqiq.errors import InputError, TahqiqError, UsageError

SENTENCE = "The United States has used its veto 83 times, 46 of them for Israel."
HEAVY = {"ahocorasick", "babel", "click", "duckdb", "fluent", "jinja2", "json", "pandas", "yaml"}


def test_importing_does_no_work() -> None:
    code = "import sys, tahqiq; print(*{name.partition('.')[0] for name in sys.modules})"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(told.split())


def test_a_text_its_bytes_and_its_file_get_one_report(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(SENTENCE, encoding="utf-8")
    reports = [tahqiq.check(given, published="2023-11-01") for given in (SENTENCE, SENTENCE.encode(), file)]
    assert reports[0].findings
    assert all(r.findings == reports[0].findings for r in reports)
    assert [r.text.document.source for r in reports] == ["text", "text", "article.txt"]


def test_asking_gives_the_value_its_window_rows_and_sources() -> None:
    asked = tahqiq.ask("security_council_vetoes.vetoes_cast", member="USA", about="ISR", as_of="2017-12-18")
    usual = asked.answers[0]
    assert usual.default
    assert (usual.value, usual.definition, len(usual.rows)) == (43, "whole_drafts/by_subject", 43)
    assert usual.rows[-1] == "S/2017/1060"
    assert usual.sources


def test_the_command_says_what_the_function_says() -> None:
    arguments = [
        "ask",
        "security_council_vetoes.vetoes_cast",
        "member=USA,GBR",
        "--as-of",
        "2003-03-17",
        "--format",
        "json",
    ]
    code = "from tahqiq.interfaces.cli import main; main()"
    told = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True).stdout
    asked = tahqiq.ask("security_council_vetoes.vetoes_cast", member=["USA", "GBR"], as_of="2003-03-17")
    assert [a["value"] for a in json.loads(told)["answers"]] == [a.value for a in asked.answers]


def test_every_table_comes_as_a_data_frame_of_either_library() -> None:
    record, name = tahqiq.load_record(), "security_council_vetoes.votes"
    assert name in record.tables
    votes = record.table(name)
    assert len(votes) >= 263
    assert {"vote", "date", "draft"} <= set(votes.columns)
    other = record.table(name, "polars")
    assert (other.height, other.columns) == (len(votes), list(votes.columns))
    assert other["date"].to_list() == [day.date() for day in votes["date"]]
    for wrong in ("security_council_vetoes.nothing", "nothing.votes", "security_council_vetoes"):
        with pytest.raises(UsageError):
            record.table(wrong)
    with pytest.raises(UsageError):
        record.table(name, "excel")  # type: ignore[arg-type]


WRONG = "China has cast 25 vetoes, and on 18 September 2025 a draft got 14 votes in favour and one against."


def test_a_report_can_be_written_in_every_form() -> None:
    report = tahqiq.check(WRONG, published="2025-10-01")
    data = report.to_dict()
    assert json.loads(report.to_json()) == data
    assert [f.claim.quote for f in report.findings] == [c["quote"] for c in data["claims"]]
    assert report.to_html().startswith("<!doctype html>")
    assert report.to_markdown("ar").startswith('<div dir="rtl">')
    assert "25 vetoes" in report.to_text("en")
    assert report.to_csv().splitlines()[0].startswith("document,id,quote")
    assert "<td" in report._repr_html_()
    assert "25 vetoes" in report._repr_html_()


def test_the_claims_of_a_report_are_a_data_frame() -> None:
    report = tahqiq.check(WRONG, published="2025-10-01")
    claims = report.to_frame()
    assert claims["verdict"].tolist() == [f.verdict for f in report.findings]
    counted = claims[claims["measure"] == "vetoes_cast"].iloc[0]
    assert (counted["stated"], counted["value"]) == (25, 19)
    assert any("in_favour=14" in str(told) for told in claims["stated_text"])
    assert report.to_frame("polars")["quote"].to_list() == claims["quote"].tolist()


def test_what_is_shown_in_a_console_is_short() -> None:
    report, record = tahqiq.check(WRONG), tahqiq.load_record()
    asked = tahqiq.ask("security_council_vetoes.vetoes_cast", member="USA")
    shown = (report, report.findings[0], asked, asked.answers[0], record, record["security_council_vetoes"])
    assert max(len(repr(one)) for one in shown) < 500
    assert "S/9696" not in asked._repr_html_()
    assert asked.to_frame()["value"].tolist() == [a.value for a in asked.answers]


@pytest.mark.parametrize("processes", [1, 2])
def test_many_documents_keep_their_order_and_their_errors(processes: int) -> None:
    texts = [f"China has cast {n} vetoes." for n in range(40)]
    outcomes = list(
        tahqiq.check_many([*texts, b"\x00\x01" * 50, SENTENCE], processes=processes, published="2024-01-01")
    )
    told = [o if isinstance(o, TahqiqError) else o.text.raw for o in outcomes]
    assert told[:40] == texts
    assert (type(told[40]), told[41]) == (InputError, SENTENCE)
    assert "binary" in str(told[40])


def test_an_error_reads_as_a_sentence_wherever_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError) as caught:
        tahqiq.check(None)  # type: ignore[arg-type]
    assert "not NoneType" in str(caught.value)
    monkeypatch.setenv("TAHQIQ_LANG", "ar")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again).startswith("\u0627\u0644\u0648\u062b\u064a\u0642\u0629")


def test_the_examples_in_the_code_give_what_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAHQIQ_LANG", "en")
    told = doctest.testmod(tahqiq)
    assert (told.failed, told.attempted >= 8) == (0, True)


def test_what_cannot_be_read_or_asked_raises() -> None:
    with pytest.raises(InputError):
        tahqiq.check(b"\x00\x01\x02\x03" * 100)
    for text in ("", "a lone half of a character: \ud800"):
        with pytest.raises(InputError):
            tahqiq.check(text)
    for wrong in ({"name": "nothing.at_all"}, {"name": "security_council_vetoes.nothing"}):
        with pytest.raises(UsageError):
            tahqiq.ask(**wrong)
    with pytest.raises(UsageError):
        tahqiq.ask("security_council_vetoes.vetoes_cast", colour="red")
    with pytest.raises(UsageError):
        tahqiq.check(SENTENCE, published="yesterday")
    assert issubclass(UsageError, TahqiqError)


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        tahqiq.check(tmp_path / "absent.txt")


def test_a_day_is_given_as_a_date_or_as_text() -> None:
    day = date(2017, 12, 18)
    reports = [tahqiq.check(SENTENCE, published=given) for given in (day, day.isoformat())]
    assert reports[0].findings == reports[1].findings
    asked = [tahqiq.ask("security_council_vetoes.vetoes_cast", as_of=given) for given in (day, day.isoformat())]
    assert asked[0].as_of == asked[1].as_of == day
