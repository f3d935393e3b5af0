from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tahqiq.errors import InputError
from tahqiq.interfaces.dossiers import SHIPPED, dossier, read, rendered
from tahqiq.record.ask import ask
from tahqiq.reporting.dossier.bind import bind
from tahqiq.reporting.dossier.parse import parse

HEAD = "---\ntitle: A title\nlanguage: en\n---\n\n"
VALUE = "{{ figure security_council_vetoes.vetoes_cast member=USA as number }}"
DAY = date(2024, 8, 1)


def problems(body: str) -> str:
    with pytest.raises(InputError) as caught:
        rendered(HEAD + body, DAY, "json", "test")
    return str(caught.value.details["problems"])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("There were 46 of them.", "6: a number that nothing binds: '46'"),
        ("There were \u0664\u0666 of them.", "nothing binds"),
        (f"From {VALUE} to 90.", "'90.'"),
        ("One\n\nTwo\n\nIn 2024.", "10: a number"),
        ("{{ number 46 }}", "unknown binding"),
        ("{{ figure a.b as value }}", "a"),
        ("{{ figure security_council_vetoes.vetoes_cast as thing }}", "unknown form"),
        ("Text {{ figure security_council_vetoes.vetoes_cast member=USA as table }}", "must stand alone"),
        ('{{ name "P.L. 118-50" }}', "names no source"),
        ('{{ name "P.L. 118-50" source=us_appropriations.nothing }}', "no source"),
        ("{{ row security_council_vetoes.votes S/NONE as date }}", "no row"),
        ("{{ row security_council_vetoes.votes S/2025/583 as date }}", "after the day asked for"),
        ("{{ law buyer=SAU channel=FMS item=MDE value=500000000 as colour }}", "no step"),
    ],
)
def test_what_is_not_bound_fails(body: str, said: str) -> None:
    assert said in problems(body)


def test_numbers_in_addresses_of_links_are_no_prose() -> None:
    assert parse(HEAD + "See [the draft](https://undocs.org/S/2023/970).").title == "A title"


@given(st.text(alphabet="abc \n.{}|*#_<>&;", max_size=80), st.integers(0, 10**6))
def test_no_number_slips_through(text: str, number: int) -> None:
    with pytest.raises(InputError):
        parse(f"{HEAD}{text.replace('{', '').replace('}', '')} {number}")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("day", [date(2024, 8, 1), date(2026, 10, 5)])
def test_those_that_ship_follow_the_record(lang: str, day: date) -> None:
    bound = json.loads(rendered(read(lang), day, "json", lang))
    usa = {"member": "USA", "about": "ISR"}
    now = ask("security_council_vetoes.vetoes_cast", usa, as_of=day).answers[0]
    found = [b for b in bound["bindings"] if b["form"] == "list" and "vetoes_cast" in b["binding"]]
    assert [b["value"] for b in found] == [now.value]
    for b in bound["bindings"]:
        assert b["words"]
        assert b["note"] or b["binding"] == "as_of"
    page = rendered(read(lang), day, "html", lang)
    assert all(f'<bdi class="symbol">{row}</bdi>' in page for row in now.rows)
    assert "{{" not in page
    assert "\ue000" not in page


def test_both_languages_ask_the_same() -> None:
    asked = []
    for lang in ("en", "ar"):
        bindings = [b for b in parse(read(lang)).parts if not isinstance(b, str) and b.kind in ("figure", "row", "law")]
        asked.append(
            [(b.kind, re.sub(r"title_\w\w", "title", b.what), b.form.removesuffix(f"_{lang}")) for b in bindings]
        )
    assert asked[0] == asked[1]


def test_a_figure_is_the_same_on_the_day_and_in_the_text() -> None:
    (number,) = [p for p in bind(parse(HEAD + VALUE), DAY).parts if not isinstance(p, str)]
    assert number.words == str(
        ask("security_council_vetoes.vetoes_cast", {"member": "USA"}, as_of=DAY).answers[0].value
    )
    assert number.note is not None
    assert "whole drafts" in number.note.text
    assert number.note.sources


def test_markup_in_a_dossier_is_text(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"{HEAD}<script>alert()</script> {VALUE} votes\n", encoding="utf-8")
    told = CliRunner().invoke(dossier, ["render", str(file), "--as-of", "2024-08-01"])
    assert told.exit_code == 0
    assert "<script" not in told.output
    assert ">86</bdi>" in told.output


def test_on_the_command_line(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    run = CliRunner().invoke(dossier, ["render", "ar", "--as-of", "2024-08-01", "--format", "md", "--out", str(out)])
    assert run.exit_code == 0
    assert "[^1]:" in out.read_text("utf-8")
    assert CliRunner().invoke(dossier, ["check", *(str(p) for p in SHIPPED.glob("*.md"))]).exit_code == 0


def test_on_the_site(client: TestClient) -> None:
    page = client.get("/ar/dossier", params={"as_of": "2024-08-01"})
    assert page.status_code == 200
    linked = set(re.findall(r'href="(/ar/figures/[^"]+)"', page.text))
    assert len(linked) > 10
    for address in linked:
        assert client.get(address.replace("&amp;", "&")).status_code == 200
    pictures = re.findall(r'<img src="([^"]+)" alt="[^"]{20}', page.text)
    assert len(pictures) == 2
    assert client.get("/en/dossier.md").text.startswith("# ")
    for early in ("1980-01-01", "1800-01-01"):
        answer = client.get("/en/dossier", params={"as_of": early})
        assert answer.status_code == 400
        assert "Ask for 24 April 2024 or a later day" in re.sub("[\u2068\u2069]", "", answer.text)
        assert "no answer to" not in answer.text, "what only its author can mend"
    assert client.get("/en/dossier.json", params={"as_of": "0001-01-01"}).json()["error"]["code"] == "far_date"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_dossier_says_the_first_day_it_can_be_worked_out_for(lang: str) -> None:
    found = parse(read(lang), lang)
    assert found.since is not None
    assert bind(found, found.since).parts
    with pytest.raises(InputError, check=lambda e: e.code == "bad_dossier"):
        bind(replace(found, since=None), found.since - timedelta(days=1))
