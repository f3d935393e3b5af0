"""The ASGI application: the pages of every group behind one guard."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from fastapi import FastAPI

from tahqiq import __version__
from tahqiq.interfaces.web import about, checks, dossiers, figures, law, records, reports, rows, tables
from tahqiq.interfaces.web.guard import Guard
from tahqiq.interfaces.web.problems import RESPONSES, install, refuse
from tahqiq.interfaces.web.settings import Settings
from tahqiq.interfaces.web.site import Site

HOUR = 3600
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
    install(app, site)
    for group in (about, checks, reports, records, tables, rows, figures, law, dossiers):
        app.include_router(group.router)
    app.add_middleware(Guard, settings=site.settings, metrics=site.metrics, refuse=refuse(site))
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    site: Site = app.state.site
    site.workers.start()
    sweeping = asyncio.create_task(_sweep(site))
    try:
        yield
    finally:
        sweeping.cancel()
        site.workers.close()
        site.store.close()


async def _sweep(site: Site) -> None:
    """Forget what is over, once an hour."""
    while True:
        site.store.sweep()
        await asyncio.sleep(HOUR)
