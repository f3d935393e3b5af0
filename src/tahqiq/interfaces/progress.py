"""What a terminal shows over one long text: how long it takes so far, then how much of its report stands."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from tahqiq.interfaces.telling import ui_language

SOON, EACH = 2.0, 1.0
"""Seconds until anything is shown, and between two changes of it."""
MANY = 1_000
"""Claims of a report of which it is shown how much is written."""
CLEAR = "\r\x1b[K"
"""Back to the start of the line, and nothing on it."""


@contextmanager
def ticking(name: str) -> Iterator[None]:
    """Show how long the text of this name has been worked on, where there is a terminal to show it on."""
    if not _is_shown():
        yield
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(name, done), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def _tick(name: str, done: threading.Event) -> None:
    from tahqiq.reporting.words.messages import load_messages

    messages, began = load_messages(ui_language()), time.monotonic()
    wait = SOON
    while not done.wait(wait):
        told = messages.format("progress-checking", source=name, seconds=int(time.monotonic() - began))
        click.echo(f"{CLEAR}{told}", file=sys.stderr, nl=False)
        wait = EACH
    if wait == EACH:
        click.echo(CLEAR, file=sys.stderr, nl=False)


def counting(pieces: Iterable[str], count: int) -> Iterator[str]:
    """The pieces of a report as they come; of a long one it is shown how many stand, and when it will be whole."""
    if count < MANY or not _is_shown():
        yield from pieces
        return
    with click.progressbar(pieces, length=count, file=sys.stderr) as steps:
        yield from steps


def _is_shown() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
