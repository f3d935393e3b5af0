"""The dossiers that ship, worked out for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from tahqiq.catalog.dates import parse_day
from tahqiq.interfaces.dossiers import SHIPPED, read
from tahqiq.interfaces.web.site import CACHED, Day, Lang, csv_of, link, site_of
from tahqiq.reporting.dossier import forms
from tahqiq.reporting.dossier.bind import Bound, bind, to_json
from tahqiq.reporting.dossier.parse import parse
from tahqiq.reporting.record.figures import Figure

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Bindings:
    """A dossier as data: every binding with its words, its note and its sources."""

    title: str
    language: str
    as_of: date
    bindings: list[dict[str, Any]]


@router.get("/{lang:lang}/dossier.json", tags=["data"])
async def dossier_data(lang: Lang, request: Request, as_of: Day = "") -> Bindings:
    """The numbers of the dossier in this language, worked out for a day."""
    found = to_json(await site_of(request).slow.run(_bound, lang, _day(as_of)))
    return Bindings(found["title"], found["language"], date.fromisoformat(found["as_of"]), found["bindings"])


@router.get("/{lang:lang}/dossier.csv", tags=["data"], response_class=Response)
async def dossier_csv(lang: Lang, request: Request, as_of: Day = "") -> Response:
    """The numbers of the dossier as CSV, a line for each."""
    found = to_json(await site_of(request).slow.run(_bound, lang, _day(as_of)))["bindings"]
    return csv_of([{k: v for k, v in line.items() if k != "sources"} for line in found])


@router.get("/{lang:lang}/dossier.md", tags=["data"], response_class=Response)
async def dossier_markdown(lang: Lang, request: Request, as_of: Day = "") -> Response:
    """The dossier as Markdown."""
    body = await site_of(request).slow.run(_markdown, lang, _day(as_of))
    return Response(body, media_type="text/markdown; charset=utf-8")


@router.get("/{lang:lang}/dossier", include_in_schema=False, name="dossier")
async def dossier_page(lang: Lang, request: Request, as_of: Day = "") -> Response:
    """The dossier in this language."""
    day = _day(as_of)
    site = site_of(request)
    body, found = await site.slow.run(lambda: (_body(lang, day), _bound(lang, day)))
    context = {"dossier": found.dossier, "body": body, "as_of": day, "asked": as_of}
    response = site.render("web/dossier.html.j2", lang, request.url.path, request.url.query, **context)
    response.headers["Cache-Control"] = CACHED
    return response


def _day(as_of: str) -> date:
    return min(parse_day(as_of, last=True), date.today()) if as_of else date.today()


@lru_cache(maxsize=32)
def _bound(lang: str, day: date) -> Bound:
    if not (SHIPPED / f"{lang}.md").exists():
        raise HTTPException(404)
    return bind(parse(read(lang), lang), day)


@lru_cache(maxsize=32)
def _markdown(lang: str, day: date) -> str:
    return forms.markdown(_bound(lang, day))


@lru_cache(maxsize=32)
def _body(lang: str, day: date) -> Markup:
    return forms.html(
        _bound(lang, day),
        figures=lambda shown: address_of(shown, lang, ""),
        charts=lambda shown: address_of(shown, lang, ".svg"),
    )


def address_of(shown: Figure, lang: str, ending: str) -> str:
    """The address of the page of a figure (or its picture), with the definition that the text speaks of."""
    return link(
        f"/{lang}/figures/{shown.register}/{shown.measure}{ending}",
        **{name: ",".join(values) for name, values in shown.filters.items()},
        **shown.choices,
        as_of=shown.as_of.isoformat(),
    )
