"""The aid registers rebuilt from their source files: the same data, and the official columns of constant dollars."""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb
import pytest

import tahqiq

RECORDS = Path(tahqiq.__file__).parent / "data" / "records"
SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources" / "aid"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SOURCES.exists(), reason="the source files lie beside a full checkout only"),
    pytest.mark.filterwarnings("ignore:Workbook contains no default style:UserWarning"),
]
# An official total adds amounts that were deflated and rounded one by one, so it may differ from the deflated total by
# a few hundred dollars, or by one part in fifty thousand for the largest (the World, several hundred entries a year).
DOLLARS, RELATIVE = 300, 2e-5


def load(register: str) -> ModuleType:
    name = f"build_{register}"
    spec = importlib.util.spec_from_file_location(name, RECORDS / register / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def aid() -> ModuleType:
    return load("us_foreign_assistance")


@pytest.fixture(scope="module")
def built(aid: ModuleType) -> Any:
    return aid.build(SOURCES / "raw")


def test_amounts_are_those_shipped(built: Any) -> None:
    path = RECORDS / "us_foreign_assistance" / "data" / "amounts.parquet"
    rows = duckdb.connect().execute(f"FROM read_parquet('{path}')").fetchall()
    assert {r[:5]: r[5:] for r in rows} == built[0]


def test_prices_are_those_shipped(built: Any) -> None:
    with (RECORDS / "us_foreign_assistance" / "data" / "prices.csv").open(encoding="utf-8", newline="") as file:
        shipped = {(r["series"], r["fiscal_year"]): (float(r["index"]), r["sources"]) for r in csv.DictReader(file)}
    assert shipped == built[1]


def test_constant_dollars_agree_with_the_official_columns(aid: ModuleType, built: Any) -> None:
    """One index a year serves all recipients of an edition: nothing is copied, everything agrees."""
    index = {key: value for key, (value, _) in built[1].items()}
    names = {n: r["recipient"] for r in recipients(aid) for n in (r["name"], *r["aliases"].split("|")) if n}
    compared = 0
    for edition in aid.table("editions"):
        reader = aid.greenbook if edition["edition"] == "greenbook_2022" else aid.country_file
        source, series, base = edition["sources"], edition["series"], edition["base_year"]
        rows = aid.summed(reader(source, aid.read(source, SOURCES / "raw")), names)
        for (*_, year), (current, constant) in rows.items():
            ours = current * index[series, base] / index[series, year]
            assert abs(ours - constant) <= max(DOLLARS, RELATIVE * abs(constant))
            compared += 1
        assert index[series, base] == pytest.approx(1, abs=1e-6)
    assert compared > 130_000


def test_index_is_that_of_the_budget(built: Any) -> None:
    """The index of the edition of December 2024 is the GDP index of the budget of fiscal year 2024, to its digits."""
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(SOURCES / "raw" / "omb_hist10z1_fy2024.xlsx").worksheets[0]
    official = {str(r[0]): r[2] for r in sheet.iter_rows(values_only=True) if isinstance(r[2], float)}
    ours = {year: value for (series, year), (value, _) in built[1].items() if series == "gdp_2024_12"}
    for year in ("1951", "1960", "1976", "1990", "2000", "2010", "2020"):
        assert ours[year] == pytest.approx(official[year] / official["2022"], rel=0.001)


def recipients(aid: ModuleType) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = aid.table("recipients")
    return rows


def test_a_changed_source_stops_the_build(aid: ModuleType) -> None:
    """The guard of a correction fails when the source has mended itself."""
    lines = (SOURCES / "raw" / "fa_country_lublog.csv").read_text("utf-8-sig").splitlines()
    mended = "\n".join(line for line in lines if not line.startswith("WLD,World,7,World,UMIC"))
    with pytest.raises(SystemExit, match="world_twice"):
        aid.country_file("fa_2023_09", mended.encode())


def test_sources_that_are_not_at_hand_keep_their_rows(aid: ModuleType, built: Any, tmp_path: Path) -> None:
    """One new file in a folder is enough to see what it would change."""
    name = aid.SOURCES["fa_2023_09"]["file"]
    text = (SOURCES / "raw" / name).read_text("utf-8")
    key = ("2023-09", "obligations", "total", "ISR", "2022")
    amount = built[0][key][0]
    (tmp_path / name).write_text(text.replace(f"Obligations,2022,{amount},", "Obligations,2022,1,"), "utf-8")
    partly = aid.build(tmp_path)
    assert {k: v[0] for k, v in partly[0].items() if built[0][k] != v} == {key: 1}
    assert partly[1] == built[1]


def test_an_unknown_recipient_stops_the_build(aid: ModuleType) -> None:
    with pytest.raises(KeyError):
        aid.summed([("obligations", "total", "Atlantis", "2024", "1", "1")], {"Aruba": "ABW"})


def test_changes_are_told_per_recipient_and_year(
    aid: ModuleType, built: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ("2025-11", "obligations", "total", "ISR", "2024")
    changed = built[0] | {key: (built[0][key][0] + 1000, "fa_2025_11")}
    aid.report(changed)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t")[:5] == list(key)
    assert lines[-1].endswith("1 differ from the shipped data")


def test_appropriations_are_those_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    module = load("us_appropriations")
    tables = module.build(SOURCES / "raw")
    module.report(tables["lines"][1])
    assert capsys.readouterr().out.splitlines()[-1].endswith("; 0 differ from the shipped data")
    for name, (fields, rows) in tables.items():
        with (module.DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert list(csv.DictReader(file)) == [{f: str(r[f]) for f in fields} for r in rows]


def test_spending_is_that_shipped() -> None:
    module = load("military_spending")
    rows = module.country_rows(SOURCES / "sipri_israel_milex.csv", "ISR", "sipri_2025")
    shipped = [row for row in module.shipped() if row["sources"] == "sipri_2025"]
    assert [{**row, "usd": str(row["usd"])} for row in rows] == shipped
