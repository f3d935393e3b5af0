"""The registers of the Security Council against the lists they were compiled from."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from reconcile import Entry, reconcile

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources" / "un"
RECORDS = ROOT / "src" / "tahqiq" / "data" / "records"
VETOES = RECORDS / "security_council_vetoes"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the lists lie beside the checkout only where they were collected"),
]
Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def build_of(register: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"build_{register}", RECORDS / register / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def base(symbol: str) -> str:
    """The symbol without revision, correction and remarks, as careless lists write it."""
    return re.split(r"/(?:Rev|Corr|Add)|[\s,]", symbol)[0]


def seat(members: Iterable[str]) -> frozenset[str]:
    """The lists write the Soviet Union as Russia."""
    return frozenset("RUS" if m in ("SUN", "USSR") else m for m in members)


def record(only: str | None = None) -> list[Entry]:
    members: dict[str, list[str]] = {}
    for row in read(VETOES / "data" / "vetoes.csv"):
        members.setdefault(row["vote"], []).append(row["member"])
    return [
        Entry(base(r["draft"]) or r["meeting"], date.fromisoformat(r["date"]), seat(members[r["vote"]]))
        for r in read(VETOES / "data" / "votes.csv")
        if only is None or r[only] == "true"
    ]


@pytest.mark.parametrize("register", ["security_council_vetoes", "council_votes"])
def test_build_reproduces_the_shipped_data(register: str, tmp_path: Path) -> None:
    build_of(register).build(SOURCES, tmp_path)
    shipped = RECORDS / register / "data"
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in shipped.iterdir()}
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (shipped / made.name).read_bytes(), made.name


def test_a_source_that_mends_itself_stops_the_build(tmp_path: Path) -> None:
    folder = tmp_path / "un"
    shutil.copytree(SOURCES, folder)
    (folder / "raw").chmod(0o755)
    path = folder / "raw" / "dhl_vetolist_2026-10-05_transcribed.csv"
    text = path.read_text("utf-8")
    path.unlink()
    path.write_text(text.replace("1950-09-05,S/1653", "1950-09-06,S/1653"), "utf-8")
    module = build_of("security_council_vetoes")
    with pytest.raises(module.BuildError, match="S/1653"):
        module.build(folder, tmp_path)


COLUMNS = {
    "by_subject": "I1_widest_drafts",
    "by_subject_with_amendments": "I2_widest_plus_amendment",
    "by_agenda_item": "I3_agenda_middle_east_or_palestine",
    "by_agenda_question": "I4_agenda_names_palestinian_or_occupied",
    "by_agenda_wording": "I5_agenda_incl_palestinian_question_only",
}


@pytest.mark.parametrize(("rule", "column"), COLUMNS.items())
def test_american_vetoes_on_israel_are_coded_as_listed(rule: str, column: str) -> None:
    order = ["subject", "agenda", "agenda_question", "agenda_wording"]
    least = {"by_agenda_item": 1, "by_agenda_question": 2, "by_agenda_wording": 3}.get(rule, 0)
    votes = {r["vote"]: r for r in read(VETOES / "data" / "votes.csv")}
    american = {r["vote"] for r in read(VETOES / "data" / "vetoes.csv") if r["member"] == "USA"}
    coded = {
        r["vote"]
        for r in read(VETOES / "data" / "about.csv")
        if r["place"] in ("ISR", "PSE") and r["basis"] in order[least:] and r["vote"] in american
    }
    if rule != "by_subject_with_amendments":
        coded = {v for v in coded if votes[v]["unit"] == "draft"}
    listed = {r["draft"].split(" ")[0] for r in read(SOURCES / "israel_vetoes.csv") if r[column] == "1"}
    assert coded == listed


def test_the_untrusted_list_is_thrown_out() -> None:
    path = SOURCES / "raw" / "UNTRUSTED_worldcountrygroups_2026-03-03_unsc-vetoes.json"
    found = [
        Entry(base(v["draft"]), date.fromisoformat(v["date"]), seat(v["vetoed_by"]))
        for v in json.loads(path.read_text("utf-8"))["vetoes"]
    ]
    result = reconcile(found, record())
    assert not result.accepted
    assert len(result.agreeing) == 71  # 70 without our correction of a day
    assert result.reasons() == {"unknown_row": 30, "wrong_date": 13, "wrong_actor": 10, "repeated": 1}
    unknown = [d.entry.id for d in result.differences if d.reason == "unknown_row" and d.entry.actors == {"USA"}]
    assert {"S/1996/20", "S/2016/185", "S/2024/850", "S/2024/934", "S/2026/55"} <= set(unknown)
    assert result.absent


def test_the_library_of_2022_is_borne_out() -> None:
    """Read by its named voters; its own slips are in corrections.yml."""
    found = []
    for row in read(SOURCES / "raw" / "yordan_vetoes_1946_sept2022.csv"):
        day = datetime.strptime(row["date"], "%m/%d/%Y").date()
        members = {"UK": "GBR", "France": "FRA", "China": "CHN", "Russia": "RUS", "USSR": "RUS", "USA": "USA"}
        actors = frozenset(members[row[f"member_veto{n}"].strip()] for n in (1, 2, 3) if row[f"member_veto{n}"].strip())
        symbol = row["draft"] if not row["draft"].startswith("S/PV") else row["meeting_record"]
        found.append(Entry(base(symbol), day, actors))
    result = reconcile(found, record("listed_2022"))
    assert result.accepted
    assert not result.absent
    assert {d.entry.id for d in result.differences if d.reason != "wrong_date"} == {"S/PV.49"}  # France was dropped
    slips = yaml.safe_load((VETOES / "corrections.yml").read_text("utf-8"))
    matches = [s["guard"]["match"] for s in slips]
    known = {base(m[key]) for m in matches for key in ("draft", "record") if key in m}
    assert {d.entry.id for d in result.differences} <= known


def test_totals_of_the_sources_themselves() -> None:
    votes = read(VETOES / "data" / "votes.csv")
    lines = read(SOURCES / "raw" / "dhl_vetolist_2026-10-05_transcribed.csv")
    assert len(lines) == 251 == sum(v["listed_2026"] == "true" for v in votes) + 3
    assert sum(v["listed_2022"] == "true" for v in votes) == 214
    raw = Counter(m for line in lines for m in line["vetoed_by"].split(";"))
    assert raw == {"RUS": 144, "USA": 95, "GBR": 30, "FRA": 17, "CHN": 21}
