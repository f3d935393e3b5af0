"""Tables never seen: from a bare file to what the register answers and what a check says, in both languages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
CASES: dict[str, Any] = yaml.safe_load((HERE / "sentences.yml").read_text("utf-8"))
NEAR: dict[str, dict[str, list[str]]] = yaml.safe_load((HERE / "near_misses.yml").read_text("utf-8"))
PROGRAM = """
import json, sys, tahqiq
tahqiq.load_record(sys.argv[1])
for call in json.load(sys.stdin):
    report = tahqiq.check(call["text"], language=call["lang"], published=call["published"], today="2026-11-27")
    own = [f for f in report.findings if f.claim.readings and f.claim.readings[0].register == sys.argv[2]]
    print(json.dumps([[f.verdict, f.reason.code] for f in own]))
"""


def run(*command: str, cache: Path, given: str = "") -> str:
    more = {"XDG_CACHE_HOME": str(cache), "TAHQIQ_RECORDS": "", "TAHQIQ_LANG": "en"}
    done = subprocess.run(
        [sys.executable, *command], input=given, capture_output=True, text=True, check=False, env={**os.environ, **more}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def options(call: dict[str, Any]) -> list[str]:
    named = [part for key in ("title", "title_ar", "words", "words_ar") if key in call
             for part in (f"--{key.replace('_', '-')}", call[key])]  # fmt: skip
    return [*named, *(["--complete"] if call.get("complete") else [])]


@pytest.fixture(scope="module", params=CASES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, list[Any]]:
    """A register made from a table, and what a check says of every sentence about it."""
    name, case = request.param, CASES[request.param]
    home = tmp_path_factory.mktemp(name)
    table = str(HERE / "tables" / f"{name}.csv")
    call = ["-m", "tahqiq", "record", "new", table, "-o", str(home / "own"), "--yes", *options(case.get("call", {}))]
    run(*call, cache=home / "cache")
    register = next((home / "own").iterdir())
    asked = [
        {"text": text, "lang": lang, "published": str(case["published"]) if "published" in case else None}
        for lang in ("en", "ar")
        for text in (*case[lang]["right"], *case[lang]["wrong"], *NEAR[name][lang])
    ]
    said = run("-c", PROGRAM, str(register), register.name, cache=home / "cache", given=json.dumps(asked))
    return name, register, list(zip(asked, map(json.loads, said.splitlines()), strict=True))


def test_right_sentences_are_supported_and_wrong_ones_contradicted(made: tuple[str, Path, list[Any]]) -> None:
    name, _, told = made
    near = {text for lang in ("en", "ar") for text in NEAR[name][lang]}
    right = {text for lang in ("en", "ar") for text in CASES[name][lang]["right"]}
    odd = [
        (call["text"], found)
        for call, found in told
        if call["text"] not in near and not _as_meant({verdict for verdict, _ in found}, right=call["text"] in right)
    ]
    assert not odd, "\n".join(map(str, odd))


def _as_meant(verdicts: set[str], *, right: bool) -> bool:
    """Whether a right sentence fits, and something in a wrong one is contradicted and nothing of it left open."""
    if right:
        return bool(verdicts) and verdicts <= FITS
    return "contradicted" in verdicts and verdicts <= {"contradicted", *FITS}


def test_what_the_table_does_not_tell_is_never_contradicted(made: tuple[str, Path, list[Any]]) -> None:
    name, _, told = made
    near = {text for lang in ("en", "ar") for text in NEAR[name][lang]}
    odd = [(c["text"], found) for c, found in told if c["text"] in near and any(f[0] in HARD for f in found)]
    assert not odd, "\n".join(map(str, odd))


FITS = {"supported", "supported_under"}
"""Verdicts for a text; the second where a table does not say that it lacks nobody."""
HARD = ("contradicted", "outdated", "mixed")
"""Verdicts that speak against a text."""


SITE = """
import sys, tahqiq
from starlette.testclient import TestClient
from tahqiq.interfaces.web import Settings, create_app
tahqiq.load_record(sys.argv[1])
name = sys.argv[2]
with TestClient(create_app(Settings(store="sqlite://", workers=0, rate=0, log=False, fetching=False))) as client:
    for language in ("en", "ar"):
        measure = next(iter(tahqiq.load_record().registers[name].measures))
        pages = ("record", f"record/{name}", f"record/{name}/{measure}_rows", f"figures/{name}/{measure}")
        for address in (f"/{language}/{page}" for page in pages):
            print(client.get(address).status_code, name in client.get(address).text, address)
"""


def test_the_site_shows_it(made: tuple[str, Path, list[Any]], tmp_path: Path) -> None:
    pytest.importorskip("fastapi", reason="the site needs the extra web")
    pytest.importorskip("httpx2", reason="the client of the tests needs httpx2")
    _, register, _ = made
    shown = run("-c", SITE, str(register), register.name, cache=tmp_path).splitlines()
    assert [line for line in shown if not line.startswith("200 True")] == []
    assert register.name in (register / "README.md").read_text("utf-8")


def test_a_text_of_today_is_contradicted_by_a_table_of_today(tmp_path: Path) -> None:
    table = str(HERE / "tables" / "cup.csv")
    call = [
        "-m",
        "tahqiq",
        "record",
        "new",
        table,
        "-o",
        str(tmp_path / "own"),
        "--yes",
        *options(CASES["cup"]["call"]),
    ]
    run(*call, "--as-of", "2026-11-27", cache=tmp_path / "cache")
    asked = [{"text": "Brazil has won the World Cup six times.", "lang": "en", "published": None}]
    said = run("-c", PROGRAM, str(tmp_path / "own" / "cup"), "cup", cache=tmp_path / "cache", given=json.dumps(asked))
    assert json.loads(said) == [["contradicted", "never_reached"]]
