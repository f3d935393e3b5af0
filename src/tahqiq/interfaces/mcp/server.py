"""The server: its instructions, its tools, and the registers as resources."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from tahqiq.catalog.compiled import DATA
from tahqiq.catalog.registers import find_register, load_registers
from tahqiq.errors import TahqiqError
from tahqiq.interfaces.mcp import tools
from tahqiq.interfaces.mcp.finding import coverage
from tahqiq.interfaces.mcp.results import Lived
from tahqiq.interfaces.telling import say
from tahqiq.release import __version__
from tahqiq.reporting.record import described

INSTRUCTIONS = DATA / "mcp" / "instructions.md"
READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
TOOLS: tuple[Callable[..., Any], ...] = (
    tools.find_measures,
    tools.ask,
    tools.check_text,
    tools.show_rows,
    tools.law_of_sale,
)


def create_server(corpus: Path | None = None) -> MCPServer[None]:
    """The server; with a corpus, which `tahqiq corpus check` wrote, it also tells the life of a figure in it."""
    server: MCPServer[None] = MCPServer(
        "tahqiq", title="Tahqiq", instructions=INSTRUCTIONS.read_text("utf-8"), version=__version__, log_level="WARNING"
    )
    for tool in TOOLS if corpus is None else (*TOOLS, life_in(corpus)):
        server.add_tool(told(tool), annotations=READ_ONLY, structured_output=True)
    _add_resources(server)
    return server


def told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """The tool with its errors in the words of the command, in the language of the answer."""

    @functools.wraps(tool)
    def run(**arguments: Any) -> Any:
        try:
            return tool(**arguments)
        except TahqiqError as problem:
            raise ToolError(say(problem, arguments.get("language", "en"))) from problem

    return run


def life_in(corpus: Path) -> Callable[..., Lived]:
    """The tool that tells the life of a figure in a corpus."""

    def life_of_a_figure(
        measure: tools.Name,
        filters: tools.Given | None = None,
        stated: Annotated[float | None, Field(allow_inf_nan=False, description="Only this stated value.")] = None,
        limit: tools.Few = 20,
        language: tools.Told = "en",
    ) -> Lived:
        """Who said a figure when, in the corpus this server was given: each value against the record of its day.

        `right`: while it was right; `after`: after it had ceased to be; families begin with the first of nearly
        identical sentences, which is no proof of descent.
        """
        from tahqiq.interfaces.corpus.life import life, to_json

        return Lived(**to_json(life(corpus, measure, tools.flat(filters or {}), stated), limit))

    return life_of_a_figure


def _add_resources(server: MCPServer[None]) -> None:
    @server.resource("tahqiq://registers", mime_type="application/json", title="The registers of the record")
    def registers() -> str:
        """Every register: its title, what can be asked of it, how far it reaches."""
        listed = [
            {
                "id": r.id,
                "title": dict(r.title),
                "measures": [f"{r.id}.{m}" for m in r.measures],
                "coverage": coverage(r).model_dump(),
            }
            for r in load_registers().values()
        ]
        return json.dumps(listed, ensure_ascii=False)

    @server.resource("tahqiq://registers/{register}", mime_type="application/json", title="One register whole")
    def register(register: str) -> str:
        """One register: measures, ways of counting, coverage, gaps, caveats, sources."""
        try:
            return json.dumps(described.to_json(find_register(register)), ensure_ascii=False, default=str)
        except TahqiqError as problem:
            raise ResourceNotFoundError(say(problem, "en")) from problem
