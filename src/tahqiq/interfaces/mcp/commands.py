"""`tahqiq mcp`: the record as tools of an assistant."""

from __future__ import annotations

from pathlib import Path

import click

from tahqiq.errors import UsageError
from tahqiq.interfaces.listening import listen

LARGEST = 1_000_000
"""Bytes of a request over HTTP."""


@click.command()
@click.option("--http", is_flag=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535))
@click.option("--corpus", type=click.Path(path_type=Path))
def mcp(http: bool, host: str, port: int, corpus: Path | None) -> int:
    """Give assistants the record as tools (Model Context Protocol)."""
    try:
        from tahqiq.interfaces.mcp.server import create_server
    except ImportError as problem:
        raise UsageError("needs_extra", kind="mcp", extra="mcp") from problem
    if corpus is not None:
        from tahqiq.interfaces.corpus.manifest import read_manifest

        read_manifest(corpus)
    server = create_server(corpus)
    if http:
        listen(host, port).close()  # a taken port is told in our words; the server binds its own
        click.echo(f"http://{host}:{port}/mcp", err=True)
        server.run("streamable-http", host=host, port=port, stateless_http=True, max_request_body_size=LARGEST)
    else:
        server.run()
    return 0
