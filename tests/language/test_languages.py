"""The data of the languages: what is there, what other stages rely on, and that a check needs no YAML."""

import subprocess
import sys
from pathlib import Path

import pytest

from tahqiq.catalog.languages import available, detect, load_language
from tahqiq.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("صوّت المجلس على القرار", "ar"),
        ("The council voted on the draft", "en"),
        ("Le Conseil de sécurité a voté sur la résolution", "fr"),
        ("El Consejo de Seguridad votó el proyecto de resolución", "es"),
        ("صوّت مجلس الأمن على القرار S/2017/1060 (Security Council) الذي قدمته مصر", "ar"),
        ("1234 !", "en"),
    ],
)
def test_a_language_is_found_by_its_script_and_words(text: str, code: str) -> None:
    assert detect(text) == code


def test_an_unknown_language_says_which_are_known() -> None:
    with pytest.raises(UsageError, check=lambda e: e.details["known"] == ", ".join(available())):
        load_language("xx")


@pytest.mark.parametrize("code", available())
def test_what_other_stages_use_is_there(code: str) -> None:
    language = load_language(code)
    assert {number for _, number, family in language.months if family == "gregorian"} == set(range(1, 13))
    assert language.sentence_end
    assert language.frequent


def test_months_of_all_arabic_traditions_are_known() -> None:
    months = {name: number for name, number, _ in load_language("ar").months}
    assert {months[name] for name in ("نيسان", "أبريل", "أفريل", "إبريل")} == {4}
    assert {months[name] for name in ("غشت", "آب", "أوت", "أغسطس")} == {8}


def test_folding_gives_a_way_back() -> None:
    text = "قُتِلَ \u200fثـلاثةٌ."
    folded = load_language("ar").fold(text)
    assert folded.text == "قتل ثلاثه."
    assert [text[slice(*folded.span(i, i + 1))][0] for i in range(len(folded.text))] == [*"قتل ", *"ثلاثة."]
    assert [folded.index(text.index(char)) for char in "قتل"] == [0, 1, 2]


def test_a_check_parses_no_yaml_and_loads_no_cldr() -> None:
    code = (
        "import sys; from tahqiq.language import read; from tahqiq.catalog.languages import load_language;"
        "read('3.8 مليار دولار', load_language('ar'));"
        "print([m for m in ('yaml', 'babel', 'hijridate') if m in sys.modules])"
    )
    load_language("ar")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
