"""The Python interface: three functions, the same answers as the command, and nothing done on import."""

from __future__ import annotations

import json
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


def test_the_rows_come_as_a_data_frame() -> None:
    pytest.importorskip("pandas")
    record = tahqiq.load_record()
    votes = record.rows("security_council_vetoes", "votes")
    assert len(votes) >= 263
    assert {"vote", "date", "draft"} <= set(votes.columns)
    with pytest.raises(UsageError):
        record.rows("security_council_vetoes", "nothing")


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
    with pytest.raises(UsageError):
        tahqiq.load_record().rows("nothing", "votes")
