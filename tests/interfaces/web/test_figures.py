from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from tahqiq.catalog.registers import load_registers
from tahqiq.record.ask import ask

VETOES = "/en/figures/security_council_vetoes/vetoes_cast"
US_ISRAEL = {"member": "USA", "about": "ISR", "as_of": "2024-08-01"}
MEASURES = [(r.id, m) for r in load_registers().values() for m in r.measures]


@pytest.mark.parametrize(("register", "measure"), MEASURES)
def test_every_measure_has_a_page(client: TestClient, register: str, measure: str) -> None:
    for lang in ("en", "ar"):
        assert client.get(f"/{lang}/figures/{register}/{measure}").status_code == 200


def test_a_figure_is_what_the_record_answers(client: TestClient) -> None:
    data = client.get(f"{VETOES}.json", params=US_ISRAEL).json()
    asked = ask("security_council_vetoes.vetoes_cast", {"member": "USA", "about": "ISR"}, as_of=date(2024, 8, 1))
    lines = data["figure"]["lines"]
    assert [(x["definition"], x["value"], x["rows"]) for x in lines] == [
        (a.definition, a.value, len(a.rows)) for a in asked.answers
    ]
    assert (lines[0]["default"], lines[0]["value"], lines[0]["since"], lines[0]["until"]) == (
        True,
        48,
        "2024-04-18",
        "2024-11-19",
    )
    assert lines[0]["steps"][-1]["value"] >= 48
    page = client.get(VETOES, params=US_ISRAEL).text
    assert '<p class="big-value">48 vetoes</p>' in page
    for sentence in data["sentences"].values():
        assert "48" in sentence


def test_the_rows_behind_a_figure_are_a_link_away(client: TestClient) -> None:
    data = client.get(f"{VETOES}.json", params=US_ISRAEL).json()
    path, _, query = data["rows_address"].partition("?")
    rows = client.get(f"{path}.json?{query}").json()
    assert rows["total"] == data["figure"]["lines"][0]["value"]


def test_a_figure_as_a_table(client: TestClient) -> None:
    lines = client.get(f"{VETOES}.csv", params=US_ISRAEL).text.splitlines()
    head, first = lines[0].split(","), lines[1]
    assert head[0] == "definition"
    assert first.startswith("whole_drafts/by_subject,")
    assert ",2024-04-18,2024-11-19," in first


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_picture_stands_on_its_own(client: TestClient, lang: str) -> None:
    address = VETOES.replace("/en/", f"/{lang}/")
    answer = client.get(f"{address}.svg", params=US_ISRAEL)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "script-src" not in answer.headers["content-security-policy"]
    svg = "".join(ElementTree.fromstring(answer.text).itertext())
    assert "2026.10" in svg, "the version of the record is in the picture"
    assert "48" in svg
    png = client.get(f"{address}.png", params=US_ISRAEL)
    assert png.content.startswith(b"\x89PNG")
    dark = client.get(f"{address}.png", params={**US_ISRAEL, "dark": "true"})
    assert dark.content.startswith(b"\x89PNG")
    assert dark.content != png.content
    faces = client.get(f"{address}.svg", params={**US_ISRAEL, "faces": "true"})
    assert "@font-face" in faces.text
    assert "font-src data:" in faces.headers["content-security-policy"]
    page = client.get(address, params=US_ISRAEL).text
    assert 'alt="' in page
    assert "<summary>" in page


def test_a_figure_can_be_embedded_and_pages_cannot(client: TestClient) -> None:
    assert "frame-ancestors *" in client.get(f"{VETOES}/embed", params=US_ISRAEL).headers["content-security-policy"]
    assert "frame-ancestors 'none'" in client.get(VETOES).headers["content-security-policy"]


def test_what_a_measure_needs_is_asked_for_first(client: TestClient) -> None:
    data = client.get("/en/figures/us_foreign_assistance/rank.json").json()
    assert (data["figure"], data["needs"]) == (None, ["recipient"])
    assert client.get("/en/figures/us_foreign_assistance/rank.svg").status_code == 404
    found = client.get("/en/figures/us_foreign_assistance/rank.json", params={"recipient": "ISR"}).json()
    assert found["figure"]["lines"][0]["words"] == "number 1"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("member=ZZZ", "unknown_value"),
        ("size=1", "unknown_filter"),
        ("as_of=never", "bad_date"),
        ("since=x", "bad_date"),
    ],
)
def test_wrong_questions_say_what_is_wrong(client: TestClient, query: str, code: str) -> None:
    answer = client.get(f"{VETOES}.json?{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)
    page = client.get(f"{VETOES}?{query}")
    assert page.status_code == 400
    assert "</html>" in page.text


def test_the_law_of_a_sale(client: TestClient) -> None:
    sale = {"buyer": "SAU", "channel": "FMS", "item": "MDE", "value": "3.5e9", "date": "2022-08-02"}
    data = client.get("/en/law.json", params=sale).json()
    assert data["decision"]["answers"]["review_days"] == 30
    assert data["decision"]["answers"]["qme_determination"] == "yes"
    page = client.get("/ar/law", params=sale).text
    assert page.count('<li><p class="answer">') == len(data["steps"])
    assert "110-429" in page
    assert client.get("/en/law").status_code == 200
    assert client.get("/en/law.json", params={**sale, "buyer": "Atlantis"}).json()["error"]["code"] == "unknown_buyer"


def test_a_figure_is_told_in_the_words_of_its_register(client: TestClient) -> None:
    page = client.get(VETOES, params=US_ISRAEL).text
    assert "<h1>Vetoes cast by the United States on matters concerning Israel</h1>" in page
    rank = client.get("/en/figures/us_foreign_assistance/rank.json", params={"recipient": "ISR"}).json()
    assert "(all years added up)" in rank["phrase"]


def test_nothing_is_told_of_days_after_the_record_or_before_it(client: TestClient) -> None:
    late = client.get(f"{VETOES}.json", params={**US_ISRAEL, "as_of": "2099"}).json()
    assert (late["as_of"], late["asked"], late["figure"]["lines"][0]["value"]) == (late["reaches"], "2099-12-31", 51)
    assert "2099" not in late["sentences"]["en"]
    early = client.get(f"{VETOES}.json", params={**US_ISRAEL, "as_of": "1900"}).json()
    assert (early["figure"], early["begins"]) == (None, "1946-02-16")


def test_several_members_stand_side_by_side(client: TestClient) -> None:
    data = client.get(f"{VETOES}.json", params={"member": ["USA", "CHN"], "as_of": "2024-08-01"}).json()
    alone = [client.get(f"{VETOES}.json", params={"member": m, "as_of": "2024-08-01"}).json() for m in ("USA", "CHN")]
    assert [b["value"] for b in data["compared"]["bars"]] == [a["figure"]["lines"][0]["value"] for a in alone]
    drawn = client.get(f"{VETOES}.svg", params={"member": ["USA", "CHN"]}).text
    assert "United States" in drawn
    assert "China" in drawn


def test_a_ranking_marks_the_one_asked(client: TestClient) -> None:
    asked = {"recipient": "ISR", "fiscal_year": "2022"}
    data = client.get("/en/figures/us_foreign_assistance/rank.json", params=asked).json()
    bars = data["ranked"]["bars"]
    assert [b["code"] for b in bars[:2]] == ["UKR", "ISR"]
    assert [b["place"] for b in bars if b["asked"]] == [data["figure"]["lines"][0]["value"]] == [2]


def test_what_came_before_a_state_is_hinted_at_and_not_added(client: TestClient) -> None:
    page = client.get(f"{VETOES}.json", params={"member": "RUS", "as_of": "2024-08-01"}).json()
    before = page["before"]
    assert before["words"] not in page["figure"]["sentence"]
    both = client.get(before["address"].replace("?", ".json?", 1)).json()
    values = {bar["code"]: bar["value"] for bar in both["compared"]["bars"]}
    assert page["figure"]["lines"][0]["value"] == values["RUS"]
    assert before["words"].startswith(f"{values['SUN']:g} ")
    assert both["before"] is None
    assert client.get(f"{VETOES}.json", params=US_ISRAEL).json()["before"] is None
    assert client.get("/ar/place/RUS.json").json()["before"]["code"] == "SUN"
