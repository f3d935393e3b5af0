"""A kept report: its page, its downloads, and how to delete it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from tahqiq.interfaces.web.keeping import BEFORE, form_of
from tahqiq.interfaces.web.kept import Made, Mark
from tahqiq.interfaces.web.site import Lang, Site, site_of
from tahqiq.reporting.report import claimreview, exports
from tahqiq.reporting.report.changes import ChangesView, tell_changes
from tahqiq.reporting.report.compare import compare
from tahqiq.reporting.report.html import GROUPS, SCRIPT_HASH
from tahqiq.reporting.words.messages import shorten

router = APIRouter()
Name = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="The id of a kept report.")]
BEARER = HTTPBearer(auto_error=False, scheme_name="key", description="The key given when the report was made.")
Key = Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]
QUOTE = 60
"""How many characters of a claim are shown where one is chosen."""
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "corrections.csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "claimreview.json": "application/ld+json",
}
FORBIDDEN: dict[int | str, dict[str, Any]] = {
    401: {"description": "No key given"},
    403: {"description": "Not the key of this report"},
}
OWN_PAGE = (
    f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{SCRIPT_HASH}'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
"""The policy of the report as a file: it brings its own style, one script, and nothing else."""


@router.get("/api/reports/{name}", tags=["check"], operation_id="report", response_model=dict[str, Any])
async def report_data(name: Name, request: Request) -> Response:
    """A kept report as data."""
    return Response(await form_of(site_of(request), name, "json"), media_type="application/json")


@router.delete(
    "/api/reports/{name}", tags=["check"], operation_id="delete_report", status_code=204, responses=FORBIDDEN
)
async def delete_data(name: Name, key: Key, request: Request) -> Response:
    """Delete a kept report with the key given when it was made, as a bearer token."""
    if key is None:
        raise HTTPException(401, "no_key", {"WWW-Authenticate": "Bearer"})
    await _delete(site_of(request), name, key.credentials)
    return Response(status_code=204)


@router.get("/{lang:lang}/report/{name}/report.{form}", include_in_schema=False)
async def download(lang: Lang, name: Name, form: str, request: Request) -> Response:
    """A kept report as a file: one of `TYPES`."""
    if form not in TYPES:
        raise HTTPException(404)
    site = site_of(request)
    body: str | bytes
    if form in ("md", "html"):
        body = await form_of(site, name, f"{form}.{lang}")
    elif form == "docx":
        body = base64.b64decode(await form_of(site, name, f"{form}.{lang}"))
    else:
        address = f"{site.base(request)}/{lang}/report/{name}"
        marks = await site.stored(site.store.marks, name)
        body = _from_data(json.loads(await form_of(site, name, "json")), form, lang, address, marks)
    headers = {"Content-Disposition": f'attachment; filename="tahqiq-{name[:8]}.{form}"'}
    if form == "html":
        headers["Content-Security-Policy"] = OWN_PAGE
    return Response(body, media_type=TYPES[form], headers=headers)


@router.get("/{lang:lang}/report/{name}", include_in_schema=False, name="report")
async def report_page(lang: Lang, name: Name, request: Request) -> Response:
    """The report: the article with its claims marked, verdicts beside them."""
    return await page_of(site_of(request), lang, request, name, None)


async def page_of(site: Site, lang: str, request: Request, name: str, key: str | None) -> Response:
    """The page of a kept report; with its key right after it was made."""
    body, report = await form_of(site, name, f"body.{lang}"), json.loads(await form_of(site, name, "json"))
    kept = await site.stored(site.store.find, name)
    known = {
        "name": name,
        "key": key,
        "until": kept.until.date() if kept and kept.until else None,
        "marks": await site.stored(site.store.marks, name),
        "changes": await _changes(site, lang, name, report),
        "claims": [(c["id"], shorten(c["quote"], QUOTE)) for c in report["claims"]],
        "published": report["document"]["published"],
    }
    return _page(site, lang, request, body, await form_of(site, name, "head"), **known)


async def _changes(site: Site, lang: str, name: str, report: dict[str, Any]) -> ChangesView | None:
    """What has changed since the report that this one comes after, where it is kept still."""
    before = await site.stored(site.store.form, name, BEFORE)
    old = await site.stored(site.store.form, before, "json") if before else None
    return tell_changes(compare(json.loads(old), report), lang) if old else None


def page_unkept(site: Site, lang: str, request: Request, made: Made) -> Response:
    """The page of a report that could not be kept."""
    return _page(site, lang, request, made.forms[f"body.{lang}"], made.forms["head"], unkept=made.unkept)


def _page(site: Site, lang: str, request: Request, body: str, head: str, **known: Any) -> Response:
    about, name = json.loads(head), known.get("name")
    response = site.render(
        "web/report.html.j2",
        lang,
        f"/{lang}/report/{name}" if name else f"/{lang}/",
        body=Markup(body),  # made by our own template, which escapes all that an article holds
        title=about["title"],
        show=show if (show := request.query_params.get("show", "")) in GROUPS else "",
        forms=list(TYPES),
        base=site.base(request),
        **{**dict.fromkeys(("name", "key", "until", "unkept", "marks", "changes", "claims", "published")), **known},
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@router.post("/{lang:lang}/report/{name}/delete", include_in_schema=False)
async def delete_form(lang: Lang, name: Name, request: Request, key: Annotated[str, Form(max_length=100)]) -> Response:
    """Delete a kept report, and say so."""
    await _delete(site_of(request), name, key)
    return RedirectResponse(f"/{lang}/deleted", 303)


@router.get("/{lang:lang}/deleted", include_in_schema=False)
async def deleted(lang: Lang, request: Request) -> Response:
    """The report is gone."""
    return site_of(request).render("web/deleted.html.j2", lang, request.url.path)


async def _delete(site: Site, name: str, key: str) -> None:
    await refused(site, name, site.store.delete, key.strip())


async def refused(site: Site, name: str, act: Callable[..., bool], *args: Any) -> None:
    """Do what only the key of a report allows. HTTPException 404: no such report; 403: not its key."""
    if await site.stored(site.store.find, name) is None:
        raise HTTPException(404, "no_report")
    if not await site.stored(act, name, *args):
        raise HTTPException(403, "wrong_key")


def _from_data(report: dict[str, Any], form: str, language: str, address: str, marks: tuple[Mark, ...]) -> str:
    if form == "json":
        return json.dumps(report, ensure_ascii=False, indent=1)
    if form == "csv":
        return exports.claims_csv(report, language)
    if form == "corrections.csv":
        return exports.corrections_csv(report, language, {m.claim: (m.state, m.note) for m in marks})
    reviews = claimreview.reviews(report, language, address=address, on=date.today())
    return json.dumps(reviews, ensure_ascii=False, indent=1)
