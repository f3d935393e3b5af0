"""Figures: a page per measure, the number as of a day under every definition, its chart, sentence and citation."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.registers import Measure, Register, find_measure, load_registers
from tahqiq.interfaces.web.guard import policy
from tahqiq.interfaces.web.records import MeasureBrief, base_of, measure_brief
from tahqiq.interfaces.web.site import CACHED, Day, Lang, add_page, link, site_of
from tahqiq.record.ask import ask
from tahqiq.record.series import load_rows
from tahqiq.record.tables import table_names
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.record.figures import Figure, figure
from tahqiq.reporting.record.pictures import described, picture
from tahqiq.reporting.words.messages import languages

router = APIRouter()
FEW, MANY = 130, 2000
"""Up to so many values are a choice; up to so many are offered to pick from while typing."""
PICTURES = 300
"""How many pictures are kept drawn."""
OWN = frozenset({"as_of", "since", "until"})
UNASKED = ("date",)
"""Dimensions that the bounds of time ask for."""


@dataclass(frozen=True, slots=True)
class RegisterMeasures:
    """The measures of one register."""

    register: str
    title: str
    measures: list[MeasureBrief]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """All measures."""

    registers: list[RegisterMeasures]


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: a dimension or an axis, its values, and the one chosen."""

    name: str
    title: str
    kind: str
    needed: bool
    options: list[Option]
    chosen: str


@dataclass(frozen=True, slots=True)
class FigurePage:
    """A measure asked. `figure` is None until all that the measure needs is chosen (`needs`).

    `sentences` holds the sentence to quote and its citation in every language.
    """

    register: str
    measure: str
    title: str
    register_title: str
    unit: str
    as_of: date
    since: str
    until: str
    choices: list[Choice]
    needs: list[str]
    figure: Figure | None
    sentences: dict[str, str]
    described: str
    address: str
    query: dict[str, str]
    rows_address: str | None


async def figures_page(lang: Lang) -> FiguresPage:
    """All measures of all registers."""
    words = Words(lang)
    return FiguresPage(
        [
            RegisterMeasures(r.id, words.word(r.title), [measure_brief(r, m, words) for m in r.measures.values()])
            for r in load_registers().values()
        ]
    )


def _measures(page: FiguresPage) -> list[MeasureBrief]:
    return [measure for register in page.registers for measure in register.measures]


add_page(router, "/figures", figures_page, "web/figures.html.j2", name="figures", lines=_measures)
PATH = "/figures/{register}/{measure}"


async def figure_page(
    lang: Lang, register: str, measure: str, request: Request, as_of: Day = "", since: Day = "", until: Day = ""
) -> FigurePage:
    """A figure under every definition. Further parameters choose a dimension or an axis: `member=USA&about=ISR`."""
    query = [(k, v) for k, v in request.query_params.multi_items() if v]
    chosen: dict[str, str] = {}
    for name, value in query:
        if name not in OWN:
            chosen[name] = f"{chosen[name]},{value}" if name in chosen else value
    day = parse_day(as_of, last=True) if as_of else date.today()
    return _page(lang, f"{register}.{measure}", tuple(sorted(chosen.items())), day, since, until)


def _page(lang: str, name: str, chosen: tuple[tuple[str, str], ...], day: date, since: str, until: str) -> FigurePage:
    register, measure = find_measure(name)
    words, picked = Words(lang), dict(chosen)
    lacking = [d for d in needs(register, measure) if d not in picked]
    found = None if lacking else asked_figure(name, chosen, day, since, until, lang)
    query = picked | {k: v for k, v in (("as_of", day.isoformat()), ("since", since), ("until", until)) if v}
    return FigurePage(
        register=register.id,
        measure=measure.id,
        title=words.labels.measure(register.id, measure.id),
        register_title=words.word(register.title),
        unit=measure.unit,
        as_of=day,
        since=since,
        until=until,
        choices=_choices(register, measure, picked, words),
        needs=[words.labels.dimension(register.id, d) for d in lacking],
        figure=found,
        sentences=_sentences(name, chosen, day, since, until) if found else {},
        described=described(found, lang) if found else "",
        address=f"/{lang}/figures/{register.id}/{measure.id}",
        query=query,
        rows_address=_rows_address(register, measure, found, lang) if found else None,
    )


@lru_cache(maxsize=1024)
def asked_figure(
    name: str, chosen: tuple[tuple[str, str], ...], day: date, since: str, until: str, lang: str
) -> Figure:
    """The figure in the words of a language, worked out once for each question."""
    asked = ask(name, dict(chosen), as_of=day, since=since or None, until=until or None)
    return figure(asked, lang, since=since, until=until)


def needs(register: Register, measure: Measure) -> list[str]:
    """The dimensions that must be chosen for the measure to mean anything."""
    base = base_of(register, measure)
    if named := (*base.needs, *(n for n in measure.needs if n not in base.needs)):
        return list(named)
    if measure.derive == "rank":
        return [str(measure.over)]
    if base.aggregate == "row":
        own = [d for d in base.dimensions if register.dimensions[d].column in (base.row, "symbol")]
        return own[:1]
    return []


@router.get("/{lang:lang}" + PATH + ".svg", tags=["data"], response_class=Response)
async def figure_svg(
    lang: Lang, register: str, measure: str, request: Request, as_of: Day = "", since: Day = "", until: Day = ""
) -> Response:
    """The figure through time, as SVG."""
    page = await figure_page(lang, register, measure, request, as_of, since, until)
    return await _picture(request, page, lang, "svg")


@router.get("/{lang:lang}" + PATH + ".png", tags=["data"], response_class=Response)
async def figure_png(
    lang: Lang, register: str, measure: str, request: Request, as_of: Day = "", since: Day = "", until: Day = ""
) -> Response:
    """The figure through time, as PNG."""
    page = await figure_page(lang, register, measure, request, as_of, since, until)
    return await _picture(request, page, lang, "png")


@router.get("/{lang:lang}" + PATH + "/embed", include_in_schema=False)
async def figure_embed(
    lang: Lang, register: str, measure: str, request: Request, as_of: Day = "", since: Day = "", until: Day = ""
) -> Response:
    """The figure alone, for other sites to show."""
    page = await figure_page(lang, register, measure, request, as_of, since, until)
    response = site_of(request).render("web/embed.html.j2", lang, request.url.path, request.url.query, page=page)
    response.headers["Content-Security-Policy"] = policy(frame_ancestors="*", script_src="'none'")
    response.headers["Cache-Control"] = CACHED
    return response


def _lines(page: FigurePage) -> list[Any]:
    return page.figure.lines if page.figure else []


add_page(router, PATH, figure_page, "web/figure.html.j2", name="figure", lines=_lines)
_drawn: OrderedDict[tuple[str, ...], bytes] = OrderedDict()


async def _picture(request: Request, page: FigurePage, lang: str, form: str) -> Response:
    if not page.described:
        raise HTTPException(404, "no_picture")
    key = (lang, form, page.register, page.measure, *map(str, sorted(page.query.items())))
    body: bytes = _drawn.pop(key, b"") or await site_of(request).drawers.run(picture, page.figure, lang, form)
    _drawn[key] = body
    while len(_drawn) > PICTURES:
        _drawn.popitem(last=False)
    kind = "image/svg+xml" if form == "svg" else "image/png"
    name = f"tahqiq-{page.measure}-{page.as_of.isoformat()}.{form}"
    headers = {"Cache-Control": CACHED, "Content-Disposition": f'inline; filename="{name}"'}
    if form == "svg":
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return Response(body, media_type=kind, headers=headers)


def _sentences(name: str, chosen: tuple[tuple[str, str], ...], day: date, since: str, until: str) -> dict[str, str]:
    told = {}
    for language in languages():
        found = asked_figure(name, chosen, day, since, until, language)
        told[language] = f"{found.sentence} {found.citation}"
    return told


def _choices(register: Register, measure: Measure, picked: Mapping[str, str], words: Words) -> list[Choice]:
    base, needed = base_of(register, measure), needs(register, measure)
    found = []
    double = {register.dimensions[d].joint for d in base.dimensions}
    for name in base.dimensions:
        values = _values(register.id, base.id, name)
        if name in UNASKED or name in double or not 1 < len(values) <= MANY:
            continue
        options = [Option(v, words.labels.value(register.id, name, v)) for v in values]
        options.sort(key=lambda o: o.title)
        kind = "choice" if len(options) <= FEW or register.dimensions[name].vocabulary == "places" else "list"
        title = words.labels.dimension(register.id, name)
        found.append(Choice(name, title, kind, name in needed, options, picked.get(name, "")))
    for name in (*base.axes, *measure.own_axes):
        axis = register.axes[name]
        options = [Option(c.id, words.labels.choice(register.id, name, c.id)) for c in axis.choices.values()]
        found.append(Choice(name, words.word(axis.title), "axis", False, options, picked.get(name, "")))
    return found


@lru_cache(maxsize=256)
def _values(register: str, measure: str, dimension: str) -> tuple[str, ...]:
    """The values that rows of a measure have."""
    found, base = find_measure(f"{register}.{measure}")
    rules = load_rows(found, base).index.get(dimension, {})
    return tuple(sorted({value for values in rules.values() for value in values}))


def _rows_address(register: Register, measure: Measure, found: Figure, lang: str) -> str | None:
    """Where exactly the rows of the usual definition are shown."""
    base = base_of(register, measure)
    if base.table not in table_names(register) or not found.lines:
        return None
    first = found.lines[0]
    axes = {a: c for a, c in first.choices.items() if any(x.where for x in register.axes[a].choices.values())}
    return link(f"/{lang}/record/{register.id}/{base.table}", **found.filters, **axes, until=found.as_of.isoformat())
