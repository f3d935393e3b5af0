"""A page to write a dossier of one's own: the text, what is wrong with it, and how it reads. Nothing is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import Response

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.dates import parse_day
from tahqiq.errors import InputError, UsageError
from tahqiq.interfaces.web.dossiers import address_of
from tahqiq.interfaces.web.guard import policy
from tahqiq.interfaces.web.site import Lang, site_of
from tahqiq.reporting.dossier import forms
from tahqiq.reporting.dossier.bind import Bound, bind
from tahqiq.reporting.dossier.faults import FaultError, told, unsound
from tahqiq.reporting.dossier.parse import Binding, Dossier, parse, written
from tahqiq.reporting.words.messages import load_messages

router = APIRouter()
LONGEST, TITLE, BINDINGS = 20_000, 200, 60
"""How many characters a text and its title may have, and how many bindings: a visitor waits for all of them."""
SAMPLES = DATA / "dossiers"
WAYS = {
    "value": "{{ figure security_council_vetoes.vetoes_cast member=USA about=ISR as value }}",
    "window": "{{ figure security_council_vetoes.vetoes_cast member=USA as window }}",
    "sentence": "{{ figure us_foreign_assistance.obligations recipient=EGY fiscal_year=2022 as sentence }}",
    "table": "{{ figure security_council_vetoes.vetoes_cast member=USA about=ISR as table }}",
    "chart": "{{ figure us_foreign_assistance.obligations recipient=ISR as chart }}",
    "list": "{{ figure security_council_vetoes.vetoes_cast member=FRA as list }}",
    "row": "{{ row security_council_vetoes.votes S/2023/970 as date }}",
    "as_of": "{{ as_of }}",
}
"""An example of each thing a binding can say."""
Way = Literal["", "html", "md", "source"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written, the day it is worked out for, how it reads, and what is wrong with it."""

    title: str
    text: str
    as_of: str
    body: Markup | None = None
    faults: tuple[str, ...] = ()


@router.get("/{lang:lang}/dossier/write", include_in_schema=False)
async def write_page(lang: Lang, request: Request) -> Response:
    """The page with a short text to begin from, worked out for today."""
    begun = (SAMPLES / f"begin.{lang}.md").read_text("utf-8")
    draft = Draft(parse(begun).title, begun.split("---\n", 2)[2].strip(), "")
    draft = await site_of(request).slow.run(_worked, lang, draft)
    return _page(request, lang, draft)


@router.post("/{lang:lang}/dossier/write", include_in_schema=False)
async def write(
    lang: Lang,
    request: Request,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    as_of: Annotated[str, Form(max_length=10)] = "",
    way: Annotated[Way, Form()] = "",
) -> Response:
    """What was written, worked out: as the page with its preview, or as a file."""
    given = Draft(title.strip(), text.replace("\r\n", "\n"), as_of)
    if way == "source":
        head = f"---\ntitle: {json.dumps(given.title, ensure_ascii=False)}\nlanguage: {lang}\n---\n\n"
        return _file(f"{head}{given.text}\n", "text/markdown", "source.md")
    draft = await site_of(request).slow.run(_worked, lang, given)
    if way and not draft.faults:
        bound = await site_of(request).slow.run(_bound, lang, given)
        made = forms.page(bound) if way == "html" else forms.markdown(bound)
        return _file(made, "text/html" if way == "html" else "text/markdown", f"dossier.{way}")
    return _page(request, lang, draft, status=422 if way else 200)


def _page(request: Request, lang: str, draft: Draft, status: int = 200) -> Response:
    template, path = "web/dossier_write.html.j2", request.url.path
    response = site_of(request).render(template, lang, path, draft=draft, ways=WAYS, most=LONGEST)
    response.status_code = status
    response.headers["Content-Security-Policy"] = policy(connect_src="'self'")
    response.headers["Cache-Control"] = "no-store"
    return response


def _file(body: str, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(body, media_type=f"{kind}; charset=utf-8", headers=headers)


def _worked(lang: str, draft: Draft) -> Draft:
    """The draft with how it reads, or what is wrong with it."""
    try:
        bound = _bound(lang, draft)
    except (InputError, UsageError) as problem:
        return replace(draft, faults=tuple(problem.details.get("lines", ())) or (told(problem, lang),))
    body = forms.html(
        bound,
        figures=lambda shown: address_of(shown, lang, ""),
        charts=lambda shown: address_of(shown, lang, ".svg"),
    )
    return replace(draft, body=body)


def _bound(lang: str, draft: Draft) -> Bound:
    """The draft worked out. InputError `bad_dossier` names every fault with its line."""
    source = draft.title or load_messages(lang).format("dossier-write")
    if len(draft.text) > LONGEST or len(draft.title) > TITLE:
        raise InputError("too_large", what=source, limit=LONGEST)
    if any(c.isdigit() for c in draft.title):
        name = load_messages(lang).format("dossier-write_title")
        raise unsound(source, lang, [(0, FaultError("digit_in_head", name=name))])
    parts = written(draft.text, lang, source)
    found = sum(isinstance(part, Binding) for part in parts)
    if found > BINDINGS:
        raise unsound(source, lang, [(1, FaultError("many", most=BINDINGS, found=found))])
    day = min(parse_day(draft.as_of, last=True), date.today()) if draft.as_of else date.today()
    return bind(Dossier(source, lang, "", parts), day)
