from __future__ import annotations

import pytest
from starlette.testclient import TestClient

VETOES = "/en/figures/security_council_vetoes/vetoes_cast"


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("S/2018/516", "/en/record/security_council_vetoes/casts/S/2018/516"),
        (" s/2018/516 ", "/en/record/security_council_vetoes/casts/S/2018/516"),
        ("Egypt", "/en/place/EGY"),
        ("\u0645\u0635\u0631", "/en/place/EGY"),
    ],
)
def test_a_symbol_and_a_state_lead_to_their_page(client: TestClient, words: str, address: str) -> None:
    answer = client.get("/en/search", params={"q": words}, follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == (303, address)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("words", "address", "value"),
    [
        ("US vetoes Israel 2024", f"{VETOES}?about=ISR&member=USA&since=2024-01-01&until=2024-12-31", "3 vetoes"),
        ("vetoes US Russia", f"{VETOES}?member=USA%2CRUS", "130 vetoes"),
        (
            "aid to Egypt in 2020",
            "/en/figures/us_foreign_assistance/obligations?fiscal_year=2020&recipient=EGY",
            "$1.504 billion",
        ),
        (
            "\u0641\u064a\u062a\u0648 \u0623\u0645\u0631\u064a\u0643\u0627 \u0625\u0633\u0631\u0627\u0626\u064a\u0644",
            f"{VETOES}?about=ISR&member=USA",
            "51 vetoes",
        ),
        ("population of Egypt", "/en/figures/population/people?country=EGY", "million people"),
    ],
)
def test_a_question_is_answered_in_a_sentence(client: TestClient, words: str, address: str, value: str) -> None:
    first = client.get("/en/search.json", params={"q": words}).json()["answers"][0]
    assert first["address"] == address
    assert value in first["sentence"]


@pytest.mark.parametrize("day", ["18 April 2024", "2024-04-18", "18 \u0646\u064a\u0633\u0627\u0646 2024"])
def test_a_day_in_any_writing_gives_its_entries(client: TestClient, day: str) -> None:
    found = client.get("/en/search.json", params={"q": day}).json()["entries"]
    assert "S/2024/312" in {entry["id"] for entry in found}
    table = client.get("/en/record/security_council_vetoes/casts.json", params={"q": day}).json()
    assert [row["vote"] for row in table["rows"]] == ["S/2024/312"]


def test_words_may_stand_apart(client: TestClient) -> None:
    found = client.get("/en/record/security_council_vetoes/casts.json", params={"q": "palestine membership"}).json()
    assert {row["vote"] for row in found["rows"]} == {"S/2024/312"}
    assert client.get("/en/search", params={"q": "no such word at all"}).status_code == 200
    assert client.get("/ar/search").status_code == 200


@pytest.mark.parametrize(
    ("lang", "typed", "filtered"),
    [("en", "Berlin blockade", "topic=berlin"), ("ar", "\u0627\u0644\u062c\u0648\u0644\u0627\u0646", "keywords=golan")],
)
def test_a_subject_leads_to_its_entries(client: TestClient, lang: str, typed: str, filtered: str) -> None:
    page = client.get(f"/{lang}/search.json", params={"q": typed}).json()
    assert page["whole"] is None
    (subject,) = [found["address"] for found in page["subjects"] if filtered in found["address"]]
    assert client.get(subject).status_code == 200
    assert client.get("/en/search.json", params={"q": "Syria"}).json()["whole"] == "/en/place/SYR"


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("en", "Syria chemical weapons"),
        ("ar", "\u0633\u0648\u0631\u064a\u0627 \u0627\u0644\u0643\u064a\u0645\u064a\u0627\u0626\u064a\u0629"),
    ],
)
def test_what_has_all_of_the_words_comes_before_what_has_some(client: TestClient, lang: str, typed: str) -> None:
    page = client.get(f"/{lang}/search.json", params={"q": typed}).json()
    assert not page["questioned"]
    assert page["subjects"][0]["address"].endswith("/casts?keywords=chemical_weapons&about=SYR")
    assert {"S/2017/970", "S/2018/321"} <= {entry["id"] for entry in page["entries"]}


def test_a_subject_has_a_page_of_its_own(client: TestClient) -> None:
    page = client.get("/en/subject/security_council_vetoes/casts.json", params={"topic": "syria"}).json()
    table = client.get("/en/record/security_council_vetoes/casts.json", params={"topic": "syria"}).json()
    assert page["total"] == table["total"]
    (members,) = [part for part in page["parts"] if part["dimension"] == "member"]
    assert {bar["code"]: bar["value"] for bar in members["bars"]} == {
        code: sum(row["member"] == code for row in table["rows"]) for code in ("RUS", "CHN")
    }
    assert sum(bar["value"] for bar in page["times"]["bars"]) == page["total"]
    assert page["entries"][2]["about"] == "China and Russia"
    assert [entry["id"] for entry in page["entries"]] == list(dict.fromkeys(r["vote"] for r in table["rows"]))[:15]
    for bar in page["times"]["bars"]:
        assert client.get(bar["address"].replace("?", ".json?", 1)).json()["total"] == bar["value"]
    assert client.get("/ar/subject/security_council_vetoes/casts", params={"topic": "syria"}).status_code == 200
    assert client.get("/ar/subject/security_council_vetoes/casts", params={"topic": "no"}).status_code == 400


def test_two_states_stand_side_by_side(client: TestClient) -> None:
    page = client.get("/en/place/USA.json", params={"beside": "CHN"}).json()
    lines = {line["address"]: (line["words"], line["other"]) for group in page["groups"] for line in group["lines"]}
    assert lines[f"{VETOES}?member=USA%2CCHN"] == ("89 vetoes", "21 vetoes")
    assert client.get("/en/place/ZZZ").status_code == 404
    groups = client.get("/en/place/ISR.json", params={"beside": "EGY"}).json()["groups"]
    assert any(line["other"] == "\u2013" for group in groups for line in group["lines"]), "Egypt is in no event"
