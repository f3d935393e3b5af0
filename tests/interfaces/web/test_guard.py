from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tahqiq.interfaces.web import Settings, create_app
from tahqiq.interfaces.web.about import preferred
from tahqiq.interfaces.web.guard import Buckets
from tahqiq.interfaces.web.settings import from_environment

PAGES = [
    "/en/",
    "/ar/record",
    "/en/figures",
    "/ar/law",
    "/en/about",
    "/static/site.css",
    "/health",
    "/en/nothing",
    "/no",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_is_guarded(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", ["/en/", "/en/record", "/ar/figures", "/en/law", "/en/dossier", "/ar/about"])
def test_pages_hold_no_script_or_style_of_their_own(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert " style=" not in page
    assert "<style" not in page
    assert page.count("<script") == page.count("<script src=")
    assert " onclick" not in page


@given(
    st.lists(st.tuples(st.floats(0, 5, allow_nan=False), st.floats(0.5, 10)), min_size=1, max_size=60),
    st.floats(0.5, 20),
    st.integers(10, 60),
)
def test_no_client_gets_more_than_the_bucket_gives(asked: list[tuple[float, float]], rate: float, burst: int) -> None:
    now = 0.0
    buckets = Buckets(rate, burst, lambda: now)
    spent = 0.0
    for pause, cost in asked:
        now += pause
        if not buckets.wait("a", cost):
            spent += cost
        assert spent <= burst + rate * now + 1e-6
    assert not buckets.wait("b", 1.0)


def test_too_many_requests_are_told_so() -> None:
    settings = Settings(store="sqlite://", workers=0, rate=0.5, burst=3, log=False)
    with TestClient(create_app(settings)) as busy:
        answers = [busy.get("/en/about") for _ in range(5)]
        assert [a.status_code for a in answers] == [200, 200, 200, 429, 429]
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert "</html>" in answers[-1].text
        assert busy.get("/en/record.json").json()["error"]["code"] == "too_many"
        assert busy.get("/health").status_code == 200
        assert "tahqiq_refused_total 3" in busy.get("/metrics").text


def test_the_log_holds_no_text(caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings(store="sqlite://", workers=0, rate=0)
    with caplog.at_level(logging.INFO, "tahqiq.web"), TestClient(create_app(settings)) as logged:
        logged.post("/en/check", files={"text": (None, "A secret of 83 vetoes")})
        logged.get("/en/record/security_council_vetoes/votes?q=secret")
        logged.get("/en/%0a%1b[31mred")
    assert "POST /en/check 303" in caplog.text
    assert "secret" not in caplog.text
    assert "\x1b" not in caplog.text


def test_health_and_metrics(client: TestClient) -> None:
    assert client.get("/health").json()["status"] == "ok"
    told = client.get("/metrics").text
    assert 'route="/health",status="200"' in told
    assert "tahqiq_reports_kept" in told


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/..%2f..%2fsite.py", "/static/x.css", "/en/../../etc/passwd"]
)
def test_no_file_but_those_of_the_site(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 405)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("ar", "ar"),
        ("ar-EG,ar;q=0.9,en;q=0.5", "ar"),
        ("fr,en;q=0.4,ar;q=0.7", "ar"),
        ("de", "en"),
        ("", "en"),
        ("ar;q=0", "en"),
        (";;;q=x,,", "en"),
    ],
)
def test_the_language_a_browser_likes(client: TestClient, header: str, language: str) -> None:
    assert preferred(header) == language
    answer = client.get("/", headers={"accept-language": header}, follow_redirects=False)
    assert answer.headers["location"] == f"/{language}/"


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAHQIQ_WEB_RATE", "2.5")
    monkeypatch.setenv("TAHQIQ_WEB_FETCHING", "no")
    settings = from_environment()
    assert (settings.rate, settings.fetching, settings.keep) == (2.5, False, 90)
