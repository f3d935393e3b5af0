"""A page for each state: every figure the record has of it, and two states side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import Measure, Register
from tahqiq.errors import UsageError
from tahqiq.interfaces.web.asked import Chosen, asked_figure
from tahqiq.interfaces.web.figure_forms import Option, needs
from tahqiq.interfaces.web.records import base_of, in_order
from tahqiq.interfaces.web.site import Lang, link, site_of
from tahqiq.record.series import load_rows
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.record.figures import Figure
from tahqiq.reporting.words.phrases import capital

router = APIRouter()
NOTHING = "\u2013"
"""Stands where a register has no figure of a state."""
Code = Annotated[str, Query(max_length=3, description="A second state to set beside the first.")]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of a state: what it is, its value in words (and the second state's), and where it stands."""

    phrase: str
    words: str
    other: str | None
    as_of: date
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one register."""

    register: str
    title: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A state, and the one beside it where there is one; the one that came before it, and its own first day."""

    code: str
    name: str
    other: str | None
    other_name: str | None
    groups: list[Group]
    places: list[Option]
    before: Option | None
    since: str | None


@router.get("/{lang:lang}/place/{code}.json", tags=["data"])
async def place_data(lang: Lang, code: str, request: Request, beside: Code = "") -> PlacePage:
    """All figures the record has of a state, and of a second one beside it."""
    return await site_of(request).slow.run(_page, lang, code.upper(), beside.upper())


@router.get("/{lang:lang}/place/{code}", include_in_schema=False, name="place")
async def place_page(lang: Lang, code: str, request: Request, beside: Code = "") -> Response:
    """The page of a state."""
    site = site_of(request)
    page = await site.slow.run(_page, lang, code.upper(), beside.upper())
    context = {"page": page, "base": site.base(request)}
    response = site.render("web/place.html.j2", lang, request.url.path, request.url.query, **context)
    response.headers["Cache-Control"] = site.cached()
    return response


@lru_cache(maxsize=512)
def _page(lang: str, code: str, beside: str) -> PlacePage:
    words, known = Words(lang), load_places()["places"]
    if code not in known or (beside and beside not in known):
        raise HTTPException(404, "no_place")
    groups = [Group(r.id, words.word(r.title), list(_lines(r, code, beside, words))) for r in in_order()]
    options = [Option(c, words.labels.value("", "", c)) for c in known if c != code]
    return PlacePage(
        code=code,
        name=words.labels.value("", "", code),
        other=beside or None,
        other_name=words.labels.value("", "", beside) if beside else None,
        groups=[group for group in groups if group.lines],
        before=next((option for option in options if option.code == known[code].get("follows")), None),
        since=known[code].get("from"),
        places=sorted(options, key=lambda option: option.title),
    )


def _lines(register: Register, code: str, beside: str, words: Words) -> Iterator[Line]:
    day = min(date.today(), register.end)
    for measure in register.measures.values():
        usual = tuple((axis, register.axes[axis].default) for axis in base_of(register, measure).axes)
        for dimension in _dimensions(register, measure, (code, beside) if beside else (code,), words):
            name = f"{register.id}.{measure.id}"
            shown = [_figure(name, ((dimension, one), *usual), day, words) for one in (code, beside) if one]
            if not any(figure and figure.lines and figure.lines[0].value for figure in shown):
                continue
            told = [figure.lines[0].words if figure and figure.lines else NOTHING for figure in shown]
            both = {dimension: f"{code},{beside}" if beside else code}
            yield Line(
                phrase=capital(
                    shown[0].phrase if shown[0] and not beside else _titled(register, measure, dimension, words)
                ),
                words=told[0],
                other=told[1] if beside else None,
                as_of=day,
                address=link(f"/{words.language}/figures/{register.id}/{measure.id}", **both),
            )


def _figure(name: str, asked: Chosen, day: date, words: Words) -> Figure | None:
    """The figure of a state; None where the register does not know the state."""
    try:
        return asked_figure(name, asked, day, "", "", words.language)
    except UsageError:
        return None


def _titled(register: Register, measure: Measure, dimension: str, words: Words) -> str:
    """What a line of two states is called: the measure, and as what the states stand in it."""
    title, role = words.labels.measure(register.id, measure.id), words.labels.dimension(register.id, dimension)
    return words.messages.format("place-line", measure=title, role=role)


def _dimensions(register: Register, measure: Measure, codes: tuple[str, ...], words: Words) -> Iterator[str]:
    """The dimensions of a measure that has one of the states as a value, needs no other with it, and says so."""
    base = base_of(register, measure)
    rows = load_rows(register, base)
    double = {register.dimensions[d].joint for d in base.dimensions}
    for name in base.dimensions:
        wanted = [n for n in needs(register, measure) if n != name]
        values = rows.index.get(name, {})
        template = words.labels.phrase(register.id, measure.id)
        told = template is None or f"{{{name}}}" in template
        held = told and any(code in by_value for by_value in values.values() for code in codes)
        if held and not wanted and name not in double and register.dimensions[name].vocabulary:
            yield name
