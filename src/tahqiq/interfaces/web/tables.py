"""The rows of a table: a page of them with filters in the address, and exactly those rows as data, file and feed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from tahqiq.errors import UsageError
from tahqiq.interfaces.web.questions import Asked, Question, TablePage, cells, parted, plain, table_page
from tahqiq.interfaces.web.site import CACHED, Lang, link, site_of
from tahqiq.record.browse import Ask, parquet, rows
from tahqiq.record.tables import Table, load_table
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.report.exports import safe

router = APIRouter()
SIZES = 50
"""How many rows a page shows."""
LARGE = 50_000
"""A table with more rows takes a while to look through."""
MOST = 10_000
"""How many rows the data holds at most; `next` leads to the rest. CSV and Parquet hold all."""
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
    return await _page(asked, lang, MOST, request)


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
    """The newest rows asked for, as an Atom feed."""
    table, words = asked.table, Words(lang)
    if table.day is None or table.row is None:
        raise UsageError("no_feed", name=table.name)
    site = site_of(request)
    found = await site.slow.run(lambda: list(rows(table, asked.ask, NEWEST)))
    address = f"/{lang}/record/{table.register.id}/{table.name}"
    response = site.render(
        "web/feed.atom.j2",
        lang,
        request.url.path,
        entries=[_entry(table, row, words) for row in found],
        title=f"{words.word(table.register.title)}: {words.table(table)}",
        base=site.base(request),
        address=link(address, **dict(asked.query)),
        here_path=link(request.url.path, **dict(asked.query)),
        row_base=address,
        updated=_day(table, found[0]) if found else table.register.end.isoformat(),
    )
    return Response(response.body, media_type="application/atom+xml")


@router.get(BASE, include_in_schema=False, name="table")
@router.head(BASE, include_in_schema=False)
async def table_html(lang: Lang, asked: Question, request: Request) -> Response:
    """A page of rows."""
    site = site_of(request)
    found = await _page(asked, lang, SIZES, request)
    first, more = parted(found.filters)
    response = site.render(
        "web/table.html.j2",
        lang,
        request.url.path,
        request.url.query,
        page=found,
        cell=cells(asked.table, Words(lang)),
        params=dict(asked.query),
        first=first,
        more=more,
    )
    response.headers["Cache-Control"] = CACHED
    return response


async def _page(asked: Asked, lang: str, size: int, request: Request) -> TablePage:
    """A page of rows; of a large table, or a long page, in a thread, so that other pages are not held up."""
    if size <= SIZES and asked.table.total <= LARGE:
        return table_page(asked, lang, size, request.url.path)
    return await site_of(request).slow.run(table_page, asked, lang, size, request.url.path)


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
