from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

PAGES = ("/en/record", "/en/record.json", "/en/about", "/en/figures/gdp/product.json?country=EGY", "/robots.txt")


@pytest.mark.parametrize("path", PAGES)
def test_a_head_is_that_of_the_page(client: TestClient, path: str) -> None:
    head, page = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == page.headers["content-type"]


@pytest.mark.parametrize("path", PAGES[:4])
def test_a_fresh_copy_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": "W/other"}).status_code == 200


def test_data_may_be_asked_from_any_page_and_nothing_may_be_sent(client: TestClient) -> None:
    origin = {"Origin": "https://news.example"}
    assert client.get("/en/record.json", headers=origin).headers["access-control-allow-origin"] == "*"
    asked = {**origin, "Access-Control-Request-Method": "DELETE"}
    assert client.options("/api/reports/x", headers=asked).status_code == 400


def test_the_site_map_leads_to_pages(client: TestClient) -> None:
    found = re.findall(r"<loc>[^<]*?(/(?:en|ar)/[^<]*)</loc>", client.get("/sitemap.xml").text)
    assert len(found) > 300
    for path in found[:: len(found) // 8]:
        assert client.get(path).status_code == 200


def test_a_reader_is_told_in_a_page_that_there_is_none(client: TestClient) -> None:
    answer = client.get("/nosuch", headers={"Accept": "text/html", "Accept-Language": "ar"})
    assert answer.status_code == 404
    assert 'lang="ar"' in answer.text


@pytest.mark.parametrize(
    ("fields", "field"), [({"text": ""}, "text"), ({"text": "Vetoes: 83.", "published": "x"}, "published")]
)
def test_what_is_wrong_is_told_at_its_field(client: TestClient, fields: dict[str, str], field: str) -> None:
    answer = client.post("/en/check", files={name: (None, value) for name, value in fields.items()})
    assert answer.status_code in (400, 422)
    assert f'id="{field}-fault"' in answer.text
    assert fields["text"] in answer.text


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", ["about", "method", "corrections", "developers"])
def test_the_pages_of_the_institution(client: TestClient, lang: str, name: str) -> None:
    page = client.get(f"/{lang}/{name}").text
    assert page.count("<h1>") == 1
    assert f'hreflang="{lang}"' in page
