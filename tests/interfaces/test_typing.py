"""Typing a call: what the shell offers, what a misspelt word is taken for, narrow help, a named encoding."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

import man
from tahqiq.errors import TahqiqError
from tahqiq.interfaces.cli import tahqiq as command
from tahqiq.interfaces.telling import say

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


def commands(found: click.Command) -> Iterator[click.Command]:
    yield found
    if isinstance(found, click.Group):
        context = click.Context(found)
        for name in found.list_commands(context):
            below = found.get_command(context, name)
            assert below is not None
            yield from commands(below)


def test_help_fits_a_narrow_terminal() -> None:
    for found in commands(command):
        context = click.Context(found, info_name="tahqiq", terminal_width=60, max_content_width=60)
        wide = [line for line in found.get_help(context).splitlines() if len(line) > 60]
        assert not wide, found.name


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
