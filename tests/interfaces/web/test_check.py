from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pytest
from starlette.testclient import TestClient

from tahqiq.interfaces.web import Settings, create_app
from tahqiq.interfaces.web.jobs import CLAIMS

ENGLISH = "As of August 2024 Washington had used its veto 83 times, 46 of them in favour of Israel."
ARABIC = (
    "\u0627\u0633\u062a\u062e\u062f\u0645\u062a \u0627\u0644\u0648\u0644\u0627\u064a\u0627\u062a "
    "\u0627\u0644\u0645\u062a\u062d\u062f\u0629 \u062d\u0642 \u0627\u0644\u0646\u0642\u0636 83 \u0645\u0631\u0629"
)


def check(client: TestClient, text: str, lang: str = "en", **fields: str) -> tuple[str, str]:
    """The address and the key of the report of a text, as its page tells them."""
    files = {name: (None, value) for name, value in {"text": text, **fields}.items()}
    answer = client.post(f"/{lang}/check", files=files)
    assert answer.status_code == 200, answer.text
    where = re.search(r'data-path="([^"]+)"', answer.text)
    key = re.search(r'name="key"[^>]* value="([^"]+)"', answer.text)
    assert where is not None
    assert key is not None
    assert answer.headers["cache-control"] == "no-store"
    return where[1], key[1]


def test_a_text_becomes_a_report_that_keeps(client: TestClient) -> None:
    where, key = check(client, ENGLISH)
    page = client.get(where)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert key not in page.text
    assert 'class="note v-mixed"' in page.text
    assert client.get(where.replace("/en/", "/ar/")).text.count("<mark") == page.text.count("<mark")


def test_nobody_learns_from_an_id_what_others_had_checked(client: TestClient) -> None:
    first, second = check(client, ENGLISH), check(client, ENGLISH)
    assert first[0] != second[0]
    assert client.post(f"{second[0]}/delete", data={"key": first[1]}).status_code == 403
    assert client.post(f"{second[0]}/delete", data={"key": second[1]}).status_code == 200
    assert client.get(first[0]).status_code == 200


def test_every_form_of_a_report(client: TestClient) -> None:
    where, _ = check(client, f"{ENGLISH}\n\n=1+1")
    data = client.get(f"{where}/report.json").json()
    verdicts = {c["stated"]["value"]: c["verdict"] for c in data["claims"]}
    assert verdicts == {83: "mixed", 46: "mixed"}
    rows = list(csv.DictReader(io.StringIO(client.get(f"{where}/report.csv").text)))
    assert [(r["id"], r["verdict"]) for r in rows] == [(c["id"], c["verdict"]) for c in data["claims"]]
    assert "83" in client.get(f"{where}/report.md").text
    file = client.get(f"{where}/report.html")
    assert file.headers["content-disposition"].startswith("attachment")
    assert "script-src 'sha256-" in file.headers["content-security-policy"]
    reviews = client.get(f"{where}/report.claimreview.json").json()["@graph"]
    assert len(reviews) == 2
    assert {r["claimReviewed"] for r in reviews} == {c["sentence"] for c in data["claims"]}
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert "Automated" in review["reviewRating"]["ratingExplanation"]
        assert "whole drafts" in review["reviewBody"]
        assert re.search(r"As of \d", review["reviewBody"])
    assert client.get(f"{where}/report.exe").status_code == 404


def test_what_cannot_be_checked_is_not_reviewed() -> None:
    from datetime import date

    from tahqiq.reporting.report.claimreview import reviews

    claim = {"verdict": "not_checkable", "quote": "x", "id": "c1", "reason": {}, "sentence": "x", "answers": []}
    report = {"document": {"source": "a", "published": None, "as_of": "2024-01-01"}, "claims": [claim]}
    assert reviews(report, "en", address=None, on=date(2024, 1, 1))["@graph"] == []


def test_the_key_deletes_and_nothing_else_does(client: TestClient) -> None:
    where, key = check(client, ENGLISH + " Delete this.")
    name = where.rsplit("/", 1)[1]
    address = f"/api/reports/{name}"
    guess, other = {"Authorization": "Bearer guess"}, {"Authorization": f"Basic {key}"}
    assert client.delete(address, headers=guess).json()["error"]["code"] == "wrong_key"
    assert client.delete(address, headers=other).json()["error"]["code"] == "no_key"
    assert client.delete(address, params={"key": key}).status_code == 401, "a key in an address ends in a log"
    assert client.delete(address, headers={"Authorization": f"Bearer {key}"}).status_code == 204
    assert client.get(where).status_code == 404
    assert client.get(f"/api/reports/{name}").json()["error"]["code"] == "no_report"


def test_the_same_as_data(client: TestClient) -> None:
    answer = client.post("/api/check", json={"text": ENGLISH, "published": "2024-08-02"})
    assert answer.status_code == 200
    found = answer.json()
    assert found["report"]["document"]["published"] == "2024-08-02"
    assert client.get(f"/api/reports/{found['id']}").json() == found["report"]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "empty"),
        ({"text": "  "}, 422, "empty"),
        ({"text": "a", "published": "soon"}, 400, "bad_date"),
        ({"text": "a", "kind": "exe"}, 422, "invalid_parameter"),
        ({"text": "a", "more": 1}, 422, "invalid_parameter"),
        ({"address": "https://example.org/"}, 422, "fetching_off"),
    ],
)
def test_errors_have_one_shape(client: TestClient, body: dict[str, str], status: int, code: str) -> None:
    answer = client.post("/api/check", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"].keys() == {"code", "message", "status", "where"}
    assert answer.json()["error"]["status"] == status


def test_a_hostile_text_leaves_the_page_whole(client: TestClient) -> None:
    hostile = f"<script>alert(1)</script><img src=x onerror=alert(1)> \u202e\u2066{ENGLISH}\u200f\u2069 </mark></p>"
    for kind in ("txt", "md"):
        where, _ = check(client, f"{hostile} {kind}")
        page = client.get(where).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert page.rstrip().endswith("</html>")
        assert page.count("<mark") == page.count("</mark>")


def test_hostile_files_are_refused_with_a_reason(client: TestClient) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 90_000_000)
    for data, name in ((bomb.getvalue(), "a.docx"), (b"%PDF-1.7 rubbish", "a.pdf"), (b"\x00\x01\x02" * 999, "a.txt")):
        answer = client.post("/en/check", files={"file": (name, data)})
        assert answer.status_code in (413, 422), name
        assert answer.text.rstrip().endswith("</html>")


def test_a_name_of_a_file_is_only_a_name(client: TestClient) -> None:
    answer = client.post("/en/check", files={"file": ("../../etc/<b>passwd.txt", ENGLISH.encode())})
    assert answer.status_code == 200
    assert "<b>passwd" not in answer.text


def test_a_body_that_is_too_large_is_not_read() -> None:
    settings = Settings(store="sqlite://", workers=0, rate=0, log=False, upload=50_000, characters=1_000)
    with TestClient(create_app(settings)) as small:
        for data in (b"a" * 60_000, b"a" * 2_000):
            answer = small.post("/en/check", files={"file": ("a.txt", data)})
            assert answer.status_code == 413
            assert answer.text.rstrip().endswith("</html>")
        answer = small.post("/api/check", content=(b"a" * 1000 for _ in range(60)))
        assert answer.status_code == 413, "a sender that does not say how long its body is"
        assert answer.json()["error"]["code"] == "body_too_large"


def test_a_text_of_nothing_but_figures_gets_no_endless_page(client: TestClient) -> None:
    report = client.post("/api/check", json={"text": f"{ENGLISH} " * 700}).json()["report"]
    assert len(report["claims"]) == CLAIMS
    assert report["beyond"] > 0


def test_an_arabic_text_is_told_in_either_language(client: TestClient) -> None:
    where, _ = check(client, ARABIC, "ar")
    assert 'dir="rtl"' in client.get(where).text
    english = client.get(where.replace("/ar/", "/en/")).text
    assert '<html lang="en" dir="ltr">' in english
    assert 'lang="ar" dir="rtl"' in english


def test_forms_of_a_report_hold_the_text_they_are_about(client: TestClient) -> None:
    where, _ = check(client, ENGLISH)
    data = client.get(f"{where}/report.json").json()
    for claim in data["claims"]:
        assert ENGLISH[claim["start"] : claim["end"]] == claim["quote"]
    assert json.dumps(data)
