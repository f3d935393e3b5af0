"""Search across everything: a symbol, a day in any writing, a state, or a question in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from tahqiq.catalog.registers import find_measure, load_registers
from tahqiq.interfaces.web.asked import asked_figure
from tahqiq.interfaces.web.figure_forms import needs
from tahqiq.interfaces.web.finding import WORD, Question, Understood, understand
from tahqiq.interfaces.web.questions import named_in
from tahqiq.interfaces.web.records import LAST
from tahqiq.interfaces.web.site import Lang, link, site_of
from tahqiq.interfaces.web.subjects import Link, looked_through, subjects_named
from tahqiq.record.browse import Ask, places_of_rows, rows
from tahqiq.record.tables import Table, load_table, table_names
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.phrases import capital, phrase

router = APIRouter()
EACH, ENTRIES = 4, 16
"""How many entries of one table are told, and of all."""
NEAR = timedelta(days=31)
"""Within so many days the entries of a time are told one by one."""
SUBJECTS = 6
"""How many subjects are named."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question answered in a sentence, or a form that still has to be filled."""

    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that was found."""

    id: str
    day: str | None
    about: str
    register_title: str
    address: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found for some words; `whole` is the one entry whose id they are.

    `questioned`: the answers are to all of the words; else the subjects and entries that have all of them come first.
    """

    words: str
    answers: list[Told]
    subjects: list[Link]
    entries: list[Entry]
    places: list[Link]
    tables: list[Link]
    questioned: bool
    whole: str | None


Words_ = Annotated[str, Query(max_length=200, description="A symbol, a day, a state, a question in a few words.")]


@router.get("/{lang:lang}/search.json", tags=["data"])
async def search_data(lang: Lang, request: Request, q: Words_ = "") -> SearchPage:
    """What the record has for some words."""
    return await site_of(request).slow.run(found, q.strip(), lang)


@router.get("/{lang:lang}/search", include_in_schema=False, name="search")
async def search_page(lang: Lang, request: Request, q: Words_ = "") -> Response:
    """What the record has for some words; the page of an entry whose symbol they are."""
    site = site_of(request)
    page = await site.slow.run(found, q.strip(), lang)
    if page.whole:
        return RedirectResponse(page.whole, 303)
    return site.render("web/search.html.j2", lang, request.url.path, request.url.query, page=page, looked=q)


def found(text: str, language: str) -> SearchPage:
    """All that the words lead to."""
    words = Words(language)
    if not text:
        return SearchPage("", [], [], [], [], [], True, None)
    exact = [_entry(*min(places_of_rows()[row], key=_listed), row, words) for row in _rows_named(text)]
    if exact:
        whole = exact[0].address if len(exact) == 1 else None
        return SearchPage(text, [], [], exact[:ENTRIES], [], [], True, whole)
    meant = understand(text)
    answers = [_told(question, words) for question in meant.questions]
    alone = len(meant.places) == 1 and not (answers or meant.left or meant.days)
    subjects, parts = subjects_named(text, words)
    questioned = bool(answers) and not (parts or any(len(word) >= WORD for word in meant.left))
    entries = list(_dated(meant, words)) or ([] if questioned or alone else list(_worded(text, words)))
    places = [Link(words.labels.value("", "", c), f"/{language}/place/{c}") for c in meant.places]
    named = not subjects or any(place.title.casefold() == text.casefold() for place in places)
    return SearchPage(
        words=text,
        answers=answers,
        subjects=[*parts, *subjects][:SUBJECTS],
        entries=entries[:ENTRIES],
        places=places,
        tables=list(dict.fromkeys(_tables(meant, words))),
        questioned=questioned or not (subjects or entries),
        whole=places[0].address if alone and named else None,
    )


@cache
def _by_fold() -> Mapping[str, tuple[str, ...]]:
    """The ids of rows by what a reader may type: whole, or the last part of a symbol."""
    found: dict[str, dict[str, None]] = {}
    for row in places_of_rows():
        if "/" in row:
            found.setdefault(row.casefold(), {})[row] = None
            found.setdefault(row.partition("#")[0].casefold(), {})[row] = None
    return {folded: tuple(ids) for folded, ids in found.items()}


def _rows_named(text: str) -> tuple[str, ...]:
    typed = "".join(text.split()).casefold()
    return (text,) if text in places_of_rows() and "/" in text else _by_fold().get(typed, ())


def _listed(place: tuple[str, str]) -> int:
    return int(load_registers()[place[0]].raw.get("listed", LAST))


def _entry(register: str, table: str, row: str, words: Words) -> Entry:
    return Entry(
        id=row,
        day=words.labels.row_date(register, row) or None,
        about=words.labels.row(register, row).replace(row, "").strip(),
        register_title=words.labels.register(register),
        address=f"/{words.language}/record/{register}/{table}/{quote(row)}",
    )


def _told(question: Question, words: Words) -> Told:
    register, measure = find_measure(f"{question.register}.{question.measure}")
    filters = dict(question.filters)
    address = f"/{words.language}/figures/{register.id}/{measure.id}"
    address = link(address, **filters, since=question.since, until=question.until)
    if not any(name not in filters for name in needs(register, measure)):
        name, day = f"{register.id}.{measure.id}", min(date.today(), register.end)
        shown = asked_figure(name, question.filters, day, question.since, question.until, words.language)
        if shown.lines:
            return Told(shown.sentence, address)
    codes = {name: value.split(",") for name, value in filters.items()}
    return Told(capital(phrase(words.labels, words.messages, register.id, measure.id, codes)), address)


def _dated(meant: Understood, words: Words) -> Iterator[Entry]:
    """The entries of a day, or of a few."""
    if meant.days is None or meant.days[1] - meant.days[0] > NEAR:
        return
    for table in looked_through():
        if table.day is not None:
            yield from _entries(table, Ask(since=meant.days[0], until=meant.days[1]), words)


def _worded(text: str, words: Words) -> Iterator[Entry]:
    """The entries in which all words stand, as they are or as the name of a code."""
    for table in looked_through():
        yield from _entries(table, Ask(words=tuple(text.split()), named=named_in(table, text, words)), words)


def _entries(table: Table, ask: Ask, words: Words) -> Iterator[Entry]:
    at = [c.name for c in table.columns].index(str(table.row))
    for row in dict.fromkeys(str(found[at]) for found in rows(table, ask, EACH)):
        yield _entry(table.register.id, table.name, row, words)


def _tables(meant: Understood, words: Words) -> Iterator[Link]:
    """The tables of what was asked, filtered alike."""
    for question in meant.questions[:3]:
        register, measure = find_measure(f"{question.register}.{question.measure}")
        base = register.measures[measure.of] if measure.of else measure
        if base.table in table_names(register):
            table = load_table(register.id, base.table)
            known = {f.name for f in table.facets}
            filters = {k: v for k, v in question.filters if k in known}
            address = link(f"/{words.language}/record/{register.id}/{table.name}", **filters)
            yield Link(f"{words.word(register.title)}: {words.table(table)}", address)
