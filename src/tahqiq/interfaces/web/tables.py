"""The rows of a table: a page of them with filters in the address, and exactly those rows as data, file and feed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response, StreamingResponse

from tahqiq.catalog.dates import parse_day
from tahqiq.errors import UsageError
from tahqiq.interfaces.web.site import CACHED, Lang, link, site_of
from tahqiq.record.browse import Ask, Facet, Table, count, load_table, parquet, rows
from tahqiq.reporting.cells import Words
from tahqiq.reporting.exports import safe

router = APIRouter()
SIZES = 50
"""How many rows a page shows."""
MOST = 10_000
"""How many rows the data holds at most; `next` leads to the rest. CSV and Parquet hold all."""
NEWEST = 50
"""How many rows the feed holds."""
SHOWN = 4
"""How many filters are shown at once."""
OWN = frozenset({"q", "since", "until", "sort", "down", "page"})
"""Parameters that are no filters."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column with its heading."""

    name: str
    title: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """A value a filter can take."""

    code: str
    title: str
    chosen: bool


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
    query: list[tuple[str, str]]


Words_ = Annotated[str, Query(max_length=200, description="Words to look for.")]
Day = Annotated[str, Query(max_length=10, description="A day, month or year: 2024-05-01.")]
Sort = Annotated[str, Query(max_length=60, description="The column to sort by.")]
Number = Annotated[int, Query(ge=1, le=100_000)]


def read_question(
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
) -> Asked:
    """The question an address asks. Every other parameter filters a column, dimension or axis; several add up."""
    found, words = load_table(register, table), Words(lang)
    query = [(k, v) for k, v in request.query_params.multi_items() if v]
    filters: dict[str, tuple[str, ...]] = {}
    for name, value in query:
        if name not in OWN:
            filters[name] = tuple(dict.fromkeys((*filters.get(name, ()), *value.split(","))))
    named = _named(found, q, words) if q else {}
    first, last = parse_day(since) if since else None, parse_day(until, last=True) if until else None
    return Asked(found, Ask(filters, first, last, q, named, sort or None, down), page, query)


def table_page(asked: Asked, lang: str, size: int, path: str) -> TablePage:
    """A page of rows, with the words of a language."""
    table, words = asked.table, Words(lang)
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
        columns=[ColumnView(c.name, words.column(table.register, c), c.type, c.about) for c in table.columns],
        filters=[_filter(table, f, asked.ask, words) for f in table.facets],
        asked=list(_said(asked, words)),
        total=total,
        page=asked.page,
        pages=max(1, -(-total // size)),
        sort=asked.ask.sort,
        down=asked.ask.down,
        next=link(path, **query, page=asked.page + 1) if more else None,
        rows=[dict(zip(names, map(_plain, row), strict=True)) for row in found],
    )


BASE = "/{lang}/record/{register}/{table}"


async def table_data(
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
) -> TablePage:
    """The rows of a table. Further parameters filter by a column, dimension or axis: `member=USA&about=ISR`."""
    asked = read_question(lang, register, table, request, q, since, until, sort, down, page)
    return table_page(asked, lang, MOST, request.url.path)


router.add_api_route(BASE + ".json", table_data, methods=["GET"], name="table_data", tags=["data"])


@router.get(BASE + ".csv", tags=["data"], response_class=Response, responses={200: {"content": {"text/csv": {}}}})
async def table_csv(
    lang: Lang,
    register: str,
    table: str,
    request: Request,
    q: Words_ = "",
    since: Day = "",
    until: Day = "",
    sort: Sort = "",
    down: bool = False,
) -> Response:
    """All rows asked for, as CSV."""
    asked = read_question(lang, register, table, request, q, since, until, sort, down)
    found = rows(asked.table, asked.ask)
    first = next(found, None)  # a wrong question fails here, before the answer has begun
    headers = _named_file(asked.table, "csv")
    return StreamingResponse(_csv(asked.table, first, found), media_type="text/csv; charset=utf-8", headers=headers)


@router.get(
    BASE + ".parquet",
    tags=["data"],
    response_class=Response,
    responses={200: {"content": {"application/vnd.apache.parquet": {}}}},
)
async def table_parquet(
    lang: Lang,
    register: str,
    table: str,
    request: Request,
    q: Words_ = "",
    since: Day = "",
    until: Day = "",
    sort: Sort = "",
    down: bool = False,
) -> Response:
    """All rows asked for, as Parquet."""
    asked = read_question(lang, register, table, request, q, since, until, sort, down)
    body = await site_of(request).workers.run(parquet_of, register, table, asked.ask)
    return Response(body, media_type="application/vnd.apache.parquet", headers=_named_file(asked.table, "parquet"))


@router.get(
    BASE + ".atom", tags=["data"], response_class=Response, responses={200: {"content": {"application/atom+xml": {}}}}
)
async def table_atom(
    lang: Lang, register: str, table: str, request: Request, q: Words_ = "", since: Day = "", until: Day = ""
) -> Response:
    """The newest rows asked for, as an Atom feed."""
    asked = read_question(lang, register, table, request, q, since, until)
    if asked.table.day is None or asked.table.row is None:
        raise UsageError("no_feed", name=table)
    found, words = list(rows(asked.table, asked.ask, NEWEST)), Words(lang)
    response = site_of(request).render(
        "web/feed.atom.j2",
        lang,
        request.url.path,
        entries=[_entry(asked.table, row, words) for row in found],
        title=f"{words.word(asked.table.register.title)}: {words.table(asked.table)}",
        base=str(request.base_url).rstrip("/"),
        address=link(f"/{lang}/record/{register}/{table}", **dict(asked.query)),
        here_path=link(request.url.path, **dict(asked.query)),
        row_base=f"/{lang}/record/{register}/{table}",
        updated=_day(asked.table, found[0]) if found else asked.table.register.end.isoformat(),
    )
    return Response(response.body, media_type="application/atom+xml")


@router.get(BASE, include_in_schema=False, name="table")
@router.head(BASE, include_in_schema=False)
async def table_html(
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
) -> Response:
    """A page of rows."""
    asked = read_question(lang, register, table, request, q, since, until, sort, down, page)
    found, words = table_page(asked, lang, SIZES, request.url.path), Words(lang)
    context = {"page": found, "cell": _cells(asked.table, words), "params": dict(asked.query)}
    context |= dict(zip(("first", "more"), _parted(found.filters), strict=True))
    response = site_of(request).render("web/table.html.j2", lang, request.url.path, request.url.query, **context)
    response.headers["Cache-Control"] = CACHED
    return response


def _parted(filters: list[FilterView]) -> tuple[list[FilterView], list[FilterView]]:
    """The filters to show at once (a few, and those in use) and the others."""
    first = [f for at, f in enumerate(filters) if at < SHOWN or any(o.chosen for o in f.options)]
    return first, [f for f in filters if f not in first]


def parquet_of(register: str, table: str, ask: Ask) -> bytes:
    """A Parquet file, made away from the site's own process."""
    return parquet(load_table(register, table), ask)


def _cells(table: Table, words: Words) -> Any:
    columns = {c.name: c for c in table.columns}

    def cell(name: str, value: Any) -> str:
        return words.cell(table.register.id, columns[name], _day_of(columns[name].type, value))

    return cell


def _day_of(kind: str, value: Any) -> Any:
    return date.fromisoformat(value) if kind == "date" and isinstance(value, str) else value


def _filter(table: Table, facet: Facet, ask: Ask, words: Words) -> FilterView:
    chosen = ask.filters.get(facet.name, ())
    options = [OptionView(v, words.value(table.register, facet, v), v in chosen) for v in facet.values]
    if facet.kind != "axis":
        options.sort(key=lambda o: o.title)
    return FilterView(facet.name, words.facet(table.register, facet), facet.kind, options)


def _said(asked: Asked, words: Words) -> Iterator[str]:
    """The question in words, a part for each filter."""
    say, facets = words.messages.format, {f.name: f for f in asked.table.facets}
    for name, values in asked.ask.filters.items():
        told = words.messages.join(words.value(asked.table.register, facets[name], v) for v in values)
        yield say("claim-filter", name=words.facet(asked.table.register, facets[name]), value=told)
    if asked.ask.since or asked.ask.until:
        yield words.messages.span(asked.ask.since, asked.ask.until)
    if asked.ask.words:
        yield say("quoted", text=asked.ask.words)


def _named(table: Table, text: str, words: Words) -> dict[str, tuple[str, ...]]:
    """Per column, the codes whose names hold the words looked for."""
    wanted = text.casefold()
    found = {}
    for facet in table.facets:
        if facet.kind == "column":
            codes = tuple(v for v in facet.values if wanted in words.value(table.register, facet, v).casefold())
            found[facet.name] = codes
    return {name: codes for name, codes in found.items() if codes}


def _csv(table: Table, first: tuple[Any, ...] | None, rest: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([c.name for c in table.columns])
    if first is not None:
        writer.writerow([safe(_plain(cell)) for cell in first])
    for at, row in enumerate(rest):
        writer.writerow([safe(_plain(cell)) for cell in row])
        if at % 500 == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _entry(table: Table, row: tuple[Any, ...], words: Words) -> dict[str, str]:
    named = dict(zip((c.name for c in table.columns), row, strict=True))
    shown = [words.cell(table.register.id, c, named[c.name]) for c in table.columns if c.type != "boolean"]
    row_id = str(named[str(table.row)])
    about = words.labels.row(table.register.id, row_id)
    return {
        "id": row_id,
        "day": _day(table, row),
        "title": f"{row_id} {about}",
        "text": " | ".join(filter(None, shown)),
    }


def _day(table: Table, row: tuple[Any, ...]) -> str:
    at = [c.name for c in table.columns].index(str(table.day))
    return row[at].isoformat() if isinstance(row[at], (date, datetime)) else table.register.end.isoformat()


def _named_file(table: Table, ending: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{table.register.id}.{table.name}.{ending}"',
        "Cache-Control": CACHED,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, datetime)) else value
