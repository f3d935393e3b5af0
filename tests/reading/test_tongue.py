"""The language of short texts, and what is said of a text in a language that is not read."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import tahqiq
from tahqiq.catalog.languages import available
from tahqiq.catalog.lexicon import reads_claims
from tahqiq.interfaces.cli import tahqiq as command
from tahqiq.reading.tongue import language_of

TEXTS = yaml.safe_load((Path(__file__).parent / "tongues.yml").read_text("utf-8"))
CASES = [(code, text) for code, texts in TEXTS.items() for text in texts]
NEITHER = [(code, text) for code, text in CASES if not reads_claims(code)]
DAY = "2026-11-26"


@pytest.mark.parametrize(("code", "text"), CASES, ids=[f"{code}-{text[:30]}" for code, text in CASES])
def test_no_text_is_read_in_a_language_it_is_not_written_in(code: str, text: str) -> None:
    found = language_of(text)
    assert found == code if reads_claims(code) else not reads_claims(found)


def test_languages_are_called_by_their_names() -> None:
    wrong = [(code, language_of(text)) for code, text in NEITHER if language_of(text) != code]
    assert len(wrong) <= 0.1 * len(NEITHER), wrong
    assert len(TEXTS) >= 20


@pytest.mark.parametrize("text", ["83", "", "…", "46 veto", "¿46?", "12 / 14 / 2", "٤٦ مرة"])
def test_what_is_too_short_to_tell_is_read_as_before(text: str) -> None:
    assert language_of(text) in available()


@pytest.mark.parametrize(("code", "text"), NEITHER[::7], ids=[code for code, _ in NEITHER[::7]])
def test_nothing_is_asserted_of_a_text_that_is_not_read(code: str, text: str) -> None:
    report = tahqiq.check(text, today=DAY).to_dict()
    assert report["document"]["language_read"] is False
    assert report["claims"] == report["unchecked"] == report["repairs"] == []


def test_a_language_that_is_told_is_believed() -> None:
    text = "США 46 раз применили право вето в пользу Израиля"
    assert tahqiq.check(text, language="en", today=DAY).text.language_read


def test_the_command_and_every_form_say_so(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TEXTS["uk"][1], "utf-8")
    for form, language, said in [
        ("text", "en", "Nothing was checked: texts in this language are not read yet."),
        ("md", "en", "Ukrainian, which is not read yet"),
        ("html", "ar", "لم يُتحقق من شيء، فالنصوص بهذه اللغة لا تُقرأ بعد."),
        ("html", "ar", "الأوكرانية"),
    ]:
        arguments = ["check", str(tmp_path / "x.txt"), "-f", form, "--report-lang", language]
        told = CliRunner(env={"TAHQIQ_LANG": "en"}).invoke(command, arguments)
        assert said in told.stdout
        assert "Ukrainian" in told.stderr
