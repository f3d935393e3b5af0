"""`tahqiq serve`: the site."""

from __future__ import annotations

import os
from dataclasses import replace

import click

from tahqiq.errors import UsageError
from tahqiq.interfaces.listening import listen


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--store", metavar="ADDRESS")
@click.option("--keep", metavar="DAYS", type=click.IntRange(0))
def serve(host: str, port: int, store: str | None, keep: int | None) -> int:
    """Open the site: check a page, browse the record, ask for figures, read the dossier."""
    listening = listen(host, port)  # before all that has to be loaded: who comes early waits instead of being refused
    try:
        from tahqiq.interfaces.web import create_app
        from tahqiq.interfaces.web.connections import Bounds, Server, places
        from tahqiq.interfaces.web.logs import to_stderr
        from tahqiq.interfaces.web.settings import from_environment
    except ImportError as problem:
        raise UsageError("needs_extra", kind="serve", extra="web") from problem
    settings = from_environment()
    settings = replace(settings, store=store or settings.store, keep=settings.keep if keep is None else keep)
    os.umask(0o077)
    to_stderr(settings.log_json)
    server = Server(
        Bounds(places(settings.connections)),
        create_app(settings),
        host=host,
        port=port,
        log_level="warning",
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies,
    )
    click.echo(f"http://{host}:{listening.getsockname()[1]}/", err=True)
    server.run(sockets=[listening])
    return 0
