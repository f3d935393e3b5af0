"""Two versions of the record held against each other: rows, figures, and the verdicts of past reports."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import tahqiq
from tahqiq.catalog.version import ABOUT, DATA
from tahqiq.errors import TahqiqError
from tahqiq.interfaces.comparing import Difference, difference, to_json
from tahqiq.interfaces.records import record
from tahqiq.record.changes import changes
from tahqiq.reporting.report.data import to_json as report_json
from tahqiq.reporting.words.messages import languages

VETO = "S/2025/583"
ARTICLE = """By June 2026 the United States had used its veto 51 times for Israel.
In 2022 US military aid to Israel was $3.3 billion."""
VETOES = Path("records", "security_council_vetoes", "data")


def without(path: Path, sign: str) -> int:
    """Take the lines that begin so out of a table; how many there were."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(sign)]
    path.write_text("".join(kept), "utf-8")
    return len(lines) - len(kept)


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A version from before one veto, with another product of the United States in 2023."""
    folder = tmp_path_factory.mktemp("versions") / "2025-01-01-000000-aa"
    for part in ("records", "compiled"):
        shutil.copytree(DATA / part, folder / part)
    (folder / ABOUT).write_text("{}", "utf-8")
    taken = [without(folder / VETOES / f"{table}.csv", f"{VETO},") for table in ("votes", "vetoes", "about")]
    assert taken == [1, 1, 2]
    gdp = folder / "records" / "gdp" / "data" / "gdp.csv"
    gdp.write_text(gdp.read_text("utf-8").replace("\nUSA,2023,27360935000000,", "\nUSA,2023,27000000000000,"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    report = report_json(tahqiq.check(ARTICLE, today="2026-06-30"))
    assert [c["verdict"] for c in report["claims"]] == ["supported", "supported"]
    (folder / "article.json").write_text(json.dumps(report, ensure_ascii=False), "utf-8")
    (folder / "other.json").write_text("{}", "utf-8")
    return folder


@pytest.fixture(scope="module")
def found(older: Path, reports: Path) -> Difference:
    return difference(older, DATA, reports)


def test_rows_are_told_apart_by_their_keys(older: Path, found: Difference) -> None:
    told = {name: {t.table: [(c.kind, c.key) for c in t.rows] for t in tables} for name, tables in found.tables.items()}
    assert told == {
        "gdp": {"gdp": [("changed", ("USA", "2023"))]},
        "security_council_vetoes": {
            "votes": [("added", (VETO,))],
            "vetoes": [("added", (VETO, "USA"))],
            "about": [("added", (VETO, "ISR")), ("added", (VETO, "PSE"))],
        },
    }
    change = found.tables["gdp"][0].rows[0]
    assert (change.before, change.now) == ({"value": "27000000000000"}, {"value": "27360935000000"})
    back = changes(DATA / "records" / "gdp", older / "records" / "gdp")
    assert (back[0].rows[0].before, back[0].rows[0].now) == (change.now, change.before)


def test_figures_change_by_just_that_veto(found: Difference) -> None:
    cast = "security_council_vetoes.vetoes_cast"
    assert found.figures[f"{cast} member=USA about=ISR"] == (50, 51)
    assert found.figures[f"{cast} member=USA"] == (88, 89)
    assert found.figures["gdp.product country=USA"] == (27e12, 27_360_935_000_000)
    counts = {key: pair for key, pair in found.figures.items() if key.startswith(cast)}
    assert all(now - (before or 0) == 1 for before, now in counts.values())
    assert not any("RUS" in key or "country=EGY" in key for key in found.figures)


def test_verdicts_that_change_are_told_and_no_others(found: Difference, reports: Path) -> None:
    assert found.judged == 2
    assert [(Path(report).name, quote[-22:], *pair) for (report, _, quote), pair in found.claims.items()] == [
        ("article.json", "51 times for Israel", "supported_under", "supported")
    ]
    assert found.skipped == (str(reports / "other.json"),)


@pytest.mark.parametrize("language", languages())
def test_it_is_told_in_words(older: Path, reports: Path, language: str) -> None:
    words = [
        "diff",
        str(older),
        "shipped",
        "--reports",
        str(reports),
        "--show",
        "500",
        "--format",
        "text",
        "--lang",
        language,
    ]
    told = CliRunner().invoke(record, words)
    assert told.exit_code == 0, told.output
    assert VETO in told.output
    assert "security_council_vetoes.vetoes_cast member=USA about=ISR  50 -> 51" in told.output
    assert "51 times for Israel" in told.output
    assert "diff-" not in told.output


def test_nothing_differs_from_itself(found: Difference) -> None:
    same = difference(DATA, DATA)
    assert to_json(same) == {"rows": {}, "figures": [], "claims": [], "claims_judged": 0, "skipped": []}
    assert json.loads(json.dumps(to_json(found)))["claims_judged"] == 2


def test_a_version_that_is_none_is_refused(tmp_path: Path) -> None:
    told = CliRunner().invoke(record, ["diff", "shipped", str(tmp_path)])
    assert isinstance(told.exception, TahqiqError)
    assert told.exception.code == "unknown_version"
