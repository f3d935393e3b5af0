"""`tahqiq serve`: the site."""

from __future__ import annotations

import logging
from dataclasses import replace

import click

from tahqiq.errors import UsageError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on (0.0.0.0: every one).")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option("--store", metavar="ADDRESS", help="SQLAlchemy address of the kept reports; a SQLite file by default.")
@click.option("--keep", metavar="DAYS", type=click.IntRange(0), help="Days a report is kept; 0: without end.")
def serve(host: str, port: int, store: str | None, keep: int | None) -> int:
    """Open the site: check a page, browse the record, ask for figures, read the dossier.

    Every setting can also be given as TAHQIQ_WEB_<NAME> in the environment: STORE, KEEP, UPLOAD (bytes), CHARACTERS,
    SECONDS, WORKERS, RATE (pages a second for each client), BURST, FETCHING, LOG.
    """
    try:
        import uvicorn

        from tahqiq.interfaces.web import create_app
        from tahqiq.interfaces.web.settings import from_environment
    except ImportError as problem:
        raise UsageError("needs_extra", kind="serve", extra="web") from problem
    settings = from_environment()
    settings = replace(settings, store=store or settings.store, keep=settings.keep if keep is None else keep)
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO)
    app = create_app(settings)
    click.echo(f"http://{host}:{port}/", err=True)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run()
    return 0
