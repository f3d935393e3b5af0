"""What a terminal shows over one long text: how long it takes so far, then how much of its report stands."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

from tahqiq.interfaces.telling import ui_language

if TYPE_CHECKING:
    from tahqiq.model import Text
    from tahqiq.reporting.words.messages import Messages

SOON, EACH = 2.0, 1.0
"""Seconds until anything is shown, and between two changes of it."""
MANY = 1_000
"""Claims of a report of which it is shown how much is written."""
LONG, PART = 200_000, 10_000
"""Characters of a text whose end is told beforehand, and of the parts by which that is done."""
UNITS = (("hours", 3600), ("minutes", 60), ("seconds", 1))
CLEAR = "\r\x1b[K"
"""Back to the start of the line, and nothing on it."""


class Clock:
    """How long a text has been worked on, and when it will be done where that can be told (`whole`, in seconds)."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.whole: float | None = None

    @property
    def passed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.began

    def expect(self, text: Text, today: date | None) -> None:
        """Tell how long a long text will take by two parts of it: one that loads what is needed, one that is timed."""
        from tahqiq.checker import check

        length = len(text.raw)
        if length < LONG or not text.language_read:
            return
        for at in (length // 4, length // 2):
            part, before = text.raw[at : at + PART].encode("utf-8", "replace"), self.passed
            check(part, "text", kind="txt", published=text.document.published, language=text.language, today=today)
        self.whole = self.passed + (self.passed - before) * length / PART


@contextmanager
def ticking(name: str) -> Iterator[Clock | None]:
    """Show how long the text of this name has been worked on, where there is a terminal to show it on."""
    if not _is_shown():
        yield None
        return
    clock, done = Clock(), threading.Event()
    ticker = threading.Thread(target=_tick, args=(name, clock, done), daemon=True)
    ticker.start()
    try:
        yield clock
    finally:
        done.set()
        ticker.join()


def _tick(name: str, clock: Clock, done: threading.Event) -> None:
    from tahqiq.reporting.words.messages import load_messages

    messages, wait = load_messages(ui_language()), SOON
    while not done.wait(wait):
        left = None if clock.whole is None or clock.whole <= clock.passed else clock.whole - clock.passed
        told = messages.format(
            "progress-checking", source=name, seconds=int(clock.passed), left=left and tell_left(left, messages)
        )
        click.echo(f"{CLEAR}{told}", file=sys.stderr, nl=False)
        wait = EACH
    if wait == EACH:
        click.echo(CLEAR, file=sys.stderr, nl=False)


def tell_left(seconds: float, messages: Messages) -> str:
    """A time that is left, in the largest unit of which there are two."""
    from tahqiq.reporting.words.values import quantity

    unit, size = next((u for u in UNITS if seconds >= 2 * u[1]), UNITS[-1])
    return quantity(messages, round(seconds / size), unit)


def counting(pieces: Iterable[str], count: int) -> Iterator[str]:
    """The pieces of a report as they come; of a long one it is shown how many stand, and when it will be whole."""
    if count < MANY or not _is_shown():
        yield from pieces
        return
    with click.progressbar(pieces, length=count, file=sys.stderr) as steps:
        yield from steps


def _is_shown() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
