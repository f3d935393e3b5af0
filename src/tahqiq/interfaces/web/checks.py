"""Check a text, a file or an address: the form, and the same as data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Path, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from tahqiq.catalog.dates import parse_day
from tahqiq.errors import FetchError, InputError
from tahqiq.interfaces.web.jobs import Given
from tahqiq.interfaces.web.keeping import make
from tahqiq.interfaces.web.reports import page_of, page_unkept
from tahqiq.interfaces.web.site import DAY, Lang, Site, site_of
from tahqiq.interfaces.web.tickets import Ticket
from tahqiq.model import DOCUMENT_KINDS
from tahqiq.reading.limits import LIMITS, Limits

router = APIRouter()
FORMS = ("json", "head")
"""What is made of every check; further forms when somebody asks for them."""
ASK_AGAIN = 2
"""Seconds after which a page in the line asks again."""
FETCHING = 15.0
"""Seconds that an address may take to answer whole."""
Kind = Annotated[str | None, Field(pattern=f"^({'|'.join(DOCUMENT_KINDS)})$")]
Published = Annotated[str | None, Field(**DAY, examples=["2024-05-01"])]
Code = Annotated[str | None, Field(pattern="^[a-z]{2}$", description="Language of the text; found when not given.")]


Number = Annotated[str, Path(max_length=40)]


class CheckRequest(BaseModel):
    """A text or a public address to check."""

    model_config = ConfigDict(extra="forbid")
    text: str | None = None
    address: str | None = Field(None, max_length=2000)
    kind: Kind = None
    published: Published = None
    language: Code = None


class Checked(BaseModel):
    """The id under which the report is kept, the key that deletes it, and the report.

    Where it could not be kept, `id` and `key` are null and `unkept` says why: `store_busy`, `store_full`.
    """

    id: str | None
    key: str | None
    unkept: str | None
    report: dict[str, Any]


@router.post("/api/check", tags=["check"], operation_id="check", response_model=Checked)
async def check_data(body: CheckRequest, request: Request) -> Response:
    """Check a text or an address; the answer holds the whole report."""
    site = site_of(request)
    given = await _given(site, body.text or "", None, body.address or "", body.kind, body.published, body.language)
    made = await make(site, given, FORMS)
    head = json.dumps({"id": made.name, "key": made.key, "unkept": made.unkept})
    answer = f'{head[:-1]}, "report": {made.forms["json"]}}}'
    return Response(answer, media_type="application/json", headers={"Cache-Control": "no-store"})


@router.get("/{lang:lang}/", include_in_schema=False, name="check")
@router.head("/{lang:lang}/", include_in_schema=False)
async def form_page(lang: Lang, request: Request) -> Response:
    """The form: paste, drop or give an address."""
    return site_of(request).render("web/check.html.j2", lang, request.url.path)


@router.get("/{lang:lang}/check", include_in_schema=False)
async def check_without_text(lang: Lang) -> Response:
    """The form, for who comes back to the address it is sent to."""
    return RedirectResponse(f"/{lang}/", 303)


@router.post("/{lang:lang}/check", include_in_schema=False)
async def check_form(
    lang: Lang,
    request: Request,
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    address: Annotated[str, Form(max_length=2000)] = "",
    published: Annotated[str, Form(max_length=10)] = "",
    language: Annotated[str, Form(max_length=2)] = "",
) -> Response:
    """Check what the form holds, and go to its report."""
    site = site_of(request)
    upload = (await file.read(), file.filename or "file") if file is not None and file.size else None
    given = await _given(site, text, upload, address, None, published, language)
    turn = site.checkers.join()
    ticket = site.tickets.give(turn, make(site, given, (*FORMS, f"body.{lang}"), turn))
    return await collected(site, lang, request, ticket)


@router.get("/{lang:lang}/check/{number}", include_in_schema=False)
async def check_on_its_way(lang: Lang, number: Number, request: Request) -> Response:
    """The place of a check in the line, or its report."""
    site = site_of(request)
    ticket = site.tickets.find(number)
    if ticket is None:
        raise HTTPException(404, "no_ticket")
    if ticket.name is not None:  # its key has been handed out
        return RedirectResponse(f"/{lang}/report/{ticket.name}", 303)
    return await collected(site, lang, request, ticket)


async def collected(site: Site, lang: str, request: Request, ticket: Ticket) -> Response:
    """The page of the report; while it is being made, a page that tells the place in the line and asks again."""
    made = await site.tickets.collect(ticket)
    if made is not None:
        if made.name is None:
            return page_unkept(site, lang, request, made)
        return await page_of(site, lang, request, made.name, made.key)
    address, place = f"/{lang}/check/{ticket.number}", site.checkers.place(ticket.turn)
    page = site.render("web/waiting.html.j2", lang, f"/{lang}/", place=place, address=address)
    page.status_code = 202
    page.headers["Cache-Control"] = "no-store"
    page.headers["Refresh"] = f"{ASK_AGAIN}; url={address}"
    return page


async def _given(
    site: Site,
    text: str,
    upload: tuple[bytes, str] | None,
    address: str,
    kind: str | None,
    published: str | None,
    language: str | None,
) -> Given:
    """What was handed in: a file before a text, a text before an address."""
    if upload is not None:
        data, source = upload
    elif text.strip():
        data, source, kind = text.encode("utf-8", "replace"), "text", kind or "txt"
    elif address.strip():
        data, source, kind = await _fetched(site, address.strip(), kind)
    else:
        raise InputError("empty", source="text")
    day = parse_day(published) if published else None
    return Given(data, source[:200], kind, day, language or None, date.today(), site.settings.characters)


async def _fetched(site: Site, address: str, kind: str | None) -> tuple[bytes, str, str | None]:
    if not site.settings.fetching:
        raise FetchError("fetching_off", source=address)
    limits = replace(LIMITS, size=site.settings.upload, seconds=FETCHING)
    data, found, source = await site.fetchers.run(fetch, address, limits)
    return data, source, kind or found


def fetch(address: str, limits: Limits) -> tuple[bytes, str | None, str]:
    """The bytes of a public address, its kind, and where it led."""
    from tahqiq import reading

    found: tuple[bytes, str | None, str] = reading.fetch(address, limits=limits)
    return found
