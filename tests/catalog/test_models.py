"""Data files against their models: those that ship are sound; what is wrong is told in one line, and checks go on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import tahqiq
from tahqiq.catalog.models.base import Folder
from tahqiq.catalog.models.check import check_file
from tahqiq.catalog.models.files import check_folder, model_of, read_registers
from tahqiq.catalog.registers import left_out, load_registers
from tahqiq.catalog.version import records
from tahqiq.errors import Flaw
from tahqiq.reporting.words.flaws import tell_flaw
from tahqiq.reporting.words.messages import languages, load_messages

PACKAGE = Path(tahqiq.__file__).parent
FOLDERS = sorted(path.parent for path in records().glob("*/register.yml"))
CHECK = "from tahqiq.interfaces.cli import main; main()"
VETOES, SALES = "security_council_vetoes", "arms_sales"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_every_file_of_a_register_is_sound(folder: Path) -> None:
    _, flaws = check_folder(folder.glob("*.yml"))
    assert not [tell_flaw(flaw, load_messages("en")) for flaw in flaws]


def test_no_register_is_left_out() -> None:
    assert not left_out()
    assert sorted(load_registers()) == [folder.name for folder in FOLDERS]


def changed(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Replace the first place of a text in a file of the vetoes."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def line_of(text: str, file: str = "register.yml") -> int:
    """The line on which a text first stands in a file of the vetoes."""
    return (records() / VETOES / file).read_text("utf-8").partition(text)[0].count("\n") + 1


BROKEN = {
    "a misspelt key": ("register.yml", "complete: true", "compleet: true", "unknown_key", "complete"),
    "a misspelt key deep inside": ("register.yml", "reconstructed: true", "reconstruct: true", "unknown_key", None),
    "a measure that is none": (
        "register.yml",
        "{measure: drafts_vetoed,",
        "{measure: drafts_veto,",
        "unknown_name",
        None,
    ),
    "a wrong role": ("register.yml", "[member, vetoed_by, alone", "[membr, vetoed_by, alone", "unknown_name", "member"),
    "a wrong role of a gap": ("register.yml", "{member: [GBR], vet", "{membre: [GBR], vet", "unknown_name", "member"),
    "an axis that is none": ("register.yml", "[unit_rule, about_rule]", "[unit_rules]", "unknown_name", "unit_rule"),
    "a default that is none": (
        "register.yml",
        "default: whole_drafts",
        "default: whole_draft",
        "unknown_name",
        "whole_drafts",
    ),
    "a choice that is none": (
        "register.yml",
        "{unit_rule: [library_2026,",
        "{unit_rule: [library_26,",
        "unknown_name",
        None,
    ),
    "a bridge without its key": (
        "register.yml",
        "    bridge: vetoes\n    key: vote",
        "    bridge: vetoes",
        "missing_key",
        None,
    ),
    "an id unlike its folder": ("register.yml", "id: security_council_vetoes", "id: vetoes", "unlike_folder", None),
    "broken YAML": ("register.yml", "coverage: {from: 1946-02-16,", "coverage: {from: [1946,", "broken_yaml", None),
    "a bare word": ("register.yml", "complete: true", "complete: yes", "bare_word", None),
    "a day that is none": ("register.yml", "from: 1946-02-16", "from: 1946-02-31", "bad_day", None),
    "a number for text": ("register.yml", 'version: "2026.10"', "version: 2026.10", "wrong_type", None),
    "text for a day": ("register.yml", "from: 1946-02-16", "from: early", "wrong_type", None),
    "a kind that is none": ("register.yml", "aggregate: count", "aggregate: counts", "unknown_name", "count"),
    "a language that is missing": ("register.yml", "title:\n  en:", "title:\n  eng:", "missing_key", None),
    "a key given twice": ("sources.yml", "\n  publisher:", "\n  title: again\n  publisher:", "repeated_key", None),
    "a source without a title": ("sources.yml", "\n  title:", "\n  titel:", "unknown_key", "title"),
    "words that are none": ("lexemes.en.yml", 'act.veto: ["veto/v",', "act.veto: [on,", "bare_word", None),
    "a concept that no one has": ("lexemes.en.yml", "\n  act.block:", "\n  act.blok:", "unknown_name", "act.block"),
    "a part of speech that is none": (
        "lexemes.en.yml",
        'act.veto: ["veto/v",',
        'act.veto: ["veto/q",',
        "unknown_name",
        None,
    ),
    "a bracket that does not close": ("lexemes.ar.yml", '"{نقض}/v"', '"{نقض/v"', "open_bracket", None),
    "more forms than anyone means": (
        "lexemes.en.yml",
        '"veto/v by"',
        '"{a|b|c|d|e|f}{a|b|c|d|e|f}{a|b|c|d|e|f}{a|b|c|d|e|f}{a|b|c|d|e|f}"',
        "many_forms",
        None,
    ),
    "a shape that is none": ("frames.yml", "shape: count", "shape: counts", "unknown_name", "count"),
    "a key that frames lack": ("frames.yml", "    foreign: [", "    foriegn: [", "unknown_key", "foreign"),
    "a key that roles lack": ("frames.yml", "subject_of: [", "subjects_of: [", "unknown_key", "subject_of"),
    "a concept that a frame misspells": (
        "frames.yml",
        "weak: [act.block]",
        "weak: [act.blok]",
        "unknown_name",
        "act.block",
    ),
    "a role that is no dimension": (
        "frames.yml",
        "      member: {among",
        "      membre: {among",
        "unknown_name",
        "member",
    ),
    "a group of places that is none": (
        "frames.yml",
        "among: permanent_members, leads: [lead.by]",
        "among: permanent_member, leads: [lead.by]",
        "unknown_name",
        "permanent_members",
    ),
    "a measure that frames misspell": (
        "frames.yml",
        "measure: vetoes_cast",
        "measure: vetos_cast",
        "unknown_name",
        "vetoes_cast",
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_wrong_is_told_in_one_plain_line(case: tuple[str, str, str, str, str | None], tmp_path: Path) -> None:
    file, old, new, code, near = case
    folder = Path(shutil.copytree(records() / VETOES, tmp_path / VETOES))
    changed(file, old, new)(folder)
    _, flaws = check_folder(folder.glob("*.yml"))
    found = [flaw for flaw in flaws if flaw.code == code]
    assert found, flaws
    assert found[0].line - line_of(old.strip("\n"), file) in (0, 1)
    assert near is None or found[0].details["near"] == near
    assert all(isinstance(value, str | int) for value in found[0].details.values())
    for language in languages():
        told = tell_flaw(found[0], load_messages(language))
        assert "\n" not in told
        assert file in told


def test_a_register_that_is_broken_is_left_out_and_the_others_are_not(tmp_path: Path) -> None:
    for name in (VETOES, SALES):
        shutil.copytree(records() / name, tmp_path / name)
    changed("register.yml", "complete: true", "compleet: true")(tmp_path / VETOES)
    found = read_registers(list((tmp_path / name).glob("*.yml")) for name in (VETOES, SALES))
    assert list(found["sound"]) == [SALES]
    assert [Flaw(**flaw).code for flaw in found["broken"][VETOES]] == ["unknown_key"]


def test_a_folder_without_a_register_says_so(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("{}", encoding="utf-8")
    assert [flaw.code for flaw in check_folder(tmp_path.glob("*.yml"))[1]] == ["no_register"]


def test_a_file_that_is_no_utf_8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_bytes(b"\xff\xfe")
    assert [flaw.code for flaw in check_file(path, model_of(path), Folder(tmp_path)).flaws] == ["broken_yaml"]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package whose registers of vetoes and sales are broken."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, root / "tahqiq", ignore=shutil.ignore_patterns("__pycache__"))
    records = root / "tahqiq" / "data" / "records"
    changed("register.yml", "complete: true", "compleet: true")(records / VETOES)
    changed("lexemes.en.yml", "lexemes:", "lexemes: [")(records / SALES)
    return root


@pytest.mark.parametrize("form", ["text", "json", "html", "md"])
def test_a_check_goes_on_and_warns(package: Path, form: str) -> None:
    article = "US military aid to Israel in fiscal year 2022 was $3.3 billion."
    told = subprocess.run(
        [sys.executable, "-c", CHECK, "check", "-", "--format", form],
        input=article.encode(),
        env={"PYTHONPATH": str(package), "TAHQIQ_LANG": "en"},
        capture_output=True,
        timeout=120,
    )
    out, err = told.stdout.decode(), told.stderr.decode()
    assert told.returncode == 0
    assert "3.3" in out
    for register in (VETOES, SALES):
        assert [line for line in err.splitlines() if line.startswith(f"tahqiq: The register {register} is left out")]
        assert f"records/{register}/" in out.replace("\\", "")
    assert len(err.splitlines()) == 2


def test_a_check_over_compiled_data_loads_no_parser_and_no_model() -> None:
    code = "import sys, tahqiq; tahqiq.check('83 vetoes'); print(*{name.partition('.')[0] for name in sys.modules})"
    for _ in range(2):  # the first compiles what is old
        told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert not {"yaml", "pydantic", "duckdb"} & set(told.stdout.split())


@pytest.mark.parametrize("words", [["ask", f"{VETOES}.vetoes_cast"], ["record", "show", VETOES], ["record", "compile"]])
def test_a_question_to_a_broken_register_is_told_what_is_wrong(package: Path, words: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-c", CHECK, *words],
        env={"PYTHONPATH": str(package), "TAHQIQ_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 1
    broken = VETOES if VETOES in " ".join(words) else SALES
    assert told.stderr.startswith(f"tahqiq: records/{broken}/")


ROWS = {
    "a table that is missing": ("datapackage.json", "data/votes.csv", "data/vote.csv"),
    "a day that is none": ("data/votes.csv", ",1946-02-16,", ",soon,"),
    "a package that is none": ("datapackage.json", '"resources"', '"tables"'),
    "an expression that does not work": ("register.yml", "where: unit = 'draft'", "where: units = 'draft'"),
}


@pytest.mark.parametrize("case", ROWS.values(), ids=ROWS.keys())
def test_a_check_goes_on_without_rows_that_cannot_be_read(case: tuple[str, str, str], tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "tahqiq", ignore=shutil.ignore_patterns("__pycache__"))
    changed(*case)(tmp_path / "tahqiq" / "data" / "records" / VETOES)
    article = "The US has cast 83 vetoes since 1945. US military aid to Israel in fiscal year 2022 was $3.3 billion."
    told = subprocess.run(
        [sys.executable, "-c", CHECK, "check", "-", "--format", "json"],
        input=article,
        env={"PYTHONPATH": str(tmp_path), "TAHQIQ_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    report = json.loads(told.stdout)
    assert told.returncode == 0
    assert [(w["register"], w["file"]) for w in report["warnings"]] == [(VETOES, f"records/{VETOES}/register.yml")]
    assert [c["register"] for c in report["claims"]] == ["us_foreign_assistance"]
    assert len(told.stderr.splitlines()) == 1
