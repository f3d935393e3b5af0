"""What the site is, what of its data is stable, its health, its numbers, and its files."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from mimetypes import guess_type
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import load_registers
from tahqiq.errors import ServiceError
from tahqiq.interfaces.web.settings import Settings
from tahqiq.interfaces.web.site import INSTITUTION, NAVIGATION, Lang, Site, preferred, site_of, static_file
from tahqiq.record.tables import table_names
from tahqiq.release import __version__
from tahqiq.reporting.words.messages import languages

router = APIRouter()
FOREVER = "public, max-age=31536000, immutable"
TYPES = {".woff2": "font/woff2", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Health:
    """That the site answers, and what it answers from."""

    status: str
    version: str | None = None
    registers: dict[str, str] | None = None


@router.get("/", include_in_schema=False)
async def home(request: Request) -> Response:
    """The start page in the language the browser asks for."""
    language = preferred(request.headers.get("accept-language", ""))
    return RedirectResponse(f"/{language}/", 307, headers={"Vary": "Accept-Language"})


@router.get("/health", tags=["site"])
async def health(request: Request) -> Health:
    """Whether the site answers; to who is inside, what it answers from."""
    if not inside(site_of(request).settings, request):
        return Health("ok")
    return Health("ok", __version__, {r.id: r.version for r in load_registers().values()})


@router.get("/metrics", tags=["site"], response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(request: Request) -> Response:
    """Numbers about the site for Prometheus, to who is inside."""
    site = site_of(request)
    if not inside(site.settings, request):
        raise HTTPException(404)
    told = site.metrics.told(await kept(site), site.checkers.waiting())
    return PlainTextResponse(told, media_type="text/plain; version=0.0.4")


async def kept(site: Site) -> int | None:
    """How many reports are kept, where the store can say."""
    try:
        return await site.stored(site.store.count)
    except ServiceError:
        return None


def inside(settings: Settings, request: Request) -> bool:
    """Whether a request comes from a network that may see how the site is.

    One that a proxy passed on whose word is not believed comes from nobody knows where.
    """
    if not settings.proxies and any(name in request.headers for name in ("x-forwarded-for", "forwarded", "via")):
        return False
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return any(address in ip_network(part) for part in filter(None, settings.inside.split(",")))


@router.get("/static/{name}", include_in_schema=False)
async def static_page(name: str) -> Response:
    """A file that pages use."""
    body = static_file(name)
    if body is None:
        raise HTTPException(404)
    ending = name[name.rfind(".") :]
    kind = TYPES.get(ending) or guess_type(name)[0] or "application/octet-stream"
    return Response(body, media_type=kind, headers={"Cache-Control": FOREVER})


@router.get("/favicon.ico", include_in_schema=False)
async def favicon() -> Response:
    """The icon, for browsers that ask without having been told."""
    return Response(static_file("icon.svg"), media_type="image/svg+xml")


@router.get("/robots.txt", include_in_schema=False)
async def robots(request: Request) -> Response:
    """Kept reports are for whom they were sent to."""
    kept = "".join(f"Disallow: /{name}/report/\nDisallow: /{name}/search\n" for name in languages())
    return PlainTextResponse(f"User-agent: *\n{kept}Sitemap: {site_of(request).base(request)}/sitemap.xml\n")


@router.get("/sitemap.xml", include_in_schema=False)
async def sitemap(request: Request) -> Response:
    """The pages that readers may look for, in every language."""
    site = site_of(request)
    measures = [f"/figures/{r.id}/{m}" for r in load_registers().values() for m in r.measures]
    tables = [f"/record/{r.id}{t}" for r in load_registers().values() for t in ("", *(f"/{n}" for n in table_names(r)))]
    places = [f"/place/{code}" for code in load_places()["places"]]
    own = ["/", *(f"/{name}" for name in (*NAVIGATION[1:], *INSTITUTION))]
    context: dict[str, Any] = {"paths": [*own, *measures, *tables, *places], "base": site.base(request)}
    response = site.render("web/sitemap.xml.j2", languages()[0], request.url.path, **context)
    return Response(response.body, media_type="application/xml", headers={"Cache-Control": site.cached()})


@router.get("/{lang:lang}", include_in_schema=False)
async def without_slash(lang: Lang) -> Response:
    """The start page of a language."""
    return RedirectResponse(f"/{lang}/", 307)
