"""Figures: a page per measure, the number as of a day under every definition, its chart, sentence and citation."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.registers import Measure, Register, find_measure
from tahqiq.interfaces.web.asked import Chosen, asked_figure
from tahqiq.interfaces.web.comparing import MOST, Bars, Before, compared, compared_dimension, earlier, ranked
from tahqiq.interfaces.web.figure_forms import Choice, choices_of, needs
from tahqiq.interfaces.web.guard import policy
from tahqiq.interfaces.web.records import MeasureBrief, base_of, in_order, measure_brief
from tahqiq.interfaces.web.site import CACHED, Day, Lang, add_page, link, site_of
from tahqiq.record.ask import ask
from tahqiq.record.tables import table_names
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.record.figures import Figure
from tahqiq.reporting.record.pictures import Look, described, picture
from tahqiq.reporting.words.messages import languages
from tahqiq.reporting.words.phrases import capital, phrase

router = APIRouter()
CITED = 3
"""How many sources are quoted with a sentence, each on a line of its own: their languages run in both directions."""
PICTURES = 300
"""How many pictures are kept drawn."""
LOOKS = ("narrow", "dark", "faces")
"""Parameters that tell how a picture looks, as `Look` has them."""
OWN = frozenset({"as_of", "since", "until", *LOOKS})


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
class FigurePage:
    """A measure asked. `figure` is None until all that the measure needs is chosen (`needs`), and where the record
    begins later than the day asked about (`begins`).

    `as_of` is the day answered for, never after the last one of the record; `asked` the one that was asked about.
    `sentences` holds the sentence to quote and its citation in every language. `compared` has the asked values side by
    side where there are several, `ranked` the largest of all.
    """

    register: str
    measure: str
    title: str
    phrase: str
    register_title: str
    unit: str
    as_of: date
    asked: date
    reaches: date
    begins: date | None
    since: str
    until: str
    choices: list[Choice]
    needs: list[str]
    figure: Figure | None
    sentences: dict[str, str]
    compared: Bars | None
    ranked: Bars | None
    before: Before | None
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
            for r in in_order()
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
    return _page(lang, f"{register}.{measure}", tuple(sorted(chosen.items())), as_of, since, until)


def _page(lang: str, name: str, chosen: Chosen, as_of: str, since: str, until: str) -> FigurePage:
    register, measure = find_measure(name)
    words, picked = Words(lang), dict(chosen)
    newest = min(date.today(), register.end)
    asked = parse_day(as_of, last=True) if as_of else newest
    day = min(asked, newest)
    early = day < register.start
    lacking = [d for d in needs(register, measure) if d not in picked]
    found = None if lacking or early else asked_figure(name, chosen, day, since, until, lang)
    query = picked | {k: v for k, v in (("as_of", day.isoformat()), ("since", since), ("until", until)) if v}
    filters = {k: tuple(v.split(",")) for k, v in picked.items() if k in base_of(register, measure).dimensions}
    said = phrase(words.labels, words.messages, register.id, measure.id, filters)
    beside = _beside(name, chosen, day, since, until, lang) if found else {}
    over = compared_dimension(register, measure, picked)
    return FigurePage(
        register=register.id,
        measure=measure.id,
        title=words.labels.measure(register.id, measure.id),
        phrase=capital(found.phrase if found else said),
        register_title=words.word(register.title),
        unit=measure.unit,
        as_of=day,
        asked=asked,
        reaches=register.end,
        begins=register.start if early else None,
        since=since,
        until=until,
        choices=choices_of(register, measure, picked, words),
        needs=[words.labels.dimension(register.id, d) for d in lacking],
        figure=found,
        sentences=_sentences(name, chosen, day, since, until) if found else {},
        compared=compared(beside, over, query, lang) if over and beside else None,
        ranked=_ranked(name, chosen, day, (since, until), query, lang) if found and not beside else None,
        before=earlier(name, chosen, day, (since, until), query, lang) if found else None,
        described=described(found, lang, beside=_named(beside, over, words)) if found else "",
        address=f"/{lang}/figures/{register.id}/{measure.id}",
        query=query,
        rows_address=_rows_address(register, measure, found, lang) if found else None,
    )


def _beside(name: str, chosen: Chosen, day: date, since: str, until: str, lang: str) -> dict[str, Figure]:
    """Where several values of a dimension are asked, the figure of each."""
    register, measure = find_measure(name)
    picked = dict(chosen)
    over = compared_dimension(register, measure, picked)
    if over is None:
        return {}
    alone = {code: tuple(sorted((picked | {over: code}).items())) for code in picked[over].split(",")[:MOST]}
    return {code: asked_figure(name, one, day, since, until, lang) for code, one in alone.items()}


def _named(beside: Mapping[str, Figure], over: str | None, words: Words) -> tuple[tuple[str, Figure], ...]:
    return tuple((words.labels.value(shown.register, over or "", code), shown) for code, shown in beside.items())


def _ranked(
    name: str, chosen: Chosen, day: date, span: tuple[str, str], query: Mapping[str, str], lang: str
) -> Bars | None:
    since, until = span
    period = parse_day(since) if since else None, parse_day(until, last=True) if until else None
    return ranked(ask(name, dict(chosen), as_of=day, since=since or None, until=until or None), period, query, lang)


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
    look = Look(*(name in request.query_params for name in LOOKS))
    key = (lang, form, str(look), page.register, page.measure, *map(str, sorted(page.query.items())))
    name, chosen = (
        f"{page.register}.{page.measure}",
        tuple(sorted((k, v) for k, v in page.query.items() if k not in OWN)),
    )
    over = compared_dimension(*find_measure(name), dict(chosen))
    beside = _named(_beside(name, chosen, page.as_of, page.since, page.until, lang), over, Words(lang))
    body: bytes = _drawn.pop(key, b"") or await site_of(request).drawers.run(
        picture, page.figure, lang, form, beside, look
    )
    _drawn[key] = body
    while len(_drawn) > PICTURES:
        _drawn.popitem(last=False)
    kind = "image/svg+xml" if form == "svg" else "image/png"
    name = f"tahqiq-{page.measure}-{page.as_of.isoformat()}.{form}"
    headers = {"Cache-Control": CACHED, "Content-Disposition": f'inline; filename="{name}"'}
    if form == "svg":
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
    return Response(body, media_type=kind, headers=headers)


def _sentences(name: str, chosen: Chosen, day: date, since: str, until: str) -> dict[str, str]:
    told = {}
    for language in languages():
        found = asked_figure(name, chosen, day, since, until, language)
        told[language] = "\n".join((found.sentence, found.origin, *(source.title for source in found.sources[:CITED])))
    return told


def _rows_address(register: Register, measure: Measure, found: Figure, lang: str) -> str | None:
    """Where exactly the rows of the usual definition are shown."""
    base = base_of(register, measure)
    if base.table not in table_names(register) or not found.lines:
        return None
    first = found.lines[0]
    axes = {a: c for a, c in first.choices.items() if any(x.where for x in register.axes[a].choices.values())}
    return link(f"/{lang}/record/{register.id}/{base.table}", **found.filters, **axes, until=found.as_of.isoformat())
