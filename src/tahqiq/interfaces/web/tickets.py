"""Checks that people wait for: the number of a place in the line, and the report once it is made.

A ticket is handed to one person and gives the key of the report once. It lives in this process and for a short time.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from typing import Any

from tahqiq.interfaces.web.kept import Made
from tahqiq.interfaces.web.work import Turn

MOST = 200
"""Tickets that are remembered; the oldest is forgotten first."""
PATIENCE = 2.0
"""Seconds that a page waits for a report before it tells the place in the line."""


@dataclass(slots=True)
class Ticket:
    """A check on its way. `name` is the report's once its key was handed out."""

    number: str
    turn: Turn
    task: asyncio.Task[Made]
    name: str | None = None


class Tickets:
    """The tickets of this process."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Ticket] = OrderedDict()

    def give(self, turn: Turn, check: Coroutine[Any, Any, Made]) -> Ticket:
        """A ticket for a check, which begins."""
        ticket = Ticket(secrets.token_urlsafe(16), turn, asyncio.ensure_future(_light(check)))
        ticket.task.add_done_callback(_seen)
        self._held[ticket.number] = ticket
        while len(self._held) > MOST:
            self._held.popitem(last=False)
        return ticket

    def find(self, number: str) -> Ticket | None:
        """A ticket by its number."""
        return self._held.get(number)

    async def collect(self, ticket: Ticket) -> Made | None:
        """The report, with its key, to who asks first; None while it is being made. Raises what the check raised."""
        await asyncio.wait({ticket.task}, timeout=PATIENCE)
        if not ticket.task.done():
            return None
        made = ticket.task.result()
        ticket.name = made.name
        if made.name is None:  # all its forms are held here, so not for longer than needed
            self._held.pop(ticket.number, None)
        return made


async def _light(check: Coroutine[Any, Any, Made]) -> Made:
    """A report without its forms, where they are kept."""
    made = await check
    return replace(made, forms={}) if made.name else made


def _seen(task: asyncio.Task[Made]) -> None:
    """An error is told to who comes for the report, not to the log."""
    if not task.cancelled():
        task.exception()
