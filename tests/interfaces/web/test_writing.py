"""A dossier of one's own: worked out as it is written, refused with the line of what is wrong, and downloaded."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from tahqiq.interfaces.web.writing import BINDINGS, LONGEST, WAYS
from tahqiq.reporting.dossier.parse import parse

VALUE = WAYS["value"]


def told(answer: str) -> str:
    found = re.search(r'role="alert">(.*?)</div>', answer, re.DOTALL)
    return re.sub("[\u2068\u2069]|<[^>]+>", "", unescape(found[1])) if found else ""


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_page_begins_with_a_text_that_is_worked_out(client: TestClient, lang: str) -> None:
    page = client.get(f"/{lang}/dossier/write")
    assert page.status_code == 200
    assert not told(page.text)
    assert "{{ figure" in unescape(page.text)
    assert page.text.index('class="bound"') > page.text.index('id="preview"')


def test_every_example_of_the_page_is_worked_out(client: TestClient) -> None:
    text = "\n\n".join(WAYS.values())
    answer = client.post("/en/dossier/write", data={"text": text, "as_of": "2024-08-01"})
    assert not told(answer.text)
    assert ">48 vetoes<" in answer.text
    assert "<picture>" in answer.text


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "One\n\nIn 2024.", "3: a number that nothing binds: '2024.'"),
        ("ar", "في سنة 2024", "1: رقم لا يربطه شيء بالسجلّ: «2024»"),
        ("ar", "{{ law buyer=SAU as notice }}", "هذا ناقص أو غير صحيح"),
        ("en", f"{VALUE}\n" * (BINDINGS + 1), f"at most {BINDINGS} bindings"),
        ("en", "a" * (LONGEST + 1), "too large"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_in_the_language_of_the_page(
    client: TestClient, lang: str, text: str, said: str
) -> None:
    given = {"title": "A", "text": text}
    answer = client.post(f"/{lang}/dossier/write", data=given)
    assert answer.status_code == 200
    assert client.post(f"/{lang}/dossier/write", data={**given, "way": "html"}).status_code == 422
    assert said in told(answer.text)


def test_what_was_written_is_downloaded_and_can_be_worked_out_again(client: TestClient) -> None:
    given = {"title": 'The "veto"', "text": f"So far {VALUE}.", "as_of": "2024-08-01"}
    source = client.post("/en/dossier/write", data={**given, "way": "source"})
    assert parse(source.text).title == given["title"]
    assert "attachment" in source.headers["content-disposition"]
    assert "So far 48 vetoes" in client.post("/en/dossier/write", data={**given, "way": "md"}).text
    page = client.post("/en/dossier/write", data={**given, "way": "html"})
    assert "<script" not in page.text
    assert "48 vetoes" in page.text


def test_markup_in_a_text_is_text(client: TestClient) -> None:
    answer = client.post("/en/dossier/write", data={"text": "<script>alert()</script> [a](javascript:alert())"})
    assert "<script>alert" not in answer.text
    assert 'href="javascript' not in answer.text
