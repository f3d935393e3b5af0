"""Every page is data too, from the same function."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

SALE = "buyer=SAU&channel=FMS&item=MDE&value=14000000&date=2022-08-02"
PAGES = [
    "/record",
    "/record/security_council_vetoes",
    "/record/security_council_vetoes/votes?vetoed_by=FRA",
    "/record/security_council_vetoes/votes/S/2023/970",
    "/figures",
    "/figures/security_council_vetoes/vetoes_cast?member=USA",
    f"/law?{SALE}",
    "/dossier?as_of=2024-08-01",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_is_data_too(client: TestClient, page: str, lang: str) -> None:
    path, _, query = f"/{lang}{page}".partition("?")
    assert client.get(f"{path}?{query}").headers["content-type"].startswith("text/html")
    assert client.get(f"{path}.json?{query}").headers["content-type"] == "application/json"
    table = client.get(f"{path}.csv?{query}")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    lines = list(csv.reader(io.StringIO(table.text)))
    assert len(lines) > 1
    assert {len(line) for line in lines} == {len(lines[0])}
