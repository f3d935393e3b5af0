"""`tahqiq mcp`: the record as tools of an assistant."""

from __future__ import annotations

from pathlib import Path

import click

from tahqiq.errors import UsageError
from tahqiq.interfaces.listening import listen

LARGEST = 1_000_000
"""Bytes of a request over HTTP."""


@click.command()
@click.option("--http", is_flag=True, help="Serve streamable HTTP; without it, standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@click.option("--corpus", type=click.Path(path_type=Path), help="What `corpus check` wrote: the life of its figures.")
def mcp(http: bool, host: str, port: int, corpus: Path | None) -> int:
    """Give assistants the record as tools (Model Context Protocol).

    Read only: find_measures, ask, check_text, show_rows, law_of_sale, and life_of_a_figure with --corpus. Register it
    with a client as the command `tahqiq mcp`, or as http://127.0.0.1:8001/mcp.
    """
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
