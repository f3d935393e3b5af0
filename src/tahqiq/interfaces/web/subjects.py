"""A page for each subject: what a table has of it, by who and when, its newest entries, and where to go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from fastapi import APIRouter

from tahqiq.interfaces.web.asked import asked_figure
from tahqiq.interfaces.web.comparing import TOP, Bar, Bars
from tahqiq.interfaces.web.figure_forms import needs
from tahqiq.interfaces.web.finding import WORD, understand
from tahqiq.interfaces.web.questions import Asked, Question
from tahqiq.interfaces.web.records import LARGEST, base_of, in_order
from tahqiq.interfaces.web.site import Lang, add_page, link
from tahqiq.record.browse import Ask, count, rows, tallies, years
from tahqiq.record.tables import Facet, Table, load_table, table_names
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.phrases import capital

router = APIRouter()
PARTED, NEWEST, LOOKED = 3, 15, 200
"""By how many dimensions the entries are counted, how many are shown, and among how many rows those are looked for."""
FEW = 20
"""From here on years are counted by tens."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a word leads."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class SubjectEntry:
    """An entry of the subject."""

    id: str
    day: str | None
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class SubjectFigure:
    """A figure of the subject as a sentence, and where it stands."""

    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """What a table has of a subject. `parts` counts its entries by a dimension each, `times` by years or tens of them.

    `whole` is the table with these entries alone.
    """

    register: str
    register_title: str
    table: str
    title: str
    total: int
    figures: list[SubjectFigure]
    parts: list[Bars]
    times: Bars | None
    entries: list[SubjectEntry]
    whole: str
    feed: str | None


async def subject_page(lang: Lang, asked: Question) -> SubjectPage:
    """What a table has of a subject: `topic=berlin`. Every parameter filters a column or dimension, as in the table."""
    table, words = asked.table, Words(lang)
    facets = {f.name: f for f in table.facets}
    named = [(facets[name], code) for name, codes in asked.ask.filters.items() if name in facets for code in codes]
    place = f"/{lang}/record/{table.register.id}/{table.name}"
    kept = {name: ",".join(codes) for name, codes in asked.ask.filters.items()}
    return SubjectPage(
        register=table.register.id,
        register_title=words.word(table.register.title),
        table=table.name,
        title=capital(words.messages.format("separator").join(words.value(table.register, f, c) for f, c in named))
        or words.table(table),
        total=count(table, asked.ask),
        figures=list(_figures(table, asked.ask.filters, words)),
        parts=list(_parts(asked, kept, words)),
        times=_times(asked, place, kept, words),
        entries=list(_entries(asked, place, words)),
        whole=link(place, **kept),
        feed=link(f"{place}.atom", **kept) if table.row and table.day else None,
    )


add_page(
    router,
    "/subject/{register}/{table}",
    subject_page,
    "web/subject.html.j2",
    name="subject",
    lines=lambda page: page.entries,
)


def subjects_named(text: str, words: Words) -> tuple[list[Link], list[Link]]:
    """The subjects whose names hold all of the words; and those whose names with places beside them do.

    Of the latter only those that have entries about these places.
    """
    typed = frozenset(text.casefold().split())
    whole: list[Link] = []
    parts: list[Link] = []
    for table in looked_through():
        for facet in (f for f in table.facets if f.kind == "column"):
            for code in facet.values:
                name = words.value(table.register, facet, code)
                said = frozenset(name.casefold().replace(",", " ").split())
                if typed <= said:
                    whole.append(_link(table, {facet.name: code}, name, words))
                elif any(len(word) >= WORD for word in typed & said):
                    parts += _beside(table, {facet.name: code}, name, typed - said, words)
    return whole, parts


def _beside(table: Table, filters: Mapping[str, str], name: str, rest: frozenset[str], words: Words) -> Iterator[Link]:
    """A subject with the places that the rest of the words names, where there is an entry of both."""
    meant = understand(" ".join(rest))
    asked = {question.register for question in meant.questions}
    if meant.left or meant.days or not meant.places or asked - {table.register.id}:
        return
    fits = (f for f in table.facets if f.kind != "axis" and f.name not in filters)
    facet = next((f for f in fits if set(meant.places) <= set(f.values)), None)
    if facet is None:
        return
    both = {**filters, facet.name: ",".join(meant.places)}
    if count(table, Ask({key: tuple(value.split(",")) for key, value in both.items()})):
        named = (name, *(words.value(table.register, facet, code) for code in meant.places))
        yield _link(table, both, words.messages.format("separator").join(named), words)


def _link(table: Table, filters: Mapping[str, str], name: str, words: Words) -> Link:
    title = words.messages.format("claim-filter", name=words.word(table.register.title), value=name)
    return Link(title, subject_address(table, words, **filters))


def looked_through() -> Iterator[Table]:
    """The tables that measures count, one for each kind of row."""
    for register in in_order():
        seen = set()
        for name in table_names(register):
            table = load_table(register.id, name)
            if table.measure and table.row and table.row not in seen and table.total <= LARGEST:
                seen.add(table.row)
                yield table


def subject_address(table: Table, words: Words, **filters: str) -> str:
    """Where the page of a subject is."""
    return link(f"/{words.language}/subject/{table.register.id}/{table.name}", **filters)


def _figures(table: Table, filters: Mapping[str, tuple[str, ...]], words: Words) -> Iterator[SubjectFigure]:
    """The measures that can be asked for exactly this subject, under their usual definition."""
    register = table.register
    for measure in register.measures.values():
        base = base_of(register, measure)
        if base.table != table.name or measure.derive or not filters.keys() <= set(base.dimensions):
            continue
        if set(needs(register, measure)) <= filters.keys():
            chosen = tuple(sorted((name, ",".join(codes)) for name, codes in filters.items()))
            day = min(date.today(), register.end)
            shown = asked_figure(f"{register.id}.{measure.id}", chosen, day, "", "", words.language)
            if shown.lines and shown.lines[0].value:
                address = link(f"/{words.language}/figures/{register.id}/{measure.id}", **dict(chosen))
                yield SubjectFigure(shown.sentence, address)


def _parts(asked: Asked, kept: Mapping[str, str], words: Words) -> Iterator[Bars]:
    """The entries by the first dimensions that part them."""
    table, told = asked.table, 0
    for facet in (f for f in table.facets if f.kind != "axis" and f.name not in kept):
        counted = {code: n for code, n in tallies(table, asked.ask, facet).items() if n}
        if len(counted) > 1 and told < PARTED and _is_said(table, facet):
            told += 1
            first = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
            names = {code: words.value(table.register, facet, code) for code, _ in first[:TOP]}
            places = {code: subject_address(table, words, **{**kept, facet.name: code}) for code, _ in first[:TOP]}
            yield _bars(facet.name, words.facet(table.register, facet), first, names, places, words)


def _is_said(table: Table, facet: Facet) -> bool:
    """Whether a facet says what entries are about: it is a dimension of what is counted."""
    return table.measure is not None and facet.name in table.measure.dimensions


def _times(asked: Asked, place: str, kept: Mapping[str, str], words: Words) -> Bars | None:
    """The entries by years, or by tens of years where there are many, in the order of time."""
    found = years(asked.table, asked.ask)
    step = 10 if len(found) > FEW else 1
    counted: dict[int, int] = {}
    for year, n in found.items():
        counted[year // step * step] = counted.get(year // step * step, 0) + n
    if len(counted) < 2:
        return None
    last = {first: first + step - 1 for first in counted}
    names = {str(y): _stretch(y, last[y], words) for y in counted}
    places = {str(y): link(place, **kept, since=str(y), until=str(last[y])) for y in counted}
    return _bars(
        "years",
        words.messages.format("column-year"),
        [(str(y), n) for y, n in sorted(counted.items())],
        names,
        places,
        words,
    )


def _stretch(first: int, last: int, words: Words) -> str:
    if first == last:
        return str(first)
    return words.messages.format("home-years", **{"from": str(first), "to": str(last)})


def _bars(
    name: str,
    title: str,
    counted: list[tuple[str, int]],
    names: Mapping[str, str],
    places: Mapping[str, str],
    words: Words,
) -> Bars:
    """Counts as bars, as long as the largest allows."""
    largest = max(n for _, n in counted)
    bars = [
        Bar(code, names[code], at, n, words.messages.number(n), round(n / largest, 4), False, places[code])
        for at, (code, n) in enumerate(counted, 1)
        if code in names
    ]
    return Bars(name, title, bars, len(counted) - len(bars))


def _entries(asked: Asked, place: str, words: Words) -> Iterator[SubjectEntry]:
    """The newest entries with who they are of; rows that share an id are one."""
    table, register = asked.table, asked.table.register.id
    if table.row is None:
        return
    columns = [c.name for c in table.columns]
    at, by = columns.index(table.row), _first_column(table, asked)
    found: dict[str, dict[str, None]] = {}
    for row in rows(table, asked.ask, LOOKED):
        found.setdefault(str(row[at]), {})[str(row[columns.index(by)] or "") if by else ""] = None
    for name, codes in list(found.items())[:NEWEST]:
        named = words.messages.join(words.code(register, by, code) for code in codes if code) if by else ""
        about = named or words.labels.row(register, name).replace(name, "").strip()
        yield SubjectEntry(name, words.labels.row_date(register, name), about, f"{place}/{quote(name)}")


def _first_column(table: Table, asked: Asked) -> str | None:
    """The first dimension that a row has one value of, and that is not asked for."""
    facets = (f for f in table.facets if f.kind == "column" and f.name not in asked.ask.filters)
    return next((f.name for f in facets if _is_said(table, f)), None)
