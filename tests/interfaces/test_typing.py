"""Typing a call: what the shell offers, what a misspelt word is taken for, narrow help, a named encoding."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from fluent.syntax import FluentParser, ast

import man
from commands import calls
from tahqiq.errors import TahqiqError
from tahqiq.interfaces.cli import tahqiq as command
from tahqiq.interfaces.helping import BACK, TURN
from tahqiq.interfaces.telling import say
from tahqiq.reporting.report.terminal import columns
from tahqiq.reporting.words.messages import FOLDER

VETOES = "security_council_vetoes.vetoes_cast"


def call(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a call prints, or the line that refuses it."""
    try:
        command.main(list(words), standalone_mode=False)
    except TahqiqError as problem:
        return say(problem, "en")
    except click.UsageError as problem:
        return problem.format_message()
    told = capsys.readouterr()
    return told.out or told.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("ask", "gdp.prodct"), "product?"),
        (("ask", "vetoes_cast"), f"{VETOES}?"),
        (("record", "show", "gpd"), "gdp?"),
        (("record", "lsit"), "list"),
        (("check", "--publshed", "2020", "x"), "--published"),
        (("ask", "gdp.product", "country=Frnace"), "FRA (France)"),
        (("chekc",), "check"),
    ],
)
def test_what_is_misspelt_is_told_what_it_may_be(
    words: tuple[str, ...], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meant in call(*words, capsys=capsys)


@pytest.mark.parametrize(
    ("words", "typed", "offered"),
    [
        ((), "che", "check"),
        (("ask",), "security_c", VETOES),
        (("ask", VETOES), "mem", "member="),
        (("ask", VETOES), "member=U", "member=USA"),
        (("ask", VETOES), "member=USA,R", "member=USA,RUS"),
        (("ask", VETOES), "unit_rule=lib", "unit_rule=library_2022"),
        (("record", "show"), "gd", "gdp"),
        (("check", "--fail-on"), "supported,cont", "supported,contradicted"),
    ],
)
def test_the_shell_completes_what_the_record_knows(words: tuple[str, ...], typed: str, offered: str) -> None:
    shell = ShellComplete(command, {}, "tahqiq", "_TAHQIQ_COMPLETE")
    assert offered in [item.value for item in shell.get_completions(list(words), typed)]
    assert not [i for i in shell.get_completions(["ask", "nothing.here"], "mem") if i.value.startswith("mem")]


LANGUAGES = ("ar", "en")
ARABIC = re.compile("[ء-ي]")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TAHQIQ_LANG", request.param)
    return str(request.param)


def options(called: click.Context) -> list[click.Option]:
    return [option for option in called.command.get_params(called) if isinstance(option, click.Option)]


def test_help_fits_a_narrow_terminal(language: str) -> None:
    for called in calls(60):
        wide = [line for line in called.get_help().splitlines() if columns(line) > 60]
        assert not wide, called.command_path


def test_every_command_and_option_is_told_in_both_languages(language: str) -> None:
    for called in calls():
        told = [called.get_help().partition("tahqiq ")[2], *(option.help for option in options(called))]
        assert all(told), [option.opts for option in options(called) if not option.help]
        assert [bool(ARABIC.search(text or "")) for text in told] == [language == "ar"] * len(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_help_is_written_that_nobody_reads(language: str) -> None:
    known = {
        f"help-{called.command_path.removeprefix('tahqiq ').replace(' ', '-')}": {
            max(option.opts, key=len).lstrip("-") for option in options(called)
        }
        for called in calls()
    }
    source = (FOLDER / language / "help.ftl").read_text("utf-8")
    entries = [entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message)]
    assert {entry.id.name for entry in entries if entry.id.name.startswith("help-")} == known.keys()
    for entry in entries:
        written = {attribute.id.name for attribute in entry.attributes}
        assert written <= known.get(entry.id.name, set().union(*known.values()))


def test_arabic_help_keeps_its_direction_on_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAHQIQ_LANG", "ar")
    for called in calls(60):
        for line in called.get_help().splitlines():
            assert sum(line.count(sign) for sign in "\u2066\u2067\u2068") == line.count(BACK), line
            first = ARABIC.search(line)
            assert first is None or TURN in line[: first.start()], line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check",), "لم يُذكر"),
        (("check", "--nope"), "لا يوجد خيار باسم"),
        (("serve", "--port", "99999"), "خارج المدى"),
        (("check", "a", "--format", "pdf"), "من المقبول"),
    ],
)
def test_click_speaks_the_language_of_the_user(
    words: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TAHQIQ_LANG", "ar")
    assert told in call(*words, capsys=capsys)


def test_a_file_is_read_in_the_encoding_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(("China has cast 25 vetoes. " * 20).encode() + b"\xff\x81")
    assert "Save it as UTF-8" in call("check", str(path), capsys=capsys)
    told = json.loads(call("check", str(path), "--encoding", "utf-8", capsys=capsys))
    assert len(told["claims"]) == 20
    assert told["document"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "rot13" in call("check", str(path), "--encoding", "rot13", capsys=capsys)
    path.write_text("استخدمت الولايات المتحدة 83", "cp1256")
    told = json.loads(call("check", str(path), "--encoding", "cp1256", capsys=capsys))
    assert told["document"]["language"] == "ar"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the maker of the pages asks an older Click
def test_every_command_has_a_manual_page_with_its_examples_line_by_line(tmp_path: Path) -> None:
    man.write(tmp_path)
    assert (tmp_path / "tahqiq-record-export.1").exists()
    page = (tmp_path / "tahqiq-ask.1").read_text("utf-8")
    assert ".nf\ntahqiq ask" in page
    assert "\x08" not in page
    assert r"vetoes_cast \e" in page
