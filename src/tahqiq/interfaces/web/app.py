"""The ASGI application: the pages of every group behind one guard."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from tahqiq.catalog.registers import load_registers
from tahqiq.errors import ServiceError
from tahqiq.interfaces.web import (
    about,
    again,
    checks,
    dossiers,
    figures,
    institution,
    law,
    places,
    records,
    reports,
    rows,
    search,
    subjects,
    tables,
    writing,
)
from tahqiq.interfaces.web.guard import Guard
from tahqiq.interfaces.web.jobs import settle
from tahqiq.interfaces.web.manners import Manners
from tahqiq.interfaces.web.pages import Pages
from tahqiq.interfaces.web.prefix import Prefix
from tahqiq.interfaces.web.problems import RESPONSES, install, refuse
from tahqiq.interfaces.web.settings import Settings
from tahqiq.interfaces.web.site import Site
from tahqiq.record.tables import table_names
from tahqiq.release import __version__
from tahqiq.reporting.record.cells import Words
from tahqiq.reporting.words.messages import languages

LOG = logging.getLogger("tahqiq.web")
HOUR, SOON = 3600.0, 10.0
"""Seconds between two looks at what is over, and after one that failed."""
SMALL, QUICK = 1_000, 5
"""Bytes from which an answer is compressed, and how tight: somebody waits for it."""
ABOUT = (
    "Checks the figures of an article against a public, sourced record, and answers questions put to that record: "
    "every number with its definition, its dates, its rows and their sources."
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The site with these settings."""
    site = Site(settings or Settings())
    app = FastAPI(
        title="Tahqiq",
        version=__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        responses=RESPONSES,
        lifespan=_lifespan,
    )
    app.state.site = site
    app.openapi = partial(described, app)  # type: ignore[method-assign]
    groups = (
        about,
        institution,
        checks,
        again,
        reports,
        search,
        places,
        subjects,
        records,
        tables,
        rows,
        figures,
        law,
        writing,
        dossiers,
    )
    install(app, site, [route for group in groups for route in group.router.routes])
    for group in groups:
        app.include_router(group.router)
    app.add_middleware(Manners)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=QUICK)
    app.add_middleware(Pages)
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=["ETag"])
    app.add_middleware(Guard, settings=site.settings, metrics=site.metrics, refuse=refuse(site), busy=site.is_busy)
    if site.prefix:
        app.add_middleware(Prefix, prefix=site.prefix)
    return app


def described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the names that registers, tables and measures can have."""
    if app.openapi_schema is None:
        base = app.state.site.settings.base
        servers = [{"url": base}] if base else None
        app.openapi_schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, servers=servers
        )
        registers = load_registers().values()
        names = {
            "register": [r.id for r in registers],
            "measure": sorted({m for r in registers for m in r.measures}),
            "table": sorted({t for r in registers for t in table_names(r)}),
        }
        for methods in app.openapi_schema["paths"].values():
            for parameter in (p for found in methods.values() for p in found.get("parameters", ())):
                if parameter["in"] == "path" and parameter["name"] in names:
                    parameter["schema"]["enum"] = names[parameter["name"]]
    return app.openapi_schema


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    site: Site = app.state.site
    site.start()
    going: list[asyncio.Task[None]] = [asyncio.create_task(_sweep(site))]
    if site.settings.workers:
        going.append(asyncio.create_task(asyncio.to_thread(_warm)))
    try:
        yield
    finally:
        for task in going:
            task.cancel()
        site.close()


def _warm() -> None:
    """Load what every page of the record reads, while the first visitors are answered already.

    What a figure or a search needs beside it is loaded for the first that asks: the rows of a measure in a tenth of a
    second, the words of a language in half of one. All of both would take some eighty megabytes.
    """
    for language in languages():
        words = Words(language)
        for register in load_registers().values():
            records.brief(register, words)
    settle()


async def _sweep(site: Site) -> None:
    """Forget what is over, once an hour; where the store cannot just now, soon again."""
    while True:
        try:
            await site.stored(site.store.sweep)
            await site.stored(site.store.clean)
            again = SOON if site.store.unclean else HOUR
        except ServiceError as problem:
            LOG.warning("reports whose time is over could not be forgotten (%s); trying again", problem.code)
            again = SOON
        await asyncio.sleep(again)
