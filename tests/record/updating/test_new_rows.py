"""Registers that grow by rows, over loopback: what a program can read is added, the rest is put down."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.catalog.version import DATA, home
from tahqiq.interfaces.telling import say
from tahqiq.record.updating.making import begin
from tahqiq.record.updating.renewing import sheet
from tahqiq.reporting.words.messages import languages

VETOES = (
    "/data.humdata.org/dataset/f67cf146-1cda-44e3-b468-2b086d85cb5a"
    "/resource/12377ab6-e4de-46cb-98b5-7c89ba18115b/download/dppa-scvetoes.csv"
)
COUNCIL_LIST = "/digitallibrary.un.org/api/v1/file?recid=4055387"
COUNCIL = "/digitallibrary.un.org/record/4055387/files/2026_10_01_sc_voting.csv"
CALLS = "/voteview.com/static/data/out/rollcalls/HSall_rollcalls.csv"
LAWS = "/api.congress.gov/v3/law/119/pub?format=json&limit=250"
MONEY = "/unsceb.org/sites/default/files/statistic_files/Financial/revenue_{}.csv"
GIVEN, OTHERS, WHOLE = (MONEY.format(name) for name in ("government_donors", "non_gov_donors", "contrib_type"))
SPENT = "/api.worldbank.org/v2/country/all/indicator/MS.MIL.XPND.CD?format=json&per_page=20000"
MEMBERS = ["USA", "GBR", "FRA", "RUS", "CHN", "ALB", "BRA", "GAB", "GHA", "IND", "IRL", "KEN", "MEX", "NOR", "ARE"]
ASKED = ("congress_votes", "security_council_vetoes", "us_appropriations")
GROWN = ("council_votes", "military_spending", "un_funding")
Lines = list[dict[str, Any]]


def shipped(register: str, table: str) -> Lines:
    return rows(DATA / "records" / register / "data" / f"{table}.csv")


def rows(path: Path) -> Lines:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def table(lines: Lines) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode()


def vetoes() -> Lines:
    powers = ("china", "russian_federation_ussr", "france", "united_states", "united_kingdom")
    told = (("S/2026/740", "2026-09-17", "10224", "11000"), ("S/2026/901", "2026-11-03", "10260", "00010"))
    return [
        {"id": n, "draft_res#": draft, "date": day, "record": meeting, "agenda": "The situation in the Middle East"}
        | dict(zip(powers, who, strict=True))
        for n, (draft, day, meeting, who) in enumerate(told)
    ]


def resolutions() -> Lines:
    told = (
        ("2641(2022)", "Y" * 10 + "A" * 5, "The situation concerning the Democratic Republic of the Congo", "Vote"),
        ("2642(2022)", "X" * 15, "Admission of new Members", "Without vote"),
        ("2643(2022)", "Y" * 15, "The situation in the Middle East, including the Palestinian question", "Vote"),
    )
    return [
        {"undl_id": symbol, "ms_code": member, "ms_vote": vote, "date": "2022-07-12", "resolution": f"S/RES/{symbol}",
         "meeting": "S/PV.9089", "agenda": agenda, "modality": how, "total_yes": cast.count("Y"), "total_no": "0",
         "total_abstentions": cast.count("A")}
        for symbol, cast, agenda, how in told
        for member, vote in zip(MEMBERS, cast, strict=True)
    ]  # fmt: skip


def roll_calls() -> Lines:
    told = (
        ("House", "401", "HR1", "Security assistance to Israel", "Passed"),
        ("House", "402", "HR2", "Naming a post office", "Passed"),
        ("Senate", "77.0", "SJRES9", "Disapproval of a proposed sale to Qatar", "Motion to Discharge Rejected"),
    )
    return [
        {"congress": "119", "chamber": chamber, "date": "2025-12-10", "session": "1", "clerk_rollnumber": number,
         "yea_count": "311", "nay_count": "114", "bill_number": bill, "vote_result": result, "vote_desc": title,
         "vote_question": "On Passage", "dtl_desc": ""}
        for chamber, number, bill, title, result in told
    ]  # fmt: skip


def laws() -> dict[str, Any]:
    told = (
        ("119-4", "Full-Year Continuing Appropriations and Extensions Act, 2025"),
        ("119-75", "Consolidated Appropriations Act, 2026"),
        ("119-9", "An Act to name a post office"),
    )
    bills = [
        {"title": title, "laws": [{"number": number, "type": "Public Law"}],
         "latestAction": {"actionDate": "2025-03-15", "text": f"Became Public Law No: {number}."}}
        for number, title in told
    ]  # fmt: skip
    return {"bills": bills, "pagination": {"count": len(bills)}}


def money() -> dict[str, Lines]:
    """A year more: every state of the last one gives UNRWA two millions, the Union three, and one comes from nobody."""
    states = {r["name"] for r in shipped("un_funding", "revenue") if r["year"] == "2024" and r["donor"]}
    year = {"calendar_year": "2025", "entity": "UNRWA"}
    governments = [
        {"government_donor": name, "rev_type": "R03C", "amount": "2 000 000", **year} for name in sorted(states)
    ]
    others = [{"donor": "European Union", "rev_type": "R02A", "amount": "3000000.4", **year}]
    whole = [{"contrib_type": "C01", "rev_type": "R03C", "amount": str(2_000_000 * len(states) + 1_000_000), **year}]
    return {GIVEN: governments, OTHERS: others, WHOLE: [*whole, {**whole[0], "rev_type": "R02A", "amount": "3000000"}]}


def spending() -> list[Any]:
    held = {(r["country"], r["year"]): int(r["usd"]) for r in shipped("military_spending", "spending")
            if r["sources"] == "wb_milex"}  # fmt: skip
    held |= {(r["country"], r["year"]): int(r["value"]) for r in shipped("military_spending", "witness_world_bank")}
    held |= {(c, "2023"): usd for (c, y), usd in held.items() if y == "2022" and c != "ISR"}
    entries = [entry(code, year, usd) for (code, year), usd in held.items()]
    entries += [entry("ARB", "2022", 1), entry("", "2022", 1), entry("MCO", "2022", None)]
    return [{"total": len(entries)}, entries]


def entry(code: str, year: str, usd: int | None) -> dict[str, Any]:
    return {"country": {"value": code}, "countryiso3code": code, "date": year, "value": usd}


ANSWERS: dict[str, dict[str, dict[str, Any]]] = {
    "security_council_vetoes": {
        "S/2026/901": {"unit": "draft", "topic": "arab_israeli", "about": {"ISR": "agenda", "LBN": "agenda"},
                       "tally": "14-1-0", "listed": True}
    },
    "congress_votes": {"house/119-1/401": {"subject": "Aid to Israel"}, "senate/119-1/77": {"subject": "-"}},
    "us_appropriations": {
        "pl_119_4": {"title_ar": "قانون الاعتمادات لسنة 2025", "lines": [
            {"recipient": "ISR", "account": "fmf", "categories": ["military"], "years": [2025, 2025], "amount": 3300,
             "scope": "recipient", "strength": "primary"}]}
    },
}  # fmt: skip


def serve(found: Any) -> None:
    """Every list as its publisher has it."""
    found.bodies[VETOES], found.bodies[COUNCIL] = table(vetoes()), table(resolutions())
    address = "https://digitallibrary.un.org/record/4055387/files/{}.csv"
    names = ("2026_02_06_sc_voting", "2026_10_01_sc_voting")
    found.bodies[COUNCIL_LIST] = found.body([{"name": n, "url": address.format(n)} for n in names])
    found.bodies[CALLS], found.bodies[LAWS] = table(roll_calls()), found.body(laws())
    found.bodies |= {path: table(lines) for path, lines in money().items()}
    found.bodies[SPENT] = found.body(spending())


def answer(register: str) -> None:
    """Fill in a sheet as a person would."""
    told = yaml.safe_load(sheet(register).read_text("utf-8"))
    key = next(iter(told[0]))
    filled = [row | ANSWERS[register].get(row[key], {}) for row in told]
    sheet(register).write_text(yaml.safe_dump(filled, allow_unicode=True), encoding="utf-8")


@pytest.fixture
def lists(publisher: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """All the publishers, and a key."""
    monkeypatch.setenv("TAHQIQ_KEY_CONGRESS", "hush")
    serve(publisher)
    return publisher


def problem(lists: Any, register: str) -> Any:
    (outcome,) = [o for o in begin([register], lists.address).outcomes() if o.register == register]
    assert outcome.renewed is None
    return outcome.problem


def added(outcome: Any) -> dict[str, int]:
    """How many rows a renewal added, by table; none may have changed or gone."""
    assert not any(t.count(kind) for t in outcome.renewed.changes for kind in ("changed", "gone"))
    return {t.table: t.count("added") for t in outcome.renewed.changes}


def test_a_person_reads_what_no_program_can_and_the_rest_is_added(lists: Any) -> None:
    first: dict[str, Any] = {o.register: o for o in begin([*GROWN, *ASKED], lists.address).outcomes()}
    assert {name: first[name].problem.code for name in ASKED} == dict.fromkeys(ASKED, "to_be_coded")
    assert added(first["council_votes"]) == {"votes": 3, "member_votes": 30, "about": 3}
    states = len(money()[GIVEN])
    assert added(first["un_funding"]) == {"revenue": states + 2}
    assert set(added(first["military_spending"])) == {"spending"}
    list(map(answer, ASKED))
    making = begin(ASKED, lists.address)
    second = {o.register: o for o in making.outcomes()}
    assert list(second)[-1] == "council_votes"  # after the vetoes that it reads
    assert added(second["security_council_vetoes"]) == {"votes": 1, "vetoes": 1, "about": 2}
    assert added(second["council_votes"]) == {"votes": 1, "member_votes": 1, "about": 2}
    assert added(second["congress_votes"]) == {"roll_calls": 1, "about": 1}
    assert added(second["us_appropriations"]) == {"acts": 1, "lines": 1, "line_categories": 1}
    see_what_the_version_holds(home() / str(making.name) / "records", states)


def see_what_the_version_holds(records: Path, states: int) -> None:
    veto = rows(records / "security_council_vetoes" / "data" / "votes.csv")[-1]
    assert (veto["vote"], veto["in_favour"], veto["unit"], veto["listed_2026"]) == ("S/2026/901", "14", "draft", "true")
    council = yaml.safe_load((records / "council_votes" / "register.yml").read_text("utf-8"))
    assert str(council["coverage"]["to"]) == "2026-11-03"
    assert [str(g["from"]) for g in council["gaps"] if g.get("id") == "adopted_later"] == ["2022-07-13"]
    manners = {r["vote"]: r["manner"] for r in rows(records / "council_votes" / "data" / "votes.csv")}
    assert [manners[f"S/RES/{n}"] for n in (2641, 2642, 2643)] == ["unopposed", "without_vote", "unanimous"]
    spent = yaml.safe_load((records / "military_spending" / "register.yml").read_text("utf-8"))
    assert [str(g["from"]) for g in spent["gaps"]] == ["2024-01-01"]
    given = [r for r in rows(records / "un_funding" / "data" / "revenue.csv") if r["year"] == "2025"]
    assert sum(int(r["usd"]) for r in given) == 2_000_000 * states + 4_000_000
    assert [r["usd"] for r in given if r["name"] == "Unattributed"] == ["1000000"]
    line = rows(records / "us_appropriations" / "data" / "lines.csv")[-1]
    assert (line["line"], line["amount"]) == ("pl_119_4-fmf-ISR", "3300000000")
    call = next(r for r in rows(records / "congress_votes" / "data" / "roll_calls.csv") if r["number"] == "401")
    assert (call["subject"], call["result"], call["sources"]) == ("Aid to Israel", "agreed", "voteview")


def test_the_sheet_says_what_to_do_and_keeps_what_was_said(lists: Any) -> None:
    told = problem(lists, "congress_votes")
    assert (told.code, told.details["count"]) == ("to_be_coded", 2)
    lines = [say(told, language) for language in languages()]
    assert all(str(sheet("congress_votes")) in line and "\n" not in line for line in lines)
    known = yaml.safe_load(sheet("congress_votes").read_text("utf-8"))
    known[0]["subject"] = "Aid to Israel"
    sheet("congress_votes").write_text(yaml.safe_dump([*known, {"row": "old", "subject": "-"}]), encoding="utf-8")
    assert problem(lists, "congress_votes").details["count"] == 1
    kept = {row["row"]: row["subject"] for row in yaml.safe_load(sheet("congress_votes").read_text("utf-8"))}
    assert kept == {"house/119-1/401": "Aid to Israel", "senate/119-1/77": None, "old": "-"}


def renamed(lines: Lines, column: str) -> bytes:
    return table([{k.replace(column, "other"): v for k, v in line.items()} for line in lines])


def changed(lines: Lines, **to: str) -> bytes:
    return table([*lines[:-1], {**lines[-1], **to}])


BROKEN: dict[str, tuple[str, str, Callable[[Any], bytes], str]] = {
    "a column of the vetoes that is gone": (
        "security_council_vetoes", VETOES, lambda _: renamed(vetoes(), "france"), "other_layout"),
    "a veto of nobody": (
        "security_council_vetoes", VETOES, lambda _: changed(vetoes(), united_states="0"), "build_failed"),
    "a resolution that is missing": (
        "council_votes", COUNCIL, lambda _: table([*resolutions()[:15], *resolutions()[30:]]), "build_failed"),
    "a resolution half of whose votes are missing": (
        "council_votes", COUNCIL, lambda _: table(resolutions()[8:]), "build_failed"),
    "a list without the Council": (
        "council_votes", COUNCIL_LIST, lambda p: p.body([{"name": "2026_ga", "url": "https://x"}]), "other_layout"),
    "roll calls without their numbers": (
        "congress_votes", CALLS, lambda _: renamed(roll_calls(), "clerk_rollnumber"), "other_layout"),
    "a part of the laws": (
        "us_appropriations", LAWS, lambda p: p.body({**laws(), "pagination": {"count": 300}}), "half_file"),
    "a kind of money that nobody knows": (
        "un_funding", OTHERS, lambda _: changed(money()[OTHERS], rev_type="R99"), "build_failed"),
    "half of the states": (
        "un_funding", GIVEN, lambda _: table(money()[GIVEN][::2]), "build_failed"),
    "a state that nobody knows": (
        "un_funding", GIVEN, lambda _: changed(money()[GIVEN], government_donor="Ruritania"), "build_failed"),
    "a code that nobody knows": (
        "military_spending", SPENT, lambda p: p.body([{"total": 1}, [entry("QQQ", "2023", 1)]]), "build_failed"),
    "half of the spending": (
        "military_spending", SPENT, lambda p: p.body([{"total": 9}, spending()[1][:5]]), "half_file"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_as_it_should_be_adds_nothing(
    case: tuple[str, str, Callable[[Any], bytes], str], lists: Any
) -> None:
    register, path, body, code = case
    lists.bodies[path] = body(lists)
    assert problem(lists, register).code == code


@pytest.mark.parametrize(("register", "path"), [("security_council_vetoes", VETOES), ("congress_votes", CALLS),
                                                ("us_appropriations", LAWS), ("council_votes", COUNCIL),
                                                ("un_funding", WHOLE), ("military_spending", SPENT)])  # fmt: skip
def test_an_outage_and_a_cut_answer_add_nothing(register: str, path: str, lists: Any) -> None:
    lists.statuses[path] = 503
    assert problem(lists, register).code == "http_status"
    del lists.statuses[path]
    lists.cut.add(path)
    assert problem(lists, register).code == "cut_answer"


def test_a_year_that_one_of_the_tables_lacks_is_not_taken(lists: Any) -> None:
    lists.bodies[WHOLE] = table([{**r, "calendar_year": "2024"} for r in money()[WHOLE]])
    assert problem(lists, "un_funding") is None


def test_laws_are_not_asked_for_without_a_key(lists: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TAHQIQ_KEY_CONGRESS")
    assert problem(lists, "us_appropriations").code == "no_key"
    assert lists.asked == []
