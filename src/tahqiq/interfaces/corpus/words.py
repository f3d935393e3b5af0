"""The answers of a corpus in the words of one language: as tables for a page or a terminal, and as charts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tahqiq.catalog.registers import load_registers
from tahqiq.interfaces.corpus.life import AFTER, RIGHT, Life, Share
from tahqiq.interfaces.corpus.questions import Table
from tahqiq.model import Window
from tahqiq.reporting.drawing.chart_data import ChartData, Line
from tahqiq.reporting.record.figures import figure
from tahqiq.reporting.record.pictures import chart
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import Messages, load_messages, shorten
from tahqiq.reporting.words.values import quantity

FIGURE = ("register", "measure", "filters")
SHARES = ("share", "low", "high")
QUOTE = 90
SHOWN = 20
"""Rows of each table of a life that are shown to people; data has all that are asked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A table in words: its title, a line on how it was made, its headings and its rows."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tell(question: str, table: Table, language: str) -> Told:
    """The answer to a ready question."""
    messages = load_messages(language)
    columns = [c for c in table.columns if c not in FIGURE[1:]]
    rows = (_row(columns, dict(zip(table.columns, row, strict=True)), messages, language) for row in table.rows)
    heads = tuple(messages.format(f"corpus-head-{c}") for c in columns)
    title, note = (messages.format(f"corpus-{part}-{question}") for part in ("title", "note"))
    return Told(title, note, heads, tuple(rows))


def _row(columns: Sequence[str], row: Mapping[str, Any], messages: Messages, language: str) -> tuple[str, ...]:
    return tuple(_cell(name, row, messages, language) for name in columns)


def _cell(name: str, row: Mapping[str, Any], messages: Messages, language: str) -> str:
    value = row[name]
    if name == FIGURE[0]:
        return named(row["register"], row["measure"], json.loads(row["filters"]), language)
    if value is None:
        return ""
    if name == "verdict":
        return messages.format(f"verdict-{value}")
    if name == "stated":
        unit = _unit(row["register"], row["measure"])
        return messages.join(quantity(messages, v, unit) for v in (value if isinstance(value, list) else [value]))
    if name in SHARES:
        return messages.percent(round(value, 3))
    if isinstance(value, date):
        return messages.date(value)
    return shorten(value, QUOTE) if isinstance(value, str) else messages.number(value)


def named(register: str, measure: str, filters: Mapping[str, Any], language: str) -> str:
    """A measure under its filters, in words."""
    messages, labels = load_messages(language), load_labels(language)
    parts = [
        messages.join(labels.value(register, name, code) for code in (codes if isinstance(codes, list) else [codes]))
        for name, codes in filters.items()
    ]
    about = messages.format("separator").join(parts)
    return messages.format("claim-reading", measure=labels.measure(register, measure), filters=about or None)


def _unit(register: str, measure: str) -> str | None:
    found = load_registers().get(register)
    return found.measures[measure].unit if found and measure in found.measures else None


def tell_life(found: Life, language: str) -> Iterator[Told]:
    """The life of a figure: what was said, by whom after its time, and the texts that others resemble."""
    messages = load_messages(language)
    unit = found.asked.measure.unit
    for part in ("values", "outlets", "families"):
        shares: tuple[Share, ...] = getattr(found, part)
        if not shares:
            continue
        heads = (
            "outlet" if part == "outlets" else part,
            "said",
            "right",
            "after",
            "first",
            "last",
            "first_after",
            *(["sentence"] * (part == "families")),
        )
        rows = tuple(_shared(share, part, unit, messages) for share in shares[:SHOWN])
        told = "speakers" if part == "outlets" else part
        title, note = (messages.format(f"corpus-{kind}-{told}") for kind in ("title", "note"))
        yield Told(title, note, tuple(messages.format(f"corpus-head-{head}") for head in heads), rows)


def _shared(share: Share, part: str, unit: str, messages: Messages) -> tuple[str, ...]:
    name = quantity(messages, float(share.name), unit) if part == "values" else share.name
    days = [messages.date(day) if day else "" for day in (share.first, share.last, share.first_after)]
    sentence = [shorten(share.sentence, QUOTE)] if part == "families" else []
    return (name, *map(messages.number, (share.said, share.right, share.after)), *days, *sentence)


def course(found: Life, language: str) -> ChartData:
    """The record's own course through time against the stated figure."""
    drawn = chart(figure(found.asked, language))
    lines = tuple(replace(line, holds=tuple(_holding(line, found.stated))) for line in drawn.lines)
    return replace(drawn, lines=lines, stated=found.stated)


def _holding(line: Line, stated: float | None) -> Iterator[Window]:
    """When a value holds under a definition."""
    ends = [*(day - timedelta(days=1) for day, _ in line.steps[1:]), None]
    yield from ((day, end) for (day, value), end in zip(line.steps, ends, strict=True) if value == stated)


def sayings(found: Life, language: str) -> ChartData:
    """How many documents a year say the figure: while it is right, after its time, and otherwise."""
    messages = load_messages(language)
    years = range(found.sayings[0].day.year, found.sayings[-1].day.year + 2)
    lines = []
    for kind in ("right", "after", "otherwise"):
        count = Counter(s.day.year for s in found.sayings if _kind(s.verdict) == kind)
        if count:
            steps = tuple((date(year, 1, 1), float(count[year])) for year in years)
            lines.append(Line(messages.format(f"corpus-head-{kind}"), steps))
    last = found.sayings[-1].day
    return ChartData(messages.format("corpus-title-years"), "documents", tuple(lines), None, last)


def _kind(verdict: str) -> str:
    return "right" if verdict in RIGHT else "after" if verdict == AFTER else "otherwise"


def lines_of(told: Told) -> Iterator[str]:
    """A table for a terminal: a title, then a line for each row with its cells named."""
    yield told.title
    yield f"  {told.note}"
    for row in told.rows:
        cells = [f"{head}: {cell}" for head, cell in zip(told.heads, row, strict=True) if cell]
        yield f"- {' · '.join(cells)}"
