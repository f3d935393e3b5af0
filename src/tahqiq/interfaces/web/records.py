"""The record: all registers, one register, and the small descriptions they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from fastapi import APIRouter

from tahqiq.catalog.registers import Measure, Register, find_measure, find_register, load_registers
from tahqiq.catalog.sources import load_sources
from tahqiq.interfaces.web.site import Lang, add_page, link
from tahqiq.record.browse import Ask, tallies
from tahqiq.record.tables import load_table, table_names
from tahqiq.reporting.record.cells import Words

router = APIRouter()
LAST = 100
"""The place in lists of a register that names none."""
LARGEST = 20_000
"""A table with more rows is not looked through for subjects and words."""


@dataclass(frozen=True, slots=True)
class MeasureBrief:
    """A number a register can answer."""

    register: str
    id: str
    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class TableBrief:
    """A table of a register: its rows and what it is filtered by."""

    name: str
    title: str
    rows: int
    columns: list[str]
    of_measure: bool


@dataclass(frozen=True, slots=True)
class RegisterBrief:
    """A register in short."""

    id: str
    title: str
    description: str
    grain: str
    complete: bool
    start: date
    end: date
    version: str
    measures: list[MeasureBrief]
    tables: list[TableBrief]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """All registers."""

    registers: list[RegisterBrief]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One choice on an axis in plain words."""

    id: str
    label: str
    meaning: str
    used_by: str | None
    default: bool
    reconstructed: bool


@dataclass(frozen=True, slots=True)
class AxisView:
    """A choice that a measure leaves open."""

    id: str
    title: str
    choices: list[ChoiceView]


@dataclass(frozen=True, slots=True)
class GapView:
    """What may be missing; `most` is None where the slice is not covered at all."""

    where: list[str]
    start: date
    end: date
    most: float | None
    why: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as a reader needs it."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    accessed: str | None
    licence: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class SubjectBrief:
    """What entries are about, how many there are, and its page."""

    title: str
    rows: int
    address: str


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """One register whole."""

    register: RegisterBrief
    subjects: list[SubjectBrief]
    axes: list[AxisView]
    gaps: list[GapView]
    caveats: list[str]
    sources: list[SourceView]


async def record_page(lang: Lang) -> RecordPage:
    """All registers: what each holds, how far, and what can be asked of it."""
    words = Words(lang)
    return RecordPage([brief(register, words) for register in in_order()])


async def register_page(lang: Lang, register: str) -> RegisterPage:
    """One register: tables, ways of counting, known gaps, caveats and sources."""
    found, words = find_register(register), Words(lang)
    return RegisterPage(
        register=brief(found, words),
        subjects=sorted(_subjects(found, words), key=lambda subject: (-subject.rows, subject.title)),
        axes=[_axis(found, name, words) for name in found.axes],
        gaps=[_gap(found, at, words) for at in range(len(found.gaps))],
        caveats=[words.word(c) for c in found.caveats],
        sources=[source_view(found.id, name, words) for name in load_sources(found.id)],
    )


def _tables(page: RegisterPage) -> list[TableBrief]:
    return page.register.tables


add_page(router, "/record", record_page, "web/record.html.j2", name="record", lines=lambda page: page.registers)
add_page(
    router,
    "/record/{register}",
    register_page,
    "web/register.html.j2",
    name="register",
    lines=lambda page: page.register.tables,
)


def brief(register: Register, words: Words) -> RegisterBrief:
    """A register in short, in one language."""
    return RegisterBrief(
        id=register.id,
        title=words.word(register.title),
        description=words.word(register.description),
        grain=words.word(register.raw.get("grain", {})),
        complete=register.complete,
        start=register.start,
        end=register.end,
        version=register.version,
        measures=[measure_brief(register, m, words) for m in register.measures.values()],
        tables=[_table(register, name, words) for name in table_names(register)],
    )


def measure_brief(register: Register, measure: Measure, words: Words) -> MeasureBrief:
    """A measure in short."""
    return MeasureBrief(register.id, measure.id, words.labels.measure(register.id, measure.id), measure.unit)


def source_view(register: str, source: str, words: Words) -> SourceView:
    """A source with all that is known of it."""
    found = load_sources(register).get(source, {})
    title, url = words.labels.source(register, source)
    said = {name: _text(found.get(name)) for name in ("publisher", "accessed", "licence", "note")}
    return SourceView(id=source, title=title, url=url, **said)


def in_order() -> list[Register]:
    """All registers in the order in which readers are shown them."""
    return sorted(load_registers().values(), key=lambda register: (register.raw.get("listed", LAST), register.id))


def document(register: Register, language: str, column: str, value: object) -> str | None:
    """The address of the document that a value of a column names, where there is one."""
    template = register.raw.get("links", {}).get(column)
    first = str(value or "").split(" ")[0]
    return template.format(language=language, value=quote(first, safe="/")) if template and "/" in first else None


def base_of(register: Register, measure: Measure) -> Measure:
    """The measure whose rows are counted."""
    return find_measure(f"{register.id}.{measure.of}")[1] if measure.of else measure


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _table(register: Register, name: str, words: Words) -> TableBrief:
    table = load_table(register.id, name)
    columns = [words.column(register, c) for c in table.columns]
    return TableBrief(name, words.table(table), table.total, columns, table.measure is not None)


def _subjects(register: Register, words: Words) -> Iterator[SubjectBrief]:
    """What the columns that say what a row is about hold, each by how many rows."""
    table = next((load_table(register.id, m.table) for m in register.measures.values() if m.table), None)
    said = register.raw.get("row_words", ())
    for facet in table.facets if table and table.total <= LARGEST else ():
        if table and facet.kind == "column" and facet.name in said:
            for code, rows in tallies(table, Ask(), facet).items():
                address = link(f"/{words.language}/subject/{register.id}/{table.name}", **{facet.name: code})
                yield SubjectBrief(words.value(register, facet, code), rows, address)


def _axis(register: Register, name: str, words: Words) -> AxisView:
    axis = register.axes[name]
    choices = [
        ChoiceView(
            c.id,
            words.word(c.label),
            words.word(c.meaning),
            words.word(c.used_by) if c.used_by else None,
            c.id == axis.default,
            c.reconstructed,
        )
        for c in axis.choices.values()
    ]
    return AxisView(name, words.word(axis.title), choices)


def _gap(register: Register, at: int, words: Words) -> GapView:
    gap = register.gaps[at]
    where = list(
        dict.fromkeys(words.labels.value(register.id, d, c) for d, codes in gap.filters.items() for c in codes)
    )
    return GapView(where, gap.start, gap.end, gap.missing_at_most, words.word(gap.why))
