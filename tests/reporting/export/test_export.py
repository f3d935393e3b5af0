"""What is exported is what the record holds, and the programs it is meant for accept it."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from frictionless import Package, system

from tahqiq.catalog.registers import load_registers
from tahqiq.errors import InputError
from tahqiq.record.tables import load_table, table_names
from tahqiq.reporting.export.writing import export

VETOES = "security_council_vetoes"
SOME = ("events", VETOES)
Exported = Callable[[str], Path]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    made: dict[str, Path] = {}

    def make(form: str) -> Path:
        if form not in made:
            made[form] = tmp_path_factory.mktemp(form)
            chosen = {name: load_registers()[name] for name in SOME}
            assert list(export(chosen, form, made[form], "en")) == list(SOME)
        return made[form]

    return make


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def head(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("register", SOME)
def test_every_table_is_written_whole(form: str, register: str, exported: Exported) -> None:
    folder = exported(form) / register
    for name in table_names(load_registers()[register]):
        (counted,) = duckdb.sql(f"SELECT count(*) FROM '{folder / name}.{form}'").fetchall()
        assert counted[0] == load_table(register, name).total
    assert {source["id"] for source in read(folder / "sources.json")} > {"DHL2026"} or register != VETOES


@pytest.mark.parametrize("register", SOME)
def test_the_data_package_is_valid(register: str, exported: Exported) -> None:
    path = exported("datapackage") / register / "datapackage.json"
    with system.use_context(trusted=True):
        report = Package(str(path)).validate()
    assert report.valid, report.flatten(["message"])
    package = read(path)
    assert package["licenses"][0]["name"] == "CC0-1.0"
    assert all(source["title"] for source in package["sources"])


@pytest.mark.parametrize("register", SOME)
def test_csv_on_the_web_names_the_columns_that_stand_in_the_files(register: str, exported: Exported) -> None:
    folder = exported("csvw") / register
    tables = read(folder / "csv-metadata.json")["tables"]
    assert {t["url"] for t in tables} == {path.name for path in folder.glob("*.csv")}
    for table in tables:
        assert [c["titles"] for c in table["tableSchema"]["columns"]] == head(folder / table["url"])
        assert {label["@language"] for label in table["dc:title"]} == {"ar", "en"}


@pytest.mark.parametrize("register", SOME)
def test_croissant_describes_files_that_are_there(register: str, exported: Exported) -> None:
    folder = exported("croissant") / register
    told = read(folder / "croissant.json")
    for file in told["distribution"]:
        assert hashlib.sha256((folder / file["contentUrl"]).read_bytes()).hexdigest() == file["sha256"]
    for records in told["recordSet"]:
        assert [f["source"]["extract"]["column"] for f in records["field"]] == head(folder / f"{records['@id']}.csv")


def test_the_catalogue_leads_to_every_file(exported: Exported) -> None:
    folder = exported("dcat")
    datasets = read(folder / "catalog.jsonld")["dcat:dataset"]
    assert [found["dct:identifier"] for found in datasets] == list(SOME)
    files = {d["dcat:downloadURL"]["@id"] for found in datasets for d in found["dcat:distribution"]}
    assert files == {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}


def shown(folder: Path, address: str) -> str:
    """What Datasette itself answers, as `datasette DIR` opens the folder."""
    call = [sys.executable, "-W", "ignore", "-m", "datasette", str(folder), "--get", address]
    return subprocess.run(call, capture_output=True, text=True, check=True, timeout=120).stdout


def test_datasette_opens_the_databases_with_titles_sources_and_facets(exported: Exported) -> None:
    folder = exported("sqlite")
    page = shown(folder, f"/{VETOES}/casts")
    for words in ("Vetoes, one for each member that cast one", "CC0-1.0", "United Nations", "United States"):
        assert words in page
    found = json.loads(shown(folder, f"/{VETOES}/casts.json?_labels=on&_size=max"))
    assert "member" in json.dumps(found["facet_results"])
    assert found["filtered_table_rows_count"] == load_table(VETOES, "casts").total


def test_the_database_counts_as_the_record_does(exported: Exported) -> None:
    database = sqlite3.connect(exported("sqlite") / f"{VETOES}.db")
    (counted,) = database.execute("SELECT count(*) FROM casts WHERE member = 'USA' AND date <= '2023-11-01'").fetchone()
    (named,) = database.execute("SELECT name FROM place_names WHERE code = 'USA'").fetchone()
    database.close()
    assert (counted >= 83, named) == (True, "United States")


def test_units_are_told_beside_the_columns(exported: Exported, tmp_path: Path) -> None:
    list(export({"gdp": load_registers()["gdp"]}, "sqlite", tmp_path, "ar"))
    database = read(tmp_path / "metadata.json")["databases"]["gdp"]
    assert "[USD]" in database["tables"]["by_year"]["columns"]["value"]
    assert database["title"] == load_registers()["gdp"].title["ar"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", "utf-8")
    with pytest.raises(InputError):
        list(export({}, "csv", tmp_path / "taken", "en"))
