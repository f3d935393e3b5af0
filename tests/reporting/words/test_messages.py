"""Both languages say everything, in right plurals, with right-to-left text kept apart from the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import tahqiq
from tahqiq.errors import Flaw, UsageError
from tahqiq.model import VERDICTS, LeftOut
from tahqiq.reporting.words.flaws import tell_left_out
from tahqiq.reporting.words.messages import (
    FOLDER,
    ISOLATE,
    RELEASE,
    languages,
    lightened,
    load_messages,
    report_languages,
)
from tahqiq.reporting.words.values import quantity

CASES = yaml.safe_load((Path(__file__).parent / "messages.yml").read_text("utf-8"))
PACKAGE = Path(tahqiq.__file__).parent
MESSAGE = re.compile(r"^(-?[a-zA-Z][\w-]*) =", re.MULTILINE)
PATTERNS = {
    "error": re.compile(r"(?:Usage|Input|Record|Fetch|Tahqiq)Error\(\s*\"([a-z_]+)\""),
    "damage": re.compile(r"Damage\(\s*\"([a-z_]+)\""),
    "repair": re.compile(r"(?:Edit|Repair)\(\s*\"([a-z_]+)\""),
    "reason": re.compile(r"Reason\(\s*\"([a-z_]+)\""),
}


def test_both_languages_have_the_same_messages() -> None:
    assert languages() == ("ar", "en")
    assert load_messages("ar").ids() ^ load_messages("en").ids() == frozenset()


def own(language: str) -> list[str]:
    return [m for p in (FOLDER / language).glob("*.ftl") for m in MESSAGE.findall(p.read_text("utf-8"))]


@pytest.mark.parametrize("language", sorted({*report_languages()} - {*languages()}))
def test_a_language_for_reports_alone_has_its_files_whole(language: str) -> None:
    """What little it lacks is said by the language that stands in."""
    files = [path.name for path in (FOLDER / language).glob("*.ftl")]
    wanted = {m for name in files for m in MESSAGE.findall((FOLDER / "en" / name).read_text("utf-8"))}
    found = set(own(language))
    assert found <= load_messages("en").ids()
    assert len(wanted - found) <= 0.02 * len(wanted), wanted - found
    messages = load_messages(language)
    assert messages.ids() == load_messages("en").ids()
    for name in found:
        said = messages.format(name, count=3, number="3", same="no", difference="more")
        assert "{" not in said, name
        used, known = messages.entries[name]["uses"], load_messages("en").entries[name]["uses"]
        assert {*used} - {"whole", "count"} <= {*known}, name


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0, "vetoes", "0 veto"),
        (1, "vetoes", "1 veto"),
        (2, "vetoes", "2 vetos"),
        (3_800_000_000, "USD", "3,8 milliards de dollars"),
        (774_000, "USD", "774 000 dollars"),
        (0.16, "fraction", "16 %"),
        ({"in_favour": 13, "against": 1, "abstaining": 1}, None, "13 pour, 1 contre et 1 abstention"),
        ("2024-01-01", None, "1er janvier 2024"),
        ("2024-01-02", None, "2 janvier 2024"),
        ("2024-01", None, "janvier 2024"),
    ],
)
def test_french_has_its_own_plurals_signs_and_dates(value: object, unit: str | None, said: str) -> None:
    assert re.sub(r"\s", " ", quantity(load_messages("fr"), value, unit)) == said


def test_french_stretches_of_time_take_an_article_before_days_alone() -> None:
    messages = load_messages("fr")
    assert messages.span("2024-02-01", "2024-03-02") == "du 1er février 2024 au 2 mars 2024"
    assert messages.span("2024", None) == "depuis 2024"
    assert messages.span("2024-03-02", None) == "depuis le 2 mars 2024"


@pytest.mark.parametrize("language", report_languages())
def test_no_message_is_written_twice(language: str) -> None:
    assert sorted(own(language)) == sorted(set(own(language)))


@pytest.mark.parametrize("family", PATTERNS)
def test_every_code_in_the_package_has_a_message(family: str) -> None:
    found = {code for path in PACKAGE.rglob("*.py") for code in PATTERNS[family].findall(path.read_text("utf-8"))}
    assert {f"{family}-{code}" for code in found} <= load_messages("en").ids()


@pytest.mark.parametrize("family", [*PATTERNS, "flaw"])
def test_every_message_of_a_code_has_a_place_that_gives_it(family: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    names = {n.removeprefix(f"{family}-") for n in load_messages("en").ids() if n.startswith(f"{family}-")}
    assert names
    assert not [n for n in names - {"other"} if f'"{n}"' not in code]


@pytest.mark.parametrize("code", VERDICTS)
def test_every_verdict_has_a_name_a_sign_and_a_meaning(code: str) -> None:
    for language in languages():
        assert all(load_messages(language).format(f"{family}-{code}") for family in ("verdict", "sign", "meaning"))


@pytest.mark.parametrize("name", CASES["closed"])
def test_every_value_of_a_closed_set_has_a_message(name: str) -> None:
    assert name in load_messages("en").ids()


@pytest.mark.parametrize("case", CASES["quantities"], ids=lambda c: f"{c['value']} {c['unit']}")
def test_quantities(case: dict[str, object]) -> None:
    for language in languages():
        said = quantity(load_messages(language), case["value"], str(case["unit"]))
        assert said.replace(ISOLATE, "").replace(RELEASE, "") == case[language]


@pytest.mark.parametrize("case", CASES["dates"], ids=lambda c: c["date"])
def test_dates(case: dict[str, str]) -> None:
    for language in languages():
        assert load_messages(language).date(case["date"]) == case[language]


def test_symbols_are_kept_apart_from_arabic() -> None:
    said = load_messages("ar").format("list-proposed", row="S/PV.9607")
    assert f"{ISOLATE}S/PV.9607{RELEASE}" in said


def test_arabic_is_kept_apart_from_english() -> None:
    name = load_messages("ar").format("verdict-mixed")
    assert f"{ISOLATE}{name}{RELEASE}" in load_messages("en").format("report-title", source=name)


def test_a_sentence_is_said_only_when_its_detail_is_known() -> None:
    messages = load_messages("en")
    bare = messages.sentences("reason-window_ended", stated="83", span="once", as_of="now")
    assert messages.sentences("reason-window_ended", stated="83", span="once", as_of="now", today="86").startswith(bare)
    assert "none" not in bare


@pytest.mark.parametrize("language", languages())
def test_no_message_breaks_or_shows_a_placeholder(language: str) -> None:
    messages = load_messages(language)
    for name in messages.ids():
        said = messages.format(name, count=3, number="3", same="no", difference="more")
        assert "{" not in said, name
        assert said.count(ISOLATE) == said.count(RELEASE), name


@given(st.text(alphabet="\u0627\u0628 aB1-%/\u2068\u2069", max_size=40))
def test_lightening_drops_isolates_only_in_pairs(text: str) -> None:
    light = lightened(text)
    assert text.count(ISOLATE) - light.count(ISOLATE) == text.count(RELEASE) - light.count(RELEASE)
    assert light.replace(ISOLATE, "").replace(RELEASE, "") == text.replace(ISOLATE, "").replace(RELEASE, "")


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("\u0627 <\u0628> \u0627", "\u0627 \u0628 \u0627"),
        ("\u0627 <12>", "\u0627 12"),
        ("\u0627 <1-2>", "\u0627 <1-2>"),
        ("\u0627 <a b>", "\u0627 <a b>"),
        ("\u0627 <<a b>>", "\u0627 <a b>"),
        ("\u0627 <<a> b>", "\u0627 <<a> b>"),
        ("\u0627 <b <a>>", "\u0627 <b <a>>"),
    ],
)
def test_an_isolate_stays_only_where_the_order_hangs_on_it(text: str, light: str) -> None:
    """The isolates are written as angle brackets here."""
    marks = str.maketrans("<>", ISOLATE + RELEASE)
    assert lightened(text.translate(marks)) == light.translate(marks)


def test_a_register_that_is_left_out_is_told_with_its_first_flaw_and_how_many_more() -> None:
    flaw = Flaw("register.yml", 7, "no_register", {})
    said = {
        n: tell_left_out(LeftOut("goals", flaw, n), load_messages("en")).replace(ISOLATE, "").replace(RELEASE, "")
        for n in (0, 1, 3)
    }
    assert said[0].startswith("The register goals is left out of this check. register.yml")
    assert (said[1], said[3]) == (f"{said[0]} (And one more flaw.)", f"{said[0]} (And 3 more flaws.)")


def test_an_unknown_language_is_a_usage_error() -> None:
    with pytest.raises(UsageError) as error:
        load_messages("xx")
    assert error.value.code == "unknown_language"


def test_messages_say_nothing_of_lies() -> None:
    """Reasons never accuse."""
    words = re.compile("|".join(CASES["accusing"]), re.IGNORECASE)
    for path in FOLDER.glob("*/*.ftl"):
        assert not words.search(path.read_text("utf-8")), path
