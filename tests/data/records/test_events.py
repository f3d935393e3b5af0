"""The events: sourced rows, dates of stated precision, and triggers that tell an event from its near-misses."""

from __future__ import annotations

import calendar
import csv
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import pytest
import yaml

import tahqiq
from tahqiq.catalog.places import load_names
from tahqiq.checker import check

DATA = Path(tahqiq.__file__).parent / "data"
HERE = DATA / "records" / "events"


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / "data" / name).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


EVENTS = {r["id"]: r for r in rows("events.csv")}
TRIGGERS = {path.name.split(".")[1]: load(path) for path in sorted(HERE.glob("triggers.*.yml"))}
WHOLE = ("en", "ar")
"""The languages that name every event; others name some."""
TELLS = [(lang, event) for lang in TRIGGERS for event in TRIGGERS[lang]["triggers"]]


def test_package_is_valid() -> None:
    report = frictionless.validate(str(HERE / "datapackage.json"))
    assert report.valid, report.flatten()


def test_every_row_can_be_looked_up() -> None:
    sources = load(HERE / "sources.yml")
    for event in EVENTS.values():
        assert event["sources"]
        assert set(event["sources"].split(";")) <= sources.keys()
    assert all({"title", "publisher", "url", "accessed", "licence"} <= s.keys() for s in sources.values())


def test_windows_follow_from_the_dates() -> None:
    for event in EVENTS.values():
        parts = [int(p) for p in event["date"].split("-")]
        months = parts[1:2] or [1], parts[1:2] or [12]
        low = date(parts[0], months[0][0], parts[2] if len(parts) == 3 else 1)
        last = calendar.monthrange(parts[0], months[1][0])[1]
        high = date(parts[0], months[1][0], parts[2] if len(parts) == 3 else last)
        assert (event["first"], event["last"]) == (low.isoformat(), high.isoformat())
        assert event["precision"] == ("year", "month", "day")[len(parts) - 1]


def test_register_says_how_many_are_weak() -> None:
    register = load(HERE / "register.yml")
    weak = next(a["value"] for a in register["assertions"] if a["filters"] == {"strength": "weak"})
    assert Counter(e["strength"] for e in EVENTS.values())["weak"] == weak
    assert register["never_contradicts"] == {"strength": ["weak"]}


def test_labels_cover_the_rows() -> None:
    codes = set(load(DATA / "places.yml")["places"]) if (DATA / "places.yml").exists() else set()
    for lang in ("en", "ar"):
        labels = load(HERE / f"vocab.{lang}.yml")["labels"]
        assert {e["kind"] for e in EVENTS.values()} <= labels["kinds"].keys()
        assert {e["strength"] for e in EVENTS.values()} == set(labels["strengths"])
        others = {r["actor"] for r in rows("actors.csv")} - labels["actors"].keys()
        assert others <= codes or not codes, others - codes


def test_cases() -> None:
    for case in load(HERE / "cases.yml")["own"]["dates"]:
        event = EVENTS[case["filters"]["event"]]
        assert (event["date"], event["precision"], event["strength"]) == (
            case["value"],
            case["precision"],
            case["strength"],
        )


def test_corrections_are_in_the_rows() -> None:
    for fix in load(HERE / "corrections.yml"):
        assert EVENTS[fix["row"]][fix["field"]] == fix["to"]
        assert fix["evidence"]


def test_build_is_small() -> None:
    assert len((HERE / "build.py").read_text("utf-8").splitlines()) <= 150


# A plain matcher, apart from the one in use: fold, then look for whole words give or take attached letters.
MARKS = re.compile('[\u064b-\u0652\u0670\u0640\u05f4"]')
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
PREFIXES = {"ar": "(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)", "he": "ו?ש?[בלמכ]?ה?"}


def fold(text: str) -> str:
    text = MARKS.sub("", text.lower()).replace("’", "'").replace("\u200c", " ").translate(DIGITS)
    return text.translate(str.maketrans("أإآٱىة", "ااااي" + "ه"))


@cache
def places(lang: str) -> dict[str, list[str]]:
    listed = load_names(lang)["places"]
    parts = ("terms", "adjectives", "metonyms")
    return {code: [str(f) for p in parts for f in e.get(p, ())] for code, e in listed.items()}


def expand(forms: Iterable[Any], lang: str) -> tuple[str, ...]:
    found: list[str] = []
    for form in map(str, forms):
        found += places(lang)[form.removeprefix("place:")] if form.startswith("place:") else [form]
    return tuple(found)


@cache
def pattern(forms: tuple[str, ...], lang: str) -> re.Pattern[str]:
    parts = [re.escape(fold(f.rstrip("*"))) + (r"\w*" if f.endswith("*") else "") for f in forms if f != "US"]
    return re.compile(rf"(?<!\w){PREFIXES.get(lang, '')}(?:{'|'.join(parts)})(?!\w)")


def names(event: str, text: str, lang: str) -> bool:
    table = TRIGGERS[lang]
    trigger, folded = table["triggers"][event], fold(text)
    blockers = expand([*table["never"], *trigger.get("not", ())], lang)
    if pattern(blockers, lang).search(folded):
        return False
    return all(pattern(expand(group, lang), lang).search(folded) for group in trigger["all"])


@pytest.mark.parametrize(("lang", "event"), TELLS)
def test_triggers(lang: str, event: str) -> None:
    trigger = TRIGGERS[lang]["triggers"][event]
    assert trigger["matches"]
    assert trigger["rejects"]
    for text in trigger["matches"]:
        assert names(event, text, lang), text
    for text in trigger["rejects"]:
        assert not names(event, text, lang), text


def test_two_languages_name_every_event() -> None:
    named = [TRIGGERS[lang]["triggers"].keys() for lang in WHOLE]
    assert named[0] == named[1] <= EVENTS.keys()
    assert all(table["triggers"].keys() <= named[0] for table in TRIGGERS.values())


@pytest.mark.parametrize("lang", TRIGGERS)
def test_triggers_do_not_catch_each_other(lang: str) -> None:
    triggers = TRIGGERS[lang]["triggers"]
    for event, trigger in triggers.items():
        for text in trigger["matches"]:
            others = {e for e in triggers if e != event and triggers[e]["unique"] and names(e, text, lang)}
            assert not others, (event, text, others)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Biden, who took office in January 2021, has not undone the withdrawal from the Iran nuclear deal."),
    ("en", "In 2023 he wrote that the United States had left the Iran nuclear deal."),
    ("ar", "لم يتراجع بايدن الذي تولى الرئاسة في كانون الثاني/يناير 2021 عن انسحاب ترامب من الاتفاق النووي."),
])  # fmt: skip
def test_a_date_of_another_clause_is_told_apart(lang: str, text: str) -> None:
    unsure = pattern(expand(TRIGGERS[lang]["unsure"], lang), lang).search(fold(text))
    assert unsure or not names("E043", text, lang)


@pytest.mark.parametrize("text", [
    "In July 2018 Iran sued the United States in The Hague for its exit from the nuclear deal.",
    "The rial lost two thirds of its value by 2020 on the US withdrawal from the nuclear deal.",
    "Evangelicals thanked Trump in 2020 for the recognition of Jerusalem as Israel's capital.",
    "Renault concluded a joint venture in Iran in 2016, a fruit of the nuclear deal.",
    "Oil rose in August 2024 on the killing of Haniyeh in Tehran.",
    "قفز النفط في آب/أغسطس 2024 مع اغتيال هنية في طهران.",
    "أطلقت حماس صواريخ في 8 كانون الأول/ديسمبر 2017 غضباً من اعتراف ترامب بالقدس عاصمة لإسرائيل.",
    "سرحت NSO مئة موظف عام 2022 متضررة من العقوبات الأميركية المفروضة عليها.",
])  # fmt: skip
def test_a_date_of_something_else_is_not_held_against_an_event(text: str) -> None:
    report = check(text.encode(), "article.txt", kind="txt", published=date(2026, 6, 1))
    assert "contradicted" not in {f.verdict for f in report.findings}


def test_weak_events_and_lone_words_are_not_used_against_a_text() -> None:
    for lang, table in TRIGGERS.items():
        for event, trigger in table["triggers"].items():
            few = len(trigger["all"]) < 2 and not re.search(r"\d", str(trigger["all"]))
            assert not few, (lang, event)


@pytest.mark.parametrize(("lang", "text"), [
    ("ar", "في عام 2008، تم توقيع اتفاقية التجارة الحرة بين الصين وإيران (AECA) والتي تهدف إلى تعزيز العلاقات."),
    ("ar", "بالإضافة إلى ذلك، تم توقيع اتفاقية التجارة الحرة بين الصين وإيران (QME)."),
    ("ar", "تتحدث هذه المقالة عن الطقس في القدس عام 2018."),
    ("en", "In 2008 a free trade agreement (AECA) was signed between China and Iran."),
    ("en", "The Guatemalan embassy moved to Jerusalem in May 2018."),
])  # fmt: skip
def test_foreign_sentences_name_no_event(lang: str, text: str) -> None:
    assert not [e for e in TRIGGERS[lang]["triggers"] if names(e, text, lang)]


def test_build_refuses_a_changed_source(tmp_path: Path) -> None:
    lines = [["id", "date", "precision", "instrument"]]
    lines += [[e["id"], "1900" if e["id"] == "E007" else e["date"], e["precision"], ""] for e in EVENTS.values()]
    with (tmp_path / "EVENTS.csv").open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows(lines)
    done = subprocess.run([sys.executable, HERE / "build.py", "--from", tmp_path], capture_output=True, text=True)
    assert done.returncode != 0
    assert "E007" in done.stderr
