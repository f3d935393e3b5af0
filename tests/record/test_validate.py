"""Every register keeps its own rules, and `tahqiq record validate` says in one line where one does not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tahqiq
from tahqiq.catalog.registers import folders, load_registers
from tahqiq.record import expected
from tahqiq.record.validate import validate
from tahqiq.reporting.words.flaws import tell_flaw
from tahqiq.reporting.words.messages import languages, load_messages

PACKAGE = Path(tahqiq.__file__).parent
COMMAND = "from tahqiq.interfaces.cli import main; main()"
BREAKS: dict[str, tuple[str, str, str, str]] = {
    "a number that is another one": (
        "security_council_vetoes/register.yml",
        "filters: {member: USA}, choices: {unit_rule: whole_drafts}, as_of: 2026-10-05, value: 89}",
        "filters: {member: USA}, choices: {unit_rule: whole_drafts}, as_of: 2026-10-05, value: 90}",
        "vetoes_cast gives 89 as of 5 October 2026, not 90.",
    ),
    "other days": (
        "security_council_vetoes/register.yml",
        "value: 83, holds: [[2023-10-18, 2023-12-07]]",
        "value: 83, holds: [[2023-10-19, 2023-12-07]]",
        "vetoes_cast gives 83 on the days 2023-10-18/2023-12-07, not 2023-10-19/2023-12-07.",
    ),
    "a figure that something gives": (
        "security_council_vetoes/cases.yml",
        "questions:\n",
        "questions:\n  - {ask: vetoes_cast, filters: {member: USA}, stated: 89, reproduced_by: none}\n",
        "vetoes_cast gives 89 after all, under whole_drafts",
    ),
    "a source that is not explained": (
        "arms_sales/data/notices.csv",
        "jpost_2008",
        "jpost_2009",
        "sources that sources.yml does not explain: jpost_2009.",
    ),
    "an expression that does not work": (
        "us_appropriations/register.yml",
        "value: amount",
        "value: nowhere",
        "does not work: Binder Error",
    ),
    "a row without a source": (
        "events/data/events.csv",
        "cfr_mission;handwiki",
        "cfr_mission;",
        "a row names no source.",
    ),
    "a table that is no table": ("council_votes/datapackage.json", "data/votes.csv", "data/vote.csv", "is not sound:"),
    "a witness that says otherwise": (
        "arms_sales_book/register.yml",
        "differ: 1",
        "differ: 0",
        "1 of 6 numbers differ from the witness, 0 may: 1950-2019",
    ),
    "a sentence without its value": (
        "population/vocab.en.yml",
        "] was {value}",
        "] was known",
        "must have its value once",
    ),
    "a sentence of another dimension": ("gdp/vocab.ar.yml", "{country}", "{land}", "“land” is not known here"),
    "a misspelt key": ("military_spending/register.yml", "complete:", "compleet:", "Did you mean “complete”?"),
}


@pytest.mark.parametrize("name", folders())
def test_every_register_is_sound(name: str) -> None:
    outcome = validate(name)
    assert not [tell_flaw(flaw, load_messages("en")) for flaw in outcome.flaws]
    assert outcome.checks > len(folders()[name])


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the command says of a copy of the package that is broken in all these places."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, root / "tahqiq", ignore=shutil.ignore_patterns("__pycache__"))
    for file, old, new, _ in BREAKS.values():
        path = root / "tahqiq" / "data" / "records" / file
        text = path.read_text("utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    code = [sys.executable, "-c", COMMAND, "record", "validate", "--lang", "en"]
    run = subprocess.run(code, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, timeout=200)
    assert run.returncode == 1
    assert "us_foreign_assistance: sound" in run.stdout
    return run.stderr.splitlines()


@pytest.mark.parametrize("case", BREAKS.values(), ids=BREAKS.keys())
def test_what_breaks_a_rule_is_told_with_its_place(case: tuple[str, str, str, str], told: list[str]) -> None:
    file, _, _, said = case
    assert [line for line in told if line.startswith(f"records/{file}:") and said in line], told


def test_two_roads_that_part_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expected, "select", lambda *_: [(7,)])
    found = [flaw for flaw in expected.check_assertions(load_registers()["military_spending"]) if flaw]
    assert {flaw.code for flaw in found} == {"two_values"}
    for language in languages():
        assert "7" in tell_flaw(found[0], load_messages(language))
