"""A question put to a table by an address, and a page of its rows in the words of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from tahqiq.catalog.dates import parse_day
from tahqiq.interfaces.web.finding import understand
from tahqiq.interfaces.web.site import Day, Lang, link
from tahqiq.record.browse import Ask, count, rows, tallies
from tahqiq.record.tables import Facet, Table, load_table
from tahqiq.reporting.record.cells import Words

SHOWN = 4
"""How many filters are shown at once."""
OWN = frozenset({"q", "since", "until", "sort", "down", "page", "size", "columns"})
WHOLE = "all"
"""What `columns` says where every column is wanted."""
COLUMNS = 6
"""How many columns are shown first where the register does not say which."""
TALLIED = 10_000
"""A table with more rows does not tell how many each value of a filter would leave."""
ASIDE = ("sources", "note", "url", "within")
"""Columns that are shown nowhere in a table."""
"""Parameters that are no filters."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column with its heading; `shown` where readers see it first."""

    name: str
    title: str
    type: str
    about: str
    shown: bool


@dataclass(frozen=True, slots=True)
class OptionView:
    """A value a filter can take, and how many rows it would leave where that is counted."""

    code: str
    title: str
    chosen: bool
    rows: int | None


@dataclass(frozen=True, slots=True)
class FilterView:
    """A filter and its values."""

    name: str
    title: str
    kind: str
    options: list[OptionView]


@dataclass(frozen=True, slots=True)
class TablePage:
    """Rows of a table. `rows` holds values by column as they are in the data; `next` leads to further rows."""

    register: str
    register_title: str
    table: str
    title: str
    row: str | None
    day: str | None
    columns: list[ColumnView]
    filters: list[FilterView]
    asked: list[str]
    total: int
    page: int
    pages: int
    sort: str | None
    down: bool
    next: str | None
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question read from an address."""

    table: Table
    ask: Ask
    page: int
    size: int
    query: list[tuple[str, str]]


Words_ = Annotated[str, Query(max_length=200, description="Words to look for.")]
Sort = Annotated[str, Query(max_length=60, description="The column to sort by.")]
Number = Annotated[int, Query(ge=1, le=100_000)]
SIZE = 50
Size = Annotated[int, Query(ge=1, le=10_000, description="Rows of a page.")]


async def read_question(
    lang: Lang,
    register: str,
    table: str,
    request: Request,
    q: Words_ = "",
    since: Day = "",
    until: Day = "",
    sort: Sort = "",
    down: bool = False,
    page: Number = 1,
    size: Size = SIZE,
) -> Asked:
    """The question an address asks. Every other parameter filters a column, dimension or axis; several add up."""
    found, words = load_table(register, table), Words(lang)
    query = [(k, v) for k, v in request.query_params.multi_items() if v]
    filters: dict[str, tuple[str, ...]] = {}
    for name, value in query:
        if name not in OWN:
            filters[name] = tuple(dict.fromkeys((*filters.get(name, ()), *value.split(","))))
    first, last = parse_day(since) if since else None, parse_day(until, last=True) if until else None
    looked = q
    if q and found.day and (days := day_meant(q)):
        (first, last), looked = days, ""
    named = named_in(found, looked, words)
    return Asked(found, Ask(filters, first, last, tuple(looked.split()), named, sort or None, down), page, size, query)


def table_page(asked: Asked, lang: str, path: str) -> TablePage:
    """A page of rows, with the words of a language."""
    table, words, size = asked.table, Words(lang), asked.size
    first = shown_first(table)
    total = count(table, asked.ask)
    found = list(rows(table, asked.ask, size, (asked.page - 1) * size))
    names = [c.name for c in table.columns]
    more = asked.page * size < total
    query = {k: v for k, v in asked.query if k != "page"}
    return TablePage(
        register=table.register.id,
        register_title=words.word(table.register.title),
        table=table.name,
        title=words.table(table),
        row=table.row,
        day=table.day,
        columns=[
            ColumnView(c.name, words.column(table.register, c), c.type, c.about, c.name in first)
            for c in sorted(table.columns, key=lambda c: first.index(c.name) if c.name in first else len(first))
        ],
        filters=[_filter(table, f, asked.ask, words) for f in table.facets],
        asked=list(_said(asked, words)),
        total=total,
        page=asked.page,
        pages=max(1, -(-total // size)),
        sort=asked.ask.sort,
        down=asked.ask.down,
        next=link(path, **query, page=asked.page + 1) if more else None,
        rows=[dict(zip(names, map(plain, row), strict=True)) for row in found],
    )


def parted(filters: list[FilterView]) -> tuple[list[FilterView], list[FilterView]]:
    """The filters to show at once (a few, and those in use) and the others."""
    first = [f for at, f in enumerate(filters) if at < SHOWN or any(o.chosen for o in f.options)]
    return first, [f for f in filters if f not in first]


def cells(table: Table, words: Words) -> Any:
    """What writes a cell of the table in words: a function of a column's name and a value."""
    columns = {c.name: c for c in table.columns}

    def cell(name: str, value: Any) -> str:
        return words.cell(table.register.id, columns[name], _day_of(columns[name].type, value))

    return cell


def _day_of(kind: str, value: Any) -> Any:
    return date.fromisoformat(value) if kind == "date" and isinstance(value, str) else value


def _filter(table: Table, facet: Facet, ask: Ask, words: Words) -> FilterView:
    chosen = ask.filters.get(facet.name, ())
    title, options = _options(table.register.id, table.name, facet, words.language)
    ruled = any(name in table.register.axes for name in ask.filters)
    known = facet.kind == "column" or (facet.kind == "bridge" and not ruled)
    counted = tallies(table, ask, facet) if known and table.total <= TALLIED else None
    views = [
        OptionView(c, name, c in chosen, counted.get(c, 0) if counted is not None else None) for c, name in options
    ]
    return FilterView(facet.name, title, facet.kind, views)


def shown_first(table: Table) -> list[str]:
    """The columns that readers see first: those the register names, else the first of use."""
    named = table.register.raw.get("shown", {}).get(table.name)
    useful = [c.name for c in table.columns if c.type != "boolean" and c.name not in ASIDE]
    return list(named or useful[:COLUMNS])


@lru_cache(maxsize=1024)
def _options(register: str, table: str, facet: Facet, language: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What a filter is called, and its values with their names; in the order of the names, but for axes."""
    found, words = load_table(register, table).register, Words(language)
    options = [(code, words.value(found, facet, code)) for code in facet.values]
    if facet.kind != "axis":
        options.sort(key=lambda option: option[1])
    return words.facet(found, facet), tuple(options)


def _said(asked: Asked, words: Words) -> Iterator[str]:
    """The question in words, a part for each filter."""
    say, facets = words.messages.format, {f.name: f for f in asked.table.facets}
    for name, values in asked.ask.filters.items():
        told = words.messages.join(words.value(asked.table.register, facets[name], v) for v in values)
        yield say("claim-filter", name=words.facet(asked.table.register, facets[name]), value=told)
    if asked.ask.since or asked.ask.until:
        yield words.messages.span(asked.ask.since, asked.ask.until)
    if asked.ask.words:
        yield say("quoted", text=" ".join(asked.ask.words))


def named_in(table: Table, text: str, words: Words) -> dict[str, dict[str, tuple[str, ...]]]:
    """By word of the text, the codes of columns and bridged dimensions whose names hold it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for word in text.split():
        wanted = word.casefold()
        for facet in (f for f in table.facets if f.kind != "axis"):
            codes = tuple(v for v in facet.values if wanted in words.value(table.register, facet, v).casefold())
            if codes:
                found.setdefault(word, {})[facet.name] = codes
    return found


def day_meant(text: str) -> tuple[date, date] | None:
    """The days that a text is, when it is a date in any writing and nothing else."""
    meant = understand(text)
    return meant.days if meant.days and not (meant.left or meant.places or meant.questions) else None


def plain(value: Any) -> Any:
    """A value as JSON and CSV hold it."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value


Question = Annotated[Asked, Depends(read_question)]
