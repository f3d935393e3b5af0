"""What a terminal is shown over one long text, and that nothing else is."""

from __future__ import annotations

import io
import time
from types import SimpleNamespace

import pytest

from tahqiq.interfaces import progress
from tahqiq.reading import read


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    shown = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=shown))
    monkeypatch.setenv("TAHQIQ_LANG", "en")
    monkeypatch.setattr(progress, "SOON", 0.01)
    monkeypatch.setattr(progress, "EACH", 0.01)
    return shown


def test_a_text_that_takes_long_is_told_until_it_is_done(terminal: Terminal) -> None:
    with progress.ticking("book.txt"):
        until = time.monotonic() + 20
        while terminal.getvalue().count("Checking book.txt") < 2:
            assert time.monotonic() < until
    assert terminal.getvalue().endswith(progress.CLEAR)


def test_the_time_left_of_a_long_text_is_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LONG", 1_000)
    text = read(b"China has cast 30 vetoes. " * 100, "book.txt", kind="txt")
    with progress.ticking("book.txt") as clock:
        assert clock is not None
        clock.expect(text, None)
        assert clock.whole is not None
        assert clock.passed < clock.whole < 60
        clock.whole = clock.passed + 150
        until = time.monotonic() + 20
        while "about 2 minutes left" not in terminal.getvalue():
            assert time.monotonic() < until


def test_nothing_is_foretold_of_a_short_text() -> None:
    clock = progress.Clock()
    clock.expect(read(b"China has cast 30 vetoes.", "a.txt", kind="txt"), None)
    assert clock.whole is None


def test_a_long_report_is_counted_while_it_is_written(terminal: Terminal) -> None:
    pieces = [str(n) for n in range(progress.MANY)]
    assert list(progress.counting(pieces, len(pieces))) == pieces
    assert "100%" in terminal.getvalue()


def test_no_terminal_is_shown_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=shown))
    monkeypatch.setattr(progress, "SOON", 0.0)
    with progress.ticking("book.txt"):
        time.sleep(0.05)
    assert list(progress.counting(["a"] * progress.MANY, progress.MANY)) == ["a"] * progress.MANY
    assert shown.getvalue() == ""
