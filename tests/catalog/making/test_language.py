"""A language begun by the command: sound, of use at once for what CLDR knows, told as not read until it has words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest
import yaml

from tahqiq.catalog.making import make_language
from tahqiq.catalog.models.files import check_language
from tahqiq.errors import InputError, UsageError

SENTENCE = "USA har använt sitt veto 83 gånger."
RUN = "from tahqiq.interfaces.cli import main; main()"


def run(*args: str, said: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """The command with these arguments, in English."""
    told = {**os.environ, "TAHQIQ_LANG": "en", **env}
    return subprocess.run([sys.executable, "-c", RUN, *args], input=said, env=told, capture_output=True, text=True)


@pytest.mark.parametrize("code", ["sv", "ru", "he", "zh", "fa", "tr"])
def test_a_new_language_is_sound_whatever_its_script(code: str, tmp_path: Path) -> None:
    make_language(code, tmp_path / code)
    assert check_language(tmp_path / code) == ()


def test_every_concept_stands_there_with_its_meaning(tmp_path: Path) -> None:
    made = make_language("sv", tmp_path / "sv")
    lines = (made.folder / "lexemes.yml").read_text("utf-8").splitlines()
    listed = [at for at, line in enumerate(lines) if re.fullmatch(r"  [a-z0-9_]+\.[a-z0-9_]+: \[\]", line)]
    assert len(listed) == made.concepts
    told = {lines[at].strip(" :[]"): "".join(takewhile(lambda line: "#" in line, lines[at - 1 :: -1])) for at in listed}
    assert all(re.search(r"  # (?!en: ).+: .+$", text) for text in told.values())
    assert "roughly" in told["lead.roughly"]


def test_what_cldr_knows_is_read_at_once(tmp_path: Path) -> None:
    make_language("sv", tmp_path / "sv")
    text = json.dumps({"id": 1, "text": "den 18 april 2024, 3,8 miljarder, 17 000 amerikanska dollar"})
    told = run("mentions", "--lang", "sv", "--languages", str(tmp_path), said=text)
    found = {m["type"]: m.get("value", m.get("date")) for m in json.loads(told.stdout)["mentions"]}
    assert found == {"date": "2024-04-18", "number": 3_800_000_000, "money": 17_000}


def test_a_language_without_words_is_told_as_not_read(tmp_path: Path) -> None:
    make_language("sv", tmp_path / "sv")
    told = run("check", "-", "--lang", "sv", TAHQIQ_LANGUAGES=str(tmp_path), said=SENTENCE)
    report = json.loads(told.stdout)
    assert not report["document"]["language_read"]
    assert not report["claims"]


def test_a_folder_of_ones_own_can_be_filled_until_a_claim_is_read(tmp_path: Path) -> None:
    folder = make_language("sv", tmp_path / "sv").folder
    path = folder / "lexemes.yml"
    text = path.read_text("utf-8")
    words = {"thing.veto": '["veto/n", "vetorätt"]', "unit.times": '["gånger"]', "act.cast": '["använt"]'}
    for concept, said in words.items():
        text = text.replace(f"  {concept}: []", f"  {concept}: {said}")
    path.write_text(text.replace('neutral: ""', "neutral: har sitt"), encoding="utf-8")
    cases = {"snippets": [{"text": SENTENCE, "lang": "sv", "claims": []}]}
    (folder / "cases.yml").write_text(yaml.safe_dump(cases, allow_unicode=True), encoding="utf-8")
    asked = ("--languages", str(tmp_path), "--lang", "sv", "--published", "2023-12-20")
    told = run("check", "-", *asked, said=SENTENCE)
    (claim,) = json.loads(told.stdout)["claims"]
    assert (claim["filters"], claim["stated"]["value"]) == ({"member": "USA"}, 83)
    lacks = run("language", "check", "sv", "--languages", str(tmp_path)).stdout
    assert "claims are read; one sentence in its cases" in lacks
    assert "act.veto" in lacks
    (folder / "inflection.yml").unlink()
    path.write_text(path.read_text("utf-8").replace("veto/n", "veto"), encoding="utf-8")
    assert "claims are read" in run("language", "check", "sv", "--languages", str(tmp_path)).stdout


def test_a_language_there_is_and_a_code_that_is_none_are_refused(tmp_path: Path) -> None:
    make_language("sv", tmp_path / "sv")
    with pytest.raises(InputError, check=lambda e: e.code == "language_exists"):
        make_language("sv", tmp_path / "sv")
    with pytest.raises(UsageError, check=lambda e: e.code == "no_locale"):
        make_language("xq", tmp_path / "xq")
    with pytest.raises(UsageError, check=lambda e: e.code == "no_locale"):
        make_language("pt_BR", tmp_path / "pt_BR")
    assert "is there already" in run("language", "new", "en", "--out", str(tmp_path)).stderr
    make_language("en", tmp_path / "en")
    assert "Two languages are called “en”" in run("check", "-", TAHQIQ_LANGUAGES=str(tmp_path), said="x").stderr


def test_a_slip_in_a_language_is_told_with_its_line(tmp_path: Path) -> None:
    folder = make_language("sv", tmp_path / "sv").folder
    path = folder / "lexemes.yml"
    path.write_text(path.read_text("utf-8").replace("  lead.roughly: []", "  lead.rougly: [cirka]"), encoding="utf-8")
    told = run("language", "check", "sv", "--languages", str(tmp_path))
    assert told.returncode == 1
    assert re.search(r"sv/lexemes\.yml:\d+: .*Did you mean “lead\.roughly”", told.stderr)
