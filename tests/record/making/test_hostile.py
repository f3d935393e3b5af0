"""Tables that are broken, or made to break: one plain line says where and what, in either language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tahqiq.errors import InputError
from tahqiq.interfaces.telling import say
from tahqiq.record.making.grid import read_grid
from tahqiq.record.making.plan import make_plan

LARGE = 10_000_000


def sheet(path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (["country", "GDP"], ["France", "=1+1"]):
        page.append(row)
    book.save(path)


Case = tuple[str, str | bytes | Callable[[Path], None], str]
HOSTILE: dict[str, Case] = {
    "one cell of 10 MB": ("a.csv", "country,gdp\nFrance," + "9" * LARGE, "long_cell"),
    "a quote that never closes": ("a.csv", 'country,gdp\n"France,1\n' + "Egypt,2\n" * 100_000, "long_cell"),
    "5,000 columns": ("a.csv", ",".join(f"c{n}" for n in range(5000)) + "\n" + ",".join("1" * 5000), "many_columns"),
    "a formula in text": ("a.csv", 'country,gdp\nFrance,"=HYPERLINK(1)"\n', "formula"),
    "a formula in Excel": ("a.xlsx", sheet, "formula"),
    "mixed types": ("a.csv", "country,gdp\nFrance,1\nEgypt,many\nJordan,few\n", "no_figures"),
    "two figures for one key": ("a.csv", "country,year,gdp\nFrance,2020,1\nEgypt,2020,2\nFrance,2020,3\n", "same_row"),
    "rows that nothing tells apart": ("a.csv", "id,gdp\n" + "".join(f"n{n},{n}\n" for n in range(300)), "no_row_key"),
    "cells without a head": ("a.csv", "country,gdp\nFrance,1\nEgypt,2,3\n", "ragged"),
    "no figures": ("a.csv", "country,capital\nFrance,Paris\nEgypt,Cairo\n", "no_figures"),
    "no table": ("a.csv", "This is a text.\nIt has no columns.\n", "no_table"),
    "nothing": ("a.csv", "", "empty"),
    "binary": ("a.csv", bytes(range(256)) * 4, "binary"),
    "a broken workbook": ("a.xlsx", b"PK\x03\x04" + b"\0" * 400, "broken_table"),
    "a broken Parquet file": ("a.parquet", b"PAR1" + b"\0" * 400, "broken_table"),
    "objects in cells": ("a.jsonl", json.dumps({"country": "France", "gdp": {"usd": 1}}), "nested_cell"),
    "JSON that is no rows": ("a.json", "[1, 2, 3]", "no_table"),
    "JSON cut off": ("a.jsonl", '{"country": "France", "gdp":', "broken_table"),
}


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE.keys())
def test_one_plain_line_says_what_is_wrong(
    case: tuple[str, str | bytes | Callable[[Path], None], str], tmp_path: Path
) -> None:
    name, made, code = case
    path = tmp_path / name
    if callable(made):
        made(path)
    else:
        path.write_bytes(made.encode() if isinstance(made, str) else made)
    with pytest.raises(InputError) as told:
        make_plan(read_grid(path), "a", "a")
    assert told.value.code == code
    for language in ("en", "ar"):
        said = say(told.value, language)
        assert "\n" not in said
        assert len(said) < 300
        assert name in said


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"{c},2020,{n}\n" for n, c in enumerate(("France", "Egypt", "Jordan", "Peru", "Chad"), 1))
    path.write_text(
        "country,year,gdp\n" + rows + "Atlantis,2020,7\nChina,2020,many\nIndia,2020,n/a\n", encoding="utf-8"
    )
    plan = make_plan(read_grid(path), "a", "a")
    assert [row["country"] for row in plan.rows] == ["FRA", "EGY", "JOR", "PER", "TCD"]
    assert {left.code: dict(left.details) for left in plan.left_out} == {
        "cell": {"line": 8, "column": "gdp", "value": "many"},
        "places": {"names": "Atlantis", "count": 1},
    }


LONG = [(c, 2021 + n, first + n) for c, first in (("France", 1.5), ("Egypt", 4.5)) for n in range(3)]
FORMS: dict[str, tuple[str, bytes]] = {
    "semicolons and decimal commas": ("a.csv", b"Land;2021;2022;2023\nFrance;1,5;2,5;3,5\nEgypt;4,5;5,5;6,5\n"),
    "tabs in UTF-16": (
        "a.tsv",
        "Land\t2021\t2022\t2023\nFrance\t1.5\t2.5\t3.5\nEgypt\t4.5\t5.5\t6.5\n".encode("utf-16"),
    ),
    "a title above the heads": (
        "a.csv",
        ("Figures,,\n\nLand,year,gdp\n" + "".join(f"{c},{y},{v}\n" for c, y, v in LONG)).encode(),
    ),
    "Arabic digits": ("a.csv", "الدولة,2021,2022,2023\nفرنسا,١٫٥,٢٫٥,٣٫٥\nمصر,٤٫٥,٥٫٥,٦٫٥\n".encode()),
    "JSON lines": (
        "a.jsonl",
        "\n".join(json.dumps({"Land": c, "year": y, "gdp": v}) for c, y, v in LONG).encode(),
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_separators_encodings_and_shapes_are_found(form: tuple[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / form[0]
    path.write_bytes(form[1])
    plan = make_plan(read_grid(path), "a", "GDP")
    figures = {(r[plan.dimensions[0].id], r["year"]): float(r[plan.measures[0].id]) for r in plan.rows}
    wanted = {"FRA": (1.5, 2.5, 3.5), "EGY": (4.5, 5.5, 6.5)}
    assert figures == {(c, str(2021 + n)): v for c, listed in wanted.items() for n, v in enumerate(listed)}
