"""After the first report: the edited text beside it, the same text on another day, and marks that only the key sets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

OLD = "China has used its veto 30 times. Since 2011 Russia has used its veto 17 times over Syria."
NEW = "China has used its veto 19 times. Since 2011 Russia has used its veto 17 times over Syria."


def first(client: TestClient, text: str = OLD) -> tuple[str, str, str]:
    """The id and the key of a report, and its page."""
    made = client.post("/api/check", json={"text": text, "published": "2024-05-02"}).json()
    return made["id"], made["key"], f"/en/report/{made['id']}"


def test_an_edited_text_is_set_beside_the_old_one(client: TestClient) -> None:
    _, _, page = first(client)
    form = client.get(f"{page}/again").text
    assert OLD in form
    assert 'value="2024-05-02"' in form
    answer = client.post(f"{page}/again", data={"text": NEW, "published": "2024-05-02"}).text
    changes = answer[answer.index('id="changes"') : answer.index("</section>", answer.index('id="changes"'))]
    assert "one is left and one was mended" in changes
    assert changes.index("17 times") < changes.index("30 times") < changes.index("19 times")
    assert page not in answer, "who has the link of the new report does not have that of the old one"


def test_the_same_text_on_another_day(client: TestClient) -> None:
    _, _, page = first(client, "Since 2011 Russia has used its veto 17 times over Syria.")
    answer = client.post(f"{page}/again", data={"published": "2023-01-15"}).text
    assert "one was mended" in answer
    assert "15 January 2023" in answer


def test_the_comparison_goes_with_the_report_it_is_made_from(client: TestClient) -> None:
    name, key, page = first(client)
    client.post(f"{page}/again", data={"text": NEW})
    client.delete(f"/api/reports/{name}", headers={"Authorization": f"Bearer {key}"})
    assert client.post(f"{page}/again", data={"text": NEW}).status_code == 404


def test_only_the_key_marks_a_finding(client: TestClient) -> None:
    name, key, page = first(client)
    mark = {"claim": "c1", "state": "disputed", "note": "the <desk> counts 20"}
    assert client.post(f"{page}/mark", data={**mark, "key": "guess"}).status_code == 403
    assert client.get(f"/api/reports/{name}/marks").json() == []
    shown = client.post(f"{page}/mark", data={**mark, "key": key}).text
    assert "the &lt;desk&gt; counts 20" in shown
    assert client.get(f"/api/reports/{name}/marks").json() == [mark]
    lines = csv.DictReader(io.StringIO(client.get(f"{page}/report.corrections.csv").text))
    assert next((line["id"], line["mark"], line["note"]) for line in lines) == ("c1", "disputed", mark["note"])


def test_a_mark_is_replaced_and_taken_back(client: TestClient) -> None:
    name, key, _ = first(client)
    address, headers = f"/api/reports/{name}/marks", {"Authorization": f"Bearer {key}"}
    for state in ("disputed", "handled"):
        assert client.put(address, json={"claim": "c1", "state": state}, headers=headers).status_code == 204
    assert client.get(address).json() == [{"claim": "c1", "state": "handled", "note": ""}]
    client.put(address, json={"claim": "c1", "state": ""}, headers=headers)
    assert client.get(address).json() == []
    assert client.put(address, json={"claim": "c1", "state": "handled"}).status_code == 401


@pytest.mark.parametrize("change", [{"claim": "x' or 1"}, {"state": "odd"}, {"note": "n" * 501}])
def test_a_mark_has_its_bounds(client: TestClient, change: dict[str, str]) -> None:
    name, key, _ = first(client)
    body = {"claim": "c1", "state": "handled", "note": "", **change}
    answer = client.put(f"/api/reports/{name}/marks", json=body, headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 422


def test_marks_go_with_their_report(client: TestClient) -> None:
    name, key, _ = first(client)
    headers = {"Authorization": f"Bearer {key}"}
    client.put(f"/api/reports/{name}/marks", json={"claim": "c1", "state": "handled"}, headers=headers)
    client.delete(f"/api/reports/{name}", headers=headers)
    assert client.get(f"/api/reports/{name}/marks").status_code == 404
    assert client.app.state.site.store.marks(name) == ()  # type: ignore[attr-defined]
