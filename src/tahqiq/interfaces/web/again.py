"""What an editor does after the first report: check the next version of the text or another day, and mark findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.security import HTTPAuthorizationCredentials
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from tahqiq.catalog.dates import parse_day
from tahqiq.interfaces.web.checks import FORMS, collected
from tahqiq.interfaces.web.jobs import text_of
from tahqiq.interfaces.web.keeping import given_of, make
from tahqiq.interfaces.web.kept import Mark
from tahqiq.interfaces.web.reports import BEARER, FORBIDDEN, Name, refused
from tahqiq.interfaces.web.site import Lang, Site, site_of

router = APIRouter()
NOTE = 500
"""How many characters a note on a finding may have."""
Claim = Annotated[str, Form(max_length=12, pattern=r"^[a-z]\d+$")]
State = Literal["handled", "disputed", ""]


class Marked(BaseModel):
    """What is said of a finding. `state` empty: nothing any more."""

    model_config = ConfigDict(extra="forbid")
    claim: str = Field(max_length=12, pattern=r"^[a-z]\d+$")
    state: State
    note: str = Field("", max_length=NOTE)


@router.get("/{lang:lang}/report/{name}/again", include_in_schema=False)
async def again_page(lang: Lang, name: Name, request: Request) -> Response:
    """The text of a report, to be edited and checked again."""
    site = site_of(request)
    given, _ = await given_of(site, name)
    text = await site.checkers.run(text_of, given)
    page = site.render("web/again.html.j2", lang, request.url.path, name=name, text=text, published=given.published)
    page.headers["Cache-Control"] = "no-store"
    return page


@router.post("/{lang:lang}/report/{name}/again", include_in_schema=False)
async def again(
    lang: Lang,
    name: Name,
    request: Request,
    text: Annotated[str, Form()] = "",
    published: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Check a further version, or the same on another day; its report says what has changed since this one."""
    site = site_of(request)
    given, _ = await given_of(site, name)
    given = replace(given, today=date.today())
    if text.strip():
        given = replace(given, data=text.encode("utf-8", "replace"), kind="txt")
    if published:
        given = replace(given, published=parse_day(published))
    turn = site.checkers.join()
    ticket = site.tickets.give(turn, make(site, given, (*FORMS, f"body.{lang}"), turn, before=name))
    return await collected(site, lang, request, ticket)


@router.post("/{lang:lang}/report/{name}/mark", include_in_schema=False)
async def mark_form(
    lang: Lang,
    name: Name,
    request: Request,
    claim: Claim,
    key: Annotated[str, Form(max_length=100)],
    state: Annotated[State, Form()] = "",
    note: Annotated[str, Form(max_length=NOTE)] = "",
) -> Response:
    """Say of a finding that it is handled or disputed, and go back to the report."""
    await _mark(site_of(request), name, key, Mark(claim, state, note))
    return RedirectResponse(f"/{lang}/report/{name}#marks", 303)


@router.put("/api/reports/{name}/marks", tags=["check"], operation_id="mark", status_code=204, responses=FORBIDDEN)
async def mark_data(
    name: Name, body: Marked, request: Request, key: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]
) -> Response:
    """Say of a finding that it is handled or disputed, with the key of its report as a bearer token."""
    if key is None:
        raise HTTPException(401, "no_key", {"WWW-Authenticate": "Bearer"})
    await _mark(site_of(request), name, key.credentials, Mark(body.claim, body.state, body.note))
    return Response(status_code=204)


@router.get("/api/reports/{name}/marks", tags=["check"], operation_id="marks", response_model=list[Marked])
async def marks_data(name: Name, request: Request) -> Any:
    """What the holder of the key says of the findings of a kept report."""
    site = site_of(request)
    if await site.stored(site.store.find, name) is None:
        raise HTTPException(404, "no_report")
    return [{"claim": m.claim, "state": m.state, "note": m.note} for m in await site.stored(site.store.marks, name)]


async def _mark(site: Site, name: str, key: str, mark: Mark) -> None:
    await refused(site, name, site.store.mark, key.strip(), mark)
