"""The rows of a table: a page of them with filters in the address, and exactly those rows as data, file and feed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from tahqiq.catalog.sources import load_sources
from tahqiq.errors import UsageError
from tahqiq.interfaces.web.questions import WHOLE, Asked, Question, TablePage, cells, parted, plain, table_page
from tahqiq.interfaces.web.records import document
from tahqiq.interfaces.web.site import CACHED, Lang, link, site_of
from tahqiq.record.browse import Ask, parquet, rows
from tahqiq.record.tables import Table, load_table
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.report.exports import safe

router = APIRouter()
LARGE = 50_000
"""A table with more rows takes a while to look through."""
SLOW = 500
"""A page of more rows takes a while."""
NEWEST = 50
"""How many rows the feed holds."""
BASE = "/{lang:lang}/record/{register}/{table}"
BATCH = 500
PARQUET = "application/vnd.apache.parquet"


def _given(kind: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {kind: {}}}}


@router.get(BASE + ".json", tags=["data"])
async def table_data(lang: Lang, asked: Question, request: Request) -> TablePage:
    """The rows of a table. Further parameters filter by a column, dimension or axis: `member=USA&about=ISR`."""
    return await _page(asked, lang, request)


@router.get(BASE + ".csv", tags=["data"], response_class=Response, responses=_given("text/csv"))
async def table_csv(lang: Lang, asked: Question, request: Request) -> Response:
    """All rows asked for, as CSV."""
    found = rows(asked.table, asked.ask)
    first = await site_of(request).slow.run(
        next, found, None
    )  # a wrong question fails here, before the answer has begun
    headers = _named_file(asked.table, "csv")
    return StreamingResponse(_csv(asked.table, first, found), media_type="text/csv; charset=utf-8", headers=headers)


@router.get(BASE + ".parquet", tags=["data"], response_class=Response, responses=_given(PARQUET))
async def table_parquet(lang: Lang, asked: Question, request: Request) -> Response:
    """All rows asked for, as Parquet."""
    table = asked.table
    body = await site_of(request).drawers.run(parquet_of, table.register.id, table.name, asked.ask)
    return Response(body, media_type=PARQUET, headers=_named_file(table, "parquet"))


@router.get(BASE + ".atom", tags=["data"], response_class=Response, responses=_given("application/atom+xml"))
async def table_atom(lang: Lang, asked: Question, request: Request) -> Response:
    """The newest rows asked for, as an Atom feed: one entry for rows that share an id."""
    table, words = asked.table, Words(lang)
    if table.day is None or table.row is None:
        raise UsageError("no_feed", name=table.name)
    site = site_of(request)
    found = await site.slow.run(lambda: list(rows(table, asked.ask, NEWEST)))
    address = f"/{lang}/record/{table.register.id}/{table.name}"
    entries = {e["id"]: e for e in (_entry(table, row, words, address) for row in found)}
    response = site.render(
        "web/feed.atom.j2",
        lang,
        request.url.path,
        entries=sorted(entries.values(), key=lambda entry: entry["day"], reverse=True),
        title=f"{words.word(table.register.title)}: {words.table(table)}",
        base=site.base(request),
        address=link(address, **dict(asked.query)),
        here_path=link(request.url.path, **dict(asked.query)),
        updated=max((_came(table, row) for row in found), default=table.register.end.isoformat()),
    )
    return Response(response.body, media_type="application/atom+xml")


@router.get(BASE, include_in_schema=False, name="table")
async def table_html(lang: Lang, asked: Question, request: Request) -> Response:
    """A page of rows."""
    site = site_of(request)
    found = await _page(asked, lang, request)
    first, more = parted(found.filters)
    response = site.render(
        "web/table.html.j2",
        lang,
        request.url.path,
        request.url.query,
        page=found,
        lines=merged(found),
        whole=dict(asked.query).get("columns") == WHOLE,
        cell=cells(asked.table, Words(lang)),
        document=partial(document, asked.table.register, lang),
        base=site.base(request),
        params=dict(asked.query),
        first=first,
        more=more,
    )
    response.headers["Cache-Control"] = site.cached()
    return response


async def _page(asked: Asked, lang: str, request: Request) -> TablePage:
    """A page of rows; of a large table, or a long page, in a thread, so that other pages are not held up."""
    if asked.size <= SLOW and asked.table.total <= LARGE:
        return table_page(asked, lang, request.url.path)
    return await site_of(request).slow.run(table_page, asked, lang, request.url.path)


def parquet_of(register: str, table: str, ask: Ask) -> bytes:
    """A Parquet file, made away from the site's own process."""
    return parquet(load_table(register, table), ask)


def _csv(table: Table, first: tuple[Any, ...] | None, rest: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([c.name for c in table.columns])
    if first is not None:
        writer.writerow([safe(plain(cell)) for cell in first])
    for at, row in enumerate(rest):
        writer.writerow([safe(plain(cell)) for cell in row])
        if at % BATCH == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def merged(page: TablePage) -> list[dict[str, list[Any]]]:
    """The rows of a page, those side by side with one id as one line; a line lists the values in which they differ."""
    lines: list[dict[str, list[Any]]] = []
    for at, row in enumerate(page.rows):
        if page.row and at and page.rows[at - 1][page.row] == row[page.row]:
            for name, value in row.items():
                if value not in lines[-1][name]:
                    lines[-1][name].append(value)
        else:
            lines.append({name: [value] for name, value in row.items()})
    return lines


def _entry(table: Table, row: tuple[Any, ...], words: Words, address: str) -> dict[str, str]:
    named = dict(zip((c.name for c in table.columns), row, strict=True))
    shown = [words.cell(table.register.id, c, named[c.name]) for c in table.columns if c.type != "boolean"]
    row_id = str(named[str(table.row)])
    about = words.labels.row(table.register.id, row_id)
    return {
        "id": f"{address}/{quote(row_id)}",
        "address": f"{address}/{quote(row_id)}",
        "day": _came(table, row),
        "title": f"{row_id} {about}",
        "text": " | ".join(filter(None, shown)),
    }


def _came(table: Table, row: tuple[Any, ...]) -> str:
    """The day since which a row can have been in the record: its own, or that on which its newest source was read."""
    names = [c.name for c in table.columns]
    named = str(row[names.index("sources")] or "").split(";") if "sources" in names else []
    sources = load_sources(table.register.id)
    return max([_day(table, row), *(str(sources.get(name, {}).get("accessed") or "") for name in named)])


def _day(table: Table, row: tuple[Any, ...]) -> str:
    at = [c.name for c in table.columns].index(str(table.day))
    return row[at].isoformat() if isinstance(row[at], (date, datetime)) else table.register.end.isoformat()


def _named_file(table: Table, ending: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{table.register.id}.{table.name}.{ending}"',
        "Cache-Control": CACHED,
    }
