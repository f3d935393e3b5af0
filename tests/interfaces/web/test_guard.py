from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tahqiq.errors import UsageError
from tahqiq.interfaces.web import Settings, create_app
from tahqiq.interfaces.web.guard import Buckets, _client
from tahqiq.interfaces.web.settings import from_environment
from tahqiq.interfaces.web.site import preferred

PAGES = [
    "/en/",
    "/ar/record",
    "/en/figures",
    "/ar/law",
    "/en/about",
    "/static/site.css",
    "/static/site.js",
    "/static/icon.svg",
    "/static/noto-sans-bold.woff2",
    "/health",
    "/en/nothing",
    "/no",
]


PARTS = ("text/css", "text/javascript", "font/woff2")
"""What a browser only ever puts into a page."""


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_is_guarded(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers.get("content-security-policy", "")
    assert ("default-src 'none'" in policy) == (headers["content-type"].partition(";")[0] not in PARTS)
    assert "unsafe" not in policy
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
    app = create_app(settings)
    with TestClient(app) as busy:
        answers = [busy.get("/en/about") for _ in range(5)]
        assert [a.status_code for a in answers] == [200, 200, 200, 429, 429]
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert "</html>" in answers[-1].text
        assert busy.get("/en/record.json").json()["error"]["code"] == "too_many"
        assert busy.get("/health").status_code == 200
        assert app.state.site.metrics.limited == 3


def test_the_log_holds_no_text(caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings(store="sqlite://", workers=0, rate=0)
    with caplog.at_level(logging.INFO, "tahqiq.web"), TestClient(create_app(settings)) as logged:
        logged.post("/en/check", files={"text": (None, "A secret of 83 vetoes")})
        logged.get("/en/record/security_council_vetoes/votes?q=secret")
        logged.get("/en/%0a%1b[31mred")
    assert "POST /en/check 200" in caplog.text
    assert "secret" not in caplog.text
    assert "\x1b" not in caplog.text


def asked_from(host: str, **settings: str) -> TestClient:
    quiet = Settings(store="sqlite://", workers=0, rate=0, log=False, **settings)  # type: ignore[arg-type]
    return TestClient(create_app(quiet), client=(host, 50000))


def test_health_and_metrics_tell_who_is_inside() -> None:
    with asked_from("127.0.0.1") as client:
        assert client.get("/health").json()["registers"]
        told = client.get("/metrics").text
        assert 'route="/health",status="200"' in told
        assert "tahqiq_reports_kept 0" in told
        for header in ("X-Forwarded-For", "Forwarded", "Via"):
            passed_on = {header: "127.0.0.1"}
            assert client.get("/metrics", headers=passed_on).status_code == 404, "a proxy that is not known of"


@pytest.mark.parametrize(
    ("host", "inside", "status"),
    [
        ("192.0.2.7", "127.0.0.0/8,::1", 404),
        ("192.0.2.7", "192.0.2.0/24", 200),
        ("::1", "127.0.0.0/8,::1", 200),
        ("127.0.0.1", "", 404),
        ("testclient", "127.0.0.0/8", 404),
    ],
)
def test_the_settings_say_who_is_inside(host: str, inside: str, status: int) -> None:
    client = asked_from(host, inside=inside)
    assert client.get("/metrics").status_code == status
    told = client.get("/health").json()
    assert told["status"] == "ok"
    assert bool(told["version"]) == (status == 200)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:1:2::7", "2001:db8:1:2:ffff::8", True),
        ("2001:db8:1:2::7", "2001:db8:1:3::7", False),
        ("192.0.2.7", "::ffff:192.0.2.7", True),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8", False),
    ],
)
def test_whoever_has_a_network_of_addresses_is_one_client(first: str, second: str, same: bool) -> None:
    assert (_client({"client": (first, 1)}) == _client({"client": (second, 2)})) is same


def test_the_address_of_the_site_comes_from_its_settings() -> None:
    figure = "/en/figures/security_council_vetoes/vetoes_cast?member=USA&about=ISR&as_of=2024-08-01"
    feed = "/en/record/security_council_vetoes/votes.atom"
    evil = {"Host": "evil.example"}
    with asked_from("127.0.0.1", base="https://facts.example") as client:
        for path in (figure, feed):
            answer = client.get(path, headers=evil)
            assert "https://facts.example/en/" in answer.text
            assert "evil.example" not in answer.text
        assert client.get(figure).headers["cache-control"].startswith("public")
    with asked_from("127.0.0.1") as client:
        assert "evil.example" in client.get(figure, headers=evil).text
        assert client.get(figure, headers=evil).headers["cache-control"].startswith("private")
        assert "evil.example" not in client.get(figure).text, "what is held for one host is not given to another"


def test_a_wrong_setting_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("INSIDE", "everywhere"), ("BASE", "facts.example"), ("QUEUE", "long")):
        monkeypatch.setenv(f"TAHQIQ_WEB_{name}", value)
        with pytest.raises(UsageError, check=lambda e: e.code == "unknown_value"):
            from_environment()
        monkeypatch.delenv(f"TAHQIQ_WEB_{name}")


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/..%2f..%2fsite.py", "/static/x.css", "/en/../../etc/passwd"]
)
def test_no_file_but_those_of_the_site(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 405)


@pytest.mark.parametrize("path", ["/en/", "/en/record", "/ar/about"])
def test_what_a_page_may_be_asked_is_told_whole(client: TestClient, path: str) -> None:
    answer = client.delete(path)
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


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
