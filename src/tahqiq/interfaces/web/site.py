"""What every page shares: templates, language, static files, and one function for a page and its data."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from jinja2 import Environment
from starlette.convertors import Convertor, register_url_convertor
from starlette.responses import HTMLResponse, Response

from tahqiq.catalog.compiled import DATA
from tahqiq.interfaces.web.jobs import settle, warm
from tahqiq.interfaces.web.kept import Store
from tahqiq.interfaces.web.metrics import Metrics
from tahqiq.interfaces.web.prefix import placed, prefix_of
from tahqiq.interfaces.web.settings import Settings
from tahqiq.interfaces.web.threads import Threads
from tahqiq.interfaces.web.tickets import Tickets
from tahqiq.interfaces.web.work import Bounds, Workers
from tahqiq.release import __version__
from tahqiq.reporting.report.exports import safe
from tahqiq.reporting.report.html import environment
from tahqiq.reporting.words.messages import Messages, languages, load_messages
from tahqiq.reporting.words.values import quantity

R = TypeVar("R")
STORERS, FETCHERS, SLOW = 4, 4, 2
"""Threads for the store, for addresses that are fetched, and for pages that take longer than others."""
WAIT = 2.0
"""Seconds to wait for the store."""
STATIC = DATA / "web"
SHARED = ("report.css", "web/prose.css")
"""Files of the templates that the site serves too."""
DATA_ENDINGS = (".json", ".csv", ".parquet", ".atom", ".svg", ".png", ".md")
NAVIGATION = ("check", "record", "figures", "law", "dossier", "about")
INSTITUTION = ("method", "corrections", "developers")
CACHED = "public, max-age=300"
"""Pages of the record change when the record does, and once a day."""

DAY: dict[str, Any] = {"max_length": 20, "json_schema_extra": {"pattern": r"^$|^\d{4}(-\d{2}(-\d{2})?)?$"}}
"""A day as it is described; what is no day is told in words of ours."""
Day = Annotated[str, Query(**DAY, description="A day, month or year: 2024-05-01, 2024-05, 2024.")]


class Language(Convertor[str]):
    """The first part of an address where it is a language; no other address fits."""

    regex = "|".join(languages())

    def convert(self, value: str) -> str:
        """The code as it stands."""
        return value

    def to_string(self, value: str) -> str:
        """The code as it stands."""
        return value


register_url_convertor("lang", Language())
Lang = Annotated[str, Path(pattern=f"^({'|'.join(languages())})$", description="Language of the words in the answer.")]


class Site:
    """The settings, the kept reports, the workers and the templates of one running site."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.prefix = settings, prefix_of(settings.base)
        self.store = Store(settings.store, settings.keep)
        bounds = Bounds(settings.seconds, settings.memory, settings.queue)
        self.checkers = Workers(settings.workers, bounds, warm)
        self.drawers = Workers(min(1, settings.workers), bounds, settle)
        self.storers = Threads(STORERS, WAIT)
        self.fetchers = Threads(FETCHERS, settings.seconds)
        self.slow = Threads(SLOW, settings.seconds)
        self.metrics = Metrics()
        self.tickets = Tickets()

    async def stored(self, ask: Callable[..., R], *args: Any) -> R:
        """What the store answers, waited for in a thread: the site goes on meanwhile."""
        return await self.storers.run(ask, *args)

    def is_busy(self) -> float | None:
        """Seconds until a check is worth asking for, where the line is too long."""
        return self.checkers.wait() if self.checkers.full() else None

    def start(self) -> None:
        """Start the processes and threads."""
        for part in (self.checkers, self.drawers, self.storers, self.fetchers, self.slow):
            part.start()

    def close(self) -> None:
        """End the processes and threads, and let go of the store."""
        for part in (self.checkers, self.drawers, self.storers, self.fetchers, self.slow, self.store):
            part.close()

    def base(self, request: Request) -> str:
        """The address of the site: the one it was given, else the one it was asked under."""
        return (self.settings.base or str(request.base_url)).rstrip("/")

    def cached(self) -> str:
        """How long a page that names its own address keeps: for others too only where the asker has no say in it."""
        return CACHED if self.settings.base else CACHED.replace("public", "private")

    def render(self, template: str, language: str, path: str, query: str = "", **context: Any) -> HTMLResponse:
        """A page of the site in one language. `path` and `query` are those of the request."""
        messages = load_messages(language)
        rest = path.removeprefix(f"/{language}")
        filled = {
            "t": messages.format,
            "say": messages,
            "amount": lambda value, unit: quantity(messages, value, unit),
            "language": language,
            "direction": messages.direction,
            "languages": [(name, load_messages(name), _with(f"/{name}{rest}", query)) for name in languages()],
            "static": static,
            "link": link,
            "here": rest,
            "navigation": NAVIGATION,
            "version": __version__,
            "settings": self.settings,
            "shorten": _shorten,
            "looked": "",
            "canonical": _with(path, query),
            "base": self.settings.base.rstrip("/"),
            **context,
        }
        return HTMLResponse(placed(templates().get_template(template).render(filled), self.prefix))


@cache
def templates() -> Environment:
    """The templates of the package."""
    return environment()


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site


def messages_of(lang: Lang) -> Messages:
    """The words of the language in the address."""
    return load_messages(lang)


def static_file(name: str) -> bytes | None:
    """A file that pages use, by name."""
    return _static().get(name)


@cache
def _static() -> Mapping[str, bytes]:
    found = {p.name: p.read_bytes() for p in STATIC.iterdir() if p.is_file()}
    return found | {name.rpartition("/")[2]: (DATA / "templates" / name).read_bytes() for name in SHARED}


@cache
def static(name: str) -> str:
    """The address of a static file, which changes with its content."""
    return f"/static/{name}?v={hashlib.sha256(_static()[name]).hexdigest()[:10]}"


def link(path: str, **query: Any) -> str:
    """An address on this site; parameters without a value are left out."""
    return _with(path, urlencode([(k, v) for k, v in query.items() if v not in (None, "", [])], doseq=True))


def add_page(
    router: APIRouter,
    path: str,
    page: Callable[..., Awaitable[Any]],
    template: str,
    *,
    name: str,
    lines: Callable[[Any], list[Any]],
) -> None:
    """Serve what `page` gives at `path` as a page, at `path`.json as data and at `path`.csv as a table.

    One function for all three; `lines` gives the dataclasses of a page that are the lines of the table.
    """

    async def as_html(request: Request, found: Any = Depends(page)) -> Response:  # noqa: B008
        lang = request.path_params["lang"]
        site = site_of(request)
        context = {"page": found, "base": site.base(request)}
        response = site.render(template, lang, request.url.path, request.url.query, **context)
        response.headers["Cache-Control"] = site.cached()
        return response

    async def as_csv(found: Any = Depends(page)) -> Response:  # noqa: B008
        return csv_of([flat(line) for line in lines(found)])

    address = f"/{{lang:lang}}{path}"
    as_csv.__doc__ = f"{(page.__doc__ or '').strip().splitlines()[0]} As CSV."
    data: dict[str, Any] = {"methods": ["GET"], "tags": ["data"]}
    router.add_api_route(f"{address}.json", page, name=f"{name}_data", **data)
    router.add_api_route(f"{address}.csv", as_csv, name=f"{name}_csv", response_class=Response, **data)
    router.add_api_route(address, as_html, methods=["GET"], include_in_schema=False, name=name, response_model=None)


def csv_of(lines: list[dict[str, Any]]) -> Response:
    """Lines as CSV, their names as its head."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(lines[0] if lines else [])
    writer.writerows([safe(cell) for cell in line.values()] for line in lines)
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers={"Cache-Control": CACHED})


def flat(line: Any) -> dict[str, Any]:
    """A dataclass as cells: lists are joined, what holds further parts is left out."""
    found = {name: getattr(line, name) for name in (f.name for f in fields(line))}
    return {
        name: "; ".join(map(str, value)) if isinstance(value, list) else value
        for name, value in found.items()
        if not isinstance(value, dict) and not (isinstance(value, list) and value and is_dataclass(value[0]))
    }


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def _shorten(text: str, length: int) -> str:
    from tahqiq.reporting.words.messages import shorten

    return shorten(text, length)


def preferred(header: str) -> str:
    """The language a browser likes best among those there are; English where it likes none."""
    wanted = []
    for at, part in enumerate(header.split(",")[:20]):
        code, _, weight = part.strip().partition(";q=")
        share = float(weight) if re.fullmatch(r"[01](\.\d{1,3})?", weight) else 1.0 if not weight else 0.0
        wanted.append((-share, at, code[:2].lower()))
    return next((code for share, _, code in sorted(wanted) if share < 0 and code in languages()), "en")
