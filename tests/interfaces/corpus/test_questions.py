"""Questions put to a corpus: the answers are those that the documents were made for."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tahqiq.errors import InputError, UsageError
from tahqiq.interfaces.corpus import page, words
from tahqiq.interfaces.corpus.answers import Asking, answer
from tahqiq.interfaces.corpus.feeds import json_feed, review_feed
from tahqiq.interfaces.corpus.life import descended, life, to_json
from tahqiq.interfaces.corpus.manifest import read_manifest, write
from tahqiq.interfaces.corpus.plan import Plan, Settings
from tahqiq.interfaces.corpus.questions import QUESTIONS, ask, bounds, ready
from tahqiq.interfaces.corpus.recheck import recheck
from tahqiq.interfaces.corpus.run import check_corpus

VETOES = "security_council_vetoes.vetoes_cast"
SAID = {
    "en": "The United States has used its veto {n} times in the Security Council.",
    "ar": "استخدمت الولايات المتحدة حق النقض {n} مرة في مجلس الأمن.",
}
RIGHT, LATE = date(2023, 11, 1), date(2025, 3, 1)
"""83 held from 18 October to 7 December 2023."""


def documents() -> list[dict[str, Any]]:
    """One outlet is right forty times, one is late thirty-one times of forty, one is too small for a place."""
    made: list[dict[str, Any]] = []
    for number in range(40):
        for outlet, late in (("good", 0), ("late", 31)):
            day = (LATE if number < late else RIGHT) + timedelta(days=number % 9)
            made.append(
                {
                    "id": f"{outlet}{number:02}",
                    "outlet": outlet,
                    "day": day.isoformat(),
                    "text": SAID["en"].format(n=83),
                }
            )
    made.append({"id": "small", "outlet": "small", "day": "2025-01-01", "text": SAID["ar"].format(n=83)})
    for name, figure in (("then", 83), ("now", 84)):
        text = f"{SAID['en'].format(n=figure)} The article goes on."
        made.append(
            {"id": name, "outlet": None, "day": "2023-11-20", "text": text, "address": "https://news.example/1"}
        )
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("corpus")
    lines = (json.dumps(made, ensure_ascii=False) + "\n" for made in documents())
    (home / "x.jsonl").write_text("".join(lines), "utf-8")
    check_corpus(str(home / "x.jsonl"), home / "out", Plan(Settings(), date(2026, 6, 1), workers=1))
    return home / "out"


def test_the_life_of_a_figure(folder: Path) -> None:
    found = life(folder, VETOES, {"member": "USA"}, 83)
    assert [(v.name, v.said, v.right, v.after) for v in found.values] == [("83", 82, 50, 32)]
    late = found.outlets[0]
    assert (late.name, late.said, late.right, late.after, late.first_after) == ("late", 40, 9, 31, LATE)
    assert {s.value for s in found.sayings if s.day < date(2023, 12, 1)} == {83}
    assert found.families[0].name == min(s.document for s in found.sayings if s.day == RIGHT)
    assert {f.name for f in found.families} == {found.families[0].name, "small"}
    assert life(folder, VETOES, {"member": "USA"}).values[1].name == "84"


def test_a_life_without_a_saying(folder: Path) -> None:
    with pytest.raises(UsageError, check=lambda e: e.code == "no_figure"):
        life(folder, VETOES, {"member": "CHN"})
    with pytest.raises(UsageError, check=lambda e: e.code == "unknown_measure"):
        life(folder, "security_council_vetoes.nothing", {})


def test_the_most_repeated_wrong_figures(folder: Path) -> None:
    table = ready(folder, "wrong", 5)
    first = dict(zip(table.columns, table.rows[0], strict=True))
    assert (first["stated"], first["verdict"], first["documents"], first["outlets"]) == (83, "outdated", 32, 2)


def test_outlets_have_bounds_and_few_figures_no_place(folder: Path) -> None:
    table = ready(folder, "outlets", 50)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(r["outlet"], r["judged"], r["outdated"], r["place"]) for r in rows] == [
        ("late", 40, 31, 1),
        ("good", 40, 0, 2),
        ("small", 1, 1, None),
    ]
    assert all(r["low"] <= r["share"] <= r["high"] for r in rows)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 30, 0.0, 0.1135), (15, 30, 0.3315, 0.6685), (1, 1, 0.2065, 1.0)]
)
def test_the_bounds_of_a_share(part: int, whole: int, low: float, high: float) -> None:
    """Against the table of Wilson's interval (Newcombe 1998)."""
    assert bounds(part, whole) == pytest.approx((low, high), abs=1e-4)


def test_what_was_right_and_what_changed(folder: Path) -> None:
    ceased = ready(folder, "ceased", 5)
    first = dict(zip(ceased.columns, ceased.rows[0], strict=True))
    assert (first["stated"], first["documents"], first["until"]) == (83, 50, date(2023, 12, 7))
    changed = ready(folder, "changed", 5)
    rows = [dict(zip(changed.columns, row, strict=True)) for row in changed.rows]
    assert [(r["address"], r["stated"], r["documents"]) for r in rows] == [("https://news.example/1", [83, 84], 2)]


HOSTILE = [
    "COPY claims TO '{folder}/x.csv'",
    "SELECT 1; DROP VIEW claims",
    "ATTACH '{folder}/x.db'",
    "SELECT * FROM read_text('/etc/hostname')",
    "SELECT * FROM glob('/*')",
    "SET enable_external_access = true",
    "INSTALL httpfs",
    "",
]


@pytest.mark.parametrize("sql", HOSTILE)
def test_a_query_only_asks_and_only_the_corpus(sql: str, folder: Path) -> None:
    before = sorted(folder.iterdir())
    with pytest.raises(UsageError):
        ask(folder, sql.format(folder=folder), 10)
    assert sorted(folder.iterdir()) == before


def test_a_query(folder: Path) -> None:
    assert ask(folder, "SELECT count(*) AS n FROM documents", 10).rows == [(83,)]
    assert len(ask(folder, "SELECT * FROM range(1000)", 10).rows) == 10


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("question", [*QUESTIONS, VETOES])
@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_every_question_in_every_form(question: str, form: str, language: str, folder: Path) -> None:
    filters = ("member=USA",) if question == VETOES else ()
    told = answer(Asking(folder, question, filters, None, None, 5), form, language)
    assert ("small" if question == "outlets" else "83") in told
    assert told.endswith("\n")
    if form == "html":
        assert told.count('dir="rtl"') == 1
        assert 'dir="ltr"' in told


def test_a_call_asks_one_thing(folder: Path) -> None:
    for question, sql in ((None, None), ("wrong", "SELECT 1")):
        with pytest.raises(UsageError, check=lambda e: e.code == "what_question"):
            answer(Asking(folder, question, (), sql, None, 5), "json", "en")
    with pytest.raises(InputError, check=lambda e: e.code == "no_corpus"):
        answer(Asking(folder / "claims", "wrong", (), None, None, 5), "json", "en")


def test_the_chart_shows_when_the_figure_held(folder: Path) -> None:
    drawn = words.course(life(folder, VETOES, {"member": "USA"}, 83), "en")
    assert drawn.stated == 83
    assert (date(2023, 10, 18), date(2023, 12, 7)) in drawn.lines[0].holds
    assert "<svg" in page.render(folder, life(folder, VETOES, {"member": "USA"}, 83))


def test_data_of_a_life_is_bounded(folder: Path) -> None:
    told = to_json(life(folder, VETOES, {"member": "USA"}), 3)
    assert len(told["sayings"]) == 3
    assert told["total"]["sayings"] == 83


def test_sentences_that_nearly_agree_are_one_family(folder: Path) -> None:
    from dataclasses import replace

    first = life(folder, VETOES, {"member": "USA"}, 83).sayings[0]
    said = [first.sentence, first.sentence.replace("has used", "had used"), "Quite another sentence about 83 vetoes."]
    told = descended([replace(first, document=str(n), sentence=s) for n, s in enumerate(said)])
    assert [s.family for s in told] == ["0", "0", "2"]


def test_the_same_record_changes_nothing_and_another_does(folder: Path, tmp_path: Path) -> None:
    assert recheck(folder).claims == 83
    assert recheck(folder).changes.rows == []
    import duckdb

    for table in ("documents", "claims", "unchecked", "errors"):
        (tmp_path / table).mkdir()
        where = f"SELECT * FROM '{folder / table}/*.parquet'"
        if table == "claims":  # as an older record would have had it
            was = "CASE WHEN document = 'small' THEN 'supported' ELSE verdict END AS verdict"
            where = f"SELECT * REPLACE ({was}) FROM ({where})"
        duckdb.sql(where).write_parquet(str(tmp_path / table / "part-000001.parquet"))
    write(tmp_path, read_manifest(folder))
    changes = recheck(tmp_path).changes
    row = dict(zip(changes.columns, changes.rows[0], strict=True))
    assert len(changes.rows) == 1
    assert (row["document"], row["verdict"], row["verdict_now"]) == ("small", "supported", "outdated")


@pytest.fixture
def command(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        code = "from tahqiq.interfaces.cli import main; main()"
        return subprocess.run([sys.executable, "-c", code, "corpus", *arguments], capture_output=True, text=True)

    return run


def test_the_command(command: Callable[..., subprocess.CompletedProcess[str]], folder: Path, tmp_path: Path) -> None:
    told = command("ask", str(folder), VETOES, "member=USA", "--stated", "83")
    assert json.loads(told.stdout)["total"]["sayings"] == 82
    told = command("ask", str(folder), "--format", "html", "--out", str(tmp_path / "x.html"))
    assert told.returncode == 0
    assert (tmp_path / "x.html").read_text("utf-8").startswith("<!doctype html>")
    assert command("recheck", str(folder)).stdout.startswith("83 claims judged anew")
    assert command("ask", str(folder), "--sql", "nonsense").returncode == 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_feeds(language: str, folder: Path) -> None:
    made = json_feed(folder, language, 3)
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    days = [item["date_published"] for item in made["items"]]
    assert days == sorted(days, reverse=True)
    assert all({"id", "content_text"} <= set(item) for item in made["items"])
    assert "87" in made["items"][0]["content_text"]
    reviewed = review_feed(folder, language, 100, date(2026, 6, 1))
    assert reviewed["@type"] == "DataFeed"
    found = {r["itemReviewed"]["appearance"].get("url"): r for e in reviewed["dataFeedElement"] for r in e["item"]}
    review = found["https://news.example/1"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"].startswith("The United States has used its veto 8")
    assert review["inLanguage"] == language
