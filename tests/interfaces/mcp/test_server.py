"""The tools as a client meets them: in both languages, and with arguments that mean harm."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import anyio
import pytest
from mcp.client.client import Client

from tahqiq.interfaces.mcp.finding import find_measures
from tahqiq.interfaces.mcp.server import INSTRUCTIONS, create_server
from tahqiq.reporting.words.messages import load_messages

VETOES = "security_council_vetoes.vetoes_cast"
CODE = "from tahqiq.interfaces.cli import main; main()"
Job = Callable[[Client], Awaitable[Any]]


def asked(job: Job, server: Any = None) -> Any:
    """What a client gets from a server, in this process where none is given."""

    async def run() -> Any:
        async with Client(server or create_server()) as client:
            return await job(client)

    return anyio.run(run)


def call(name: str, **arguments: Any) -> dict[str, Any]:
    told = asked(lambda client: client.call_tool(name, arguments))
    assert not told.is_error, told.content
    found: dict[str, Any] = told.structured_content
    return found


def refused(name: str, **arguments: Any) -> str:
    told = asked(lambda client: client.call_tool(name, arguments))
    assert told.is_error
    assert told.structured_content is None
    said: str = told.content[0].text
    assert "Traceback" not in said
    return said


QUESTIONS: list[tuple[str, str, dict[str, Any], Any]] = [
    (
        "How many vetoes has the US cast over Israel?",
        VETOES,
        {"member": "USA", "about": "ISR", "as_of": "2024-08-01"},
        48,
    ),
    ("كم مرة استعملت روسيا حق النقض؟", VETOES, {"member": "RUS", "since": "2011", "as_of": "2024-08-01"}, 32),
    ("vetoes of China", VETOES, {"member": "CHN", "as_of": "2020-01-01"}, 14),
    ("How many vetoes did the Soviet Union cast?", VETOES, {"member": "SUN", "as_of": "2024-01-01"}, 87),
    (
        "military aid to Egypt in 2019",
        "us_foreign_assistance.obligations",
        {"recipient": "EGY", "fiscal_year": "2019", "category": "military"},
        None,
    ),
    (
        "المساعدات الأمريكية لإسرائيل",
        "us_foreign_assistance.obligations",
        {"recipient": "ISR", "fiscal_year": "2012"},
        None,
    ),
    ("military spending of Saudi Arabia", "military_spending.spending", {"country": "SAU", "year": "2022"}, None),
    ("عدد سكان الأردن", "population.people", {"country": "JOR", "year": "2020"}, None),
    ("GDP of France", "gdp.product", {"country": "FRA", "year": "2020"}, None),
    ("population of Jordan", "population.people", {"country": "JOR", "year": "2000"}, None),
]


@pytest.mark.parametrize(
    ("words", "measure", "named", "value"), QUESTIONS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_a_question_is_searched_and_then_answered(words: str, measure: str, named: dict[str, Any], value: Any) -> None:
    from tahqiq import ask

    language = "en" if words.isascii() else "ar"
    found = call("find_measures", words=words, language=language)
    assert measure in [m["measure"] for m in found["measures"]]
    times = {k: named[k] for k in ("as_of", "since", "until") if k in named}
    filters = {k: v for k, v in named.items() if k not in times}
    assert {v for v in filters.values() if v.isalpha() and v.isupper() and v != "SUN"} <= set(found["places"])
    told = call("ask", measure=measure, filters=filters, language=language, **times)
    own = ask(measure, **named).answers[0]
    assert told["in_record"]
    assert told["usual"]["value"] == (own.value if value is None else value) == own.value
    assert told["usual"]["words"] in told["sentence"]
    assert told["sources"]
    assert told["sources"][0]["title"]
    assert told["usual"]["definition"]
    assert told["as_of"] in (named.get("as_of"), date.today().isoformat())
    assert told["coverage"]["last"] >= told["coverage"]["first"]


BEYOND: list[tuple[str, dict[str, str], str | None]] = [
    (VETOES, {"member": "USA"}, "1930"),
    (VETOES, {"member": "USA"}, "2150"),
    ("population.people", {"country": "JOR", "year": "1930"}, None),
    ("gdp.product", {"country": "FRA", "year": "2150"}, None),
    ("us_foreign_assistance.obligations", {"recipient": "EGY", "fiscal_year": "1930"}, None),
    ("military_spending.spending", {"country": "SAU", "year": "1901"}, None),
]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("measure", "filters", "as_of"), BEYOND)
def test_what_is_not_in_the_record_is_said_to_be_so(
    measure: str, filters: dict[str, str], as_of: str | None, language: str
) -> None:
    told = call("ask", measure=measure, filters=filters, as_of=as_of, language=language)
    assert not told["in_record"]
    beginning = load_messages(language).format("mcp-silent", measure="", first="", last="")[:20]
    assert told["sentence"].startswith(beginning)
    assert told["coverage"]["first"]


def test_none_of_a_thing_that_is_counted_is_an_answer() -> None:
    told = call("ask", measure=VETOES, filters={"member": "GBR", "about": "AFG"}, as_of="2024-01-01")
    assert told["in_record"]
    assert told["usual"]["value"] == 0


def test_a_question_about_something_else_finds_nothing() -> None:
    for words in ("the weather of tomorrow", "unemployment", "Qui a inventé le cinéma"):
        assert not call("find_measures", words=words)["matched"]


def test_a_draft_is_held_against_the_record() -> None:
    draft = "The United States has used its veto 83 times."
    told = call("check_text", text=draft, published="2025-05-01")
    claim = told["claims"][0]
    assert (claim["verdict"], claim["value"], draft[claim["start"] : claim["end"]]) == ("outdated", 87, claim["quote"])
    assert "87" in claim["instead"]
    assert claim["held"] == [{"since": "2023-10-18", "until": "2023-12-07"}]
    assert claim["sources"][0]["url"].startswith("https://")
    again = call("check_text", text=claim["instead"], published="2025-05-01", language="ar")
    assert again["total"] == 0 or again["claims"][0]["verdict"].startswith("supported")
    arabic = call("check_text", text="استخدمت الولايات المتحدة حق النقض 83 مرة.", published="2025-05-01", language="ar")
    assert arabic["claims"][0]["verdict_words"] == load_messages("ar").format("verdict-outdated")


def test_the_rows_behind_a_figure() -> None:
    told = call("show_rows", register="security_council_vetoes", table="casts", filters={"member": "USA"}, limit=2)
    assert len(told["rows"]) == 2
    assert told["next_offset"] == 2
    further = call(
        "show_rows", register="security_council_vetoes", table="casts", filters={"member": "USA"}, limit=2, offset=2
    )
    assert further["rows"][0] not in told["rows"]
    assert further["total"] == told["total"] > 80


def test_the_law_of_a_sale() -> None:
    told = call("law_of_sale", buyer="إسرائيل", channel="fms", item="MDE", value=3e7, day="2024-08-01", language="ar")
    steps = {step["id"]: step for step in told["steps"]}
    assert (steps["threshold"]["value"], steps["review_days"]["value"]) == (25_000_000, 15)
    assert all(step["law"] and step["section"] for step in told["steps"])


HOSTILE: list[tuple[str, dict[str, Any]]] = [
    ("ask", {"measure": "../../etc/passwd"}),
    ("ask", {"measure": VETOES, "filters": {"member": "USA'; DROP TABLE vetoes; --"}}),
    ("ask", {"measure": VETOES, "filters": {"1=1 OR member": "USA"}}),
    ("ask", {"measure": VETOES, "filters": {"member": ["USA", {"$ne": 1}]}}),
    ("ask", {"measure": VETOES, "as_of": "9999-99-99"}),
    ("ask", {"measure": VETOES, "as_of": "2024-01-01\n"}),
    ("ask", {"measure": "x" * 10_000}),
    ("ask", {"measure": VETOES, "filters": {str(n): "x" for n in range(100)}}),
    ("ask", {}),
    ("show_rows", {"register": "security_council_vetoes", "table": "vetoes; SELECT 1"}),
    ("show_rows", {"register": "security_council_vetoes", "table": "vetoes", "limit": 10**9}),
    ("show_rows", {"register": "security_council_vetoes", "table": "vetoes", "offset": -1}),
    ("show_rows", {"register": "__class__", "table": "vetoes"}),
    ("check_text", {"text": ""}),
    ("check_text", {"text": "\ud800 The US has used its veto 83 times."}),
    ("check_text", {"text": "a\0b\0c"}),
    ("check_text", {"text": "x" * 100_001}),
    ("check_text", {"text": "x", "published": "yesterday"}),
    ("check_text", {"text": "x", "language": "xx"}),
    ("law_of_sale", {"buyer": "Israel", "channel": "FMS", "item": "MDE", "value": float("1e99"), "day": "2024-08-01"}),
    ("law_of_sale", {"buyer": "Atlantis", "channel": "FMS", "item": "MDE", "value": 1, "day": "2024-08-01"}),
    ("find_measures", {"words": ""}),
    ("find_measures", {"words": "x" * 301}),
    ("nothing", {}),
]


@pytest.mark.parametrize(("name", "arguments"), HOSTILE, ids=lambda v: str(v)[:40])
def test_a_bad_call_is_refused_in_words(name: str, arguments: dict[str, Any]) -> None:
    assert refused(name, **arguments)


def test_errors_speak_as_the_command_does() -> None:
    from tahqiq.errors import UsageError
    from tahqiq.interfaces.telling import say
    from tahqiq.record.ask import ask

    with pytest.raises(UsageError) as caught:
        ask(VETOES, {"colour": "red"}, as_of=date(2024, 1, 1))
    for language in ("en", "ar"):
        assert say(caught.value, language) in refused(
            "ask", measure=VETOES, filters={"colour": "red"}, language=language
        )


def test_words_that_hold_nothing_and_everything() -> None:
    for words in ("\0", "'; --", "\u202e\u2066", "%" * 300, "a" * 300, "؟" * 10):
        assert find_measures(words, "en", 3).measures


def test_tools_and_resources_say_what_they_are() -> None:
    async def look(client: Client) -> None:
        assert client.instructions == INSTRUCTIONS.read_text("utf-8")
        tools = (await client.list_tools()).tools
        assert [t.name for t in tools] == ["find_measures", "ask", "check_text", "show_rows", "law_of_sale"]
        for tool in tools:
            assert tool.description
            assert tool.output_schema
            assert tool.annotations
            assert tool.annotations.read_only_hint
        listed = json.loads((await client.read_resource("tahqiq://registers")).contents[0].text)  # type: ignore[union-attr]
        for entry in listed:
            told = (await client.read_resource(f"tahqiq://registers/{entry['id']}")).contents[0].text  # type: ignore[union-attr]
            assert json.loads(told)["id"] == entry["id"]
        for name in ("nothing", "..%2F..%2Fetc", "gdp%00"):
            with pytest.raises(Exception, match=r"."):
                await client.read_resource(f"tahqiq://registers/{name}")

    asked(look)
