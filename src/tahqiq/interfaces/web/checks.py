"""Check a text, a file or an address: the form, and the same as data."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.dates import parse_day
from tahqiq.catalog.languages import available
from tahqiq.errors import FetchError, InputError, TahqiqError, UsageError
from tahqiq.interfaces.telling import say
from tahqiq.interfaces.web.jobs import CLAIMS, Given
from tahqiq.interfaces.web.keeping import make
from tahqiq.interfaces.web.problems import status_of
from tahqiq.interfaces.web.records import brief, in_order
from tahqiq.interfaces.web.reports import page_of, page_unkept
from tahqiq.interfaces.web.site import DAY, Lang, Site, site_of
from tahqiq.interfaces.web.tickets import Ticket
from tahqiq.model import DOCUMENT_KINDS
from tahqiq.reading.limits import LIMITS, Limits
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.messages import load_messages

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
async def form_page(lang: Lang, request: Request, address: Annotated[str, Query(max_length=2000)] = "") -> Response:
    """The form: paste, drop or give an address; examples, and what can be checked. A bookmark brings an address."""
    response = _form(site_of(request), lang, request, Filled(address=address, by="address" if address else "text"))
    response.headers["Cache-Control"] = site_of(request).cached()
    return response


@router.get("/{lang:lang}/check", include_in_schema=False)
async def check_without_text(lang: Lang) -> Response:
    """The form, for who comes back to the address it is sent to."""
    return RedirectResponse(f"/{lang}/", 303)


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was filled, but for a file, which no page can give back."""

    text: str = ""
    address: str = ""
    published: str = ""
    language: str = ""
    by: str = "text"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field that has to be mended, and what is wrong with it in the reader's words."""

    field: str
    message: str


@router.post("/{lang:lang}/check", include_in_schema=False)
async def check_form(lang: Lang, request: Request) -> Response:
    """Check what the form holds, and go to its report; where a field is wrong, back to the form."""
    site = site_of(request)
    async with request.form(max_part_size=site.settings.upload) as sent:
        said = {f.name: sent.get(f.name) for f in fields(Filled)}
        filled = Filled(**{name: value for name, value in said.items() if isinstance(value, str)})
        file = sent.get("file")
        upload = (await file.read(), file.filename or "file") if isinstance(file, UploadFile) and file.size else None
    try:
        return await _checked(site, lang, request, filled, upload)
    except (InputError, UsageError) as problem:
        messages = load_messages(lang)
        field = _field(problem, filled, upload is not None)
        told = messages.format("check-need-text") if problem.code == "empty" else say(problem, lang)
        response = _form(site, lang, request, filled, Wrong(field, told))
        response.status_code = status_of(problem)
        return response


async def _checked(
    site: Site, lang: str, request: Request, filled: Filled, upload: tuple[bytes, str] | None
) -> Response:
    if upload is None and len(filled.text) > site.settings.characters:
        messages = load_messages(lang)
        most, count = messages.number(site.settings.characters), messages.number(len(filled.text))
        raise InputError("too_long", source="text", most=most, count=count)
    text = "" if filled.by == "address" and filled.address.strip() else filled.text
    given = await _given(site, text, upload, filled.address[:2000], None, filled.published[:10], filled.language[:2])
    turn = site.checkers.join()
    ticket = site.tickets.give(turn, make(site, given, (*FORMS, f"body.{lang}"), turn))
    return await collected(site, lang, request, ticket)


def _field(problem: TahqiqError, filled: Filled, uploaded: bool) -> str:
    """The field that a problem is told beside."""
    if problem.code in ("bad_date", "far_date"):
        return "published"
    if uploaded:
        return "file"
    return "address" if filled.address.strip() and not (filled.text.strip() and filled.by == "text") else "text"


def _form(site: Site, lang: str, request: Request, filled: Filled, wrong: Wrong | None = None) -> Response:
    words = Words(lang)
    registers = [brief(register, words) for register in in_order()]
    example = (DATA / "examples" / f"article.{lang}.txt").read_text("utf-8")
    known: dict[str, Any] = {
        "given": filled,
        "wrong": wrong,
        "registers": registers,
        "example": example,
        "base": site.base(request),
        "most_claims": CLAIMS,
    }
    return site.render("web/check.html.j2", lang, f"/{lang}/", **known)


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
    if language and language not in available():
        raise UsageError("unknown_language", language=language, known=", ".join(available()))
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
