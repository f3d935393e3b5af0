"""One row of the record: its fields, its sources, where else it is told of, and the counts it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tahqiq.catalog.places import group_of
from tahqiq.catalog.registers import Measure
from tahqiq.interfaces.web.records import SourceView, document, source_view
from tahqiq.interfaces.web.site import Lang, csv_of, flat, link, site_of
from tahqiq.record.ask import ask
from tahqiq.record.browse import bridged, places_of_rows, rows_of
from tahqiq.record.series import load_rows
from tahqiq.record.tables import Table, load_table
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.phrases import capital, phrase
from tahqiq.reporting.words.values import quantity

router = APIRouter()
QUESTIONS = 8
"""How many counts are asked for one row at most."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: its name, its values as they are in the data and in words, and the documents they name."""

    name: str
    title: str
    values: list[Any]
    words: list[str]
    documents: list[str | None]


@dataclass(frozen=True, slots=True)
class Stood:
    """A number that a count stood at, and the ways of counting that give it."""

    value: float
    words: str
    definitions: list[str]


@dataclass(frozen=True, slots=True)
class CountView:
    """What a count stood at once it had this row: in the usual way (or the first that has it), and in others."""

    measure: str
    about: str
    phrase: str
    usual: bool
    stood: Stood
    others: list[Stood]
    figure: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same row in another table."""

    register: str
    table: str
    title: str
    fields: list[Field]


@dataclass(frozen=True, slots=True)
class RowPage:
    """A row whole."""

    register: str
    register_title: str
    table: str
    table_title: str
    id: str
    title: str
    day: date | None
    fields: list[Field]
    sources: list[SourceView]
    counts: list[CountView]
    elsewhere: list[Elsewhere]


async def row_page(lang: Lang, register: str, table: str, row: str) -> RowPage:
    """One row. Its id may hold slashes; a number sign is written %23."""
    return _page(lang, register, table, row)


@lru_cache(maxsize=2048)
def _page(lang: str, register: str, table: str, row: str) -> RowPage:
    """The row in the words of a language, worked out once."""
    found, words = load_table(register, table), Words(lang)
    fields = _fields(found, row, words)
    if not fields:
        raise HTTPException(404, "no_row")
    day = _day(found, fields)
    sources = dict.fromkeys(s for f in fields if f.name == "sources" for v in f.values for s in str(v).split(";") if s)
    return RowPage(
        register=register,
        register_title=words.word(found.register.title),
        table=table,
        table_title=words.table(found),
        id=row,
        title=words.labels.row(register, row),
        day=day,
        fields=[f for f in fields if f.name != "sources"],
        sources=[source_view(register, s, words) for s in sources],
        counts=list(_counts(found, row, day, words)) if day else [],
        elsewhere=[_elsewhere(r, t, row, words) for r, t in places_of_rows().get(row, ()) if r != register],
    )


BASE = "/{lang:lang}/record/{register}/{table}/{row:path}"
router.add_api_route(BASE + ".json", row_page, methods=["GET"], name="row_data", tags=["data"])


@router.get(BASE + ".csv", tags=["data"], response_class=Response)
async def row_csv(lang: Lang, register: str, table: str, row: str) -> Response:
    """The fields of one row, as CSV."""
    return csv_of([flat(field) for field in _page(lang, register, table, row).fields])


@router.get(BASE, include_in_schema=False, name="row")
async def row_html(lang: Lang, register: str, table: str, row: str, request: Request) -> Response:
    """The page of a row."""
    page, site = await row_page(lang, register, table, row), site_of(request)
    response = site.render("web/row.html.j2", lang, request.url.path, page=page, base=site.base(request))
    response.headers["Cache-Control"] = site.cached()
    return response


def _fields(table: Table, row: str, words: Words) -> list[Field]:
    """The fields of the rows with this id, values that differ listed; then its bridged dimensions."""
    found = rows_of(table, row)
    if not found:
        return []
    fields = []
    for at, column in enumerate(table.columns):
        values = list(dict.fromkeys(r[at] for r in found if r[at] not in (None, "")))
        if values:
            told = [words.cell(table.register.id, column, v) for v in values]
            plain = [v.isoformat() if isinstance(v, date) else v for v in values]
            led = [document(table.register, words.language, column.name, v) for v in plain]
            fields.append(Field(column.name, words.column(table.register, column), plain, told, led))
    for facet in table.facets:
        dimension = table.register.dimensions.get(facet.name)
        if facet.kind == "bridge" and dimension:
            codes = bridged(table, row, dimension)
            told = [words.value(table.register, facet, c) for c in codes]
            if codes:
                fields.append(
                    Field(facet.name, words.facet(table.register, facet), list(codes), told, [None] * len(codes))
                )
    return [field for field in fields if not any(_tells(other, field) for other in fields)]


def _tells(other: Field, field: Field) -> bool:
    """Whether another field says all that this one does, and more: each member, and how it voted."""
    more = {str(value).partition(":")[0] for value in other.values if ":" in str(value)}
    return other is not field and bool(field.values) and {str(value) for value in field.values} <= more


def _day(table: Table, fields: list[Field]) -> date | None:
    value = next((f.values[0] for f in fields if f.name == table.day), None)
    return date.fromisoformat(value) if isinstance(value, str) else None


def _counts(table: Table, row: str, day: date, words: Words) -> Iterator[CountView]:
    """Every count of rows that has this row: alone and about each place, by each who acted."""
    questions = 0
    for measure in table.register.measures.values():
        if measure.aggregate != "count" or measure.derive or row not in load_rows(table.register, measure).ids:
            continue
        for filters in _questions(table, measure, row):
            questions += 1
            if questions > QUESTIONS:
                return
            yield from _stood(table, measure, filters, row, day, words)


def _questions(table: Table, measure: Measure, row: str) -> list[dict[str, str]]:
    """The filters worth asking: each place that acted, then each together with each place it was about."""
    own = load_table(table.register.id, measure.table)
    dims = {d: table.register.dimensions[d] for d in measure.dimensions}
    shared = {d.joint for d in dims.values() if d.joint}
    fields = {f.name: f.values for f in _fields(own, row, Words("en"))}
    places = {n: d for n, d in dims.items() if d.vocabulary == "places" and n not in shared}
    actors = [{n: str(v)} for n, d in places.items() if d.bridge is None for v in fields.get(d.column, ())]
    abouts = [{n: v} for n, d in places.items() if d.bridge for v in _apart(fields.get(n, ()))]
    return [q for actor in actors or [{}] for q in (actor, *({**actor, **about} for about in abouts))]


def _apart(places: Iterable[Any]) -> list[str]:
    """Places without those that share their subject with an earlier one: they would ask the same."""
    found: list[str] = []
    for place in map(str, places):
        if not any(place in group_of(other) for other in found):
            found.append(place)
    return found


def _stood(
    table: Table, measure: Measure, filters: dict[str, str], row: str, day: date, words: Words
) -> Iterator[CountView]:
    """The numbers that one count stood at; nothing when no way of counting has the row."""
    register = table.register.id
    asked = ask(f"{register}.{measure.id}", filters, as_of=day)
    found: dict[float, list[str]] = {}
    for answer in asked.answers:
        if row in answer.rows:
            found.setdefault(answer.value, []).append(words.labels.definition(register, answer.choices))
    stood = [Stood(v, quantity(words.messages, v, measure.unit), names) for v, names in found.items()]
    if stood:
        yield CountView(
            measure=words.labels.measure(register, measure.id),
            about=words.messages.format("separator").join(
                words.labels.value(register, d, v) for d, v in filters.items()
            ),
            phrase=capital(
                phrase(words.labels, words.messages, register, measure.id, {d: [v] for d, v in filters.items()})
            ),
            usual=row in asked.answers[0].rows,
            stood=stood[0],
            others=stood[1:],
            figure=link(f"/{words.language}/figures/{register}/{measure.id}", **filters, as_of=day.isoformat()),
        )


def _elsewhere(register: str, table: str, row: str, words: Words) -> Elsewhere:
    found = load_table(register, table)
    fields = [f for f in _fields(found, row, words) if f.name not in ("sources", found.row)]
    return Elsewhere(register, table, words.word(found.register.title), fields)
