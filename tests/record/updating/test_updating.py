"""Renewing the record over loopback: what comes is built and checked; what is not as it should be changes nothing."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.catalog.models.updates import Fetched, Index, Key
from tahqiq.catalog.version import DATA, home, kept
from tahqiq.errors import RecordError, TahqiqError, UsageError
from tahqiq.interfaces.telling import say
from tahqiq.record.updating.arrange import arrange
from tahqiq.record.updating.download import download
from tahqiq.record.updating.fetched import fetch, had
from tahqiq.record.updating.making import Outcome, begin, digest, read_about
from tahqiq.reporting.words.messages import languages

REVISED = 27_720_709_000_000


def update(publisher: Any, *registers: str) -> tuple[list[Outcome], str | None]:
    making = begin(registers, publisher.address)
    return list(making.outcomes()), making.name


def ask(version: str, *words: str) -> float:
    """The first answer to a question, by another process that reads the version."""
    command = [sys.executable, "-m", "tahqiq", "ask", *words, "--record-version", version, "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), timeout=240, check=True)
    return float(json.loads(done.stdout)["answers"][0]["value"])


def shipped(register: str, table: str) -> list[dict[str, str]]:
    """The rows that ship."""
    with (DATA / "records" / register / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def lines_of(problem: TahqiqError | None) -> list[str]:
    """What a person is told, in each language: always one line."""
    assert problem is not None
    told = [say(problem, language) for language in languages()]
    assert all("\n" not in line and "error-" not in line for line in told)
    return told


def test_what_is_new_becomes_a_version_and_what_ships_stays(publisher: Any) -> None:
    before = digest(DATA / "records")
    (gdp, people), name = update(publisher, "gdp", "population")
    assert name is not None
    assert gdp.renewed is not None
    counted = {t.table: [t.count(kind) for kind in ("added", "changed", "gone")] for t in gdp.renewed.changes}
    states = sum(row["year"] == "2023" for row in shipped("gdp", "gdp"))
    assert counted == {"gdp": [states, 1, 0], "witness_world": [1, 0, 0]}
    assert [(c.key, c.before, c.now) for c in gdp.renewed.changes[0].rows if c.kind == "changed"] == [
        (("USA", "2023"), {"value": "27360935000000"}, {"value": str(REVISED)})
    ]
    assert people.problem is None
    assert digest(DATA / "records") == before
    folder = home() / name / "records" / "gdp"
    register = yaml.safe_load((folder / "register.yml").read_text("utf-8"))
    assert str(register["coverage"]["to"]) == str(register["gaps"][0]["to"]) == "2024-12-31"
    assert register["version"] == name[:10].replace("-", ".")
    source = yaml.safe_load((folder / "sources.yml").read_text("utf-8"))["wb_gdp"]
    assert source["sha256"] == read_about(name)["registers"]["gdp"]["fetched"]["world_bank/gdp.csv"]["sha256"]
    assert "copy" not in source
    assert ask(name, "gdp.product", "country=USA", "--as-of", "2024-06-01") == REVISED
    assert ask("shipped", "gdp.product", "country=USA", "--as-of", "2024-06-01") == 27_360_935_000_000


def test_what_was_had_is_not_fetched_again_and_the_log_says_so(publisher: Any) -> None:
    _, name = update(publisher, "gdp")
    (again,), second = update(publisher, "gdp")
    assert (again.renewed, again.problem, second, kept()) == (None, None, None, [name])
    assert [status for _, _, status in publisher.asked] == [200, 304]
    assert "If-None-Match" in publisher.asked[1][1]
    assert [(h.address.partition("?")[0][-14:], h.unchanged, len(h.sha256)) for h in had()] == [
        ("NY.GDP.MKTP.CD", False, 64),
        ("NY.GDP.MKTP.CD", True, 64),
    ]
    with (home() / "fetched" / "fetched.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"address": "https://cut')
    assert len(list(had())) == 2
    publisher.bodies[publisher.people] = publisher.body(
        publisher.bank("population", "population", {("JOR", "2024"): 11_600_000.0})
    )
    _, third = update(publisher, "population")
    assert third is not None
    assert read_about(third)["base"] == name
    assert ask(third, "gdp.product", "country=USA", "--as-of", "2024-06-01") == REVISED


def without(told: list[Any], name: str) -> None:
    for entry in told[1]:
        entry.pop(name)


def few(told: list[Any]) -> None:
    told[1] = [e for e in told[1] if e["countryiso3code"] > "M"]
    told[0]["total"] = len(told[1])


BROKEN = {
    "half of the rows": (lambda told: told[1].__delitem__(slice(100, None)), "half_file"),
    "a key that is gone": (lambda told: without(told, "countryiso3code"), "other_layout"),
    "a list that is gone": (lambda told: told.pop(), "other_layout"),
    "states that are gone": (few, "shrunk"),
    "a state that nobody knows": (lambda told: told[1][0].update(countryiso3code="QQQ"), "build_failed"),
    "a figure that cannot be": (
        lambda told: [e.update(value=1e9) for e in told[1] if e["countryiso3code"] == "USA"],
        "not_sound",
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_as_it_should_be_changes_nothing_and_is_told_in_a_line(
    case: tuple[Any, str], publisher: Any
) -> None:
    change, code = case
    told = publisher.bank("gdp", "gdp")
    change(told)
    publisher.bodies[publisher.gdp] = publisher.body(told)
    (outcome,), name = update(publisher, "gdp")
    assert outcome.problem is not None
    assert outcome.problem.code == code
    lines_of(outcome.problem)
    assert name is None
    assert kept() == []
    assert [p.name for p in home().iterdir()] == ["fetched"]


def test_outages_are_told_and_the_others_go_on(publisher: Any) -> None:
    publisher.statuses[publisher.gdp] = 503
    publisher.cut.add(publisher.people)
    rows = [
        r | {"year": str(int(r["year"]) + 1)} for r in shipped("conflicts", "conflict_years") if r["year"] == "2023"
    ]
    publisher.bodies[publisher.conflicts] = publisher.zipped(
        "conflicts.csv", coded([*shipped("conflicts", "conflict_years"), *rows])
    )
    outcomes, name = update(publisher, "gdp", "population", "conflicts")
    problems = {o.register: o.problem for o in outcomes}
    assert name is not None
    assert [e and e.code for e in (problems["gdp"], problems["population"])] == ["http_status", "cut_answer"]
    assert "503" in lines_of(problems["gdp"])[0]
    assert problems["conflicts"] is None
    assert read_about(name)["renewed"] == ["conflicts"]
    assert ask(name, "conflicts.active_conflicts", "year=2024") == len(rows)
    source = (home() / name / "records" / "conflicts" / "sources.yml").read_text("utf-8")
    assert "version 26.1" in source


def coded(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Conflicts as their publisher writes them: our words back to his codes."""
    coding = yaml.safe_load((DATA / "records" / "conflicts" / "coding.yml").read_text("utf-8"))
    back = {part: {ours: code for code, ours in coding[part].items()} for part in CODES.values()}
    return [
        {"conflict_id": r["conflict"], "year": r["year"], "location": r["location"], "side_a": r["side_a"]}
        | {"side_b": r["side_b"]}
        | {theirs: back[part][r[ours]] for (theirs, ours), part in CODES.items()}
        for r in rows
    ]


CODES = {
    ("incompatibility", "incompatibility"): "incompatibilities",
    ("intensity_level", "intensity"): "intensities",
    ("type_of_conflict", "kind"): "kinds",
}


def test_a_broken_archive_and_a_changed_table_are_told(publisher: Any) -> None:
    rows = coded(shipped("conflicts", "conflict_years"))
    renamed = [{("Location" if k == "location" else k): v for k, v in r.items()} for r in rows]
    for body, code in (
        (publisher.zipped("conflicts.csv", rows)[:-200], "unreadable_file"),
        (publisher.zipped("readme.txt", rows), "other_layout"),
        (publisher.zipped("conflicts.csv", renamed), "other_layout"),
    ):
        publisher.bodies[publisher.conflicts] = body
        (outcome,), _ = update(publisher, "conflicts")
        assert outcome.problem is not None
        assert outcome.problem.code == code
        lines_of(outcome.problem)


def test_a_list_of_editions_leads_to_the_newest_by_its_day(publisher: Any) -> None:
    names = ["2025_9_19_ga_voting", "2025_11_25_ga_voting", "2026_01_01_sc_voting"]
    listed = [{"name": n, "url": f"https://library.example/{n}.csv", "format": ".csv"} for n in names]
    publisher.bodies["/library.example/list"] = publisher.body(listed)
    publisher.bodies["/library.example/2025_11_25_ga_voting.csv"] = b"a,b\n1,2\n"
    index = Index(address="https://library.example/list", name="name", like="*_ga_voting*", link="url")
    spec = Fetched(source="x", index=index, form="csv", needed=["a"])
    assert fetch(spec, publisher.address).path.read_bytes() == b"a,b\n1,2\n"
    none = spec.model_copy(update={"index": index.model_copy(update={"like": "*_votes"})})
    with pytest.raises(RecordError) as problem:
        fetch(none, publisher.address)
    assert problem.value.code == "other_layout"


def test_a_key_comes_from_its_setting_and_stays_out_of_the_log(publisher: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    publisher.bodies["/keyed.example/"] = b"a\n"
    key = Key(setting="TAHQIQ_KEY_EXAMPLE", header="X-Api-Key")
    spec = Fetched(source="x", address="https://keyed.example/", key=key, form="csv", needed=["a"])
    with pytest.raises(UsageError) as problem:
        fetch(spec, publisher.address)
    assert all("TAHQIQ_KEY_EXAMPLE" in line for line in lines_of(problem.value))
    assert publisher.asked == []
    monkeypatch.setenv("TAHQIQ_KEY_EXAMPLE", "hush")
    found = fetch(spec, publisher.address)
    assert publisher.asked[0][1]["X-Api-Key"] == "hush"
    assert "hush" not in (found.path.parent / "fetched.jsonl").read_text("utf-8")


def test_a_table_is_made_of_entries_that_are_filled(tmp_path: Path) -> None:
    told = {"n": 3, "list": [{"a": {"b": 1}}, {"a": {"b": 0}}, {"a": {"b": None}}]}
    (tmp_path / "in").write_text(json.dumps(told), "utf-8")
    spec = Fetched(source="x", address="https://x.example/", form="json", rows="list", total="n", needed=["a.b"])
    arrange(spec.model_copy(update={"columns": {"c": "a.b"}, "filled": ["c"]}), tmp_path / "in", tmp_path / "out.csv")
    assert list(csv.reader((tmp_path / "out.csv").open(encoding="utf-8"))) == [["c"], ["1"], ["0"]]


def test_without_a_mirror_nothing_in_the_house_is_asked(publisher: Any, tmp_path: Path) -> None:
    with pytest.raises(TahqiqError) as problem:
        download(f"{publisher.address}/x", tmp_path / "x", None, heads={})
    assert problem.value.code == "forbidden_address"


def test_a_redirect_stays_on_the_mirror(publisher: Any, tmp_path: Path) -> None:
    class Redirecting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            there = self.path.startswith("/files.example")
            self.send_response(200 if there else 302)
            self.send_header("Location", "https://files.example/new.csv")
            self.send_header("Content-Length", "2" if there else "0")
            self.end_headers()
            self.wfile.write(b"ok" if there else b"")

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    seen: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), Redirecting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    mirror = f"http://127.0.0.1:{server.server_port}"
    answer = download("https://old.example/a.csv?x=1", tmp_path / "x", None, mirror=mirror, heads={})
    server.shutdown()
    server.server_close()
    assert answer is not None
    assert seen == ["/old.example/a.csv?x=1", "/files.example/new.csv"]
    assert (tmp_path / "x").read_bytes() == b"ok"


def test_every_register_that_is_renewed_names_sources_it_has() -> None:
    from tahqiq.record.updating.making import renewable
    from tahqiq.record.updating.renewing import read_updates

    names = renewable(DATA)
    assert {"gdp", "population", "conflicts", "casualties"} <= set(names)
    for name in names:
        folder = DATA / "records" / name
        updates = read_updates(folder)
        assert updates is not None
        known = yaml.safe_load((folder / "sources.yml").read_text("utf-8"))
        assert {spec.source for spec in updates.files.values()} <= known.keys()
        for spec in updates.files.values():
            address = spec.index.address if spec.index else spec.address
            assert str(address).startswith("https://")


def test_a_newer_file_that_a_person_has_to_read_is_told(publisher: Any) -> None:
    aid = "/s3.amazonaws.com/files.explorer.devtechlab.com/us_foreign_aid_country.csv"
    publisher.bodies[aid] = b"Country Code,Country Name,Transaction Type Name,Fiscal Year\n1,X,Obligations,2026\n"
    (outcome,), name = update(publisher, "us_foreign_assistance")
    assert outcome.problem is not None
    assert outcome.problem.code == "newer_file"
    arabic, english = sorted(lines_of(outcome.problem), key=str.isascii)
    assert "by hand" in english
    assert "by hand" not in arabic
    assert name is None
