"""Every page is data too, from the same function."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import etree
from starlette.testclient import TestClient

from tahqiq.record.history import shipped

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


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_changed_in_the_data_is_a_feed(client: TestClient, language: str) -> None:
    feed = etree.fromstring(client.get(f"/{language}/changes.atom").content)
    space = {"a": "http://www.w3.org/2005/Atom"}
    ids = feed.xpath("//a:entry/a:id/text()", namespaces=space)
    assert len(ids) == len(set(ids)) == len(shipped())
    days = feed.xpath("//a:entry/a:updated/text()", namespaces=space)
    assert days == sorted(days, reverse=True)
    assert feed.xpath("string(/a:feed/a:updated)", namespaces=space) == days[0]
    told = feed.xpath("string(//a:entry[contains(a:id, 'security_council_vetoes')]/a:summary)", namespaces=space)
    assert "111" in told  # the French vote, the place of another, and a witness
    assert "diff-" not in told
