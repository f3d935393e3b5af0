"""A hand-made report in two languages: one of every verdict, a group, a list with a gap, repairs and damage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tahqiq.model import (
    Answer,
    AsOf,
    Block,
    BlockKind,
    Claim,
    Damage,
    Document,
    Finding,
    Group,
    ListFinding,
    ListGap,
    ListItem,
    Piece,
    Reading,
    Reason,
    Repair,
    Report,
    Stated,
    Text,
)
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.words.labels import Source

SAMPLES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "samples.yml").read_text("utf-8"))
AS_OF = date(2024, 4, 18)
VETOES = "security_council_vetoes"


class SampleLabels:
    """Names from samples.yml, so that these tests need no register."""

    def __init__(self, language: str) -> None:
        self.names: dict[str, Any] = SAMPLES["names"][language]

    def _name(self, name: str) -> str:
        return str(self.names.get(name, name))

    def register(self, register: str) -> str:
        return self._name(register)

    def measure(self, register: str, measure: str) -> str:
        return self._name(measure)

    def dimension(self, register: str, dimension: str) -> str:
        return self._name(dimension)

    def choice(self, register: str, axis: str, choice: str) -> str:
        return self._name(choice)

    def meaning(self, register: str, axis: str, choice: str) -> str:
        return self._name(f"{choice}.meaning")

    def used_by(self, register: str, choices: Mapping[str, str]) -> str | None:
        return self.names.get("library") if "library_2022" in choices.values() else None

    def reconstructed(self, register: str, choices: Mapping[str, str]) -> bool:
        return "library_2022" in choices.values()

    def definition(self, register: str, choices: Mapping[str, str]) -> str:
        return " \u00b7 ".join(self._name(c) for c in choices.values())

    def value(self, register: str, dimension: str, code: str) -> str:
        return self._name(code)

    def inside(self, register: str, dimension: str, code: str) -> str:
        return self._name(code)

    def phrase(self, register: str, measure: str) -> str | None:
        return None

    def sentence(self, register: str, measure: str) -> str | None:
        return None

    def source(self, register: str, source: str) -> Source:
        return Source(self._name(source), f"https://example.org/{source}" if source == "library" else None)

    def row(self, register: str, row: str) -> str:
        return self._name(row) if row in self.names else ""

    def row_name(self, register: str, row: str) -> str | None:
        return row

    def row_date(self, register: str, row: str) -> str | None:
        day: str | None = SAMPLES["row_dates"].get(row)
        return day


def sample_text(language: str) -> Text:
    """The article, with each `{before>after}` of the sample turned into a repair."""
    raw = mended = ""
    pieces: list[Piece] = []
    repairs: list[Repair] = []
    for at, part in enumerate(str(SAMPLES["articles"][language]).replace("}", "{").split("{")):
        before, _, after = part.partition(">") if at % 2 else (part, "", part)
        if at % 2:
            repairs.append(Repair(SAMPLES["repair"][after != ""], len(raw), len(raw) + len(before), before, after))
        pieces.append(Piece(len(mended), len(after), len(raw), len(raw) + len(before)))
        raw, mended = raw + before, mended + after
    blocks, start = [], 0
    for line in mended.split("\n"):
        number = line.split(".")[0]
        kind: BlockKind = "heading" if line.startswith("#") else "item" if number.isdigit() else "paragraph"
        begin = start + 2 if kind == "heading" else start
        if line.strip():
            blocks.append(Block(kind, begin, start + len(line), int(number) if kind == "item" else None))
        start += len(line) + 1
    document = Document(f"article.{language}.txt", "txt", "0" * 64, None, SAMPLES["titles"][language])
    return Text(document, raw, mended, language, tuple(blocks), tuple(pieces), tuple(repairs))


def sample(language: str) -> Report:
    """The report on the article of a language."""
    text = sample_text(language)
    findings = tuple(_finding(text, entry, language) for entry in SAMPLES["findings"])
    at = text.raw.index(SAMPLES["damage"][language])
    return Report(
        text=text,
        as_of=AsOf(AS_OF, AS_OF, "today", AS_OF),
        findings=findings,
        groups=(Group("g1", ("c1", "c2"), "mixed"),),
        lists=(_list(text),),
        damage=(Damage("month_pair", at, at + len(SAMPLES["damage"][language]), {"first": 11, "second": 10}),),
        record={VETOES: {"version": "2026.10", "from": "1946-02-16", "to": "2026-10-05"}},
    )


def _finding(text: Text, entry: Mapping[str, Any], language: str) -> Finding:
    quote = entry["quote"][language]
    start = text.text.index(quote)
    reading = Reading(entry.get("register", VETOES), entry["measure"], _lists(entry["filters"]))
    claim = Claim(
        id=entry["id"],
        kind=entry["kind"],
        start=start,
        end=start + len(quote),
        readings=(reading,) if entry["verdict"] != "not_checkable" else (),
        stated=Stated(**entry["stated"]),
        group=entry.get("group"),
    )
    answers = tuple(_answer(reading, a, default=not i) for i, a in enumerate(entry.get("answers", ())))
    details = {"register": reading.register, **entry.get("details", {})}
    return Finding(claim, entry["verdict"], Reason(entry["reason"], details), answers)


def _answer(reading: Reading, entry: Mapping[str, Any], *, default: bool) -> Answer:
    holds = tuple((date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in entry.get("holds", ()))
    return Answer(
        register=reading.register,
        measure=reading.measure,
        definition="/".join(entry["choices"].values()),
        choices=entry["choices"],
        default=default,
        value=entry["value"],
        as_of=AS_OF,
        holds=holds,
        query="SELECT count(*) FROM casts WHERE member = 'USA' AND unit = 'draft'",
        rows=tuple(entry.get("rows", ())),
        sources=("library", "meetings"),
        same=tuple(entry.get("same", ())),
    )


def _lists(filters: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {k: tuple(v) if isinstance(v, list) else (v,) for k, v in filters.items()}


def _list(text: Text) -> ListFinding:
    entry = SAMPLES["list"]
    blocks = {b.number: b for b in text.blocks if b.number is not None}
    items = []
    for i in entry["items"]:
        block = blocks.get(i["number"], Block("item", 0, 0))
        items.append(ListItem(i["number"], block.start, block.end, i.get("date"), i.get("row"), i["status"]))
    return ListFinding(
        heading=next(text.text[b.start : b.end] for b in text.blocks if b.kind == "heading"),
        start=blocks[1].start,
        end=max(b.end for b in blocks.values()),
        register=VETOES,
        filters=_lists(entry["filters"]),
        items=tuple(items),
        gaps=(ListGap((3, 4), tuple(entry["gap"])),),
        missing=tuple(entry["missing"]),
        extra=(),
        stated_count=46,
        definition="whole_drafts/by_subject",
        record_count=48,
    )


def sample_charts(language: str) -> dict[str, ChartData]:
    """Charts of the two figures of the group."""
    names = SAMPLES["names"][language]
    found = {}
    for chart in SAMPLES["charts"]:
        windows = tuple((_day(a), _day(b)) for a, b in chart["holds"])
        lines = tuple(
            Line(
                " \u00b7 ".join(names.get(c, c) for c in s["choices"]),
                tuple((_day(d), float(v)) for d, v in s["steps"]),
                windows if not at else (),
            )
            for at, s in enumerate(chart["series"])
        )
        title, citation = names[chart["title"]], names["library"]
        found[chart["claim"]] = ChartData(title, "vetoes", lines, chart["stated"], AS_OF, citation)
    return found


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def unmended(report: Report) -> Report:
    """The same report on a text that needed no repair: raw and mended text are one."""
    text = replace(report.text, raw=report.text.text, pieces=(), repairs=())
    return replace(report, text=text, damage=())


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def report(language: str) -> Report:
    return sample(language)


@pytest.fixture
def clean_report(report: Report) -> Report:
    return unmended(report)


@pytest.fixture
def labels(language: str) -> SampleLabels:
    return SampleLabels(language)


@pytest.fixture
def charts(language: str) -> dict[str, ChartData]:
    return sample_charts(language)
