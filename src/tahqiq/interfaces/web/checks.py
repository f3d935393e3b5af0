"""Check a text, a file or an address: the form, and the same as data."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from tahqiq.catalog.dates import parse_day
from tahqiq.errors import FetchError, InputError
from tahqiq.interfaces.web.keeping import keep
from tahqiq.interfaces.web.site import DAY, Lang, Site, site_of
from tahqiq.interfaces.web.work import Given
from tahqiq.model import DOCUMENT_KINDS

router = APIRouter()
Kind = Annotated[str | None, Field(pattern=f"^({'|'.join(DOCUMENT_KINDS)})$")]
Published = Annotated[str | None, Field(**DAY, examples=["2024-05-01"])]
Code = Annotated[str | None, Field(pattern="^[a-z]{2}$", description="Language of the text; found when not given.")]


class CheckRequest(BaseModel):
    """A text or a public address to check."""

    model_config = ConfigDict(extra="forbid")
    text: str | None = None
    address: str | None = Field(None, max_length=2000)
    kind: Kind = None
    published: Published = None
    language: Code = None


class Checked(BaseModel):
    """Where the report is kept, the key that deletes it (only when it was not kept before), and the report."""

    id: str
    key: str | None
    report: dict[str, Any]


@router.post("/api/check", tags=["check"], operation_id="check", response_model=Checked)
async def check_data(body: CheckRequest, request: Request) -> Response:
    """Check a text or an address; the answer holds the whole report."""
    site = site_of(request)
    given = await _given(site, body.text or "", None, body.address or "", body.kind, body.published, body.language)
    name, key, report = await keep(site, given)
    answer = f'{{"id":{json.dumps(name)},"key":{json.dumps(key)},"report":{report}}}'
    return Response(answer, media_type="application/json")


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
    name, key, _ = await keep(site, given)
    query = f"?key={key}" if key else ""
    return RedirectResponse(f"/{lang}/report/{name}{query}", 303)


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
    data, found, source = await site.workers.run(fetch, address)
    return data, source, kind or found


def fetch(address: str) -> tuple[bytes, str | None, str]:
    """The bytes of a public address, its kind, and where it led."""
    from tahqiq import reading

    found: tuple[bytes, str | None, str] = reading.fetch(address)
    return found
