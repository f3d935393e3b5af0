from __future__ import annotations

import csv
import io
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree

import duckdb
import pytest
from starlette.testclient import TestClient

from tahqiq.catalog.registers import load_registers
from tahqiq.interfaces.web.records import in_order
from tahqiq.record.ask import ask
from tahqiq.record.tables import table_names

CASTS = "/en/record/security_council_vetoes/casts"
ATOM = "{http://www.w3.org/2005/Atom}"
TABLES = [(r.id, name) for r in load_registers().values() for name in table_names(r)]


def test_every_register_and_its_data(client: TestClient) -> None:
    listed = client.get("/en/record.json").json()["registers"]
    assert [r["id"] for r in listed] == [r.id for r in in_order()]
    for register in listed:
        for lang in ("en", "ar"):
            page = client.get(f"/{lang}/record/{register['id']}")
            assert page.status_code == 200
            data = client.get(f"/{lang}/record/{register['id']}.json").json()
            assert data["register"]["title"] in page.text.replace("&#39;", "'")
            assert data["sources"]


@pytest.mark.parametrize(("register", "table"), TABLES)
def test_every_table(client: TestClient, register: str, table: str) -> None:
    page = client.get(f"/ar/record/{register}/{table}")
    assert page.status_code == 200
    assert page.text.count("<tr>") > 1


@pytest.mark.parametrize(
    ("member", "about", "choices"),
    [
        ("USA", "ISR", {"unit_rule": "whole_drafts", "about_rule": "by_subject"}),
        ("USA", "ISR", {"unit_rule": "every_vote", "about_rule": "by_subject_with_amendments"}),
        ("GBR", None, {"unit_rule": "library_2022"}),
    ],
)
def test_the_rows_shown_are_those_a_figure_counts(
    client: TestClient, member: str, about: str | None, choices: dict[str, str]
) -> None:
    filters = {"member": member, **({"about": about} if about else {})}
    asked = ask("security_council_vetoes.vetoes_cast", {**filters, **choices}, as_of=date(2020, 1, 1)).answers[0]
    params = {**filters, **choices, "until": "2020-01-01", "size": "1000"}
    data = client.get(f"{CASTS}.json", params=params).json()
    assert (data["total"], sorted(r["vote"] for r in data["rows"])) == (asked.value, sorted(asked.rows))
    rows = list(csv.DictReader(io.StringIO(client.get(f"{CASTS}.csv", params=params).text)))
    assert [r["vote"] for r in rows] == [r["vote"] for r in data["rows"]]
    (path := io.BytesIO(client.get(f"{CASTS}.parquet", params=params).content)).seek(0)
    assert path.read(4) == b"PAR1"
    assert f"<b>{asked.value} entr" in client.get(CASTS, params=params).text


def test_parquet_holds_what_is_filtered(client: TestClient, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("rows") / "a.parquet"
    file.write_bytes(client.get(f"{CASTS}.parquet", params={"member": "FRA"}).content)
    with duckdb.connect() as con:
        found = con.execute(f"SELECT member, count(*) FROM '{file.as_posix()}' GROUP BY 1").fetchall()
    assert found == [("FRA", client.get(f"{CASTS}.json", params={"member": "FRA"}).json()["total"])]


def test_sorting_search_and_pages(client: TestClient) -> None:
    up = [r["date"] for r in client.get(f"{CASTS}.json", params={"sort": "date", "size": 1000}).json()["rows"]]
    down = [
        r["date"]
        for r in client.get(f"{CASTS}.json", params={"sort": "date", "down": "true", "size": 1000}).json()["rows"]
    ]
    assert up == sorted(up) == down[::-1]
    words = client.get(f"{CASTS}.json", params={"q": "S/2023/970"}).json()
    assert [r["vote"] for r in words["rows"]] == ["S/2023/970"]
    named = client.get(f"{CASTS}.json", params={"q": "admission to the United Nations", "size": 1000}).json()
    coded = client.get(f"{CASTS}.json", params={"topic": "admission", "size": 1000}).json()
    assert {r["vote"] for r in coded["rows"]} <= {r["vote"] for r in named["rows"]}
    assert 0 < len(coded["rows"]) <= len(named["rows"]) < len(up)
    second = client.get(CASTS, params={"page": 2}).text
    alike = client.get(f"{CASTS}.json", params={"page": 2}).json()
    assert len(alike["rows"]) == 50
    assert all(r["vote"] in second for r in alike["rows"])
    assert 'rel="prev"' in second
    assert 'rel="next"' in second
    assert client.get(CASTS, params={"page": 900}).status_code == 200


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("member=XXX", 400, "unknown_value"),
        ("colour=red", 400, "unknown_filter"),
        ("sort=nothing", 400, "unknown_value"),
        ("since=yesterday", 400, "bad_date"),
        ("page=0", 422, "invalid_parameter"),
        ("q=" + quote("'; DROP TABLE votes; --"), 200, None),
        ("member=" + quote("USA' OR '1'='1"), 400, "unknown_value"),
        ("sort=" + quote('date" DESC; --'), 400, "unknown_value"),
    ],
)
def test_questions_that_cannot_be_asked(client: TestClient, query: str, status: int, code: str | None) -> None:
    answer = client.get(f"{CASTS}.json?{query}")
    assert answer.status_code == status
    assert answer.json().get("error", {}).get("code") == code


def test_a_row_says_what_it_changed(client: TestClient) -> None:
    data = client.get("/en/record/security_council_vetoes/votes/S/2023/970.json").json()
    fields = {f["name"]: f["values"] for f in data["fields"]}
    assert data["day"] == "2023-12-08"
    assert (fields["vetoed_by"], fields["meeting"]) == (["USA"], ["S/PV.9499"])
    assert data["sources"]
    stood = {(c["about"], c["stood"]["value"]) for c in data["counts"] if c["usual"]}
    assert ("United States; Israel", 46) in stood
    assert {e["register"] for e in data["elsewhere"]} == {"council_votes"}
    assert client.get("/ar/record/security_council_vetoes/votes/S/2023/970").status_code == 200


@pytest.mark.parametrize("row", ["S/NONE", "..%2f..%2fetc%2fpasswd", "%00", "a" * 3000])
def test_a_row_that_is_not_there(client: TestClient, row: str) -> None:
    assert client.get(f"/en/record/security_council_vetoes/votes/{row}").status_code in (404, 400)


def test_a_row_whose_id_holds_a_number_sign(client: TestClient) -> None:
    rows = client.get(f"{CASTS}.json", params={"size": 1000}).json()["rows"]
    row = next(r["vote"] for r in rows if "#" in r["vote"])
    assert client.get(f"{CASTS}/{quote(row)}").status_code == 200
    assert f"{CASTS}/{quote(row)}" in client.get(CASTS, params={"q": row}).text


def test_the_feed_has_the_newest_rows(client: TestClient) -> None:
    answer = client.get(f"{CASTS}.atom", params={"member": "USA"})
    feed = ElementTree.fromstring(answer.text)
    entries = feed.findall(f"{ATOM}entry")
    assert len({e.findtext(f"{ATOM}id") for e in entries}) == len(entries) == 50
    days = [e.findtext(f"{ATOM}updated") or "" for e in entries]
    assert days == sorted(days, reverse=True)
    assert client.get("/en/record/security_council_vetoes/vetoes.atom").status_code == 400
